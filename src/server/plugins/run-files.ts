import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { ErrorCode } from '../../graphql/error-codes.ts'
import { refusal, unauthenticated } from '../../graphql/refusals.ts'
import { runHolder } from '../../graphql/run-holder.ts'
import { ARCHIVE_BOUNDS, type ArchiveBounds } from '../../ingest/archive/archive-bounds.ts'
import { ArchiveError, overBound } from '../../ingest/archive/archive-error.ts'
import { itemsInFile, type LeftOut, packedAs } from '../../ingest/archive/items-in-file.ts'
import type { Actor } from '../../store/actor.ts'
import { addItems } from '../../store/add-items.ts'
import type { Database } from '../../store/database.ts'
import { KeyEndedError } from '../../store/key-in-use.ts'
import { RunError, runClosed, runNotFound } from '../../store/run-error.ts'
import type { NewItem } from '../../store/run-items.ts'
import { findRun } from '../../store/runs.ts'
import { callerOf } from '../caller.ts'
import { badRequest } from '../errors.ts'
import { type FirstAnswers, idempotencyKeyOf } from '../first-answers.ts'
import { makeUploadFolder, removeAbandonedUploads } from '../upload-folder.ts'

export interface RunFilesOptions {
  readonly database: Database
  /** The largest file that is a document, in bytes. */
  readonly maxSourceBytes?: number | undefined
  /** First answers to requests that carry an Idempotency-Key. */
  readonly firstAnswers: FirstAnswers
  /** What callers see of an error. */
  readonly mask: (error: unknown) => Error
}

const PATH = /^\/ingest\/runs\/([^/?]+)\/files(?:\?|$)/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Names of what was left out that an answer tells. */
const MOST_NAMES = 100

/** Whether an address is that of the files of a run. */
export const isRunFiles = (address: string | undefined): boolean => PATH.test(address ?? '')

/**
 * Phase: the request, before GraphQL. `POST /ingest/runs/<id>/files?name=…` takes one file into a run, or an archive of them, as raw bytes.
 * They go to a temporary file first, whatever they are: an archive is opened when all of it is there, and nobody waits in a transaction
 * for somebody's slow line.
 */
export function runFiles({ database, maxSourceBytes, mask, firstAnswers }: RunFilesOptions): Plugin {
  const bounds = { ...ARCHIVE_BOUNDS, ...(maxSourceBytes !== undefined && { entryBytes: maxSourceBytes }) }
  return {
    onYogaInit() {
      void removeAbandonedUploads().catch(() => undefined)
    },
    async onRequest({ request, url, serverContext, fetchAPI, endResponse }) {
      const [, runId] = PATH.exec(url.pathname) ?? []
      if (runId === undefined || request.method === 'OPTIONS') return
      const answer = (status: number, body: object, headers: Readonly<Record<string, string>> = {}) =>
        endResponse(
          new fetchAPI.Response(`${JSON.stringify(body)}\n`, {
            status,
            headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
          }),
        )
      try {
        if (request.method !== 'POST')
          throw badRequest(`Expected files by POST, got ${request.method}.`, 405, { allow: 'POST' })
        const actor = await runHolder(callerOf(request, database))
        // Read at the source, where there is a network: it waits for whoever writes.
        const { req } = serverContext as { readonly req?: IncomingMessage }
        const body = (req ?? request.body ?? []) as AsyncIterable<Uint8Array>
        const taken = await take(database, actor, { runId, url, request, body, bounds, firstAnswers })
        answer(200, taken.body, taken.isReplayed ? { 'idempotency-replayed': 'true' } : {})
      } catch (error) {
        const { status, headers, body } = refused(mask(told(error)))
        // What was not read of the request must not be taken for the next one.
        answer(status, body, { ...headers, connection: 'close' })
      }
    },
  }
}

interface Sent {
  readonly runId: string
  readonly url: URL
  readonly request: Request
  readonly body: AsyncIterable<Uint8Array>
  readonly bounds: ArchiveBounds
  readonly firstAnswers: FirstAnswers
}

interface Taken {
  readonly body: object
  readonly isReplayed: boolean
}

