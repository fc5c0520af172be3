import type { Applicant } from '../domain/applicants.ts'
import type { ApplicationRow } from '../domain/application-rows.ts'
import type { CaseResult, LitigationRoute } from '../domain/cases.ts'
import type { DisclosureItemCode, DisclosureMeasure } from '../domain/disclosure-items.ts'
import type { Figure, FigureState } from '../domain/figure.ts'
import { type Family, type FigurePath, pathOf } from '../domain/figure-paths.ts'
import type { Issue, IssueCode } from '../domain/issue.ts'
import type { Locator } from '../domain/locator.ts'
import type { Report, Section } from '../domain/report.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import type { Table } from '../domain/tables.ts'
import type { UnrecognisedRow } from '../domain/unrecognised-row.ts'
import type { ReportCondition } from './conditions.ts'
import { FIGURE_TABLES } from './figure-tables.ts'
import { arraysOf, CLAIMS, CODE, DECIMAL, PLAIN, QUOTED, type RowList, SHARES } from './row-lists.ts'
import type { ReportHead, Snapshot } from './snapshot.ts'

// Reports by the thousand, for those who take them out: a batch is one statement for what hangs off its revisions.

/** A figure without its evidence. */
export type BareFigure = Pick<Figure, 'state' | 'value' | 'raw'>

/** A report with its figures, in the order of the catalogue. */
export interface ReportWithFigures {
  readonly head: ReportHead
  readonly figures: ReadonlyMap<FigurePath, BareFigure>
}

/** A report with everything that was read from its document. */
export interface WholeReport {
  readonly head: ReportHead
  /** Its figures are in the order of the catalogue. */
  readonly report: Report
}

type Range = [number, number, number] | [null, null, null]
type Cell = [state: FigureState, value: string | null, raw: string]
type WholeCell = [...Cell, Locator | null, ...Range]

const BARE = [CODE('state'), CODE(DECIMAL('value::numeric')), QUOTED('raw')]
const RANGE = [PLAIN('snippet'), PLAIN('snippet_start'), PLAIN('snippet_end')]
const WHOLE = [...BARE, PLAIN('locator'), ...RANGE]

const FAMILIES = Object.keys(FIGURE_TABLES) as Family[]

/** The columns of the codes that tell figures of a family apart; a figure begins with them. */
const codesOf = (family: Family) => Object.keys(FIGURE_TABLES[family].columns)

function pathIn(family: Family, codes: readonly unknown[]): FigurePath {
  const [first, second] = codes
  switch (family) {
    case 'disclosure':
      return pathOf({ family, item: first as DisclosureItemCode, measure: second as DisclosureMeasure })
    case 'applications':
      return pathOf({ family, row: first as ApplicationRow, applicant: second as Applicant })
    case 'review':
      return pathOf({ family, result: first as CaseResult })
    case 'litigation':
      return pathOf({ family, route: first as LitigationRoute, result: second as CaseResult })
  }
}

const UNRECOGNISED: RowList<[Table, string, string[], Locator | null], UnrecognisedRow> = {
  table: 'unrecognised_rows',
  columns: [CODE('"table"'), QUOTED('label'), QUOTED('"values"'), PLAIN('locator')],
  order: 'position',
  read: ([table, label, values, at]) => ({ table, label, values, at }),
}

const SECTIONS: RowList<[string | null, string, Locator | null], Section> = {
  table: 'sections',
  columns: [QUOTED('heading'), QUOTED('text'), PLAIN('locator')],
  order: 'position',
  read: ([heading, text, at]) => ({ heading, text, at }),
}

const ISSUES: RowList<[IssueCode, string, FigurePath[], string | null, Locator | null, ...Range], Issue> = {
  table: 'issues',
  columns: [QUOTED('code'), QUOTED('message'), QUOTED('paths'), QUOTED('raw'), PLAIN('locator'), ...RANGE],
  order: 'position',
  read: ([code, message, paths, raw, at, ...range]) => ({ code, message, paths, raw, at, ...rangeOf(range) }),
}

const LISTS = { unrecognisedRows: UNRECOGNISED, claims: CLAIMS, shares: SHARES, sections: SECTIONS, issues: ISSUES }

