import { createClient } from 'graphql-sse'
import type { TypedDocumentString } from './generated/graphql.ts'

/** An answer without data: the code says what happened (docs/errors.md), the message what to try. */
export class HubError extends Error {
  override readonly name = 'HubError'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

interface Result<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

export interface Answer<Data> {
  readonly data: Data
  /** 304 when the data is that of the last time, and nothing was sent again. */
  readonly status: number
  /** Whether the hub trusts the document, or had to be sent it. */
  readonly trusted: boolean
}

const MEDIA_TYPE = 'application/graphql-response+json'

/** A hub as this program asks it: the types of an answer are those of its document. */
export function connect(url: string, key?: string) {
  const kept = new Map<string, { readonly etag: string; readonly data: unknown }>()

  /** Sends a GET, and says by which tag it knows the last answer. Browsers do that by themselves. */
  async function get<Data>(parameters: Record<string, string>): Promise<{ data: Data; status: number }> {
    const address = `${url}?${new URLSearchParams(parameters)}`
    const known = kept.get(address)
    const headers = { accept: MEDIA_TYPE, ...(known && { 'if-none-match': known.etag }) }
    const response = await fetch(address, { headers })
    if (response.status === 304 && known) return { data: known.data as Data, status: 304 }
    const data = dataOf<Data>(await response.json())
    const etag = response.headers.get('etag')
    if (etag !== null) kept.set(address, { etag, data })
    return { data, status: response.status }
  }

  return {
    /** Asks by the id of the document; sends the document itself where the hub does not know it. */
    async ask<Data, Variables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
    ): Promise<Answer<Data>> {
      const given = { variables: JSON.stringify(variables) }
      try {
        return { ...(await get<Data>({ documentId: document.__meta__?.hash, ...given })), trusted: true }
      } catch (error) {
        if (!(error instanceof HubError && error.code === 'PERSISTED_QUERY_NOT_FOUND')) throw error
        return { ...(await get<Data>({ query: document.toString(), ...given })), trusted: false }
      }
    },

    /** Runs a mutation, with the key. */
    async run<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          accept: MEDIA_TYPE,
          'content-type': 'application/json',
          ...(key && { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ query: document.toString(), variables }),
      })
      return dataOf(await response.json())
    },

    /** What happens from now on, over server-sent events. */
    async *follow<Data, Variables extends Record<string, unknown>>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
    ): AsyncGenerator<Data> {
      const results = createClient({ url }).iterate<Data>({ query: document.toString(), variables })
      for await (const result of results) yield dataOf(result as Result<Data>)
    },
  }
}

function dataOf<Data>({ data, errors: [error] = [] }: Result<Data>): Data {
  // Where some fields failed there may be data beside the errors; this program wants all of it.
  if (error) throw new HubError(error.extensions?.code ?? 'UNKNOWN', error.message)
  if (data == null) throw new HubError('UNKNOWN', 'Expected data or errors, got neither: is this the address of a hub?')
  return data
}
