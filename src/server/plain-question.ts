import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { bestEncoding } from './page.ts'

/** The largest body of a question that is compared with others, in bytes: documents with their variables are a tenth of it. */
const LONGEST_BODY = 64_000

/** With these an answer is for one caller, or the request is not what it seems. */
const APART = ['authorization', 'access-control-request-headers', 'content-encoding', 'transfer-encoding'] as const

/** Whoever names these wants a page, or an answer in parts. */
const OTHER_ANSWERS = /text\/html|text\/event-stream|multipart/i

/** All of a request that its answer depends on, beside the data. */
export interface PlainQuestion {
  /** How it is asked: method, headers. Two questions that are asked in the same manner are answered in the same manner. */
  readonly manner: string
  /** What is asked. */
  readonly asked: string
  /** The body of a POST, which has been read (see `unread`); null for a GET. */
  readonly body: string | null
}

/** Bodies that have been read. */
const READ = new WeakMap<IncomingMessage, Buffer>()

/** Lets others read the body of a request that has been read. */
export function unread(request: IncomingMessage): void {
  const bytes = READ.get(request)
  if (bytes !== undefined) Object.defineProperty(request, 'body', { get: () => Readable.from(bytes) })
}

/**
 * What a request asks, if it is a question like most. Null for a request of another kind: for a caller with a key, for a page, for an answer in parts.
 * @throws Error when the sender goes before all of the request is there.
 */
export async function plainQuestion(request: IncomingMessage): Promise<PlainQuestion | null> {
  const { method, url = '', headers } = request
  if (OTHER_ANSWERS.test(headers.accept ?? '') || APART.some((name) => name in headers)) return null
  const { 'content-length': length } = headers
  if (method === 'GET' && length === undefined && url.startsWith('/graphql?')) {
    return { manner: mannerOf('GET', headers), asked: url, body: null }
  }
  if (method !== 'POST' || url !== '/graphql' || !(Number(length) <= LONGEST_BODY)) return null
  if (!/^application\/([\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '')) return null
  const bytes = await bodyOf(request)
  READ.set(request, bytes)
  const body = bytes.toString()
  return { manner: mannerOf('POST', headers), asked: body, body }
}

function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => void parts.push(part))
    request.once('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)))
    // Comes after an error, too.
    request.once('close', () => reject(new Error('Expected all of the request, got a part of it.')))
  })
}

function mannerOf(method: string, headers: IncomingHttpHeaders): string {
  const { accept = '', origin = '', 'content-type': mediaType = '', 'accept-encoding': encodings } = headers
  return [method, accept, bestEncoding(String(encodings ?? '')), origin, mediaType].join('\n')
}
