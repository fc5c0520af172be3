import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'

/** The code that Yoga gives a body over the limit. */
const BODY_TOO_LARGE = 'REQUEST_ENTITY_TOO_LARGE'
const DOCUMENT_TOO_LARGE = 'DOCUMENT_TOO_LARGE'

/**
 * What callers see of an error. Errors made for them pass as they are. All others are faults of ours: they are logged whole under
 * an id, and the caller gets the id alone, in development as in production.
 */
export function createErrorMask(logger: Logger, maxBodyBytes: number) {
  return (error: unknown): Error => {
    if (isMeantForCallers(error)) {
      if (error.extensions.code === BODY_TOO_LARGE) return bodyTooLarge(maxBodyBytes)
      // Yoga has marked it as a syntax error, which some media types answer with status 200.
      return error.extensions.code === DOCUMENT_TOO_LARGE ? documentTooLarge(error.message) : coded(error)
    }
    const id = randomUUID()
    logger.error(
      { errorId: id, err: error instanceof GraphQLError ? (error.originalError ?? error) : error },
      'unexpected error',
    )
    return new GraphQLError(`Unexpected error. Whoever runs this hub finds the cause in its log under ${id}.`, {
      ...(error instanceof GraphQLError && { nodes: error.nodes, path: error.path }),
      // Yoga takes `unexpected` off, and answers with status 500 when there is no data beside the error.
      extensions: { code: 'INTERNAL_SERVER_ERROR', id, unexpected: true },
    })
  }
}

/** The document is longer, deeper or wider than the hub reads. Status 400 whatever the media type asked for: nothing was executed. */
export function documentTooLarge(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: DOCUMENT_TOO_LARGE, http: { status: 400, spec: false } } })
}

/** The request is none that can be read: what was expected and what came stands in the message. */
export function badRequest(message: string, status = 400): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } })
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
    extensions: { ...extensions, code: 'BAD_USER_INPUT' },
  })
}

/** A GraphQLError that does not wrap another kind of error, nor tells that the schema is built wrongly. */
function isMeantForCallers(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError) || error.name === 'PothosSchemaError') return false
  return error.originalError === undefined || isMeantForCallers(error.originalError)
}

function bodyTooLarge(limit: number): GraphQLError {
  return new GraphQLError(`Expected a request of at most ${limit} bytes, got a larger one.`, {
    extensions: { code: BODY_TOO_LARGE, limit, http: { status: 413 } },
  })
}
