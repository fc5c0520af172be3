// The cells of a report, in the names that every dialect has given them, and the one shape in which they are compared.

interface Cell {
  readonly state: string
  readonly value: string | number | null
}

/** The cells of the four families, as every dialect tells them. */
export interface Cells {
  readonly disclosureItems: readonly (Cell & { readonly item: string; readonly measure: string })[]
  readonly applicationOutcomes: readonly (Cell & { readonly row: string; readonly applicant: string })[]
  readonly reviewResults: readonly (Cell & { readonly result: string })[]
  readonly litigationResults: readonly (Cell & { readonly route: string; readonly result: string })[]
}

/** The fields of cells, which are called the same everywhere. */
export const CELL_FIELDS = {
  disclosureItems: '{ item measure state value }',
  applicationOutcomes: '{ row applicant state value }',
  reviewResults: '{ result state value }',
  litigationResults: '{ route result state value }',
} as const

/** Each cell as a line, in an order that does not depend on who tells them. */
export function linesOf({ disclosureItems, applicationOutcomes, reviewResults, litigationResults }: Cells): string[] {
  return [
    ...disclosureItems.map((cell) => `disclosure.${cell.item}.${cell.measure} ${told(cell)}`),
    ...applicationOutcomes.map(lineOfOutcome),
    ...reviewResults.map((cell) => `review.${cell.result} ${told(cell)}`),
    ...litigationResults.map((cell) => `litigation.${cell.route}.${cell.result} ${told(cell)}`),
  ].sort()
}

/** One cell of the applications table. */
export const lineOfOutcome = (cell: Cells['applicationOutcomes'][number]): string =>
  `applications.${cell.row}.${cell.applicant} ${told(cell)}`

const told = ({ state, value }: Cell) => `${state} ${value === null ? 'null' : plain(String(value))}`

/** The decimal without the zeros at its end: `12.0000` is `12`. */
const plain = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

/** The cells of a revision as one JSON object, in SQL. `of` is the alias of a row with its key. */
export const cellsInSql = (of: string, number: string): string => {
  const list = (table: string, pairs: string) =>
    `(SELECT coalesce(json_agg(json_build_object(${pairs}, 'state', state, 'value', value)), '[]') FROM ${table} AS cell
      WHERE cell.agency_id = ${of}.agency_id AND cell.year = ${of}.year AND cell.number = ${of}.${number})`
  return `
    'disclosureItems', ${list('disclosure_items', `'item', item, 'measure', measure`)},
    'applicationOutcomes', ${list('application_outcomes', `'row', "row", 'applicant', applicant`)},
    'reviewResults', ${list('review_results', `'result', result`)},
    'litigationResults', ${list('litigation_results', `'route', route, 'result', result`)}`
}
