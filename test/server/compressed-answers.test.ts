import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { hubWithSamples } from '../queries/hub-with-samples.ts'

const hub = await hubWithSamples()
const LONG = '{ reports { nodes { title findings { message } figures { path raw } } } }'
const SHORT = '{ rulesVersion }'

const ask = (query: string, headers: Record<string, string>, method = 'GET') =>
  method === 'POST'
    ? hub.fetch('http://hub/graphql', {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      })
    : hub.fetch(`http://hub/graphql?${new URLSearchParams({ query })}`, { method, headers })
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('a long answer', () => {
  it.each([
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ])('is compressed for who takes %s', async (accepted, encoding, open) => {
    const plain = await bytesOf(await ask(LONG, {}))
    for (const method of ['GET', 'POST']) {
      const response = await ask(LONG, { 'accept-encoding': accepted }, method)
      expect(response.headers.get('content-encoding')).toBe(encoding)
      const bytes = await bytesOf(response)
      expect(response.headers.get('content-length')).toBe(String(bytes.length))
      expect(bytes.length).toBeLessThan(plain.length / 3)
      expect(open(bytes)).toEqual(plain)
    }
  })

  it.each<Record<string, string>>([{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'deflate, zstd' }])(
    'is sent as it is to who takes nothing else: %o',
    async (headers) => {
      const response = await ask(LONG, headers)
      expect(response.headers.get('content-encoding')).toBeNull()
      expect(await response.json()).toHaveProperty('data.reports')
    },
  )

  it('has one tag however it is sent, and tells caches that it differs', async () => {
    const [plain, compressed] = await Promise.all([ask(LONG, {}), ask(LONG, { 'accept-encoding': 'gzip' })])
    expect(compressed.headers.get('etag')).toBe(plain.headers.get('etag'))
    for (const { headers } of [plain, compressed]) expect(headers.get('vary')).toContain('accept-encoding')
    const held = { 'accept-encoding': 'gzip', 'if-none-match': plain.headers.get('etag')! }
    const unchanged = await ask(LONG, held)
    expect(unchanged.status).toBe(304)
    expect(unchanged.headers.get('content-encoding')).toBeNull()
  })

  it('is told of by HEAD as it would come', async () => {
    const get = await ask(LONG, { 'accept-encoding': 'gzip' })
    const head = await ask(LONG, { 'accept-encoding': 'gzip' }, 'HEAD')
    for (const name of ['content-encoding', 'content-length'])
      expect(head.headers.get(name)).toBe(get.headers.get(name))
    expect(await head.text()).toBe('')
  })
})

it('a short answer is sent as it is', async () => {
  const response = await ask(SHORT, { 'accept-encoding': 'gzip, br' })
  expect(response.headers.get('content-encoding')).toBeNull()
})

it('an answer in parts is sent part by part', async () => {
  const query = '{ reports { nodes { title ... @defer { figures { path raw } } } } }'
  const response = await ask(query, { 'accept-encoding': 'gzip, br', accept: 'multipart/mixed' }, 'POST')
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(await response.text()).toContain('"hasNext":false')
})
