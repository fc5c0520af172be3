import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'

// Pages of a list in any order, found by the values of a place and never by counting rows. A place is what a row had in its sort keys
// when it was listed: it holds when rows come and go, that row among them.

type Sql = Prisma.Sql
const { raw, sql } = Prisma

/** The values of a row in the sort keys of an order, each as text; null where it has none. */
export type Place = readonly (string | null)[]

/** The values that a sort key may have. */
export interface ValueType {
  readonly sqlType: string
  /** Whether the text is such a value: one that is none must not reach the database. */
  readonly accepts: (text: string) => boolean
  /** An expression of the type as text that `accepts` takes again; a cast unless it says otherwise. */
  readonly asText?: (expression: string) => string
}

/** What a list may be sorted by. */
export interface SortKey {
  /** As callers spell it: `district.code`. One name, one key. */
  readonly name: string
  readonly expression: string
  readonly type: ValueType
  /** Rows without a value stand behind all others when ascending, and before them when descending. */
  readonly isNullable?: boolean
  /** Joins without which the expression has no meaning, in their order. */
  readonly joins?: readonly string[]
}

export type Direction = 'asc' | 'desc'

/** A sort key and its direction: an order is a list of them, the weightiest first. */
export interface Sorted {
  readonly key: SortKey
  readonly direction: Direction
}

/** A list that can be paged. The key of its rows is spelled as the store's client spells it. */
export interface PagedList<Key extends object> {
  /** As the API spells it. */
  readonly name: string
  readonly from: string
  /** The columns by which a row is found again. */
  readonly rowKey: { readonly [name in keyof Key]: string }
  /** The order of the list when none is asked for. No two rows are alike in all of its keys. */
  readonly order: readonly Sorted[]
}

export interface PageRequest {
  /** Which rows, over the aliases of `from`. */
  readonly where: Sql
  /** The order asked for: it is completed by that of the list. */
  readonly order: readonly Sorted[]
  readonly way: 'FORWARDS' | 'BACKWARDS'
  /** Where the page begins; backwards, where it ends. At the end of the list when left out. */
  readonly from?: Place | undefined
  /** How many rows at most. */
  readonly size: number
}

/** A row of a page: its place, and the key by which it is found. */
export interface PageRow<Key extends object> {
  readonly place: Place
  readonly key: Key
}

/** A page, its rows in the order of the list whichever way it was paged. */
export interface Page<Key extends object> {
  readonly rows: readonly PageRow<Key>[]
  /** There are rows beyond the page, the way it was paged. */
  readonly hasMore: boolean
  /** There are rows on this side of where it began, that of the place itself among them. */
  readonly hasPassed: boolean
}

/** The order asked for, completed by that of the list: every row has a place of its own. A key that stood before decides nothing. */
export function completed(order: readonly Sorted[], list: PagedList<object>): Sorted[] {
  const byName = new Map<string, Sorted>()
  for (const sorted of [...order, ...list.order]) {
    if (!byName.has(sorted.key.name)) byName.set(sorted.key.name, sorted)
  }
  return [...byName.values()]
}

/** Reads a page in one statement: the keys of its rows, and what lies on either side. */
export async function readPage<Key extends object>(
  db: Database,
  list: PagedList<Key>,
  request: PageRequest,
): Promise<Page<Key>> {
  const { text, values } = pageStatement(list, request)
  const { rows } = await db.pool.query<{ found: PageRow<Key>[]; has_passed: boolean }>(text, values)
  const [{ found, has_passed: hasPassed } = { found: [], has_passed: false }] = rows
  const page = found.slice(0, request.size)
  if (request.way === 'BACKWARDS') page.reverse()
  return { rows: page, hasMore: found.length > request.size, hasPassed }
}

/** Counts the rows of a list. */
export async function countRows(db: Database, list: PagedList<object>, where: Sql): Promise<number> {
  const { text, values } = sql`SELECT count(*)::int AS total FROM ${raw(list.from)} WHERE ${where}`
  const { rows } = await db.pool.query<{ total: number }>(text, values)
  return rows[0]?.total ?? 0
}

