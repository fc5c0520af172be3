import type { Family } from '../domain/figure-paths.ts'
import type { Form } from '../domain/forms.ts'
import { type ReportCondition, reportMatches } from './conditions.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import { beyond, inOrder, type SortColumn } from './sort-columns.ts'
import {
  AGGREGATE_NAMES,
  type Aggregate,
  type AggregateValues,
  columnOf,
  type Dimension,
  FIGURE_TABLES,
  type KeyValues,
  nameOf,
  type TotalKey,
  type TotalValue,
  toldValue,
} from './total-columns.ts'

// GROUP BY over the figures of current revisions: one statement a question, whatever it asks.

type Sql = Prisma.Sql
const { empty, join, raw, sql } = Prisma

export type Comparison = 'equals' | 'gt' | 'gte' | 'lt' | 'lte'
const OPERATORS: Readonly<Record<Comparison, Sql>> = {
  equals: raw('='),
  gt: raw('>'),
  gte: raw('>='),
  lt: raw('<'),
  lte: raw('<='),
}

/** What a group is sorted by: a key that it is grouped by, or an aggregate. */
export interface TotalOrder {
  readonly by: TotalKey | Aggregate
  readonly direction: 'asc' | 'desc'
}

export interface TotalsQuestion {
  readonly family: Family
  /** Which figures, by what tells them apart. */
  readonly figures: { readonly [dimension in Dimension]?: readonly string[] }
  /** Reports on these forms only. */
  readonly forms: readonly Form[]
  readonly filter: ReportCondition | null | undefined
  readonly groupBy: readonly TotalKey[]
  /** What is asked for. The others are not worked out. */
  readonly aggregates: ReadonlySet<Aggregate>
  /** Whether no report has two figures in a group, so that counting figures counts reports. */
  readonly isOneFigure: boolean
  readonly having: readonly { readonly of: Aggregate; readonly is: Comparison; readonly value: string | number }[]
  /** In which every group has a place of its own: `completeOrder` sees to that. */
  readonly orderBy: readonly TotalOrder[]
  readonly limit: number
  readonly way: 'FORWARDS' | 'BACKWARDS'
  /** The values of `orderBy` of the group behind which the page begins, seen in its way. */
  readonly from: readonly TotalValue[] | null
}

/** A group of figures. */
export interface TotalRow {
  readonly key: KeyValues
  readonly values: AggregateValues
  /** The values by which it was sorted: where it stands among the groups. */
  readonly place: readonly TotalValue[]
}

export interface TotalsPage {
  /** How many groups there are on all pages. */
  readonly groups: number
  /** In the order asked for, whichever way the page was read. */
  readonly rows: readonly TotalRow[]
}

/** The order with the keys at its end that give every group a place of its own. */
export function completeOrder(orderBy: readonly TotalOrder[], groupBy: readonly TotalKey[]): readonly TotalOrder[] {
  const missing = groupBy.filter((key) => orderBy.every(({ by }) => by !== key))
  return [...orderBy, ...missing.map((by) => ({ by, direction: 'asc' as const }))]
}

/** One page of groups, and how many groups there are. */
export async function loadTotals(db: Database, question: TotalsQuestion): Promise<TotalsPage> {
  const { groupBy, orderBy, way } = question
  const aggregates = neededBy(question)
  const cells = [...groupBy, ...aggregates]
  const statement = totalsStatement(question)
  const { rows } = await db.pool.query<{ groups: number; page: TotalValue[][] }>(statement.text, statement.values)
  const [answer = { groups: 0, page: [] }] = rows
  const found = answer.page.map((values): TotalRow => {
    const told = (names: readonly (TotalKey | Aggregate)[]) =>
      Object.fromEntries(names.map((by) => [by, toldValue(by, values[cells.indexOf(by)] ?? null)]))
    const place = orderBy.map(({ by }) => values[cells.indexOf(by)] ?? null)
    return { key: told(groupBy), values: told(aggregates), place }
  })
  return { groups: answer.groups, rows: way === 'FORWARDS' ? found : found.reverse() }
}

