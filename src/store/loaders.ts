import DataLoader from 'dataloader'
import type { Applicant } from '../domain/applicants.ts'
import type { ApplicationRow } from '../domain/application-rows.ts'
import type { CaseResult, LitigationRoute } from '../domain/cases.ts'
import type { Claim, ClaimScope } from '../domain/claim.ts'
import type { DisclosureItemCode, DisclosureMeasure } from '../domain/disclosure-items.ts'
import type { FigureState } from '../domain/figure.ts'
import { type FigurePath, pathOf } from '../domain/figure-paths.ts'
import type { Finding, Severity } from '../domain/finding.ts'
import type { Issue, IssueCode } from '../domain/issue.ts'
import type { Locator } from '../domain/locator.ts'
import type { Section } from '../domain/report.ts'
import type { Share } from '../domain/share.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import type { Table } from '../domain/tables.ts'
import type { UnrecognisedRow } from '../domain/unrecognised-row.ts'
import type { Database } from './database.ts'
import type { RevisionKey } from './revision-key.ts'

// Whatever hangs off a revision is read here, and never by a query in a resolver: all revisions that one request asks about in
// one statement, and the rows of each as one JSON array of arrays, which costs a fraction of what rows by the thousand do.

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

type RowsOf<Row> = DataLoader<RevisionKey, readonly Row[], string>

/** The rows of revisions: figures in the order of the form, sections, issues and findings in the order in which they came. */
export interface Loaders {
  readonly disclosureItems: RowsOf<StoredDisclosureItem>
  readonly applicationOutcomes: RowsOf<StoredApplicationOutcome>
  readonly reviewResults: RowsOf<StoredReviewResult>
  readonly litigationResults: RowsOf<StoredLitigationResult>
  readonly unrecognisedRows: RowsOf<UnrecognisedRow>
  readonly claims: RowsOf<Claim>
  readonly shares: RowsOf<Share>
  readonly sections: RowsOf<Section>
  readonly issues: RowsOf<Issue>
  readonly findings: RowsOf<Finding>
  /** The snippets in which the figures and issues of a revision have their ranges. */
  readonly snippets: RowsOf<string>
}

/** Loaders for one request: made anew for each, since they remember what they read. */
export function createLoaders(db: Database): Loaders {
  return {
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
    claims: rowsOf(
      db,
      {
        table: 'claims',
        columns: `subject, ${DECIMAL('value')}, parts, unit, approximate, scope, sentence, locator`,
        order: 'position',
      },
      ([subject, value, parts, unit, approximate, scope, sentence, at]: ClaimCells) => {
        return { subject, value, ...(parts.length > 0 && { parts }), unit, approximate, scope, sentence, at }
      },
    ),
    shares: rowsOf(
      db,
      {
        table: 'shares',
        columns: `percent, part_subject, ${DECIMAL('part_value')}, whole_subject, ${DECIMAL('whole_value')}, sentence, locator`,
        order: 'position',
      },
      ([percent, partSubject, partValue, wholeSubject, wholeValue, sentence, at]: ShareCells) => {
        const part = { subject: partSubject, value: partValue }
        return { percent, part, whole: { subject: wholeSubject, value: wholeValue }, sentence, at }
      },
    ),
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
    findings: rowsOf(
      db,
      {
        table: 'findings',
        columns: `rule_id, severity, message, left_paths, ${DECIMAL('"left"')}, right_paths, ${DECIMAL('"right"')}, ${DECIMAL('difference')}`,
        order: 'position',
      },
      ([ruleId, severity, message, leftPaths, left, rightPaths, right, difference]: FindingCells) => {
        const sides = { left: { paths: leftPaths, value: left }, right: { paths: rightPaths, value: right } }
        return { ruleId, severity, message, ...sides, difference }
      },
    ),
    snippets: rowsOf(db, { table: 'revisions', list: 'to_json(snippets)' }, (text: string) => text),
  }
}

/** A decimal leaves the database as text: as a JSON number it would become a float. */
const DECIMAL = (column: string) => `trim_scale(${column})::text`

/** What every figure has, whatever its family. */
const RANGE = 'snippet, snippet_start, snippet_end'
type Range = [number, number, number] | [null, null, null]
const CELL = `state, raw, locator, ${RANGE}`
type Cell = [FigureState, string, Locator | null, ...Range]

type ClaimCells = [FigurePath, string, string[], string | null, boolean, ClaimScope | null, string, Locator | null]
type ShareCells = [string, ...TermCells, ...TermCells, string, Locator | null]
type TermCells = [FigurePath | null, string | null]
type IssueCells = [IssueCode, string, FigurePath[], string | null, Locator | null, ...Range]
type FindingCells = [string, Severity, string, FigurePath[], string, FigurePath[], string, string]

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
  const list = 'list' in source ? source.list : `json_agg(json_build_array(${source.columns}) ORDER BY ${source.order})`
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
