import { OF_ANOTHER_YEAR, OF_THIS_YEAR, STATISTICS_HEAD, UNIT_HEAD, YEAR_HEAD } from '../../domain/document-words.ts'
import type { Document } from '../document.ts'
import { plain } from '../plain.ts'
import { cellsBefore } from './read-column-heads.ts'
import type { Row } from './row.ts'
import { tableOpenedBy } from './table-opening.ts'

/** The columns of numbers that the statistics table prints. */
export interface StatisticsColumns {
  readonly count: number
  /** Which of them is the report's year's, counted from nought; null where no head tells. */
  readonly own: number | null
}

/** Whose numbers stand below a head. */
type Years = 'OWN' | 'OTHER' | 'UNTOLD'

/**
 * The columns of numbers by their heads: 本年 | 上年, 2017年 | 2016年, 统计数 | 上年同期数. Null where the table has no heads, or
 * those of the form alone.
 */
export function readStatisticsHeads(
  document: Document,
  rows: readonly Row[],
  year: number | null,
): StatisticsColumns | null {
  const first = rows.find(({ table }) => table === 'STATISTICS')
  if (first === undefined) return null
  const words = cellsBefore(document, first).flatMap(({ cell }) => cell.text.split(/\s+/u).map(plain))
  const opening = words.findLastIndex((word) => tableOpenedBy(word, null) === 'STATISTICS')
  if (opening < 0) return null
  const heads: Years[] = []
  for (const word of words.slice(opening + 1)) {
    const years = yearsOf(word, year)
    if (years !== null) heads.push(years)
    else if (!UNIT_HEAD.test(word)) break
  }
  if (heads.length < 2) return null
  const own = heads.flatMap((years, column) => (years === 'OWN' ? [column] : []))
  const untold = heads.flatMap((years, column) => (years === 'UNTOLD' ? [column] : []))
  const [only, ...more] = own.length > 0 ? own : untold
  return { count: heads.length, own: more.length === 0 ? (only ?? null) : null }
}

/** Null where the word is no head of numbers. */
function yearsOf(word: string, year: number | null): Years | null {
  const printed = YEAR_HEAD.exec(word)?.[1]
  if (printed !== undefined) return year === null ? 'UNTOLD' : Number(printed) === year ? 'OWN' : 'OTHER'
  if (OF_THIS_YEAR.test(word)) return 'OWN'
  if (OF_ANOTHER_YEAR.test(word)) return 'OTHER'
  return STATISTICS_HEAD.test(word) ? 'UNTOLD' : null
}
