import type { Plugin } from 'graphql-yoga'
import { compressedBody, ONE_PACKET } from '../compressed-body.ts'
import { bestEncoding } from '../page.ts'

/**
 * Phase: the answer, when all else is done. Answers of GraphQL in one piece are compressed for those who take that; what comes in parts goes out as it
 * comes.
 */
export function compressedAnswers(): Plugin {
  return {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const { status, statusText, headers: given } = response
      const isAnswer = /^application\/(graphql-response\+)?json\b/.test(given.get('content-type') ?? '')
      const length = Number(given.get('content-length') ?? 0)
      const accepted = request.headers.get('accept-encoding')
      if (!isAnswer || length <= ONE_PACKET || bestEncoding(accepted ?? '') === 'identity') return
      const { body, encoding } = await compressedBody(new Uint8Array(await response.arrayBuffer()), accepted)
      const headers = new fetchAPI.Headers(given)
      headers.set('content-encoding', encoding)
      headers.set('content-length', String(body.length))
      setResponse(new fetchAPI.Response(body, { status, statusText, headers }))
    },
  }
}
