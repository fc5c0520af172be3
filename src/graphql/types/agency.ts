import { AGENCY_KINDS } from '../../domain/agency.ts'
import { whereAgency } from '../../store/client-conditions.ts'
import { inAgencyOrder } from '../../store/client-order.ts'
import { agencyMatches } from '../../store/conditions.ts'
import { AGENCIES, AGENCY_KEYS } from '../../store/paged-lists.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { withinLimits } from '../filter-limits.ts'
import { keysetConnection } from '../keyset-connection.ts'
import { agencyKeyOf, refusalOf } from '../node-id.ts'
import { pagesInOrder, pagesOf } from '../page-arguments.ts'
import { sortedBy } from '../sorted-by.ts'
import { totalCount } from '../total-count.ts'
import { District, DistrictOrder } from './district.ts'
import {
  AgencyFilter,
  combinations,
  Direction,
  DistrictFilter,
  ReportListFilter,
  StringFilter,
  someCodes,
  sortKeys,
} from './filter.ts'

export const AgencyKindCode = enumFrom('AgencyKind', 'What kind of body issues a report.', AGENCY_KINDS)

/** The body that issues a report. */
export const Agency = builder.prismaNode('Agency', {
  description: "The body that issues reports: a district's government, or a department, street or township in it.",
  nullable: true,
  id: { resolve: ({ id }) => String(id) },
  findUnique: (id) => ({ id: agencyKeyOf(id) }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The official name.' }),
    kind: t.expose('kind', { type: AgencyKindCode, description: 'What kind of body it is.' }),
    district: t.relation('district', { description: 'The district that it belongs to.' }),
  }),
})

const AgencyConnection = builder.connectionObject(
  {
    type: Agency,
    name: 'AgencyConnection',
    description: 'A page of agencies.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'AgencyEdge', description: 'An agency of a list, and its place there.' },
)

builder.prismaObjectFields(District, (t) => ({
  agencies: t.relatedConnection(
    'agencies',
    {
      description: 'The bodies in it that issue reports, in the order of their arrival unless told otherwise.',
      cursor: 'id',
      validate: pagesOf('Agency'),
      totalCount: true,
      args: {
        filter: t.arg({ type: AgencyFilter, description: 'Which ones; all when left out.' }),
        orderBy: t.arg({
          type: [AgencyOrder],
          description: 'What to sort by, the weightiest first.',
          validate: sortKeys,
        }),
      },
      query: ({ filter, orderBy }) => ({ where: whereAgency(filter), orderBy: inAgencyOrder(orderBy) }),
    },
    AgencyConnection,
  ),
}))

const AgencyKindFilter = builder.inputType('AgencyKindFilter', {
  description: 'Conditions on a kind of agency; all given ones must hold.',
  fields: (t) => ({
    equals: t.field({ type: AgencyKindCode, description: 'Is exactly this.' }),
    in: t.field({ type: [AgencyKindCode], description: 'Is one of these.', validate: someCodes }),
  }),
})

AgencyFilter.implement({
  description: 'Which agencies; all given conditions must hold.',
  validate: withinLimits,
  fields: (t) => ({
    name: t.field({ type: StringFilter, description: 'By name.' }),
    kind: t.field({ type: AgencyKindFilter, description: 'By kind.' }),
    district: t.field({ type: DistrictFilter, description: 'By the district that they belong to.' }),
    reports: t.field({ type: ReportListFilter, description: 'By their reports.' }),
    ...combinations(t, AgencyFilter),
  }),
})

/** How agencies are sorted. */
export const AgencyOrder = builder.inputType('AgencyOrder', {
  description: 'What to sort agencies by.',
  isOneOf: true,
  fields: (t) => ({
    name: t.field({ type: Direction, description: 'By name.' }),
    kind: t.field({ type: Direction, description: "By kind: ASC puts districts' governments first." }),
    district: t.field({ type: DistrictOrder, description: 'By the district that they belong to.' }),
  }),
})

builder.queryField('agency', (t) =>
  t.prismaField({
    type: Agency,
    nullable: true,
    description: 'One agency, or null.',
    args: { id: t.arg.globalID({ required: true, description: 'The global id of the agency.' }) },
    resolve: (query, _root, { id }, { database }) => {
      const refusal = refusalOf(id, 'Agency')
      if (refusal !== null) throw refusal
      return database.prisma.agency.findUnique({ ...query, where: { id: agencyKeyOf(id.id) } })
    },
  }),
)

builder.queryField('agencies', (t) =>
  t.connection(
    {
      type: Agency,
      nullable: true,
      description: 'The bodies that issue reports, by the code of their district and by name unless told otherwise.',
      validate: pagesInOrder,
      args: {
        filter: t.arg({ type: AgencyFilter, description: 'Which ones; all when left out.' }),
        orderBy: t.arg({
          type: [AgencyOrder],
          description: 'What to sort by, the weightiest first.',
          validate: sortKeys,
        }),
      },
      resolve: (_root, args, context, info) =>
        keysetConnection({
          list: AGENCIES,
          type: 'Agency',
          where: agencyMatches(args.filter),
          order: sortedBy(args.orderBy, AGENCY_KEYS),
          args,
          context,
          info,
          read: (prisma, selection, keys) => prisma.agency.findMany({ ...selection, where: { OR: keys } }),
        }),
    },
    AgencyConnection,
  ),
)
