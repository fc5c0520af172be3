import { Big } from 'big.js'
import type { AgencyKind } from '../domain/agency.ts'
import { APPLICANTS, type Applicant } from '../domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow } from '../domain/application-rows.ts'
import { CASE_RESULTS, type CaseResult, LITIGATION_ROUTES, type LitigationRoute } from '../domain/cases.ts'
import type { Claim } from '../domain/claim.ts'
import {
  DISCLOSURE_ITEMS,
  DISCLOSURE_MEASURES,
  type DisclosureItemCode,
  type DisclosureMeasure,
} from '../domain/disclosure-items.ts'
import type { DistrictLevel } from '../domain/district.ts'
import type { Figure, FigureState } from '../domain/figure.ts'
import { FAMILIES, FIGURE_PATHS, type FigurePath, keyOf, pathOf } from '../domain/figure-paths.ts'
import type { Judgement } from '../domain/finding.ts'
import type { Form } from '../domain/forms.ts'
import type { Report } from '../domain/report.ts'
import type { Share } from '../domain/share.ts'
import { codesOf } from '../domain/terms.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { ReportKey } from './report-loaders.ts'
import { storable } from './report-rows.ts'
import type { RevisionKey } from './revision-key.ts'
import { arraysOf, CLAIMS, CODE, DECIMAL, FINDINGS, SHARES } from './row-lists.ts'
import { rowsOf, type StatementClient, type TransactionClient } from './statement.ts'

// What the rules look at of a stored report. One that is stored just now is judged as it will be read, without being read.

/** What the rules look at of a stored report: that of its current revision. */
export interface JudgedReport {
  readonly key: RevisionKey
  readonly year: number
  readonly form: Form | null
  readonly agency: { readonly kind: AgencyKind }
  readonly level: DistrictLevel
  readonly figures: ReadonlyMap<FigurePath, Pick<Figure, 'state' | 'value'>>
  readonly claims: readonly Claim[]
  readonly shares: readonly Share[]
}

/** With what the rules have said of it. */
export interface StoredReport extends JudgedReport {
  /** Null when it was not judged. */
  readonly judgement: Judgement | null
}

/** Which report is looked at. One that is there to compare another with is not judged itself, and its sentences are left out. */
export interface WantedReport extends ReportKey {
  readonly isJudged: boolean
}

/** The reports that are wanted, where a revision of them is in force; in the order of agencies and years. */
export function loadReports(tx: TransactionClient, wanted: readonly WantedReport[]): Promise<StoredReport[]> {
  return load(
    tx,
    Prisma.sql`SELECT * FROM unnest(${wanted.map(({ agencyId }) => agencyId)}::int[],
      ${wanted.map(({ year }) => year)}::smallint[], ${wanted.map(({ isJudged }) => isJudged)}::boolean[])
      AS one (agency_id, year, is_judged)`,
  )
}

/** All reports of the agency of which a revision is in force, in the order of years. */
export function loadReportsOf(tx: TransactionClient, agencyId: number): Promise<StoredReport[]> {
  return load(tx, Prisma.sql`SELECT agency_id, year, TRUE AS is_judged FROM reports WHERE agency_id = ${agencyId}`)
}

/** The report of the agency of that name for that year, as the rules look at it; null when there is none. */
export async function loadJudgedReport(
  client: StatementClient,
  { districtCode, agencyName, year }: { districtCode: string; agencyName: string; year: number },
): Promise<JudgedReport | null> {
  const [report] = await load(
    client,
    Prisma.sql`SELECT agency.id AS agency_id, ${year}::smallint AS year, TRUE AS is_judged FROM agencies AS agency
      WHERE agency.district_code = ${districtCode} AND agency.name = ${agencyName}`,
  )
  return report ?? null
}

/** What the rules would look at if the report was read from the store: its figures in the order of the forms, its numbers as columns hold them. */
export function asStored(
  key: RevisionKey,
  { form, figures, claims, shares }: Report,
  agency: JudgedReport['agency'],
  level: DistrictLevel,
): JudgedReport {
  const inOrder = [...figures].sort(([one], [other]) => rankOf(one) - rankOf(other))
  const term = ({ subject, value }: Share['part']) => ({ subject, value: value === null ? null : decimal(value) })
  return {
    key,
    year: key.year,
    form,
    agency: { kind: agency.kind },
    level,
    figures: new Map(
      inOrder.map(([path, { state, value }]) => [path, { state, value: value === null ? null : decimal(value) }]),
    ),
    claims: claims.map(({ subject, value, parts, unit, approximate, scope, sentence, at }) => ({
      subject,
      value: decimal(value),
      ...(parts && parts.length > 0 && { parts }),
      unit: unit && storable(unit),
      approximate,
      scope,
      sentence: storable(sentence),
      at,
    })),
    shares: shares.map(({ percent, part, whole, sentence, at }) => {
      return { percent, part: term(part), whole: term(whole), sentence: storable(sentence), at }
    }),
  }
}

/** Where a figure stands among those of a report: by family, and then by the codes of its columns, whose order is that of their types. */
const RANKS: ReadonlyMap<FigurePath, number> = new Map(
  FIGURE_PATHS.map((path) => [path, placeOf(path)] as const)
    .sort(([, one], [, other]) => one.reduce((order, place, at) => order || place - (other[at] ?? 0), 0))
    .map(([path], rank) => [path, rank]),
)

function rankOf(path: FigurePath): number {
  return RANKS.get(path) ?? 0
}

