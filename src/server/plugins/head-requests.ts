import type { Plugin } from 'graphql-yoga'

/**
 * Phase: the request, when every page has had its turn, and the answer, when all else is done. HEAD is answered as GET is, with its status and
 * headers, and without a body. Pages do so by themselves; Yoga knows no such method.
 */
export function headRequests(): Plugin {
  const heads = new WeakSet<Request>()
  return {
    onRequest({ request, setRequest, fetchAPI }) {
      if (request.method !== 'HEAD') return
      const { url, headers, signal } = request
      const get = new fetchAPI.Request(url, { headers, signal })
      heads.add(get)
      setRequest(get)
    },
    async onResponse({ request, response, setResponse, fetchAPI }) {
      if (!heads.has(request)) return
      const { body, status, statusText, headers } = response
      // Whatever would go on, such as a subscription, ends here: once it has begun, since Yoga cannot end what has not.
      const reader = body?.getReader()
      await reader?.read()
      await reader?.cancel()
      setResponse(new fetchAPI.Response(null, { status, statusText, headers }))
    },
  }
}
