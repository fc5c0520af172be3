import { isDeepStrictEqual } from 'node:util'
import type { Finding, Judgement, ReportStatus } from '../domain/finding.ts'
import { Prisma } from './generated/prisma/client.ts'
import { insertRows } from './insert-rows.ts'
import { type JudgedReport, loadReports, loadReportsOf } from './judged-report.ts'
import { findingRows, judgementRow, storedFinding } from './report-rows.ts'
import type { RevisionKey } from './revision-key.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

export type { JudgedReport } from './judged-report.ts'

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

/**
 * Makes everybody else who writes to reports of these agencies wait until the end of the transaction: the findings of one year rest on the
 * figures of another. It takes the agencies in the order of their ids; whoever takes this lock takes it first, and once in a transaction, so
 * that nobody waits in a circle.
 */
export async function lockAgencies(tx: TransactionClient, ids: readonly number[]): Promise<void> {
  // The weakest lock that excludes itself: rows that refer to the agency may still be written.
  await rowsOf(tx, Prisma.sql`SELECT id FROM agencies WHERE id = ANY(${ids}::int[]) ORDER BY id FOR NO KEY UPDATE`)
}

/**
 * Judges the current revisions of an agency's reports on these years, or on all, as they stand now, and stores what differs from what was
 * found before. Whatever gives a report another current revision, or none, judges its year and the following one again, in the same
 * transaction and under `lockAgencies`. Years without a current revision are left out of the answer.
 */
export async function judgeReports(
  tx: TransactionClient,
  agencyId: number,
  years: readonly number[] | 'ALL',
  judge: Judge,
  { isDryRun = false } = {},
): Promise<Rejudged[]> {
  // A year is judged beside the one before.
  const beside = years === 'ALL' ? [] : years.map((year) => year - 1).filter((year) => !years.includes(year))
  const stored =
    years === 'ALL'
      ? await loadReportsOf(tx, agencyId)
      : await loadReports(tx, [
          ...years.map((year) => ({ agencyId, year, isJudged: true })),
          ...beside.map((year) => ({ agencyId, year, isJudged: false })),
        ])
  const byYear = new Map(stored.map((report) => [report.year, report]))
  const judged = stored.filter(({ year }) => years === 'ALL' || years.includes(year))
  const results = judged.map((report) => {
    const after = judgeAsStored(judge, report, byYear.get(report.year - 1) ?? null)
    return { key: report.key, before: report.judgement, after }
  })
  const changed = results.filter(({ before, after }) => !isDeepStrictEqual(before, after))
  if (!isDryRun) {
    await deleteJudgements(
      tx,
      changed.filter(({ before }) => before !== null).map(({ key }) => key),
    )
    await insertRows(tx, judgementRows(changed))
  }
  return results.map(({ key, before, after }) => rejudged(key, before, after))
}

/** What the rules say of a report, as it will be read again. */
export function judgeAsStored(judge: Judge, report: JudgedReport, previous: JudgedReport | null): Judgement {
  const judgement = judge(report, previous)
  return { ...judgement, findings: judgement.findings.map(storedFinding) }
}

/** What became of a judgement that was replaced, or is the first. */
export function rejudged(key: RevisionKey, before: Judgement | null, after: Judgement): Rejudged {
  return {
    key,
    judgement: after,
    statusBefore: before?.status ?? null,
    gained: without(after.findings, before?.findings ?? []),
    lost: without(before?.findings ?? [], after.findings),
  }
}

/** Deletes judgements, which take their findings along: others come in their place, by another statement. */
export async function deleteJudgements(tx: TransactionClient, keys: readonly RevisionKey[]): Promise<void> {
  if (keys.length === 0) return
  await rowsOf(
    tx,
    Prisma.sql`
    DELETE FROM judgements AS judged USING unnest(${keys.map(({ agencyId }) => agencyId)}::int[],
      ${keys.map(({ year }) => year)}::smallint[], ${keys.map(({ number }) => number)}::smallint[]) AS old (agency_id, year, number)
    WHERE (judged.agency_id, judged.year, judged.number) = (old.agency_id, old.year, old.number)`,
  )
}

/** Judgements as rows, with their findings. */
export function judgementRows(judged: readonly { readonly key: RevisionKey; readonly after: Judgement }[]) {
  return {
    judgements: judged.map(({ key, after }) => judgementRow(key, after)),
    findings: judged.flatMap(({ key, after }) => findingRows(key, after.findings)),
  }
}

/** The findings that the others do not have. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  return findings.filter((finding) => !others.some((other) => isDeepStrictEqual(finding, other)))
}
