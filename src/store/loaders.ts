import DataLoader from 'dataloader'
import type { Database } from './database.ts'
import { type FigureChangeLoader, figureChangeLoader } from './figure-changes.ts'
import { createRecordLoaders, type RecordLoaders } from './record-loaders.ts'
import { type NeighbourLoader, neighbourLoader, type ReportLoader, reportLoader } from './report-loaders.ts'
import { type StandingLoader, standingLoader } from './reports-as-of.ts'
import { type RevisionLists, revisionLists } from './revision-lists.ts'
import {
  type CurrentRevisionLoader,
  currentRevisionLoader,
  type RevisionLoader,
  revisionLoader,
} from './revision-loaders.ts'
import { type RunCountsLoader, runCountsLoader } from './run-loaders.ts'
import { type HighlightLoader, highlightLoader, type SectionLoader, sectionLoader } from './search-loaders.ts'

// Whatever hangs off a revision is read here, and never by a query in a resolver: all revisions that one request asks about in
// one statement.

/** How many reports a rule holds in, is broken in, and could not be weighed in: current revisions only. */
export interface RuleCounts {
  readonly held: number
  readonly broken: number
  readonly unknown: number
}

/** What one request reads, batched. */
export interface Loaders extends RecordLoaders, RevisionLists {
  readonly revisions: RevisionLoader
  readonly currentRevisions: CurrentRevisionLoader
  /** What was in force of a report at an instant. */
  readonly standings: StandingLoader
  /** What differs between two revisions. */
  readonly figureChanges: FigureChangeLoader
  readonly reports: ReportLoader
  readonly neighbours: NeighbourLoader
  readonly section: SectionLoader
  readonly highlights: HighlightLoader
  /** By the id of a run. */
  readonly runCounts: RunCountsLoader
  /** By the id of a rule. */
  readonly ruleCounts: DataLoader<string, RuleCounts>
}

/** Loaders for one request: made anew for each, since they remember what they read. */
export function createLoaders(db: Database): Loaders {
  return {
    ...createRecordLoaders(db),
    ...revisionLists(db),
    runCounts: runCountsLoader(db),
    revisions: revisionLoader(db),
    currentRevisions: currentRevisionLoader(db),
    standings: standingLoader(db),
    figureChanges: figureChangeLoader(db),
    reports: reportLoader(db),
    neighbours: neighbourLoader(db),
    section: sectionLoader(db),
    highlights: highlightLoader(db),
    ruleCounts: new DataLoader(async (ids) => {
      const { rows } = await db.pool.query<RuleCounts & { id: string }>(RULE_COUNTS, [ids])
      const counts = new Map(rows.map(({ id, ...count }) => [id, count]))
      return ids.map((id) => counts.get(id) ?? { held: 0, broken: 0, unknown: 0 })
    }),
  }
}

// Most reports are judged alike, and those that are are counted at once: the rules are told apart for some hundred kinds of judgement, and
// not for every report.
const RULE_COUNTS = `
  WITH alike AS MATERIALIZED (
    SELECT held, broken, "unknown", count(*) AS reports
    FROM judgements AS judged
    JOIN reports AS report
      ON (report.agency_id, report.year, report.current_number) = (judged.agency_id, judged.year, judged.number)
    GROUP BY held, broken, "unknown"
  )
  SELECT rule AS id,
    coalesce(sum(reports) FILTER (WHERE verdict = 'HELD'), 0)::int AS held,
    coalesce(sum(reports) FILTER (WHERE verdict = 'BROKEN'), 0)::int AS broken,
    coalesce(sum(reports) FILTER (WHERE verdict = 'UNKNOWN'), 0)::int AS "unknown"
  FROM alike
  CROSS JOIN LATERAL (
    SELECT 'HELD' AS verdict, unnest(held) AS rule
    UNION ALL SELECT 'BROKEN', unnest(broken)
    UNION ALL SELECT 'UNKNOWN', unnest("unknown")
  ) AS weighed
  WHERE rule = ANY($1)
  GROUP BY rule`
