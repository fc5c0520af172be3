import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Direction, Place, SortKey } from '../store/sort-order.ts'
import type { ValueType } from '../store/sort-values.ts'
import { badUserInput } from './refusals.ts'

// A cursor is the place of a row in the order of its list, with the name of that list and that order, and what was asked where the rows are
// made of it: whoever gives it to another is told so. It is nothing secret: one that is made up is a place like any other, as long as its values are of their kinds.

/** What a cursor has to know of a sort key: its name, and which values it has. */
interface PlaceKey extends Pick<SortKey, 'name' | 'nulls'> {
  readonly type: Pick<ValueType, 'accepts'>
}

/** A list and its order. */
export interface CursorOf {
  /** The name of the list. */
  readonly list: string
  /** Its whole order. */
  readonly order: readonly { readonly key: PlaceKey; readonly direction: Direction }[]
  /** The mark of what the rows are made of (`markOf`); left out where rows are there by themselves. A filter is none of it. */
  readonly made?: string
}

const Contents = z.tuple([z.string(), z.string(), z.array(z.string().nullable()), z.string().optional()])

/** The mark of what rows are made of: short, and another for anything else. */
export const markOf = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 12)

/** The cursor of a place. */
export function cursorOf(of: CursorOf, place: Place): string {
  const made = of.made === undefined ? [] : [of.made]
  return Buffer.from(JSON.stringify([of.list, inWords(of), place, ...made])).toString('base64url')
}

/**
 * The place that a cursor names; the name of the argument stands in the refusal of one that is none.
 * @throws GraphQLError BAD_USER_INPUT when it is none, or one of another list, another order or another question.
 */
export function placeOf(of: CursorOf, argument: 'after' | 'before', cursor: string): Place {
  const expected = `Expected "${argument}" to be a cursor that the list "${of.list}" gave in this order (${inWords(of)})`
  const contents = Contents.safeParse(jsonOf(cursor))
  if (!contents.success) throw badUserInput(`${expected}, got another text.`)
  const [list, order, place, made] = contents.data
  if (list !== of.list) throw badUserInput(`${expected}, got one of another list.`)
  if (order !== inWords(of)) {
    throw badUserInput(`${expected}, got one of another order: ask for the first page, and go on from its cursors.`)
  }
  const isPlace = of.order.every(({ key }, at) => {
    const value = place[at]
    return value == null ? value === null && key.nulls !== undefined : key.type.accepts(value)
  })
  if (!isPlace || place.length !== of.order.length) throw badUserInput(`${expected}, got one that was changed.`)
  if (made !== of.made) {
    throw badUserInput(
      `${expected}, got one of another question: ask for the first page of this one, and go on from its cursors.`,
    )
  }
  return place
}

const inWords = ({ order }: CursorOf) =>
  order.map(({ key, direction }) => `${key.name} ${direction.toUpperCase()}`).join(', ')

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
