import type { AgencyKind } from '../domain/agency.ts'
import type { FigureState } from '../domain/figure.ts'
import { type FigurePath, keyOf } from '../domain/figure-paths.ts'
import type { Form } from '../domain/forms.ts'
import { type Formula, pathOfAddend, pathsOfFormula } from '../domain/formula.ts'
import { type ReportCondition, reportMatches } from './conditions.ts'
import type { Database } from './database.ts'
import { FIGURE_TABLES } from './figure-tables.ts'
import { Prisma } from './generated/prisma/client.ts'
import { DECIMAL } from './row-lists.ts'
import { inOrder, isBeyond, type Place, reading, type Sorted, type Stretch } from './sort-order.ts'
import { DISTRICT_CODE, INT } from './sort-values.ts'
import { formulaOfFigures } from './sums/formula-sql.ts'
import { statedFigures } from './sums/revision-figures.ts'
import { groupCondition } from './sums/sum-conditions.ts'
import { digestOf, type FormFormulas, onlyFigure, type SummedFormula } from './sums/summed-formula.ts'
import { changedRevisions, unsummedReports } from './sums/unsummed.ts'

const { empty, join, raw, sql } = Prisma
type Sql = Prisma.Sql

/** What is followed over the years, and in which reports: current revisions only. */
export interface SeriesQuestion {
  readonly filter: ReportCondition
  /** Of one kind of agency, or of all. */
  readonly agencyKind: AgencyKind | null
  /** The forms that tell it, and what it is on each. */
  readonly formulas: ReadonlyMap<Form, FormFormulas>
}

/** What the reports of one year on one form come to. */
export interface SeriesSum {
  readonly year: number
  /** Null for reports that follow no known form. */
  readonly form: Form | null
  readonly reports: number
  /** How many of them have all figures that are needed. */
  readonly counted: number
  /** Of those that are counted, in plain decimal digits; null when none is. */
  readonly numerator: string | null
  /** Null also where nothing is divided. */
  readonly denominator: string | null
}

/** The sums of each year, form by form. One statement, over sums or over figures: no report leaves the database. */
export async function loadSeriesSums(db: Database, question: SeriesQuestion): Promise<readonly SeriesSum[]> {
  const bySums = seriesBySums(question)
  if (bySums !== null) {
    const { rows } = await db.pool.query<{ holds: boolean; years: readonly SeriesSum[] }>(bySums.text, bySums.values)
    const [answer] = rows
    if (answer?.holds) return answer.years
  }
  const { text, values } = seriesByFigures(question)
  const { rows } = await db.pool.query<SeriesSum>(text, values)
  return rows
}

/** The statement over the figures of all reports. */
export function seriesByFigures(question: SeriesQuestion): Sql {
  const cells = new Cells(question.formulas.values())
  const isRatio = isDivided(question)
  return sql`
    WITH matched AS (${matched(question)}),
    cells AS (${cells.select(sql`value`)}),
    told AS (
      SELECT matched.year, matched.form,
        ${byForm(question, ({ numerator }) => cells.sum(numerator))} AS numerator,
        ${isRatio ? byForm(question, ({ denominator }) => cells.sum(denominator ?? [])) : sql`NULL::numeric`} AS denominator
      FROM matched LEFT JOIN cells USING (agency_id, year, number)
      GROUP BY matched.agency_id, matched.year, matched.form
    ),
    known AS (
      SELECT *, numerator IS NOT NULL ${isRatio ? sql`AND denominator IS NOT NULL` : empty} AS counted FROM told
    )
    SELECT year, form, count(*)::int AS reports, count(*) FILTER (WHERE counted)::int AS counted,
      trim_scale(sum(numerator) FILTER (WHERE counted))::text AS numerator,
      trim_scale(sum(denominator) FILTER (WHERE counted))::text AS denominator
    FROM known GROUP BY year, form ORDER BY year, form`
}

/**
 * The statement over sums, and over the figures of reports that these are behind of: one row, of the years, and whether they hold. Null when
 * sums do not tell what is asked.
 */
