import type { AgencyKind } from '../domain/agency.ts'
import type { DistrictLevel } from '../domain/district.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { ReportStatus, Severity } from '../domain/finding.ts'
import type { Form } from '../domain/forms.ts'
import type { ReportChangeKind } from '../domain/report-change-kinds.ts'
import {
  all,
  any,
  type CodeCondition,
  coded,
  given,
  isWithin,
  type MomentCondition,
  moment,
  type NumberCondition,
  number,
  type Optional,
  type TextCondition,
  text,
} from './column-conditions.ts'
import { Prisma } from './generated/prisma/client.ts'
import { reportsAsOf } from './reports-as-of.ts'

// What callers may ask of rows, as SQL. Every statement over many rows takes its conditions from here, whatever it makes of the rows:
// a list, a total, a series, a search, an export.

type Sql = Prisma.Sql
const { join, raw, sql } = Prisma

/** Conditions on the rows that hang off one: at least one, all, or none of them. */
export type RelatedCondition<Conditions> = Optional<{ some: Conditions; every: Conditions; none: Conditions }>

/** Conditions that are put together: all of `AND`, at least one of `OR`, none of `NOT`. An empty `OR` never holds. */
type Combined<Conditions> = Conditions &
  Optional<{
    AND: readonly Combined<Conditions>[]
    OR: readonly Combined<Conditions>[]
    NOT: readonly Combined<Conditions>[]
  }>

export type DistrictCondition = Combined<
  Optional<{
    code: TextCondition
    name: TextCondition
    fullName: TextCondition
    level: CodeCondition<DistrictLevel>
    current: boolean
    /** The code of a division: itself and everything in it. */
    within: string
    parent: DistrictCondition
    children: RelatedCondition<DistrictCondition>
    agencies: RelatedCondition<AgencyCondition>
    reports: RelatedCondition<ReportCondition>
  }>
>

export type AgencyCondition = Combined<
  Optional<{
    name: TextCondition
    kind: CodeCondition<AgencyKind>
    district: DistrictCondition
    reports: RelatedCondition<ReportCondition>
  }>
>

export type ReportCondition = Combined<
  Optional<{
    year: NumberCondition
    /** Of the current revision, as the status is. */
    form: CodeCondition<Form>
    status: CodeCondition<ReportStatus>
    createdAt: MomentCondition
    updatedAt: MomentCondition
    district: DistrictCondition
    agency: AgencyCondition
    findings: RelatedCondition<FindingCondition>
  }>
>

export type FindingCondition = Combined<
  Optional<{
    ruleId: TextCondition
    severity: CodeCondition<Severity>
    /** Of the figures that the finding speaks of. */
    path: Optional<{ contains: FigurePath; containsAny: readonly FigurePath[] }>
    report: ReportCondition
  }>
>

export type CorrectionCondition = Combined<
  Optional<{
    kind: CodeCondition<ReportChangeKind>
    at: MomentCondition
    year: NumberCondition
    district: DistrictCondition
    agency: AgencyCondition
  }>
>

/**
 * A row of a statement, by the alias under which it stands there. Rows of statements within it get aliases of their own. Reports are seen
 * as they were at an instant, if one is given.
 */
class Row {
  readonly alias: string
  readonly #depth: number
  readonly #asOf: Date | null

  constructor(alias: string, asOf: Date | null = null, depth = 0) {
    this.alias = alias
    this.#asOf = asOf
    this.#depth = depth
  }

  /** The row as one of that table. */
  of(table: string): Sql {
    const rows = table === 'reports' && this.#asOf !== null ? reportsAsOf(this.#asOf) : raw(table)
    return sql`${rows} AS ${raw(this.alias)}`
  }

  column(name: string): Sql {
    return raw(`${this.alias}.${name}`)
  }

