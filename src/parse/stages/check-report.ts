import { CHAPTER_NUMBER, CHAPTERS, REPORT_WORDS, SUBJECT, TITLE_ENDING } from '../../domain/document-words.ts'
import type { Document } from '../document.ts'
import { isTitle } from './find-title.ts'
import { yearIn } from './find-year.ts'
import { isNumberCell } from './read-number.ts'
import type { Row } from './row.ts'

/** So many of the forms' chapters, and a document is a report even if it has lost its title and its tables. */
const LEAST_CHAPTERS = 3

/** Whether the document is an annual report on information disclosure at all: by its tables, its words, or its chapters. */
export function isReport(document: Document, rows: readonly Row[]): boolean {
  if (rows.some(({ known }) => known !== null)) return true
  const text = document.lines.map((line) => line.plain).join('\n')
  return SUBJECT.test(text) && (REPORT_WORDS.test(text) || chaptersIn(document) >= LEAST_CHAPTERS)
}

function chaptersIn({ lines }: Document): number {
  const bare = lines.map((line) => line.plain.replace(CHAPTER_NUMBER, ''))
  return CHAPTERS.filter((chapter) => bare.some((text) => chapter.test(text))).length
}

/** The reports that one document holds, when it holds several: by the titles above tables that stand twice, or by those of several years. */
export function reportsIn(document: Document, rows: readonly Row[]): readonly string[] {
  const titles = document.lines.filter(({ plain }) => isTitle(plain) && (yearIn(plain) !== null || hasIssuer(plain)))
  const openings = rows.filter(opensApplications)
  const above = openings.map(({ label }) => titles.findLast(({ number }) => number < label.line)?.plain ?? null)
  const ofTables = new Map(above.flatMap((title) => (title === null ? [] : [[nameIn(title), title] as const])))
  const differ = new Set(openings.map(valuesIn)).size > 1
  if (differ && above[0] === null && ofTables.size > 0) return ['a table without a title', ...ofTables.values()]
  // A head of each page may print no more than the end of the title before it: 2022年政府信息公开工作年度报告.
  const names = [...ofTables.keys()]
  const apart = names.filter((name, place) => !names.slice(0, place).some((before) => before.endsWith(name)))
  if (apart.length > 1) return [...ofTables.values()]
  const ofYears = new Map(titles.map(({ plain }) => [yearIn(plain), plain]))
  ofYears.delete(null)
  return rows.length === 0 && ofYears.size > 1 ? [...ofYears.values()] : []
}

/** What a title says but for its standing words: whose, and of what year. */
const nameIn = (title: string) => title.replace(TITLE_ENDING, '')

const hasIssuer = (title: string) => nameIn(title).replace(/\d{4}年度?/, '') !== ''

/** Whether a row begins a table of applications: a report has one, or the same one twice, or one for each of its parts. */
function opensApplications({ known }: Row): boolean {
  const meaning = known?.meaning
  return (
    (meaning?.table === 'APPLICATIONS' && meaning.row === 'RECEIVED') ||
    (meaning?.table === 'STATISTICS' && meaning.row.path === 'applications.RECEIVED.TOTAL')
  )
}

const valuesIn = ({ cells }: Row) =>
  cells
    .map((cell) => cell.plain)
    .filter(isNumberCell)
    .join(' ')
