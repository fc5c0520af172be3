import { DISTRICT_LEVELS } from '../../domain/district.ts'
import { whereDistrict } from '../../store/client-conditions.ts'
import { inDistrictOrder } from '../../store/client-order.ts'
import { districtMatches } from '../../store/conditions.ts'
import { DISTRICT_KEYS, DISTRICTS } from '../../store/paged-lists.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { withinLimits } from '../filter-limits.ts'
import { keysetConnection } from '../keyset-connection.ts'
import { listOf } from '../limits.ts'
import { districtKeyOf } from '../node-id.ts'
import { pagesInOrder, pagesOf } from '../page-arguments.ts'
import { sortedBy } from '../sorted-by.ts'
import { totalCount } from '../total-count.ts'
import {
  AgencyListFilter,
  combinations,
  Direction,
  DistrictFilter,
  DistrictListFilter,
  divisionCode,
  ReportListFilter,
  StringFilter,
  someCodes,
  sortKeys,
  storable,
} from './filter.ts'

export const DistrictLevelCode = enumFrom('DistrictLevel', 'A level of GB/T 2260.', DISTRICT_LEVELS)

/** An administrative division of GB/T 2260. */
export const District = builder.prismaNode('District', {
  description: 'An administrative division of China (GB/T 2260): a province, a prefecture or a county.',
  nullable: true,
  id: { resolve: ({ code }) => code },
  findUnique: (id) => ({ code: districtKeyOf(id) }),
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'The code, six digits; ends in 0000 for a province, in 00 for a prefecture.',
    }),
    name: t.exposeString('name', { description: 'The name: 大兴区.' }),
    fullName: t.exposeString('fullName', { description: 'The name with its ancestors: 北京市大兴区.' }),
    level: t.expose('level', { type: DistrictLevelCode, description: 'The level.' }),
    current: t.exposeBoolean('current', {
      description: 'False for a division that an earlier edition of the registry has and the present one has not.',
    }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The division that it belongs to. Null for a province.',
    }),
  }),
})

/** A page of districts. */
const DistrictConnection = builder.connectionObject(
  {
    type: District,
    name: 'DistrictConnection',
    description: 'A page of districts.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'DistrictEdge', description: 'A district of a list, and its place there.' },
)

builder.prismaObjectFields(District, (t) => ({
  ancestors: t.field({
    type: [District],
    description: 'The divisions that it belongs to, from the province down.',
    complexity: listOf(2),
    select: { parent: { include: { parent: true } } },
    resolve: ({ parent }) => [parent?.parent, parent].filter((district) => district != null),
  }),
  children: t.relatedConnection(
    'children',
    {
      description: 'The divisions that belong to it directly, by code unless told otherwise.',
      cursor: 'code',
      validate: pagesOf('District'),
      totalCount: true,
      args: {
        filter: t.arg({ type: DistrictFilter, description: 'Which ones; all when left out.' }),
        orderBy: t.arg({
          type: [DistrictOrder],
          description: 'What to sort by, the weightiest first.',
          validate: sortKeys,
        }),
      },
      query: ({ filter, orderBy }) => ({ where: whereDistrict(filter), orderBy: inDistrictOrder(orderBy) }),
    },
    DistrictConnection,
  ),
}))

const DistrictLevelFilter = builder.inputType('DistrictLevelFilter', {
  description: 'Conditions on a level; all given ones must hold.',
  fields: (t) => ({
    equals: t.field({ type: DistrictLevelCode, description: 'Is exactly this.' }),
    in: t.field({ type: [DistrictLevelCode], description: 'Is one of these.', validate: someCodes }),
  }),
})

DistrictFilter.implement({
  description: 'Which districts; all given conditions must hold.',
  validate: withinLimits,
  fields: (t) => ({
    code: t.field({ type: StringFilter, description: 'By code.' }),
    name: t.field({ type: StringFilter, description: 'By name.' }),
    fullName: t.field({ type: StringFilter, description: 'By the name with its ancestors.' }),
    level: t.field({ type: DistrictLevelFilter, description: 'By level.' }),
    current: t.boolean({ description: 'Whether the present edition of the registry has it.' }),
    within: t.string({
      description: 'The code of a division: itself and everything in it. `"110000"` is all of 北京市.',
      validate: divisionCode,
    }),
    parent: t.field({ type: DistrictFilter, description: 'By the division that it belongs to.' }),
    children: t.field({ type: DistrictListFilter, description: 'By the divisions that belong to it directly.' }),
    agencies: t.field({ type: AgencyListFilter, description: 'By the bodies in it that issue reports.' }),
    reports: t.field({ type: ReportListFilter, description: 'By the reports of its agencies.' }),
    ...combinations(t, DistrictFilter),
  }),
})

/** How districts are sorted. */
export const DistrictOrder = builder.inputType('DistrictOrder', {
  description: 'What to sort districts by.',
  isOneOf: true,
  fields: (t) => ({
    code: t.field({ type: Direction, description: 'By code.' }),
    name: t.field({ type: Direction, description: 'By name.' }),
    level: t.field({ type: Direction, description: 'By level: ASC puts provinces first.' }),
  }),
})

builder.queryField('district', (t) =>
  t.prismaField({
    type: District,
    nullable: true,
    description: 'One district, or null.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'The code of GB/T 2260, six digits: `110115`.',
        validate: storable,
      }),
    },
    resolve: (query, _root, { code }, { database }) =>
      database.prisma.district.findUnique({ ...query, where: { code } }),
  }),
)

builder.queryField('districts', (t) =>
  t.connection(
    {
      type: District,
      description: 'Districts, by code unless told otherwise.',
      validate: pagesInOrder,
      args: {
        filter: t.arg({ type: DistrictFilter, description: 'Which ones; all when left out.' }),
        orderBy: t.arg({
          type: [DistrictOrder],
          description: 'What to sort by, the weightiest first.',
          validate: sortKeys,
        }),
      },
      resolve: (_root, args, context, info) =>
        keysetConnection({
          list: DISTRICTS,
          type: 'District',
          where: districtMatches(args.filter),
          order: sortedBy(args.orderBy, DISTRICT_KEYS),
          args,
          context,
          info,
          read: (prisma, selection, keys) => prisma.district.findMany({ ...selection, where: { OR: keys } }),
        }),
    },
    DistrictConnection,
  ),
)
