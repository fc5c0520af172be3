import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { revokeApiKey } from '../../src/store/api-keys.ts'
import { sample, testHub } from '../hub.ts'

const hub = await testHub()

const bytes = Buffer.from(`<script>alert(1)</script>\n${sample('daxing-2020')}`)
const sha256 = createHash('sha256').update(bytes).digest()
const PATH = `/sources/${sha256.toString('hex')}`
const authorization = `Bearer ${hub.key}`

async function stored(source: Buffer, name: string, mediaType: string) {
  const ingested = await ingest(hub.db, { kind: 'FILE', bytes: source, name, mediaType })
  if (!ingested.ok) throw new Error(ingested.error.message)
}
await stored(bytes, '大兴区 (2020)\'s "报告".html', 'text/html; charset=utf-8')

const get = (path: string, headers: Record<string, string> = { authorization }, method = 'GET') =>
  hub.fetch(`http://hub${path}`, { method, headers })

it('gives a holder of a key the very bytes, with their digest, as a file to be saved', async () => {
  const response = await get(PATH)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-disposition': `attachment; filename="${sha256.toString('hex')}"; filename*=UTF-8''%E5%A4%A7%E5%85%B4%E5%8C%BA%20%282020%29%27s%20%22%E6%8A%A5%E5%91%8A%22.html`,
    'content-length': String(bytes.length),
    'repr-digest': `sha-256=:${sha256.toString('base64')}:`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    etag: `"${sha256.toString('hex')}"`,
  })
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
})

it('is found by a field of the revision', async () => {
  const { report } = await hub.dataOf<{ report: { currentRevision: { sourcePath: string } } }, object>(
    '{ report(district: "110115", year: 2020) { currentRevision { sourcePath } } }',
  )
  expect(`/${report.currentRevision.sourcePath}`).toBe(PATH)
})

it('answers HEAD, and spares the bytes those who hold them', async () => {
  const head = await get(PATH, { authorization }, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, String(bytes.length), ''])
  const held = await get(PATH, { authorization, 'if-none-match': head.headers.get('etag')! })
  expect([held.status, await held.text()]).toEqual([304, ''])
})

it.each([
  ['no key', {}],
  ['an unknown key', { authorization: 'Bearer hub_x' }],
  ['a key in another manner', { authorization: `Basic ${hub.key}` }],
])('tells those with %s nothing, not even whether it is there', async (_name, headers) => {
  const answers = []
  for (const path of [PATH, `/sources/${'0'.repeat(64)}`]) {
    const response = await get(path, headers)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    answers.push(await response.text())
  }
  expect(JSON.parse(answers[0]!).errors[0].extensions.code).toBe('UNAUTHENTICATED')
  expect(answers[0]).toBe(answers[1])
})

it.each([`/sources/${'0'.repeat(64)}`, '/sources/', '/sources/..%2f..%2fetc', `/sources/${'A'.repeat(64)}`])(
  '%s is not there',
  async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect((await response.json()).errors[0].extensions.code).toBe('NOT_FOUND')
  },
)

it('takes nothing but GET and HEAD', async () => {
  const response = await get(PATH, { authorization }, 'DELETE')
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

it('gives what the sender called no media type as bytes, and lets no header be made of it', async () => {
  const other = Buffer.from(sample('tongzhou-2018'))
  await stored(other, 'a\r\nset-cookie: x=1', 'text/html\r\nset-cookie: x=1')
  const response = await get(`/sources/${createHash('sha256').update(other).digest('hex')}`)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''a%0D%0Aset-cookie%3A%20x%3D1$/)
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(Buffer.from(await response.arrayBuffer()).equals(other)).toBe(true)
})

it('gives a revoked key nothing any more', async () => {
  await revokeApiKey(hub.db, 'tests')
  expect((await get(PATH)).status).toBe(401)
})
