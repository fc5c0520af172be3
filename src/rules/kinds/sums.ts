import type { Form } from '../../domain/forms.ts'
import { type Sum, sumOf } from '../operands.ts'
import type { Relation, SumsRule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { type Broken, HOLDS, UNKNOWN, type Weighed } from '../weighed.ts'
import { decimal, say, sharedUnit, sideOf } from '../wording.ts'

/** Weighs two sums of the report's figures. A blank, missing or unreadable figure on either side makes the relation unknown. */
export function weighSums({ kind, relations }: SumsRule, { figures, form }: Subject): Weighed[] {
  return relations.map((relation: Relation) => {
    const left = sumOf(relation.left, figures)
    const right = sumOf(relation.right, figures)
    if (!left || !right) return UNKNOWN
    const holds = kind === 'EQUATION' ? left.value.eq(right.value) : left.value.lte(right.value)
    return holds ? HOLDS : { verdict: 'BROKEN', broken: brokenOf(kind, left, right, form) }
  })
}

function brokenOf(kind: SumsRule['kind'], left: Sum, right: Sum, form: Form | null): Broken {
  const difference = left.value.minus(right.value)
  const sides = { left: sideOf(left), right: sideOf(right) }
  return {
    message: `${say(left, form)} ${kind === 'EQUATION' ? '≠' : '>'} ${say(right, form)}，相差 ${decimal(difference.abs())}`,
    ...sides,
    difference: decimal(difference),
    unit: sharedUnit([...sides.left.paths, ...sides.right.paths], form),
    sameAs: [],
    remedy: kind === 'EQUATION' ? equalised(left, right) : `前者若不大于 ${decimal(right.value)}，则相符`,
  }
}

/** A total and its parts are told apart; two sums are only to be equal. */
function equalised(left: Sum, right: Sum): string {
  const [total, parts] = left.terms.length === 1 ? [left, right] : [right, left]
  if (total.terms.length !== 1) return `两边若同为 ${decimal(left.value)} 或 ${decimal(right.value)}，则相符`
  return `若为 ${decimal(parts.value)}，或各项之和为 ${decimal(total.value)}，则相符`
}
