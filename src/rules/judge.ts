import { labelOfFigure } from '../domain/figure-terms.ts'
import type { Finding } from '../domain/finding.ts'
import type { Form } from '../domain/forms.ts'
import type { Report } from '../domain/report.ts'
import { RULES } from './registry.ts'
import { type Side, type Term, type Verdict, weigh } from './relation.ts'
import type { Rule } from './rule.ts'

/** Changes with every change of what the rules find. Stored with the findings of a revision. */
export const RULES_VERSION = '1.0.0'

/** The rules of the report's form that the report breaks, in the order of the registry. A report without a form breaks none. */
export function judge(report: Report): Finding[] {
  return RULES.flatMap((rule) => findingsOf(rule, report))
}

/** What one rule finds in a report: a finding for each relation that is broken. */
export function findingsOf(rule: Rule, report: Report): Finding[] {
  const { form } = report
  if (form === null || !rule.forms.includes(form)) return []
  return rule.relations.flatMap((relation) => {
    const weighed = weigh(rule.kind, relation, report)
    return weighed.verdict === 'BROKEN' ? [finding(rule, form, weighed.left, weighed.right)] : []
  })
}

/** What one rule says of a report as a whole. */
export function verdictOf(rule: Rule, report: Report): Verdict {
  if (report.form === null || !rule.forms.includes(report.form)) return 'UNKNOWN'
  const verdicts = rule.relations.map((relation) => weigh(rule.kind, relation, report).verdict)
  if (verdicts.includes('BROKEN')) return 'BROKEN'
  return verdicts.includes('HOLDS') ? 'HOLDS' : 'UNKNOWN'
}

function finding(rule: Rule, form: Form, left: Side, right: Side): Finding {
  const difference = left.sum.minus(right.sum)
  return {
    ruleId: rule.id,
    severity: rule.severity,
    message: `${say(left, form)} ${rule.kind.brokenSign} ${say(right, form)}，相差 ${decimal(difference.abs())}`,
    left: { paths: left.terms.map(({ path }) => path), value: decimal(left.sum) },
    right: { paths: right.terms.map(({ path }) => path), value: decimal(right.sum) },
    difference: decimal(difference),
  }
}

/** A side as it is read aloud: `甲 1 + 乙 2（另有 3 项为 0）= 3`. Zeros are counted, not listed: an outcome column has many. */
function say({ terms, sum }: Side, form: Form): string {
  const spoken = ({ path, value }: Term) => `${labelOfFigure(path, form, 'ZH')} ${decimal(value)}`
  const others = terms.filter(({ value }) => !value.eq(0))
  const zeros = terms.length - others.length
  if (terms.length === 1) return terms.map(spoken).join()
  if (others.length === 0) return `${zeros} 项之和 0`
  return `${others.map(spoken).join(' + ')}${zeros > 0 ? `（另有 ${zeros} 项为 0）` : ''} = ${decimal(sum)}`
}

/** Plain decimal digits, never an exponent. */
const decimal = (value: Term['value']): string => value.toFixed()
