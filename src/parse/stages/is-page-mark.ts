import { MARKED_PAGE_NUMBER } from '../../domain/page-marks.ts'
import type { Line } from '../document.ts'
import { isNumberCell } from './read-number.ts'

/** Whether a line is the number of a page: marked as one, or alone over all columns of a table. */
export function isPageMark(line: Line): boolean {
  return line.isRow ? isNumberOverRow(line) : MARKED_PAGE_NUMBER.test(line.plain)
}

function isNumberOverRow({ cells }: Line): boolean {
  const [first, ...others] = cells
  if (first === undefined || others.length === 0 || !isNumberCell(first.plain)) return false
  return others.every((cell) => cell.plain === '' && JSON.stringify(cell.at) === JSON.stringify(first.at))
}
