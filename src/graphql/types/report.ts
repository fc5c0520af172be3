import { completeValue } from '@pothos/core'
import { whereReport } from '../../store/client-conditions.ts'
import { inReportOrder } from '../../store/client-order.ts'
import { reportMatches } from '../../store/conditions.ts'
import { REPORT_KEYS, REPORTS } from '../../store/paged-lists.ts'
import { readReport, readReports } from '../../store/read-reports.ts'
import { reportListAsOf } from '../../store/reports-as-of.ts'
import { builder } from '../builder.ts'
import { wholeCurrent, withCurrentAsked } from '../current-revision.ts'
import { withinLimits } from '../filter-limits.ts'
import { keysetConnection } from '../keyset-connection.ts'
import { reportIdOf, reportKeyOf } from '../node-id.ts'
import { NODES_AS_TEXT } from '../node-texts.ts'
import { pagesInOrder, pagesOf } from '../page-arguments.ts'
import { instantOf, toldAsOf, withoutCurrent } from '../report-as-of.ts'
import { sortedBy } from '../sorted-by.ts'
import { totalCount } from '../total-count.ts'
import { Agency, AgencyOrder } from './agency.ts'
import { District, DistrictOrder } from './district.ts'
import {
  AgencyFilter,
  combinations,
  DateTimeFilter,
  Direction,
  DistrictFilter,
  FindingListFilter,
  moment,
  ReportFilter,
  someCodes,
  sortKeys,
  storable,
  YearFilter,
  year,
} from './filter.ts'
import { FormCode } from './form.ts'
import { ReportStatusFilter } from './judgement.ts'
import { Period } from './period.ts'
import { ReportContent } from './report-content.ts'

/** One agency's annual report for one year. */
export const Report = builder.prismaNode('Report', {
  description:
    'The annual report (政府信息公开工作年度报告) of one agency for one year. What it says is what its current revision says.',
  nullable: true,
  interfaces: [ReportContent],
  // What a report says hangs off its current revision, so that this always comes with it. No field selects more of it: Pothos would read the
  // report once more for that, as it is now, also where it is told as it was.
  include: { current: true },
  id: { resolve: (report) => reportIdOf(report, instantOf(report)) },
  findUnique: (id) => ({ agencyId_year: reportKeyOf(id) }),
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year it reports on.' }),
    agency: t.relation('agency', { description: 'Who issued it.' }),
    district: t.relation('district', { description: 'The district of its agency.' }),
    form: t.field({
      type: FormCode,
      nullable: true,
      description: 'The statutory form, as the tables show. Null when no table of a known form was found.',
      resolve: ({ current }) => current?.form ?? null,
    }),
    title: t.string({
      nullable: true,
      description: 'The title that the document prints.',
      resolve: ({ current }, _args, { loaders }) =>
        completeValue(wholeCurrent(current, loaders), (revision) => revision?.title ?? null),
    }),
    period: t.field({
      type: Period,
      nullable: true,
      description: 'The days that the figures cover, if the document tells.',
      resolve: ({ current }, _args, { loaders }) =>
        completeValue(wholeCurrent(current, loaders), (revision) =>
          revision?.periodFrom && revision.periodTo ? { from: revision.periodFrom, to: revision.periodTo } : null,
        ),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When its first revision was made.' }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
  }),
})

const AS_OF = [
  'As things were at this moment; as they are when left out. A moment that has not come yet is answered as things stand, one before',
  'everything by nothing; of the last minute something may still be being written. The judgement of the revision of then is the last that',
  'it had while it was in force. What the report leads to is told as it is now: its agency, its revisions and its history.',
].join(' ')

