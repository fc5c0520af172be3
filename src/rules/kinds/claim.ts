import { Big } from 'big.js'
import type { AgencyKind } from '../../domain/agency.ts'
import type { Claim, ClaimScope, ClaimSubject } from '../../domain/claim.ts'
import { formsOf } from '../../domain/figure-paths.ts'
import { type Operand, pathsOf, type Sum, sumOf } from '../operands.ts'
import type { ClaimRule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { HOLDS, UNKNOWN, type Weighed } from '../weighed.ts'
import { decimal, say, sideOf, subjectLabel, unitLabel } from '../wording.ts'

const YUAN = '元'

/** Weighs the numbers that sentences state on each subject of the rule against the table: like with like, or not at all. */
export function weighClaims({ relations }: ClaimRule, subject: Subject): Weighed[] {
  return relations.flatMap(({ subject: path, readings }) => weighPath(path, readings, subject))
}

/** A claim on what is weighed. */
interface ReadClaim {
  readonly claim: Claim
  /** What it states, in the unit of the table. */
  readonly number: Big
  readonly fits: boolean
}

function weighPath(path: ClaimSubject, readings: readonly (readonly Operand[])[], subject: Subject): Weighed[] {
  const claims = subject.claims.filter((claim) => claim.subject === path)
  if (claims.length === 0) return []
  const onForm = readings.filter((operands) => operands.every((operand) => isOnForm(operand, subject)))
  const sums = onForm.map((operands) => sumOf(operands, subject.figures))
  const read = claims.flatMap((claim): ReadClaim[] => {
    const number = numberOf(claim, path, subject)
    if (number === null) return []
    return [{ claim, number, fits: sums.some((sum) => sum !== null && fitsSum(claim, number, sum)) }]
  })
  const fitting = read.filter(({ fits }) => fits)
  const byValue = Map.groupBy(read, ({ number, fits }) => `${decimal(number)} ${fits}`)
  return [...byValue.values()].map((same) => {
    const [first] = same
    const [sum] = sums
    if (first === undefined || first.fits) return first === undefined ? UNKNOWN : HOLDS
    // A blank figure in one reading leaves open whether the number means that.
    if (sum === undefined || sum === null || sums.includes(null) || isSameDigits(first.claim, sum)) return UNKNOWN
    // Beside a number that fits, a smaller one may well be a part of it, and that of another body is another.
    const isPart = fitting.length > 0 && first.number.lt(sum.value)
    const isLike = ({ claim: { scope } }: ReadClaim) =>
      isComparable(scope, subject) && fitting.every(({ claim }) => claim.scope === scope)
    const compared = isPart ? [] : same.filter(isLike)
    return compared.length === 0 ? UNKNOWN : broken(path, compared, sum, subject)
  })
}

function broken(path: ClaimSubject, read: readonly ReadClaim[], sum: Sum, subject: Subject): Weighed {
  const { form, figures } = subject
  const [first] = read
  const claims = read.map(({ claim }) => claim)
  const left = first?.number ?? new Big(0)
  const difference = left.minus(sum.value)
  const family = path.slice(0, path.indexOf('.'))
  const others = [...figures].filter(([other, { value }]) => {
    return other.startsWith(family) && !left.eq(0) && value !== null && left.eq(value) && other.endsWith(columnOf(path))
  })
  const unit = unitLabel(path, form)
  const about = first?.claim.approximate ? '约 ' : ''
  return {
    verdict: 'BROKEN',
    broken: {
      message: `文中${subjectLabel(path, form)}为${about || ' '}${decimal(left)} ${unit} ≠ 表中${say(sum, form)}，相差 ${decimal(difference.abs())}`,
      left: {
        paths: [],
        value: decimal(left),
        year: null,
        statements: claims.map(({ sentence, at }) => ({ sentence, at })),
      },
      right: sideOf(sum),
      difference: decimal(difference),
      unit,
      sameAs: others.map(([other]) => other),
      remedy: `文中若为 ${decimal(sum.value)}，或表中为 ${decimal(left)}，则相符`,
    },
  }
}

/** Figures are alike within one column of the applications table; elsewhere within the family. */
const columnOf = (path: ClaimSubject) => (path.startsWith('applications.') ? '.TOTAL' : '')

/** 元 and 万元 are one measure; an amount without a unit is none, unless it is nought. */
function numberOf({ value, unit }: Claim, path: ClaimSubject, { form }: Subject): Big | null {
  if (!path.endsWith('.AMOUNT') || new Big(value).eq(0)) return new Big(value)
  if (unit === YUAN) return new Big(value).div(10_000)
  return unit === unitLabel(path, form) ? new Big(value) : null
}

/** 94230 元 beside 94230 万元: the two differ by their unit alone, which is for the rule on the unit to say. */
const isSameDigits = ({ unit, value }: Claim, sum: Sum) => unit === YUAN && sum.value.eq(value)

/** 3300余条: right to its last digit that is not nought, or to a tenth. */
function fitsSum({ approximate, value }: Claim, number: Big, sum: Sum): boolean {
  if (!approximate) return number.eq(sum.value)
  const zeros = /0*$/.exec(value)?.[0].length ?? 0
  const step = value.includes('.') ? new Big(0) : new Big(10).pow(zeros)
  const tenth = number.div(10)
  return number
    .minus(sum.value)
    .abs()
    .lte(step.gt(tenth) ? step : tenth)
}

function isOnForm(operand: Operand, { form }: Subject): boolean {
  if (form === null) return false
  return pathsOf(operand).some((path) => formsOf(path).includes(form))
}

/**
 * Whose number the table of such an agency can hold: a government's table may count its departments in, so its own number is less; a
 * department's never counts the whole district.
 */
function isComparable(scope: ClaimScope | null, { agency }: Subject): boolean {
  return scope === null || COMPARABLE[agency?.kind ?? 'UNKNOWN'].includes(scope)
}

const COMPARABLE: { readonly [kind in AgencyKind | 'UNKNOWN']: readonly ClaimScope[] } = {
  GOVERNMENT: ['DISTRICT'],
  DEPARTMENT: ['AGENCY'],
  STREET: ['AGENCY'],
  TOWNSHIP: ['AGENCY'],
  UNKNOWN: [],
}
