import type { Plugin } from 'graphql-yoga'
import { badRequest } from '../errors.ts'

/**
 * Phase: the answer, when all else is done. Yoga answers in two cases with a status alone: whoever asked gets a sentence. Programs get it as
 * an error of GraphQL, whatever they take, since nothing else is there; browsers and others that name text get it as text.
 */
export function saidInWords(): Plugin {
  return {
    onResponse({ request, response: { status, headers: given, body }, setResponse, fetchAPI }) {
      const sentence = SENTENCES[status]
      if (sentence === undefined || body !== null || request.method === 'HEAD') return
      const headers = new fetchAPI.Headers(given)
      headers.delete('content-length')
      headers.append('vary', 'accept')
      const isForReading = /\btext\//i.test(request.headers.get('accept') ?? '')
      headers.set('content-type', isForReading ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8')
      const { message, extensions } = badRequest(sentence, status)
      const error = { message, extensions: { code: extensions.code } }
      const text = isForReading ? sentence : JSON.stringify({ errors: [error] })
      setResponse(new fetchAPI.Response(`${text}\n`, { status, headers }))
    },
  }
}

const SENTENCES: Readonly<Record<number, string>> = {
  404: 'Expected an address of the hub, got one where nothing is: the API and its explorer are at /graphql, what to read about it at /reference, /health and /ready tell how the hub is.',
  406: 'Expected an Accept header that takes application/graphql-response+json or application/json, got one that takes neither. An answer in parts (@defer, @stream) needs multipart/mixed or text/event-stream there, a subscription text/event-stream.',
}
