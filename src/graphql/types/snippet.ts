import type { Report } from '../../domain/report.ts'
import { type SnippetRange, type Snippet as SnippetShape, snippetAt } from '../../domain/snippet.ts'
import type { ReadRevision } from '../../store/stored-rows.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'

/** What stands in a row or a line of the document. */
export interface Quoted {
  /** Where in the snippets; absent when that is not known. */
  readonly snippet?: SnippetRange
  /** The stored revision that it stands in; null in a preview. */
  readonly revision: ReadRevision | null
  /** The preview that it stands in. */
  readonly preview?: Pick<Report, 'form' | 'snippets'>
}

/** A part of the document around what was asked for. */
export const Snippet = builder.objectRef<SnippetShape>('Snippet').implement({
  description:
    'A row of a table or a line of text as the document prints it, parted at what was asked for: prefix, exact and suffix make the whole, as in a text quote of the Web Annotation Data Model. Cells of a row are parted by tabs, lines by line ends.',
  fields: (t) => ({
    text: t.string({
      description: 'The whole of it.',
      resolve: ({ prefix, exact, suffix }) => prefix + exact + suffix,
    }),
    prefix: t.exposeString('prefix', { description: 'What stands before.' }),
    exact: t.exposeString('exact', { description: 'What was asked for. Empty where a cell is empty.' }),
    suffix: t.exposeString('suffix', { description: 'What stands behind.' }),
  }),
})

/** The snippet of a figure or an issue. */
export async function snippetOf(
  { snippet, revision, preview }: Quoted,
  _args: object,
  { loaders }: Context,
): Promise<SnippetShape | null> {
  if (snippet === undefined) return null
  return snippetAt(revision ? await loaders.snippets.load(revision) : (preview?.snippets ?? []), snippet)
}
