import type { Plugin } from 'graphql-yoga'

/**
 * Phase: the answer, when all else is done. Yoga answers in two cases with a status alone: whoever asked gets a sentence, in plain
 * text, since in the one case nothing tells what is understood, and in the other nothing that the hub speaks is.
 */
export function saidInWords(): Plugin {
  return {
    onResponse({ request, response, setResponse }) {
      const sentence = SENTENCES[response.status]
      if (sentence === undefined || response.body !== null || request.method === 'HEAD') return
      const headers = new Headers(response.headers)
      headers.delete('content-length')
      headers.set('content-type', 'text/plain; charset=utf-8')
      setResponse(new Response(`${sentence}\n`, { status: response.status, headers }))
    },
  }
}

const SENTENCES: Readonly<Record<number, string>> = {
  404: 'Expected an address of the hub, got one where nothing is: the API and its explorer are at /graphql, what to read about it at /reference, /health and /ready tell how the hub is.',
  406: 'Expected an Accept header that takes application/graphql-response+json or application/json, got one that takes neither. An answer in parts (@defer, @stream) needs multipart/mixed or text/event-stream there, a subscription text/event-stream.',
}
