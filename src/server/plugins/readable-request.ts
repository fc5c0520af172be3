import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { badRequest } from '../errors.ts'

/**
 * Phase: while the body is read. Yoga's parsers throw what JSON.parse and the like throw, or errors without a code: whoever sent
 * what cannot be read gets to know what is expected.
 */
export function readableRequest(): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      const [mediaType = ''] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
      if (requestParser === undefined) {
        if (request.method !== 'POST') return
        throw badRequest(`Expected a request of type application/json, got "${mediaType}".`, 415)
      }
      setRequestParser(async (body) => {
        try {
          const parameters: unknown = await requestParser(body)
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

const EXPECTED_PARAMETERS =
  'Expected the parameter "query" and, if any, "variables" and "extensions" as JSON objects, got something else.'

const EXPECTED: Readonly<Record<string, string>> = {
  'multipart/form-data':
    'Expected a multipart request with the parts "operations" (a JSON object with "query" and "variables"), "map" (a JSON object from the name of each file\'s part to a list of places like "variables.file") and the files, got something else.',
  'application/json': 'Expected a JSON object with "query" and, if any, "variables", got something else.',
}
