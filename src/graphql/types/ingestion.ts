import { z } from 'zod'
import { isSourceUrl, SOURCE_URL } from '../../domain/source-url.ts'
import {
  type Ingested,
  type IngestOptions,
  type IngestSource,
  ingest,
  previewBesideStored,
} from '../../ingest/ingest.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { atMost, LIMITS, listOf } from '../limits.ts'
import { shown } from '../refusals.ts'
import { storable } from './filter.ts'
import { PreviewedReport } from './previewed-report.ts'
import { Report } from './report.ts'
import { SeverityCode } from './severity.ts'
import { USER_ERRORS } from './user-error.ts'

/** The longest name of a file, in characters: what file systems hold. */
const MAX_FILE_NAME = LIMITS.fileName.most
/** The longest reason, in characters. */
export const MAX_REASON = LIMITS.reason.most

const fileWithName = z
  .custom<File>()
  .superRefine(
    atMost(
      'fileName',
      ({ name }) => [...name].length,
      `Expected a file whose name has at most ${MAX_FILE_NAME} characters.`,
    ),
  )
  .refine(({ name }) => !name.includes('\0'), 'Expected a file whose name has no NUL.')
  .nullish()

/** Why something is done, for whoever reads it later. */
export const reasonText = storable
  .superRefine(
    atMost(
      'reason',
      (text) => [...(text ?? '')].length,
      `Expected a reason of at most ${MAX_REASON} characters. Keep the details elsewhere, and say where.`,
    ),
  )
  // An empty reason is none.
  .transform((text) => text?.trim() || null)

const sourceUrl = storable
  .superRefine(
    atMost(
      'sourceUrl',
      (text) => text?.length ?? 0,
      `Expected a sourceUrl of at most ${LIMITS.sourceUrl.most} characters.`,
    ),
  )
  .refine((text) => text == null || isSourceUrl(text), {
    // The length is told above.
    when: ({ value }) => typeof value === 'string' && value.length <= LIMITS.sourceUrl.most,
    error: ({ input }) => `Expected "sourceUrl" to be ${SOURCE_URL}, got ${shown(input)}.`,
  })

const ReportSource = builder.inputType('ReportSource', {
  description: 'A report to read: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    text: t.string({ description: 'The text of the document, tables as lines.' }),
    file: t.field({ type: 'Upload', description: 'The document as a file.', validate: fileWithName }),
    structured: t.field({
      type: 'JSON',
      description:
        'The report as an object, as `hub read FILE --json` prints it: for publishers who have their figures as data.',
    }),
  }),
})

/** What previewing and ingesting both take. */
const documentFields = (t: PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>) => ({
  source: t.field({ type: ReportSource, required: true, description: 'The report.' }),
  district: t.string({
    description:
      'The code of the district, if known: it must then agree with the document, and is used when that does not tell.',
  }),
  year: t.int({
    description:
      'The year reported on, if known: it must then agree with the document, and is used when that does not tell.',
  }),
  refuseOn: t.field({
    type: SeverityCode,
    description:
      'Refuse the report with a BrokenRulesError when the rules find anything of this severity, or weightier. A report that breaks rules is stored, and says so in its status, when this is left out.',
  }),
})

const PreviewReportInput = builder.inputType('PreviewReportInput', {
  description: 'A report to read and judge.',
  fields: documentFields,
})

const IngestReportInput = builder.inputType('IngestReportInput', {
  description: 'A report to store.',
  fields: (t) => ({
    ...documentFields(t),
    expectedRevision: t.int({
      description:
        'The number of the revision in force, when other content is to replace it; 0 when the report was withdrawn, and is to have a new one. It guards against overwriting what one has not seen. Left out, the report is to be a new one.',
    }),
    sourceUrl: t.string({
      description: `Where the document was published, an address of http or https; kept with the revision that is made, and never asked for. Not kept when the same bytes are there already (\`UNCHANGED\`): their revision stays as it is. At most ${LIMITS.sourceUrl.most} characters.`,
      validate: sourceUrl,
    }),
    reason: t.string({
      description: `Why a new revision is made; kept with it. At most ${MAX_REASON} characters.`,
      validate: reasonText,
    }),
  }),
})

/** The source as ingestion takes it. A file is read into memory here; the body limit of the server has bounded it. */
async function sourceOf({ text, file, structured }: typeof ReportSource.$inferInput): Promise<IngestSource> {
  if (text != null) return { kind: 'TEXT', text }
  if (file == null) return { kind: 'STRUCTURED', object: structured }
  return { kind: 'FILE', bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, mediaType: file.type }
}

/** The options without those that were left out. */
function given(
  options: { readonly [Name in keyof IngestOptions]: IngestOptions[Name] | null | undefined },
): IngestOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value != null))
}

