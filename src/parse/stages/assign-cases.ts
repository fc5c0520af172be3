import { CASE_RESULTS } from '../../domain/cases.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import { codesOf } from '../../domain/terms.ts'
import { alignCells } from './align-cells.ts'
import type { FigureSink } from './assign-figures.ts'
import type { Row } from './collect-rows.ts'

const RESULTS = codesOf(CASE_RESULTS)

/** The fifteen columns of the case table: reconsideration, suits filed directly, suits after reconsideration. */
const PATHS: readonly FigurePath[] = [
  ...RESULTS.map((result) => `review.${result}` as const),
  ...RESULTS.map((result) => `litigation.DIRECT.${result}` as const),
  ...RESULTS.map((result) => `litigation.AFTER_REVIEW.${result}` as const),
]

/** In each block: four results = total. */
const IDENTITIES = [0, 1, 2].map((block) => {
  const first = block * RESULTS.length
  const total = first + RESULTS.length - 1
  return { parts: [first, first + 1, first + 2, first + 3], total }
})

/** The numbers of the case table, one row on the form however it is laid out → figures. */
export function assignCases(rows: readonly Row[], sink: FigureSink): void {
  const values = rows.flatMap(({ cells }) => cells).filter((cell) => cell.plain !== '')
  const [first] = values
  if (first === undefined) return
  const aligned = alignCells(values, { width: PATHS.length, identities: IDENTITIES })
  if (values.length !== PATHS.length) {
    sink.note({
      code: 'row.cell-count',
      message:
        `Expected ${PATHS.length} values in the table of reconsideration and litigation, got ${values.length}. ` +
        `${aligned.filter((cell) => cell === null).length} figures could not be told beyond doubt and were left out.`,
      paths: PATHS,
      raw: values.map(({ text }) => text).join('\t'),
      at: first.at,
    })
  }
  aligned.forEach((cell, column) => {
    const path = PATHS[column]
    if (cell !== null && path !== undefined) sink.add(path, cell)
  })
}
