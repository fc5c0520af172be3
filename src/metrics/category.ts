import type { ApplicationRow } from '../domain/application-rows.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { Form } from '../domain/forms.ts'
import type { Addend, Formula } from '../domain/formula.ts'
import type { Term } from '../domain/terms.ts'
import type { Comparability, Sentence } from './comparability.ts'

/** What one form has of a category. */
export type OnForm =
  | { readonly formula: Formula; readonly comparability: 'EXACT' }
  | {
      readonly formula: Formula
      readonly comparability: Exclude<Comparability, 'EXACT' | 'NOT_COMPARABLE'>
      readonly why: Sentence
    }
  | { readonly formula: null; readonly comparability: 'NOT_COMPARABLE'; readonly why: Sentence }

/** One thing that the forms count, each in rows of its own: its label, and what it is made of on each form. */
export interface Category extends Term {
  readonly on: Readonly<Record<Form, OnForm>>
}

/** The total of a row of the applications table. */
export const row = (code: ApplicationRow): FigurePath => `applications.${code}.TOTAL`

/** The form counts it in one figure. */
export const exact = (path: FigurePath): OnForm => ({ formula: [[path]], comparability: 'EXACT' })

/** The form counts it in several figures, whose sum it is. */
export const sumOfRows = (why: Sentence, ...addends: readonly Addend[]): OnForm => ({
  formula: [addends],
  comparability: 'SUM_OF_ROWS',
  why,
})

/** The form counts nearly the same. */
export const roughly = (why: Sentence, ...addends: readonly Addend[]): OnForm => ({
  formula: [addends],
  comparability: 'APPROXIMATE',
  why,
})

/** The form does not count it. */
export const notCounted = (why: Sentence): OnForm => ({ formula: null, comparability: 'NOT_COMPARABLE', why })

/** The forms of 2019 and 2021 have it in the same figure. */
export const since2019 = (path: FigurePath) => ({ FORM_2019: exact(path), FORM_2021: exact(path) })
