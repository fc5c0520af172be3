import { CHAPTER_NUMBER, CHAPTERS, REPORT_WORDS, SUBJECT, TITLE_ENDING } from '../../domain/document-words.ts'
import type { Document } from '../document.ts'
import type { Row } from './collect-rows.ts'
import { isTitle } from './find-title.ts'
import { yearIn } from './find-year.ts'
import { isNumberCell } from './read-number.ts'

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

/** The reports that one document holds, when it holds several: by what their titles say, or by a table that stands twice. */
export function reportsIn(document: Document, rows: readonly Row[]): readonly string[] {
  const titles = document.lines.map((line) => line.plain).filter((text) => isTitle(text) && yearIn(text) !== null)
  const ofYears = new Map(titles.map((title) => [yearIn(title), title]))
  const ofIssuers = new Map(titles.filter(hasIssuer).map((title) => [title.replace(TITLE_ENDING, ''), title]))
  const tables = openingRows(rows)
  const twice = tables.length > 1 && new Set(tables).size > 1
  if (twice && ofIssuers.size > 1) return [...ofIssuers.values()]
  if (twice) return tables.map((values) => `a table that begins with ${values}`)
  return rows.length === 0 && ofYears.size > 1 ? [...ofYears.values()] : []
}

const hasIssuer = (title: string) => title.replace(TITLE_ENDING, '').replace(/\d{4}年度?/, '') !== ''

/** The values of every row that begins a table of applications: a report has one, or the same one twice. */
function openingRows(rows: readonly Row[]): string[] {
  return rows.flatMap(({ known, cells }) => {
    const meaning = known?.meaning
    const opens =
      (meaning?.table === 'APPLICATIONS' && meaning.row === 'RECEIVED') ||
      (meaning?.table === 'STATISTICS' && meaning.row.path === 'applications.RECEIVED.TOTAL')
    if (!opens) return []
    return [
      cells
        .map((cell) => cell.plain)
        .filter(isNumberCell)
        .join(' '),
    ]
  })
}
