import type { AggregateValues, KeyValues } from '../../store/total-columns.ts'
import { builder } from '../builder.ts'
import { TOTALS_COST } from '../limits.ts'
import { pagesInOrder } from '../page-arguments.ts'
import { entriesOf } from '../relay.ts'
import { selectedFields } from '../selected-fields.ts'
import { type TotalShape, totalsPage } from '../total-page.ts'
import { AgencyKindCode } from './agency.ts'
import { ApplicantCode, ApplicationRowCode, OutcomeGroupCode } from './application-outcome.ts'
import { DisclosureItemCode, DisclosureMeasureCode } from './disclosure-item.ts'
import { District, DistrictLevelCode } from './district.ts'
import { ReportFilter, sortKeys } from './filter.ts'
import { FormCode } from './form.ts'
import { LitigationRouteCode } from './litigation-result.ts'
import { CaseResultCode } from './review-result.ts'
import { AGGREGATES, groupKeys, TotalHaving, TotalKeyCode, TotalOf, TotalOrder } from './total-input.ts'
import { UnitCode } from './unit.ts'

const TotalGroup = builder.objectRef<KeyValues>('TotalGroup').implement({
  description: 'What the figures of a group have in common. A key by which they are not grouped is null.',
  fields: (t) => {
    const district = (key: 'DISTRICT' | 'PROVINCE' | 'PREFECTURE', description: string) =>
      t.field({
        type: District,
        nullable: true,
        description,
        resolve: ({ [key]: code }, _args, { loaders }) => (code == null ? null : loaders.districts.load(code)),
      })
    const nullable = true
    return {
      district: district('DISTRICT', 'The district of the agency.'),
      province: district('PROVINCE', 'The province that the district is, or belongs to.'),
      prefecture: district(
        'PREFECTURE',
        'The prefecture that the district is, or belongs to. Null for provinces and for counties directly under one.',
      ),
      level: t.expose('LEVEL', { type: DistrictLevelCode, nullable, description: 'The level of the district.' }),
      agencyKind: t.expose('AGENCY_KIND', {
        type: AgencyKindCode,
        nullable,
        description: 'What kind of body issued the report.',
      }),
      year: t.exposeInt('YEAR', { nullable, description: 'The year that the report is on.' }),
      form: t.expose('FORM', { type: FormCode, nullable, description: 'The statutory form of the report.' }),
      row: t.expose('ROW', { type: ApplicationRowCode, nullable, description: 'The row of the applications table.' }),
      outcomeGroup: t.expose('OUTCOME_GROUP', {
        type: OutcomeGroupCode,
        nullable,
        description: 'The heading under which the outcome stands. Null for other rows.',
      }),
      applicant: t.expose('APPLICANT', { type: ApplicantCode, nullable, description: 'Who applied.' }),
      item: t.expose('ITEM', { type: DisclosureItemCode, nullable, description: 'What is disclosed or counted.' }),
      measure: t.expose('MEASURE', { type: DisclosureMeasureCode, nullable, description: 'What is counted of it.' }),
      route: t.expose('ROUTE', { type: LitigationRouteCode, nullable, description: 'How the suits came to court.' }),
      result: t.expose('RESULT', { type: CaseResultCode, nullable, description: 'How the cases ended.' }),
    }
  },
})

const TotalFigures = builder.objectRef<AggregateValues>('TotalFigures').implement({
  description: 'How many figures a group has. A sum is of the stated ones alone.',
  fields: (t) => ({
    stated: t.int({ description: AGGREGATES.stated, resolve: ({ stated }) => stated ?? 0 }),
    blank: t.int({ description: AGGREGATES.blank, resolve: ({ blank }) => blank ?? 0 }),
    unreadable: t.int({ description: AGGREGATES.unreadable, resolve: ({ unreadable }) => unreadable ?? 0 }),
  }),
})

/** A middle is found by sorting: it costs more than what is added up. */
const MEDIAN_COST = 5
/** Findings are joined to figures. */
const ERRORS_COST = 5

const Total = builder.objectRef<TotalShape>('Total').implement({
  description: 'A group of figures, and what they come to.',
  fields: (t) => {
    const decimal = (name: 'sum' | 'average' | 'minimum' | 'maximum' | 'median') =>
      t.field({
        type: 'Decimal',
        nullable: true,
        description: AGGREGATES[name],
        complexity: name === 'median' ? MEDIAN_COST : 1,
        resolve: ({ values }) => values[name] ?? null,
      })
    return {
      key: t.expose('key', { type: TotalGroup, description: 'What its figures have in common.' }),
      unit: t.expose('unit', { type: UnitCode, description: "The form's unit, in which all its figures count." }),
      sum: decimal('sum'),
      average: decimal('average'),
      minimum: decimal('minimum'),
      maximum: decimal('maximum'),
      median: decimal('median'),
      reports: t.int({ description: AGGREGATES.reports, resolve: ({ values }) => values.reports ?? 0 }),
      reportsWithErrors: t.int({
        description: AGGREGATES.reportsWithErrors,
        complexity: ERRORS_COST,
        resolve: ({ values }) => values.reportsWithErrors ?? 0,
      }),
      figures: t.field({
        type: TotalFigures,
        description: 'How many figures it has, and how many of them are in the sum.',
        resolve: ({ values }) => values,
      }),
    }
  },
})

const TotalConnection = builder.connectionObject(
  {
    type: Total,
    name: 'TotalConnection',
    description: 'A page of totals.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'How many groups there are in all, on every page together.',
        resolve: ({ totalCount }) => Number(totalCount ?? 0),
      }),
    }),
  },
  { name: 'TotalEdge', description: 'A group of a list, and its place there.' },
)

builder.queryField('totals', (t) =>
  t.connection(
    {
      type: Total,
      nullable: true,
      validate: pagesInOrder,
      description:
        'Figures of all reports as they are now, grouped and added up. Only stated figures are added, and each group tells how many are not; what does not add up to anything is refused, with what would keep it apart. Reports of no known form are left out.',
      args: {
        of: t.arg({ type: TotalOf, required: true, description: 'Which figures.' }),
        filter: t.arg({
          type: ReportFilter,
          description: 'Of which reports; of all when left out. It applies before figures are grouped.',
        }),
        groupBy: t.arg({
          type: [TotalKeyCode],
          required: true,
          defaultValue: [],
          description: 'By what, at most four keys. Without keys there is one group of everything.',
          validate: groupKeys,
        }),
        having: t.arg({ type: TotalHaving, description: 'Which groups; all when left out.' }),
        orderBy: t.arg({
          type: [TotalOrder],
          description: 'What to sort by, the weightiest first; by the keys when left out.',
          validate: sortKeys,
        }),
      },
      complexity: (args) => ({ field: TOTALS_COST, multiplier: entriesOf(args) }),
      resolve: (_root, args, { database }, info) => totalsPage(database, args, selectedFields(info)),
    },
    TotalConnection,
  ),
)
