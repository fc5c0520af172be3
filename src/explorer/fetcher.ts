import type { GraphiQLProps } from 'graphiql'

/**
 * Sends what the explorer asks to the API, and the request headers that the user wrote along with it.
 * Throws an error that tells the status and the beginning of the answer when the answer is not JSON.
 */
export function fetcherFor(endpoint: string): GraphiQLProps['fetcher'] {
  return async (operation, options) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...options?.headers,
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
