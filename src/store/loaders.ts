import DataLoader from 'dataloader'
import type { Applicant } from '../domain/applicants.ts'
import type { ApplicationRow } from '../domain/application-rows.ts'
import type { CaseResult, LitigationRoute } from '../domain/cases.ts'
import type { Claim } from '../domain/claim.ts'
import type { DisclosureItemCode, DisclosureMeasure } from '../domain/disclosure-items.ts'
import type { FigureState } from '../domain/figure.ts'
import { type FigurePath, pathOf } from '../domain/figure-paths.ts'
import type { ReportStatus } from '../domain/finding.ts'
import type { Issue, IssueCode } from '../domain/issue.ts'
import type { Locator } from '../domain/locator.ts'
import type { Section } from '../domain/report.ts'
import type { Share } from '../domain/share.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import type { Table } from '../domain/tables.ts'
import type { UnrecognisedRow } from '../domain/unrecognised-row.ts'
import type { Database } from './database.ts'
import { type FigureChangeLoader, figureChangeLoader } from './figure-changes.ts'
import type { Revision } from './generated/prisma/client.ts'
import { createRecordLoaders, type RecordLoaders } from './record-loaders.ts'
import {
  type NeighbourLoader,
  neighbourLoader,
  type ReportKey,
  type ReportLoader,
  reportLoader,
} from './report-loaders.ts'
import { type StandingLoader, standingLoader } from './reports-as-of.ts'
import type { RevisionKey } from './revision-key.ts'
import { arraysOf, CLAIMS, DECIMAL, FINDINGS, SHARES, type StoredFinding } from './row-lists.ts'
import { type RunCountsLoader, runCountsLoader } from './run-loaders.ts'
import { type HighlightLoader, highlightLoader, type SectionLoader, sectionLoader } from './search-loaders.ts'

// Whatever hangs off a revision is read here, and never by a query in a resolver: all revisions that one request asks about in
// one statement.

interface StoredFigure {
  readonly path: FigurePath
  readonly state: FigureState
  readonly raw: string
  readonly at: Locator | null
  /** Where in the snippets of the revision it stands; absent when it came without a place there. */
  readonly snippet?: SnippetRange
}

/** A figure of the family `disclosure`; the value in plain decimal digits, without trailing zeros. */
export interface StoredDisclosureItem extends StoredFigure {
  readonly item: DisclosureItemCode
  readonly measure: DisclosureMeasure
  readonly value: string | null
}

/** A figure of the family `applications`. */
export interface StoredApplicationOutcome extends StoredFigure {
  readonly row: ApplicationRow
  readonly applicant: Applicant
  readonly value: number | null
}

/** A figure of the family `review`. */
export interface StoredReviewResult extends StoredFigure {
  readonly result: CaseResult
  readonly value: number | null
}

/** A figure of the family `litigation`. */
export interface StoredLitigationResult extends StoredFigure {
  readonly route: LitigationRoute
  readonly result: CaseResult
  readonly value: number | null
}

/** A finding of a stored revision, with its key. */
export interface KeyedFinding extends StoredFinding, RevisionKey {
  readonly position: number
}

/** What the rules say of a revision. */
export interface StoredJudgement {
  readonly rulesVersion: string
  readonly judgedAt: Date
  readonly status: ReportStatus
  /** The ids of the rules of each verdict. */
  readonly held: readonly string[]
  readonly broken: readonly string[]
  readonly unknown: readonly string[]
  /** How many findings of each severity. */
  readonly errors: number
  readonly warnings: number
  readonly notices: number
}

/** How many reports a rule holds in, is broken in, and could not be weighed in: current revisions only. */
export interface RuleCounts {
  readonly held: number
  readonly broken: number
  readonly unknown: number
}

type RowsOf<Row> = DataLoader<RevisionKey, readonly Row[], string>

