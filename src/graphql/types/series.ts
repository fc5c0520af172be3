import { FORMS, type Form } from '../../domain/forms.ts'
import { codesOf } from '../../domain/terms.ts'
import {
  formsTelling,
  latestFormTelling,
  type Quantity,
  quantityOfCategory,
  quantityOfMetric,
  quantityOfPath,
} from '../../metrics/quantity.ts'
import { totalOf } from '../../metrics/total.ts'
import {
  countSeriesLines,
  loadSeriesLines,
  loadSeriesSums,
  ORDER_OF_LINES,
  placeOfLine,
  type SeriesQuestion,
} from '../../store/load-series.ts'
import { builder } from '../builder.ts'
import { listOf } from '../limits.ts'
import { oneMore, pageOf } from '../page.ts'
import { pageAsked, pagesInOrder } from '../page-arguments.ts'
import { badUserInput } from '../refusals.ts'
import { totalCount } from '../total-count.ts'
import { AgencyKindCode } from './agency.ts'
import { CategoryCode } from './category.ts'
import { ComparabilityCode, Comparison, comparisonOf } from './comparison.ts'
import { ReportFilter } from './filter.ts'
import { FormCode } from './form.ts'
import { MetricId } from './metric.ts'
import { SeriesLine, YEARS } from './series-line.ts'
import { SeriesTotal, type TotalShape } from './series-total.ts'

const SeriesSubject = builder.inputType('SeriesSubject', {
  description: 'What to follow over the years.',
  isOneOf: true,
  fields: (t) => ({
    metric: t.field({ type: MetricId, description: 'A metric.' }),
    category: t.field({ type: CategoryCode, description: 'What the forms count in common.' }),
    path: t.field({ type: 'FigurePath', description: 'One figure.' }),
  }),
})

function quantityOf({ metric, category, path }: typeof SeriesSubject.$inferInput): Quantity {
  if (metric != null) return quantityOfMetric(metric)
  if (category != null) return quantityOfCategory(category)
  if (path != null) return quantityOfPath(path)
  throw badUserInput('Expected a metric, a category or a path to follow, got none.')
}

interface SeriesShape {
  readonly quantity: Quantity
  readonly comparedWith: Form
  readonly question: SeriesQuestion
}

const LineConnection = builder.connectionObject(
  {
    type: SeriesLine,
    name: 'SeriesLineConnection',
    description: 'A page of lines.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'SeriesLineEdge', description: 'A line of a list, and its place there.' },
)

const CURSORS = { list: 'lines', order: ORDER_OF_LINES }

/** What adding up every report of the country costs, beside the fields of the answer. */
const COST_OF_TOTALS = 1000

const Series = builder.objectRef<SeriesShape>('Series').implement({
  description:
    'A metric, a category or a figure over years and agencies. The forms changed in 2019 and 2021: every value tells how it compares with those of the form that the series is compared with.',
  fields: (t) => ({
    comparedWith: t.expose('comparedWith', {
      type: FormCode,
      description: 'The form with which all values are compared.',
    }),
    comparisons: t.field({
      type: [Comparison],
      description: 'How each form compares with it, the oldest first.',
      complexity: listOf(codesOf(FORMS).length),
      resolve: ({ quantity, comparedWith }) => codesOf(FORMS).map((form) => comparisonOf(quantity, form, comparedWith)),
    }),
    lines: t.connection(
      {
        type: SeriesLine,
        description: 'A line for each agency that has a report, by district.',
        validate: pagesInOrder,
        resolve: async ({ quantity, comparedWith, question }, args, { database }) => {
          const asked = pageAsked(args, CURSORS)
          const lines = await loadSeriesLines(database, question, oneMore(asked))
          const { edges, pageInfo } = pageOf(lines, asked, CURSORS, placeOfLine)
          return {
            edges: edges.map(({ cursor, node }) => ({ cursor, node: { ...node, quantity, comparedWith } })),
            pageInfo,
            totalCount: () => countSeriesLines(database, question),
          }
        },
      },
      LineConnection,
    ),
    totals: t.field({
      type: [SeriesTotal],
      description:
        'What all reports of a year come to, by year, whatever page of lines is asked for. A year whose reports do not compare has a refusal in place of a value.',
      args: {
        accept: t.arg({
          type: ComparabilityCode,
          required: true,
          defaultValue: 'SUM_OF_ROWS',
          description:
            'How weakly a form may compare and still be added up. With NOT_COMPARABLE whatever has a value is.',
        }),
      },
      complexity: { field: COST_OF_TOTALS, multiplier: YEARS },
      resolve: async ({ quantity, comparedWith, question }, { accept }, { database }) => {
        const sums = Map.groupBy(await loadSeriesSums(database, question), ({ year }) => year)
        return Array.from(sums, ([year, ofYear]): TotalShape => {
          const total = totalOf(quantity, ofYear, comparedWith, accept)
          return { ...total, year, sums: ofYear, quantity, comparedWith, accepted: accept }
        })
      },
    }),
  }),
})

builder.queryField('series', (t) =>
  t.field({
    type: Series,
    nullable: true,
    description:
      'A metric, a category or a figure over years and agencies, of current revisions: lines with a point for each report, and totals by year.',
    args: {
      of: t.arg({ type: SeriesSubject, required: true, description: 'What to follow.' }),
      filter: t.arg({ type: ReportFilter, description: 'Which reports; all when left out.' }),
      agencyKind: t.arg({
        type: AgencyKindCode,
        defaultValue: 'GOVERNMENT',
        description:
          "Of which kind of agency; null for all. The reports of departments, streets and townships are within their government's, as a rule: added up together they would count twice.",
      }),
      comparedWith: t.arg({
        type: FormCode,
        description: 'With which form values are compared; the latest that tells what is followed when left out.',
      }),
    },
    resolve: (_root, { of, filter, agencyKind, comparedWith }) => {
      const quantity = quantityOf(of)
      const formulas = formsTelling(quantity).map((form) => [form, quantity.formulas(form)] as const)
      return {
        quantity,
        comparedWith: comparedWith ?? latestFormTelling(quantity),
        question: {
          filter: filter ?? {},
          agencyKind: agencyKind ?? null,
          formulas: new Map(formulas.flatMap(([form, made]) => (made === null ? [] : [[form, made] as const]))),
        },
      }
    },
  }),
)
