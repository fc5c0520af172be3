import { GraphQLError } from 'graphql'
import type { FetchAPI, Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'
import { refusal, shown } from '../../graphql/refusals.ts'
import { badRequest, bodyTooLarge } from '../errors.ts'

const MULTIPART = 'multipart/form-data'

/**
 * Phase: while the body is read. Yoga's parsers throw what JSON.parse and the like throw, or errors without a code: whoever sent
 * what cannot be read gets to know what is expected.
 */
export function readableRequest(maxBodyBytes: number): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      const length = request.headers.get('content-length')
      if (Number(length) > maxBodyBytes) throw bodyTooLarge(maxBodyBytes, Number(length))
      const [mediaType = ''] = (request.headers.get('content-type') ?? '').split(';')
      if (requestParser === undefined) {
        if (request.method !== 'POST') return
        throw badRequest(`Expected a request of type application/json, got "${mediaType}".`, 415)
      }
      setRequestParser(async (sent) => {
        const parts: Parts = { form: null }
        try {
          // No more than it tells is ever read of a request that tells its length.
          const body = length === null ? await counted(sent, maxBodyBytes, fetchAPI) : sent
          const parameters: unknown = await requestParser(mediaType === MULTIPART ? keepingParts(body, parts) : body)
          checkParts(parts)
          if (Array.isArray(parameters)) throw tooManyOperations(parameters.length)
          if (typeof parameters === 'object' && parameters !== null) return parameters
        } catch (error) {
          const isRefusal = error instanceof GraphQLError && error.extensions.code !== undefined
          if (isRefusal || request.signal.aborted) throw error
          checkParts(parts)
        }
        throw badRequest(EXPECTED[mediaType] ?? EXPECTED_PARAMETERS)
      })
    },
  }
}

/** The request with a body of at most so many bytes, read to its end. */
async function counted(request: Request, most: number, { Request }: FetchAPI): Promise<Request> {
  if (request.body === null) return request
  const parts: Uint8Array[] = []
  let bytes = 0
  // Not by an iterator: leaving it would close the connection before the refusal is out.
  const reader = request.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes += next.value.byteLength
    if (bytes > most) throw bodyTooLarge(most, null)
    parts.push(next.value)
  }
  const { url, method, headers, signal } = request
  return new Request(url, { method, headers, signal, body: Buffer.concat(parts) })
}

/** The parts of a multipart request, once they are read. */
interface Parts {
  form: FormData | null
}

/** The request, which keeps what its parser reads. */
const keepingParts = (request: Request, parts: Parts): Request =>
  new Proxy(request, {
    get(target, name) {
      if (name === 'formData') return async () => (parts.form = await target.formData())
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

/** @throws GraphQLError BAD_REQUEST when a part is missing; Yoga takes a file that is not there for null. */
function checkParts({ form }: Parts): void {
  if (form === null) return
  const map = form.get('map')
  const missing = ['operations', ...namesIn(typeof map === 'string' ? map : '{}')].find((name) => !form.has(name))
  if (missing === undefined) return
  const why = missing === 'operations' ? '' : ', which "map" names'
  const came = [...new Set(form.keys())].map((name) => shown(name)).slice(0, MOST_PARTS)
  throw badRequest(
    `Expected a multipart request with the part ${shown(missing)}${why}, got one with ${came.length === 0 ? 'no parts' : `the parts ${came.join(', ')}`}.`,
  )
}

/** How many parts a message repeats. */
const MOST_PARTS = 10

function namesIn(map: string): readonly string[] {
  try {
    return Object.keys(JSON.parse(map) ?? {})
  } catch {
    // No JSON, of which its own refusal tells.
    return []
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
  [MULTIPART]:
    'Expected a multipart request with the parts "operations" (a JSON object with "query" and "variables"), "map" (a JSON object from the name of each file\'s part to a list of places like "variables.file") and the files, got something else.',
  'application/json': 'Expected a JSON object with "query" and, if any, "variables", got something else.',
}
