import { z } from 'zod'
import type { TotalOrder, TotalRow } from '../store/load-totals.ts'
import { columnOf, type TotalValue } from '../store/total-columns.ts'
import { badUserInput } from './refusals.ts'

// A cursor is what its group is sorted by, with the values of the group: a page goes on behind them though figures have changed since.

const Cursor = z.tuple([z.array(z.string()), z.array(z.union([z.string(), z.int(), z.null()]))])

const inWords = (orderBy: readonly TotalOrder[]) => orderBy.map(({ by, direction }) => `${by} ${direction}`)

/** The cursor of a group in an order. */
export function totalCursor({ place }: TotalRow, orderBy: readonly TotalOrder[]): string {
  return Buffer.from(JSON.stringify([inWords(orderBy), place])).toString('base64url')
}

/**
 * The values behind which a page goes on.
 * @throws GraphQLError BAD_USER_INPUT when the cursor is none, or one of another order.
 */
export function readTotalCursor(
  argument: string,
  cursor: string,
  orderBy: readonly TotalOrder[],
): readonly TotalValue[] {
  const refused = (came: string) =>
    badUserInput(`Expected "${argument}" to be a cursor of the same totals in the same order, got ${came}.`)
  const { data } = Cursor.safeParse(decoded(cursor))
  if (!data) throw refused('another text')
  const [order, values] = data
  if (order.join() !== inWords(orderBy).join()) throw refused(`one in the order ${order.join(', ') || 'of nothing'}`)
  const isWhole = orderBy.every(({ by }, place) => {
    const value = values[place]
    return value === null || (value !== undefined && columnOf(by).accepts(value))
  })
  if (!isWhole) throw refused('one that was changed')
  return values
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
