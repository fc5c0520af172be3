import { z } from 'zod'
import type { Aggregate, TotalKey } from '../../store/total-columns.ts'
import { builder } from '../builder.ts'
import { ApplicantCode, ApplicationRowCode, OutcomeGroupCode } from './application-outcome.ts'
import { DisclosureItemCode, DisclosureMeasureCode } from './disclosure-item.ts'
import { Direction } from './filter.ts'
import { LitigationRouteCode } from './litigation-result.ts'
import { CaseResultCode } from './review-result.ts'

// What totals are asked for: which figures, grouped by what, which groups, in which order.

/** The most keys of one `groupBy`. */
const MAX_KEYS = 4

const KEYS: Readonly<Record<TotalKey, { readonly description: string }>> = {
  DISTRICT: { description: 'The district of the agency.' },
  PROVINCE: { description: 'The province that the district is, or belongs to.' },
  PREFECTURE: {
    description:
      'The prefecture that the district is, or belongs to. Null for provinces and for counties directly under one.',
  },
  LEVEL: { description: 'The level of the district.' },
  AGENCY_KIND: { description: 'What kind of body issued the report.' },
  YEAR: { description: 'The year that the report is on.' },
  FORM: { description: 'The statutory form of the report.' },
  ROW: { description: 'Applications: the row of the table.' },
  OUTCOME_GROUP: { description: 'Applications: the heading under which the outcome stands. Null for other rows.' },
  APPLICANT: { description: 'Applications: who applied.' },
  ITEM: { description: 'Disclosure: what is disclosed or counted.' },
  MEASURE: { description: 'Disclosure: what is counted of it.' },
  ROUTE: { description: 'Litigation: how the suits came to court.' },
  RESULT: { description: 'Reconsideration and litigation: how the cases ended.' },
}

export const TotalKeyCode = builder.enumType('TotalKey', {
  description: 'What figures are grouped by: something of their report, or what tells figures of one report apart.',
  values: KEYS as Record<TotalKey, { readonly description: string }>,
})

export const groupKeys = z
  .array(z.string())
  .max(MAX_KEYS, `Expected at most ${MAX_KEYS} keys in "groupBy".`)
  .refine((keys) => new Set(keys).size === keys.length, 'Expected each key once in "groupBy".')

const someOf = (name: string) =>
  z.array(z.unknown()).min(1, `Expected at least one of "${name}": all are meant when it is left out.`).nullish()

const ApplicationFigures = builder.inputType('ApplicationFigures', {
  description: 'Figures of the applications table: all rows that are named here, for all applicants that are named.',
  fields: (t) => ({
    rows: t.field({
      type: [ApplicationRowCode],
      description:
        'These rows. All when left out; when grouped by OUTCOME_GROUP, those that stand under a heading and have no parts.',
      validate: someOf('rows'),
    }),
    outcomeGroups: t.field({
      type: [OutcomeGroupCode],
      description: 'Rows under these headings; without `rows`, those that have no parts of their own.',
      validate: someOf('outcomeGroups'),
    }),
    applicants: t.field({
      type: [ApplicantCode],
      description: 'These columns. When left out, the printed TOTAL; all, TOTAL among them, when grouped by APPLICANT.',
      validate: someOf('applicants'),
    }),
  }),
})

const DisclosureFigures = builder.inputType('DisclosureFigures', {
  description: 'Figures of proactive disclosure, and of the 2014 table outside applications, review and litigation.',
  fields: (t) => ({
    items: t.field({
      type: [DisclosureItemCode],
      description: 'These rows; all when left out.',
      validate: someOf('items'),
    }),
    measures: t.field({
      type: [DisclosureMeasureCode],
      description: 'These columns; all when left out.',
      validate: someOf('measures'),
    }),
  }),
})

const RESULTS = 'These results. When left out, the printed TOTAL; all, TOTAL among them, when grouped by RESULT.'

const ReviewFigures = builder.inputType('ReviewFigures', {
  description: 'Figures of administrative reconsideration.',
  fields: (t) => ({
    results: t.field({ type: [CaseResultCode], description: RESULTS, validate: someOf('results') }),
  }),
})

const LitigationFigures = builder.inputType('LitigationFigures', {
  description: 'Figures of administrative litigation.',
  fields: (t) => ({
    routes: t.field({
      type: [LitigationRouteCode],
      description: 'How the suits came to court; all when left out.',
      validate: someOf('routes'),
    }),
    results: t.field({ type: [CaseResultCode], description: RESULTS, validate: someOf('results') }),
  }),
})

/** The figures that are added up: always of one family. */
export const TotalOf = builder.inputType('TotalOf', {
  description: 'The figures that are added up, of one family: `{ applications: { rows: [RECEIVED] } }`.',
  isOneOf: true,
  fields: (t) => ({
    applications: t.field({ type: ApplicationFigures, description: 'Applications for disclosure.' }),
    disclosure: t.field({ type: DisclosureFigures, description: 'Proactive disclosure.' }),
    review: t.field({ type: ReviewFigures, description: 'Administrative reconsideration.' }),
    litigation: t.field({ type: LitigationFigures, description: 'Administrative litigation.' }),
  }),
})

const COMPARED = {
  equals: 'Is exactly this.',
  gt: 'Is more than this.',
  gte: 'Is this or more.',
  lt: 'Is less than this.',
  lte: 'Is this or less.',
} as const

