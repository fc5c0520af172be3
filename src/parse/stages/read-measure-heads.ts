import { DISCLOSURE_MEASURES, type DisclosureMeasure } from '../../domain/disclosure-items.ts'
import { MONEY_UNIT } from '../../domain/document-words.ts'
import { codesOf, type Term } from '../../domain/terms.ts'
import { type Cell, cellOf, type Document } from '../document.ts'
import { plain } from '../plain.ts'
import { cellsBefore } from './read-column-heads.ts'
import type { Row } from './row.ts'
import { tableOpenedBy } from './table-opening.ts'

const MARKS = /[\p{P}\p{S}]/gu
const bare = (text: string) => plain(text).replace(MARKS, '')

/** What the heads of the measures print, the longest first. */
const LABELS: readonly (readonly [string, DisclosureMeasure])[] = codesOf(DISCLOSURE_MEASURES)
  .filter((measure) => measure !== 'COUNT')
  .flatMap((measure) => {
    const { label, variants = [], aliases = [] }: Term = DISCLOSURE_MEASURES[measure]
    return [label, ...variants, ...aliases].map((printed) => [bare(printed), measure] as const)
  })
  .sort(([one], [other]) => other.length - one.length)

interface Heads {
  readonly measures: readonly DisclosureMeasure[]
  readonly text: Cell
}

/**
 * The rows of all tables → the same, those of proactive disclosure with the heads that are glued, spaced or written downwards, and with
 * what stands near that tells the unit of their amounts.
 */
export function readMeasureHeads(document: Document, rows: readonly Row[]): readonly Row[] {
  let heads: Heads | null = null
  return rows.map((row) => {
    if (row.table !== 'DISCLOSURE') return row
    heads = headsBefore(document, row) ?? heads
    const measures = heads !== null && heads.measures.length > row.heads.length ? heads.measures : row.heads
    const told = [row.unit, row.label, heads?.text ?? null].find((cell) => cell !== null && MONEY_UNIT.test(cell.plain))
    return { ...row, heads: measures, unit: told ?? row.unit }
  })
}

/** The heads between the opening of a table and a row; null where no table opens before the row. */
function headsBefore(document: Document, row: Row): Heads | null {
  const cells = cellsBefore(document, row)
  const opening = cells.findLastIndex(({ cell }) => tableOpenedBy(cell.plain, null) === 'DISCLOSURE')
  if (opening < 0) return null
  const text = cells
    .slice(opening + 1)
    .map(({ cell }) => cell.plain)
    .join('')
  const measures = measuresIn(bare(text))
  const isDoubled = new Set(measures).size < measures.length
  return { measures: isDoubled ? [] : measures, text: cellOf(text, row.label.at, row.label.line) }
}

function measuresIn(text: string): readonly DisclosureMeasure[] {
  const found: DisclosureMeasure[] = []
  for (let place = 0; place < text.length; ) {
    const [label, measure] = LABELS.find(([candidate]) => text.startsWith(candidate, place)) ?? [' ', null]
    if (measure !== null) found.push(measure)
    place += label.length
  }
  return found
}
