import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { DataVersions } from '../../store/data-version.ts'
import { isWithKey } from '../caller.ts'
import { etagOf, holds } from '../etag.ts'
import type { Received, RepeatedQuestions } from '../repeated-questions.ts'

export interface ConditionalGetOptions {
  readonly versions: DataVersions
  readonly repeated: RepeatedQuestions
  /** All that answers depend on beside the request and the data. */
  readonly version: string
}

/** To be kept by anyone, and asked about each time: an ingestion shows in the very next answer. */
const CACHED = 'public, max-age=0, must-revalidate'

/**
 * Phase: before the body is read, and the answer. A question by GET has an entity tag; who asks again with it while nothing has
 * changed gets status 304 before GraphQL looks at it. The version of the data is read first, so that an answer is never older
 * than its tag says.
 */
export function conditionalGet({ versions, repeated, version }: ConditionalGetOptions): Plugin<object, Received> {
  const etags = new WeakMap<Request, string | null>()
  return {
    async onRequestParse({ request, url, serverContext, endResponse, fetchAPI }) {
      if (request.method !== 'GET') return
      etags.set(request, null)
      // What comes with a key may be for its holder alone.
      if (isWithKey(request)) return
      // Without a database there may still be an answer, as from a catalogue, but no telling how long it holds.
      const known = repeated.questionOf(serverContext)?.data
      const data = known ?? (await versions.current().catch(() => null))
      if (data === null) return
      const etag = etagOf(version, data, url.search, request.headers.get('accept') ?? '')
      etags.set(request, etag)
      if (holds(request, etag)) endResponse(new fetchAPI.Response(null, { status: 304 }))
    },
    onResultProcess({ request, result }) {
      if (Array.isArray(result) || isAsyncIterable(result) || result.errors !== undefined) etags.set(request, null)
    },
    onResponse({ request, response: { status, headers } }) {
      const etag = etags.get(request)
      if (etag === undefined) return
      headers.append('vary', 'accept, accept-encoding, authorization')
      if (etag !== null && (status === 200 || status === 304)) {
        headers.set('etag', etag)
        headers.set('cache-control', CACHED)
      } else {
        headers.set('cache-control', 'no-store')
      }
    },
  }
}
