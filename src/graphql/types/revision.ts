import { reaches } from '../../store/actor.ts'
import { builder } from '../builder.ts'
import { wholeCurrent } from '../current-revision.ts'
import { revisionKeyOf } from '../node-id.ts'
import { pagesOf } from '../page-arguments.ts'
import { outOfReach } from '../refusals.ts'
import { revisionOf } from '../revision-of.ts'
import { totalCount } from '../total-count.ts'
import { Figure } from './figure.ts'
import { FormCode } from './form.ts'
import { Period } from './period.ts'
import { Report } from './report.ts'
import { ReportContent } from './report-content.ts'

const SourceKind = builder.enumType('SourceKind', {
  description: 'How a source came.',
  values: {
    TEXT: { description: 'As text.' },
    FILE: { description: 'As a file.' },
    STRUCTURED: { description: 'As a structured report.' },
  } as const,
})

/** One ingested version of a report, immutable. */
export const Revision = builder.prismaNode('Revision', {
  description: 'One ingested version of a report. Revisions never change: a correction makes a new one.',
  nullable: true,
  interfaces: [ReportContent],
  id: { resolve: ({ agencyId, year, number }) => `${agencyId}-${year}-${number}` },
  findUnique: (id) => ({ agencyId_year_number: revisionKeyOf(id) }),
  fields: (t) => ({
    number: t.exposeInt('number', { description: '1, 2, 3 … within the report.' }),
    report: t.relation('report', { description: 'The report that it is a version of.' }),
    form: t.expose('form', {
      type: FormCode,
      nullable: true,
      description: 'The statutory form that this revision follows, if any.',
    }),
    title: t.exposeString('title', { nullable: true, description: 'The title that the document prints.' }),
    period: t.field({
      type: Period,
      nullable: true,
      description: 'The days that the figures cover, if the document tells.',
      resolve: ({ periodFrom, periodTo }) => (periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null),
    }),
    agencyAsPrinted: t.exposeString('agencyAsPrinted', {
      nullable: true,
      description: 'The name of the agency as the document prints it.',
    }),
    sourceKind: t.expose('sourceKind', { type: SourceKind, description: 'How the source came.' }),
    sourceName: t.exposeString('sourceName', {
      nullable: true,
      description: 'The name of the file, if it came as one.',
    }),
    mediaType: t.exposeString('mediaType', { description: 'The media type of the source.' }),
    sourceUrl: t.exposeString('sourceUrl', {
      nullable: true,
      description: 'Where the document was published, as its publisher put it; nobody has looked.',
    }),
    sourceSha256: t.string({
      description: 'The SHA-256 of the bytes of the source, hexadecimal.',
      resolve: ({ sourceSha256 }) => Buffer.from(sourceSha256).toString('hex'),
    }),
    sourcePath: t.string({
      description:
        'Where the hub keeps the source, seen from its own address: `sources/…`. Only those with a key get it, as a file to be saved.',
      resolve: ({ sourceSha256 }) => `sources/${Buffer.from(sourceSha256).toString('hex')}`,
    }),
    parserVersion: t.exposeString('parserVersion', { description: 'The version of the parser that read it.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was made, as its publisher put it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    createdBy: t.string({
      nullable: true,
      description:
        "The name of the key with which it was sent. Null when it was made on the hub's own machine. For keys with the scope READ_PRIVATE, of the agencies that they are for.",
      authScopes: { scope: 'READ_PRIVATE' },
      select: { createdBy: { select: { name: true } }, report: { select: { districtCode: true } } },
      resolve: async ({ agencyId, createdBy, report: { districtCode } }, _args, { actor }) => {
        const known = await actor()
        if (known === null || !reaches(known, { id: agencyId, districtCode })) throw outOfReach('READ_PRIVATE')
        return createdBy?.name ?? null
      },
    }),
  }),
})

const RevisionConnection = builder.connectionObject(
  {
    type: Revision,
    name: 'RevisionConnection',
    description: 'A page of revisions.',
    fields: (t) => ({ totalCount: t.int(totalCount) }),
  },
  { name: 'RevisionEdge', description: 'A revision of a list, and its place there.' },
)

builder.prismaObjectFields(Report, (t) => ({
  currentRevision: t.field({
    type: Revision,
    nullable: true,
    description: 'The revision in force. Null when the report was withdrawn.',
    resolve: ({ current }, _args, { loaders }) => wholeCurrent(current, loaders),
  }),
  revisions: t.relatedConnection(
    'revisions',
    {
      description: 'Every version there has been until today, the latest first.',
      cursor: 'agencyId_year_number',
      validate: pagesOf('Revision'),
      totalCount: true,
      query: { orderBy: { number: 'desc' } },
    },
    RevisionConnection,
  ),
}))

// Here and not beside the other fields of a figure, because a revision is made of figures.
builder.interfaceField(Figure, 'revision', (t) =>
  t.field({
    type: Revision,
    nullable: true,
    description: 'The revision that the figure stands in. Null in a preview, which is not stored.',
    resolve: ({ revision }, _args, context, info) => revision && revisionOf(revision, context, info),
  }),
)