const ReportConnection = builder.connectionObject(
  {
    type: Report,
    name: 'ReportConnection',
    description: 'A page of reports.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'ReportEdge', description: 'A report of a list, and its place there.' },
)

/** What reports within one row are sorted by. */
const sortKeysWithin = sortKeys.refine(
  (entries) => !entries?.some((entry) => typeof entry === 'object' && entry !== null && 'status' in entry),
  'Expected "orderBy" without "status", which lists within a district or an agency do not take. Ask for it at the root: reports(filter: { district: … }, orderBy: [{ status: ASC }]).',
)

/** Called when the fields are made, since its order stands below. */
const reportArgs = () =>
  builder.args((t) => ({
    filter: t.field({ type: ReportFilter, description: 'Which ones; all when left out.' }),
    orderBy: t.field({
      type: [ReportOrder],
      description: 'What to sort by, the weightiest first. By status they are sorted in `reports` alone.',
      validate: sortKeysWithin,
    }),
  }))

builder.prismaObjectFields(District, (t) => ({
  reports: t.relatedConnection(
    'reports',
    {
      description: 'The reports of its agencies, the latest year first unless told otherwise.',
      cursor: 'agencyId_year',
      validate: pagesOf('Report'),
      totalCount: true,
      args: reportArgs(),
      query: ({ filter, orderBy }) => ({ where: whereReport(filter), orderBy: inReportOrder(orderBy) }),
    },
    ReportConnection,
  ),
}))

builder.prismaObjectFields(Agency, (t) => ({
  reports: t.relatedConnection(
    'reports',
    {
      description: 'Its reports, the latest year first unless told otherwise.',
      cursor: 'agencyId_year',
      validate: pagesOf('Report'),
      totalCount: true,
      args: reportArgs(),
      query: ({ filter, orderBy }) => ({ where: whereReport(filter), orderBy: inReportOrder(orderBy) }),
    },
    ReportConnection,
  ),
}))

const FormFilter = builder.inputType('FormFilter', {
  description: 'Conditions on a form; all given ones must hold.',
  fields: (t) => ({
    equals: t.field({ type: FormCode, description: 'Is exactly this.' }),
    in: t.field({ type: [FormCode], description: 'Is one of these.', validate: someCodes }),
  }),
})

ReportFilter.implement({
  description: 'Which reports; all given conditions must hold.',
  validate: withinLimits,
  fields: (t) => ({
    year: t.field({ type: YearFilter, description: 'By the year they report on.' }),
    form: t.field({ type: FormFilter, description: 'By the statutory form.' }),
    status: t.field({ type: ReportStatusFilter, description: 'By what the rules make of them.' }),
    createdAt: t.field({ type: DateTimeFilter, description: 'By when their first revision was made.' }),
    updatedAt: t.field({ type: DateTimeFilter, description: 'By when they last changed.' }),
    district: t.field({ type: DistrictFilter, description: 'By the district of the agency.' }),
    agency: t.field({ type: AgencyFilter, description: 'By the agency.' }),
    findings: t.field({ type: FindingListFilter, description: 'By what the rules found in them, as they are now.' }),
    ...combinations(t, ReportFilter),
  }),
})

/** How reports are sorted. */
export const ReportOrder = builder.inputType('ReportOrder', {
  description: 'What to sort reports by.',
  isOneOf: true,
  fields: (t) => ({
    year: t.field({ type: Direction, description: 'By the year they report on.' }),
    form: t.field({
      type: Direction,
      description: 'By the statutory form: ASC puts the oldest first, and those of no known form last.',
    }),
    status: t.field({
      type: Direction,
      description: 'By what the rules make of them: ASC puts clean ones first, and those that were not judged last.',
    }),
    createdAt: t.field({ type: Direction, description: 'By when their first revision was made.' }),
    updatedAt: t.field({ type: Direction, description: 'By when they last changed.' }),
    district: t.field({ type: DistrictOrder, description: 'By the district of the agency.' }),
    agency: t.field({ type: AgencyOrder, description: 'By the agency.' }),
  }),
})

builder.queryField('report', (t) =>
  t.prismaField({
    type: Report,
    nullable: true,
    description:
      'One report, or null. As of an instant it is as it was then: null when it was not there yet, and without a current revision when it was withdrawn.',
    args: {
      district: t.arg.string({
        required: true,
        description: 'The code of the district: `110115`.',
        validate: storable,
      }),
      year: t.arg.int({ required: true, description: 'The year it reports on.', validate: year }),
      agency: t.arg.string({
        description: "The name of the agency within the district; the district's government when left out.",
        validate: storable,
      }),
      asOf: t.arg({ type: 'DateTime', description: AS_OF, validate: moment }),
    },
    resolve: async (query, _root, { district, year, agency, asOf }, { database, loaders }, info) => {
      const selection = asOf == null ? withCurrentAsked(query, info) : withoutCurrent(query)
      const address = { districtCode: district, year, agencyName: agency ?? null }
      const report = await readReport(database, selection, address)
      return report === null || asOf == null ? report : toldAsOf(report, asOf, loaders)
    },
  }),
)

builder.queryField('reports', (t) =>
  t.connection(
    {
      type: Report,
      extensions: NODES_AS_TEXT,
      description:
        'Reports, the latest year first unless told otherwise. As of an instant they are those that were in force then, each as it was, chosen and sorted by what it was.',
      validate: pagesInOrder,
      args: {
        asOf: t.arg({ type: 'DateTime', description: AS_OF, validate: moment }),
        filter: t.arg({ type: ReportFilter, description: 'Which ones; all when left out.' }),
        orderBy: t.arg({
          type: [ReportOrder],
          description: 'What to sort by, the weightiest first.',
          validate: sortKeys,
        }),
      },
      resolve: (_root, args, context, info) =>
        keysetConnection({
          ...(args.asOf == null && {
            rowOfPage: '(report.agency_id, report.year) = (page."agencyId", page.year)',
          }),
          list: args.asOf == null ? REPORTS : reportListAsOf(args.asOf),
          type: 'Report',
          where: reportMatches(args.filter, 'report', args.asOf),
          order: sortedBy(args.orderBy, REPORT_KEYS),
          args,
          context,
          info,
          // The selection brings the current revision along, as the type says.
          read: async (_prisma, selection, keys) => {
            const { asOf } = args
            const found = await readReports(
              context.database,
              asOf == null ? withCurrentAsked(selection, info) : withoutCurrent(selection),
              keys,
            )
            if (asOf == null) return found
            const told = await Promise.all(found.map((report) => toldAsOf(report, asOf, context.loaders)))
            return told.filter((report) => report !== null)
          },
        }),
    },
    ReportConnection,
  ),
)
