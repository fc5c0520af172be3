import {
  EVERY_YEAR,
  OPENING_SENTENCE,
  PERIOD,
  REPORT,
  STATISTICS_TABLE_TITLE,
  YEAR,
} from '../../domain/document-words.ts'
import { DIGITS } from '../../domain/numerals.ts'
import type { Period } from '../../domain/report.ts'
import type { Document } from '../document.ts'
import { findSelfReference } from './find-self-reference.ts'
import type { Title } from './find-title.ts'
import type { Note } from './read-figure.ts'

/** Lines at the top in which a heading of some kind may tell the year. */
const TOP_LINES = 8

/** The days that the figures cover, where the document states them. */
export function findPeriod(document: Document): Period | null {
  for (const line of document.lines) {
    const match = PERIOD.exec(line.plain)
    if (match === null) continue
    const [, fromYear = '', fromMonth = '', fromDay = '', toYear, toMonth = '', toDay = ''] = match
    const period = { from: isoDate(fromYear, fromMonth, fromDay), to: isoDate(toYear ?? fromYear, toMonth, toDay) }
    if (isDate(period.from) && isDate(period.to) && period.from <= period.to) return period
  }
  return null
}

function isoDate(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The year that the report is about: told by its title, else by its statistics table, else by the period it covers. */
export function findYear(document: Document, title: Title | null, period: Period | null, note: Note): number | null {
  const ofTitle = title === null ? null : yearIn(title.text)
  const ofPeriod =
    period === null || period.from.slice(0, 4) !== period.to.slice(0, 4) ? null : Number(period.to.slice(0, 4))
  const ofTable = yearOfStatisticsTable(document)
  const told = ofTitle ?? ofTable ?? ofPeriod ?? yearOfPreface(document)
  const year = told ?? yearOfText(document)
  if (told === null && year !== null) {
    note({
      code: 'year.inferred',
      message: `Expected the reporting year in the title, the preface or the period; found none. ${year}, of which the text speaks most, was taken.`,
      paths: [],
      raw: title?.text ?? null,
      at: title?.lines[0]?.at ?? null,
    })
  }
  if (year === null) {
    note({
      code: 'year.missing',
      message: 'Expected the reporting year in the title, the statistics table or the period; found none.',
      paths: [],
      raw: title?.text ?? null,
      at: title?.lines[0]?.at ?? null,
    })
    return null
  }
  for (const [other, where] of [
    [ofTable, 'the statistics table'],
    [ofPeriod, 'the period'],
    ...(title?.others ?? []).map((text) => [yearIn(text), 'a title above it'] as const),
  ] as const) {
    if (other === null || other === year) continue
    note({
      code: 'year.conflict',
      message: `Expected one reporting year, got ${year} and, in ${where}, ${other}. ${year} was taken.`,
      paths: [],
      raw: title?.text ?? null,
      at: title?.lines[0]?.at ?? null,
    })
  }
  return year
}

/** The year named in a short plain text: 2020年度 or 二〇二〇年, not a date such as 2020年3月. */
export function yearIn(text: string): number | null {
  const digits = YEAR.exec(text)?.[1]
  if (digits === undefined) return null
  const year = Number([...digits].map((digit) => DIGITS.get(digit) ?? digit).join(''))
  return year >= 1990 && year < 2100 ? year : null
}

/** The year in the sentence that says what the document is, or in a short line at its top: 2023年报告. */
function yearOfPreface({ lines }: Document): number | null {
  const texts = lines.map((line) => line.plain).filter((text) => text !== '')
  const tells = [
    ...texts.flatMap((text) => findSelfReference(text)?.year ?? []),
    ...texts.slice(0, TOP_LINES).filter((text) => text.length <= 40 && REPORT.test(text)),
  ]
  return tells.map(yearIn).find((year) => year !== null) ?? null
}

/** The year with which a sentence begins, 2023年,我街道…, where the text speaks of it more often than of any other. */
function yearOfText({ lines }: Document): number | null {
  const counts = new Map<number, number>()
  for (const { plain } of lines) {
    for (const [printed] of plain.matchAll(EVERY_YEAR)) {
      const year = yearIn(printed)
      if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1)
    }
  }
  const [most, next] = [...counts].sort(([, one], [, other]) => other - one)
  if (most === undefined || most[1] === next?.[1]) return null
  const [year] = most
  return lines.some(({ plain }) => OPENING_SENTENCE.test(plain) && yearIn(plain) === year) ? year : null
}

/** （2018年度） below 政府信息公开情况统计表. */
function yearOfStatisticsTable(document: Document): number | null {
  const printed = document.lines.map((line) => line.plain).filter((text) => text !== '')
  const title = printed.findLastIndex((text) => text.length <= 40 && STATISTICS_TABLE_TITLE.test(text))
  if (title < 0) return null
  for (const text of printed.slice(title, title + 3)) {
    const year = text.length <= 40 ? yearIn(text) : null
    // Heads can name the years of several columns.
    if (year !== null && new Set(text.match(EVERY_YEAR)).size === 1) return year
  }
  return null
}
