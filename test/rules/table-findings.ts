import type { Finding } from '../../src/domain/finding.ts'
import type { Report } from '../../src/domain/report.ts'
import { judgementOf } from '../../src/rules/judge.ts'
import { RULES } from '../../src/rules/registry.ts'
import { subjectOf } from '../../src/rules/subject.ts'

/** What the tables of a report alone break: the sums of its figures. */
export function tableFindingsOf(report: Report): readonly Finding[] {
  const ofSums = new Set(RULES.filter(({ kind }) => kind === 'EQUATION' || kind === 'AT_MOST').map(({ id }) => id))
  return judgementOf(subjectOf(report)).findings.filter(({ ruleId }) => ofSums.has(ruleId))
}
