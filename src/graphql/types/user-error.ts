import type { CorrectionError } from '../../ingest/correct-report.ts'
import type { IngestError } from '../../ingest/ingest.ts'
import type { ItemError } from '../../ingest/item-error.ts'
import { builder } from '../builder.ts'
import { listOf, ROWS_OF_A_REPORT } from '../limits.ts'
import { District } from './district.ts'
import { Finding, previewedFinding } from './finding.ts'

type AnyError = IngestError | CorrectionError
type ErrorOf<Code extends AnyError['code']> = Extract<AnyError, { code: Code }>

/** What every such error tells, whatever it is about. */
type Told = Pick<IngestError, 'message' | 'expected' | 'got'> & { readonly code: string }

/** What a caller did that cannot be done, and what to do instead. */
export const UserError = builder.interfaceRef<Told>('UserError')

/** An error without fields of its own. */
const plainError = (name: string, description: string) =>
  builder.objectRef<IngestError>(name).implement({ description, interfaces: [UserError] })
const plainCorrectionError = (name: string, description: string) =>
  builder.objectRef<CorrectionError>(name).implement({ description, interfaces: [UserError] })

const UNKNOWN_DISTRICT = builder.objectRef<ErrorOf<'UNKNOWN_DISTRICT'>>('UnknownDistrictError').implement({
  description: 'Neither the document nor the request tells beyond doubt which district the report comes from.',
  interfaces: [UserError],
  fields: (t) => ({
    candidates: t.field({
      type: [District],
      description:
        'The districts that it may be; empty when none has such a name. Give the code of the right one as `district`.',
      resolve: ({ candidates }) => [...candidates],
    }),
  }),
})

const DISTRICT_MISMATCH = builder.objectRef<ErrorOf<'DISTRICT_MISMATCH'>>('DistrictMismatchError').implement({
  description: 'The district given is not the one that the document names.',
  interfaces: [UserError],
  fields: (t) => ({
    given: t.field({ type: District, description: 'The district given.', resolve: ({ given }) => given }),
    found: t.field({
      type: District,
      description: 'The district that the document names.',
      resolve: ({ found }) => found,
    }),
  }),
})

const YEAR_MISMATCH = builder.objectRef<ErrorOf<'YEAR_MISMATCH'>>('YearMismatchError').implement({
  description: 'The year given is not the one that the document reports on.',
  interfaces: [UserError],
  fields: (t) => ({
    given: t.exposeInt('given', { description: 'The year given.' }),
    found: t.exposeInt('found', { description: 'The year that the document reports on.' }),
  }),
})

const NOT_PERMITTED = builder.objectRef<ErrorOf<'NOT_PERMITTED'>>('NotPermittedError').implement({
  description: 'The key is limited to other districts or agencies.',
  interfaces: [UserError],
  fields: (t) => ({
    district: t.field({
      type: District,
      description: 'The district of the agency that the key is not for.',
      resolve: ({ district }) => district,
    }),
  }),
})

const REVISION_CONFLICT = builder.objectRef<ErrorOf<'REVISION_CONFLICT'>>('RevisionConflictError').implement({
  description:
    'The report is there with other content, or was withdrawn, and the request does not name the revision in force.',
  interfaces: [UserError],
  fields: (t) => ({
    currentRevision: t.exposeInt('current', {
      description: 'The number of the revision in force, to give as `expectedRevision`; 0 when there is none.',
    }),
  }),
})

const TOO_LARGE = builder.objectRef<ErrorOf<'TOO_LARGE'>>('TooLargeError').implement({
  description: 'The source is larger than the hub reads.',
  interfaces: [UserError],
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'The largest source, in bytes.' }),
    size: t.exposeInt('size', { description: 'The size of this one, in bytes.' }),
  }),
})