/** The statement of a page. One row more than the page tells whether there are more. */
export function pageStatement(list: PagedList<object>, { where, order, way, from, size }: PageRequest): Sql {
  const sorted = completed(order, list).map(({ key, direction }) => {
    return { key, ascends: (direction === 'asc') === (way === 'FORWARDS') }
  })
  const joins = new Set(sorted.flatMap(({ key }) => key.joins ?? []))
  const rows = raw([list.from, ...joins].join(' '))
  const by = raw(sorted.map(({ key, ascends }) => `${key.expression} ${ascends ? 'ASC' : 'DESC'}`).join(', '))
  const names = Object.entries(list.rowKey)
  const columns = [
    ...sorted.map(({ key }, at) => `${key.expression} AS value_${at}`),
    ...names.map(([name, column]) => `${column} AS "${name}"`),
  ]
  // Made of the rows of the page alone: within, it would be made of every row that is sorted.
  const place = raw(sorted.map(({ key }, at) => asText(key, `page.value_${at}`)).join(', '))
  const key = raw(names.map(([name]) => `'${name}', page."${name}"`).join(', '))
  const passed = from && sql`EXISTS (SELECT FROM ${rows} WHERE ${where} AND ${isUpTo(sorted, from)})`
  return sql`
    SELECT
      coalesce(json_agg(json_build_object('place', json_build_array(${place}), 'key', json_build_object(${key}))), '[]') AS found,
      ${passed ?? sql`FALSE`} AS has_passed
    FROM (
      SELECT ${raw(columns.join(', '))}
      FROM ${rows}
      WHERE ${where} AND ${from ? isBeyond(sorted, from) : sql`TRUE`}
      ORDER BY ${by}
      LIMIT ${size + 1}
    ) AS page`
}

const asText = ({ type }: SortKey, value: string) => type.asText?.(value) ?? `${value}::text`

/** A sort key, and whether its values grow in the direction of reading. */
interface Reading {
  readonly key: SortKey
  readonly ascends: boolean
}

/** The row stands beyond the place. The bound on the first key says nothing new, but an index can start there. */
function isBeyond(order: readonly Reading[], place: Place): Sql {
  const [first] = order
  const bound = first ? isAtOrBeyond(first, place[0] ?? null) : sql`TRUE`
  return sql`${bound} AND ${comparison(order, place)}`
}

/** The row stands before the place, or is the one that stands there. */
function isUpTo(order: readonly Reading[], place: Place): Sql {
  const [first] = order
  const bound = first ? isAtOrBeyond({ ...first, ascends: !first.ascends }, place[0] ?? null) : sql`TRUE`
  return sql`${bound} AND ${comparison(order, place)} IS NOT TRUE`
}

/** The row is beyond in the first key, or equal there and beyond in those that follow. */
const comparison = (order: readonly Reading[], place: Place): Sql =>
  order.reduceRight((rest, reading, at) => {
    const value = place[at] ?? null
    return sql`(${isMore(reading, value)} OR (${isSame(reading.key, value)} AND ${rest}))`
  }, sql`FALSE`)

function isMore({ key, ascends }: Reading, value: string | null): Sql {
  const column = raw(key.expression)
  if (value === null) return ascends ? sql`FALSE` : sql`${column} IS NOT NULL`
  if (!ascends) return sql`${column} < ${cast(key, value)}`
  return key.isNullable
    ? sql`(${column} > ${cast(key, value)} OR ${column} IS NULL)`
    : sql`${column} > ${cast(key, value)}`
}

function isSame(key: SortKey, value: string | null): Sql {
  const column = raw(key.expression)
  return value === null ? sql`${column} IS NULL` : sql`${column} = ${cast(key, value)}`
}

function isAtOrBeyond({ key, ascends }: Reading, value: string | null): Sql {
  const column = raw(key.expression)
  if (value === null) return ascends ? sql`${column} IS NULL` : sql`TRUE`
  if (!ascends) return sql`${column} <= ${cast(key, value)}`
  return key.isNullable
    ? sql`(${column} >= ${cast(key, value)} OR ${column} IS NULL)`
    : sql`${column} >= ${cast(key, value)}`
}

const cast = ({ type }: SortKey, value: string): Sql => sql`${value}::${raw(type.sqlType)}`
