import { z } from 'zod'
import type { Place, Sorted } from '../store/keyset.ts'
import { badUserInput } from './refusals.ts'

// A cursor is the place of a row in the order of its list, with the name of that list and that order: whoever gives it to another
// is told so. It is nothing secret: one that is made up is a place like any other, as long as its values are of their kinds.

interface CursorOf {
  /** The name of the list. */
  readonly list: string
  /** Its whole order. */
  readonly order: readonly Sorted[]
}

const Contents = z.tuple([z.string(), z.string(), z.array(z.string().nullable())])

/** The cursor of a place. */
export function cursorOf(of: CursorOf, place: Place): string {
  return Buffer.from(JSON.stringify([of.list, inWords(of.order), place])).toString('base64url')
}

/** The place that a cursor names; the name of the argument stands in the refusal of one that is none. */
export function placeOf(of: CursorOf, argument: 'after' | 'before', cursor: string): Place {
  const expected = `Expected "${argument}" to be a cursor that the list "${of.list}" gave in this order (${inWords(of.order)})`
  const contents = Contents.safeParse(jsonOf(cursor))
  if (!contents.success) throw badUserInput(`${expected}, got another text.`)
  const [list, order, place] = contents.data
  if (list !== of.list) throw badUserInput(`${expected}, got one of another list.`)
  if (order !== inWords(of.order)) {
    throw badUserInput(`${expected}, got one of another order: ask for the first page, and go on from its cursors.`)
  }
  const isPlace = of.order.every(({ key }, at) => {
    const value = place[at]
    return value == null ? value === null && key.isNullable === true : key.type.accepts(value)
  })
  if (!isPlace || place.length !== of.order.length) throw badUserInput(`${expected}, got one that was changed.`)
  return place
}

const inWords = (order: readonly Sorted[]) =>
  order.map(({ key, direction }) => `${key.name} ${direction.toUpperCase()}`).join(', ')

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