async function take(database: Database, actor: Actor, sent: Sent): Promise<Taken> {
  const { runId, url, request, body, bounds } = sent
  const name = url.searchParams.get('name')?.trim() ?? ''
  if (name === '' || name.includes('\0')) {
    throw badRequest('Expected the name of the file as the parameter "name" of the address: ?name=report.docx.')
  }
  const expected = url.searchParams.get('expectedRevision')
  if (expected !== null && !/^\d{1,4}$/.test(expected)) {
    throw badRequest('Expected "expectedRevision" to be the number of a revision, got another text.')
  }
  const expectedRevision = expected === null ? null : Number(expected)
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity') {
    throw badRequest(`Expected the bytes of the file as they are, got them in the encoding ${encoding}.`, 415)
  }
  // Asked before gigabytes are received, and again when they are there.
  const run = UUID.test(runId) ? await findRun(database, actor, runId) : null
  if (run === null) throw runNotFound(runId)
  const isFirst = idempotencyKeyOf(request) === null
  if (isFirst && run.cancelledAt !== null) throw runClosed(runId, 'cancelled')
  if (isFirst && run.closedAt !== null) throw runClosed(runId, 'closed')

  const of = packedAs(name) === null ? 'entryBytes' : 'archiveBytes'
  const length = request.headers.get('content-length')
  if (Number(length) > bounds[of]) throw overBound(of, bounds[of], Number(length), null)
  const folder = await makeUploadFolder()
  try {
    const path = join(folder, 'sent')
    let received = 0
    const hash = createHash('sha256').update(url.pathname + url.search)
    await pipeline(async function* () {
      for await (const chunk of body) {
        received += chunk.length
        if (received > bounds[of]) throw overBound(of, bounds[of], null, null)
        hash.update(chunk)
        yield chunk
      }
    }, createWriteStream(path))
    if (length !== null && received !== Number(length)) {
      throw badRequest(`Expected ${length} bytes, got ${received}. Send the file again.`)
    }
    return await once(actor, sent, hash.digest(), async () => {
      const leftOut: LeftOut[] = []
      let count = 0
      const note = (entry: LeftOut) => {
        count += 1
        if (count <= MOST_NAMES) leftOut.push(entry)
      }
      const items = replacing(expectedRevision, itemsInFile(path, name, bounds, note))
      const added = await addItems(database, actor, runId, items)
      return { ...added, leftOut: { count, first: leftOut } }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* replacing(expectedRevision: number | null, items: AsyncIterable<NewItem>): AsyncGenerator<NewItem> {
  for await (const item of items) yield expectedRevision === null ? item : { ...item, expectedRevision }
}

/** The first answer to the request, if it carries an Idempotency-Key. What is refused is no answer that is kept. */
async function once(
  { key }: Actor,
  { request, firstAnswers }: Sent,
  sha256: Uint8Array,
  work: () => Promise<object>,
): Promise<Taken> {
  const idempotencyKey = idempotencyKeyOf(request)
  if (idempotencyKey === null || key === null) return { body: await work(), isReplayed: false }
  const found = await firstAnswers.claim({ keyId: key.id, idempotencyKey, sha256 }, request.signal)
  if (!('keep' in found)) return { body: JSON.parse(Buffer.from(found.body).toString()), isReplayed: true }
  try {
    const body = await work()
    await found.keep({ status: 200, mediaType: 'application/json', body: Buffer.from(JSON.stringify(body)) })
    return { body, isReplayed: false }
  } catch (error) {
    await found.release()
    throw error
  }
}

/** How the end of a connection is told. */
const CUT_OFF = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']

/** What stands against files, as an error for callers. */
function told(error: unknown): unknown {
  if (error instanceof ArchiveError) {
    const { message, entry, over } = error
    return error.code === 'ARCHIVE_UNREADABLE'
      ? refusal('ARCHIVE_UNREADABLE', message, { entry, http: { status: 422 } })
      : refusal('REQUEST_ENTITY_TOO_LARGE', message, { ...over, entry, http: { status: 413 } })
  }
  if (error instanceof Error && 'code' in error && CUT_OFF.includes(String(error.code))) {
    return badRequest('Expected the whole file, and its sender was cut off. Send it again.')
  }
  if (error instanceof KeyEndedError) return unauthenticated()
  if (!(error instanceof RunError)) return error
  if (error.code === 'RUN_OF_ANOTHER_KEY') return refusal('FORBIDDEN', error.message, { http: { status: 403 } })
  const [code, status]: [ErrorCode, number] = error.code === 'RUN_CLOSED' ? ['RUN_CLOSED', 409] : ['NOT_FOUND', 404]
  return refusal(code, error.message, { http: { status } })
}

interface Http {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** The answer that GraphQL would give for the error. */
function refused(error: Error) {
  const { http, unexpected: _, ...extensions } = error instanceof GraphQLError ? error.extensions : {}
  const { status = 500, headers = {} } = (http ?? {}) as Http
  return { status, headers, body: { errors: [{ message: error.message, extensions }] } }
}