/** The reports of the condition with their figures of these families, in the order of the snapshot. */
export async function* reportsWithFigures(
  snapshot: Snapshot,
  condition: ReportCondition,
  families: readonly Family[] = FAMILIES,
): AsyncGenerator<readonly ReportWithFigures[], void, undefined> {
  const columns = families.map((family) => `${figureList(family, BARE)} AS ${family}`)
  for await (const heads of snapshot.heads(condition)) {
    const rows = await loaded<Record<Family, [...string[], ...Cell][]>>(snapshot, heads, columns)
    yield heads.map((head, place) => {
      const figures = families.flatMap((family) =>
        (rows[place]?.[family] ?? []).map((cells) => {
          const [state, value, raw] = cells.slice(codesOf(family).length) as Cell
          return [pathIn(family, cells), { state, value, raw }] as const
        }),
      )
      return { head, figures: new Map(figures) }
    })
  }
}

type WholeRow = Record<Family, [...string[], ...WholeCell][]> & {
  readonly [Name in keyof typeof LISTS]: Parameters<(typeof LISTS)[Name]['read']>[0][]
} & { readonly snippets: string[] }

/** The reports of the condition with everything that was read from their documents, in the order of the snapshot. */
export async function* wholeReports(
  snapshot: Snapshot,
  condition: ReportCondition,
): AsyncGenerator<readonly WholeReport[], void, undefined> {
  const columns = [
    ...FAMILIES.map((family) => `${figureList(family, WHOLE)} AS ${family}`),
    ...Object.entries(LISTS).map(([name, list]) => `${listOf(list)} AS "${name}"`),
    `(SELECT to_json(snippets) FROM revisions AS stored WHERE ${IS_ITS}) AS snippets`,
  ]
  for await (const heads of snapshot.heads(condition)) {
    const rows = await loaded<WholeRow>(snapshot, heads, columns)
    yield heads.flatMap((head, place) => {
      const row = rows[place]
      return row === undefined ? [] : [{ head, report: reportOf(head, row) }]
    })
  }
}

function reportOf(head: ReportHead, row: WholeRow): Report {
  const { district, agency, agencyAsPrinted, key, form, title, period } = head
  const figures = FAMILIES.flatMap((family) =>
    row[family].map((cells) => {
      const [state, value, raw, at, ...range] = cells.slice(codesOf(family).length) as WholeCell
      return [pathIn(family, cells), { state, value, raw, at, ...rangeOf(range) }] as const
    }),
  )
  return {
    district,
    agency: agencyAsPrinted === null ? null : { kind: agency.kind, name: agencyAsPrinted },
    year: key.year,
    form,
    title,
    period,
    figures: new Map(figures),
    unrecognisedRows: row.unrecognisedRows.map(UNRECOGNISED.read),
    claims: row.claims.map(CLAIMS.read),
    shares: row.shares.map(SHARES.read),
    sections: row.sections.map(SECTIONS.read),
    issues: row.issues.map(ISSUES.read),
    snippets: row.snippets,
  }
}

const rangeOf = ([index, start, end]: Range): { readonly snippet?: SnippetRange } =>
  index === null ? {} : { snippet: { index, start, end } }

const IS_ITS = '(stored.agency_id, stored.year, stored.number) = (asked.agency_id, asked.year, asked.number)'

const listOf = ({ table, ...list }: Pick<RowList<never, unknown>, 'table' | 'columns' | 'order'>) =>
  `coalesce((SELECT (${arraysOf(list)})::json FROM ${table} AS stored WHERE ${IS_ITS}), '[]')`

function figureList(family: Family, columns: readonly string[]): string {
  // `row` is a word of SQL.
  const codes = codesOf(family).map((column) => `"${column}"`)
  const { table } = FIGURE_TABLES[family]
  return listOf({ table, columns: [...codes.map(CODE), ...columns], order: codes.join(', ') })
}

/** One row for each of the revisions, in their order. */
function loaded<Row extends object>(snapshot: Snapshot, heads: readonly ReportHead[], columns: readonly string[]) {
  const keys = heads.map(({ key }) => key)
  return snapshot.query<Row & Record<string, unknown>>(
    `SELECT ${columns.join(', ')}
     FROM unnest($1::int[], $2::smallint[], $3::smallint[]) WITH ORDINALITY AS asked (agency_id, year, number, place)
     ORDER BY asked.place`,
    [keys.map(({ agencyId }) => agencyId), keys.map(({ year }) => year), keys.map(({ number }) => number)],
  )
}
