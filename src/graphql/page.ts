import type { Place, Stretch, Way } from '../store/sort-order.ts'
import { type CursorOf, cursorOf } from './cursor.ts'

/** What a page says of itself, whichever way it was asked for. */
export function pageInfoOf(cursors: readonly string[], way: Way, beyond: { hasMore: boolean; hasPassed: boolean }) {
  const isForwards = way === 'FORWARDS'
  return {
    hasNextPage: isForwards ? beyond.hasMore : beyond.hasPassed,
    hasPreviousPage: isForwards ? beyond.hasPassed : beyond.hasMore,
    startCursor: cursors.at(0) ?? null,
    endCursor: cursors.at(-1) ?? null,
  }
}

/** The same stretch with one row more, which tells whether there are more. */
export const oneMore = (asked: Stretch): Stretch => ({ ...asked, limit: asked.limit + 1 })

/** The page that was asked for, of the rows of `oneMore` in the order of the list. Where a place was named, there was a row. */
export function pageOf<Row>(rows: readonly Row[], asked: Stretch, cursors: CursorOf, placeOf: (row: Row) => Place) {
  const { way, from, limit } = asked
  const page = way === 'FORWARDS' ? rows.slice(0, limit) : rows.slice(Math.max(rows.length - limit, 0))
  const edges = page.map((node) => ({ cursor: cursorOf(cursors, placeOf(node)), node }))
  const beyond = { hasMore: rows.length > limit, hasPassed: from !== undefined }
  const pageInfo = pageInfoOf(
    edges.map(({ cursor }) => cursor),
    way,
    beyond,
  )
  return { edges, pageInfo }
}
