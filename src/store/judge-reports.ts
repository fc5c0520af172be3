import { isDeepStrictEqual } from 'node:util'
import type { AgencyKind } from '../domain/agency.ts'
import type { Applicant } from '../domain/applicants.ts'
import type { ApplicationRow } from '../domain/application-rows.ts'
import type { CaseResult, LitigationRoute } from '../domain/cases.ts'
import type { Claim } from '../domain/claim.ts'
import type { DisclosureItemCode, DisclosureMeasure } from '../domain/disclosure-items.ts'
import type { DistrictLevel } from '../domain/district.ts'
import type { Figure, FigureState } from '../domain/figure.ts'
import { type FigurePath, pathOf } from '../domain/figure-paths.ts'
import type { Finding, Judgement, ReportStatus } from '../domain/finding.ts'
import type { Form } from '../domain/forms.ts'
import type { Share } from '../domain/share.ts'
import { Prisma } from './generated/prisma/client.ts'
import { findingRows, judgementRow, storedFinding } from './report-rows.ts'
import type { RevisionKey } from './revision-key.ts'
import { arraysOf, CLAIMS, CODE, DECIMAL, FINDINGS, SHARES } from './row-lists.ts'

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

/** The rules, as the store is given them: what they say of a report, seen beside that of the year before by the same agency. */
export type Judge = (report: JudgedReport, previous: JudgedReport | null) => Judgement

/** A report that was judged again. */
export interface Rejudged {
  readonly key: RevisionKey
  readonly judgement: Judgement
  /** Null when it was not judged before. */
  readonly statusBefore: ReportStatus | null
  readonly gained: readonly Finding[]
  readonly lost: readonly Finding[]
}

type Transaction = Prisma.TransactionClient

/**
 * Makes everybody else who writes to reports of the agency wait until the end of the transaction: the findings of one year rest on the
 * figures of another. Whoever takes this lock takes it first, and only one, so that nobody waits in a circle.
 */
export async function lockAgency(tx: Transaction, agencyId: number): Promise<void> {
  // The weakest lock that excludes itself: rows that refer to the agency may still be written.
  await tx.$queryRaw(Prisma.sql`SELECT FROM agencies WHERE id = ${agencyId} FOR NO KEY UPDATE`)
}

/**
 * Judges the current revisions of an agency's reports on these years, or on all, as they stand now, and stores what differs from what was
 * found before. Whatever gives a report another current revision, or none, calls this with its year and the following one, in the same
 * transaction and under `lockAgency`. Years without a current revision are left out of the answer.
 */
export async function judgeReports(
  tx: Transaction,
  agencyId: number,
  years: readonly number[] | 'ALL',
  judge: Judge,
  { isDryRun = false } = {},
): Promise<Rejudged[]> {
  // A year is judged beside the one before.
  const read = years === 'ALL' ? null : years.flatMap((year) => [year - 1, year])
  const which = Prisma.sql`report.agency_id = ${agencyId} AND (${read}::int[] IS NULL OR report.year = ANY(${read}::int[]))`
  const stored = await load(tx, which)
  const byYear = new Map(stored.map((report) => [report.year, report]))
  const judged = stored.filter(({ year }) => years === 'ALL' || years.includes(year))
  const results = judged.map((report) => {
    const judgement = judge(report, byYear.get(report.year - 1) ?? null)
    return { key: report.key, before: report.judgement, after: withStoredFindings(judgement) }
  })
  const changed = results.filter(({ before, after }) => !isDeepStrictEqual(before, after))
  if (!isDryRun) await replace(tx, changed)
  return results.map(({ key, before, after }) => ({
    key,
    judgement: after,
    statusBefore: before?.status ?? null,
    gained: without(after.findings, before?.findings ?? []),
    lost: without(before?.findings ?? [], after.findings),
  }))
}

/** The report of the agency of that name for that year, as the rules look at it; null when there is none. */
export async function loadJudgedReport(
  client: Pick<Transaction, '$queryRaw'>,
  { districtCode, agencyName, year }: { districtCode: string; agencyName: string; year: number },
): Promise<JudgedReport | null> {
  const which = Prisma.sql`report.year = ${year} AND agency.district_code = ${districtCode} AND agency.name = ${agencyName}`
  const [report] = await load(client, which)
  return report ?? null
}

interface Replacement {
  readonly key: RevisionKey
  readonly before: Judgement | null
  readonly after: Judgement
}

/** A judgement takes its findings along, and comes with them. */
async function replace(tx: Transaction, replacements: readonly Replacement[]): Promise<void> {
  const old = replacements.filter(({ before }) => before !== null).map(({ key }) => key)
  if (old.length > 0) await tx.judgement.deleteMany({ where: { OR: old } })
  const judgements = replacements.map(({ key, after }) => judgementRow(key, after))
  if (judgements.length > 0) await tx.judgement.createMany({ data: judgements })
  const findings = replacements.flatMap(({ key, after }) => findingRows(key, after.findings))
  if (findings.length > 0) await tx.finding.createMany({ data: findings })
}

const withStoredFindings = (judgement: Judgement): Judgement => ({
  ...judgement,
  findings: judgement.findings.map(storedFinding),
})

/** The findings that the others do not have. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  return findings.filter((finding) => !others.some((other) => isDeepStrictEqual(finding, other)))
}

interface StoredReport extends JudgedReport {
  readonly judgement: Judgement | null
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

const listed = (table: string, columns: readonly string[], order: string) => `
  coalesce((SELECT (${arraysOf({ columns, order })})::json FROM ${table} AS stored
    WHERE (stored.agency_id, stored.year, stored.number) = (revision.agency_id, revision.year, revision.number)), '[]')`

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
    ${listed('claims', CLAIMS.columns, CLAIMS.order)} AS claims,
    ${listed('shares', SHARES.columns, SHARES.order)} AS shares,
    (SELECT json_build_object('rulesVersion', rules_version, 'status', status, 'held', held, 'broken', broken, 'unknown', "unknown")
      FROM judgements AS judged
      WHERE (judged.agency_id, judged.year, judged.number) = (revision.agency_id, revision.year, revision.number)) AS judgement,
    ${listed('findings', FINDINGS.columns, FINDINGS.order)} AS findings
  FROM reports AS report
  JOIN revisions AS revision
    ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
  JOIN agencies AS agency ON agency.id = report.agency_id
  JOIN districts AS district ON district.code = agency.district_code`)

/** Everything that judging takes, in one statement. */
async function load(client: Pick<Transaction, '$queryRaw'>, which: Prisma.Sql): Promise<StoredReport[]> {
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`${REPORT} WHERE ${which} ORDER BY report.year`)
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
