import { APPLICANTS } from '../../domain/applicants.ts'
import { CASE_RESULTS } from '../../domain/cases.ts'
import type { Cell, Document, Line } from '../document.ts'
import { measureNamed, rowsNamed } from '../vocabulary.ts'
import { isSentence } from './is-sentence.ts'
import { isNumberCell } from './read-number.ts'
import { tableOpenedBy } from './table-opening.ts'

const labelsOf = (terms: Readonly<Record<string, { readonly label: string }>>) =>
  Object.values(terms).map(({ label }) => label)

/** The heads of the columns of a table, in the form's order. */
const APPLICANT_HEADS = labelsOf(APPLICANTS)
const RESULT_HEADS = Array.from({ length: 3 }, () => labelsOf(CASE_RESULTS)).flat()

/** Heads stand in so many lines at most. */
const MOST_HEAD_LINES = 3
/** No table of the forms has more rows, page heads between them counted. */
const MOST_ROWS = 80

/** The heads of a table, each in a column of its own behind the one before. */
interface Heads {
  /** The line behind the last of them. */
  readonly end: number
  /** How many cells each line of the table has. */
  readonly width: number
  readonly from: number
  readonly to: number
  /** Whether they stand in several lines, so that places which cells above them cover are surely kept. */
  readonly isStacked: boolean
}

/**
 * The lines of a document, those of a table that keeps the places that merged cells cover, as a copy out of a spreadsheet and many
 * converters do, with their values in the columns of its heads: then an empty cell surely stands for a value, or for none at all.
 *
 *     ∅ ∅ ∅ 自然人 法人或其他组织 ∅ ∅ ∅ ∅ 总计
 *     ∅ ∅ ∅ ∅ 商业企业 科研机构 社会公益组织 法律服务机构 其他 ∅
 *     一、本年新收… ∅ ∅ 3 ∅ ∅ ∅ ∅ ∅ 3
 */
export function keepColumns(document: Document): Document {
  const { lines } = document
  const found = lines.flatMap((_, index) =>
    [APPLICANT_HEADS, RESULT_HEADS].flatMap((labels) => headsFrom(lines, index, labels) ?? []),
  )
  if (found.length === 0) return document
  const kept = new Map<Line, Line>()
  const measures = found.some(({ isStacked }) => isStacked) ? measureHeads(lines) : []
  for (const heads of [...found, ...measures]) {
    for (const line of rowsBelow(lines, heads).filter((row) => isRowOf(row, heads)))
      kept.set(line, inColumns(line, heads))
  }
  return { ...document, lines: lines.map((line) => kept.get(line) ?? line) }
}

/** The heads of the tables of proactive disclosure; none where any row of them speaks against its heads. */
function measureHeads(lines: readonly Line[]): readonly Heads[] {
  const found = lines.flatMap(({ cells }, index): Heads[] => {
    const places = cells.flatMap(({ plain }, place) => (measureNamed(plain) === undefined ? [] : [place]))
    const [from] = places
    if (from === undefined || from === 0 || places.some((place, count) => place !== from + count)) return []
    return [{ end: index + 1, width: cells.length, from, to: from + places.length, isStacked: false }]
  })
  const areCertain = found.every((heads) => rowsBelow(lines, heads).every((line) => isRowOf(line, heads)))
  return areCertain ? found : []
}

/** The heads whose first stands in a line. */
function headsFrom(lines: readonly Line[], start: number, labels: readonly string[]): Heads | null {
  const first = lines[start]
  const width = first?.cells.length ?? 0
  if (first === undefined || width < labels.length) return null
  const from = first.cells.findIndex(({ plain }) => plain === labels[0])
  if (from < 0 || from + labels.length > width) return null
  const missing = new Set(labels.keys())
  for (let index = start; index < start + MOST_HEAD_LINES; index += 1) {
    const cells = lines[index]?.cells
    if (cells?.length !== width) return null
    for (const [place, label] of labels.entries()) if (cells[from + place]?.plain === label) missing.delete(place)
    if (missing.size === 0) return { end: index + 1, width, from, to: from + labels.length, isStacked: index > start }
  }
  return null
}

/** The lines that belong to the heads: as wide as they are, up to those of another table. */
function rowsBelow(lines: readonly Line[], { end, width }: Heads): readonly Line[] {
  const rows: Line[] = []
  for (const line of lines.slice(end, end + MOST_ROWS)) {
    const { cells, plain } = line
    if (plain === '') continue
    if (cells.length !== width || isSentence(plain) || cells.some((cell) => opensTable(cell))) break
    rows.push(line)
  }
  return rows
}

const opensTable = ({ plain }: Cell) => tableOpenedBy(plain, null) !== null || measureNamed(plain) !== undefined

/** Whether a row has its label before the columns of values, and in them nothing else. */
function isRowOf({ cells }: Line, { from, to }: Heads): boolean {
  if (cells.slice(from, to).some(isWord) || cells.slice(to).some(({ plain }) => /\d/.test(plain))) return false
  return from > 0 ? cells.slice(0, from).some(isWord) : cells.some(isValue)
}

function isValue({ plain }: Cell): boolean {
  return isNumberCell(plain)
}

/** Whether a cell holds what is no value: a label or a head; what may be a number gone wrong is not told here. */
function isWord(cell: Cell): boolean {
  const { plain } = cell
  return plain !== '' && !isValue(cell) && (rowsNamed(plain).length > 0 || !/\d/.test(plain))
}

function inColumns(line: Line, { from, to }: Heads): Line {
  const labels = line.cells.slice(0, from).filter(({ plain }) => plain !== '')
  return { ...line, isRow: true, cells: [...labels, ...line.cells.slice(from, to)] }
}
