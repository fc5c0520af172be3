import { REPORT_CHANGE_KINDS } from '../../domain/report-change-kinds.ts'
import { type CorrectionCondition, correctionMatches } from '../../store/conditions.ts'
import { CORRECTIONS } from '../../store/paged-lists.ts'
import { builder } from '../builder.ts'
import { enumFrom } from '../enum-from.ts'
import { withinLimits } from '../filter-limits.ts'
import { keysetConnection } from '../keyset-connection.ts'
import { reportChangeKeyOf } from '../node-id.ts'
import { pagesInOrder, pagesOf } from '../page-arguments.ts'
import { totalCount } from '../total-count.ts'
import { CHANGES_COST, FigureChange } from './figure-change.ts'
import { AgencyFilter, combinations, DateTimeFilter, DistrictFilter, someCodes, YearFilter } from './filter.ts'
import { Report } from './report.ts'

const ReportChangeKindCode = enumFrom(
  'ReportChangeKind',
  'What became of what is in force of a report.',
  REPORT_CHANGE_KINDS,
)

/** An entry of the log of a report. */
export const ReportChange = builder.prismaNode('ReportChange', {
  description:
    'An entry of the history of a report: what is in force from this moment on, and why. It never changes, and the moments of one report stand in its order.',
  nullable: true,
  id: { resolve: ({ agencyId, year, position }) => `${agencyId}-${year}-${position}` },
  findUnique: (id) => ({ agencyId_year_position: reportChangeKeyOf(id) }),
  fields: (t) => ({
    kind: t.expose('kind', { type: ReportChangeKindCode, description: 'What was done.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When: `asOf` this moment, it is done.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why, as its publisher put it. A withdrawal and a restoration always have a reason.',
    }),
    report: t.relation('report', { description: 'The report.' }),
    revision: t.relation('revision', {
      nullable: true,
      description: 'The revision in force from then on. Null when the report was withdrawn.',
    }),
    previousRevision: t.relation('previous', {
      nullable: true,
      description: 'The revision that was in force until then. Null when there was none.',
    }),
    changes: t.field({
      type: [FigureChange],
      nullable: true,
      description:
        'The figures that differ between the two revisions, in the order of the form. Null where there was none before, or is none after.',
      complexity: CHANGES_COST,
      resolve: async ({ agencyId, year, previousNumber: from, number: to }, _args, { loaders }) =>
        from === null || to === null ? null : [...(await loaders.figureChanges.load({ agencyId, year, from, to }))],
    }),
  }),
})

const ReportChangeConnection = builder.connectionObject(
  {
    type: ReportChange,
    name: 'ReportChangeConnection',
    description: 'A page of changes of reports.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'ReportChangeEdge', description: 'A change of a list, and its place there.' },
)

builder.prismaObjectFields(Report, (t) => ({
  history: t.relatedConnection(
    'changes',
    {
      description: 'What was in force from when on, and why: the latest first, until today.',
      cursor: 'agencyId_year_position',
      validate: pagesOf('ReportChange'),
      totalCount: true,
      query: { orderBy: { position: 'desc' } },
    },
    ReportChangeConnection,
  ),
}))

const ReportChangeKindFilter = builder.inputType('ReportChangeKindFilter', {
  description: 'Conditions on what was done; all given ones must hold. The creation of a report is no correction.',
  fields: (t) => ({
    equals: t.field({ type: ReportChangeKindCode, description: 'Is exactly this.' }),
    in: t.field({ type: [ReportChangeKindCode], description: 'Is one of these.', validate: someCodes }),
  }),
})

/** Which corrections. */
export const CorrectionFilter = builder.inputRef<CorrectionCondition, false>('CorrectionFilter')
CorrectionFilter.implement({
  description: 'Which corrections; all given conditions must hold.',
  validate: withinLimits,
  fields: (t) => ({
    kind: t.field({ type: ReportChangeKindFilter, description: 'By what was done.' }),
    at: t.field({ type: DateTimeFilter, description: 'By when it was done.' }),
    year: t.field({ type: YearFilter, description: 'By the year that the report is on.' }),
    district: t.field({
      type: DistrictFilter,
      description: 'By the district of the agency: `{ within: "110000" }` is all of 北京市.',
    }),
    agency: t.field({ type: AgencyFilter, description: 'By the agency.' }),
    ...combinations(t, CorrectionFilter),
  }),
})

builder.queryField('corrections', (t) =>
  t.connection(
    {
      type: ReportChange,
      description:
        'What was corrected: every report that was revised, withdrawn or restored, the latest first, with what it said before and after.',
      validate: pagesInOrder,
      args: { filter: t.arg({ type: CorrectionFilter, description: 'Which ones; all when left out.' }) },
      resolve: (_root, args, context, info) =>
        keysetConnection({
          list: CORRECTIONS,
          type: 'ReportChange',
          where: correctionMatches(args.filter),
          order: [],
          args,
          context,
          info,
          read: (prisma, selection, keys) => prisma.reportChange.findMany({ ...selection, where: { OR: keys } }),
        }),
    },
    ReportChangeConnection,
  ),
)
