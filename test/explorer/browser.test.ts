import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BUILD } from './build-folder.ts'
import { CHROMIUM, launchBrowser, openExplorer } from './offline-browser.ts'
import { listenWith } from './server.ts'

const EXAMPLES = [
  {
    name: 'one-district',
    title: 'One district',
    description: 'By its code.',
    query:
      '# One district\n# By its code.\nquery OneDistrict {\n  district(code: "110115") {\n    code\n    name\n  }\n}\n',
  },
  { name: 'key', title: 'Which key', description: '', query: 'query WhichKey {\n  key\n}\n' },
]

describe.skipIf(CHROMIUM === undefined)('the explorer in a browser that reaches this machine only', () => {
  let hub: { url: string; close(): Promise<void> }
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    hub = await listenWith({ examples: EXAMPLES, build: BUILD })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await hub?.close()
  })

  beforeEach(async () => {
    const opened = await openExplorer(browser, hub.url)
    page = opened.page
    return async () => {
      await page.context().close()
      expect(opened.wrong).toEqual([])
    }
  })

  const tabs = () => page.locator('.graphiql-tab-button').allTextContents()
  const editor = () => page.locator('.graphiql-query-editor .view-lines')
  const answer = () => page.locator('section.result-window')
  const run = () => page.getByRole('button', { name: /Execute query/ }).click()

  test('opens with the saved queries as tabs', async () => {
    await expect.poll(tabs).toEqual(['OneDistrict', 'WhichKey'])
    await expect.poll(() => editor().textContent()).toContain('110115')
  })

  test('runs a query and shows the answer', async () => {
    await run()
    await answer().getByText('北京市大兴区').waitFor()
  })

  test('sends the key that the user writes among the headers, and forgets it with the page', async () => {
    await page.getByRole('button', { name: 'WhichKey' }).click()
    await page.getByRole('button', { name: 'Headers' }).click()
    await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .view-lines').click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('{"Authorization": "Bearer hub_secret') // The editor closes quotes and braces itself.
    await run()
    await answer().getByText('Bearer hub_secret').waitFor()
    await page.waitForTimeout(1000) // GraphiQL stores tabs half a second after the last change.
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('hub_secret')
  })

  test('documents every type and field', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    const docs = page.locator('.graphiql-plugin')
    await docs.getByRole('link', { name: 'Query' }).click()
    await docs.getByText('Where every question starts.').waitFor()
    await docs.getByText('A district by its code.').waitFor()
    await docs.getByRole('link', { name: 'District', exact: true }).click()
    await docs.getByText('An administrative division (行政区划).').waitFor()
  })

  test('lists the saved queries at the side, and opens one again after its tab was closed', async () => {
    await page.getByRole('button', { name: 'WhichKey' }).click()
    await page.locator('.graphiql-tab-active').getByRole('button', { name: 'Close Tab' }).click()
    await expect.poll(tabs).toEqual(['OneDistrict'])
    await page.getByRole('button', { name: 'Show Examples' }).click()
    await page.getByText('By its code.', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Which key' }).click()
    await expect.poll(tabs).toEqual(['OneDistrict', 'WhichKey'])
    await page.getByRole('button', { name: 'One district' }).click()
    await expect.poll(() => editor().textContent()).toContain('110115')
    expect(await tabs()).toEqual(['OneDistrict', 'WhichKey'])
  })

  test('leaves the other tabs as they are when an example is opened at once after a tab was closed', async () => {
    await page.getByRole('button', { name: 'WhichKey' }).click()
    await page.getByRole('button', { name: 'Show Examples' }).click()
    await page.getByText('By its code.', { exact: true }).waitFor()
    // GraphiQL learns of the tab that is left a tenth of a second later.
    await page.evaluate(async () => {
      const button = (selector: string, has: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent.includes(has))
      document.querySelector<HTMLElement>('.graphiql-tab-active [aria-label="Close Tab"]')?.click()
      await new Promise((resolve) => setTimeout(resolve, 10))
      button('.hub-example', 'Which key')?.click()
      await new Promise((resolve) => setTimeout(resolve, 10))
      button('.graphiql-tab-button', 'OneDistrict')?.click()
    })
    await page.waitForTimeout(1000) // And it stores the tabs half a second later.
    expect(await tabs()).toEqual(['OneDistrict', 'WhichKey'])
    const stored = await page.evaluate(() => JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}'))
    expect(stored.tabs.map(({ title, query }: Record<string, unknown>) => [title, query])).toEqual([
      ['OneDistrict', EXAMPLES[0]?.query],
      ['WhichKey', EXAMPLES[1]?.query],
    ])
    await expect.poll(() => editor().textContent()).toContain('110115')
    await page.getByRole('button', { name: 'WhichKey' }).click()
    await expect.poll(() => editor().textContent()).toContain('WhichKey')
  })

  test('keeps what the user wrote, and opens a query that the address holds', async () => {
    await editor().click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('query Mine { key }')
    await expect.poll(tabs).toEqual(['Mine', 'WhichKey'])
    // GraphiQL stores the tabs a while after the last change.
    await expect.poll(() => page.evaluate(() => localStorage.getItem('graphiql:tabState'))).toContain('query Mine')
    await page.goto(`${hub.url}?query=${encodeURIComponent('query Linked { key }')}`)
    await expect.poll(tabs).toEqual(['Mine', 'WhichKey', 'Linked'])
    await expect.poll(() => editor().textContent()).toContain('Linked')
  })

  test('fits a narrow window: the answer under the query, and no scrolling sideways', async () => {
    await page.setViewportSize({ width: 400, height: 800 })
    const query = await page.locator('.graphiql-query-editor').boundingBox()
    const response = await page.locator('.graphiql-response').boundingBox()
    expect(response!.y).toBeGreaterThan(query!.y + query!.height)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400)
    await page.getByRole('button', { name: 'Show Examples' }).click()
    await page.getByRole('button', { name: 'Which key' }).click()
    await expect.poll(() => editor().textContent()).toContain('WhichKey')
    expect(await page.getByRole('button', { name: 'Show Examples' }).isVisible()).toBe(true)
  })

  test('completes field names from the schema', async () => {
    await editor().click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('{ distr')
    await page.keyboard.press('Control+Space')
    await page.locator('.suggest-widget').getByText('district').first().waitFor()
  })
})
