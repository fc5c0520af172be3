import { type Corrected, type CorrectionError, restore, withdraw } from '../../ingest/correct-report.ts'
import type { ReportChangeRequest } from '../../store/change-report.ts'
import type { ReportChangeKey } from '../../store/report-log.ts'
import { actorIn } from '../actor-in.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { storable, year } from './filter.ts'
import { MAX_REASON, reasonText } from './ingestion.ts'
import { ReportChange } from './report-change.ts'
import { CORRECTION_ERRORS } from './user-error.ts'

/** A reason that says something. */
const someReason = reasonText.refine(
  (text) => text !== null,
  'Expected a reason, got an empty text: those who used the report want to know.',
)

/** What withdrawing and restoring both take: which report, what is in force of it, and why. */
const correctionFields = (t: PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>) => ({
  district: t.string({
    required: true,
    description: 'The code of the district: `110115`.',
    validate: storable,
  }),
  agency: t.string({
    description: "The name of the agency within the district; the district's government when left out.",
    validate: storable,
  }),
  year: t.int({ required: true, description: 'The year it reports on.', validate: year }),
  expectedRevision: t.int({
    required: true,
    description:
      'The number of the revision in force; 0 when the report was withdrawn. It guards against undoing what one has not seen.',
  }),
  reason: t.string({
    required: true,
    description: `Why, for those who used the report; kept with it. At most ${MAX_REASON} characters.`,
    validate: someReason,
  }),
})

const WithdrawReportInput = builder.inputType('WithdrawReportInput', {
  description: 'A report to withdraw.',
  fields: correctionFields,
})

const RestoreRevisionInput = builder.inputType('RestoreRevisionInput', {
  description: 'A revision to put in force again.',
  fields: (t) => ({
    ...correctionFields(t),
    number: t.int({ required: true, description: 'The number of the revision to put in force.' }),
  }),
})

const { REVISION_NOT_FOUND, ALREADY_IN_FORCE, ALREADY_WITHDRAWN, ...ERRORS_OF_BOTH } = CORRECTION_ERRORS

type Result = ReportChangeKey | CorrectionError
const typeOf = (result: Result) => ('code' in result ? CORRECTION_ERRORS[result.code] : ReportChange)

const WithdrawReportResult = builder.unionType('WithdrawReportResult', {
  description: 'The entry in the history of the report that was withdrawn, or what stands against it.',
  types: [ReportChange, ...Object.values(ERRORS_OF_BOTH), ALREADY_WITHDRAWN],
  resolveType: (value) => typeOf(value as Result),
})

const RestoreRevisionResult = builder.unionType('RestoreRevisionResult', {
  description: 'The entry in the history of the report whose revision was restored, or what stands against it.',
  types: [ReportChange, ...Object.values(ERRORS_OF_BOTH), REVISION_NOT_FOUND, ALREADY_IN_FORCE],
  resolveType: (value) => typeOf(value as Result),
})

/** What the store takes of an input. */
async function requestOf(
  { district, agency, ...input }: typeof WithdrawReportInput.$inferInput,
  context: Context,
): Promise<ReportChangeRequest> {
  return { ...input, districtCode: district, agencyName: agency ?? null, actor: await actorIn(context) }
}

async function resultOf(corrected: Corrected, { database }: Context) {
  if (!corrected.ok) return corrected.error
  return database.prisma.reportChange.findUniqueOrThrow({ where: { agencyId_year_position: corrected.key } })
}

builder.mutationFields((t) => ({
  withdrawReport: t.field({
    type: WithdrawReportResult,
    nullable: true,
    description:
      'Takes a report out of force. It stays, with all of its revisions and its history, and says nothing: lists, searches, totals, series and findings leave it out.',
    authScopes: { scope: 'INGEST' },
    args: { input: t.arg({ type: WithdrawReportInput, required: true, description: 'The report.' }) },
    resolve: async (_root, { input }, context) =>
      resultOf(await withdraw(context.database, await requestOf(input, context)), context),
  }),
  restoreRevision: t.field({
    type: RestoreRevisionResult,
    nullable: true,
    description:
      'Puts an earlier revision of a report in force again, whether another one is, or the report was withdrawn. It is judged by the rules as they are now.',
    authScopes: { scope: 'INGEST' },
    args: { input: t.arg({ type: RestoreRevisionInput, required: true, description: 'The revision.' }) },
    resolve: async (_root, { input }, context) =>
      resultOf(
        await restore(context.database, { ...(await requestOf(input, context)), number: input.number }),
        context,
      ),
  }),
}))
