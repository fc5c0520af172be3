import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Form } from '../../domain/forms.ts'
import { pathsOfFormula } from '../../domain/formula.ts'
import { codesOf } from '../../domain/terms.ts'
import { type Evaluation, evaluate, REASONS } from '../../metrics/evaluate.ts'
import { type MetricId as Id, METRICS } from '../../metrics/metrics.ts'
import { latestFormTelling, type Quantity, quantityOfMetric } from '../../metrics/quantity.ts'
import { builder } from '../builder.ts'
import { type ContentHolder, contentOf, type FigureOfContent, figuresAt } from '../content.ts'
import { enumFrom } from '../enum-from.ts'
import { LIMITS, listOf } from '../limits.ts'
import { Comparison, comparisonOf } from './comparison.ts'
import { Figure } from './figure.ts'
import { selectedCodes } from './filter.ts'
import { FormCode } from './form.ts'
import { METRIC_COUNT, Metric, MetricId } from './metric.ts'
import { ReportContent } from './report-content.ts'

/** How many figures a metric is made of, as a rule: what asking for them costs. */
export const FIGURES_OF_A_VALUE = 5

const ReasonCode = enumFrom('NoValueReason', 'Why there is no value. Unknown is never zero.', REASONS)

/** The fields of a value of a report, wherever one is told. */
export const EVALUATED = {
  value: {
    type: 'Decimal',
    nullable: true,
    description: 'The value. Null when it is unknown, which is never zero: `reason` tells why.',
  },
  numerator: {
    type: 'Decimal',
    nullable: true,
    description: 'The numerator, or what is counted. Null when a figure of it is missing.',
  },
  denominator: {
    type: 'Decimal',
    nullable: true,
    description: 'The denominator. Null when a figure of it is missing, and where nothing is divided.',
  },
  missing: {
    description: 'The figures for want of which there is no value: blank, unreadable, or not printed.',
    resolve: ({ missing }: Evaluation) => [...missing],
  },
  reason: { type: ReasonCode, nullable: true, description: 'Why there is no value. Null when there is one.' },
} as const

interface MetricValueShape extends Evaluation {
  readonly metric: Id
  readonly form: Form | null
  readonly figures: readonly FigureOfContent[]
}

/** What a metric comes to in one report. */
const MetricValue = builder.objectRef<MetricValueShape>('MetricValue').implement({
  description: 'What a metric comes to in one report, with the figures that it is made of.',
  fields: (t) => ({
    metric: t.expose('metric', { type: Metric, description: 'The metric.' }),
    value: t.expose('value', EVALUATED.value),
    numerator: t.expose('numerator', EVALUATED.numerator),
    denominator: t.expose('denominator', EVALUATED.denominator),
    figures: t.field({
      type: [Figure],
      description:
        'The figures that the value is made of, or would be, as far as the document prints them; the numerator first.',
      complexity: listOf(FIGURES_OF_A_VALUE),
      resolve: ({ figures }) => [...figures],
    }),
    missing: t.field({ type: ['FigurePath'], ...EVALUATED.missing }),
    reason: t.expose('reason', EVALUATED.reason),
    comparison: t.field({
      type: Comparison,
      nullable: true,
      description:
        'How the value compares with those of reports on another form. Null when the report follows no known form.',
      args: {
        with: t.arg({ type: FormCode, description: 'The other form; the latest that tells the metric when left out.' }),
      },
      resolve({ metric, form }, { with: other }) {
        if (form === null) return null
        const quantity = quantityOfMetric(metric)
        const comparedWith = other ?? latestFormTelling(quantity)
        return comparisonOf(quantity, form, comparedWith)
      },
    }),
  }),
})

builder.interfaceField(ReportContent, 'metrics', (t) =>
  t.field({
    type: [MetricValue],
    description: 'What the metrics come to. Empty when the report was withdrawn.',
    args: {
      ids: t.arg({
        type: [MetricId],
        description: 'Only these, in this order; all when left out.',
        validate: selectedCodes,
      }),
    },
    complexity: ({ ids }) => listOf(Math.min(ids?.length ?? METRIC_COUNT, LIMITS.selectedCodes.most)),
    resolve: async (holder, { ids }, { loaders }) => {
      const form = formOf(holder)
      if (form === undefined) return []
      const metrics = (ids ?? codesOf(METRICS)).map((id) => ({ id, quantity: quantityOfMetric(id) }))
      const figures = await figuresAt(
        contentOf(holder, loaders),
        metrics.flatMap(({ quantity }) => pathsOf(quantity, form)),
      )
      const byPath = new Map(figures.map((figure) => [figure.path, figure]))
      const printed = new Map(figures.map(({ path, state, value }) => [path, { state, value: textOf(value) }]))
      return metrics.map(({ id, quantity }) => {
        const evaluation = evaluate(quantity, form, printed)
        const made = evaluation.paths.map((path) => byPath.get(path)).filter((figure) => figure !== undefined)
        return { ...evaluation, metric: id, form, figures: made }
      })
    },
  }),
)

const textOf = (value: string | number | null) => (value === null ? null : String(value))

/** The form of what has the content of a report; undefined for a report that was withdrawn. */
function formOf(holder: ContentHolder): Form | null | undefined {
  if ('previous' in holder) return holder.report.form
  const revision = 'current' in holder ? holder.current : holder
  return revision === null ? undefined : revision.form
}

/** The figures that the quantity may need on a form. */
export function pathsOf({ formulas }: Quantity, form: Form | null): readonly FigurePath[] {
  const made = form && formulas(form)
  return made ? [...pathsOfFormula(made.numerator), ...pathsOfFormula(made.denominator ?? [])] : []
}
