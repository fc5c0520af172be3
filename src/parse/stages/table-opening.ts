import {
  APPLICATIONS_TABLE_OPENING,
  CASES_TABLE_OPENING,
  DISCLOSURE_TABLE_OPENING,
  STATISTICS_TABLE_OPENING,
} from '../../domain/document-words.ts'
import { isColumnHead, measureNamed, type RowMeaning, type Table } from '../vocabulary.ts'

/** The table that a cell (plain text) opens: 第二十条第（一）项, 申请人情况, 统计指标, 行政复议. The 2014 table has rows that sound like the last. */
export function tableOpenedBy(text: string, table: Table | null): Table | null {
  if (DISCLOSURE_TABLE_OPENING.test(text)) return 'DISCLOSURE'
  if (APPLICATIONS_TABLE_OPENING.test(text)) return 'APPLICATIONS'
  if (STATISTICS_TABLE_OPENING.test(text)) return 'STATISTICS'
  if (table !== 'STATISTICS' && CASES_TABLE_OPENING.test(text)) return 'CASES'
  return null
}

/** Labels long and peculiar enough to open their table where its heading is missing. */
export function opensItsTable(meaning: RowMeaning): boolean {
  if (meaning.table === 'APPLICATIONS') return meaning.row === 'RECEIVED' || meaning.row === 'CARRIED_IN'
  return meaning.table === 'STATISTICS' && meaning.row.number === '1.1'
}

/** Whether a word is the head of columns, or of a table. */
export function isHead(word: string, table: Table | null): boolean {
  return isColumnHead(word) || measureNamed(word) !== undefined || tableOpenedBy(word, table) !== null
}
