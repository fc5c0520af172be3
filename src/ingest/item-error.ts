import type { ItemFailure } from '../store/run-items.ts'
import type { IngestError } from './ingest-error.ts'
import { readReportObject, toReportObject } from './report-object.ts'

interface Told {
  readonly message: string
  readonly expected: string
  readonly got: string
}

/** Why an item of a run was not stored. */
export type ItemError =
  | IngestError
  | (Told & { readonly code: 'KEY_NOT_IN_USE' })
  | (Told & { readonly code: 'NOT_PROCESSED'; readonly attempts: number })

/** The key of the run may not ingest any more. */
export function keyNotInUse(name: string): ItemError {
  const expected = 'the key of the run to be in use, with the scope INGEST'
  const got = `the key "${name}", which is revoked, expired or has another scope`
  return {
    code: 'KEY_NOT_IN_USE',
    expected,
    got,
    message: `Expected ${expected}, got ${got}. Send the file again with a key that is in use.`,
  }
}

/** It was begun several times, and each time the process or something in it gave way. */
export function notProcessed(attempts: number, cause: string | null): ItemError {
  const expected = 'a document that is read to its end'
  const got = `${attempts} attempts that ended before it${cause === null ? ', with the process' : `: ${cause}`}`
  return {
    code: 'NOT_PROCESSED',
    attempts,
    expected,
    got,
    message: `Expected ${expected}, got ${got}. Send the text of the report, or try the item again later.`,
  }
}

/** The error as it is kept with the item. */
export function keptError(error: ItemError): ItemFailure {
  if (error.code !== 'BROKEN_RULES') return { code: error.code, error }
  const { report, ...rest } = error
  return { code: error.code, error: { ...rest, report: toReportObject(report, []) } }
}

/** What `keptError` has kept. */
export function errorOf(kept: unknown): ItemError {
  const error = kept as ItemError
  if (error.code !== 'BROKEN_RULES') return error
  const read = readReportObject(error.report)
  if (!read.ok) throw new Error(`Expected the report object of a refused report, got none: ${read.error.message}`)
  return { ...error, report: read.report }
}
