import type { Family, FigurePath } from '../domain/figure-paths.ts'
import type { Form } from '../domain/forms.ts'
import { type ReportCondition, reportMatches } from './conditions.ts'
import type { Database } from './database.ts'
import { type Dimension, FIGURE_TABLES } from './figure-tables.ts'
import { Prisma } from './generated/prisma/client.ts'
import { type Direction, inOrder, isBeyond, type Place, reading, type Sorted, type Stretch } from './sort-order.ts'
import { DECIMAL } from './sort-values.ts'
import { figureSums } from './sums/figure-sums.ts'
import { unsummedReports } from './sums/unsummed.ts'
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

// GROUP BY over the figures of current revisions, or over sums of them where these tell what is asked: one statement a question.

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
  const bySums = totalsBySums(question)
  const answer = (bySums && (await answerTo(db, bySums))) ?? (await answerTo(db, totalsStatement(question)))
  if (answer === null) throw new Error('Expected totals by figures to be told, got none.')
  const found = answer.page.map((values): TotalRow => {
    const told = (names: readonly (TotalKey | Aggregate)[]) =>
      Object.fromEntries(names.map((by) => [by, toldValue(by, values[cells.indexOf(by)] ?? null)]))
    const place = orderBy.map(({ by }) => values[cells.indexOf(by)]?.toString() ?? null)
    return { key: told(groupBy), values: told(aggregates), place }
  })
  return { groups: answer.groups, rows: way === 'FORWARDS' ? found : found.reverse() }
}

interface TotalsAnswer {
  readonly groups: number
  readonly page: readonly TotalValue[][]
  /** Whether it holds: sums may be too far behind to be taken. */
  readonly holds: boolean
}

async function answerTo(db: Database, { text, values }: Sql): Promise<TotalsAnswer | null> {
  const { rows } = await db.pool.query<TotalsAnswer>(text, values)
  const [answer] = rows
  return answer?.holds ? answer : null
}

/** The statement over figures: one row, of the number of groups and the page as an array of arrays. */
export const totalsStatement = (question: TotalsQuestion): Sql =>
  statement(question, sql`totals AS (${groups(question, neededBy(question))})`, sql`TRUE`)

/** The statement over sums, and over the figures of reports that these are behind of; null when they do not tell what is asked. */
export function totalsBySums(question: TotalsQuestion): Sql | null {
  const aggregates = neededBy(question)
  const { groupBy, having, isOneFigure } = question
  const isCountedOnce = isOneFigure || !aggregates.some((name) => columnOf(name).byFigure !== undefined)
  if (!isCountedOnce || ![...groupBy, ...aggregates].every((by) => columnOf(by).bySums !== null)) return null
  const contested = aggregates.includes('reportsWithErrors') ? contestedFigures(question) : null
  const figures = figureSums(question, groupBy.includes('PROVINCE'), contested)
  if (figures === null) return null
  const of = (by: TotalKey | Aggregate) => columnOf(by).bySums ?? empty
  // What corrections have taken away may have left a group without figures.
  const isThere = groupBy.length === 0 ? [] : [raw('sum(figure.stated + figure.blank + figure.unreadable) > 0')]
  const totals = sql`
    SELECT ${columns(groupBy, aggregates, of)} FROM (${figures}) AS figure
    ${grouped(groupBy, [...isThere, ...held(having, of)])}`
  return statement(question, sql`${unsummedReports()}, totals AS (${totals})`, sql`(SELECT holds FROM sums_hold)`)
}

