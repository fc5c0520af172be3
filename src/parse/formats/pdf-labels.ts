import { OUTLINE_NUMBER } from '../../domain/document-words.ts'
import { plain } from '../plain.ts'
import { joinLines } from './join-lines.ts'
import { boxAround, centreOf, middleOf } from './pdf-geometry.ts'
import { isNumber, numbersOf, type Piece, type Strip } from './pdf-lines.ts'

/** In font sizes: lines of one label begin or end at the same place, or have the same middle. */
const ALIGNED = 0.6
/** In font sizes: numbers stand at the middle of their label's height. */
const MIDDLE = 0.35
/** In font sizes: lines of one label are no further from each other. */
const LARGEST_LEADING = 2

/** A line of a label, in the line of text that it stands in. */
interface Fragment {
  readonly strip: Strip
  readonly piece: Piece
}

/**
 * Labels of tables without ruling lines, put together where a column was too narrow for them: lines of text around the numbers of a
 * row, in the same column and at the same distance above and below, are its label; or those below its first line.
 *
 *     5.要求行政机关确认或重新
 *                              0  9  0  0  0  3  12     →  5.要求行政机关确认或重新出具已获取信息 │ 0 │ 9 │ …
 *     出具已获取信息
 */
export function joinLabels(strips: readonly Strip[]): Strip[] {
  const rows = strips.filter((strip) => !strip.isRow && numbersOf(strip).length > 0)
  const fragments = strips.flatMap((strip): Fragment[] => {
    const piece = strip.cells.at(-1)
    return strip.isRow || piece === undefined || numbersOf(strip).length > 0 ? [] : [{ strip, piece }]
  })
  const nearest = Map.groupBy(fragments, (fragment) => nearestRow(fragment, rows))
  const labels = new Map(rows.map((row) => [row, labelOf(row, nearest.get(row) ?? [])]))
  const taken = new Set([...labels.values()].flatMap((label) => label.map(({ piece }) => piece)))
  return strips.flatMap((strip) => {
    const label = labels.get(strip) ?? []
    if (label.length > 0) return [withLabel(strip, label)]
    const cells = strip.cells.filter((cell) => !taken.has(cell))
    return cells.length === 0 && strip.cells.length > 0 ? [] : [{ ...strip, cells }]
  })
}

/** The row of numbers at whose height a line of text comes nearest, to the left of its numbers. */
function nearestRow({ strip, piece }: Fragment, rows: readonly Strip[]): Strip | undefined {
  const distance = (row: Strip) => Math.abs(middleOf(row.box) - middleOf(piece.box))
  let best: Strip | undefined
  for (const row of rows) if (best === undefined || distance(row) < distance(best)) best = row
  const first = best === undefined ? undefined : numbersOf(best)[0]
  if (first === undefined || piece.box.right > first.box.left + strip.size / 2) return undefined
  return best
}

/**
 * The lines that make the label of a row together, from top to bottom; none where its label stands in one line, or none is certain.
 * Text in the line of the numbers is the middle of the label, or that of a group's label to the left of it.
 */
function labelOf(row: Strip, near: readonly Fragment[]): readonly Fragment[] {
  const piece = row.cells.findLast((cell) => !isNumber(cell))
  if (piece === undefined) return linesAround(row, near)
  const behind = linesAround(
    row,
    near.filter((fragment) => fragment.piece.box.left >= piece.box.right),
  )
  if (behind.length > 0) return behind
  const around = linesAround(row, near, { strip: row, piece })
  return around.length > 0 ? around : linesBelow(near, { strip: row, piece })
}

/**
 * The lines of a label whose numbers stand beside its first line: those that begin below it without a number of their own.
 *
 *     5.要求行政机关确认或重新    0  9  0
 *     出具已获取信息
 *     （六）其他处理             1  0  0
 */
function linesBelow(near: readonly Fragment[], own: Fragment): readonly Fragment[] {
  const size = own.strip.size
  const lines = near
    .filter(({ piece }) => isAligned(piece, own.piece, size))
    .toSorted((one, other) => one.piece.box.top - other.piece.box.top)
  const isBelow = ({ piece: { box } }: Fragment, index: number) => {
    const leading = middleOf(box) - middleOf((lines[index - 1] ?? own).piece.box)
    return leading > 0 && leading <= LARGEST_LEADING * size
  }
  const isNumbered = ({ piece }: Fragment) => OUTLINE_NUMBER.test(plain(piece.text))
  return lines.length > 0 && isNumbered(own) && !lines.some(isNumbered) && lines.every(isBelow) ? [own, ...lines] : []
}

/** The lines in the column of one that stands in the row, or else in the last column, when the numbers stand at their middle. */
function linesAround(row: Strip, near: readonly Fragment[], own?: Fragment): readonly Fragment[] {
  const anchor = own ?? near.toSorted((one, other) => one.piece.box.left - other.piece.box.left).at(-1)
  if (anchor === undefined) return []
  const size = Math.min(row.size, ...near.map(({ strip }) => strip.size))
  const column = near.filter(({ piece }) => isAligned(piece, anchor.piece, size))
  const lines = [...column, ...(own === undefined ? [] : [own])].toSorted(
    (one, other) => middleOf(one.piece.box) - middleOf(other.piece.box),
  )
  if (lines.length < 2) return []
  const middles = lines.map(({ piece }) => middleOf(piece.box))
  const numbers = boxAround(numbersOf(row).map(({ box }) => box))
  const middle = ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2
  const isClose = middles.slice(1).every((at, index) => at - (middles[index] ?? at) <= LARGEST_LEADING * size)
  return isClose && Math.abs(middle - middleOf(numbers)) <= MIDDLE * size ? lines : []
}

function isAligned({ box }: Piece, { box: anchor }: Piece, size: number): boolean {
  const offsets = [box.left - anchor.left, centreOf(box) - centreOf(anchor), box.right - anchor.right]
  return offsets.some((offset) => Math.abs(offset) <= ALIGNED * size)
}

function withLabel(row: Strip, label: readonly Fragment[]): Strip {
  const own = new Set(label.map(({ piece }) => piece))
  const box = boxAround(label.map(({ piece }) => piece.box))
  const joined = { text: joinLines(label.map(({ piece }) => piece.text)), box }
  const numbers = numbersOf(row)
  const before = row.cells.filter((cell) => !own.has(cell) && !numbers.includes(cell))
  return { ...row, box: boxAround([row.box, box]), cells: [...before, joined, ...numbers] }
}
