import { Big } from 'big.js'
import type { Claim } from '../../domain/claim.ts'
import { labelOfFigure } from '../../domain/figure-terms.ts'
import type { MagnitudeRule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { HOLDS, UNKNOWN, type Weighed } from '../weighed.ts'
import { decimal, unitLabel } from '../wording.ts'

const YUAN = '元'

/**
 * Weighs an amount against the limit of the level. A sentence that states the same digits in 元 proves the unit, however small the
 * amount. The right side is then what the amount comes to in the form's unit; otherwise it is the limit.
 */
export function weighMagnitude({ relations, isInYuan }: MagnitudeRule, subject: Subject): Weighed[] {
  return relations.map(({ path, limits }) => {
    const printed = subject.figures.get(path)?.value ?? null
    const limit = subject.level === null ? undefined : limits[subject.level]
    if (printed === null) return UNKNOWN
    const value = new Big(printed)
    const proofs = isInYuan ? proofsOf(path, value, subject.claims) : []
    if (proofs.length === 0 && limit === undefined) return UNKNOWN
    if (proofs.length === 0 && value.lte(limit ?? value)) return HOLDS
    const right = isInYuan ? value.div(10_000) : new Big(limit ?? 0)
    const unit = unitLabel(path, subject.form)
    const label = `${labelOfFigure(path, subject.form, 'ZH')} ${decimal(value)} ${unit}`
    const reason = proofs.length > 0 ? `文中为 ${decimal(value)} 元` : `大于 ${limit} ${unit}`
    return {
      verdict: 'BROKEN',
      broken: {
        message: isInYuan ? `${label}：${reason}，应是按元填写` : `${label}：${reason}`,
        left: { paths: [path], value: decimal(value), year: null, statements: [] },
        right: {
          paths: [],
          value: decimal(right),
          year: null,
          statements: proofs.map(({ sentence, at }) => ({ sentence, at })),
        },
        difference: decimal(value.minus(right)),
        unit,
        sameAs: [],
        remedy: isInYuan ? `若按元填写，折合 ${decimal(right)} ${unit}` : `通常不大于 ${limit}`,
      },
    }
  })
}

/** The sentences that state the same digits in 元. Nought is the same in every unit. */
const proofsOf = (path: string, value: Big, claims: readonly Claim[]) =>
  value.eq(0) ? [] : claims.filter((claim) => claim.subject === path && claim.unit === YUAN && value.eq(claim.value))