const BROKEN_RULES = builder.objectRef<ErrorOf<'BROKEN_RULES'>>('BrokenRulesError').implement({
  description: 'The report breaks rules of the severity that `refuseOn` names, or weightier.',
  interfaces: [UserError],
  fields: (t) => ({
    findings: t.field({
      type: [Finding],
      description: 'What stands against it: the findings of that severity, and weightier ones.',
      complexity: listOf(ROWS_OF_A_REPORT.findings),
      resolve: ({ findings, report }) =>
        findings.map((finding) => previewedFinding(finding, { report, previous: null })),
    }),
  }),
})

const REVISION_NOT_FOUND = builder.objectRef<ErrorOf<'REVISION_NOT_FOUND'>>('RevisionNotFoundError').implement({
  description: 'The report has no revision of that number.',
  interfaces: [UserError],
  fields: (t) => ({ last: t.exposeInt('last', { description: 'The number of its newest revision.' }) }),
})

/** The type of each error of a correction, by its code. */
export const CORRECTION_ERRORS = {
  NOT_PERMITTED,
  REVISION_CONFLICT,
  REPORT_NOT_FOUND: plainCorrectionError(
    'ReportNotFoundError',
    'The hub has no report of that agency of that district on that year.',
  ),
  REVISION_NOT_FOUND,
  ALREADY_WITHDRAWN: plainCorrectionError('AlreadyWithdrawnError', 'The report was withdrawn before.'),
  ALREADY_IN_FORCE: plainCorrectionError('AlreadyInForceError', 'The revision to restore is the one in force.'),
} as const satisfies Record<CorrectionError['code'], unknown>

/** The type of each error of ingestion, by its code. A code without a type does not compile. */
export const USER_ERRORS = {
  EMPTY_SOURCE: plainError('EmptySourceError', 'The source is empty.'),
  NOT_A_REPORT: plainError('NotAReportError', 'The source is no annual report on government-information disclosure.'),
  WRONG_ENCODING: plainError(
    'WrongEncodingError',
    'The text of the source cannot be decoded, or has something in it that is no character.',
  ),
  SEVERAL_REPORTS: plainError('SeveralReportsError', 'The source holds more than one report.'),
  UNSUPPORTED_FORMAT: plainError('UnsupportedFormatError', 'The source is in a format that the hub does not read.'),
  TOO_COMPLEX: plainError('TooComplexError', 'Reading the source takes more time or memory than is given to one.'),
  INVALID_REPORT_OBJECT: plainError('InvalidReportObjectError', 'The structured report does not keep to its schema.'),
  UNKNOWN_YEAR: plainError(
    'UnknownYearError',
    'Neither the document nor the request tells which year the report is on.',
  ),
  UNKNOWN_DISTRICT,
  DISTRICT_MISMATCH,
  YEAR_MISMATCH,
  NOT_PERMITTED,
  REVISION_CONFLICT,
  TOO_LARGE,
  BROKEN_RULES,
} as const satisfies Record<IngestError['code'], unknown>

/** Errors of items of runs are those, and what can go wrong with one only later. */
const ITEM_ERRORS = {
  ...USER_ERRORS,
  KEY_NOT_IN_USE: builder.objectRef<ItemError>('KeyNotInUseError').implement({
    description: 'The key of the run was revoked, has expired, or is for something else.',
    interfaces: [UserError],
  }),
  NOT_PROCESSED: builder.objectRef<Extract<ItemError, { readonly attempts: number }>>('NotProcessedError').implement({
    description: 'The item was begun several times, and never brought to its end.',
    interfaces: [UserError],
    fields: (t) => ({
      attempts: t.exposeInt('attempts', { description: 'How often it was begun.' }),
    }),
  }),
} as const satisfies Record<ItemError['code'], unknown>

UserError.implement({
  // A field of this type tells of an item of a run; other errors are members of unions.
  resolveType: ({ code }): string => ITEM_ERRORS[code as ItemError['code']].name,
  description: 'Something that the caller can put right: what was expected and what came.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'The error in words: what was expected, what came, what to try.',
    }),
    expected: t.exposeString('expected', { description: 'What was expected.' }),
    got: t.exposeString('got', { description: 'What came.' }),
  }),
})
