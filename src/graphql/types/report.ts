import { builder } from '../builder.ts'
import { pagesOf } from '../cursors.ts'
import { reportKeyOf } from '../node-id.ts'
import { totalCount } from '../total-count.ts'
import { Agency, AgencyFilter } from './agency.ts'
import { District, DistrictFilter, DistrictOrder } from './district.ts'
import { Direction, someCodes, sortKeys, storable, withoutNulls, YearFilter, year } from './filter.ts'
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
  // What a report says hangs off its current revision, so that this always comes with it.
  include: { current: true },
  id: { resolve: ({ agencyId, year }) => `${agencyId}-${year}` },
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
      resolve: ({ current }) => current?.title ?? null,
    }),
    period: t.field({
      type: Period,
      nullable: true,
      description: 'The days that the figures cover, if the document tells.',
      resolve: ({ current }) =>
        current?.periodFrom && current.periodTo ? { from: current.periodFrom, to: current.periodTo } : null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When its first revision was made.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
  }),
})

const ReportConnection = builder.connectionObject(
  {
    type: Report,
    name: 'ReportConnection',
    description: 'A page of reports.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'ReportEdge', description: 'A report of a list, and its place there.' },
)

builder.prismaObjectFields(District, (t) => ({
  reports: t.relatedConnection(
    'reports',
    {
      description: 'The reports of its agencies, the latest year first.',
      cursor: 'agencyId_year',
      validate: pagesOf('Report'),
      totalCount: true,
      query: { orderBy: [{ year: 'desc' }, { agencyId: 'asc' }] },
    },
    ReportConnection,
  ),
}))

builder.prismaObjectFields(Agency, (t) => ({
  reports: t.relatedConnection(
    'reports',
    {
      description: 'Its reports, the latest year first.',
      cursor: 'agencyId_year',
      validate: pagesOf('Report'),
      totalCount: true,
      query: { orderBy: { year: 'desc' } },
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

export const ReportFilter = builder.inputType('ReportFilter', {
  description: 'Which reports; all given conditions must hold.',
  fields: (t) => ({
    year: t.field({ type: YearFilter, description: 'By the year they report on.' }),
    form: t.field({ type: FormFilter, description: 'By the statutory form.' }),
    status: t.field({ type: ReportStatusFilter, description: 'By what the rules make of them.' }),
    district: t.field({ type: DistrictFilter, description: 'By the district of the agency.' }),
    agency: t.field({ type: AgencyFilter, description: 'By the agency.' }),
  }),
})

const ReportOrder = builder.inputType('ReportOrder', {
  description: 'What to sort reports by.',
  isOneOf: true,
  fields: (t) => ({
    year: t.field({ type: Direction, description: 'By the year they report on.' }),
    district: t.field({ type: DistrictOrder, description: 'By the district of the agency.' }),
  }),
})

type ReportFilterInput = typeof ReportFilter.$inferInput

/** The filter as the store's client takes it: form and status are those of the current revision. */
export function whereOf(filter: ReportFilterInput | null | undefined) {
  const { form, status, ...conditions } = withoutNulls(filter ?? {})
  const current = { ...(form && { form }), ...(status && { judgement: { status } }) }
  return form || status ? { ...conditions, current } : conditions
}

builder.queryField('report', (t) =>
  t.prismaField({
    type: Report,
    nullable: true,
    description: 'One report, or null.',
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
    },
    resolve: (query, _root, { district, year, agency }, { database }) =>
      database.prisma.report.findFirst({
        ...query,
        where: { districtCode: district, year, agency: agency == null ? { kind: 'GOVERNMENT' } : { name: agency } },
        orderBy: { agencyId: 'asc' },
      }),
  }),
)

builder.queryField('reports', (t) =>
  t.prismaConnection(
    {
      type: Report,
      cursor: 'agencyId_year',
      validate: pagesOf('Report'),
      description: 'Reports, the latest year first unless told otherwise.',
      args: {
        filter: t.arg({ type: ReportFilter, description: 'Which ones; all when left out.' }),
        orderBy: t.arg({
          type: [ReportOrder],
          description: 'What to sort by, the weightiest first.',
          validate: sortKeys,
        }),
      },
      totalCount: (_root, { filter }, { database }) => database.prisma.report.count({ where: whereOf(filter) }),
      resolve: (query, _root, { filter, orderBy }, { database }) =>
        database.prisma.report.findMany({
          ...query,
          where: whereOf(filter),
          // The key at the end makes every order one of which no two reports share a place.
          orderBy: [...(orderBy ?? []), { year: 'desc' }, { agencyId: 'asc' }],
        }),
    },
    ReportConnection,
  ),
)
