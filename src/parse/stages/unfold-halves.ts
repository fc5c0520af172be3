import type { Line } from '../document.ts'
import { rowsNamed } from '../vocabulary.ts'
import { tableOpenedBy } from './table-opening.ts'

/** The statistics table has no more rows. */
const MOST_ROWS = 150

/**
 * The lines of a document, those of a statistics table that is printed in two halves beside each other one half behind the other: some
 * labels stand twice in the form, and what stands above tells which is meant.
 *
 *     统计指标 | 单位 | 统计数 | 统计指标 | 单位 | 统计数
 */
export function unfoldHalves(lines: readonly Line[]): readonly Line[] {
  const start = lines.findIndex(({ cells }) => cells.length > 1 && cells.filter(opensStatistics).length === 2)
  const head = lines[start]
  if (head === undefined) return lines
  const second = head.cells.findLastIndex(opensStatistics)
  const cuts = lines.slice(start + 1, start + 1 + MOST_ROWS).map((line) => cutOf(line, head.cells.length, second))
  const end = start + 2 + cuts.findLastIndex((cut) => cut !== null)
  const halves = lines.slice(start + 1, end).map((line, index) => ({ line, cut: cuts[index] ?? line.cells.length }))
  const left = halves.map(({ line, cut }): Line => ({ ...line, cells: line.cells.slice(0, cut) }))
  const right = halves.map(({ line, cut }): Line => ({ ...line, cells: line.cells.slice(cut) }))
  return [...lines.slice(0, start + 1), ...left, ...right, ...lines.slice(end)]
}

const opensStatistics = ({ plain }: { readonly plain: string }) => tableOpenedBy(plain, null) === 'STATISTICS'

/** Where the right half of a line begins: below the second head, or where cells are missing, with the second label; null where none does. */
function cutOf({ cells }: Line, width: number, second: number): number | null {
  if (cells.length === width) return second
  const labels = cells.flatMap(({ plain }, index) => (rowsNamed(plain).length > 0 ? [index] : []))
  return labels.findLast((index) => index > 0) ?? null
}
