import { sumOf } from '../operands.ts'
import type { ContinuityRule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { HOLDS, UNKNOWN, type Weighed } from '../weighed.ts'
import { decimal, say, sharedUnit, sideOf } from '../wording.ts'

/** Weighs figures of the report against those of the year before. Any other year, another form, or no report: unknown. */
export function weighContinuity({ relations, previousForms }: ContinuityRule, subject: Subject): Weighed[] {
  const { year, form, figures, previous } = subject
  const isYearBefore = previous !== null && year !== null && previous.year === year - 1
  if (!isYearBefore || previous.form === null || !previousForms.includes(previous.form))
    return relations.map(() => UNKNOWN)
  return relations.map((relation) => {
    const left = sumOf(relation.left, figures)
    const right = sumOf(relation.right, previous.figures)
    if (!left || !right) return UNKNOWN
    if (left.value.eq(right.value)) return HOLDS
    const difference = left.value.minus(right.value)
    const earlier = `${previous.year} 年报告中${say(right, previous.form)}`
    const sides = { left: sideOf(left), right: sideOf(right, previous.year) }
    return {
      verdict: 'BROKEN',
      broken: {
        message: `${say(left, form)} ≠ ${earlier}，相差 ${decimal(difference.abs())}`,
        ...sides,
        difference: decimal(difference),
        unit: sharedUnit(sides.left.paths, form),
        sameAs: [],
        remedy: `本年若为 ${decimal(right.value)}，或上年为 ${decimal(left.value)}，则相符`,
      },
    }
  })
}
