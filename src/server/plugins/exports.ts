import type { Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'
import { notFound, tooManyExports } from '../../graphql/refusals.ts'
import { readDataVersion } from '../../store/data-version.ts'
import type { Database } from '../../store/database.ts'
import type { ReadReplica } from '../../store/read-replica.ts'
import { openSnapshot, type Snapshot } from '../../store/snapshot.ts'
import { isWithKey } from '../caller.ts'
import { type ErrorMask, errorAnswer } from '../error-answer.ts'
import { badRequest } from '../errors.ts'
import { etagOf, holds } from '../etag.ts'
import { type ExportFile, exportAt, PATHS_OF_EXPORTS } from '../export-files.ts'
import { bestEncoding, securityHeaders } from '../page.ts'
import { streamedFile } from '../streamed-file.ts'

export interface ExportsOptions {
  readonly database: Database
  /** Where files are read when it has all that the database has. */
  readonly replica?: ReadReplica | null
  /** All that a file depends on beside the address and the data. */
  readonly version: string
  readonly mask: ErrorMask
  /** How many are written at once. */
  readonly most?: number
}

type FetchAPI = { readonly Response: typeof Response }

/** Asked about each time: an ingestion shows in the very next export. */
const CACHED = 'public, max-age=0, must-revalidate'

/**
 * Phase: request, before GraphQL. Reports as files under `/export`, written while they are sent and as the store was at one moment. Each
 * has an entity tag by which a client that holds it is spared the file.
 */
export function exports(options: ExportsOptions): Plugin {
  const { database, replica = null, version, mask, most = LIMITS.exports.most } = options
  let running = 0
  let endpoint = '/graphql'

  async function answer(request: Request, url: URL, path: string, api: FetchAPI): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw badRequest(`Expected GET or HEAD at ${url.pathname}, got ${request.method}.`, 405, { allow: 'GET, HEAD' })
    }
    const file = exportAt(path, url.searchParams)
    if (file === null) {
      throw notFound(`Expected one of ${PATHS_OF_EXPORTS.join(', ')} under /export, got ${JSON.stringify(path)}.`)
    }
    const isCompressed = file.isText && bestEncoding(request.headers.get('accept-encoding') ?? '') !== 'identity'
    const headersAt = (data: string) => headersOf(file, etagOf(version, data, path, url.search))
    const data = await readDataVersion(database)
    const before = headersAt(data)
    if (holds(request, before.etag)) return new api.Response(null, { status: 304, headers: before })
    if (request.method === 'HEAD' && file.isAlwaysThere) return new api.Response(null, { headers: before })
    if (running >= most) throw tooManyExports(most)
    return send(file, { request, data, headersAt, isCompressed }, api)
  }

  async function snapshotFor(request: Request, data: string): Promise<Snapshot> {
    const patience = { patience: LIMITS.exportPause.most }
    const at = replica === null || isWithKey(request) ? database : await replica.databaseForLong(data)
    if (at === database) return openSnapshot(database, patience)
    return openSnapshot(at, patience).catch(() => openSnapshot(database, patience))
  }

  interface Asked {
    readonly request: Request
    /** The version of the data, read after the request came. */
    readonly data: string
    readonly headersAt: (data: string) => ReturnType<typeof headersOf>
    readonly isCompressed: boolean
  }

  async function send(
    file: ExportFile,
    { request, data, headersAt, isCompressed }: Asked,
    api: FetchAPI,
  ): Promise<Response> {
    running += 1
    const done = () => {
      running -= 1
    }
    const snapshot = await snapshotFor(request, data).catch((error) => {
      done()
      throw error
    })
    const end = () => snapshot.close().finally(done)
    try {
      const headers = headersAt(snapshot.dataVersion)
      // What is wrong is told by a status, as long as nothing was sent.
      const parts = await file.open(snapshot)
      if (request.method === 'HEAD') {
        await end()
        return new api.Response(null, { headers })
      }
      const signal = AbortSignal.any([
        request.signal,
        snapshot.lost,
        AbortSignal.timeout(LIMITS.exportMilliseconds.most),
      ])
      const ended = (error: unknown) => {
        end()
        if (error === null || request.signal.aborted) return
        // To the stream a connection that was lost is no more than an end that was asked for.
        const fault: unknown = snapshot.lost.aborted ? snapshot.lost.reason : error
        // A client that has gone, or takes too long, is nobody's fault.
        if (!isGone(fault)) mask(fault)
      }
      return streamedFile({ parts, headers, isCompressed, signal, ended }, api)
    } catch (error) {
      await end()
      throw error
    }
  }

  return {
    onYogaInit({ yoga }) {
      endpoint = yoga.graphqlEndpoint
    },
    async onRequest({ request, url, fetchAPI, endResponse }) {
      const folder = `${endpoint.slice(0, endpoint.lastIndexOf('/'))}/export/`
      // Yoga answers what browsers ask before they ask.
      if (!url.pathname.startsWith(folder) || request.method === 'OPTIONS') return
      const path = url.pathname.slice(folder.length)
      endResponse(await answer(request, url, path, fetchAPI).catch((error) => errorAnswer(error, mask, fetchAPI)))
    },
  }
}

/** The stream was closed before its end, because whoever read it went, or PostgreSQL gave up a transaction in which nothing was asked for too long. */
const isGone = (error: unknown) => error instanceof Error && 'code' in error && GONE.has(String(error.code))

const GONE: ReadonlySet<string> = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', '25P03'])

function headersOf({ mediaType, name, isPage, policy }: ExportFile, etag: string) {
  return {
    ...securityHeaders(policy),
    'content-type': mediaType,
    'content-disposition': `${isPage ? 'inline' : 'attachment'}; filename="${name}"`,
    'cache-control': CACHED,
    etag,
    vary: 'accept-encoding',
  }
}