/** What ingestion did with a report. */
export const IngestOutcome = builder.enumType('IngestOutcome', {
  description: 'What ingestion did.',
  values: {
    CREATED: { description: 'The report is new: its first revision was made.' },
    UNCHANGED: { description: 'The same bytes are in force already: nothing was changed.' },
    REVISED: {
      description: 'The content differs, or the report was withdrawn: a new revision was made, and is the current one.',
    },
  } as const,
})

/** What was done, and where the report is. */
type Success = Pick<Extract<Ingested, { ok: true }>, 'outcome' | 'key'>

export const IngestedReport = builder.objectRef<Success>('IngestedReport').implement({
  description: 'A report that is stored.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: IngestOutcome, description: 'What was done.' }),
    report: t.prismaField({
      type: Report,
      description: 'The report. Its current revision is the one that was sent.',
      resolve: (query, { key: { agencyId, year } }, _args, { database }) =>
        database.prisma.report.findUniqueOrThrow({ ...query, where: { agencyId_year: { agencyId, year } } }),
    }),
  }),
})

// Only what is to be stored is limited to some agencies, or in conflict with what is there.
const { NOT_PERMITTED, REVISION_CONFLICT, ...PREVIEW_ERRORS } = USER_ERRORS

const PreviewReportResult = builder.unionType('PreviewReportResult', {
  description: 'A previewed report, or what stands against it.',
  types: [PreviewedReport, ...Object.values(PREVIEW_ERRORS)],
  resolveType: (value) => ('code' in value ? USER_ERRORS[value.code] : PreviewedReport),
})

const IngestReportResult = builder.unionType('IngestReportResult', {
  description: 'A stored report, or what stands against it.',
  types: [IngestedReport, NOT_PERMITTED, REVISION_CONFLICT, ...Object.values(PREVIEW_ERRORS)],
  resolveType: (value) => ('code' in value ? USER_ERRORS[value.code] : IngestedReport),
})

/** The most sources of one call. */
const MOST_SOURCES = LIMITS.sources.most

async function ingestOne(
  { source, district, ...told }: typeof IngestReportInput.$inferInput,
  { database, maxSourceBytes, actor }: Context,
) {
  const options = given({ ...told, districtCode: district, maxSourceBytes, actor: await actor() })
  const ingested = await ingest(database, await sourceOf(source), options)
  return ingested.ok ? ingested : ingested.error
}

builder.mutationFields((t) => ({
  previewReport: t.field({
    type: PreviewReportResult,
    nullable: true,
    description:
      'Reads and judges a report as ingestion would, beside the stored report of the year before, and stores nothing.',
    authScopes: { scope: 'INGEST' },
    args: { input: t.arg({ type: PreviewReportInput, required: true, description: 'The report.' }) },
    resolve: async (_root, { input: { source, district, ...told } }, { database, maxSourceBytes }) => {
      const options = given({ ...told, districtCode: district, maxSourceBytes })
      const previewed = await previewBesideStored(database, await sourceOf(source), options)
      return previewed.ok ? previewed : previewed.error
    },
  }),
  ingestReport: t.field({
    type: IngestReportResult,
    nullable: true,
    description:
      'Stores a report, whole or not at all. The same bytes again change nothing; other content for the same agency and year makes a new revision, if `expectedRevision` names the current one. A report that was withdrawn does not come back because it is sent again: `expectedRevision` must be 0.',
    authScopes: { scope: 'INGEST' },
    args: { input: t.arg({ type: IngestReportInput, required: true, description: 'The report.' }) },
    resolve: (_root, { input }, context) => ingestOne(input, context),
  }),
  ingestReports: t.field({
    type: [IngestReportResult],
    nullable: { list: true, items: true },
    description: `Stores up to ${MOST_SOURCES} reports, one after the other as they are given, each whole or not at all: a result or an error for each, at its place. One that is refused does not hold up the others. More of them, and archives, go into a run: \`startIngestionRun\`.`,
    authScopes: { scope: 'INGEST' },
    complexity: ({ inputs }) => listOf(inputs.length),
    args: {
      inputs: t.arg({
        type: [IngestReportInput],
        required: true,
        description: 'The reports.',
        validate: z
          .array(z.unknown())
          .superRefine(
            atMost(
              'sources',
              (inputs) => inputs.length,
              `Expected at most ${MOST_SOURCES} reports. Send them in several requests, or put them into a run.`,
            ),
          ) as never,
      }),
    },
    resolve: async (_root, { inputs }, context) => {
      const results: (Awaited<ReturnType<typeof ingestOne>> | Error)[] = []
      // In their order, because a report may follow another one of the same call. A fault at one place is told there.
      for (const input of inputs) results.push(await ingestOne(input, context).catch(faultOf))
      return results as Awaited<ReturnType<typeof ingestOne>>[]
    },
  }),
}))

const faultOf = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)))
