import type { AgencyKind } from '../domain/agency.ts'
import type { DistrictLevel } from '../domain/district.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { ReportStatus, Severity } from '../domain/finding.ts'
import type { Form } from '../domain/forms.ts'
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

// What callers may ask of rows, as SQL. Every statement over many rows takes its conditions from here, whatever it makes of the rows:
// a list, a total, a series, a search, an export.

type Sql = Prisma.Sql
const { join, raw, sql } = Prisma

/** The runs of a key; all of them when none is given. */
export const runsOf = (keyId: number | null): Sql => (keyId === null ? sql`TRUE` : sql`run.key_id = ${keyId}`)

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

/** A row of a statement, by the alias under which it stands there. Rows of statements within it get aliases of their own. */
class Row {
  readonly alias: string
  readonly #depth: number

  constructor(alias: string, depth = 0) {
    this.alias = alias
    this.#depth = depth
  }

  column(name: string): Sql {
    return raw(`${this.alias}.${name}`)
  }

  /** A row of a statement within this one. */
  within(): Row {
    return new Row(`inner_${this.#depth + 1}`, this.#depth + 1)
  }
}

/** Holds for the districts of the condition; the row stands as `district` unless told otherwise. */
export const districtMatches = (condition: DistrictCondition | null | undefined, alias = 'district'): Sql =>
  district(condition ?? {}, new Row(alias))

/** Holds for the agencies of the condition; the row stands as `agency` unless told otherwise. */
export const agencyMatches = (condition: AgencyCondition | null | undefined, alias = 'agency'): Sql =>
  agency(condition ?? {}, new Row(alias))

/** Holds for the reports of the condition; the row stands as `report` unless told otherwise. */
export const reportMatches = (condition: ReportCondition | null | undefined, alias = 'report'): Sql =>
  report(condition ?? {}, new Row(alias))

/** Holds for the findings of the condition; the row stands as `finding` unless told otherwise. */
export const findingMatches = (condition: FindingCondition | null | undefined, alias = 'finding'): Sql =>
  finding(condition ?? {}, new Row(alias))

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
    ...many(reports, report, row, 'reports', (of) => sql`${of.column('district_code')} = ${row.column('code')}`),
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
    ...many(reports, report, row, 'reports', (of) => sql`${of.column('agency_id')} = ${row.column('id')}`),
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
  sql`EXISTS (SELECT FROM ${raw(`${table} AS ${row.alias}`)} WHERE ${holds(row)})`

/** The condition, if it asks for something. */
export const asked = <Conditions extends object>(conditions: Conditions | null | undefined): Conditions | null =>
  conditions != null && Object.values(conditions).some((value) => value != null) ? conditions : null
