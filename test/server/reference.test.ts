import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql'
import { parse } from 'parse5'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/graphql/error-codes.ts'
import { LIMITS } from '../../src/graphql/limits.ts'
import { printedSchema } from '../../src/graphql/printed-schema.ts'
import { schema } from '../../src/graphql/schema.ts'
import { createHub } from '../../src/server/server.ts'
import { CHROMIUM, launchBrowser } from '../explorer/offline-browser.ts'
import { testHub } from '../hub.ts'

const hub = await testHub()
const closed = createHub({ database: hub.db, trustedDocuments: 'only' })
afterAll(() => closed.close())
beforeAll(() => hub.ingestSamples('daxing-2020'))

const PAGES = [
  '/',
  '/reference',
  '/reference/examples',
  '/reference/clients',
  '/reference/ingesting',
  '/reference/errors',
  '/reference/limits',
]
const get = (path: string, headers: Record<string, string> = {}) => hub.fetch(`http://hub${path}`, { headers })
const textOf = async (path: string) => (await get(path)).text()
const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)

describe.each(PAGES)('the page %s', (path) => {
  it('is whole, and needs nothing but this hub and no script', async () => {
    const response = await get(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const policy = response.headers.get('content-security-policy')
    expect(policy).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    const html = await response.text()
    const wrong: string[] = []
    parse(html, { onParseError: ({ code, startLine }) => void wrong.push(`${code} in line ${startLine}`) })
    expect(wrong).toEqual([])
    expect(html).not.toMatch(/<script|<style| style=| on\w+=|src="http|href="http:/)
    expect(idsOf(html)).toEqual([...new Set(idsOf(html))])
  })

  it('leads nowhere where nothing is', async () => {
    const html = await textOf(path)
    const links = [...html.matchAll(/ href="([^"]+)"/g)]
      .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `http://hub${path}`))
      // Descriptions cite specifications elsewhere.
      .filter(({ protocol }) => protocol === 'http:')
    expect(links.length).toBeGreaterThan(5)
    const fetched = new Map<string, string>([[path, html]])
    const load = async (link: URL): Promise<string> => {
      const accept = link.search.includes('documentId') ? '*/*' : 'text/html,*/*'
      const response = await hub.fetch(link.href, { headers: { accept } })
      expect(response.status, link.href).toBe(200)
      return response.text()
    }
    for (const link of links) {
      const place = `${link.pathname}${link.search}`
      const found = fetched.get(place) ?? (await load(link))
      fetched.set(place, found)
      if (link.hash !== '') expect(idsOf(found), link.href).toContain(decodeURIComponent(link.hash.slice(1)))
    }
  })

  it('is kept by browsers, and asked about each time', async () => {
    const etag = (await get(path)).headers.get('etag')!
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(path, { 'if-none-match': 'W/"x"' })).status).toBe(200)
  })
})

describe('the reference', () => {
  it('has every type, field and value, each with a place to link to', async () => {
    const ids = new Set(idsOf(await textOf('/reference')))
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type)) continue
      expect(ids).toContain(type.name)
      const members = isEnumType(type)
        ? type.getValues().map(({ name }) => name)
        : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
          ? Object.keys(type.getFields())
          : []
      for (const member of members) expect(ids).toContain(`${type.name}.${member}`)
    }
  })

  it('tells arguments with their types, defaults and descriptions, and where a type is found', async () => {
    const html = await textOf('/reference')
    const [, report = ''] = html.split('<section class="type" id="Report">')
    const [section = ''] = report.split('</section>')
    expect(section).toContain('Only these columns of the table; all when left out.')
    expect(section).toContain('<a href="#Query.report"><code>Query.report</code></a>')
    expect(section).toMatch(/Implements <a href="#Node">/)
  })

  it('has the errors, the limits and the schema', async () => {
    expect(idsOf(await textOf('/reference/errors'))).toEqual(expect.arrayContaining([...ERROR_CODES]))
    const limits = await textOf('/reference/limits')
    for (const name of Object.keys(LIMITS)) expect(limits).toContain(`<code>${name}</code>`)
    expect(await textOf('/reference/schema.graphql')).toBe(printedSchema())
  })

  it('knows no page that is not there', async () => {
    for (const path of ['/reference/', '/reference/x', '/reference/__proto__', '/reference/../package.json']) {
      expect((await get(path)).status, path).toBe(404)
    }
  })
})

describe('where trusted documents alone are answered', () => {
  it('browsers are sent from the explorer, which could ask nothing, to the reference', async () => {
    const response = await closed.fetch('http://hub/graphql', { headers: { accept: 'text/html' } })
    expect([response.status, response.headers.get('location')]).toEqual([302, 'reference'])
    for (const path of PAGES) expect(await (await closed.fetch(`http://hub${path}`)).text()).not.toMatch(/explorer/i)
  })
})

describe.skipIf(CHROMIUM === undefined)('the reference in a browser', () => {
  let address: string
  let browser: Browser
  beforeAll(async () => {
    address = await hub.listen({ port: 0 })
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it.each([
    ['wide', 1280, 'light'],
    ['narrow', 360, 'dark'],
  ] as const)('fits a %s window, loads what it names and breaks no policy', async (_name, width, colorScheme) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      javaScriptEnabled: false,
    })
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('console', (message) => wrong.push(message.text()))
    page.on('requestfailed', (request) => wrong.push(request.url()))
    for (const path of PAGES) {
      await page.goto(`${address}${path}`)
      const box = await page.locator('main').boundingBox()
      expect(box!.x + box!.width, path).toBeLessThanOrEqual(width)
      expect(await page.locator('h1').count()).toBe(1)
    }
    await page.goto(`${address}/reference#Report.year`)
    expect(await page.locator('dt:target').isVisible()).toBe(true)
    expect(wrong).toEqual([])
    await page.goto(`${address}/reference/examples`)
    await page.locator('#one-district').getByRole('link', { name: 'see its answer' }).click()
    await page.waitForURL(/documentId/)
    expect(await page.locator('body').textContent()).toContain('"fullName":"北京市大兴区"')
    await context.close()
  })
})
