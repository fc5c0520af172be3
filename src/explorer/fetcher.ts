import type { GraphiQLProps } from 'graphiql'
import { getOperationAST, parse, visit } from 'graphql'
import { createClient } from 'graphql-sse'

type Fetcher = GraphiQLProps['fetcher']

/**
 * Sends what the explorer asks to the API, and the request headers that the user wrote along with it. Subscriptions, and queries that
 * ask for an answer in parts, are answered event by event.
 * Throws an error that tells the status and the beginning of the answer when the answer is not JSON.
 */
export function fetcherFor(endpoint: string): Fetcher {
  return async (operation, options) => {
    const headers = options?.headers ?? {}
    if (hasParts(operation.query, operation.operationName)) {
      const { query, variables, operationName } = operation
      const events = createClient({ url: endpoint, headers, retryAttempts: 0 })
      return events.iterate({ query, variables, ...(operationName && { operationName }) }) as ReturnType<Fetcher>
    }
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...headers,
      },
      body: JSON.stringify(operation),
    })
    const text = await response.text()
    try {
      return JSON.parse(text)
    } catch {
      throw new Error(
        `Expected JSON from ${endpoint}, got status ${response.status} ${response.statusText}: ${text.slice(0, 200)}`,
      )
    }
  }
}

/** Whether the answer comes in parts: that of a subscription, or of a query with `@defer` or `@stream`. */
function hasParts(query: string, operationName: string | null | undefined): boolean {
  let document: ReturnType<typeof parse>
  try {
    document = parse(query)
  } catch {
    // The server says what is wrong with it.
    return false
  }
  let found = getOperationAST(document, operationName)?.operation === 'subscription'
  visit(document, {
    Directive: ({ name }) => {
      found ||= name.value === 'defer' || name.value === 'stream'
    },
  })
  return found
}
