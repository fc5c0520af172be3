import type { Form } from '../../domain/forms.ts'
import { type Evaluation, evaluate } from '../../metrics/evaluate.ts'
import type { Quantity } from '../../metrics/quantity.ts'
import type { SeriesLine as LineOfStore, SeriesReport } from '../../store/load-series.ts'
import { builder } from '../builder.ts'
import { contentOf, figuresAt } from '../content.ts'
import { listOf } from '../limits.ts'
import { reportOf } from '../report-of.ts'
import { Agency } from './agency.ts'
import { Comparison, comparisonOf } from './comparison.ts'
import { District } from './district.ts'
import { Figure } from './figure.ts'
import { FormCode } from './form.ts'
import { EVALUATED, FIGURES_OF_A_VALUE } from './metric-value.ts'
import { Report } from './report.ts'

/** For how many years an agency has reports: what asking for them costs. */
export const YEARS = 18

interface PointShape extends Evaluation, Pick<SeriesReport, 'year' | 'number' | 'form'> {
  readonly agencyId: number
  readonly quantity: Quantity
  readonly comparedWith: Form
}

const SeriesPoint = builder.objectRef<PointShape>('SeriesPoint').implement({
  description: 'What the report of one year tells of what is followed.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year reported on.' }),
    report: t.field({
      type: Report,
      description: 'The report.',
      resolve: (of, _args, context, info) => reportOf(of, context, info),
    }),
    form: t.expose('form', {
      type: FormCode,
      nullable: true,
      description: 'The form of the report. Null when it follows no known form.',
    }),
    value: t.expose('value', EVALUATED.value),
    numerator: t.expose('numerator', EVALUATED.numerator),
    denominator: t.expose('denominator', EVALUATED.denominator),
    comparison: t.field({
      type: Comparison,
      nullable: true,
      description:
        'How the value compares with those of the form that the series is compared with. Null when the report follows no known form.',
      resolve: ({ form, comparedWith, quantity }) => form && comparisonOf(quantity, form, comparedWith),
    }),
    figures: t.field({
      type: [Figure],
      description:
        'The figures that the value is made of, or would be, as far as the report prints them: its evidence.',
      complexity: listOf(FIGURES_OF_A_VALUE),
      resolve: async ({ agencyId, year, number, paths }, _args, { loaders }) => {
        const revision = await loaders.revisions.load({ agencyId, year, number })
        return revision === null ? [] : figuresAt(contentOf(revision, loaders), paths)
      },
    }),
    missing: t.field({ type: ['FigurePath'], ...EVALUATED.missing }),
    reason: t.expose('reason', EVALUATED.reason),
  }),
})

export interface LineShape extends LineOfStore {
  readonly quantity: Quantity
  readonly comparedWith: Form
}

/** The years of one agency. */
export const SeriesLine = builder.objectRef<LineShape>('SeriesLine').implement({
  description: 'What the reports of one agency tell, year by year.',
  fields: (t) => ({
    agency: t.field({
      type: Agency,
      description: 'The agency.',
      resolve: ({ agencyId }, _args, { loaders }) => loaders.agencies.load(agencyId),
    }),
    district: t.field({
      type: District,
      description: 'Its district.',
      resolve: ({ districtCode }, _args, { loaders }) => loaders.districts.load(districtCode),
    }),
    points: t.field({
      type: [SeriesPoint],
      description: 'A point for each report, by year. A year without a report has none: nothing is interpolated.',
      complexity: listOf(YEARS),
      resolve: ({ agencyId, reports, quantity, comparedWith }) =>
        reports.map(({ year, number, form, figures }) => {
          return { year, number, form, agencyId, quantity, comparedWith, ...evaluate(quantity, form, figures) }
        }),
    }),
    missingYears: t.intList({
      description: 'The years without a report, between the first and the last year of the whole series.',
      resolve: ({ reports, firstYear, lastYear }) => {
        const years = new Set(reports.map(({ year }) => year))
        return Array.from({ length: lastYear - firstYear + 1 }, (_, place) => firstYear + place).filter(
          (year) => !years.has(year),
        )
      },
    }),
  }),
})
