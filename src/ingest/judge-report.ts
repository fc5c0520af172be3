import type { Judgement } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { judgementOf } from '../rules/judge.ts'
import { type Previous, subjectOf } from '../rules/subject.ts'
import type { Judge } from '../store/judge-reports.ts'

/** What the rules say of a stored report. */
export const judgeStored: Judge = (report, previous) => judgementOf({ ...report, previous })

/**
 * What the rules say of a report as read, seen beside that of the year before by the same agency if there is one. A report that names its
 * district and no agency is the government's, as it is when it is stored.
 */
export function judgeReport(report: Report, previous: Previous | null = null): Judgement {
  const { agency, district } = report
  const issuer = agency ?? (district && { kind: 'GOVERNMENT' as const })
  return judgementOf({ ...subjectOf(report, previous), agency: issuer })
}
