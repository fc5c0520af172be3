import { APPLICANTS, type Applicant, ORGANIZATIONS } from '../../domain/applicants.ts'
import { CASE_RESULTS, type CaseResult } from '../../domain/cases.ts'
import type { DisclosureMeasure } from '../../domain/disclosure-items.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Cell, Document, Line } from '../document.ts'
import { measureNamed } from '../vocabulary.ts'
import { isNumberCell } from './read-number.ts'
import type { Row } from './row.ts'
import { tableOpenedBy } from './table-opening.ts'

/** Column heads stand in the cells before the first row of their table; no table has more of them. */
const MOST_CELLS = 80
/** The heads of a proactive-disclosure table stand at most so many lines above its rows. */
const MOST_LINES = 30

/** A head, and the lines in which its first and its last character stand. */
interface Head {
  readonly word: Applicant | 'ORGANIZATIONS'
  readonly from: Line
  readonly to: Line
}

const WORDS: readonly (readonly [string, Head['word']])[] = [
  [ORGANIZATIONS.label, 'ORGANIZATIONS'],
  ...codesOf(APPLICANTS).map((applicant) => [APPLICANTS[applicant].label, applicant] as const),
]
const KINDS = codesOf(APPLICANTS).filter((applicant) => applicant !== 'NATURAL_PERSON' && applicant !== 'TOTAL')
const RESULTS = codesOf(CASE_RESULTS)

/**
 * The columns of the applications table in the order in which its heads stand before its first row: five of them under a common head.
 * Null where a head is missing, doubled or broken so that it cannot be read, and where their places in the lines leave a doubt.
 */
export function readApplicantHeads(document: Document, first: Row): readonly Applicant[] | null {
  const before = cellsBefore(document, first)
  const opening = before.findLastIndex(({ cell }) => tableOpenedBy(cell.plain, null) === 'APPLICATIONS')
  return orderOf(headsIn(before.slice(opening + 1))) ?? orderOf(headsIn(before))
}

/** A cell in its line. */
export interface Placed {
  readonly cell: Cell
  readonly line: Line
}

/** The cells between the last number and the label of a row. */
export function cellsBefore({ lines }: Document, { label }: Row): readonly Placed[] {
  const found: Placed[] = []
  const last = lines.findIndex(({ number }) => number === label.line)
  for (let index = last; index >= 0 && found.length < MOST_CELLS; index -= 1) {
    const line = lines[index]
    if (line === undefined) break
    const at = index === last ? line.cells.findIndex((cell) => cell.at === label.at) : line.cells.length
    for (const cell of line.cells.slice(0, Math.max(0, at)).reverse()) {
      if (isNumberCell(cell.plain) && cell.plain !== '') return found.reverse()
      if (cell.plain !== '') found.push({ cell, line })
    }
  }
  return found.reverse()
}

/** The plain text between the last number and the label of a row. */
export function textBefore(document: Document, row: Row): string {
  return cellsBefore(document, row)
    .map(({ cell }) => cell.plain)
    .join('')
}

/** The heads in the text of the cells, which a narrow column or a layout may have broken or glued. */
function headsIn(cells: readonly Placed[]): readonly Head[] {
  const text = cells.map(({ cell }) => cell.plain).join('')
  const lines = cells.flatMap(({ cell, line }) => Array.from({ length: cell.plain.length }, () => line))
  const heads: Head[] = []
  for (let place = 0; place < text.length; ) {
    const [label, word] = WORDS.find(([candidate]) => text.startsWith(candidate, place)) ?? [' ', null]
    const from = lines[place]
    const to = lines[place + label.length - 1]
    if (word !== null && from !== undefined && to !== undefined) heads.push({ word, from, to })
    place += label.length
  }
  return heads
}

function orderOf(heads: readonly Head[]): readonly Applicant[] | null {
  const words = heads.map(({ word }) => word)
  if (new Set(words).size !== words.length) return null
  if (codesOf(APPLICANTS).some((applicant) => !words.includes(applicant))) return null
  const kinds = words.filter((word) => KINDS.some((kind) => kind === word))
  const isDivided = words.includes('ORGANIZATIONS')
  const upper = words.filter((word) => !kinds.includes(word))
  const order = (isDivided ? upper.flatMap((word) => (word === 'ORGANIZATIONS' ? kinds : [word])) : words).filter(
    (word) => word !== 'ORGANIZATIONS',
  )
  const stand = (some: readonly Head['word'][]) => heads.filter(({ word }) => some.includes(word))
  const isCertain = isDivided
    ? haveOrder(stand(upper), order) && haveOrder(stand(kinds), order)
    : haveOrder(heads, order) && new Set(heads.map(({ from }) => from)).size === 1
  return isCertain ? order : null
}

/** Whether the heads' places tell their order: columns of a table, one line, or a line for each where only the total is moved. */
function haveOrder(heads: readonly Head[], order: readonly Applicant[]): boolean {
  if (heads.every(({ from }) => from.isRow)) return true
  if (heads.every(({ from, to }) => from === heads[0]?.from && to === from)) return true
  const isApart = heads.every(({ from }, index) => from.number > (heads[index - 1]?.to.number ?? 0))
  const others = codesOf(APPLICANTS).filter((applicant) => applicant !== 'TOTAL')
  return isApart && order.filter((applicant) => applicant !== 'TOTAL').every((word, index) => word === others[index])
}

/**
 * The columns of each block of the case table in the order in which the words before its values name them; null where they do not name
 * all five, block by block.
 */
export function readResultHeads(words: string): readonly (readonly CaseResult[])[] | null {
  const named: CaseResult[] = []
  for (let place = 0; place < words.length; ) {
    const result = RESULTS.find((candidate) => words.startsWith(CASE_RESULTS[candidate].label, place))
    if (result !== undefined) named.push(result)
    place += result === undefined ? 1 : CASE_RESULTS[result].label.length
  }
  const blocks = Array.from({ length: Math.ceil(named.length / RESULTS.length) }, (_, block) =>
    named.slice(block * RESULTS.length, (block + 1) * RESULTS.length),
  )
  return blocks.length > 0 && blocks.every((block) => new Set(block).size === RESULTS.length) ? blocks : null
}

/** Whether the heads over a row of a proactive-disclosure table stand in one line, so that their order is that of the columns. */
export function haveOneLine({ lines }: Document, { label, heads }: Row): boolean {
  const last = lines.findIndex(({ number }) => number === label.line)
  return lines.slice(Math.max(0, last - MOST_LINES), Math.max(0, last)).some(({ cells }) =>
    areSame(
      cells.flatMap(({ plain }) => measureNamed(plain) ?? []),
      heads,
    ),
  )
}

const areSame = (one: readonly DisclosureMeasure[], other: readonly DisclosureMeasure[]) =>
  one.length === other.length && one.every((measure, index) => measure === other[index])
