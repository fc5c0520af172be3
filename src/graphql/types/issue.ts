import type { Issue as IssueShape } from '../../domain/issue.ts'
import { builder } from '../builder.ts'
import { Locator } from './locator.ts'

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
  }),
})