function placeOf(path: FigurePath): number[] {
  const key = keyOf(path)
  const family = codesOf(FAMILIES).indexOf(key.family)
  switch (key.family) {
    case 'disclosure':
      return [family, codesOf(DISCLOSURE_ITEMS).indexOf(key.item), codesOf(DISCLOSURE_MEASURES).indexOf(key.measure)]
    case 'applications':
      return [family, codesOf(APPLICATION_ROWS).indexOf(key.row), codesOf(APPLICANTS).indexOf(key.applicant)]
    case 'review':
      return [family, codesOf(CASE_RESULTS).indexOf(key.result), 0]
    case 'litigation':
      return [family, codesOf(LITIGATION_ROUTES).indexOf(key.route), codesOf(CASE_RESULTS).indexOf(key.result)]
  }
}

const PLAIN = /^(?:0|-?[1-9]\d*)$/

/** A number as it is read from its column: four decimal places at most, no zeros at its ends. */
function decimal(value: string): string {
  if (PLAIN.test(value)) return value
  const text = new Big(value).round(4, Big.roundHalfUp).toFixed()
  return text === '-0' ? '0' : text
}

type FigureCells<Key extends string[]> = [...Key, FigureState, string | null]

interface Row {
  readonly agencyId: number
  readonly year: number
  readonly number: number
  readonly form: Form | null
  readonly kind: AgencyKind
  readonly level: DistrictLevel
  readonly disclosure: FigureCells<[DisclosureItemCode, DisclosureMeasure]>[]
  readonly applications: FigureCells<[ApplicationRow, Applicant]>[]
  readonly review: FigureCells<[CaseResult]>[]
  readonly litigation: FigureCells<[LitigationRoute, CaseResult]>[]
  readonly claims: Parameters<typeof CLAIMS.read>[0][]
  readonly shares: Parameters<typeof SHARES.read>[0][]
  readonly judgement: Omit<Judgement, 'findings'> | null
  readonly findings: Parameters<typeof FINDINGS.read>[0][]
}

const listed = (table: string, columns: readonly string[], order: string, condition = 'TRUE') => `
  coalesce((SELECT (${arraysOf({ columns, order })})::json FROM ${table} AS stored
    WHERE (stored.agency_id, stored.year, stored.number) = (revision.agency_id, revision.year, revision.number)
      AND ${condition}), '[]')`

const figures = (table: string, ...key: string[]) =>
  listed(table, [...key.map(CODE), CODE('state'), CODE(DECIMAL('value'))], key.join(', '))

// The lists are in the order of the form and of the document: so are the findings.
const REPORT = Prisma.raw(`
  SELECT report.agency_id AS "agencyId", report.year::int AS year, revision.number::int AS number,
    revision.form::text AS form, agency.kind::text AS kind, district.level::text AS level,
    ${figures('disclosure_items', 'item', 'measure')} AS disclosure,
    ${figures('application_outcomes', '"row"', 'applicant')} AS applications,
    ${figures('review_results', 'result')} AS review,
    ${figures('litigation_results', 'route', 'result')} AS litigation,
    ${listed('claims', CLAIMS.columns, CLAIMS.order, 'wanted.is_judged')} AS claims,
    ${listed('shares', SHARES.columns, SHARES.order, 'wanted.is_judged')} AS shares,
    (SELECT json_build_object('rulesVersion', rules_version, 'status', status, 'held', held, 'broken', broken, 'unknown', "unknown")
      FROM judgements AS judged
      WHERE (judged.agency_id, judged.year, judged.number) = (revision.agency_id, revision.year, revision.number)
        AND wanted.is_judged) AS judgement,
    ${listed('findings', FINDINGS.columns, FINDINGS.order, 'wanted.is_judged')} AS findings`)

const JOINS = Prisma.raw(`
  JOIN reports AS report ON (report.agency_id, report.year) = (wanted.agency_id, wanted.year)
  JOIN revisions AS revision
    ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
  JOIN agencies AS agency ON agency.id = report.agency_id
  JOIN districts AS district ON district.code = agency.district_code`)

/** Everything that judging takes, in one statement, of the reports that have a revision in force. */
async function load(client: StatementClient, wanted: Prisma.Sql): Promise<StoredReport[]> {
  const rows = await rowsOf<Row>(client, Prisma.sql`${REPORT} FROM (${wanted}) AS wanted ${JOINS} ORDER BY 1, 2`)
  return rows.map(read)
}

function read({ agencyId, year, number, form, kind, level, judgement, ...lists }: Row): StoredReport {
  return {
    key: { agencyId, year, number },
    year,
    form,
    agency: { kind },
    level,
    figures: new Map<FigurePath, Pick<Figure, 'state' | 'value'>>([
      ...lists.disclosure.map(([item, measure, state, value]) => {
        return [pathOf({ family: 'disclosure', item, measure }), { state, value }] as const
      }),
      ...lists.applications.map(([row, applicant, state, value]) => {
        return [pathOf({ family: 'applications', row, applicant }), { state, value }] as const
      }),
      ...lists.review.map(
        ([result, state, value]) => [pathOf({ family: 'review', result }), { state, value }] as const,
      ),
      ...lists.litigation.map(([route, result, state, value]) => {
        return [pathOf({ family: 'litigation', route, result }), { state, value }] as const
      }),
    ]),
    claims: lists.claims.map(CLAIMS.read),
    shares: lists.shares.map(SHARES.read),
    judgement: judgement && { ...judgement, findings: lists.findings.map(FINDINGS.read) },
  }
}