  /** A row of a statement within this one. */
  within(): Row {
    return new Row(`inner_${this.#depth + 1}`, this.#asOf, this.#depth + 1)
  }
}

/** Holds for the districts of the condition; the row stands as `district` unless told otherwise. */
export const districtMatches = (condition: DistrictCondition | null | undefined, alias = 'district'): Sql =>
  district(condition ?? {}, new Row(alias))

/** Holds for the agencies of the condition; the row stands as `agency` unless told otherwise. */
export const agencyMatches = (condition: AgencyCondition | null | undefined, alias = 'agency'): Sql =>
  agency(condition ?? {}, new Row(alias))

/**
 * Holds for the reports of the condition that are in force; the row stands as `report` unless told otherwise. As of an instant it holds
 * for those that were then: the row is one of `reportsAsOf`.
 */
export const reportMatches = (
  condition: ReportCondition | null | undefined,
  alias = 'report',
  asOf: Date | null = null,
): Sql => {
  const row = new Row(alias, asOf)
  return all([isInForce(row), report(condition ?? {}, row)])
}

/** Holds for the findings of the condition; the row stands as `finding` unless told otherwise. */
export const findingMatches = (condition: FindingCondition | null | undefined, alias = 'finding'): Sql =>
  finding(condition ?? {}, new Row(alias))

/** Holds for the corrections of the condition: what followed the creation of a report. The row stands as `change` beside its `report`. */
export const correctionMatches = (condition: CorrectionCondition | null | undefined): Sql =>
  sql`change.kind <> 'CREATED' AND ${correction(condition ?? {}, new Row('change'))}`

/** The condition of one kind of row. */
type Matches<Condition> = (condition: Condition, row: Row) => Sql

const district: Matches<DistrictCondition> = (condition, row) => {
  const { code, name, fullName, level, current, within, parent, children, agencies, reports } = condition
  return all([
    ...combined(condition, row, district),
    ...text(row.column('code'), code),
    ...text(row.column('name'), name),
    ...text(row.column('full_name'), fullName),
    ...coded(row.column('level'), level, 'district_level'),
    ...given(current, (value) => sql`${row.column('current')} = ${value}`),
    ...given(within, (of) => isWithin(row.column('code'), of)),
    ...one(parent, district, row, 'districts', (of) => sql`${of.column('code')} = ${row.column('parent_code')}`),
    ...many(children, district, row, 'districts', (of) => sql`${of.column('parent_code')} = ${row.column('code')}`),
    ...many(agencies, agency, row, 'agencies', (of) => sql`${of.column('district_code')} = ${row.column('code')}`),
    ...many(
      reports,
      report,
      row,
      'reports',
      inForce((of) => sql`${of.column('district_code')} = ${row.column('code')}`),
    ),
  ])
}

const agency: Matches<AgencyCondition> = (condition, row) => {
  const { name, kind, reports } = condition
  const inDistrict = (of: Row) => sql`${of.column('code')} = ${row.column('district_code')}`
  return all([
    ...combined(condition, row, agency),
    ...text(row.column('name'), name),
    ...coded(row.column('kind'), kind, 'agency_kind'),
    ...one(condition.district, district, row, 'districts', inDistrict),
    ...many(
      reports,
      report,
      row,
      'reports',
      inForce((of) => sql`${of.column('agency_id')} = ${row.column('id')}`),
    ),
  ])
}

const report: Matches<ReportCondition> = (condition, row) => {
  const { year, form, status, createdAt, updatedAt, findings } = condition
  const current = (of: Row) => isCurrent(of, row)
  const isOf = (column: string, key: string) => (of: Row) => sql`${of.column(key)} = ${row.column(column)}`
  return all([
    ...combined(condition, row, report),
    ...number(row.column('year'), year),
    ...moment(row.column('created_at'), createdAt),
    ...moment(row.column('updated_at'), updatedAt),
    ...one(asked(form), (form, of) => all(coded(of.column('form'), form, 'form')), row, 'revisions', current),
    ...one(
      asked(status),
      (status, of) => all(coded(of.column('status'), status, 'report_status')),
      row,
      'judgements',
      current,
    ),
    ...one(condition.district, district, row, 'districts', isOf('district_code', 'code')),
    ...one(condition.agency, agency, row, 'agencies', isOf('agency_id', 'id')),
    ...many(findings, finding, row, 'findings', current),
  ])
}

const finding: Matches<FindingCondition> = (condition, row) => {
  const { ruleId, severity, path } = condition
  const paths = row.column('paths')
  return all([
    ...combined(condition, row, finding),
    ...text(row.column('rule_id'), ruleId),
    ...coded(row.column('severity'), severity, 'severity'),
    ...given(path?.contains, (one) => sql`${paths} @> ${[one]}::text[]`),
    ...given(path?.containsAny, (some) => sql`${paths} && ${[...some]}::text[]`),
    ...one(condition.report, report, row, 'reports', (of) => isCurrent(row, of)),
  ])
}

const correction: Matches<CorrectionCondition> = (condition, row) => {
  const { kind, at, year } = condition
  const inDistrict = (of: Row) => sql`${of.column('code')} = report.district_code`
  return all([
    ...combined(condition, row, correction),
    ...coded(row.column('kind'), kind, 'report_change_kind'),
    ...moment(row.column('at'), at),
    ...number(row.column('year'), year),
    ...one(condition.district, district, row, 'districts', inDistrict),
    ...one(condition.agency, agency, row, 'agencies', (of) => sql`${of.column('id')} = ${row.column('agency_id')}`),
  ])
}

/** The report was not withdrawn. */
const isInForce = (row: Row) => sql`${row.column('current_number')} IS NOT NULL`

/** Of the reports of something those that were not withdrawn: there are no others, whatever is asked of them. */
const inForce = (isOne: (of: Row) => Sql) => (of: Row) => all([isInForce(of), isOne(of)])

/** The row hangs off the current revision of the report. */
const isCurrent = (row: Row, of: Row) =>
  join(
    [
      sql`${row.column('agency_id')} = ${of.column('agency_id')}`,
      sql`${row.column('year')} = ${of.column('year')}`,
      sql`${row.column('number')} = ${of.column('current_number')}`,
    ],
    ' AND ',
  )

function combined<Conditions>(
  { AND, OR, NOT }: Combined<Conditions>,
  row: Row,
  matches: Matches<Combined<Conditions>>,
): Sql[] {
  const each = (conditions: readonly Combined<Conditions>[]) => conditions.map((condition) => matches(condition, row))
  return [
    ...(AND == null ? [] : each(AND)),
    ...given(OR, (conditions) => any(each(conditions))),
    // Unknown is not held: whatever has no value fulfils the negation as well.
    ...(NOT == null ? [] : each(NOT).map((part) => sql`${part} IS NOT TRUE`)),
  ]
}

/** The one row that the row refers to fulfils the condition. */
function one<Condition>(
  condition: Condition | null | undefined,
  matches: Matches<Condition>,
  row: Row,
  table: string,
  isIt: (of: Row) => Sql,
): Sql[] {
  return condition == null ? [] : [exists(table, row.within(), (of) => sql`${isIt(of)} AND ${matches(condition, of)}`)]
}

function many<Condition>(
  related: RelatedCondition<Condition> | null | undefined,
  matches: Matches<Condition>,
  row: Row,
  table: string,
  isOne: (of: Row) => Sql,
): Sql[] {
  const { some, every, none } = related ?? {}
  const found = (holds: (of: Row) => Sql) => exists(table, row.within(), (of) => sql`${isOne(of)} AND ${holds(of)}`)
  return [
    ...given(some, (asked) => found((of) => matches(asked, of))),
    ...given(every, (asked) => sql`NOT ${found((of) => sql`${matches(asked, of)} IS NOT TRUE`)}`),
    ...given(none, (asked) => sql`NOT ${found((of) => matches(asked, of))}`),
  ]
}

const exists = (table: string, row: Row, holds: (row: Row) => Sql): Sql =>
  sql`EXISTS (SELECT FROM ${row.of(table)} WHERE ${holds(row)})`

/** The condition, if it asks for something. */
export const asked = <Conditions extends object>(conditions: Conditions | null | undefined): Conditions | null =>
  conditions != null && Object.values(conditions).some((value) => value != null) ? conditions : null
