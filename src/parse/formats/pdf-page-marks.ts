import { BARE_PAGE_NUMBER, MARKED_PAGE_NUMBER } from '../../domain/page-marks.ts'
import { plain } from '../plain.ts'
import type { Strip } from './pdf-lines.ts'

/** Lines in the margin of a page; more are never marks. */
const MOST_MARKS = 4
/** In points: marks stand at the same height on every page. */
const SAME_HEIGHT = 4
/** A lone page number stands so many of its sizes away from the text. */
const APART = 1.5
/** A running head has words. */
const LEAST_LETTERS = 2

type Edge = 'TOP' | 'BOTTOM'

/**
 * The pages without what belongs to the page, not to the text: page numbers, and the heads and feet that every page repeats. A
 * head stays where it stands first, because it may be the title. Marks stand at the edges of a page, outside of ruled tables.
 *
 *     │ 2.没有现成信息需要另行制作 │ 3 │ 0 │
 *                    - 3 -                       ← not a figure
 *     │ 3.补正后申请内容仍不明确   │ 0 │ 0 │
 */
export function withoutPageMarks(pages: readonly (readonly Strip[])[]): Strip[][] {
  return pages.map((strips, index) => {
    const others = pages.filter((_, other) => other !== index)
    const isFirst = (strip: Strip) => !pages.slice(0, index).some((page) => repeats(strip, page))
    const marks = new Set<Strip>()
    for (const edge of ['TOP', 'BOTTOM'] as const) {
      for (const strip of fromEdge(strips, edge)) {
        const repeated = isWorded(strip) && others.filter((page) => repeats(strip, page)).length >= others.length / 2
        if (!(repeated && others.length > 0) && !isPageNumber(strip, edge, index, pages)) break
        if (!repeated || edge === 'BOTTOM' || !isFirst(strip)) marks.add(strip)
      }
    }
    return strips.filter((strip) => !marks.has(strip))
  })
}

/** The lines of text nearest to an edge of the page, from the edge inwards. */
function fromEdge(strips: readonly Strip[], edge: Edge): Strip[] {
  const ordered = edge === 'TOP' ? strips.slice(0, MOST_MARKS) : strips.slice(-MOST_MARKS).toReversed()
  const row = ordered.findIndex(({ isRow }) => isRow)
  return row < 0 ? ordered : ordered.slice(0, row)
}

const textOf = ({ cells }: Strip) => plain(cells.map(({ text }) => text).join(''))
const wordsOf = (strip: Strip) => textOf(strip).replace(/\d/g, '')
const isWorded = (strip: Strip) => wordsOf(strip).replace(/\P{L}/gu, '').length >= LEAST_LETTERS

/** Whether a page has the same words at the same height; page numbers and dates within them may differ. */
function repeats(strip: Strip, page: readonly Strip[]): boolean {
  return page.some((other) => !other.isRow && isAtHeight(other, strip) && wordsOf(other) === wordsOf(strip))
}

const isAtHeight = (one: Strip, other: Strip) => Math.abs(one.box.top - other.box.top) <= SAME_HEIGHT

function isPageNumber(strip: Strip, edge: Edge, index: number, pages: readonly (readonly Strip[])[]): boolean {
  const text = textOf(strip)
  if (strip.cells.length !== 1) return false
  if (MARKED_PAGE_NUMBER.test(text)) return true
  if (!BARE_PAGE_NUMBER.test(text)) return false
  const neighbours = [-1, 1].flatMap((step) =>
    (pages[index + step] ?? []).filter(
      (other) => isAtHeight(other, strip) && textOf(other) === String(Number(text) + step) && other.cells.length === 1,
    ),
  )
  return neighbours.length > 0 || (Number(text) === index + 1 && standsApart(strip, edge, pages[index] ?? []))
}

function standsApart(strip: Strip, edge: Edge, page: readonly Strip[]): boolean {
  const next = page[page.indexOf(strip) + (edge === 'TOP' ? 1 : -1)]
  if (next === undefined) return false
  const gap = edge === 'TOP' ? next.box.top - strip.box.bottom : strip.box.top - next.box.bottom
  return gap > APART * strip.size
}
