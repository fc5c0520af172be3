import { FORMS, type Form } from '../domain/forms.ts'
import type { Addend, Formula } from '../domain/formula.ts'
import { LEGAL_SOURCES } from '../domain/legal-sources.ts'
import { codesOf } from '../domain/terms.ts'
import { COMPARABILITIES } from './comparability.ts'
import { CATEGORIES, type CategoryCode } from './crosswalk.ts'
import { REASONS } from './evaluate.ts'
import { METRIC_UNITS, type Metric, type Part } from './metric.ts'
import { METRICS, type MetricId } from './metrics.ts'
import { formsTelling, quantityOfMetric } from './quantity.ts'
import { UNCOMPARED } from './uncompared.ts'

/** `docs/metrics.md`: every metric and every category, worked out from the data. */
export function metricsDocument(): string {
  return [
    '# The metrics, and what the forms have in common',
    '',
    'Written by `npm run metrics` from `src/metrics`: edit the data, not this page. Codes are permanent.',
    '',
    'A *category* is one thing that the forms count, each in rows of its own. A *metric* is made of categories. A value is worked out of',
    'the figures of one report as printed, and is null where a figure that it needs is blank, unreadable or not printed, or where it',
    'would be divided by zero: unknown is never zero.',
    '',
    '| comparability | of two forms |',
    '| --- | --- |',
    ...codesOf(COMPARABILITIES).map(
      (code) => `| ${code} ${COMPARABILITIES[code].label} | ${COMPARABILITIES[code].labelEn} |`,
    ),
    '',
    '| unit | |',
    '| --- | --- |',
    ...codesOf(METRIC_UNITS).map((code) => `| ${code} ${METRIC_UNITS[code].label} | ${METRIC_UNITS[code].labelEn} |`),
    '',
    '| why there is no value | |',
    '| --- | --- |',
    ...codesOf(REASONS).map((code) => `| ${code} ${REASONS[code].label} | ${REASONS[code].labelEn} |`),
    '',
    '## Metrics',
    '',
    ...codesOf(METRICS).flatMap(metricSection),
    '## Categories',
    '',
    ...codesOf(CATEGORIES).flatMap(categorySection),
    '## Figures that compare with nothing',
    '',
    ...UNCOMPARED.flatMap(({ paths, why }) => [
      `${why.zh} ${why.en}`,
      '',
      ...paths.map((path) => `- ${code(path)}`),
      '',
    ]),
  ].join('\n')
}

function metricSection(id: MetricId): string[] {
  const { label, labelEn, says, unit, numerator, denominator, sources }: Metric = METRICS[id]
  const forms = formsTelling(quantityOfMetric(id))
  const latest = forms.at(-1)
  return [
    `### ${id}`,
    '',
    `${label}. ${labelEn}.`,
    '',
    says.zh,
    says.en,
    '',
    `- unit: ${unit}`,
    `- is: ${denominator ? `${inBrackets(numerator)} ÷ ${inBrackets(denominator)}` : sumOfParts(numerator)}`,
    `- forms: ${forms.map((form) => `${form}${latest === undefined || form === latest ? '' : ` (${comparedWith(id, form, latest)})`}`).join(', ')}`,
    `- sources: ${sources.map((source) => `${LEGAL_SOURCES[source].title}（${LEGAL_SOURCES[source].number}）`).join('; ')}`,
    '',
  ]
}

const comparedWith = (id: MetricId, form: Form, latest: Form) =>
  `${quantityOfMetric(id).compare(form, latest).comparability} with ${latest}`

const sumOfParts = (parts: readonly Part[]) => parts.map(spelt).join(' + ')
/** As a side of a quotient. */
const inBrackets = (parts: readonly Part[]) => (parts.length > 1 ? `(${sumOfParts(parts)})` : sumOfParts(parts))
const spelt = (part: Part) => (typeof part === 'string' ? part : `${part.category} of ${part.applicant}`)

function categorySection(category: CategoryCode): string[] {
  const { label, labelEn, on } = CATEGORIES[category]
  return [
    `### ${category}`,
    '',
    `${label}. ${labelEn}.`,
    '',
    ...codesOf(FORMS).flatMap((form) => {
      const { formula, comparability } = on[form]
      const made = formula === null ? 'nothing' : formulaInWords(formula)
      const why = comparability === 'EXACT' ? [] : [`  - ${on[form].why.zh} ${on[form].why.en}`]
      return [`- ${form}: ${made} (${comparability})`, ...why]
    }),
    '',
  ]
}

const formulaInWords = (formula: Formula) => formula.map(sum).join(', or where that is not all stated ')

const sum = (addends: readonly Addend[]) =>
  addends
    .map((addend, place) => {
      if (typeof addend !== 'string') return `− ${code(addend.minus)}`
      return place === 0 ? code(addend) : `+ ${code(addend)}`
    })
    .join(' ')

const code = (path: string) => `\`${path}\``
