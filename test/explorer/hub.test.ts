import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readExamples } from '../../src/server/plugins/example-queries.ts'
import { testHub } from '../hub.ts'
import { CHROMIUM, launchBrowser, openExplorer } from './offline-browser.ts'

const hub = await testHub()
const EXAMPLES = readExamples(join(import.meta.dirname, '../../examples'))

async function isListening(): Promise<boolean> {
  const { rows } = await hub.db.pool.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'disclosure-hub feed'",
  )
  return rows.length > 0
}

describe.skipIf(CHROMIUM === undefined)("the hub's explorer in a browser that reaches this machine only", () => {
  let address: string
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    await hub.ingestSamples('daxing-2020')
    address = await hub.listen({ port: 0 })
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    const opened = await openExplorer(browser, `${address}/graphql`)
    page = opened.page
    return async () => {
      await page.context().close()
      expect(opened.wrong).toEqual([])
    }
  })

  test('opens with a few of the saved queries as tabs, and the first answers with the published figures', async () => {
    expect(await page.locator('.graphiql-tab-button').allTextContents()).toEqual([
      'OneDistrict',
      'Evidence',
      'BrokenArithmetic',
      'ProvincesRanked',
      'Search',
    ])
    await page.getByRole('button', { name: /Execute query/ }).click()
    const answer = page.locator('section.result-window')
    await answer.getByText('"北京市大兴区"').waitFor()
    expect(await answer.textContent()).not.toContain('"errors"')
  })

  test('lists every saved query, and marks none as wrong, for the schema knows all they ask', async () => {
    await page.getByRole('button', { name: 'Show Examples' }).click()
    for (const { title } of EXAMPLES) {
      await page
        .locator('.hub-example')
        .filter({ has: page.getByText(title, { exact: true }) })
        .click()
      await page.waitForTimeout(600) // The editor checks a while after the last change.
      expect([title, await page.locator('.graphiql-query-editor .squiggly-error').count()]).toEqual([title, 0])
    }
    expect(await page.locator('.graphiql-tab').count()).toBe(EXAMPLES.length)
  })

  /** Opens the explorer with a query in its address, as somebody comes by a link, and runs it. */
  async function runLinked(query: string) {
    const linked = await openExplorer(browser, `${address}/graphql?query=${encodeURIComponent(query)}`)
    await expect.poll(() => linked.page.locator('.graphiql-query-editor .view-lines').textContent()).toContain('report')
    await linked.page.getByRole('button', { name: /Execute query/ }).click()
    return {
      page: linked.page,
      answer: linked.page.locator('section.result-window'),
      async leave() {
        await linked.page.context().close()
        expect(linked.wrong).toEqual([])
      },
    }
  }

  test('puts an answer in parts together', async () => {
    const { answer, leave } = await runLinked(
      'query { report(district: "110115", year: 2020) { year ... @defer { sections { heading } } reviewResults @stream(initialCount: 1) { result } } }',
    )
    await answer.getByText('"PENDING"').waitFor()
    await answer.getByText('总体情况').waitFor()
    expect(await answer.textContent()).not.toContain('incremental')
    await leave()
  })

  test('shows what a subscription tells', async () => {
    const told = await runLinked('subscription { reportIngested { outcome report { district { name } } } }')
    await told.page.getByRole('button', { name: /Stop query/ }).waitFor()
    await expect.poll(isListening).toBe(true)
    await hub.ingestSamples('xigong-2020')
    await told.answer.getByText('"西工区"').waitFor()
    await told.page.getByRole('button', { name: /Stop query/ }).click()
    await told.leave()
  })

  test('documents the schema', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    const docs = page.locator('.graphiql-plugin')
    await docs.getByRole('link', { name: 'Query' }).click()
    await docs.getByRole('link', { name: 'District', exact: true }).first().click()
    await docs.getByText('fullName').waitFor()
  })
})
