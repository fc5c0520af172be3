import type { Applicant } from '../domain/applicants.ts'
import type { ApplicationRow } from '../domain/application-rows.ts'
import type { CaseResult, LitigationRoute } from '../domain/cases.ts'
import type { DisclosureItemCode, DisclosureMeasure } from '../domain/disclosure-items.ts'
import type { FigureState } from '../domain/figure.ts'
import { FIGURE_PATHS, type FigureKey, type FigurePath, pathOf } from '../domain/figure-paths.ts'
import type { ReportStatus } from '../domain/finding.ts'
import type { IssueCode } from '../domain/issue.ts'
import type { Locator } from '../domain/locator.ts'
import type { Section } from '../domain/report.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import type { Table } from '../domain/tables.ts'
import type { UnrecognisedRow } from '../domain/unrecognised-row.ts'
import { arraysOf, CLAIMS, CODE, DECIMAL, FINDINGS, PLAIN, QUOTED, SHARES } from './row-lists.ts'
import { type AskedText, type TextListName, textOfRows } from './row-texts.ts'
import type {
  KeyedFinding,
  ReadRevision,
  StoredApplicationOutcome,
  StoredDisclosureItem,
  StoredFigure,
  StoredIssue,
  StoredJudgement,
  StoredLitigationResult,
  StoredReviewResult,
} from './stored-rows.ts'

// How each list that hangs off a revision is read: the expression that gathers its rows, and what becomes of the cells of a row.

/** The lists that hang off a revision, by the names of the loaders. */
export type ListName =
  | 'disclosureItems'
  | 'applicationOutcomes'
  | 'reviewResults'
  | 'litigationResults'
  | 'unrecognisedRows'
  | 'claims'
  | 'shares'
  | 'sections'
  | 'issues'
  | 'judgements'
  | 'findings'
  | 'snippets'

/** Rows as text: what is asked of them, and how a text stands in the statement. */
interface AsText {
  readonly asked: AskedText
  readonly literal: (text: string) => string
}

/** A list as it is read. The cells of a row come as JSON. */
interface List {
  /** An expression of the text of a JSON array, over the alias `asked`, with this condition on its rows: of arrays of cells, or of what is asked of them. */
  readonly sql: (condition?: string, as?: AsText | null) => string
  /** The columns of codes by which some rows may be picked, and the types of these. */
  readonly picked?: Readonly<Record<string, string>>
  readonly read: (cells: never, revision: ReadRevision) => unknown
  /** It is replaced when the report is judged again: it is part of no revision, and never kept. */
  readonly isReplaced?: true
}

const IS_ITS = 'stored.agency_id = asked.agency_id AND stored.year = asked.year AND stored.number = asked.number'

const gathered = (rows: string, table: string, condition = 'TRUE') =>
  `(SELECT ${rows} FROM ${table} AS stored WHERE ${IS_ITS} AND ${condition})`

interface Gathered {
  readonly table: string
  readonly columns: readonly string[]
  readonly order: string
}

const listOf = (list: Gathered) => (condition?: string) => gathered(arraysOf(list), list.table, condition)

/** Figures, which are to be had as text too. */
const figuresOf = (name: TextListName, list: Gathered) => (condition?: string, as?: AsText | null) =>
  gathered(
    as ? textOfRows(name, as.asked, { order: list.order, literal: as.literal }) : arraysOf(list),
    list.table,
    condition,
  )

/** What every figure has, whatever its family. */
const RANGE = [PLAIN('snippet'), PLAIN('snippet_start'), PLAIN('snippet_end')]
type Range = [number, number, number] | [null, null, null]
const CELL = [CODE('state'), QUOTED('raw'), PLAIN('locator'), ...RANGE]
type Cell = [FigureState, string, Locator | null, ...Range]

/** Paths that are made anew would take more memory than all else of a figure. */
const PATHS: ReadonlyMap<string, FigurePath> = new Map(FIGURE_PATHS.map((path) => [path, path]))

function figure(key: FigureKey, [state, raw, at, ...range]: Cell, revision: ReadRevision): StoredFigure {
  const path = pathOf(key)
  return { path: PATHS.get(path) ?? path, state, raw, at, ...rangeOf(range), revision }
}

function rangeOf([index, start, end]: Range): { readonly snippet?: SnippetRange } {
  return index === null ? {} : { snippet: { index, start, end } }
}