export function seriesBySums(question: SeriesQuestion): Sql | null {
  const condition = groupCondition(askedOf(question))
  const formulas = Array.from(question.formulas, ([form, made]): SummedFormula => ({ form, ...made }))
  const isRatio = isDivided(question)
  if (condition === null || formulas.some(({ denominator }) => (denominator !== null) !== isRatio)) return null
  const kept = formulas.filter((formula) => onlyFigure(formula) === null).map(digestOf)
  const areKept = sql`
    (${kept}::text[] <@ ARRAY(SELECT formula FROM summed_formulas) OR NOT EXISTS (SELECT FROM sum_groups))`
  const ofForm = (of: (formula: SummedFormula) => string | null) => {
    const cases = formulas.map((formula) => sql`WHEN ${formula.form}::form THEN ${of(formula)}::text`)
    return cases.length === 0 ? sql`NULL::text` : sql`CASE grp.form ${join(cases, ' ')} END`
  }
  const holds = sql`${condition.holds} AND (SELECT holds FROM sums_hold)`
  const sideOf = (of: (formula: FormFormulas) => Formula | null) =>
    byForm(question, (formula) => formulaOfFigures(of(formula) ?? [], 'stated.figures'))
  const paths = formulas.flatMap(({ numerator, denominator }) => [numerator, denominator ?? []].flatMap(pathsOfFormula))
  const side = (name: string) => raw(`CASE WHEN sum(counted) > 0 THEN trim_scale(sum(${name}))::text END AS ${name}`)
  return sql`
    WITH ${unsummedReports(areKept)},
    matched AS (SELECT * FROM (${changedRevisions(raw('unsummed'))}) AS grp WHERE ${holds}),
    changed AS (
      SELECT matched.year, matched.form, matched.sign, ${sideOf(({ numerator }) => numerator)} AS numerator,
        ${isRatio ? sideOf(({ denominator }) => denominator) : sql`0`} AS denominator
      FROM matched CROSS JOIN LATERAL (${statedFigures('matched', new Set(paths))}) AS stated
    ),
    parts AS (
      SELECT grp.year, grp.form, grp.reports, coalesce(of_formula.counted, of_figure.stated, 0) AS counted,
        coalesce(of_formula.numerator, of_figure.sum) AS numerator, of_formula.denominator
      FROM sum_groups AS grp
      LEFT JOIN formula_sums AS of_formula
        ON of_formula.group_id = grp.id
          AND of_formula.formula = ${ofForm((formula) => (onlyFigure(formula) === null ? digestOf(formula) : null))}
      LEFT JOIN figure_sums AS of_figure ON of_figure.group_id = grp.id AND of_figure.path = ${ofForm(onlyFigure)}
      WHERE ${raw(`grp.province IS ${condition.isOfProvince ? 'NOT NULL' : 'NULL'}`)} AND ${holds}
      UNION ALL
      SELECT year, form, sign, sign * (numerator + denominator IS NOT NULL)::int,
        CASE WHEN denominator IS NOT NULL THEN sign * numerator END, CASE WHEN numerator IS NOT NULL THEN sign * denominator END
      FROM changed
    ),
    years AS (
      SELECT year, form, sum(reports)::int AS reports, sum(counted)::int AS counted, ${side('numerator')},
        ${isRatio ? side('denominator') : sql`NULL AS denominator`}
      FROM parts GROUP BY year, form HAVING sum(reports) > 0
    )
    SELECT holds, (SELECT coalesce(json_agg(years ORDER BY year, form), '[]') FROM years) AS years FROM sums_hold`
}

const isDivided = ({ formulas }: SeriesQuestion): boolean =>
  [...formulas.values()].some(({ denominator }) => denominator !== null)

/** One report of a line. */
export interface SeriesReport {
  readonly year: number
  readonly number: number
  readonly form: Form | null
  readonly figures: ReadonlyMap<FigurePath, { readonly state: FigureState; readonly value: string | null }>
}

/** The reports of one agency, by year. */
export interface SeriesLine {
  readonly districtCode: string
  readonly agencyId: number
  readonly reports: readonly SeriesReport[]
  /** The first and the last year of all lines, on every page. */
  readonly firstYear: number
  readonly lastYear: number
}

/** The order of the lines. */
export const ORDER_OF_LINES: readonly Sorted[] = [
  { key: { name: 'district.code', expression: 'district_code', type: DISTRICT_CODE }, direction: 'asc' },
  { key: { name: 'agency', expression: 'agency_id', type: INT }, direction: 'asc' },
]

/** Where a line stands in that order. */
export const placeOfLine = ({ districtCode, agencyId }: SeriesLine): Place => [districtCode, String(agencyId)]

interface LineRow extends Pick<SeriesReport, 'year' | 'number' | 'form'>, Omit<SeriesLine, 'reports'> {
  readonly cells: readonly [cell: number, state: FigureState, value: string | null][]
}

/** Some of the lines in their order, with the figures that are needed and no others. One statement. */
export async function loadSeriesLines(
  db: Database,
  question: SeriesQuestion,
  { way, from, limit }: Stretch,
): Promise<readonly SeriesLine[]> {
  const cells = new Cells(question.formulas.values())
  const order = reading(ORDER_OF_LINES, way)
  const { text, values } = sql`
    WITH matched AS (${matched(question)}),
    page AS (
      SELECT DISTINCT district_code, agency_id FROM matched
      WHERE ${from ? isBeyond(order, from) : sql`TRUE`}
      ORDER BY ${inOrder(order)} LIMIT ${limit}::int
    ),
    chosen AS MATERIALIZED (SELECT * FROM page JOIN matched USING (district_code, agency_id)),
    -- Materialized, or it is worked out anew for every report of the page.
    span AS MATERIALIZED (SELECT min(year) AS first, max(year) AS last FROM matched)
    SELECT district_code AS "districtCode", agency_id AS "agencyId", year, number, form,
      span.first AS "firstYear", span.last AS "lastYear", coalesce(figures.cells, '[]') AS cells
    FROM chosen
    CROSS JOIN span
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_array(cell, state, ${raw(DECIMAL('value::numeric'))})) AS cells
      FROM (${cells.select(sql`state, value`)}) AS cells
      WHERE (cells.agency_id, cells.year, cells.number) = (chosen.agency_id, chosen.year, chosen.number)
    ) AS figures ON TRUE
    ORDER BY ${inOrder(reading(ORDER_OF_LINES, 'FORWARDS'))}, year`
  const { rows } = await db.pool.query<LineRow>(text, values)
  return linesOf(rows, cells)
}

