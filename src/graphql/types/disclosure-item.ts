import { DISCLOSURE_ITEMS, DISCLOSURE_MEASURES } from '../../domain/disclosure-items.ts'
import type { StoredDisclosureItem } from '../../store/stored-rows.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { Figure } from './figure.ts'
import type { Quoted } from './snippet.ts'

export const DisclosureItemCode = enumFrom(
  'DisclosureItemCode',
  'What is disclosed or counted (主动公开政府信息情况).',
  DISCLOSURE_ITEMS,
)
export const DisclosureMeasureCode = enumFrom(
  'DisclosureMeasure',
  'What is counted of an item: the columns of the tables.',
  DISCLOSURE_MEASURES,
)

export type DisclosureItemShape = Omit<StoredDisclosureItem, 'revision'> & Quoted

/** A figure of the family `disclosure`. */
export const DisclosureItem = builder.objectRef<DisclosureItemShape>('DisclosureItem').implement({
  description:
    'A figure of proactive disclosure (主动公开), or of the 2014 table outside applications, review and litigation.',
  interfaces: [Figure],
  fields: (t) => ({
    item: t.expose('item', { type: DisclosureItemCode, description: 'The row: what is disclosed or counted.' }),
    measure: t.expose('measure', { type: DisclosureMeasureCode, description: 'The column: what is counted of it.' }),
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description: 'The number, to four places for amounts. Null unless the state is STATED.',
    }),
  }),
})
