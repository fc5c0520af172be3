import { OUTLINE_NUMBER } from '../../domain/document-words.ts'
import { plain } from '../plain.ts'
import { joinLines } from './join-lines.ts'
import { isNumber, type Strip } from './pdf-lines.ts'

/** Rows above this one in which the heads of a table are repeated on each page. */
const MOST_HEADS = 6

/**
 * Pages with the rows of ruled tables put together that the end of a page has cut: what has no numbers on one side, and is no label of
 * its own, belongs to the row on the other side.
 *
 *     │ 6.属于四类过 │ 0 │ 3 │
 *     ────────────────────────   end of the page, and the heads again
 *     │ 程性信息     │   │   │
 */
export function joinCutRows(pages: readonly (readonly Strip[])[]): Strip[][] {
  const joined = pages.map((page) => [...page])
  for (const [index, page] of joined.entries()) {
    const before = joined[index - 1]
    const first = before?.at(-1)
    if (before === undefined || first === undefined || !first.isRow) continue
    const place = page.slice(0, MOST_HEADS).findIndex((strip) => !isRepeated(strip, before))
    const rest = page[place]
    const whole = rest?.isRow ? joinedRow(first, rest) : null
    if (whole === null) continue
    before[before.length - 1] = whole
    page.splice(place, 1)
  }
  return joined
}

const textOf = ({ cells }: Strip) => cells.map(({ text }) => text).join('\t')
const isRepeated = (strip: Strip, page: readonly Strip[]) => page.some((other) => textOf(other) === textOf(strip))

/** The row that two parts of one make; null where each is a row. */
function joinedRow(first: Strip, rest: Strip): Strip | null {
  const values = Math.max(valuesIn(first), valuesIn(rest))
  const label = labelOf(rest, values)
  if (values === 0 || Math.min(first.cells.length, rest.cells.length) < values) return null
  // Each value stands on one side, and what begins with a number of its own begins a row.
  if (valuesIn(first) > 0 && valuesIn(rest) > 0) return null
  if (labelOf(first, values) === '' || OUTLINE_NUMBER.test(plain(label))) return null
  const withValues = valuesIn(first) > 0 ? first : rest
  if (!areEmpty((withValues === first ? rest : first).cells.slice(-values))) return null
  const labels = first.cells.slice(0, -values)
  const last = labels.findLastIndex(({ text }) => text !== '')
  return {
    ...first,
    cells: [
      ...labels.map((cell, index) => (index === last ? { ...cell, text: joinLines([cell.text, label]) } : cell)),
      ...withValues.cells.slice(-values),
    ],
  }
}

/** How many cells at the end of a row are for values: numbers, and empty cells among them; none where no number is among them. */
function valuesIn({ cells }: Strip): number {
  const values = cells.slice(cells.findLastIndex((cell) => cell.text !== '' && !isNumber(cell)) + 1)
  return values.some(isNumber) ? values.length : 0
}

const labelOf = ({ cells }: Strip, values: number) =>
  cells
    .slice(0, cells.length - values)
    .map(({ text }) => text)
    .join('')

const areEmpty = (cells: Strip['cells']) => cells.every(({ text }) => text === '')
