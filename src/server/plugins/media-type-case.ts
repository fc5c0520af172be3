import type { Plugin } from 'graphql-yoga'

/** Phase: the request. A media type means the same in capitals (RFC 9110, 8.3.1), and with spaces before its parameters; Yoga compares letters. */
export function mediaTypeCase(): Plugin {
  return {
    onRequest({ request: { headers } }) {
      const given = headers.get('content-type')
      if (given === null) return
      const [type = '', ...parameters] = given.split(';')
      const usual = [type.trim().toLowerCase(), ...parameters].join(';')
      if (usual !== given) headers.set('content-type', usual)
    },
  }
}
