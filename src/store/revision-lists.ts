import DataLoader from 'dataloader'
import type { Applicant } from '../domain/applicants.ts'
import type { ApplicationRow } from '../domain/application-rows.ts'
import type { CaseResult, LitigationRoute } from '../domain/cases.ts'
import type { Claim } from '../domain/claim.ts'
import type { DisclosureItemCode, DisclosureMeasure } from '../domain/disclosure-items.ts'
import type { FigureState } from '../domain/figure.ts'
import { FIGURE_PATHS, type FigureKey, type FigurePath, pathOf } from '../domain/figure-paths.ts'
import type { ReportStatus } from '../domain/finding.ts'
import type { IssueCode } from '../domain/issue.ts'
import type { Locator } from '../domain/locator.ts'
import type { Section } from '../domain/report.ts'
import type { Share } from '../domain/share.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import type { Table } from '../domain/tables.ts'
import type { UnrecognisedRow } from '../domain/unrecognised-row.ts'
import type { Database } from './database.ts'
import { frozen } from './frozen.ts'
import { prepared } from './prepared-lists.ts'
import type { RevisionKey } from './revision-key.ts'
import { arraysOf, CLAIMS, CODE, DECIMAL, FINDINGS, PLAIN, QUOTED, SHARES } from './row-lists.ts'
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

export type {
  KeyedFinding,
  ReadRevision,
  StoredApplicationOutcome,
  StoredDisclosureItem,
  StoredIssue,
  StoredJudgement,
  StoredLitigationResult,
  StoredReviewResult,
} from './stored-rows.ts'

// What hangs off revisions, list by list. All lists that are asked for at once, of all revisions, are one statement. What belongs to a
// revision itself never changes, and is kept for later requests (`kept-lists.ts`): frozen, since all of them share it, and without
// anything that is not public.

/** The rows of one list: at once when they are kept. */
export interface ListOf<Row> {
  load(revision: ReadRevision): readonly Row[] | Promise<readonly Row[]>
}

/** The rows of revisions: figures in the order of the form, the others in the order in which they came. */
export interface RevisionLists {
  readonly disclosureItems: ListOf<StoredDisclosureItem>
  readonly applicationOutcomes: ListOf<StoredApplicationOutcome>
  readonly reviewResults: ListOf<StoredReviewResult>
  readonly litigationResults: ListOf<StoredLitigationResult>
  readonly unrecognisedRows: ListOf<UnrecognisedRow>
  readonly claims: ListOf<Claim>
  readonly shares: ListOf<Share>
  readonly sections: ListOf<Section>
  readonly issues: ListOf<StoredIssue>
  /** What the rules say of a revision: one row, or none when it was not judged. */
  readonly judgements: ListOf<StoredJudgement>
  readonly findings: ListOf<KeyedFinding>
  /** The snippets in which the figures and issues of a revision have their ranges. */
  readonly snippets: ListOf<string>
}

type ListName = keyof RevisionLists

/** A list as it is read. The cells of a row come as JSON. */
interface List {
  /** An expression of the text of a JSON array, over the alias `asked`. */
  readonly sql: string
  readonly read: (cells: never, revision: ReadRevision) => unknown
  /** It is replaced when the report is judged again: it is part of no revision, and never kept. */
  readonly isReplaced?: true
}

const IS_ITS = 'stored.agency_id = asked.agency_id AND stored.year = asked.year AND stored.number = asked.number'

const listOf = (list: { table: string; columns: readonly string[]; order: string }) =>
  `(SELECT ${arraysOf(list)} FROM ${list.table} AS stored WHERE ${IS_ITS})`

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

