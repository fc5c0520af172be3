import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import { preparedStatements } from './prepared.ts'
import {
  inOrder,
  isUpTo,
  type Place,
  type Reading,
  reading,
  type Sorted,
  type SortKey,
  type Stretch,
  stretchesBeyond,
} from './sort-order.ts'

// Pages of a list in any order, found by the values of a place and never by counting rows. A place is what a row had in its sort keys
// when it was listed: it holds when rows come and go, that row among them.

type Sql = Prisma.Sql
const { raw, sql } = Prisma

/** A list that can be paged. The key of its rows is spelled as the store's client spells it. */
export interface PagedList<Key extends object> {
  /** As the API spells it. */
  readonly name: string
  readonly from: string | Sql
  /** The columns by which a row is found again. */
  readonly rowKey: { readonly [name in keyof Key]: string }
  /** The order of the list when none is asked for. No two rows are alike in all of its keys. */
  readonly order: readonly Sorted[]
}

export interface PageRequest extends Stretch {
  /** Which rows, over the aliases of `from` of the list. */
  readonly where: Sql
  /** The order asked for: it is completed by that of the list. */
  readonly order: readonly Sorted[]
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
  const page = found.slice(0, request.limit)
  if (request.way === 'BACKWARDS') page.reverse()
  return { rows: page, hasMore: found.length > request.limit, hasPassed }
}

interface TextPageRow {
  readonly text: string | null
  readonly places: readonly Place[]
  readonly has_more: boolean
  readonly has_passed: boolean
}

/** Pages of whole lists, of which one plan is as good for any place. Where a filter has values another plan may be better for others. */
const prepared = preparedStatements('pages', 20)

/** A page as the text of its rows. */
export interface TextPage extends Omit<Page<never>, 'rows'> {
  /** A JSON array. */
  readonly text: string
  /** Those of the first row and of the last one, in the order of the list. */
  readonly places: readonly Place[]
}

/**
 * Reads a page in one statement, its rows as text.
 * @param text an expression of it, over the columns of the key of `page`.
 */
export async function readTextPage(
  db: Database,
  list: PagedList<object>,
  request: PageRequest,
  text: string,
): Promise<TextPage> {
  const { text: statement, values } = textPageStatement(list, request, text)
  const isWhole = request.where.values.length === 0
  const { rows } = await db.pool.query<TextPageRow>({
    ...(isWhole ? prepared([statement], statement) : { text: statement }),
    values,
  })
  const [row] = rows
  return {
    text: row?.text ?? '[]',
    places: row?.places ?? [],
    hasMore: row?.has_more ?? false,
    hasPassed: row?.has_passed ?? false,
  }
}

/** Counts the rows of a list. */
export async function countRows(db: Database, list: PagedList<object>, where: Sql): Promise<number> {
  const { text, values } = sql`SELECT count(*)::int AS total FROM ${rowsOf(list)} WHERE ${where}`
  const { rows } = await db.pool.query<{ total: number }>(text, values)
  return rows[0]?.total ?? 0
}

/** The rows of a list, with their aliases. */
export const rowsOf = ({ from }: PagedList<object>) => (typeof from === 'string' ? raw(from) : from)

/** The statement of a page. One row more than the page tells whether there are more. */
export function pageStatement(list: PagedList<object>, request: PageRequest): Sql {
  const { sorted, names, rows, passed } = pageRows(list, request)
  // Made of the rows of the page alone: within, it would be made of every row that is sorted.
  const key = raw(names.map((name) => `'${name}', page."${name}"`).join(', '))
  return sql`
    SELECT
      coalesce(json_agg(json_build_object('place', json_build_array(${placeOf(sorted)}), 'key', json_build_object(${key}))), '[]') AS found,
      ${passed} AS has_passed
    FROM (${rows}) AS page`
}

/** The statement of a page of which the text is asked for: that of an array, in the order of the list. Of places there are those of its ends. */
export function textPageStatement(list: PagedList<object>, request: PageRequest, text: string): Sql {
  const { sorted, rows, passed } = pageRows(list, request)
  const { way } = request
  const limit = raw(String(request.limit))
  return sql`
    SELECT
      '[' || string_agg(${raw(text)}, ',' ORDER BY page.nth ${raw(way === 'FORWARDS' ? 'ASC' : 'DESC')}) FILTER (WHERE page.nth <= ${limit}) || ']' AS text,
      coalesce(json_agg(json_build_array(${placeOf(sorted)}) ORDER BY page.nth ${raw(way === 'FORWARDS' ? 'ASC' : 'DESC')})
        FILTER (WHERE page.nth <= ${limit} AND page.nth IN (1, least(${limit}, page.total))), '[]') AS places,
      count(*) > ${limit} AS has_more,
      ${passed} AS has_passed
    FROM (SELECT *, row_number() OVER () AS nth, count(*) OVER () AS total FROM (${rows}) AS found) AS page`
}

const placeOf = (sorted: readonly Reading[]) =>
  raw(sorted.map(({ key }, at) => asText(key, `page.value_${at}`)).join(', '))

/** The rows of a page, and one more, in the order in which it is read: what they are sorted by, and their keys. */
function pageRows(list: PagedList<object>, { where, order, way, from, limit }: PageRequest) {
  const sorted = reading(completed(order, list), way)
  // No parameter: a plan that is kept would be made for any number of rows.
  const most = raw(String(limit + 1))
  const joins = new Set(sorted.flatMap(({ key }) => key.joins ?? []))
  const source = sql`${rowsOf(list)} ${raw([...joins].join(' '))}`
  const columns = [
    ...sorted.map(({ key }, at) => `${key.expression} AS value_${at}`),
    ...Object.entries(list.rowKey).map(([name, column]) => `${column} AS "${name}"`),
  ]
  const passed = from ? sql`EXISTS (SELECT FROM ${source} WHERE ${where} AND ${isUpTo(sorted, from)})` : sql`FALSE`
  const stretches = (from ? stretchesBeyond(sorted, from) : [sql`TRUE`]).map(
    (stretch) => sql`
      SELECT ${raw(columns.join(', '))}
      FROM ${source}
      WHERE ${where} AND ${stretch}
      ORDER BY ${inOrder(sorted)}
      LIMIT ${most}`,
  )
  const [only = sql``, ...others] = stretches
  const rows =
    others.length === 0
      ? only
      : sql`${Prisma.join(stretches, ') UNION ALL (', '(', ')')}
      ORDER BY ${inOrder(sorted, (at) => `value_${at}`)}
      LIMIT ${most}`
  return { sorted, names: Object.keys(list.rowKey), rows, passed }
}

const asText = ({ type }: SortKey, value: string) => type.asText?.(value) ?? `${value}::text`
