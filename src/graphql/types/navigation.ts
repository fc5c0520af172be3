import type { GraphQLResolveInfo } from 'graphql'
import type { ReportKey } from '../../store/report-loaders.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { listOf } from '../limits.ts'
import { instantOf } from '../report-as-of.ts'
import { reportAsOf, reportOf } from '../report-of.ts'
import { District } from './district.ts'
import { Report } from './report.ts'

// From one node to those beside it. Here and not beside their other fields, because they refer to their own kind.

/** How many divisions belong to one: 38 at present, and those that were abolished. */
const NEIGHBOURS_OF_A_DISTRICT = 50

builder.prismaObjectFields(Report, (t) => ({
  previous: t.field({
    type: Report,
    nullable: true,
    description:
      'The report of the same agency for the nearest year before, withdrawn ones passed over. Null when there is none.',
    resolve: (report, _args, context, info) => beside(report, 'BEFORE', context, info),
  }),
  next: t.field({
    type: Report,
    nullable: true,
    description:
      'The report of the same agency for the nearest year after, withdrawn ones passed over. Null when there is none.',
    resolve: (report, _args, context, info) => beside(report, 'AFTER', context, info),
  }),
}))

async function beside(report: ReportKey, side: 'BEFORE' | 'AFTER', context: Context, info: GraphQLResolveInfo) {
  const { agencyId, year } = report
  const asOf = instantOf(report)
  const key = await context.loaders.neighbours.load({ agencyId, year, side, asOf })
  if (key === null) return null
  return asOf === null ? reportOf(key, context, info) : reportAsOf(key, asOf, context, info)
}

builder.prismaObjectFields(District, (t) => ({
  province: t.field({
    type: District,
    description: 'The province, municipality or autonomous region that it belongs to; itself when it is one.',
    select: { parent: { include: { parent: true } } },
    resolve: (district) => district.parent?.parent ?? district.parent ?? district,
  }),
  prefecture: t.field({
    type: District,
    nullable: true,
    description:
      'The prefecture that it belongs to; itself when it is one. Null for a province, and for what belongs to a province directly.',
    select: { parent: true },
    resolve: (district) => [district, district.parent].find((one) => one?.level === 'PREFECTURE') ?? null,
  }),
  neighbours: t.field({
    type: [District],
    description: 'The other divisions of the one that it belongs to, by code. Empty for a province.',
    args: {
      current: t.arg.boolean({
        description: 'Only those that the present edition of the registry has, or has not; both when left out.',
      }),
    },
    complexity: listOf(NEIGHBOURS_OF_A_DISTRICT),
    select: ({ current }, _context, nestedSelection) => ({
      parent: {
        select: {
          children: nestedSelection({
            orderBy: { code: 'asc' },
            ...(current != null && { where: { current } }),
          }),
        },
      },
    }),
    resolve: ({ code, parent }) => (parent?.children ?? []).filter((district) => district.code !== code),
  }),
}))
