import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib'
import { etagOf, holds } from './etag.ts'

/** How a body is sent. */
export type Encoding = 'br' | 'gzip' | 'identity'
type FetchAPI = { readonly Response: typeof Response }

/** A file made at the start, compressed in each way. */
export interface Page {
  readonly etag: string
  readonly mediaType: string
  readonly policy: string
  readonly bodies: Readonly<Record<Encoding, Buffer<ArrayBuffer>>>
}

/** The headers that every page of the hub has. The policy tells a browser what the page may load. */
export const securityHeaders = (policy: string) => ({
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})

export function pageOf(content: string | Buffer, mediaType: string, policy: string): Page {
  const identity = Buffer.from(content)
  // The best quality takes a second for the reference, and saves little.
  const quality = { params: { [zlib.BROTLI_PARAM_QUALITY]: 8 } }
  const bodies = {
    identity,
    gzip: Buffer.from(gzipSync(identity)),
    br: Buffer.from(brotliCompressSync(identity, quality)),
  }
  return { etag: etagOf(identity), mediaType, policy, bodies }
}

export function servePage(page: Page, request: Request, { Response }: FetchAPI): Response {
  const { etag, mediaType, policy, bodies } = page
  // Asked anew each time, because the next release has another.
  const headers = { ...securityHeaders(policy), 'cache-control': 'no-cache', etag, vary: 'accept, accept-encoding' }
  if (holds(request, etag)) return new Response(null, { status: 304, headers })
  const encoding = bestEncoding(request.headers.get('accept-encoding') ?? '')
  return bodyIn(encoding, bodies[encoding], { ...headers, 'content-type': mediaType }, request, Response)
}

export function bodyIn(
  encoding: Encoding,
  body: Buffer<ArrayBuffer>,
  headers: Record<string, string>,
  request: Request,
  Answer: typeof Response,
): Response {
  const all = { ...headers, 'content-length': String(body.length) }
  return new Answer(request.method === 'HEAD' ? null : body, {
    headers: encoding === 'identity' ? all : { ...all, 'content-encoding': encoding },
  })
}

/**
 * The best of the encodings that `Accept-Encoding` names. Browsers name Brotli only on https and on the machine itself; on plain http gzip is what
 * they take.
 */
export function bestEncoding(acceptEncoding: string): Encoding {
  const accepted = acceptEncoding
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => !/;\s*q=0(\.0*)?$/.test(entry))
    .map((entry) => entry.split(';')[0]?.trim())
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : 'identity'
}
