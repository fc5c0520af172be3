import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'graphql-yoga'
import type { Example } from './example-queries.ts'

export interface ExplorerOptions {
  /** The saved queries; see `readExamples`. */
  readonly examples: readonly Example[]
  /** The folder that `npm run explorer` writes. */
  readonly build?: string
}

/** What a file is served with: its type by its ending. The build writes no other endings; a new one is an error at start. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
}

/**
 * Nothing but this server. Two allowances, both for the editor (Monaco): it writes its colours into style elements, and its
 * style sheet draws small pictures from data: addresses. Its workers are files of this server, so no blob: is needed; they get
 * this policy too, because a worker obeys the headers of its own file.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

const NOT_BUILT = `The explorer is not built.

Run "npm run explorer" in the hub's folder and start the hub again.
The API itself answers on this address: POST {"query": "{ __typename }"} with content-type application/json.
`

/** Phase: request, before GraphQL. Browsers that open the API's address get the explorer, everything else passes. */
export function explorer({
  examples,
  build = join(import.meta.dirname, '../../../dist/explorer'),
}: ExplorerOptions): Plugin {
  const page = existsSync(join(build, 'index.html')) ? readPage(build, examples) : null
  const assets = page === null ? new Map<string, Asset>() : readAssets(join(build, 'explorer'))
  let endpoint = '/graphql'
  return {
    onYogaInit({ yoga }) {
      endpoint = yoga.graphqlEndpoint
    },
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return
      // The page's links are relative: explorer/ stands beside the endpoint, here and behind any path prefix.
      const folder = `${endpoint.slice(0, endpoint.lastIndexOf('/'))}/explorer/`
      if (url.pathname === endpoint && request.headers.get('accept')?.includes('text/html')) {
        endResponse(page === null ? notBuilt(fetchAPI) : servePage(page, request, fetchAPI))
      } else if (url.pathname.startsWith(folder)) {
        endResponse(await serveAsset(assets.get(url.pathname.slice(folder.length)), request, fetchAPI))
      }
    },
  }
}

type Encoding = 'br' | 'gzip' | 'identity'
type FetchAPI = { readonly Response: typeof Response }

interface Page {
  readonly etag: string
  readonly bodies: Readonly<Record<Encoding, Buffer<ArrayBuffer>>>
}

/** One hashed file of the build, and its compressed copies. */
interface Asset {
  readonly mediaType: string
  readonly paths: Readonly<Record<Encoding, string>>
}

function readPage(build: string, examples: readonly Example[]): Page {
  const empty = '<script id="examples" type="application/json">[]</script>'
  const html = readFileSync(join(build, 'index.html'), 'utf8')
  if (!html.includes(empty))
    throw new Error(`Expected ${empty} in ${build}/index.html: build it anew with "npm run explorer".`)
  // A data block ends at "</script", so no "<" may stand in it.
  const json = JSON.stringify(examples).replaceAll('<', '\\u003c')
  const identity = Buffer.from(html.replace(empty, () => empty.replace('[]', () => json)))
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  return {
    etag,
    bodies: { identity, gzip: Buffer.from(gzipSync(identity)), br: Buffer.from(brotliCompressSync(identity)) },
  }
}

/** The files that may be served, by name: what is not in this list does not exist, so no address can leave the folder. */
function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.br') && !name.endsWith('.gz'))
  return new Map(
    names.map((name) => {
      const mediaType = MEDIA_TYPES[extname(name)]
      if (mediaType === undefined)
        throw new Error(`Expected ${Object.keys(MEDIA_TYPES).join(', ')} in ${folder}, got ${name}.`)
      const path = join(folder, name)
      return [name, { mediaType, paths: { identity: path, gzip: `${path}.gz`, br: `${path}.br` } }]
    }),
  )
}

function servePage({ etag, bodies }: Page, request: Request, { Response }: FetchAPI): Response {
  // Asked anew each time, because the next release names other files.
  const headers = { ...SECURITY_HEADERS, 'cache-control': 'no-cache', etag, vary: 'accept, accept-encoding' }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  const encoding = bestEncoding(request)
  return bodyIn(
    encoding,
    bodies[encoding],
    { ...headers, 'content-type': 'text/html; charset=utf-8' },
    request,
    Response,
  )
}

async function serveAsset(asset: Asset | undefined, request: Request, { Response }: FetchAPI): Promise<Response> {
  if (asset === undefined)
    return new Response('No such file.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
  const encoding = bestEncoding(request)
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': asset.mediaType,
    // The name holds a hash of the content.
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  }
  return bodyIn(encoding, await readFile(asset.paths[encoding]), headers, request, Response)
}

function notBuilt({ Response }: FetchAPI): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', vary: 'accept' }
  return new Response(NOT_BUILT, { status: 503, headers })
}

function bodyIn(
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

/** Browsers name Brotli only on https and on the machine itself; on plain http gzip is what they take. */
function bestEncoding(request: Request): Encoding {
  const accepted = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => !/;\s*q=0(\.0*)?$/.test(entry))
    .map((entry) => entry.split(';')[0]?.trim())
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : 'identity'
}
