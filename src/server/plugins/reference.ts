import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'graphql-yoga'
import { printedSchema } from '../../graphql/printed-schema.ts'
import { schema } from '../../graphql/schema.ts'
import { type Page, pageOf, servePage } from '../page.ts'
import { documentPage } from '../reference/document-page.ts'
import { examplesPage } from '../reference/examples-page.ts'
import { frontPage } from '../reference/front-page.ts'
import { typesPage } from '../reference/types-page.ts'
import type { Example } from './example-queries.ts'

export interface ReferenceOptions {
  readonly examples: readonly Example[]
  /** Whether browsers get an explorer at /graphql; they are sent to the reference when not. */
  readonly hasExplorer: boolean
}

/** Its own style sheet and its own picture: no script, nothing of another server. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const ROOT = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

/**
 * Phase: request, before GraphQL. The pages for those who read: what is where at `/`, and under `/reference` every type, the saved
 * queries, the clients, the keys, the errors and the limits. They are made of the schema and of docs/ when the first of their readers comes.
 */
export function reference({ examples, hasExplorer }: ReferenceOptions): Plugin {
  const html = 'text/html; charset=utf-8'
  const makers: Readonly<Record<string, readonly [mediaType: string, make: () => string]>> = {
    '': [html, () => frontPage(examples, hasExplorer)],
    reference: [html, () => typesPage(schema, hasExplorer)],
    'reference/examples': [html, () => examplesPage(examples, hasExplorer)],
    'reference/clients': [html, () => documentPage('Clients', read('docs/clients.md'), hasExplorer)],
    'reference/exports': [html, () => documentPage('Exports', read('docs/export.md'), hasExplorer)],
    'reference/ingesting': [html, () => documentPage('Publishing', read('docs/ingesting.md'), hasExplorer)],
    'reference/errors': [html, () => documentPage('Errors', read('docs/errors.md'), hasExplorer)],
    'reference/keys': [html, () => documentPage('Keys', read('docs/keys.md'), hasExplorer)],
    'reference/limits': [html, () => documentPage('Limits', read('docs/limits.md'), hasExplorer)],
    'reference/schema.graphql': ['text/plain; charset=utf-8', printedSchema],
    'reference/style.css': ['text/css; charset=utf-8', () => read('src/server/reference/style.css')],
    'reference/icon.svg': ['image/svg+xml', () => read('src/explorer/icon.svg')],
  }
  const pages = new Map<string, Page>()
  let endpoint = '/graphql'
  return {
    onYogaInit({ yoga }) {
      endpoint = yoga.graphqlEndpoint
    },
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return
      const folder = endpoint.slice(0, endpoint.lastIndexOf('/') + 1)
      if (!url.pathname.startsWith(folder)) return
      const opensGraphql = url.pathname === endpoint && request.headers.get('accept')?.includes('text/html')
      if (opensGraphql && !hasExplorer && url.search === '') {
        endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: 'reference', vary: 'accept' } }))
        return
      }
      const path = url.pathname.slice(folder.length)
      const name = path.slice(0, -1)
      if (name !== '' && path.endsWith('/') && Object.hasOwn(makers, name)) {
        const location = `../${name.slice(name.lastIndexOf('/') + 1)}${url.search}`
        endResponse(new fetchAPI.Response(null, { status: 308, headers: { location } }))
        return
      }
      const maker = Object.hasOwn(makers, path) ? makers[path] : undefined
      if (maker === undefined) return
      const [mediaType, make] = maker
      const page = pages.get(path) ?? pageOf(make(), mediaType, CONTENT_SECURITY_POLICY)
      pages.set(path, page)
      endResponse(servePage(page, request, fetchAPI))
    },
  }
}
