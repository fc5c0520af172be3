import { type Finding, type Judgement, SEVERITIES, type Severity } from '../domain/finding.ts'
import { codesOf } from '../domain/terms.ts'

/** The findings for which a report is refused: those of the severity named, and weightier ones; none when none is named. */
export function refusingFindings({ findings }: Judgement, refuseOn: Severity | undefined): readonly Finding[] {
  const weightiestFirst = codesOf(SEVERITIES)
  const refused = refuseOn === undefined ? [] : weightiestFirst.slice(0, weightiestFirst.indexOf(refuseOn) + 1)
  return findings.filter(({ severity }) => refused.includes(severity))
}
