import { CASES_HEADING } from '../../domain/claim-words.ts'
import { CHAPTER_NUMBER, CHAPTERS } from '../../domain/document-words.ts'
import type { Line } from '../document.ts'
import { rowsNamed, type Table } from '../vocabulary.ts'

const LONGEST_HEADING = 40

/**
 * Whether a line is a heading of the first level: one of the forms' chapters, with or without its number, or a short numbered line.
 * Inside a table a numbered line is a heading only when it is a chapter: `三、本年度办理结果` is part of the table. The case table numbers
 * nothing but its blocks.
 */
export function isChapterHeading({ plain: text, cells }: Line, table: Table | null): boolean {
  if (text.length > LONGEST_HEADING || cells.filter((cell) => cell.plain !== '').length !== 1) return false
  const bare = text.replace(CHAPTER_NUMBER, '')
  if (CHAPTERS.some((chapter) => chapter.test(bare))) return true
  if (table !== null && (table !== 'CASES' || CASES_HEADING.test(bare))) return false
  return CHAPTER_NUMBER.test(text) && !/[。；;]/u.test(text) && rowsNamed(text).length === 0
}
