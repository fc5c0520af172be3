import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { startRunWorker } from '../../src/ingest/run-worker.ts'
import { testHub } from '../hub.ts'

// docs/ingesting.md: every command is run as it stands, but for the address and the key, and prints what stands below it.

const ROOT = join(import.meta.dirname, '../..')
const page = await readFile(join(ROOT, 'docs/ingesting.md'), 'utf8')
const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm)].map(
  ([, commands = '', prints = '']) => ({ commands, prints }),
)
const hub = await testHub()
const worker = startRunWorker(hub.db, { lookEvery: 100 })
const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-ingesting-'))
afterAll(async () => {
  await worker.close()
  await rm(folder, { recursive: true })
})

it('every command prints what the page says', async () => {
  await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020')
  const address = await hub.listen({ port: 0 })
  const script = blocks
    .map(({ commands }) => `${commands}\nprintf '\\0'`)
    .join('\n')
    .replaceAll('http://127.0.0.1:4000', address)
    .replace('HUB_KEY=hub_…', `HUB_KEY=${hub.key}`)
    .replaceAll('npm run --silent hub --', `${process.execPath} ${join(ROOT, 'src/cli.ts')}`)
    .replaceAll('samples', join(ROOT, 'samples'))
  expect(script).toContain(hub.key)
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder },
  })
  const printed = stdout.replaceAll('\r', '').split('\0')
  expect(blocks.length).toBeGreaterThan(10)
  for (const [at, { commands, prints }] of blocks.entries()) {
    const pattern = prints
      .split('…')
      .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^"]*')
    expect(printed[at]?.replaceAll(/\n+/g, '\n').replace(/^\n$/, ''), commands).toMatch(new RegExp(`^${pattern}$`))
  }
})