/** The rows of revisions: figures in the order of the form, sections, issues and findings in the order in which they came. */
export interface Loaders extends RecordLoaders {
  readonly disclosureItems: RowsOf<StoredDisclosureItem>
  readonly applicationOutcomes: RowsOf<StoredApplicationOutcome>
  readonly reviewResults: RowsOf<StoredReviewResult>
  readonly litigationResults: RowsOf<StoredLitigationResult>
  readonly unrecognisedRows: RowsOf<UnrecognisedRow>
  readonly claims: RowsOf<Claim>
  readonly shares: RowsOf<Share>
  readonly sections: RowsOf<Section>
  readonly issues: RowsOf<Issue>
  /** What the rules say of a revision: one row, or none when it was not judged. */
  readonly judgements: RowsOf<StoredJudgement>
  readonly findings: RowsOf<KeyedFinding>
  /** The snippets in which the figures and issues of a revision have their ranges. */
  readonly snippets: RowsOf<string>
  /** Revisions themselves, without source and snippets. */
  readonly revisions: DataLoader<RevisionKey, Revision | null, string>
  /** The current revision of a report; null when there is none. */
  readonly currentRevisions: DataLoader<ReportKey, Revision | null, string>
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
    runCounts: runCountsLoader(db),
    disclosureItems: rowsOf(
      db,
      { table: 'disclosure_items', columns: `item, measure, ${DECIMAL('value')}, ${CELL}`, order: 'item, measure' },
      ([item, measure, value, ...cell]: [DisclosureItemCode, DisclosureMeasure, string | null, ...Cell]) => {
        return { item, measure, value, ...figure(pathOf({ family: 'disclosure', item, measure }), cell) }
      },
    ),
    applicationOutcomes: rowsOf(
      db,
      { table: 'application_outcomes', columns: `"row", applicant, value, ${CELL}`, order: '"row", applicant' },
      ([row, applicant, value, ...cell]: [ApplicationRow, Applicant, number | null, ...Cell]) => {
        return { row, applicant, value, ...figure(pathOf({ family: 'applications', row, applicant }), cell) }
      },
    ),
    reviewResults: rowsOf(
      db,
      { table: 'review_results', columns: `result, value, ${CELL}`, order: 'result' },
      ([result, value, ...cell]: [CaseResult, number | null, ...Cell]) => {
        return { result, value, ...figure(pathOf({ family: 'review', result }), cell) }
      },
    ),
    litigationResults: rowsOf(
      db,
      { table: 'litigation_results', columns: `route, result, value, ${CELL}`, order: 'route, result' },
      ([route, result, value, ...cell]: [LitigationRoute, CaseResult, number | null, ...Cell]) => {
        return { route, result, value, ...figure(pathOf({ family: 'litigation', route, result }), cell) }
      },
    ),
    unrecognisedRows: rowsOf(
      db,
      { table: 'unrecognised_rows', columns: '"table", label, "values", locator', order: 'position' },
      ([table, label, values, at]: [Table, string, string[], Locator | null]) => ({ table, label, values, at }),
    ),
    claims: rowsOf(db, CLAIMS, CLAIMS.read),
    shares: rowsOf(db, SHARES, SHARES.read),
    sections: rowsOf(
      db,
      { table: 'sections', columns: 'heading, text, locator', order: 'position' },
      ([heading, text, at]: [string | null, string, Locator | null]) => ({ heading, text, at }),
    ),
    issues: rowsOf(
      db,
      { table: 'issues', columns: `code, message, paths, raw, locator, ${RANGE}`, order: 'position' },
      ([code, message, paths, raw, at, ...range]: IssueCells) => {
        return { code, message, paths, raw, at, ...rangeOf(range) }
      },
    ),
    findings: rowsOf(db, KEYED_FINDINGS, KEYED_FINDINGS.read),
    judgements: rowsOf(db, JUDGEMENTS, JUDGEMENTS.read),
    snippets: rowsOf(db, { table: 'revisions', list: 'to_json(snippets)' }, (text: string) => text),
    revisions: revisionsOf(
      ({ agencyId, year, number }: RevisionKey) => ({ agencyId, year, number }),
      (keys) => db.prisma.revision.findMany({ where: { OR: keys } }),
    ),
    currentRevisions: revisionsOf(
      ({ agencyId, year }: ReportKey) => ({ agencyId, year }),
      (keys) => db.prisma.revision.findMany({ where: { currentOf: { OR: keys } } }),
    ),
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

/** Typed whole, as the client types those of a relation; it leaves source and snippets out of both. */
type Found = Promise<Omit<Revision, 'source' | 'snippets'>[]>

function revisionsOf<Key extends ReportKey>(keyOf: (key: Key) => Key, find: (keys: Key[]) => Found) {
  const textOf = (key: Key) => Object.values(keyOf(key)).join('/')
  return new DataLoader<Key, Revision | null, string>(
    async (keys) => {
      const found = (await find(keys.map(keyOf))) as (Revision & Key)[]
      const byKey = new Map(found.map((revision) => [textOf(revision), revision]))
      return keys.map((key) => byKey.get(textOf(key)) ?? null)
    },
    { cacheKeyFn: textOf },
  )
}

const KEYED_FINDINGS = {
  ...FINDINGS,
  columns: `agency_id, year, number, position, ${FINDINGS.columns}`,
  read: ([agencyId, year, number, position, ...cells]: [
    number,
    number,
    number,
    number,
    ...Parameters<typeof FINDINGS.read>[0],
  ]) => {
    return { agencyId, year, number, position, ...FINDINGS.read(cells) }
  },
}

type JudgementCells = [string, string, ReportStatus, string[], string[], string[], number, number, number]

const JUDGEMENTS = {
  table: 'judgements',
  columns: 'rules_version, judged_at, status, held, broken, "unknown", errors, warnings, notices',
  order: 'rules_version',
  read: ([rulesVersion, judgedAt, status, held, broken, unknown, errors, warnings, notices]: JudgementCells) => {
    return { rulesVersion, judgedAt: new Date(judgedAt), status, held, broken, unknown, errors, warnings, notices }
  },
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

/** What every figure has, whatever its family. */
const RANGE = 'snippet, snippet_start, snippet_end'
type Range = [number, number, number] | [null, null, null]
const CELL = `state, raw, locator, ${RANGE}`
type Cell = [FigureState, string, Locator | null, ...Range]

type IssueCells = [IssueCode, string, FigurePath[], string | null, Locator | null, ...Range]

function figure(path: FigurePath, [state, raw, at, ...range]: Cell): StoredFigure {
  return { path, state, raw, at, ...rangeOf(range) }
}

function rangeOf([index, start, end]: Range): { readonly snippet?: SnippetRange } {
  return index === null ? {} : { snippet: { index, start, end } }
}

/** Rows of a table of their own, or a list that is a column of the revision. */
type Source =
  | { readonly table: string; readonly columns: string; readonly order: string }
  | { readonly table: string; readonly list: string }

function rowsOf<Cells, Row>(db: Database, source: Source, read: (cells: Cells) => Row): RowsOf<Row> {
  const list = 'list' in source ? source.list : arraysOf(source)
  const text = `
    SELECT coalesce(
      (SELECT ${list} FROM ${source.table} AS stored
       WHERE stored.agency_id = asked.agency_id AND stored.year = asked.year AND stored.number = asked.number),
      '[]'
    ) AS cells
    FROM unnest($1::int[], $2::smallint[], $3::smallint[]) WITH ORDINALITY AS asked (agency_id, year, number, place)
    ORDER BY asked.place`
  return new DataLoader<RevisionKey, readonly Row[], string>(
    async (keys) => {
      const { rows } = await db.pool.query<{ cells: Cells[] }>(text, [
        keys.map((key) => key.agencyId),
        keys.map((key) => key.year),
        keys.map((key) => key.number),
      ])
      return rows.map(({ cells }) => cells.map(read))
    },
    { cacheKeyFn: (key) => `${key.agencyId}/${key.year}/${key.number}` },
  )
}
