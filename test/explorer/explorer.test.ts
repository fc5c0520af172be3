import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { BUILD } from './build-folder.ts'
import { yogaWith } from './server.ts'

const EXAMPLES = [
  { name: 'a', title: 'A', description: '', query: '# </script><script>alert(1)</script>\n{ __typename }' },
]
const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const yoga = yogaWith({ examples: EXAMPLES, build: BUILD })
const get = (path: string, headers: Record<string, string> = {}) => yoga.fetch(`http://hub${path}`, { headers })

const ASSETS = readdirSync(join(BUILD, 'explorer')).filter((name) => !/[.](br|gz)$/.test(name))
const SCRIPT = ASSETS.find((name) => /^index-.*[.]js$/.test(name))!

describe('the page', () => {
  test('is served to browsers at the address of the API, and asked anew each time', async () => {
    const response = await get('/graphql', HTML)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('vary')).toContain('accept')
  })

  test('is told unchanged by its tag', async () => {
    const etag = (await get('/graphql', HTML)).headers.get('etag')!
    const response = await get('/graphql', { ...HTML, 'if-none-match': etag })
    expect([response.status, await response.text()]).toEqual([304, ''])
  })

  test('holds the examples, and an example cannot end the block that it stands in', async () => {
    const html = await (await get('/graphql', HTML)).text()
    const block = /<script id="examples" type="application\/json">(.*?)<\/script>/s.exec(html)![1]!
    expect(JSON.parse(block)).toEqual(EXAMPLES)
    expect(html).not.toContain('alert(1)</script>')
  })

  test('allows this server only', async () => {
    const policy = (await get('/graphql', HTML)).headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  })

  test('names its files relative to itself, so that it works behind a path prefix', async () => {
    const html = await (await get('/graphql', HTML)).text()
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)
    expect(addresses.length).toBeGreaterThan(2)
    for (const address of addresses) expect(address).toMatch(/^[.]\/explorer\/[\w.-]+$/)
  })

  test('leaves everything to the API that is not a browser opening it', async () => {
    const asked = await get('/graphql?query={__typename}', { accept: 'application/json' })
    expect(await asked.json()).toEqual({ data: { __typename: 'Query' } })
    const posted = await yoga.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/html, application/json' },
      body: '{"query":"{__typename}"}',
    })
    expect(await posted.json()).toEqual({ data: { __typename: 'Query' } })
  })
})

describe('the files', () => {
  test('are all served, under hashed names and for ever, with the policy that workers obey', async () => {
    expect(ASSETS.length).toBeGreaterThan(10)
    for (const name of ASSETS) {
      expect(name).toMatch(/-[\w-]{8}[.](js|css|svg|ttf)$/)
      const response = await get(`/explorer/${name}`)
      expect([name, response.status]).toEqual([name, 200])
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      await response.body?.cancel()
    }
  })

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['identity', null, (bytes: Uint8Array) => Buffer.from(bytes)],
  ])('accept-encoding "%s" is answered with %s', async (accepted, encoding, decompress) => {
    for (const [path, file] of [
      ['/graphql', null],
      [`/explorer/${SCRIPT}`, join(BUILD, 'explorer', SCRIPT)],
    ] as const) {
      const response = await get(path, { ...HTML, 'accept-encoding': accepted })
      expect(response.headers.get('content-encoding')).toBe(encoding)
      expect(response.headers.get('vary')).toContain('accept-encoding')
      const content = decompress(new Uint8Array(await response.arrayBuffer())).toString()
      if (file === null) expect(content).toContain('<!doctype html>')
      else expect(content).toBe(readFileSync(file, 'utf8'))
    }
  })

  test.each([
    '../index.html',
    '..%2findex.html',
    '%2e%2e/index.html',
    '..%5cindex.html',
    '../../../package.json',
    '..%2f..%2f..%2fpackage.json',
    '/etc/passwd',
    '',
    'none.js',
    `${SCRIPT}.br`,
    'constructor',
  ])('nothing else is: /explorer/%s', async (path) => {
    const response = await get(`/explorer/${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('<!doctype')
  })
})

test('without a build the page tells the command, and the API answers', async () => {
  const bare = yogaWith({ examples: EXAMPLES, build: join(BUILD, 'missing') })
  const page = await bare.fetch('http://hub/graphql', { headers: HTML })
  expect(page.status).toBe(503)
  expect(await page.text()).toContain('npm run explorer')
  const asked = await bare.fetch('http://hub/graphql?query={__typename}', { headers: { accept: 'application/json' } })
  expect(await asked.json()).toEqual({ data: { __typename: 'Query' } })
})
