import { GraphQLError, type GraphQLErrorOptions } from 'graphql'
import type { KeyScope } from '../store/actor.ts'
import type { ErrorCode } from './error-codes.ts'
import { LIMITS, type OverLimit } from './limits.ts'

/** How an error travels: Yoga takes this off and answers by it. */
interface Http {
  readonly status: number
  /** True when `application/json` gets status 200, as its older half of the specification has it. */
  readonly spec?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** An error meant for callers, with its code. What was expected and what came stands in the message. */
export function refusal(
  code: ErrorCode,
  message: string,
  extensions: Readonly<Record<string, unknown>> & { readonly http?: Http } = {},
  options: GraphQLErrorOptions = {},
): GraphQLError {
  return new GraphQLError(message, { ...options, extensions: { ...extensions, code } })
}

/** The most characters of what came that a message repeats. */
const MOST_SHOWN = 100

/** What came, as a message repeats it: long values are cut. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}

/** The arguments cannot be used. */
export function badUserInput(message: string, over: OverLimit | null = null): GraphQLError {
  return refusal('BAD_USER_INPUT', message, { ...over })
}

/** The figures do not count the same thing: which ones, and what would keep them apart, stands in the message. */
export function notComparable(message: string): GraphQLError {
  return refusal('NOT_COMPARABLE', message)
}

/**
 * The field is for publishers, and the request carries no valid key. RFC 6750 asks for status 401 and a challenge, whatever the
 * media type of the answer.
 */
export function unauthenticated(): GraphQLError {
  return refusal(
    'UNAUTHENTICATED',
    'Expected an API key that is in use, as the header "Authorization: Bearer hub_…", got none or one that is unknown, revoked or expired. `hub key create` makes one.',
    { http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } } },
  )
}

/** The key is in use, and is not for this. */
export function forbidden(scope: KeyScope): GraphQLError {
  return refusal(
    'FORBIDDEN',
    `Expected an API key with the scope ${scope}, got one without it. Ask whoever gave you the key for one that has it.`,
    { scope, http: { status: 403 } },
  )
}

/** The key is in use and has the scope, and is limited to other agencies. */
export function outOfReach(scope: KeyScope): GraphQLError {
  return refusal(
    'FORBIDDEN',
    'Expected an API key that is for the agency of the report, got one that is limited to others. Ask with a key for its district.',
    { scope, http: { status: 403 } },
  )
}

/** The answer would be larger than the hub gives, or the document selects more fields than it reads. */
export function tooComplex(of: 'complexity' | 'breadth', got: number): GraphQLError {
  const limit = LIMITS[of].most
  const message =
    of === 'complexity'
      ? `Expected a query whose answer holds at most ${limit} fields, got one of up to ${got}. Ask for smaller pages, or for fewer rows and fields.`
      : `Expected a document that selects at most ${limit} fields, got ${got}. Ask for fewer, or in several requests.`
  return refusal(LIMITS[of].code, message, { of, limit, got, http: { status: 400 } })
}

/** A subscription that cannot go on without leaving events out: it is ended, and never silently. */
export function subscriptionEnded(reason: string, over: OverLimit | null = null): GraphQLError {
  return refusal(
    'SUBSCRIPTION_ENDED',
    `Expected to tell every event, and ${reason}. Subscribe again, and ask for what has changed since: reports by "updatedAt", or corrections by "at".`,
    { ...over },
  )
}

/** There is no such thing at the address. */
export function notFound(message: string): GraphQLError {
  return refusal('NOT_FOUND', message, { http: { status: 404 } })
}

/** As many exports are written as this process may. */
export function tooManyExports(limit: number): GraphQLError {
  const over: OverLimit = { of: 'exports', limit, got: limit + 1 }
  return refusal(
    LIMITS.exports.code,
    `Expected at most ${limit} exports at once, got one more. Ask again in a minute, or with a filter for less.`,
    { ...over, http: { status: 503, headers: { 'Retry-After': '60' } } },
  )
}

/** As many subscriptions are served as this process may. */
export function tooManySubscriptions(limit: number): GraphQLError {
  const over: OverLimit = { of: 'subscriptions', limit, got: limit + 1 }
  return refusal(
    LIMITS.subscriptions.code,
    `Expected at most ${limit} subscriptions at once, got one more. Subscribe again later, or ask for reports by "updatedAt" now and then.`,
    { ...over, http: { status: 503 } },
  )
}
