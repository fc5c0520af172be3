import type { Family } from '../domain/figure-paths.ts'

/** Where the figures of a family stand, and the columns that tell them apart, with their types. */
export const FIGURE_TABLES = {
  disclosure: { table: 'disclosure_items', columns: { item: 'disclosure_item_code', measure: 'disclosure_measure' } },
  applications: { table: 'application_outcomes', columns: { row: 'application_row', applicant: 'applicant' } },
  review: { table: 'review_results', columns: { result: 'case_result' } },
  litigation: { table: 'litigation_results', columns: { route: 'litigation_route', result: 'case_result' } },
} as const satisfies Record<Family, { readonly table: string; readonly columns: Readonly<Record<string, string>> }>

type KeysOfUnion<Union> = Union extends unknown ? keyof Union : never
/** What tells figures of one family apart. */
export type Dimension = KeysOfUnion<(typeof FIGURE_TABLES)[Family]['columns']>
