import DataLoader from 'dataloader'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { PagedList } from './keyset.ts'
import { REPORTS } from './paged-lists.ts'
import type { ReportKey } from './report-loaders.ts'

// The reports as they were at an instant: what the last entry of the log of each said by then. An instant that has not come yet is
// answered as things stand. What is being committed while an instant passes may still be written with an earlier moment than it.

/** The last entry of the log of a report by an instant. */
const lastChange = (report: Prisma.Sql, at: Prisma.Sql) => Prisma.sql`
  SELECT number, at FROM report_changes AS entry
  WHERE entry.agency_id = ${report}.agency_id AND entry.year = ${report}.year AND entry.at <= ${at}
  ORDER BY entry.position DESC LIMIT 1`

/**
 * The table `reports` as it was: those that were there then, each with the revision that was in force. To stand in a statement where the
 * table stands, under an alias.
 */
export const reportsAsOf = (at: Date): Prisma.Sql => Prisma.sql`(
  SELECT stored.agency_id, stored.year, stored.district_code, entry.number AS current_number, stored.created_at, entry.at AS updated_at
  FROM reports AS stored CROSS JOIN LATERAL (${lastChange(Prisma.raw('stored'), Prisma.sql`${at}::timestamptz`)}) AS entry
)`

/** The list of reports as it was: its cursors are good for this instant alone. */
export const reportListAsOf = (at: Date): PagedList<ReportKey> => ({
  ...REPORTS,
  name: `${REPORTS.name} as of ${at.toISOString()}`,
  from: Prisma.sql`${reportsAsOf(at)} AS report`,
})

/** A report, and the instant as of which it is asked for. */
export type ReportInstant = ReportKey & { readonly asOf: Date }

/** What was in force of a report, and since when. */
export interface Standing {
  /** The number of the revision; null when the report was withdrawn. */
  readonly number: number | null
  readonly at: Date
}

/** How reports stood; null for one that was not there yet. */
export type StandingLoader = DataLoader<ReportInstant, Standing | null, string>

export function standingLoader(db: Database): StandingLoader {
  return new DataLoader<ReportInstant, Standing | null, string>(
    async (keys) => {
      const { rows } = await db.pool.query<Standing | { at: null }>(STANDINGS, [
        keys.map(({ agencyId }) => agencyId),
        keys.map(({ year }) => year),
        keys.map(({ asOf }) => asOf),
      ])
      return rows.map((row) => (row.at === null ? null : row))
    },
    { cacheKeyFn: ({ agencyId, year, asOf }) => `${agencyId}/${year}/${asOf.toISOString()}` },
  )
}

const STANDINGS = `
  SELECT entry.number::int AS number, entry.at
  FROM unnest($1::int[], $2::smallint[], $3::timestamptz[]) WITH ORDINALITY AS asked (agency_id, year, as_of, place)
  LEFT JOIN LATERAL (${lastChange(Prisma.raw('asked'), Prisma.raw('asked.as_of')).sql}) AS entry ON TRUE
  ORDER BY asked.place`
