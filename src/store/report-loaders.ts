import DataLoader from 'dataloader'
import type { Database } from './database.ts'
import type { Report, Revision } from './generated/prisma/client.ts'
import { readReports } from './read-reports.ts'
import type { ReportSelection } from './report-selection.ts'
import type { RevisionKey } from './revision-key.ts'

/** The key of a report: the agency, and the year that it reports on. */
export type ReportKey = Omit<RevisionKey, 'number'>

/** A report with its current revision; null when it was withdrawn. Of both there is what was selected: typed whole, as the client types it. */
export type ReportWithCurrent = Report & { readonly current: Revision | null }

/** A report, and what is read along with it: whoever asks knows what will be asked of it. */
export type WantedReport = ReportKey & { readonly query: ReportSelection }

/** Reports by their keys; null for one that there is not. */
export type ReportLoader = DataLoader<WantedReport, ReportWithCurrent | null, string>

/** A report, and whether the one before it is asked for, or the one after it: at present, or as it was at an instant. */
export type NeighbourKey = ReportKey & { readonly side: 'BEFORE' | 'AFTER'; readonly asOf: Date | null }

/** The keys of the reports of the same agencies for the nearest year before, or after; null where there is none. */
export type NeighbourLoader = DataLoader<NeighbourKey, ReportKey | null, string>

const textOf = ({ agencyId, year }: ReportKey) => `${agencyId}/${year}`

export function reportLoader(db: Database): ReportLoader {
  return new DataLoader<WantedReport, ReportWithCurrent | null, string>(
    async (keys) => {
      const found = new Map<string, ReportWithCurrent>()
      // Mostly all come from one field, and then it is one query.
      for (const [text, wanted] of Map.groupBy(keys, ({ query }) => JSON.stringify(query))) {
        const reports = await readReports(db, wanted[0]?.query ?? {}, wanted)
        for (const report of reports) found.set(`${textOf(report)}/${text}`, report)
      }
      return keys.map((key) => found.get(cacheKeyOf(key)) ?? null)
    },
    { cacheKeyFn: cacheKeyOf },
  )
}

const cacheKeyOf = (key: WantedReport) => `${textOf(key)}/${JSON.stringify(key.query)}`

export function neighbourLoader(db: Database): NeighbourLoader {
  return new DataLoader<NeighbourKey, ReportKey | null, string>(
    async (keys) => {
      const { rows } = await db.pool.query<{ year: number | null }>(NEIGHBOURS, [
        keys.map(({ agencyId }) => agencyId),
        keys.map(({ year }) => year),
        keys.map(({ side }) => side === 'AFTER'),
        keys.map(({ asOf }) => asOf),
      ])
      return keys.map(({ agencyId }, place) => {
        const year = rows[place]?.year
        return year == null ? null : { agencyId, year }
      })
    },
    { cacheKeyFn: (key) => `${textOf(key)}/${key.side}/${key.asOf?.toISOString()}` },
  )
}

const IN_FORCE = `CASE WHEN asked.as_of IS NULL THEN current_number ELSE (
  SELECT number FROM report_changes AS entry
  WHERE (entry.agency_id, entry.year) = (reports.agency_id, reports.year) AND entry.at <= asked.as_of
  ORDER BY entry.position DESC LIMIT 1
) END IS NOT NULL`

// Two looks into the key's index for each, and no sorting.
const NEIGHBOURS = `
  SELECT CASE WHEN is_after
    THEN (SELECT min(year) FROM reports WHERE agency_id = asked.agency_id AND year > asked.year AND ${IN_FORCE})
    ELSE (SELECT max(year) FROM reports WHERE agency_id = asked.agency_id AND year < asked.year AND ${IN_FORCE})
  END AS year
  FROM unnest($1::int[], $2::smallint[], $3::boolean[], $4::timestamptz[])
    WITH ORDINALITY AS asked (agency_id, year, is_after, as_of, place)
  ORDER BY asked.place`
