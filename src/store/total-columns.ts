import { AGENCY_KINDS, type AgencyKind } from '../domain/agency.ts'
import { APPLICANTS, type Applicant } from '../domain/applicants.ts'
import {
  APPLICATION_ROWS,
  type ApplicationRow,
  type ApplicationRowTerm,
  OUTCOME_GROUPS,
  type OutcomeGroup,
} from '../domain/application-rows.ts'
import { CASE_RESULTS, type CaseResult, LITIGATION_ROUTES, type LitigationRoute } from '../domain/cases.ts'
import {
  DISCLOSURE_ITEMS,
  DISCLOSURE_MEASURES,
  type DisclosureItemCode,
  type DisclosureMeasure,
} from '../domain/disclosure-items.ts'
import { DISTRICT_LEVELS, type DistrictLevel } from '../domain/district.ts'
import { FORMS, type Form } from '../domain/forms.ts'
import { codesOf } from '../domain/terms.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { SortKey } from './sort-order.ts'
import { COUNT, codeOf, DECIMAL, DISTRICT_CODE, SMALL_INT, type ValueType } from './sort-values.ts'

// What figures can be grouped by, and what is made of those of a group, as SQL over the aliases of the statement of totals.

type Sql = Prisma.Sql
const { join, raw, sql } = Prisma

/** The value of a key or an aggregate: decimals as text, since none may become a float. */
export type TotalValue = string | number | null

interface Column {
  readonly by: Sql
  /** The same where a group has no two figures of a report. */
  readonly byFigure?: Sql
  /** The same made of sums, which stand in the place of figures; null where they do not tell it. */
  readonly bySums: Sql | null
  readonly type: ValueType
}

const district = (by: string, bySums: string | null = null): Column => ({
  by: raw(by),
  bySums: bySums === null ? null : raw(bySums),
  type: DISTRICT_CODE,
})

/** A code of a closed list; sorted as the form prints it. */
const coded = (by: string, sqlType: string, terms: object, bySums = by): Column => ({
  by: raw(by),
  bySums: raw(bySums),
  type: codeOf(terms, sqlType),
})

const GROUPS = codesOf(OUTCOME_GROUPS)
const groupOf = (row: ApplicationRowTerm) => row.group

/** The heading under which the row stands, by its place: the store has no enum of headings. */
const PLACE_OF_GROUP = sql`CASE ${join(
  GROUPS.map((group, place) => {
    const rows = codesOf(APPLICATION_ROWS).filter((row) => groupOf(APPLICATION_ROWS[row]) === group)
    return sql`WHEN figure."row" = ANY(${rows}::application_row[]) THEN ${place}::int`
  }),
  ' ',
)} END`

const KEYS = {
  DISTRICT: district('report.district_code'),
  // The first two digits are the province's.
  PROVINCE: district("rpad(left(report.district_code, 2), 6, '0')::char(6)", 'figure.province'),
  // A county directly under a province belongs to no prefecture.
  PREFECTURE: district(`CASE WHEN district.level = 'PREFECTURE' THEN district.code
    WHEN district.parent_code NOT LIKE '%0000' THEN district.parent_code END`),
  LEVEL: coded('district.level', 'district_level', DISTRICT_LEVELS, 'figure.level'),
  AGENCY_KIND: coded('agency.kind', 'agency_kind', AGENCY_KINDS, 'figure.agency_kind'),
  YEAR: { by: raw('report.year'), bySums: raw('figure.year'), type: SMALL_INT },
  FORM: coded('revision.form', 'form', FORMS, 'figure.form'),
  ROW: coded('figure."row"', 'application_row', APPLICATION_ROWS),
  OUTCOME_GROUP: {
    by: PLACE_OF_GROUP,
    bySums: PLACE_OF_GROUP,
    type: { sqlType: 'int', accepts: (text) => Object.hasOwn(GROUPS, text) },
  },
  APPLICANT: coded('figure.applicant', 'applicant', APPLICANTS),
  ITEM: coded('figure.item', 'disclosure_item_code', DISCLOSURE_ITEMS),
  MEASURE: coded('figure.measure', 'disclosure_measure', DISCLOSURE_MEASURES),
  ROUTE: coded('figure.route', 'litigation_route', LITIGATION_ROUTES),
  RESULT: coded('figure.result', 'case_result', CASE_RESULTS),
} as const satisfies Record<string, Column>

/** What figures can be grouped by. */
export type TotalKey = keyof typeof KEYS

