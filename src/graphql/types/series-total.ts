import { FORMS, type Form } from '../../domain/forms.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Comparability } from '../../metrics/comparability.ts'
import type { Quantity } from '../../metrics/quantity.ts'
import type { SumOfForm, Total } from '../../metrics/total.ts'
import { builder } from '../builder.ts'
import { listOf } from '../limits.ts'
import { ComparabilityCode, Comparison, comparisonOf } from './comparison.ts'
import { FormCode } from './form.ts'

export interface TotalShape extends Total {
  readonly year: number
  readonly sums: readonly SumOfForm[]
  readonly quantity: Quantity
  readonly comparedWith: Form
  readonly accepted: Comparability
}

interface FormOfTotal extends SumOfForm {
  readonly total: TotalShape
}

const SeriesTotalOfForm = builder.objectRef<FormOfTotal>('SeriesTotalOfForm').implement({
  description: 'The reports of one year that follow one form.',
  fields: (t) => ({
    form: t.expose('form', {
      type: FormCode,
      nullable: true,
      description: 'The form. Null for reports that follow no known form.',
    }),
    reports: t.exposeInt('reports', { description: 'How many there are.' }),
    counted: t.exposeInt('counted', { description: 'How many of them have every figure that is needed.' }),
    comparison: t.field({
      type: Comparison,
      nullable: true,
      description: 'How they compare with the form that the series is compared with. Null without a form.',
      resolve: ({ form, total: { quantity, comparedWith } }) => form && comparisonOf(quantity, form, comparedWith),
    }),
  }),
})

const NotComparable = builder.objectRef<TotalShape>('NotComparable').implement({
  description: 'Why reports are not added up: some follow forms that compare more weakly than is accepted.',
  fields: (t) => ({
    message: t.string({
      description: 'What was expected, what came, and what to try.',
      resolve: ({ refused, quantity, comparedWith, accepted }) => {
        const came = refused.map((form) => {
          const { comparability, reasons } = quantity.compare(form, comparedWith)
          return `${form} is ${comparability}: ${reasons.map(({ en }) => en).join(' ')}`
        })
        return `Expected reports whose forms compare with ${comparedWith} at least as ${accepted}, got ${came.join(' ')} Leave these forms out by the filter, compare with another form, or accept less.`
      },
    }),
    forms: t.field({
      type: [Comparison],
      description: 'The forms that compare too weakly, and why.',
      complexity: listOf(codesOf(FORMS).length),
      resolve: ({ refused, quantity, comparedWith }) =>
        refused.map((form) => comparisonOf(quantity, form, comparedWith)),
    }),
  }),
})

/** What the reports of one year come to. */
export const SeriesTotal = builder.objectRef<TotalShape>('SeriesTotal').implement({
  description:
    'What the reports of one year come to. A rate is the sum of the numerators by the sum of the denominators, of the reports that have both.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year reported on.' }),
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description: 'The total of the reports that are counted. Null when it is refused, and when none has the figures.',
    }),
    numerator: t.expose('numerator', {
      type: 'Decimal',
      nullable: true,
      description: 'The sum of the numerators, or of what is counted.',
    }),
    denominator: t.expose('denominator', {
      type: 'Decimal',
      nullable: true,
      description: 'The sum of the denominators. Null where nothing is divided.',
    }),
    reports: t.exposeInt('reports', { description: 'How many reports there are.' }),
    counted: t.exposeInt('counted', { description: 'How many of them have every figure that is needed.' }),
    missing: t.int({
      description: 'How many lack a figure that is needed, and so are not in the value: unknown is never zero.',
      resolve: ({ reports, counted }) => reports - counted,
    }),
    comparability: t.expose('comparability', {
      type: ComparabilityCode,
      nullable: true,
      description:
        'How well the forms of the year compare with the form of the series: as the weakest of them. Null when no report follows a known form.',
    }),
    forms: t.field({
      type: [SeriesTotalOfForm],
      description: 'The same, form by form.',
      complexity: listOf(codesOf(FORMS).length + 1),
      resolve: (total) => total.sums.map((sum) => ({ ...sum, total })),
    }),
    refusal: t.field({
      type: NotComparable,
      nullable: true,
      description: 'Why there is no value, when reports that do not compare would have been added up. Null otherwise.',
      resolve: (total) => (total.refused.length > 0 ? total : null),
    }),
  }),
})
