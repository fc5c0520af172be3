import { type Family, type FigurePath, keyOf } from '../../domain/figure-paths.ts'
import type { Form } from '../../domain/forms.ts'
import type { ReportCondition } from '../conditions.ts'
import { type Dimension, FIGURE_TABLES } from '../figure-tables.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { groupCondition } from './sum-conditions.ts'
import { CURRENT_REVISIONS, changedRevisions, ONE_BY_ONE } from './unsummed.ts'

type Sql = Prisma.Sql
const { empty, join, raw, sql } = Prisma

/** Which figures of which reports. */
export interface FiguresQuestion {
  readonly family: Family
  readonly figures: { readonly [dimension in Dimension]?: readonly string[] }
  readonly paths: readonly FigurePath[]
  readonly forms: readonly Form[]
  readonly filter: ReportCondition | null | undefined
}

/** Counts of reports have no places, and what is divided by them is rounded by as many as it has. */
const PLACES_OF_SUM = { disclosure: 4, applications: 0, review: 0, litigation: 0 } as const satisfies Record<
  Family,
  number
>

/**
 * Rows that come to the same as the figures when they are added up: the columns of their group, what tells figures apart, and `sum`, `stated`,
 * `blank`, `unreadable` and `contested`. The parts of WITH of `unsummedReports` must stand before. Null when the filter asks for more than
 * groups tell.
 * @param byProvince whether the rows tell their province.
 * @param contested the figures of which an error speaks, each once, if those that are stated are to be counted.
 */
export function figureSums(question: FiguresQuestion, byProvince: boolean, contested: Sql | null): Sql | null {
  const condition = groupCondition(question.filter)
  if (condition === null) return null
  const { family, figures, paths, forms } = question
  const { table, columns } = FIGURE_TABLES[family]
  const dimensions = Object.keys(columns).map((name) => raw(`figure."${name}"`))
  const group = raw('grp.province, grp.level, grp.agency_kind, grp.year, grp.form')
  const of = join([group, ...dimensions], ', ')
  const grain = raw(`grp.province IS ${byProvince || condition.isOfProvince ? 'NOT NULL' : 'NULL'}`)
  const holds = sql`grp.form = ANY(${[...forms]}::form[]) AND ${condition.holds} AND (SELECT holds FROM sums_hold)`
  const isAsked = Object.entries(columns).flatMap(([column, type]) => {
    const codes = figures[column as Dimension]
    return codes ? [sql` AND figure.${raw(`"${column}"`)} = ANY(${[...codes]}::${raw(type)}[])`] : []
  })
  const keys: readonly Readonly<Record<string, string>>[] = paths.map(keyOf)
  const codesOf = Object.entries(columns).map(
    ([column, type]) => sql`${keys.map((key) => key[column])}::${raw(type)}[]`,
  )
  const same = Object.keys(columns).map((name) => `figure."${name}" = contested."${name}"`)
  const names = raw(['path', ...Object.keys(columns).map((name) => `"${name}"`)].join(', '))
  return sql`
    SELECT ${of}, sums.sum::numeric(40, ${raw(String(PLACES_OF_SUM[family]))}) AS sum, sums.stated, sums.blank, sums.unreadable, 0 AS contested
    FROM sum_groups AS grp
    JOIN figure_sums AS sums ON sums.group_id = grp.id
    JOIN unnest(${[...paths]}::text[], ${join(codesOf, ', ')}) AS figure (${names}) ON figure.path = sums.path
    WHERE ${grain} AND ${holds}
    UNION ALL
    SELECT ${of}, sign * figure.value, sign * (figure.value IS NOT NULL)::int, sign * (figure.state = 'BLANK')::int,
      sign * (figure.state = 'UNREADABLE')::int, 0
    FROM (${changedRevisions(raw('unsummed'))}) AS grp
    CROSS JOIN LATERAL (
      SELECT * FROM ${raw(table)} AS figure
      WHERE (figure.agency_id, figure.year, figure.number) = (grp.agency_id, grp.year, grp.number)${join(isAsked, '')}
      ${ONE_BY_ONE}
    ) AS figure
    WHERE ${holds}
    ${
      contested === null
        ? empty
        : sql`
      UNION ALL
      SELECT ${of}, 0, 0, 0, 0, 1
      FROM (${contested}) AS contested
      JOIN (${CURRENT_REVISIONS}) AS grp
        ON (grp.agency_id, grp.year, grp.number) = (contested.agency_id, contested.year, contested.number)
      JOIN ${raw(table)} AS figure
        ON (figure.agency_id, figure.year, figure.number) = (contested.agency_id, contested.year, contested.number)
          AND ${raw(same.join(' AND '))} AND figure.value IS NOT NULL
      WHERE ${holds}`
    }`
}
