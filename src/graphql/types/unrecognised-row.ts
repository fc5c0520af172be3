import { TABLES } from '../../domain/tables.ts'
import type { UnrecognisedRow as UnrecognisedRowShape } from '../../domain/unrecognised-row.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { Locator } from './locator.ts'

const ReportTableCode = enumFrom('ReportTable', 'A table of a statutory form.', TABLES)

/** A row that the form does not have. */
export const UnrecognisedRow = builder.objectRef<UnrecognisedRowShape>('UnrecognisedRow').implement({
  description: 'A row with values that the form does not have: kept as printed, never taken for figures.',
  fields: (t) => ({
    table: t.expose('table', { type: ReportTableCode, description: 'The table in which it stands.' }),
    label: t.exposeString('label', { description: 'Its label, as printed.' }),
    values: t.stringList({
      description: 'The cells behind the label, as printed, from left to right, blank ones included.',
      resolve: ({ values }) => [...values],
    }),
    locator: t.field({
      type: Locator,
      nullable: true,
      description: 'Where its label stands.',
      resolve: ({ at }) => at,
    }),
  }),
})
