import { Prisma } from '../generated/prisma/client.ts'

// Sums are of the revisions that reports have as summed. Where that is not the current one, they are behind: what is taken from them is put
// right, in the same statement, by the figures of the one and of the other.

type Sql = Prisma.Sql
const { raw, sql } = Prisma

/** Of how many reports sums may be behind before all figures are read in their place. */
const MOST_UNSUMMED = 5_000

/** The reports that the sums are behind of. Spelled as the index of them spells it. */
export const isUnsummed = (report: string): Sql =>
  raw(`${report}.summed_number IS DISTINCT FROM ${report}.current_number`)

/**
 * Two parts of WITH: `unsummed`, the reports that the sums are behind of, and `sums_hold`, whose one row has whether sums can be taken, and what
 * else must hold for that. All of `unsummed` is there only then.
 */
export const unsummedReports = (andHolds: Sql = sql`TRUE`): Sql => sql`
  unsummed AS MATERIALIZED (
    SELECT agency_id, year, summed_number, current_number FROM reports
    -- The order is that of the index, which is empty as a rule: the planner takes half of all reports for unsummed.
    WHERE ${isUnsummed('reports')} ORDER BY agency_id, year LIMIT ${raw(String(MOST_UNSUMMED + 1))}
  ),
  sums_hold AS MATERIALIZED (SELECT (SELECT count(*) FROM unsummed) <= ${raw(String(MOST_UNSUMMED))} AND ${andHolds} AS holds)`

// The year is its key's.
const ITS_GROUP = raw(
  `rpad(left(agency.district_code, 2), 6, '0')::char(6) AS province, district.level, agency.kind AS agency_kind, revision.form`,
)
const WITH_AGENCY = raw(`
  JOIN agencies AS agency ON agency.id = revision.agency_id
  JOIN districts AS district ON district.code = agency.district_code`)

/** The current revisions of all reports, with the columns of their group. */
export const CURRENT_REVISIONS: Sql = sql`
  SELECT revision.agency_id, revision.year, revision.number, ${ITS_GROUP}
  FROM reports AS report
  JOIN revisions AS revision
    ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
  ${WITH_AGENCY}`

/**
 * The revisions by which sums change when they catch up with those reports: `sign` is 1 for one to be added, and -1 for one to be taken out.
 * They have the columns of their group.
 * @param reports rows with agency_id, year, summed_number and current_number.
 */
export const changedRevisions = (reports: Sql): Sql => sql`
  SELECT report.agency_id, report.year, part.number, part.sign, its.province, its.level, its.agency_kind, its.form
  FROM ${reports} AS report
  CROSS JOIN LATERAL (VALUES (report.current_number, 1), (report.summed_number, -1)) AS part (number, sign)
  CROSS JOIN LATERAL (
    SELECT ${ITS_GROUP} FROM revisions AS revision ${WITH_AGENCY}
    WHERE (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, part.number)
    ${ONE_BY_ONE}
  ) AS its`

/** Keeps the planner from reading whole tables for few reports. */
export const ONE_BY_ONE = raw('OFFSET 0')
