import { ISSUER_ENDING, LINK_LINE, TITLE_ENDING, TITLE_LABEL, TITLE_REST, YEAR } from '../../domain/document-words.ts'
import type { Document, Line } from '../document.ts'

/** The title of the report, and the lines that it takes. */
export interface Title {
  /** The lines of the title put together, without white space. */
  readonly text: string
  readonly lines: readonly Line[]
  /** The titles of other years that stand right above it: a page lists its earlier reports so. */
  readonly others: readonly string[]
}

/** A title stands near the top; further down its words belong to the text. */
const LINES_SEARCHED = 60
const LONGEST_TITLE = 60
/** Lines that can come together to make one title: 北京市大兴区人民政府 / 2020年政府信息公开工作年度报告. */
const MOST_LINES = 3

/** The first line that is a report's title, with the short lines before it that tell whose and of what year it is. */
export function findTitle(document: Document): Title | null {
  const printed = document.lines.filter((line) => line.plain !== '').slice(0, LINES_SEARCHED)
  const begin = printed.findIndex((line, at) => isTitle(line.plain) || goesOn(line, printed[at + 1]))
  const index = lastOfRun(printed, begin)
  const first = printed[index]
  if (first === undefined) return null
  const lines = printed.slice(index, goesOn(first, printed[index + 1]) ? index + 2 : index + 1)
  for (let before = index - 1; index === begin && before >= 0 && lines.length < MOST_LINES; before -= 1) {
    const line = printed[before]
    if (line === undefined || !isTitleBeginning(line.plain, titleOf(lines))) break
    lines.unshift(line)
  }
  return {
    text: titleOf(lines).replace(TITLE_LABEL, ''),
    lines,
    others: printed.slice(begin, index).map((line) => line.plain),
  }
}

/** Of titles of different years behind each other, the last is that of the text that follows. */
function lastOfRun(printed: readonly Line[], begin: number): number {
  const yearOf = (at: number) => YEAR.exec(printed[at]?.plain ?? '')?.[1]
  let last = begin
  while (begin >= 0 && isTitle(printed[last + 1]?.plain ?? '') && yearOf(last) && yearOf(last + 1)) last += 1
  return new Set(Array.from({ length: last - begin + 1 }, (_, step) => yearOf(begin + step))).size > 1 ? last : begin
}

/** Whether a line is a title whose last characters stand on the next: …信息公开工作年 / 度报告. */
function goesOn(line: Line, next: Line | undefined): boolean {
  return next !== undefined && TITLE_REST.test(next.plain) && isTitle(titleOf([line, next]))
}

const titleOf = (lines: readonly Line[]) => lines.map((line) => line.plain).join('')

/** Whether a line (plain text) is, or ends, the title of a report. */
export function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && TITLE_ENDING.test(text) && !LINK_LINE.test(text) && !/[。；，]/u.test(text)
}

/** Whether a line tells what the title behind it does not: the issuer, or the year. */
function isTitleBeginning(text: string, title: string): boolean {
  if (text.length > LONGEST_TITLE || /[。；，:：]/u.test(text) || LINK_LINE.test(text)) return false
  const tellsYear = YEAR.test(text) && !YEAR.test(title)
  const namesNobody = title.replace(TITLE_ENDING, '').replace(YEAR, '') === ''
  return tellsYear || (namesNobody && ISSUER_ENDING.test(text))
}
