import type { Finding, Judgement, ReportStatus } from '../domain/finding.ts'
import { weighClaims } from './kinds/claim.ts'
import { weighContinuity } from './kinds/continuity.ts'
import { weighList } from './kinds/list.ts'
import { weighMagnitude } from './kinds/magnitude.ts'
import { weighPresent } from './kinds/present.ts'
import { weighRatio } from './kinds/ratio.ts'
import { weighSums } from './kinds/sums.ts'
import { RULES } from './registry.ts'
import type { Rule } from './rule.ts'
import type { Subject } from './subject.ts'
import type { Verdict, Weighed } from './weighed.ts'

/** Changes with every change of what the rules find. Stored with the findings of a revision. */
export const RULES_VERSION = '2.0.0'

/** What the rules of the report's form say of it, in the order of the registry. A report without a form breaks none. */
export function judgementOf(subject: Subject): Judgement {
  const weighed = RULES.filter(({ forms }) => subject.form !== null && forms.includes(subject.form)).map((rule) => {
    const relations = weigh(rule, subject)
    return { id: rule.id, verdict: verdictIn(relations), findings: findingsIn(rule, relations) }
  })
  const idsOf = (verdict: Verdict) => weighed.filter((each) => each.verdict === verdict).map(({ id }) => id)
  const findings = weighed.flatMap((each) => each.findings)
  const lists = { held: idsOf('HOLDS'), broken: idsOf('BROKEN'), unknown: idsOf('UNKNOWN') }
  return { rulesVersion: RULES_VERSION, status: statusOf(weighed, findings), ...lists, findings }
}

/** What one rule finds in a report: a finding for each relation that is broken. */
export function findingsOf(rule: Rule, subject: Subject): Finding[] {
  return findingsIn(rule, weigh(rule, subject))
}

/** What one rule says of a report as a whole. */
export function verdictOf(rule: Rule, subject: Subject): Verdict {
  return verdictIn(weigh(rule, subject))
}

function findingsIn(rule: Rule, relations: readonly Weighed[]): Finding[] {
  return relations.flatMap((weighed) => {
    if (weighed.verdict !== 'BROKEN') return []
    return [{ ruleId: rule.id, severity: rule.severity, ...weighed.broken }]
  })
}

function verdictIn(relations: readonly Weighed[]): Verdict {
  const verdicts = relations.map(({ verdict }) => verdict)
  if (verdicts.includes('BROKEN')) return 'BROKEN'
  return verdicts.includes('HOLDS') ? 'HOLDS' : 'UNKNOWN'
}

function weigh(rule: Rule, subject: Subject): Weighed[] {
  if (subject.form === null || !rule.forms.includes(subject.form)) return []
  switch (rule.kind) {
    case 'EQUATION':
    case 'AT_MOST':
      return weighSums(rule, subject)
    case 'PRESENT':
      return weighPresent(rule, subject)
    case 'CONTINUITY':
      return weighContinuity(rule, subject)
    case 'MAGNITUDE':
      return weighMagnitude(rule, subject)
    case 'CLAIM':
      return weighClaims(rule, subject)
    case 'LIST':
      return weighList(rule, subject)
    case 'RATIO':
      return weighRatio(rule, subject)
  }
}

function statusOf(weighed: readonly { readonly verdict: Verdict }[], findings: readonly Finding[]): ReportStatus {
  if (findings.some(({ severity }) => severity === 'ERROR')) return 'ERRORS'
  if (findings.some(({ severity }) => severity === 'WARNING')) return 'WARNINGS'
  return weighed.every(({ verdict }) => verdict === 'UNKNOWN') ? 'UNJUDGED' : 'CLEAN'
}
