import { Prisma } from './generated/prisma/client.ts'
import type { ValueType } from './sort-values.ts'

// Rows in an order, and those beyond a place in it: `ORDER BY`, and the condition that goes with it.

type Sql = Prisma.Sql
const { join, raw, sql } = Prisma

/** What rows may be sorted by. */
export interface SortKey {
  /** As callers spell it: `district.code`. One name, one key. */
  readonly name: string
  readonly expression: string
  readonly type: ValueType
  /**
   * Where rows without a value stand; left out where every row has one. GREATEST: behind all others when ascending and before them when
   * descending, as an index has them. LAST: behind all others either way.
   */
  readonly nulls?: 'GREATEST' | 'LAST'
  /** Joins without which the expression has no meaning, in their order. */
  readonly joins?: readonly string[]
}

export type Direction = 'asc' | 'desc'

/** A sort key and its direction: an order is a list of them, the weightiest first. */
export interface Sorted {
  readonly key: SortKey
  readonly direction: Direction
}

/** The values of a row in the sort keys of an order, each as text; null where it has none. */
export type Place = readonly (string | null)[]

/** From the start of the order, or from its end. */
export type Way = 'FORWARDS' | 'BACKWARDS'

/** So many rows, from an end of the order or from beyond a place in it. */
export interface Stretch {
  readonly way: Way
  readonly from?: Place | undefined
  readonly limit: number
}

/** A sort key as it is read: whether its values grow on the way, and where on the way rows without a value stand. */
export interface Reading {
  readonly key: SortKey
  readonly ascends: boolean
  readonly nulls: 'FIRST' | 'LAST'
}

/** The keys of an order, read that way. */
export const reading = (order: readonly Sorted[], way: Way): Reading[] =>
  order.map(({ key, direction }) => {
    const ascends = (direction === 'asc') === (way === 'FORWARDS')
    const isLast = key.nulls === 'LAST' ? way === 'FORWARDS' : ascends
    return { key, ascends, nulls: isLast ? 'LAST' : 'FIRST' }
  })

/** The order, for `ORDER BY`: by the expressions of its keys, or by what they are called where they have a name already. */
export const inOrder = (order: readonly Reading[], nameOf?: (at: number) => string): Sql =>
  raw(
    order
      .map(
        ({ key, ascends, nulls }, at) =>
          `${nameOf?.(at) ?? key.expression} ${ascends ? 'ASC' : 'DESC'}${key.nulls ? ` NULLS ${nulls}` : ''}`,
      )
      .join(', '),
  )

/** The row stands beyond the place. The bound on the first key says nothing new, but an index can start there. */
export function isBeyond(order: readonly Reading[], place: Place): Sql {
  const [first] = order
  const bound = first ? isAtOrBeyond(first, place[0] ?? null) : sql`TRUE`
  return sql`${bound} AND ${comparison(order, place)}`
}

/**
 * The rows beyond the place, as conditions of which each row meets one at most. In an order by columns of the rows themselves there are two:
 * those that are alike in the first key, and those beyond in it. An index goes on in each of them where the place is, also when the keys grow
 * in different directions; in one condition it would begin with the first of all rows that are alike in the first key, and of a year there
 * are thousands. Where a key is of another table the rows are looked up and sorted anyway, and are so once.
 */
export function stretchesBeyond(order: readonly Reading[], place: Place): Sql[] {
  const [first, second, ...others] = order
  if (first === undefined || second === undefined || order.some(({ key: { joins = [] } }) => joins.length > 0)) {
    return [isBeyond(order, place)]
  }
  const [value = null, ...values] = place
  return [sql`${isSame(first.key, value)} AND ${isBeyond([second, ...others], values)}`, isMore(first, value)]
}

/** The row stands before the place, or is the one that stands there. */
export function isUpTo(order: readonly Reading[], place: Place): Sql {
  const [first] = order
  const bound = first ? isAtOrBeyond(turned(first), place[0] ?? null) : sql`TRUE`
  return sql`${bound} AND ${comparison(order, place)} IS NOT TRUE`
}

const turned = ({ key, ascends, nulls }: Reading): Reading => ({
  key,
  ascends: !ascends,
  nulls: nulls === 'LAST' ? 'FIRST' : 'LAST',
})

/** The row is beyond in the first key, or equal there and beyond in those that follow. */
const comparison = (order: readonly Reading[], place: Place): Sql =>
  order.reduceRight((rest, read, at) => {
    const value = place[at] ?? null
    return sql`(${isMore(read, value)} OR (${isSame(read.key, value)} AND ${rest}))`
  }, sql`FALSE`)

const isMore = (read: Reading, value: string | null): Sql => {
  if (value !== null) return isOnSide(read, value, '')
  return read.nulls === 'LAST' ? sql`FALSE` : sql`${raw(read.key.expression)} IS NOT NULL`
}

const isAtOrBeyond = (read: Reading, value: string | null): Sql => {
  if (value !== null) return isOnSide(read, value, '=')
  return read.nulls === 'LAST' ? sql`${raw(read.key.expression)} IS NULL` : sql`TRUE`
}

function isOnSide({ key, ascends, nulls }: Reading, value: string, orEqual: '' | '='): Sql {
  const column = raw(key.expression)
  const side = sql`${column} ${raw(`${ascends ? '>' : '<'}${orEqual}`)} ${cast(key, value)}`
  return key.nulls && nulls === 'LAST' ? sql`(${join([side, sql`${column} IS NULL`], ' OR ')})` : side
}

function isSame(key: SortKey, value: string | null): Sql {
  const column = raw(key.expression)
  return value === null ? sql`${column} IS NULL` : sql`${column} = ${cast(key, value)}`
}

const cast = ({ type }: SortKey, value: string): Sql => sql`${value}::${raw(type.sqlType)}`
