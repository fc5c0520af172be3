import type { Form } from '../../domain/forms.ts'
import { COMPARABILITIES, type Comparison as ComparisonOfForms } from '../../metrics/comparability.ts'
import type { Quantity } from '../../metrics/quantity.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { FormCode } from './form.ts'
import { LanguageCode } from './language.ts'

export const ComparabilityCode = enumFrom(
  'Comparability',
  'How what one form counts compares with what another counts, the strongest first.',
  COMPARABILITIES,
)

interface ComparisonShape extends ComparisonOfForms {
  readonly form: Form
  readonly comparedWith: Form
}

/** How what is asked about compares on one form and another. */
export const comparisonOf = (quantity: Quantity, form: Form, comparedWith: Form): ComparisonShape => ({
  form,
  comparedWith,
  ...quantity.compare(form, comparedWith),
})

/** How two forms compare. */
export const Comparison = builder.objectRef<ComparisonShape>('Comparison').implement({
  description: 'How what one form counts compares with what another counts.',
  fields: (t) => ({
    form: t.expose('form', { type: FormCode, description: 'The form.' }),
    comparedWith: t.expose('comparedWith', { type: FormCode, description: 'The form that it is compared with.' }),
    comparability: t.expose('comparability', { type: ComparabilityCode, description: 'How well they compare.' }),
    reasons: t.stringList({
      description: 'What differs. Empty when they compare exactly.',
      args: {
        language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the sentences.' }),
      },
      resolve: ({ reasons }, { language }) => reasons.map(({ zh, en }) => (language === 'EN' ? en : zh)),
    }),
  }),
})