/** The statement: one row, of the number of groups and the page as an array of arrays. */
export function totalsStatement(question: TotalsQuestion): Sql {
  const { groupBy, orderBy, limit, way, from } = question
  const aggregates = neededBy(question)
  const order = orderBy.map(
    ({ by, direction }): SortColumn => ({ column: nameOf(by), type: columnOf(by).type, direction }),
  )
  return sql`
    WITH totals AS (${groups(question, aggregates)})
    SELECT
      (SELECT count(*)::int FROM totals) AS groups,
      coalesce(json_agg(json_build_array(${list([...groupBy, ...aggregates].map(cell))})), '[]') AS page
    FROM (
      SELECT * FROM totals
      WHERE ${from === null ? sql`TRUE` : beyond(order, from, way)}
      ORDER BY ${order.length === 0 ? sql`1` : inOrder(order, way)}
      LIMIT ${limit}
    ) AS total`
}

/** The aggregates that are asked for, those of the conditions, and those by which groups are sorted. */
function neededBy({ aggregates, having, orderBy }: TotalsQuestion): readonly Aggregate[] {
  const named = new Set([...aggregates, ...having.map(({ of }) => of), ...orderBy.map(({ by }) => by)])
  return AGGREGATE_NAMES.filter((name) => named.has(name))
}

function groups(question: TotalsQuestion, aggregates: readonly Aggregate[]): Sql {
  const { family, figures, forms, filter, groupBy, having } = question
  const { table, columns } = FIGURE_TABLES[family]
  const isNamed = (...keys: TotalKey[]) => groupBy.some((key) => keys.includes(key))
  const conditions = Object.entries(columns).flatMap(([column, type]) => {
    const codes = figures[column as Dimension]
    return codes ? [sql`figure.${raw(`"${column}"`)} = ANY(${[...codes]}::${raw(type)}[])`] : []
  })
  const held = having.map(({ of, is, value }) => {
    return sql`${aggregateOf(of, question)} ${OPERATORS[is]} ${String(value)}::${raw(columnOf(of).type)}`
  })
  return sql`
    SELECT ${list([
      ...groupBy.map((key) => sql`${columnOf(key).by} AS ${nameOf(key)}`),
      ...aggregates.map((name) => sql`${aggregateOf(name, question)} AS ${nameOf(name)}`),
    ])}
    FROM reports AS report
    JOIN revisions AS revision
      ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
    JOIN ${raw(table)} AS figure
      ON (figure.agency_id, figure.year, figure.number) = (report.agency_id, report.year, report.current_number)
    ${isNamed('PREFECTURE', 'LEVEL') ? sql`JOIN districts AS district ON district.code = report.district_code` : empty}
    ${isNamed('AGENCY_KIND') ? sql`JOIN agencies AS agency ON agency.id = report.agency_id` : empty}
    WHERE ${join([...conditions, sql`revision.form = ANY(${[...forms]}::form[])`, reportMatches(filter)], ' AND ')}
    GROUP BY ${groupBy.length === 0 ? sql`()` : list(groupBy.map((_, place) => raw(String(place + 1))))}
    ${held.length === 0 ? empty : sql`HAVING ${join(held, ' AND ')}`}`
}

const aggregateOf = (name: Aggregate, { isOneFigure }: TotalsQuestion): Sql =>
  name === 'reports' && isOneFigure ? sql`count(*)` : columnOf(name).by

/** A list of nothing stands for one NULL, which nobody reads. */
const list = (parts: readonly Sql[]): Sql => (parts.length === 0 ? sql`NULL` : join([...parts], ', '))

function cell(by: TotalKey | Aggregate): Sql {
  return columnOf(by).type === 'numeric' ? sql`trim_scale(${nameOf(by)})::text` : nameOf(by)
}
