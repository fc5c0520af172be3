import { Big } from 'big.js'
import type { Form } from '../domain/forms.ts'
import { type Comparability, isWeaker } from './comparability.ts'
import { quotientOf } from './evaluate.ts'
import type { Quantity } from './quantity.ts'

/** What the reports of one year on one form come to, as the store adds them up. */
export interface SumOfForm {
  readonly form: Form | null
  readonly reports: number
  readonly counted: number
  readonly numerator: string | null
  readonly denominator: string | null
}

/** What the reports of one year come to. Values are plain decimal digits. */
export interface Total {
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly reports: number
  /** How many of them are in the value: the others lack a figure that it needs. */
  readonly counted: number
  /** As weak as the weakest of its forms; null where no report follows a known form. */
  readonly comparability: Comparability | null
  /** The forms that are too weak to be added up, for want of which there is no value; empty when there is nothing against it. */
  readonly refused: readonly Form[]
}

/**
 * Adds up what the reports of a year come to, unless one of their forms compares with the reference more weakly than is accepted. A rate
 * is the sum of numerators by the sum of denominators, of the reports that have both.
 */
export function totalOf(
  quantity: Quantity,
  sums: readonly SumOfForm[],
  reference: Form,
  accepted: Comparability,
): Total {
  const forms = sums.map(({ form }) => form).filter((form) => form !== null)
  const comparabilities = forms.map((form) => quantity.compare(form, reference).comparability)
  const refused = forms.filter((_form, place) => isWeaker(comparabilities[place] ?? 'EXACT', accepted))
  const numerator = refused.length > 0 ? null : added(sums.map((sum) => sum.numerator))
  const denominator = refused.length > 0 ? null : added(sums.map((sum) => sum.denominator))
  return {
    value: numerator !== null && denominator !== null ? quotientOf(numerator, denominator) : numerator,
    numerator,
    denominator,
    reports: sums.reduce((all, { reports }) => all + reports, 0),
    counted: sums.reduce((all, { counted }) => all + counted, 0),
    comparability: comparabilities.reduce<Comparability | null>(
      (weakest, one) => (weakest === null || isWeaker(one, weakest) ? one : weakest),
      null,
    ),
    refused,
  }
}

/** The sum of those that are there; null when none is. */
function added(values: readonly (string | null)[]): string | null {
  const there = values.filter((value) => value !== null)
  return there.length === 0 ? null : there.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed()
}
