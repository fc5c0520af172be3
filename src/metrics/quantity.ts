import type { FigurePath } from '../domain/figure-paths.ts'
import { formsOf } from '../domain/figure-paths.ts'
import { FORMS, type Form } from '../domain/forms.ts'
import type { Formula } from '../domain/formula.ts'
import { codesOf } from '../domain/terms.ts'
import { type Comparison, together } from './comparability.ts'
import { type CategoryCode, compareCategory, comparePath, formulaOfCategory } from './crosswalk.ts'
import type { Metric, Part } from './metric.ts'
import { METRICS, type MetricId } from './metrics.ts'

/** What is worked out of a report on one form. */
export interface Formulas {
  readonly numerator: Formula
  /** Null where nothing is divided. */
  readonly denominator: Formula | null
}

/** Something that a report tells, and that is followed over years: a metric, a category of the crosswalk, or one figure. */
export interface Quantity {
  /** What it is on a form; null when the form does not tell it. */
  formulas(form: Form): Formulas | null
  /** How what it is on one form compares with what it is on another. */
  compare(form: Form, reference: Form): Comparison
}

/** A metric, as a quantity. */
export function quantityOfMetric(id: MetricId): Quantity {
  const { numerator, denominator }: Metric = METRICS[id]
  const parts = [...numerator, ...(denominator ?? [])].map(partOf)
  return {
    formulas(form) {
      const above = sumOf(numerator, form)
      const below = denominator && sumOf(denominator, form)
      if (above === null || (denominator !== null && below === null)) return null
      return { numerator: above, denominator: below }
    },
    compare: (form, reference) =>
      together(parts.map(({ category, applicant }) => compareCategory(category, form, reference, applicant))),
  }
}

/** A category, as a quantity. */
export const quantityOfCategory = (code: CategoryCode): Quantity => ({
  formulas: (form) => undivided(formulaOfCategory(code, form)),
  compare: (form, reference) => compareCategory(code, form, reference),
})

/** A figure, as a quantity. */
export const quantityOfPath = (path: FigurePath): Quantity => ({
  formulas: (form) => undivided(formsOf(path).includes(form) ? [[path]] : null),
  compare: (form, reference) => comparePath(path, form, reference),
})

const undivided = (formula: Formula | null): Formulas | null => formula && { numerator: formula, denominator: null }

const partOf = (part: Part) => (typeof part === 'string' ? { category: part, applicant: 'TOTAL' as const } : part)

/** The sum of several categories: each way of reading one with each way of reading the others. */
function sumOf(parts: readonly Part[], form: Form): Formula | null {
  return parts.map(partOf).reduce<Formula | null>(
    (sums, { category, applicant }) => {
      const formula = formulaOfCategory(category, form, applicant)
      return sums && formula && sums.flatMap((sum) => formula.map((more) => [...sum, ...more]))
    },
    [[]],
  )
}

/** The forms that tell a quantity, the oldest first. */
export const formsTelling = ({ formulas }: Quantity): readonly Form[] =>
  codesOf(FORMS).filter((form) => formulas(form) !== null)

/** The latest form that tells it: what the others are compared with unless told otherwise. */
export const latestFormTelling = (quantity: Quantity): Form => formsTelling(quantity).at(-1) ?? 'FORM_2021'
