import type { Form } from '../domain/forms.ts'
import { codesOf } from '../domain/terms.ts'
import { CATEGORIES } from './crosswalk.ts'
import { METRICS } from './metrics.ts'
import { type Formulas, formsTelling, type Quantity, quantityOfCategory, quantityOfMetric } from './quantity.ts'

/** What a quantity is on one form. */
export interface FormulasOfForm extends Formulas {
  readonly form: Form
}

/** What all metrics and categories are, on every form that tells them. */
export function everyFormula(): readonly FormulasOfForm[] {
  return [...codesOf(METRICS).map(quantityOfMetric), ...codesOf(CATEGORIES).map(quantityOfCategory)].flatMap(ofForms)
}

const ofForms = (quantity: Quantity): readonly FormulasOfForm[] =>
  formsTelling(quantity).flatMap((form) => {
    const formulas = quantity.formulas(form)
    return formulas === null ? [] : [{ form, ...formulas }]
  })
