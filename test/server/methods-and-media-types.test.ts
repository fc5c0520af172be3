import { beforeAll, describe, expect, it } from 'vitest'
import { createHub } from '../../src/server/server.ts'
import { testHub } from '../hub.ts'

// What HTTP takes for the same, over a connection: capitals in a media type, HEAD for GET, an address with a slash at its end.

const hub = await testHub()
let address: string
beforeAll(async () => {
  address = await hub.listen({ port: 0 })
})

describe('a media type', () => {
  const query = '{ __typename }'
  it.each([
    ['Application/JSON; charset=UTF-8', JSON.stringify({ query })],
    ['application/json ; charset=utf-8', JSON.stringify({ query })],
    ['APPLICATION/GRAPHQL', query],
    ['Application/X-WWW-Form-Urlencoded', new URLSearchParams({ query }).toString()],
    [
      'Multipart/Form-Data; boundary=AaB',
      `--AaB\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query })}\r\n--AaB--\r\n`,
    ],
  ])('is understood in capitals and with spaces: %s', async (type, body) => {
    const headers = { 'content-type': type, 'graphql-require-preflight': '1' }
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body })
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })

  it('in capitals is no way around the check of forms', async () => {
    const headers = { 'content-type': 'Application/X-WWW-Form-Urlencoded' }
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: 'query=%7B__typename%7D' })
    expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([403, 'CSRF_PREVENTED'])
  })
})

describe('HEAD', () => {
  it.each([
    ['/', 'text/html', 200],
    ['/', '*/*', 200],
    ['/reference', 'text/html', 200],
    ['/graphql', 'text/html', 200],
    ['/graphql?query=%7B__typename%7D', 'application/json', 200],
    ['/graphql?query=%7Bx%7D', 'application/graphql-response+json', 400],
    ['/graphql?query=subscription%7BreportIngested%7Boutcome%7D%7D', 'text/event-stream', 200],
    ['/graphql', 'application/graphql-response+json', 400],
    ['/health', '*/*', 200],
    ['/ready', '*/*', 200],
    ['/nothing', '*/*', 404],
    ['/nothing', 'text/html', 404],
  ])('is answered as GET is, without a body: %s as %s', async (path, accept, status) => {
    const controller = new AbortController()
    const of = async (method: string) => {
      const response = await fetch(address + path, { method, headers: { accept }, signal: controller.signal })
      const told = ['content-type', 'etag', 'cache-control', 'vary', 'content-encoding'].map((name) =>
        response.headers.get(name),
      )
      return { response, told }
    }
    const [get, head] = [await of('GET'), await of('HEAD')]
    expect([get.response.status, head.response.status]).toEqual([status, status])
    expect(head.told).toEqual(get.told)
    expect(await head.response.text()).toBe('')
    controller.abort()
  })

  it('of a subscription ends it', async () => {
    const single = createHub({ database: hub.db, maxSubscriptions: 1 })
    const asked = 'http://hub/graphql?query=subscription%7BreportIngested%7Boutcome%7D%7D'
    const headers = { accept: 'text/event-stream' }
    for (const _ of [1, 2, 3]) {
      const response = await single.fetch(asked, { method: 'HEAD', headers })
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    }
    await single.close()
  })

  it('is answered 304 to who has the answer', async () => {
    const asked = `${address}/graphql?query=%7B__typename%7D`
    const { headers } = await fetch(asked, { method: 'HEAD' })
    const again = await fetch(asked, { method: 'HEAD', headers: { 'if-none-match': headers.get('etag')! } })
    expect(again.status).toBe(304)
  })

  it('changes nothing: it takes no mutation', async () => {
    const response = await fetch(`${address}/graphql?query=mutation%7B__typename%7D`, { method: 'HEAD' })
    expect(response.status).toBe(405)
  })
})

describe('an address with a slash at its end', () => {
  it.each([
    ['/reference/', '/reference'],
    ['/reference/errors/?x=1', '/reference/errors?x=1'],
  ])('leads to the page: %s', async (from, to) => {
    const moved = await fetch(address + from, { redirect: 'manual' })
    expect(moved.status).toBe(308)
    const followed = await fetch(address + from)
    expect([followed.status, followed.url]).toEqual([200, address + to])
  })

  it('leads nowhere where there is no page', async () => {
    expect((await fetch(`${address}/nothing/`, { redirect: 'manual' })).status).toBe(404)
  })
})
