import type { Locator } from './locator.ts'
import type { Table } from './tables.ts'

/** A row of a table that its form does not have: a row of the place's own, or one whose label is lost. Kept as printed, never taken for figures. */
export interface UnrecognisedRow {
  readonly table: Table
  /** As printed. */
  readonly label: string
  /** What stands behind the label, as printed, from left to right; blank cells included. */
  readonly values: readonly string[]
  readonly at: Locator | null
}
