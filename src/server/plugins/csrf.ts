import type { Plugin } from 'graphql-yoga'
import { refusal } from '../../graphql/refusals.ts'

/** Media types that a page of any site can send without asking first: the forms of HTML. */
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

/** Headers that a page of another site cannot set without asking first. */
const CUSTOM_HEADERS = ['authorization', 'graphql-require-preflight', 'apollo-require-preflight', 'x-graphql-yoga-csrf']

/**
 * Phase: before the body is read. A POST that a browser would send for any page without asking (a form) must prove that it is none,
 * by a header that no form has. GET only ever reads, and a key comes in a header, never by itself as a cookie would: this guards
 * hubs that only those inside a network can reach.
 */
export function csrfPrevention(): Plugin {
  return {
    onRequestParse({ request: { method, headers } }) {
      if (method !== 'POST') return
      const [mediaType = ''] = (headers.get('content-type') ?? '').toLowerCase().split(';')
      if (mediaType !== '' && !FORM_TYPES.includes(mediaType.trim())) return
      if (CUSTOM_HEADERS.some((name) => headers.has(name))) return
      throw refusal(
        'CSRF_PREVENTED',
        `Expected a request of type "${mediaType || 'text/plain'}" to carry the header "GraphQL-Require-Preflight: 1", which no form of another site can send, got none. Add it, or send application/json.`,
        { http: { status: 403 } },
      )
    },
  }
}
