import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Plugin } from 'graphql-yoga'
import { bestEncoding, bodyIn, type Page, pageOf, securityHeaders, servePage } from '../page.ts'
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
      if (url.pathname === endpoint && opensPage(request, url)) {
        endResponse(page === null ? notBuilt(fetchAPI) : servePage(page, request, fetchAPI))
      } else if (url.pathname.startsWith(folder)) {
        endResponse(await serveAsset(assets.get(url.pathname.slice(folder.length)), request, fetchAPI))
      }
    },
  }
}

/** One hashed file of the build, and its compressed copies. */
interface Asset {
  readonly mediaType: string
  readonly paths: Readonly<Record<'br' | 'gzip' | 'identity', string>>
}

/** Whether a browser opens the address. One that names a document is a question, whoever opens it: the reference links to such. */
const opensPage = ({ headers }: Request, { searchParams }: URL) =>
  headers.get('accept')?.includes('text/html') && !searchParams.has('documentId')

function readPage(build: string, examples: readonly Example[]): Page {
  const empty = '<script id="examples" type="application/json">[]</script>'
  const html = readFileSync(join(build, 'index.html'), 'utf8')
  if (!html.includes(empty))
    throw new Error(`Expected ${empty} in ${build}/index.html: build it anew with "npm run explorer".`)
  // A data block ends at "</script", so no "<" may stand in it.
  const json = JSON.stringify(examples).replaceAll('<', '\\u003c')
  const content = html.replace(empty, () => empty.replace('[]', () => json))
  return pageOf(content, 'text/html; charset=utf-8', CONTENT_SECURITY_POLICY)
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

async function serveAsset(
  asset: Asset | undefined,
  request: Request,
  { Response }: { readonly Response: typeof globalThis.Response },
): Promise<Response> {
  if (asset === undefined)
    return new Response('No such file.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
  const encoding = bestEncoding(request.headers.get('accept-encoding') ?? '')
  const headers = {
    ...securityHeaders(CONTENT_SECURITY_POLICY),
    'content-type': asset.mediaType,
    // The name holds a hash of the content.
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  }
  return bodyIn(encoding, await readFile(asset.paths[encoding]), headers, request, Response)
}

function notBuilt({ Response }: { readonly Response: typeof globalThis.Response }): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', vary: 'accept' }
  return new Response(NOT_BUILT, { status: 503, headers })
}
