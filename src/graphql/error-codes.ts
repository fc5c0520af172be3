/**
 * Every `extensions.code` of an error. They are stable: a code is never renamed, and a new one is a new row of `docs/errors.md`,
 * which tells what each means and what to do.
 */
export const ERROR_CODES = [
  'ARCHIVE_UNREADABLE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'CSRF_PREVENTED',
  'DOCUMENT_TOO_LARGE',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'IDEMPOTENCY_KEY_IN_USE',
  'IDEMPOTENCY_KEY_REUSED',
  'INTERNAL_SERVER_ERROR',
  'NOT_COMPARABLE',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_ONLY',
  'QUERY_TOO_COMPLEX',
  'REQUEST_ENTITY_TOO_LARGE',
  'RUN_CLOSED',
  'SUBSCRIPTION_ENDED',
  'TIMEOUT',
  'TOO_MANY_EXPORTS',
  'TOO_MANY_SUBSCRIPTIONS',
  'UNAUTHENTICATED',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]
