import type { Plugin } from 'graphql-yoga'
import { forbidden, notFound, unauthenticated } from '../../graphql/refusals.ts'
import { hasScope } from '../../store/actor.ts'
import type { Database } from '../../store/database.ts'
import { findSource, type KeptSource } from '../../store/find-source.ts'
import { actorOf } from '../caller.ts'
import { type ErrorMask, errorAnswer } from '../error-answer.ts'
import { badRequest } from '../errors.ts'
import { holds } from '../etag.ts'
import { securityHeaders } from '../page.ts'

export interface SourcesOptions {
  readonly database: Database
  readonly mask: ErrorMask
}

type FetchAPI = { readonly Response: typeof Response }

/** A document of others is never shown as a page of ours. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/**
 * Phase: request, before GraphQL. The documents as they came, under `/sources` by their SHA-256, for those who may read what is not for
 * everybody: they are saved, and never shown.
 */
export function sources({ database, mask }: SourcesOptions): Plugin {
  let endpoint = '/graphql'

  async function answer(request: Request, url: URL, name: string, { Response }: FetchAPI): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw badRequest(`Expected GET or HEAD at ${url.pathname}, got ${request.method}.`, 405, { allow: 'GET, HEAD' })
    }
    // Whether there is such a source is for nobody else to know.
    const actor = await actorOf(request, database)
    if (actor === null) throw unauthenticated()
    if (!hasScope(actor, 'READ_PRIVATE')) throw forbidden('READ_PRIVATE')
    const sha256 = /^[0-9a-f]{64}$/.test(name) ? Buffer.from(name, 'hex') : null
    const source = sha256 && (await findSource(database, sha256, actor))
    if (!source) {
      throw notFound(
        `Expected the SHA-256 of a source, 64 hexadecimal digits as sourceSha256 of a revision has them, got ${JSON.stringify(name.slice(0, 100))}.`,
      )
    }
    const headers = headersOf(source, sha256)
    if (holds(request, headers.etag)) return new Response(null, { status: 304, headers })
    const length = { ...headers, 'content-length': String(source.bytes.length) }
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(source.bytes), { headers: length })
  }

  return {
    onYogaInit({ yoga }) {
      endpoint = yoga.graphqlEndpoint
    },
    async onRequest({ request, url, fetchAPI, endResponse }) {
      const folder = `${endpoint.slice(0, endpoint.lastIndexOf('/'))}/sources/`
      // Yoga answers what browsers ask before they ask.
      if (!url.pathname.startsWith(folder) || request.method === 'OPTIONS') return
      const name = url.pathname.slice(folder.length)
      endResponse(await answer(request, url, name, fetchAPI).catch((error) => errorAnswer(error, mask, fetchAPI)))
    },
  }
}

function headersOf({ mediaType, name, createdAt }: KeptSource, sha256: Buffer) {
  return {
    ...securityHeaders(POLICY),
    'content-type': IS_MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream',
    'content-disposition': `attachment; filename="${sha256.toString('hex')}"${name === null ? '' : `; filename*=UTF-8''${inHeader(name)}`}`,
    'cross-origin-resource-policy': 'same-origin',
    // The bytes of a digest never change; who may read them does.
    'cache-control': 'private, no-cache',
    etag: `"${sha256.toString('hex')}"`,
    'last-modified': createdAt.toUTCString(),
    'repr-digest': `sha-256=:${sha256.toString('base64')}:`,
    vary: 'authorization',
  }
}

/** A media type as senders write it; what else they wrote has no place in a header. */
const IS_MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;\s*[\w-]+=("[\w .+-]*"|[\w.+-]+))*$/

/** A name as RFC 8187 spells it. */
const inHeader = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