export const LISTS: Readonly<Record<ListName, List>> = {
  disclosureItems: {
    sql: figuresOf('disclosureItems', {
      table: 'disclosure_items',
      columns: [CODE('item'), CODE('measure'), CODE(DECIMAL('value')), ...CELL],
      order: 'item, measure',
    }),
    read: (
      [item, measure, value, ...cell]: [DisclosureItemCode, DisclosureMeasure, string | null, ...Cell],
      revision,
    ): StoredDisclosureItem => {
      return { item, measure, value, ...figure({ family: 'disclosure', item, measure }, cell, revision) }
    },
  },
  applicationOutcomes: {
    sql: figuresOf('applicationOutcomes', {
      table: 'application_outcomes',
      columns: [CODE('"row"'), CODE('applicant'), PLAIN('value'), ...CELL],
      order: '"row", applicant',
    }),
    picked: { row: 'application_row', applicant: 'applicant' },
    read: (
      [row, applicant, value, ...cell]: [ApplicationRow, Applicant, number | null, ...Cell],
      revision,
    ): StoredApplicationOutcome => {
      return { row, applicant, value, ...figure({ family: 'applications', row, applicant }, cell, revision) }
    },
  },
  reviewResults: {
    sql: figuresOf('reviewResults', {
      table: 'review_results',
      columns: [CODE('result'), PLAIN('value'), ...CELL],
      order: 'result',
    }),
    read: ([result, value, ...cell]: [CaseResult, number | null, ...Cell], revision): StoredReviewResult => {
      return { result, value, ...figure({ family: 'review', result }, cell, revision) }
    },
  },
  litigationResults: {
    sql: figuresOf('litigationResults', {
      table: 'litigation_results',
      columns: [CODE('route'), CODE('result'), PLAIN('value'), ...CELL],
      order: 'route, result',
    }),
    read: (
      [route, result, value, ...cell]: [LitigationRoute, CaseResult, number | null, ...Cell],
      revision,
    ): StoredLitigationResult => {
      return { route, result, value, ...figure({ family: 'litigation', route, result }, cell, revision) }
    },
  },
  unrecognisedRows: {
    sql: listOf({
      table: 'unrecognised_rows',
      columns: [CODE('"table"'), QUOTED('label'), QUOTED('"values"'), PLAIN('locator')],
      order: 'position',
    }),
    read: ([table, label, values, at]: [Table, string, string[], Locator | null]): UnrecognisedRow => {
      return { table, label, values, at }
    },
  },
  claims: { sql: listOf(CLAIMS), read: CLAIMS.read },
  shares: { sql: listOf(SHARES), read: SHARES.read },
  sections: {
    sql: listOf({
      table: 'sections',
      columns: [QUOTED('heading'), QUOTED('text'), PLAIN('locator')],
      order: 'position',
    }),
    read: ([heading, text, at]: [string | null, string, Locator | null]): Section => ({ heading, text, at }),
  },
  issues: {
    sql: listOf({
      table: 'issues',
      columns: [QUOTED('code'), QUOTED('message'), QUOTED('paths'), QUOTED('raw'), PLAIN('locator'), ...RANGE],
      order: 'position',
    }),
    read: (
      [code, message, paths, raw, at, ...range]: [
        IssueCode,
        string,
        FigurePath[],
        string | null,
        Locator | null,
        ...Range,
      ],
      revision,
    ): StoredIssue => {
      return { code, message, paths, raw, at, ...rangeOf(range), revision }
    },
  },
  judgements: {
    sql: listOf({
      table: 'judgements',
      columns: [
        QUOTED('rules_version'),
        QUOTED('judged_at'),
        CODE('status'),
        QUOTED('held'),
        QUOTED('broken'),
        QUOTED('"unknown"'),
        PLAIN('errors'),
        PLAIN('warnings'),
        PLAIN('notices'),
      ],
      order: 'rules_version',
    }),
    read: ([rulesVersion, judgedAt, status, held, broken, unknown, errors, warnings, notices]: [
      string,
      string,
      ReportStatus,
      string[],
      string[],
      string[],
      number,
      number,
      number,
    ]): StoredJudgement => {
      return { rulesVersion, judgedAt: new Date(judgedAt), status, held, broken, unknown, errors, warnings, notices }
    },
    isReplaced: true,
  },
  findings: {
    sql: listOf({
      ...FINDINGS,
      columns: [PLAIN('position'), ...FINDINGS.columns],
    }),
    read: ([position, ...cells]: [number, ...Parameters<typeof FINDINGS.read>[0]], revision): KeyedFinding => {
      const { agencyId, year, number } = revision
      return { agencyId, year, number, position, revision, ...FINDINGS.read(cells) }
    },
    isReplaced: true,
  },
  snippets: {
    sql: () => `(SELECT to_json(snippets)::text FROM revisions AS stored WHERE ${IS_ITS})`,
    read: (text: string) => text,
  },
}