/** What the figures of a group have in common: of each key by which they are grouped, the value. Districts by code. */
export interface KeyValues {
  readonly DISTRICT?: string
  readonly PROVINCE?: string
  readonly PREFECTURE?: string | null
  readonly LEVEL?: DistrictLevel
  readonly AGENCY_KIND?: AgencyKind
  readonly YEAR?: number
  readonly FORM?: Form
  readonly ROW?: ApplicationRow
  readonly OUTCOME_GROUP?: OutcomeGroup | null
  readonly APPLICANT?: Applicant
  readonly ITEM?: DisclosureItemCode
  readonly MEASURE?: DisclosureMeasure
  readonly ROUTE?: LitigationRoute
  readonly RESULT?: CaseResult
}

const decimal = (by: string, bySums: string | null = null): Column => ({
  by: raw(by),
  bySums: bySums === null ? null : raw(bySums),
  type: DECIMAL,
})
const count = (by: string, bySums: string): Column => ({
  by: raw(by),
  bySums: raw(`coalesce(sum(${bySums}), 0)`),
  type: COUNT,
})

/** The reports that have such a figure in the group: of sums, where no report has two. */
const ofReports = (such: string, bySums: string): Column => ({
  ...count(`count(DISTINCT report.agency_id::bigint * 10000 + report.year) FILTER (WHERE ${such})`, bySums),
  byFigure: raw(`count(*) FILTER (WHERE ${such})`),
})

const SUM_OF_STATED = 'CASE WHEN sum(figure.stated) > 0 THEN sum(figure.sum) END'

// Only stated figures have a value: none of these takes a blank for zero.
const AGGREGATES = {
  sum: decimal('sum(figure.value)', SUM_OF_STATED),
  average: decimal('round(avg(figure.value), 4)', `round(${SUM_OF_STATED} / nullif(sum(figure.stated), 0), 4)`),
  minimum: decimal('min(figure.value)'),
  maximum: decimal('max(figure.value)'),
  // Half-way between the lower and the upper middle, which are one where the number of figures is odd; percentile_cont is a float.
  median: decimal(`(percentile_disc(0.5) WITHIN GROUP (ORDER BY figure.value)::numeric
    + percentile_disc(0.5) WITHIN GROUP (ORDER BY figure.value DESC)) * 0.5`),
  reports: ofReports('TRUE', 'figure.stated + figure.blank + figure.unreadable'),
  // What contested holds is joined for it alone (load-totals.ts).
  reportsWithErrors: ofReports('contested.year IS NOT NULL AND figure.value IS NOT NULL', 'figure.contested'),
  stated: count('count(figure.value)', 'figure.stated'),
  blank: count("count(*) FILTER (WHERE figure.state = 'BLANK')", 'figure.blank'),
  unreadable: count("count(*) FILTER (WHERE figure.state = 'UNREADABLE')", 'figure.unreadable'),
} as const satisfies Record<string, Column>

/** What is made of the figures of a group. */
export type Aggregate = keyof typeof AGGREGATES

type NumberOf<Name extends Aggregate> = Name extends 'reports' | 'reportsWithErrors' | 'stated' | 'blank' | 'unreadable'
  ? number
  : string | null
/** The aggregates that were asked for: counts as numbers, and decimals as text. */
export type AggregateValues = { readonly [name in Aggregate]?: NumberOf<name> }
export const AGGREGATE_NAMES = codesOf(AGGREGATES)

const isKey = (by: string): by is TotalKey => Object.hasOwn(KEYS, by)

/** The expression of a key or an aggregate, and the type of its values. */
export const columnOf = (by: TotalKey | Aggregate): Column => (isKey(by) ? KEYS[by] : AGGREGATES[by])

/** Its name in the statement. */
export const nameOf = (by: TotalKey | Aggregate): string => (isKey(by) ? `key_${by.toLowerCase()}` : `"${by}"`)

/** It, as what groups are sorted by. A group for which there is nothing comes last, whatever the direction. */
export const sortKeyOf = (by: TotalKey | Aggregate): SortKey => ({
  name: by,
  expression: nameOf(by),
  type: columnOf(by).type,
  nulls: 'LAST',
})

/** What the caller is told of a value: the heading that stands at its place, and everything else as it is. */
export const toldValue = (by: TotalKey | Aggregate, value: TotalValue): TotalValue =>
  by === 'OUTCOME_GROUP' && typeof value === 'number' ? (GROUPS[value] ?? null) : value
