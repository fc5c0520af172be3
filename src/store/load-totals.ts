import type { Family, FigurePath } from '../domain/figure-paths.ts'
import type { Form } from '../domain/forms.ts'
import { type ReportCondition, reportMatches } from './conditions.ts'
import type { Database } from './database.ts'
import { type Dimension, FIGURE_TABLES } from './figure-tables.ts'
import { Prisma } from './generated/prisma/client.ts'
import { type Direction, inOrder, isBeyond, type Place, reading, type Sorted, type Stretch } from './sort-order.ts'
import { DECIMAL } from './sort-values.ts'
import {
  AGGREGATE_NAMES,
  type Aggregate,
  type AggregateValues,
  columnOf,
  type KeyValues,
  nameOf,
  sortKeyOf,
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
  readonly direction: Direction
}

/** Which groups, and which stretch of them. */
export interface TotalsQuestion extends Stretch {
  readonly family: Family
  /** Which figures, by what tells them apart. */
  readonly figures: { readonly [dimension in Dimension]?: readonly string[] }
  /** The same figures by their paths, as findings name them. */
  readonly paths: readonly FigurePath[]
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
}

/** A group of figures. */
export interface TotalRow {
  readonly key: KeyValues
  readonly values: AggregateValues
  /** The values by which it was sorted: where it stands among the groups. */
  readonly place: Place
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

/** The order, as groups are sorted. */
export const sortedGroups = (orderBy: readonly TotalOrder[]): readonly Sorted[] =>
  orderBy.map(({ by, direction }) => ({ key: sortKeyOf(by), direction }))

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
    const place = orderBy.map(({ by }) => values[cells.indexOf(by)]?.toString() ?? null)
    return { key: told(groupBy), values: told(aggregates), place }
  })
  return { groups: answer.groups, rows: way === 'FORWARDS' ? found : found.reverse() }
}

/** The statement: one row, of the number of groups and the page as an array of arrays. */
export function totalsStatement(question: TotalsQuestion): Sql {
  const { groupBy, orderBy, limit, way, from } = question
  const aggregates = neededBy(question)
  const order = reading(sortedGroups(orderBy), way)
  return sql`
    WITH totals AS (${groups(question, aggregates)})
    SELECT
      (SELECT count(*)::int FROM totals) AS groups,
      coalesce(json_agg(json_build_array(${list([...groupBy, ...aggregates].map(cell))})), '[]') AS page
    FROM (
      SELECT * FROM totals
      WHERE ${from ? isBeyond(order, from) : sql`TRUE`}
      ORDER BY ${order.length === 0 ? sql`1` : inOrder(order)}
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
    return sql`${aggregateOf(of, question)} ${OPERATORS[is]} ${String(value)}::${raw(columnOf(of).type.sqlType)}`
  })
  return sql`
    SELECT ${list([
      ...groupBy.map((key) => sql`${columnOf(key).by} AS ${raw(nameOf(key))}`),
      ...aggregates.map((name) => sql`${aggregateOf(name, question)} AS ${raw(nameOf(name))}`),
    ])}
    FROM reports AS report
    JOIN revisions AS revision
      ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
    JOIN ${raw(table)} AS figure
      ON (figure.agency_id, figure.year, figure.number) = (report.agency_id, report.year, report.current_number)
    ${aggregates.includes('reportsWithErrors') ? contested(question) : empty}
    ${isNamed('PREFECTURE', 'LEVEL') ? sql`JOIN districts AS district ON district.code = report.district_code` : empty}
    ${isNamed('AGENCY_KIND') ? sql`JOIN agencies AS agency ON agency.id = report.agency_id` : empty}
    WHERE ${join([...conditions, sql`revision.form = ANY(${[...forms]}::form[])`, reportMatches(filter)], ' AND ')}
    GROUP BY ${groupBy.length === 0 ? sql`()` : list(groupBy.map((_, place) => raw(String(place + 1))))}
    ${held.length === 0 ? empty : sql`HAVING ${join(held, ' AND ')}`}`
}

/** The figures of which an error speaks, joined to those that are added up: at most one row for each. */
function contested({ family, paths }: TotalsQuestion): Sql {
  const columns = Object.entries(FIGURE_TABLES[family].columns)
  // A path is its family, and then what the columns hold.
  const parts = columns.map(([column, type], place) => `split_part(path, '.', ${place + 2})::${type} AS "${column}"`)
  const same = columns.map(([column]) => `contested."${column}" = figure."${column}"`)
  const asked = [...paths]
  return sql`
    LEFT JOIN (
      SELECT DISTINCT finding.agency_id, finding.year, finding.number, ${raw(parts.join(', '))}
      FROM findings AS finding, unnest(finding.paths) AS path
      WHERE finding.severity = 'ERROR' AND finding.paths && ${asked}::text[] AND path = ANY(${asked}::text[])
    ) AS contested
      ON (contested.agency_id, contested.year, contested.number) = (figure.agency_id, figure.year, figure.number)
        AND ${raw(same.join(' AND '))}`
}

/** Where no report has two figures in a group, figures are counted for reports: that needs no sorting. */
const aggregateOf = (name: Aggregate, { isOneFigure }: TotalsQuestion): Sql => {
  const { by, byFigure } = columnOf(name)
  return (isOneFigure ? byFigure : undefined) ?? by
}

/** A list of nothing stands for one NULL, which nobody reads. */
const list = (parts: readonly Sql[]): Sql => (parts.length === 0 ? sql`NULL` : join([...parts], ', '))

function cell(by: TotalKey | Aggregate): Sql {
  return raw(columnOf(by).type === DECIMAL ? `trim_scale(${nameOf(by)})::text` : nameOf(by))
}
