import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import type { ErrorCode } from '../graphql/error-codes.ts'
import { LIMITS, type LimitName } from '../graphql/limits.ts'
import { refusal, unauthenticated } from '../graphql/refusals.ts'
import { KeyEndedError } from '../store/key-in-use.ts'
import { currentRequestId } from './caller.ts'

/**
 * What callers see of an error. Errors made for them pass as they are. All others are faults of ours: they are logged whole under
 * an id, and the caller gets the id alone, in development as in production.
 */
export function createErrorMask(logger: Logger) {
  return (error: unknown): Error => {
    if (isMeantForCallers(error)) return told(error)
    if (error instanceof GraphQLError && error.originalError instanceof KeyEndedError) return keyEnded(error)
    if (error instanceof KeyEndedError) return unauthenticated()
    const id = randomUUID()
    logger.error(
      {
        errorId: id,
        requestId: currentRequestId(),
        err: error instanceof GraphQLError ? (error.originalError ?? error) : error,
      },
      'unexpected error',
    )
    const where = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {}
    // Yoga takes `unexpected` off, and answers with status 500 when there is no data beside the error.
    return refusal(
      'INTERNAL_SERVER_ERROR',
      `Unexpected error. Whoever runs this hub finds the cause in its log under ${id}.`,
      { id, unexpected: true },
      where,
    )
  }
}

/** The document is longer, deeper or wider than the hub reads: nothing was executed. */
export function documentTooLarge(of: 'tokens' | 'depth' | 'aliases' | 'repetitions', got: number | null): GraphQLError {
  const expected = {
    tokens: 'tokens',
    depth: 'levels',
    aliases: 'renamed fields',
    repetitions: 'times the same field in a selection',
  }[of]
  const { most, code } = LIMITS[of]
  const came = got === null ? 'a longer one' : `${got}`
  const message = `Expected a document of at most ${most} ${expected}, got ${came}. Ask in several requests.`
  return refusal(code, message, { of, limit: most, got, http: { status: 400, spec: false } })
}

/** The request is none that can be read: what was expected and what came stands in the message. */
export function badRequest(
  message: string,
  status = 400,
  headers: Readonly<Record<string, string>> = {},
): GraphQLError {
  return refusal('BAD_REQUEST', message, { http: { status, headers } })
}

/** The request has more bytes than are read. */
export function bodyTooLarge(limit: number, got: number | null): GraphQLError {
  const of: LimitName = 'requestBytes'
  const came = got === null ? 'a larger one' : `one of ${got}`
  return refusal(LIMITS[of].code, `Expected a request of at most ${limit} bytes, got ${came}.`, {
    of,
    limit,
    got,
    http: { status: 413 },
  })
}

/** As if the key had not been in use when the request came. */
function keyEnded({ nodes, path }: GraphQLError): GraphQLError {
  const { message, extensions } = unauthenticated()
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions })
}

function told(error: GraphQLError): GraphQLError {
  const { code } = error.extensions
  if (code !== LIMITS.tokens.code) return coded(error)
  // Yoga has marked it as a syntax error, which some media types answer with status 200.
  const { message, extensions } = error
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400, spec: false } } })
}

/**
 * The error with a code, if it has none: the executor and the libraries refuse variables and arguments without. One that points
 * into the document is about the values given there, any other about the request around it.
 */
function coded(error: GraphQLError): GraphQLError {
  if (error.extensions.code !== undefined) return error
  const { message, nodes, path, originalError, extensions } = error
  if (nodes === undefined) return badRequest(message)
  return new GraphQLError(message, {
    nodes,
    path: path ?? null,
    originalError: originalError ?? null,
    extensions: { ...extensions, code: 'BAD_USER_INPUT' satisfies ErrorCode },
  })
}

/** A GraphQLError that does not wrap another kind of error, nor tells that the schema is built wrongly. */
function isMeantForCallers(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError) || error.name === 'PothosSchemaError') return false
  return error.originalError === undefined || isMeantForCallers(error.originalError)
}