const LISTS: Readonly<Record<ListName, List>> = {
  disclosureItems: {
    sql: listOf({
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
    sql: listOf({
      table: 'application_outcomes',
      columns: [CODE('"row"'), CODE('applicant'), PLAIN('value'), ...CELL],
      order: '"row", applicant',
    }),
    read: (
      [row, applicant, value, ...cell]: [ApplicationRow, Applicant, number | null, ...Cell],
      revision,
    ): StoredApplicationOutcome => {
      return { row, applicant, value, ...figure({ family: 'applications', row, applicant }, cell, revision) }
    },
  },
  reviewResults: {
    sql: listOf({
      table: 'review_results',
      columns: [CODE('result'), PLAIN('value'), ...CELL],
      order: 'result',
    }),
    read: ([result, value, ...cell]: [CaseResult, number | null, ...Cell], revision): StoredReviewResult => {
      return { result, value, ...figure({ family: 'review', result }, cell, revision) }
    },
  },
  litigationResults: {
    sql: listOf({
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
    read: (
      [position, ...cells]: [number, ...Parameters<typeof FINDINGS.read>[0]],
      { agencyId, year, number },
    ): KeyedFinding => {
      return { agencyId, year, number, position, ...FINDINGS.read(cells) }
    },
    isReplaced: true,
  },
  snippets: {
    sql: `(SELECT to_json(snippets)::text FROM revisions AS stored WHERE ${IS_ITS})`,
    read: (text: string) => text,
  },
}

const LIST_NAMES = Object.keys(LISTS) as readonly ListName[]

interface Wanted {
  readonly revision: ReadRevision
  readonly list: ListName
  /** What it is kept under: the moment of the revision tells it from another one of its key, in a database that was made anew. */
  readonly name: string
}

/** The lists of one request, made anew for each, since they remember what they read. */
export function revisionLists(db: Database): RevisionLists {
  const kept = db.keptLists
  const loader = new DataLoader<Wanted, readonly unknown[], string>((wanted) => readLists(db, wanted), {
    cacheKeyFn: ({ name }) => name,
  })
  const lists = LIST_NAMES.map((list) => {
    const isReplaced = LISTS[list].isReplaced ?? false
    const load = (revision: ReadRevision) => {
      const { agencyId, year, number, createdAt } = revision
      const name = `${list}/${agencyId}/${year}/${number}/${createdAt.getTime()}`
      return (isReplaced ? undefined : kept.get(name)) ?? loader.load({ revision, list, name })
    }
    return [list, { load }]
  })
  return Object.fromEntries(lists)
}

/** Mostly every revision is asked for the same lists, and then it is one statement. */
async function readLists(db: Database, wanted: readonly Wanted[]): Promise<(readonly unknown[])[]> {
  const byRevision = Map.groupBy(wanted, ({ revision }) => keyText(revision))
  const groups = Map.groupBy(byRevision.values(), (some) => listsOf(some).join())
  const found = new Map<Wanted, readonly unknown[]>()
  await Promise.all(Array.from(groups.values(), (revisions) => readGroup(db, revisions, found)))
  return wanted.map((one) => found.get(one) ?? [])
}

const keyText = ({ agencyId, year, number }: RevisionKey) => `${agencyId}/${year}/${number}`

const listsOf = (wanted: readonly Wanted[]) => LIST_NAMES.filter((name) => wanted.some(({ list }) => list === name))

/** Reads the same lists of several revisions. */
async function readGroup(
  db: Database,
  revisions: readonly (readonly Wanted[])[],
  found: Map<Wanted, readonly unknown[]>,
): Promise<void> {
  const names = listsOf(revisions[0] ?? [])
  const keys = revisions.flatMap(([one]) => (one === undefined ? [] : [one.revision]))
  const text = `
    SELECT ${names.map((name) => LISTS[name].sql).join(', ')}
    FROM unnest($1::int[], $2::smallint[], $3::smallint[]) WITH ORDINALITY AS asked (agency_id, year, number, place)
    ORDER BY asked.place`
  const { rows } = await db.pool.query<(string | null)[]>({
    ...prepared(names, text),
    values: [keys.map(({ agencyId }) => agencyId), keys.map(({ year }) => year), keys.map(({ number }) => number)],
    rowMode: 'array',
  })
  for (const [place, wanted] of revisions.entries()) {
    const revision = holderOf(keys[place] as ReadRevision)
    for (const one of wanted) {
      const json = rows[place]?.[names.indexOf(one.list)] ?? '[]'
      const { read, isReplaced = false } = LISTS[one.list]
      const list = (JSON.parse(json) as never[]).map((cells) => read(cells, revision))
      found.set(one, list)
      if (!isReplaced && db.keptLists.most > 0) db.keptLists.set(one.name, frozen(list), json.length)
    }
  }
}

/** What figures and issues tell of their revision: no more of its row, of which one request may have read what another may not. */
function holderOf({ agencyId, year, number, form, createdAt }: ReadRevision): ReadRevision {
  return Object.freeze({ agencyId, year, number, form, createdAt })
}
