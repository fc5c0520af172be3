import type { Section as SectionShape } from '../../domain/report.ts'
import { builder } from '../builder.ts'
import { Locator } from './locator.ts'

/** A heading and the text under it. */
export const Section = builder.objectRef<SectionShape>('Section').implement({
  description: 'A heading and the text under it, up to the next heading, in the order of the document.',
  fields: (t) => ({
    heading: t.exposeString('heading', {
      nullable: true,
      description: 'The heading. Null for what stands before the first one.',
    }),
    text: t.exposeString('text', { description: 'The text, with its line breaks.' }),
    locator: t.field({
      type: Locator,
      nullable: true,
      description: 'Where the section begins.',
      resolve: ({ at }) => at,
    }),
  }),
})
