import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { refusal } from '../../graphql/refusals.ts'
import { badRequest } from '../errors.ts'
import type { FindDocument } from '../trusted-documents.ts'

export interface TrustedDocumentsOptions {
  readonly findDocument: FindDocument
  /** Whether nothing else is answered. */
  readonly only: boolean
}

/**
 * Phase: the parameters. A request may name a trusted document by `documentId`, in the body or in the address, instead of sending one:
 * see the appendix on persisted documents of GraphQL over HTTP. What the links of Apollo send is taken as well.
 */
export function trustedDocuments({ findDocument, only }: TrustedDocumentsOptions): Plugin {
  const { onParams, ...others } = usePersistedOperations({
    allowArbitraryOperations: !only,
    extractPersistedOperationId: idOf,
    getPersistedOperation: findDocument,
    customErrors: {
      keyNotFound: () => badRequest('Expected "documentId" with the id of a trusted document, got none.'),
      notFound: ({ params, request }) =>
        refusal(
          'PERSISTED_QUERY_NOT_FOUND',
          `Expected "documentId" to be the id of a trusted document of this hub, got ${JSON.stringify(idOf(params, request)?.slice(0, 100))}. ${only ? 'Whoever runs the hub adds documents to its manifest.' : 'Send the document as "query", or have it added to the manifest of the hub.'}`,
          { http: { status: 400 } },
        ),
      persistedQueryOnly: () =>
        refusal(
          'PERSISTED_QUERY_ONLY',
          'Expected "documentId" with the id of a trusted document, got a document in "query": this hub answers no others. Whoever runs it adds documents to its manifest.',
          { http: { status: 403 } },
        ),
    },
  })
  return {
    ...others,
    onParams(payload) {
      const { params, request } = payload
      if (params.query != null && documentIdOf(params, request) != null) {
        throw badRequest('Expected either "query" or "documentId", got both.')
      }
      // What names no document, or one that is no text, is refused by Yoga.
      const nothingNamed = params.query == null && idOf(params, request) === null
      if (only || !(nothingNamed || params.query === '')) return onParams?.(payload)
    },
  }
}

function idOf(params: GraphQLParams, request: Request): string | null {
  const id = documentIdOf(params, request) ?? apolloIdOf(params)
  if (id == null) return null
  if (typeof id === 'string') return id
  throw badRequest(`Expected "documentId" to be a text, got ${JSON.stringify(id)?.slice(0, 100)}.`)
}

const documentIdOf = (params: GraphQLParams & { documentId?: unknown }, { method, url }: Request): unknown =>
  method === 'GET' ? new URL(url).searchParams.get('documentId') : params.documentId

function apolloIdOf({ extensions }: GraphQLParams): unknown {
  const named: { readonly version?: unknown; readonly sha256Hash?: unknown } | undefined = extensions?.persistedQuery
  return named?.version === 1 ? named.sha256Hash : null
}
