import { createHash } from 'node:crypto'
import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Form } from '../../domain/forms.ts'
import type { Formula } from '../../domain/formula.ts'

/** What is worked out of a report on one form. */
export interface FormFormulas {
  readonly numerator: Formula
  /** Null where nothing is divided. */
  readonly denominator: Formula | null
}

/** What is added up of all reports on a form. */
export interface SummedFormula extends FormFormulas {
  readonly form: Form
}

/** The figure, when it is nothing but one: figures are added up anyway. */
export function onlyFigure({ numerator, denominator }: FormFormulas): FigurePath | null {
  const [addends = [], ...others] = numerator
  const [figure, ...more] = addends
  const isOne = denominator === null && others.length + more.length === 0
  return isOne && typeof figure === 'string' ? figure : null
}

/** By what the store knows a formula: one that is changed is another. */
export const digestOf = ({ form, numerator, denominator }: SummedFormula): string =>
  createHash('sha256')
    .update(JSON.stringify([form, numerator, denominator]))
    .digest('hex')
    .slice(0, 32)