/** One row, of a page of what the part of WITH named `totals` has. */
function statement(question: TotalsQuestion, totals: Sql, holds: Sql): Sql {
  const { groupBy, orderBy, limit, way, from } = question
  const order = reading(sortedGroups(orderBy), way)
  return sql`
    WITH ${totals}
    SELECT
      ${holds} AS holds,
      (SELECT count(*)::int FROM totals) AS groups,
      coalesce(json_agg(json_build_array(${list([...groupBy, ...neededBy(question)].map(cell))})), '[]') AS page
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
  const { table, columns: dimensions } = FIGURE_TABLES[family]
  const isNamed = (...keys: TotalKey[]) => groupBy.some((key) => keys.includes(key))
  const conditions = Object.entries(dimensions).flatMap(([column, type]) => {
    const codes = figures[column as Dimension]
    return codes ? [sql`figure.${raw(`"${column}"`)} = ANY(${[...codes]}::${raw(type)}[])`] : []
  })
  const of = (by: TotalKey | Aggregate) => (isAggregate(by) ? aggregateOf(by, question) : columnOf(by).by)
  return sql`
    SELECT ${columns(groupBy, aggregates, of)}
    FROM reports AS report
    JOIN revisions AS revision
      ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
    JOIN ${raw(table)} AS figure
      ON (figure.agency_id, figure.year, figure.number) = (report.agency_id, report.year, report.current_number)
    ${aggregates.includes('reportsWithErrors') ? contested(question) : empty}
    ${isNamed('PREFECTURE', 'LEVEL') ? sql`JOIN districts AS district ON district.code = report.district_code` : empty}
    ${isNamed('AGENCY_KIND') ? sql`JOIN agencies AS agency ON agency.id = report.agency_id` : empty}
    WHERE ${join([...conditions, sql`revision.form = ANY(${[...forms]}::form[])`, reportMatches(filter)], ' AND ')}
    ${grouped(groupBy, held(having, of))}`
}

/** How a key or an aggregate is spelled in a statement. */
type Spelled = (by: TotalKey | Aggregate) => Sql

const columns = (groupBy: readonly TotalKey[], aggregates: readonly Aggregate[], of: Spelled): Sql =>
  list([...groupBy, ...aggregates].map((by) => sql`${of(by)} AS ${raw(nameOf(by))}`))

const held = (having: TotalsQuestion['having'], spelled: Spelled): Sql[] =>
  having.map(({ of, is, value }) => {
    return sql`${spelled(of)} ${OPERATORS[is]} ${String(value)}::${raw(columnOf(of).type.sqlType)}`
  })

const grouped = (groupBy: readonly TotalKey[], having: readonly Sql[]): Sql => sql`
  GROUP BY ${groupBy.length === 0 ? sql`()` : list(groupBy.map((_, place) => raw(String(place + 1))))}
  ${having.length === 0 ? empty : sql`HAVING ${join([...having], ' AND ')}`}`

/** The figures of which an error speaks, joined to those that are added up: at most one row for each. */
function contested(question: TotalsQuestion): Sql {
  const same = Object.keys(FIGURE_TABLES[question.family].columns).map(
    (name) => `contested."${name}" = figure."${name}"`,
  )
  return sql`
    LEFT JOIN (${contestedFigures(question)}) AS contested
      ON (contested.agency_id, contested.year, contested.number) = (figure.agency_id, figure.year, figure.number)
        AND ${raw(same.join(' AND '))}`
}

/** The figures of which an error speaks, each once. */
function contestedFigures({ family, paths }: TotalsQuestion): Sql {
  // A path is its family, and then what the columns hold.
  const parts = Object.entries(FIGURE_TABLES[family].columns).map(
    ([column, type], place) => `split_part(path, '.', ${place + 2})::${type} AS "${column}"`,
  )
  const asked = [...paths]
  return sql`
    SELECT DISTINCT finding.agency_id, finding.year, finding.number, ${raw(parts.join(', '))}
    FROM findings AS finding, unnest(finding.paths) AS path
    WHERE finding.severity = 'ERROR' AND finding.paths && ${asked}::text[] AND path = ANY(${asked}::text[])`
}

const isAggregate = (by: TotalKey | Aggregate): by is Aggregate => AGGREGATE_NAMES.some((name) => name === by)

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
