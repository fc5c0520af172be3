import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'
import { refusal } from '../../graphql/refusals.ts'
import { badRequest, bodyTooLarge } from '../errors.ts'

/**
 * Phase: while the body is read. Yoga's parsers throw what JSON.parse and the like throw, or errors without a code: whoever sent
 * what cannot be read gets to know what is expected.
 */
export function readableRequest(maxBodyBytes: number): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      // Yoga refuses it too, without a number.
      const length = Number(request.headers.get('content-length'))
      if (length > maxBodyBytes) throw bodyTooLarge(maxBodyBytes, length)
      const [mediaType = ''] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
      if (requestParser === undefined) {
        if (request.method !== 'POST') return
        throw badRequest(`Expected a request of type application/json, got "${mediaType}".`, 415)
      }
      setRequestParser(async (body) => {
        try {
          const parameters: unknown = await requestParser(body)
          if (Array.isArray(parameters)) throw tooManyOperations(parameters.length)
          if (typeof parameters === 'object' && parameters !== null) return parameters
        } catch (error) {
          const isRefusal = error instanceof GraphQLError && error.extensions.code !== undefined
          if (isRefusal || request.signal.aborted) throw error
        }
        throw badRequest(EXPECTED[mediaType.trim()] ?? EXPECTED_PARAMETERS)
      })
    },
  }
}

/** A batch would multiply every other limit. */
function tooManyOperations(got: number) {
  const { most: limit, code } = LIMITS.operations
  const message = `Expected a request of ${limit} operation, got a list of ${got}. Send them one by one.`
  return refusal(code, message, { of: 'operations', limit, got, http: { status: 400 } })
}

const EXPECTED_PARAMETERS =
  'Expected the parameter "query" and, if any, "variables" and "extensions" as JSON objects, got something else.'

const EXPECTED: Readonly<Record<string, string>> = {
  'multipart/form-data':
    'Expected a multipart request with the parts "operations" (a JSON object with "query" and "variables"), "map" (a JSON object from the name of each file\'s part to a list of places like "variables.file") and the files, got something else.',
  'application/json': 'Expected a JSON object with "query" and, if any, "variables", got something else.',
}
