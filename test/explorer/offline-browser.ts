import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Where distributions put Chromium; CHROMIUM names another one. Undefined when there is none. */
export const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

if (CHROMIUM === undefined) {
  console.warn(
    'Skipped: no Chromium found, so the explorer is not tried in a browser. Install it, or name one in CHROMIUM.',
  )
}

export function launchBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({
    executablePath: CHROMIUM!,
    args: ['--headless', '--no-sandbox', '--disable-gpu', ...quiet],
  })
}

/** The explorer of a user who comes for the first time, and what it must not do: leave the machine, break its policy, throw. */
export async function openExplorer(browser: Browser, url: string): Promise<{ page: Page; wrong: readonly string[] }> {
  const wrong: string[] = []
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.route(
    ({ protocol, hostname }) => !['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1',
    (route) => {
      wrong.push(`asked for ${route.request().url()}`)
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.on('pageerror', (error) => wrong.push(`threw ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`wrote ${message.text()}`)
  })
  await page.goto(url)
  await page.waitForSelector('.graphiql-query-editor .view-line')
  return { page, wrong }
}
