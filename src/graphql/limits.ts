import type { z } from 'zod'
import { LONGEST_SOURCE_URL } from '../domain/source-url.ts'
import { ARCHIVE_BOUNDS } from '../ingest/archive/archive-bounds.ts'
import type { ErrorCode } from './error-codes.ts'

interface Limit {
  /** The largest number that is taken. */
  readonly most: number
  /** What is counted, as it is told to callers. */
  readonly of: string
  /** The code of the error, whose extensions name the limit (`of`), its number (`limit`) and what came (`got`). Null: no error. */
  readonly code: ErrorCode | null
}

const limit = <Code extends ErrorCode | null>(most: number, of: string, code: Code) => ({ most, of, code })

/** Every limit of what callers ask. `docs/limits.md` tells them, and a test holds the two equal. */
export const LIMITS = {
  requestBytes: limit(12_000_000, 'bytes of a request: the largest source and two million', 'REQUEST_ENTITY_TOO_LARGE'),
  // Of these Node.js itself answers, with status 431 and nothing else.
  headerBytes: limit(16_384, 'bytes of the address and the headers of a request', null),
  operations: limit(1, 'operations in a request', 'BAD_REQUEST'),
  tokens: limit(2_000, 'tokens of a document', 'DOCUMENT_TOO_LARGE'),
  depth: limit(16, 'levels of a document; a fragment is a level', 'DOCUMENT_TOO_LARGE'),
  aliases: limit(50, 'renamed fields of a document', 'DOCUMENT_TOO_LARGE'),
  // Fields of one name are compared with each other, each with all others.
  repetitions: limit(20, 'times that a selection has the same field or fragment', 'DOCUMENT_TOO_LARGE'),
  // A document of 2,000 tokens has fewer fields, unless it spreads a fragment many times.
  breadth: limit(1_000, 'fields that a document selects, those of a fragment each time', 'QUERY_TOO_COMPLEX'),
  // Twenty reports with every figure stay below, a hundred reports of a hundred districts do not.
  complexity: limit(
    100_000,
    'fields that the answer may hold, reckoned before anything runs from page sizes and the sizes of the forms',
    'QUERY_TOO_COMPLEX',
  ),
  pageSize: limit(100, 'entries of a page (`first`, `last`)', 'BAD_USER_INPUT'),
  nodeIds: limit(100, 'ids that `nodes` takes', 'BAD_USER_INPUT'),
  variableLevels: limit(64, 'levels of the variables', 'BAD_REQUEST'),
  filterLevels: limit(5, 'filters within each other', 'BAD_USER_INPUT'),
  filterConditions: limit(50, 'conditions of a filter, all of its levels together', 'BAD_USER_INPUT'),
  filterValues: limit(100, 'values of an `in`', 'BAD_USER_INPUT'),
  // As many as there are paths.
  selectedCodes: limit(300, 'codes or paths that an argument of a field selects', 'BAD_USER_INPUT'),
  sortKeys: limit(10, 'entries of an `orderBy`', 'BAD_USER_INPUT'),
  sources: limit(100, 'reports that one `ingestReports` takes', 'BAD_USER_INPUT'),
  // Of what is sent into a run.
  archiveBytes: limit(
    ARCHIVE_BOUNDS.archiveBytes,
    'bytes of what is sent into a run at once',
    'REQUEST_ENTITY_TOO_LARGE',
  ),
  archiveEntries: limit(
    ARCHIVE_BOUNDS.archiveEntries,
    'entries of an archive, or lines of report objects',
    'REQUEST_ENTITY_TOO_LARGE',
  ),
  unpackedBytes: limit(ARCHIVE_BOUNDS.unpackedBytes, 'bytes of all files of an archive', 'REQUEST_ENTITY_TOO_LARGE'),
  archiveRatio: limit(
    ARCHIVE_BOUNDS.archiveRatio,
    'bytes unpacked for each byte of an archive, beyond ten million',
    'REQUEST_ENTITY_TOO_LARGE',
  ),
  entryBytes: limit(
    ARCHIVE_BOUNDS.entryBytes,
    'bytes of a file of a run, in an archive or not: the largest source',
    'REQUEST_ENTITY_TOO_LARGE',
  ),
  entryName: limit(
    ARCHIVE_BOUNDS.entryName,
    'characters of the path of a file of a run, the name of its archive among them',
    'REQUEST_ENTITY_TOO_LARGE',
  ),
  runItems: limit(100, 'items of runs that are tried again or discarded by one mutation', 'BAD_USER_INPUT'),
  runName: limit(200, 'characters of the name of a run', 'BAD_USER_INPUT'),
  fileName: limit(255, 'characters of the name of a file', 'BAD_USER_INPUT'),
  reason: limit(2_000, 'characters of a `reason`', 'BAD_USER_INPUT'),
  sourceUrl: limit(LONGEST_SOURCE_URL, 'characters of a `sourceUrl`', 'BAD_USER_INPUT'),
  keyLimits: limit(100, 'districts, and agencies, that a key is limited to', 'BAD_USER_INPUT'),
  subscriptions: limit(1_000, 'subscriptions that one process of the hub serves at once', 'TOO_MANY_SUBSCRIPTIONS'),
  eventsBehind: limit(1_000, 'events that wait for a subscriber who does not take them', 'SUBSCRIPTION_ENDED'),
  // Each holds a connection to the database, and old rows there.
  exports: limit(4, 'exports that one process of the hub writes at once', 'TOO_MANY_EXPORTS'),
  exportPause: limit(
    120_000,
    'milliseconds for which a client may take nothing of an export: it is then cut off',
    null,
  ),
  exportMilliseconds: limit(3_600_000, 'milliseconds of an export: it is then cut off', null),
  milliseconds: limit(60_000, 'milliseconds of an operation', 'TIMEOUT'),
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

/** What an error tells of a limit. */
export interface OverLimit {
  readonly of: LimitName
  readonly limit: number
  /** What came; null where the hub stops counting at the limit. */
  readonly got: number | null
}

/** Refuses an argument that is over a limit, for a schema's `superRefine`: both numbers come with the message. */
export const atMost =
  <Value>(name: LimitName, sizeOf: (value: Value) => number, message: string) =>
  (value: Value, context: z.RefinementCtx<Value>): void => {
    const got = sizeOf(value)
    const params: OverLimit = { of: name, limit: LIMITS[name].most, got }
    if (got > params.limit) context.addIssue({ code: 'custom', message, params: { ...params } })
  }

/** What an issue of `atMost` tells of its limit; null for any other issue. */
export function overLimitOf(issue: object): OverLimit | null {
  const { params } = issue as { readonly params?: Partial<OverLimit> }
  return params?.of !== undefined && params.of in LIMITS ? (params as OverLimit) : null
}

/** How long the lists of one report are, on the largest form or in the longest documents known: what asking for them costs. */
export const ROWS_OF_A_REPORT = {
  disclosure: 60,
  applicationRows: 27,
  review: 5,
  litigation: 10,
  unrecognised: 10,
  claims: 30,
  shares: 10,
  sections: 20,
  issues: 20,
  findings: 10,
  /** Figures that differ from those of the revision before. */
  changes: 20,
} as const

/** What working out totals costs before anything is answered: it reads figures of all reports. A document may ask for fewer than twenty. */
export const TOTALS_COST = 5_000

/** How many figures the largest form has: what asking for them costs. */
export const FIGURES_OF_A_FORM = 270

/** A list of so many entries: its selection counts that many times. */
export const listOf = (entries: number) => ({ field: 1, multiplier: entries })
