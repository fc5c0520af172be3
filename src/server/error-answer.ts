import type { GraphQLError } from 'graphql'

type FetchAPI = { readonly Response: typeof Response }

/** What callers see of an error; see `createErrorMask`. */
export type ErrorMask = (error: unknown) => Error

/** An error at an address beside GraphQL, in the words and the shape of one of GraphQL. */
export function errorAnswer(error: unknown, mask: ErrorMask, { Response }: FetchAPI): Response {
  const { message, extensions } = mask(error) as GraphQLError
  const { http, unexpected, ...told } = extensions as {
    readonly http?: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
    readonly unexpected?: boolean
  }
  const status = http?.status ?? (unexpected ? 500 : 400)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...http?.headers,
  }
  return new Response(`${JSON.stringify({ errors: [{ message, extensions: told }] })}\n`, { status, headers })
}
