import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { ingestFiles } from '../../src/cli/ingest-files.ts'
import { LIMITS } from '../../src/graphql/limits.ts'
import { testHub } from '../hub.ts'

// docs/export.md: every command is run as it stands, and what it writes is looked at.

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/export.md'), 'utf8')
const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.trimEnd().split(/(?<!\\)\n/),
)

const hub = await testHub()
for await (const { ok, file } of ingestFiles(hub.db, [join(ROOT, 'samples')])) expect([file, ok]).toEqual([file, true])
const address = await hub.listen({ port: 0 })
const folder = mkdtempSync(join(tmpdir(), 'disclosure-hub-export-page-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(command: string): Promise<void> {
  const here = command
    .replaceAll('http://127.0.0.1:4000', address)
    .replaceAll('npm run --silent hub --', `"${process.execPath}" ${ROOT}/src/cli.ts`)
    .replaceAll('samples/', `${ROOT}/samples/`)
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    HUB_KEY: hub.key,
    DATABASE_URL: hub.db.url,
    INIT_CWD: folder,
  }
  await promisify(execFile)('bash', ['-c', here], { cwd: folder, env })
}

const file = (name: string) => readFileSync(join(folder, name), 'utf8')
const lines = (name: string) => file(name).trimEnd().split('\n')

/** What each file holds that a command writes. */
const WRITTEN: Readonly<Record<string, () => void>> = {
  'reports.csv': () => expect(lines('reports.csv').length).toBeGreaterThan(700),
  'daxing.json': () =>
    expect(JSON.parse(file('daxing.json'))).toMatchObject({ year: 2020, district: { code: '110115' } }),
  'daxing.html': () => expect(file('daxing.html')).toContain('>28130.0902</td>'),
  'beijing.csv': () =>
    expect(
      new Set(
        lines('beijing.csv')
          .slice(1)
          .map((line) => line.slice(0, 6)),
      ),
    ).toEqual(new Set(['110107', '110115'])),
  'reports.jsonl': () => expect(lines('reports.jsonl')).toHaveLength(5),
  'for-excel.csv': () => expect(file('for-excel.csv')).toBe(`\uFEFF${file('reports.csv')}`),
  'reports.xlsx': () => expect(file('reports.xlsx').slice(0, 2)).toBe('PK'),
  'of-2020.csv': () =>
    expect(
      new Set(
        lines('of-2020.csv')
          .slice(1)
          .map((line) => line.split(',')[4]),
      ),
    ).toEqual(new Set(['2020'])),
}

describe('docs/export.md', () => {
  it.each(commands)('%s', async (command) => {
    // A hub that holds the documents already has other content than their lines.
    if (command.includes(' ingest '))
      await expect(run(command)).rejects.toThrow('reports.jsonl:1: Expected no report of this agency')
    else await run(command)
    const [, name = ''] = / (?:>|-o|--output) (\S+)$/.exec(command) ?? []
    if (!command.includes(' ingest ') && !command.includes('-OJ')) WRITTEN[name]?.()
    if (command.includes('-OJ')) {
      const saved = readdirSync(folder).find((entry) => entry.includes('daxing-2020') || /^[0-9a-f]{64}$/.test(entry))
      expect(file(saved!)).toBe(readFileSync(join(ROOT, 'samples/daxing-2020.txt'), 'utf8'))
    }
  })

  it('has a command for each file that is looked at here', () => {
    for (const name of Object.keys(WRITTEN))
      expect(
        commands.some((command) => command.endsWith(name)),
        name,
      ).toBe(true)
    expect(commands.length).toBe(11)
  })

  it('tells the limits as they are', () => {
    expect(page).toContain('Four are written at once')
    expect([LIMITS.exports.most, LIMITS.exportPause.most, LIMITS.exportMilliseconds.most]).toEqual([
      4, 120_000, 3_600_000,
    ])
  })

  it('names every address that there is', async () => {
    const { errors } = (await (await fetch(`${address}/export/x`)).json()) as { errors: { message: string }[] }
    const [, listed = ''] = /Expected one of (.*) under/.exec(errors[0]!.message) ?? []
    const named = [...page.matchAll(/`\/export\/([\w.]+)`(?:, `(\.\w+)`)?/g)].flatMap(([, name = '', other]) =>
      other === undefined ? [name] : [name, name.replace(/\.\w+$/, other)],
    )
    expect(new Set(named)).toEqual(new Set(listed.split(', ')))
  })
})
