import { GraphQLError } from 'graphql'

/** The arguments cannot be used: what was expected and what came stands in the message. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

/** The figures do not count the same thing: which ones, and what would keep them apart, stands in the message. */
export function notComparable(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'NOT_COMPARABLE' } })
}

/**
 * The field is for publishers, and the request carries no valid key. RFC 6750 asks for status 401 and a challenge, whatever the
 * media type of the answer.
 */
export function unauthenticated(): GraphQLError {
  return new GraphQLError(
    'Expected an API key that is in use, as the header "Authorization: Bearer hub_…", got none or one that is unknown or revoked. `hub key` makes one.',
    { extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } } } },
  )
}

/** The answer would be larger than the hub gives. */
export function tooComplex(complexity: number, limit: number): GraphQLError {
  return new GraphQLError(
    `Expected a query whose answer holds at most ${limit} fields, got one of up to ${complexity}. Ask for smaller pages, or for fewer rows and fields.`,
    { extensions: { code: 'QUERY_TOO_COMPLEX', complexity, limit, http: { status: 400 } } },
  )
}

/** A subscription that cannot go on without leaving events out: it is ended, and never silently. */
export function subscriptionEnded(reason: string): GraphQLError {
  return new GraphQLError(
    `Expected to tell every event, and ${reason}. Subscribe again, and ask for what has changed since: reports by "updatedAt".`,
    { extensions: { code: 'SUBSCRIPTION_ENDED' } },
  )
}

/** As many subscriptions are served as this process may. */
export function tooManySubscriptions(limit: number): GraphQLError {
  return new GraphQLError(
    `Expected at most ${limit} subscriptions at once, got one more. Subscribe again later, or ask for reports by "updatedAt" now and then.`,
    { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', limit, http: { status: 503 } } },
  )
}
