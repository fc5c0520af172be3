import { MARKED_PAGE_NUMBER } from '../../domain/page-marks.ts'
import type { Line } from '../document.ts'
import { isNumberCell } from './read-number.ts'

/** Whether a line is the number of a page: marked as one, or alone over all columns of a table. */
export function isPageMark(line: Line): boolean {
  if (!line.isRow) return MARKED_PAGE_NUMBER.test(line.plain)
  return isOverRow(line) && (MARKED_PAGE_NUMBER.test(line.plain) || (line.cells.length > 1 && isNumberCell(line.plain)))
}

/** Whether the first cell is the only one, merged over all columns or alone. */
function isOverRow({ cells }: Line): boolean {
  const [first, ...others] = cells
  if (first === undefined || first.plain === '') return false
  return others.every((cell) => cell.plain === '' && JSON.stringify(cell.at) === JSON.stringify(first.at))
}
