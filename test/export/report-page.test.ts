import { parse } from 'parse5'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportPage } from '../../src/export/report-page.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import type { ReportHead } from '../../src/store/snapshot.ts'
import { CHROMIUM, launchBrowser } from '../explorer/offline-browser.ts'
import { testHub } from '../hub.ts'
import { aReport, blank, stated, unreadable } from '../store/a-revision.ts'

const hub = await testHub()
await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022')

const PATHS = ['district=110105&year=2017', 'district=110115&year=2020', 'district=110107&year=2022']
const page = async (parameters: string) => hub.fetch(`http://hub/export/report.html?${parameters}`)

const HEAD: ReportHead = {
  key: { agencyId: 1, year: 2020, number: 1 },
  district: { code: '110115', name: '北京市大兴区' },
  agency: { kind: 'GOVERNMENT', name: '北京市大兴区人民政府' },
  agencyAsPrinted: null,
  form: 'FORM_2019',
  title: '<b>年度报告</b>',
  period: null,
  sourceUrl: 'https://a.cn/"><script>',
}

describe('the form drawn', () => {
  it('is shown by browsers, and loads nothing', async () => {
    const response = await page(PATHS[1]!)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('inline; filename="report-110115-2020.html"')
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; .*sandbox$/,
    )
    expect(await response.text()).not.toMatch(/\b(?:src|href|url)\s*[=(]|<script|<link|@import/)
  })

  it.each(PATHS)('has every figure of the report in its place: %s', async (parameters) => {
    const html = await (await page(parameters)).text()
    const object = await (await hub.fetch(`http://hub/export/report.json?${parameters}`)).json()
    const cells = new Map(
      [...html.matchAll(/<td data-path="([\w.]+)" data-state="(\w+)"[^>]*>([^<]*)<\/td>/g)].map(
        ([, path, state, text]) => [path, [state, text]],
      ),
    )
    for (const [path, { state, value, raw }] of Object.entries<{ state: string; value: number | null; raw: string }>(
      object.figures,
    )) {
      expect(cells.get(path), path).toEqual([state, state === 'STATED' ? String(value) : raw])
      cells.delete(path)
    }
    expect([...cells.values()].every(([state]) => state === 'NOT_PRINTED')).toBe(true)
  })

  it('shows a blank as blank, what cannot be read as printed, and neither as a number', () => {
    const report = aReport({
      figures: new Map([
        ['disclosure.REGULATIONS.MADE', stated('0')],
        ['disclosure.REGULATIONS.DISCLOSED', { ...blank, raw: '' }],
        ['disclosure.LICENSING.CHANGE', { ...unreadable, raw: '<约30>' }],
        ['disclosure.PROCUREMENT.AMOUNT', { ...stated('28130.0902'), raw: '28,130.0902' }],
      ]),
    })
    const html = reportPage({ head: HEAD, figures: report.figures })
    expect(html).toContain('<td data-path="disclosure.REGULATIONS.MADE" data-state="STATED">0</td>')
    expect(html).toContain(
      '<td data-path="disclosure.REGULATIONS.DISCLOSED" data-state="BLANK" title="空白 · Blank"></td>',
    )
    expect(html).toContain(
      '<td data-path="disclosure.LICENSING.CHANGE" data-state="UNREADABLE" title="无法辨认 · Unreadable">&lt;约30&gt;</td>',
    )
    expect(html).toContain('data-state="STATED" colspan="2" title="28,130.0902">28130.0902</td>')
    expect(html).toContain('<h1>&lt;b&gt;年度报告&lt;/b&gt;</h1>')
    expect(html).not.toContain('<script')
    expect(html).toContain('<dd>https://a.cn/&quot;&gt;&lt;script&gt;</dd>')
    expect(() =>
      parse(html, {
        onParseError: ({ code }) => {
          throw new Error(code)
        },
      }),
    ).not.toThrow()
  })

  it('lists the figures of a report that is on no form', () => {
    const html = reportPage({ head: { ...HEAD, form: null }, figures: new Map([['review.TOTAL', stated('7')]]) })
    expect(html).toContain('行政复议：总计</th><th>件</th><td data-path="review.TOTAL" data-state="STATED">7</td>')
  })

  it('is refused where there is no report', async () => {
    const taken = await ingest(hub.db, { kind: 'TEXT', text: 'nothing' })
    expect(taken.ok).toBe(false)
    expect((await page('district=110115&year=2018')).status).toBe(404)
  })
})

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it.each(PATHS)('is drawn with its style, within its policy: %s', async (parameters) => {
    const address = await listening
    const tab = await browser.newPage({ viewport: { width: 1280, height: 1600 } })
    const wrong: string[] = []
    tab.on('pageerror', (error) => wrong.push(error.message))
    tab.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    await tab.goto(`${address}/export/report.html?${parameters}`)
    const border = await tab.$eval('td[data-state]', (cell) => getComputedStyle(cell).borderTopWidth)
    expect(border).toBe('1px')
    // Every row of a table is as wide as the table.
    const ragged = await tab.$$eval(
      'table',
      (tables) =>
        tables.flatMap((table) =>
          [...table.rows].filter((row) => row.getBoundingClientRect().width < table.getBoundingClientRect().width - 2),
        ).length,
    )
    expect(ragged).toBe(0)
    expect(wrong).toEqual([])
    const folder = process.env.SCREENSHOTS
    if (folder) await tab.screenshot({ path: `${folder}/${parameters}.png`, fullPage: true })
    await tab.close()
  })
})

const listening = hub.listen({ port: 0 })
