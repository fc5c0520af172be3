import { CLAIM_SCOPES, type Claim as ClaimShape } from '../../domain/claim.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { Locator } from './locator.ts'

const ClaimScopeCode = enumFrom('ClaimScope', 'Whose number a sentence states.', CLAIM_SCOPES)

/** A number that a sentence states. */
export const Claim = builder.objectRef<ClaimShape>('Claim').implement({
  description: 'A number that a sentence states: evidence beside the tables, never a figure.',
  fields: (t) => ({
    subject: t.expose('subject', {
      type: 'FigurePath',
      description:
        'The figure that the sentence speaks of, whether or not the form has it. Suits that are not divided by route are `litigation.ALL`.',
    }),
    value: t.expose('value', { type: 'Decimal', description: 'The number, in the unit.' }),
    parts: t.field({
      type: ['Decimal'],
      description:
        'The printed numbers of which the value is the sum, where the sentence lists what the form counts as one; empty when it is printed as one.',
      resolve: ({ parts = [] }) => [...parts],
    }),
    unit: t.exposeString('unit', { nullable: true, description: 'The unit, as printed. Null when none is.' }),
    approximate: t.exposeBoolean('approximate', {
      description: 'Whether the sentence says that it is about, nearly or more than the value (约, 近, 余, 多, 以上).',
    }),
    scope: t.expose('scope', {
      type: ClaimScopeCode,
      nullable: true,
      description: 'Whose number it is. Null when the sentence does not tell.',
    }),
    sentence: t.exposeString('sentence', { description: 'The sentence, as printed.' }),
    locator: t.field({
      type: Locator,
      nullable: true,
      description: 'Where the sentence begins.',
      resolve: ({ at }) => at,
    }),
  }),
})