/** How many lines there are. */
export async function countSeriesLines(db: Database, question: SeriesQuestion): Promise<number> {
  const { text, values } = sql`SELECT count(DISTINCT agency_id)::int AS lines FROM (${matched(question)}) AS matched`
  const { rows } = await db.pool.query<{ lines: number }>(text, values)
  return rows[0]?.lines ?? 0
}

function linesOf(rows: readonly LineRow[], cells: Cells): readonly SeriesLine[] {
  const lines = Map.groupBy(rows, ({ agencyId }) => agencyId)
  return Array.from(lines.values(), ([first, ...rest]) => {
    if (!first) throw new Error('A group of rows has a row.')
    const { districtCode, agencyId, firstYear, lastYear } = first
    const reports = [first, ...rest].map(({ year, number, form, cells: printed }) => {
      return { year, number, form, figures: cells.figuresOf(printed) }
    })
    return { districtCode, agencyId, firstYear, lastYear, reports }
  })
}

/** The reports that are asked about, with their current revision and its form. */
function matched(question: SeriesQuestion): Sql {
  return sql`
    SELECT report.district_code, revision.agency_id, revision.year, revision.number, revision.form
    FROM reports AS report JOIN revisions AS revision
      ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
    WHERE ${reportMatches(askedOf(question))}`
}

const askedOf = ({ filter, agencyKind }: SeriesQuestion): ReportCondition =>
  agencyKind === null ? filter : { AND: [filter, { agency: { kind: { equals: agencyKind } } }] }

/** For each form what its formula makes of the cells of a report; null on a form that does not tell it. */
function byForm({ formulas }: SeriesQuestion, sumOf: (formulas: FormFormulas) => Sql): Sql {
  const cases = Array.from(formulas, ([form, made]) => sql`WHEN ${form}::form THEN ${sumOf(made)}`)
  return cases.length === 0 ? sql`NULL::numeric` : sql`CASE matched.form ${join(cases, ' ')} END`
}

/** The figures that a statement needs, each under a number of its own, whatever its table. */
class Cells {
  readonly #paths: readonly FigurePath[]

  constructor(formulas: Iterable<FormFormulas>) {
    const all = Array.from(formulas, ({ numerator, denominator }) => [numerator, denominator ?? []]).flat()
    this.#paths = [...new Set(all.flatMap(pathsOfFormula))]
  }

  /** The cells of all revisions as rows, with those columns of their tables. */
  select(columns: Sql): Sql {
    if (this.#paths.length === 0) return NO_CELLS
    // The codes are the domain's own. Spelled out they let the planner choose an index that holds totals only.
    const selects = this.#paths.map((path, cell) => {
      const { table, codes } = placeOf(path)
      const isIt = Object.entries(codes).map(([column, code]) => `"${column}" = '${code}'`)
      return sql`SELECT agency_id, year, number, ${raw(`${cell}`)} AS cell, ${columns} FROM ${raw(`${table} WHERE ${isIt.join(' AND ')}`)}`
    })
    return join(selects, ' UNION ALL ')
  }

  /** What the formula comes to in a group of the cells of one report: its first sum of which every figure is stated. */
  sum(formula: Formula): Sql {
    return sql`coalesce(${join([...formula.map((addends) => this.#sumOf(addends)), sql`NULL::numeric`], ', ')})`
  }

  #sumOf(addends: Formula[number]): Sql {
    const cells = addends.map((addend) => this.#paths.indexOf(pathOfAddend(addend)))
    const taken = cells.filter((_cell, place) => typeof addends[place] !== 'string')
    const isOne = (some: readonly number[]) => raw(`cell IN (${some.join(', ')})`)
    const value = taken.length === 0 ? sql`value` : sql`CASE WHEN ${isOne(taken)} THEN -value ELSE value END`
    return sql`
      CASE WHEN count(value) FILTER (WHERE ${isOne(cells)}) = ${raw(`${cells.length}`)}
        THEN sum(${value}) FILTER (WHERE ${isOne(cells)})::numeric END`
  }

  /** The cells of a row, by path again. */
  figuresOf(cells: LineRow['cells']): SeriesReport['figures'] {
    const paths = this.#paths
    return new Map(
      cells.flatMap(([cell, state, value]) => {
        const path = paths[cell]
        return path === undefined ? [] : [[path, { state, value }] as const]
      }),
    )
  }
}

const NO_CELLS = sql`
  SELECT NULL::int AS agency_id, NULL::smallint AS year, NULL::smallint AS number, NULL::int AS cell,
    NULL::figure_state AS state, NULL::numeric AS value WHERE FALSE`

/** The table of a figure, and its codes there. */
function placeOf(path: FigurePath) {
  const { family, ...codes } = keyOf(path)
  return { table: FIGURE_TABLES[family].table, codes }
}
