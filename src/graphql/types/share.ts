import type { Share as ShareShape, ShareTerm as ShareTermShape } from '../../domain/share.ts'
import { builder } from '../builder.ts'
import { Locator } from './locator.ts'

export const ShareTerm = builder.objectRef<ShareTermShape>('ShareTerm').implement({
  description: 'The part or the whole of a share: what it is, what the sentences say it comes to, or both.',
  fields: (t) => ({
    subject: t.expose('subject', {
      type: 'FigurePath',
      nullable: true,
      description: 'The figure that the sentence speaks of, as in a claim. Null when that is not certain.',
    }),
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description: 'The number that the sentences state. Null when they state none.',
    }),
  }),
})

/** A share that a sentence states. */
export const Share = builder.objectRef<ShareShape>('Share').implement({
  description: 'A share that a sentence states (占总数的23.14%): evidence beside the tables, like a claim.',
  fields: (t) => ({
    percent: t.exposeString('percent', {
      description: 'The printed digits, without the sign. The number of decimal places tells how it was rounded.',
    }),
    part: t.expose('part', { type: ShareTerm, description: 'What has the share.' }),
    whole: t.expose('whole', { type: ShareTerm, description: 'What it is a share of.' }),
    sentence: t.exposeString('sentence', { description: 'The sentence, as printed.' }),
    locator: t.field({
      type: Locator,
      nullable: true,
      description: 'Where the sentence begins.',
      resolve: ({ at }) => at,
    }),
  }),
})
