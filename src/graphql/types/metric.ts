import { FORMS, type Form } from '../../domain/forms.ts'
import { LEGAL_SOURCES } from '../../domain/legal-sources.ts'
import { codesOf, labelOf } from '../../domain/terms.ts'
import { METRIC_UNITS, type Metric as MetricShape } from '../../metrics/metric.ts'
import { type MetricId as Id, METRICS } from '../../metrics/metrics.ts'
import { formsTelling, latestFormTelling, quantityOfMetric } from '../../metrics/quantity.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { listOf } from '../limits.ts'
import { Comparison } from './comparison.ts'
import { FormCode, LegalSource } from './form.ts'
import { SUMS, Sum } from './formula.ts'
import { LanguageCode } from './language.ts'

export const MetricId = enumFrom('MetricId', 'A metric. Ids are permanent.', METRICS)
const MetricUnitCode = enumFrom('MetricUnit', 'What kind of number a metric is.', METRIC_UNITS)

const FORM_CODES = codesOf(FORMS)

const MetricOnForm = builder.objectRef<{ readonly id: Id; readonly form: Form }>('MetricOnForm').implement({
  description: 'What a metric is on one form.',
  fields: (t) => ({
    form: t.expose('form', { type: FormCode, description: 'The form.' }),
    numerator: t.field({
      type: [Sum],
      description:
        'The numerator, or what is counted: the first of these sums of which every figure is stated. Empty when the form does not tell the metric.',
      complexity: listOf(SUMS),
      resolve: ({ id, form }) => [...(quantityOfMetric(id).formulas(form)?.numerator ?? [])],
    }),
    denominator: t.field({
      type: [Sum],
      description: 'The denominator, likewise. Empty where nothing is divided.',
      complexity: listOf(SUMS),
      resolve: ({ id, form }) => [...(quantityOfMetric(id).formulas(form)?.denominator ?? [])],
    }),
    comparison: t.field({
      type: Comparison,
      description: 'How it compares with what the metric is on another form: as well as the weakest of its categories.',
      args: {
        with: t.arg({ type: FormCode, description: 'The other form; the latest that tells the metric when left out.' }),
      },
      resolve({ id, form }, { with: other }) {
        const quantity = quantityOfMetric(id)
        const comparedWith = other ?? latestFormTelling(quantity)
        return { form, comparedWith, ...quantity.compare(form, comparedWith) }
      },
    }),
  }),
})

const termOf = (id: Id): MetricShape => METRICS[id]

/** A number derived from the figures of a report. */
export const Metric = builder.objectRef<Id>('Metric').implement({
  description:
    'A number derived from the figures of one report: a rate, a count or an amount, defined for every form that has its categories.',
  fields: (t) => ({
    id: t.field({ type: MetricId, description: 'The id. Ids are permanent.', resolve: (id) => id }),
    label: t.string({
      description: 'The name.',
      args: { language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the name.' }) },
      resolve: (id, { language }) => labelOf(termOf(id), language ?? 'ZH'),
    }),
    says: t.string({
      description: 'What it is, in one sentence.',
      args: {
        language: t.arg({ type: LanguageCode, defaultValue: 'ZH', description: 'The language of the sentence.' }),
      },
      resolve: (id, { language }) => (language === 'EN' ? termOf(id).says.en : termOf(id).says.zh),
    }),
    unit: t.field({
      type: MetricUnitCode,
      description: 'What kind of number it is.',
      resolve: (id) => termOf(id).unit,
    }),
    forms: t.field({
      type: [FormCode],
      description: 'The forms that tell it, the oldest first.',
      resolve: (id) => [...formsTelling(quantityOfMetric(id))],
    }),
    onForms: t.field({
      type: [MetricOnForm],
      description: 'What it is on each form, the oldest first.',
      complexity: listOf(FORM_CODES.length),
      resolve: (id) => FORM_CODES.map((form) => ({ id, form })),
    }),
    sources: t.field({
      type: [LegalSource],
      description: 'The documents on which it rests.',
      resolve: (id) => termOf(id).sources.map((source) => LEGAL_SOURCES[source]),
    }),
  }),
})

/** How many metrics there are: what asking for all costs. */
export const METRIC_COUNT = codesOf(METRICS).length

builder.queryField('metrics', (t) =>
  t.field({
    type: [Metric],
    description: 'The metrics.',
    args: { form: t.arg({ type: FormCode, description: 'Only those that this form tells.' }) },
    complexity: listOf(METRIC_COUNT),
    resolve: (_root, { form }) =>
      codesOf(METRICS).filter((id) => form == null || formsTelling(quantityOfMetric(id)).includes(form)),
  }),
)
