import type { Issue as DomainIssue } from '../../domain/issue.ts'
import { builder } from '../builder.ts'
import { Locator } from './locator.ts'
import { type Quoted, Snippet, snippetOf } from './snippet.ts'

export type IssueShape = DomainIssue & Quoted

/** What the parser could not read, or had to decide. */
export const Issue = builder.objectRef<IssueShape>('Issue').implement({
  description: 'Something that could not be read, or had to be decided: what was expected, what came, where.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'What kind of issue: `row.cell-count`, `label.alias` … Codes are permanent.',
    }),
    message: t.exposeString('message', { description: 'The issue in words.' }),
    paths: t.field({
      type: ['FigurePath'],
      description: 'The figures concerned; empty when it concerns the document.',
      resolve: ({ paths }) => [...paths],
    }),
    raw: t.exposeString('raw', { nullable: true, description: 'What the document prints there.' }),
    locator: t.field({ type: Locator, nullable: true, description: 'Where in the document.', resolve: ({ at }) => at }),
    snippet: t.field({
      type: Snippet,
      nullable: true,
      description: 'The row or the line that it speaks of, as the document prints it. Null when it speaks of no place.',
      resolve: snippetOf,
    }),
  }),
})
