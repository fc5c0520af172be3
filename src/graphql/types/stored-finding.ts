import { z } from 'zod'
import { findingMatches } from '../../store/conditions.ts'
import { FINDING_KEYS, FINDINGS } from '../../store/paged-lists.ts'
import { builder } from '../builder.ts'
import { withinLimits } from '../filter-limits.ts'
import { keysetConnection } from '../keyset-connection.ts'
import { findingKeyOf } from '../node-id.ts'
import { pagesInOrder } from '../page-arguments.ts'
import { shown } from '../refusals.ts'
import { sortedBy } from '../sorted-by.ts'
import { totalCount } from '../total-count.ts'
import {
  combinations,
  Direction,
  FindingFilter,
  ReportFilter,
  StringFilter,
  someCodes,
  sortKeys,
  upTo,
} from './filter.ts'
import { Finding } from './finding.ts'
import { Report, ReportOrder } from './report.ts'
import { ruleOf } from './rule.ts'
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

/** The id of a rule that this version of the hub has. */
const ruleId = z
  .string()
  .refine((id) => ruleOf(id) !== null, {
    error: ({ input }) =>
      `Expected the id of a rule, like "applications.balance", got ${shown(input)}. \`rules\` lists them all.`,
  })
  .nullish()

const PathFilter = builder.inputType('FindingPathFilter', {
  description: 'Conditions on the figures of both sides; all given ones must hold.',
  fields: (t) => ({
    contains: t.field({ type: 'FigurePath', description: 'This figure is among them.' }),
    containsAny: t.field({
      type: ['FigurePath'],
      description: 'One of these figures is among them.',
      validate: someCodes,
    }),
  }),
})

FindingFilter.implement({
  description: 'Which findings; all given conditions must hold.',
  validate: withinLimits,
  fields: (t) => ({
    ruleId: t.field({
      type: StringFilter,
      description: 'By the rule; `startsWith: "prose."` is all about sentences.',
      validate: z.looseObject({ equals: ruleId, in: upTo(ruleId) }).nullish(),
    }),
    severity: t.field({ type: SeverityFilter, description: 'By how much they weigh.' }),
    path: t.field({ type: PathFilter, description: 'By the figures that they speak of.' }),
    report: t.field({ type: ReportFilter, description: 'By the report: its year, form, district, agency, status.' }),
    ...combinations(t, FindingFilter),
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
    absoluteDifference: t.field({
      type: Direction,
      description: 'By how far left and right lie apart, whichever is more: DESC puts the largest first.',
    }),
    report: t.field({ type: ReportOrder, description: 'By the report: its district, agency, form, status.' }),
  }),
})

builder.queryField('findings', (t) =>
  t.connection(
    {
      type: StoredFinding,
      description: 'What the rules found in all reports, as they are now: the latest year first unless told otherwise.',
      validate: pagesInOrder,
      args: {
        filter: t.arg({ type: FindingFilter, description: 'Which ones; all when left out.' }),
        orderBy: t.arg({
          type: [FindingOrder],
          description: 'What to sort by, the weightiest first.',
          validate: sortKeys,
        }),
      },
      resolve: (_root, args, context, info) =>
        keysetConnection({
          list: FINDINGS,
          type: 'StoredFinding',
          where: findingMatches(args.filter),
          order: sortedBy(args.orderBy, FINDING_KEYS),
          args,
          context,
          info,
          read: (prisma, selection, keys) => prisma.finding.findMany({ ...selection, where: { OR: keys } }),
        }),
    },
    FindingConnection,
  ),
)
