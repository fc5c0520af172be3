import { behind } from '../behind-cursor.ts'
import { builder } from '../builder.ts'
import { pagesOf } from '../cursors.ts'
import { findingKeyOf } from '../node-id.ts'
import { totalCount } from '../total-count.ts'
import { Direction, StringFilter, sortKeys, storable, upTo, withoutNulls } from './filter.ts'
import { Finding } from './finding.ts'
import { Report, ReportFilter, whereOf as whereOfReport } from './report.ts'
import { SeverityFilter } from './severity.ts'

/** A finding of a stored revision. */
export const StoredFinding = builder.prismaNode('Finding', {
  name: 'StoredFinding',
  description:
    'A rule that a stored report breaks. Its global id holds until its report is judged otherwise: findings follow the rules, and the year before.',
  nullable: true,
  interfaces: [Finding],
  id: { resolve: ({ agencyId, year, number, position }) => `${agencyId}-${year}-${number}-${position}` },
  findUnique: (id) => ({ agencyId_year_number_position: findingKeyOf(id) }),
  fields: (t) => ({ report: t.relation('report', { description: 'The report that breaks the rule.' }) }),
})

// Here and not beside the other fields, because reports have findings.
builder.interfaceField(Finding, 'report', (t) =>
  t.field({
    type: Report,
    nullable: true,
    description: 'The report that breaks the rule. Null when it is not stored.',
    resolve: () => null,
  }),
)

const FindingConnection = builder.connectionObject(
  {
    type: StoredFinding,
    name: 'FindingConnection',
    description: 'A page of findings.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'FindingEdge', description: 'A finding of a list, and its place there.' },
)

const PathFilter = builder.inputType('FindingPathFilter', {
  description: 'Conditions on the figures of both sides; all given ones must hold.',
  fields: (t) => ({
    contains: t.field({ type: 'FigurePath', description: 'This figure is among them.', validate: storable }),
    containsAny: t.field({
      type: ['FigurePath'],
      description: 'One of these figures is among them.',
      validate: upTo(storable),
    }),
  }),
})

const FindingFilter = builder.inputType('FindingFilter', {
  description: 'Which findings; all given conditions must hold.',
  fields: (t) => ({
    ruleId: t.field({ type: StringFilter, description: 'By the rule; `startsWith: "prose."` is all about sentences.' }),
    severity: t.field({ type: SeverityFilter, description: 'By how much they weigh.' }),
    path: t.field({ type: PathFilter, description: 'By the figures that they speak of.' }),
    report: t.field({ type: ReportFilter, description: 'By the report: its year, form, district, agency, status.' }),
  }),
})

const FindingOrder = builder.inputType('FindingOrder', {
  description: 'What to sort findings by.',
  isOneOf: true,
  fields: (t) => ({
    severity: t.field({ type: Direction, description: 'By how much they weigh: ASC puts errors first.' }),
    ruleId: t.field({ type: Direction, description: 'By the rule.' }),
    year: t.field({ type: Direction, description: 'By the year of the report.' }),
    difference: t.field({ type: Direction, description: 'By left minus right.' }),
  }),
})

/** The filter as the store's client takes it. A revision that was replaced keeps its findings, and they are not listed. */
function whereOf(filter: typeof FindingFilter.$inferInput | null | undefined) {
  const { path = {}, report, ...conditions } = withoutNulls(filter ?? {})
  const paths = { ...(path.contains && { has: path.contains }), ...(path.containsAny && { hasSome: path.containsAny }) }
  return {
    ...conditions,
    // The store's client takes no condition that says nothing.
    ...(Object.keys(paths).length > 0 && { paths }),
    judgement: { revision: { currentOf: { is: whereOfReport(report) } } },
  }
}

builder.queryField('findings', (t) =>
  t.prismaConnection(
    {
      type: StoredFinding,
      cursor: 'agencyId_year_number_position',
      validate: pagesOf('StoredFinding'),
      description: 'What the rules found in all reports, as they are now: the latest year first unless told otherwise.',
      args: {
        filter: t.arg({ type: FindingFilter, description: 'Which ones; all when left out.' }),
        orderBy: t.arg({
          type: [FindingOrder],
          description: 'What to sort by, the weightiest first.',
          validate: sortKeys,
        }),
      },
      totalCount: (_root, { filter }, { database }) => database.prisma.finding.count({ where: whereOf(filter) }),
      resolve: async ({ cursor, skip, ...query }, _root, { filter, orderBy }, { database: { prisma } }) => {
        // The key at the end makes every order one of which no two findings share a place.
        const order = [...(orderBy ?? []), ...BY_KEY]
        const from = cursor && (await prisma.finding.findUnique({ where: cursor }))
        // What the cursor named is there no more: its report was judged otherwise.
        if (from === null) return []
        const way = query.take < 0 ? 'BACKWARDS' : 'FORWARDS'
        const where = from ? { AND: [whereOf(filter), behind(from, order, way)] } : whereOf(filter)
        return prisma.finding.findMany({ ...query, where, orderBy: order })
      },
    },
    FindingConnection,
  ),
)

const BY_KEY = [{ year: 'desc' }, { agencyId: 'asc' }, { number: 'asc' }, { position: 'asc' }] as const