const decimal = z.string().max(40, 'Expected a decimal number of at most 40 characters.').nullish()
const DecimalFilter = builder.inputType('DecimalFilter', {
  description: 'Conditions on a decimal number; all given ones must hold.',
  fields: (t) => ({
    equals: t.field({ type: 'Decimal', description: COMPARED.equals, validate: decimal }),
    gt: t.field({ type: 'Decimal', description: COMPARED.gt, validate: decimal }),
    gte: t.field({ type: 'Decimal', description: COMPARED.gte, validate: decimal }),
    lt: t.field({ type: 'Decimal', description: COMPARED.lt, validate: decimal }),
    lte: t.field({ type: 'Decimal', description: COMPARED.lte, validate: decimal }),
  }),
})

const CountFilter = builder.inputType('CountFilter', {
  description: 'Conditions on a count; all given ones must hold.',
  fields: (t) => ({
    equals: t.int({ description: COMPARED.equals }),
    gt: t.int({ description: COMPARED.gt }),
    gte: t.int({ description: COMPARED.gte }),
    lt: t.int({ description: COMPARED.lt }),
    lte: t.int({ description: COMPARED.lte }),
  }),
})

/** What each aggregate is, in the words of the API. */
export const AGGREGATES = {
  sum: 'The sum of the stated figures: exact. Null when none is stated. What is there on a day (staff, documents in force, requests carried over, cases pending) is added up within one year alone.',
  average: 'The sum by the number of stated figures, rounded to four places. Null when none is stated.',
  minimum: 'The least stated figure. Null when none is stated.',
  maximum: 'The largest stated figure. Null when none is stated.',
  median:
    'The middle one of the stated figures, or half-way between the two in the middle: exact, to five places at most. Null when none is stated.',
  reports: 'How many reports print a figure of the group.',
  reportsWithErrors:
    'How many of these reports break an identity of their form with a figure that is in the sum: a finding of severity ERROR speaks of it. The sum has it as printed.',
  stated: 'How many figures are stated: what sum, average and the others are made of.',
  blank: 'How many figures are blank. They are not zero: they are left out of the sum.',
  unreadable: 'How many figures cannot be read. They are left out of the sum.',
} as const satisfies Record<Aggregate, string>

export const TotalHaving = builder.inputType('TotalHaving', {
  description: 'Which groups, by what comes out; all given conditions must hold. What is null fulfils none.',
  fields: (t) => ({
    sum: t.field({ type: DecimalFilter, description: AGGREGATES.sum }),
    average: t.field({ type: DecimalFilter, description: AGGREGATES.average }),
    minimum: t.field({ type: DecimalFilter, description: AGGREGATES.minimum }),
    maximum: t.field({ type: DecimalFilter, description: AGGREGATES.maximum }),
    median: t.field({ type: DecimalFilter, description: AGGREGATES.median }),
    reports: t.field({ type: CountFilter, description: AGGREGATES.reports }),
    reportsWithErrors: t.field({ type: CountFilter, description: AGGREGATES.reportsWithErrors }),
    stated: t.field({ type: CountFilter, description: AGGREGATES.stated }),
    blank: t.field({ type: CountFilter, description: AGGREGATES.blank }),
    unreadable: t.field({ type: CountFilter, description: AGGREGATES.unreadable }),
  }),
})

/** The keys and aggregates that the fields of an order name. */
export const ORDERED = {
  district: 'DISTRICT',
  province: 'PROVINCE',
  prefecture: 'PREFECTURE',
  level: 'LEVEL',
  agencyKind: 'AGENCY_KIND',
  year: 'YEAR',
  form: 'FORM',
  row: 'ROW',
  outcomeGroup: 'OUTCOME_GROUP',
  applicant: 'APPLICANT',
  item: 'ITEM',
  measure: 'MEASURE',
  route: 'ROUTE',
  result: 'RESULT',
} as const satisfies Record<string, TotalKey>

export const TotalOrder = builder.inputType('TotalOrder', {
  description:
    'What to sort groups by: an aggregate, or a key that they are grouped by. Districts by code, codes as the form prints them; what is null comes last.',
  isOneOf: true,
  fields: (t) => ({
    sum: t.field({ type: Direction, description: AGGREGATES.sum }),
    average: t.field({ type: Direction, description: AGGREGATES.average }),
    minimum: t.field({ type: Direction, description: AGGREGATES.minimum }),
    maximum: t.field({ type: Direction, description: AGGREGATES.maximum }),
    median: t.field({ type: Direction, description: AGGREGATES.median }),
    reports: t.field({ type: Direction, description: AGGREGATES.reports }),
    reportsWithErrors: t.field({ type: Direction, description: AGGREGATES.reportsWithErrors }),
    stated: t.field({ type: Direction, description: AGGREGATES.stated }),
    blank: t.field({ type: Direction, description: AGGREGATES.blank }),
    unreadable: t.field({ type: Direction, description: AGGREGATES.unreadable }),
    district: t.field({ type: Direction, description: KEYS.DISTRICT.description }),
    province: t.field({ type: Direction, description: KEYS.PROVINCE.description }),
    prefecture: t.field({ type: Direction, description: KEYS.PREFECTURE.description }),
    level: t.field({ type: Direction, description: KEYS.LEVEL.description }),
    agencyKind: t.field({ type: Direction, description: KEYS.AGENCY_KIND.description }),
    year: t.field({ type: Direction, description: KEYS.YEAR.description }),
    form: t.field({ type: Direction, description: KEYS.FORM.description }),
    row: t.field({ type: Direction, description: KEYS.ROW.description }),
    outcomeGroup: t.field({ type: Direction, description: KEYS.OUTCOME_GROUP.description }),
    applicant: t.field({ type: Direction, description: KEYS.APPLICANT.description }),
    item: t.field({ type: Direction, description: KEYS.ITEM.description }),
    measure: t.field({ type: Direction, description: KEYS.MEASURE.description }),
    route: t.field({ type: Direction, description: KEYS.ROUTE.description }),
    result: t.field({ type: Direction, description: KEYS.RESULT.description }),
  }),
})
