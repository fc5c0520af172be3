import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyDatabase } from '../database.ts'
import { testHub } from '../hub.ts'

// docs/keys.md: every command is run in the order of the page, and every question is asked.

const ROOT = join(import.meta.dirname, '../..')
const page = await readFile(join(ROOT, 'docs/keys.md'), 'utf8')
const commands = [...page.matchAll(/^ {4}npm run --silent hub -- (.+)$/gm)].map(([, command]) => command!)
const questions = [...page.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(([, question]) => question!)

const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-keys-'))
afterAll(() => rm(folder, { recursive: true }))
const settings = { DATABASE_URL: await emptyDatabase(), INIT_CWD: folder, PATH: process.env.PATH }

/** Runs a command as a shell does, in a folder of its own. */
async function shell(command: string) {
  const line = `'${process.execPath}' '${join(ROOT, 'src/cli.ts')}' ${command}`
  const child = spawn('sh', ['-c', line], { cwd: folder, env: settings, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let error = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (error += chunk))
  const [code] = await once(child, 'close')
  return { code, out, error }
}

const KEY = /^hub_[\w-]{43}\n$/
const HEADS = /^\d+ events in \d+ chains: nothing was changed\.\n(\d+ \d+ [\da-f]{64}\n)+$/

/** What each command prints, by how it begins. */
const PRINTED: readonly (readonly [string, RegExp])[] = [
  ['key create', KEY],
  ['key list --json', /^(\{"name":"[^"]+","status":"IN_USE","scopes":\[.*\}\n){3}$/],
  ['key list', /^Beijing 2026: INGEST for 110000 北京市, made \S+, never used, expires \S+ \S+ UTC\n/],
  ['key revoke', /^Revoked the key "Beijing 2026": /],
  ['audit list --action key. ', /^(\{"at":"[^"]+","chain":64,.*"action":"key\.(created|revoked)".*\}\n){5}$/],
  ['audit list', / {2}report\.created {2}on this machine {2}北京市通州区人民政府 \(110112\) 2018 {2}/],
  ['audit verify --sources', /^\d+ events in 2 chains, 1 revision compared: nothing was changed\.\n/],
  ['audit verify --expect', HEADS],
  ['audit verify >', /^$/],
  ['audit seal', /^[\da-f]{64}\n$/],
]

describe('docs/keys.md', () => {
  it('shows commands that work, in the order of the page', async () => {
    expect((await shell(`ingest '${join(ROOT, 'samples/tongzhou-2018.txt')}'`)).code).toBe(0)
    expect(commands.length).toBeGreaterThan(10)
    for (const command of commands) {
      const [, printed] = PRINTED.find(([begins]) => command.startsWith(begins)) ?? []
      const { code, out, error } = await shell(command)
      expect({ command, code, out }).toEqual({ command, code: 0, out: expect.stringMatching(printed ?? /^a row/) })
      if (!command.startsWith('key create')) expect(error).toBe('')
    }
    const kept = await readFile(join(folder, 'trail.txt'), 'utf8')
    expect(kept).toMatch(HEADS)
    // The hash of a seal, of none, and a file that is none.
    const { out: seal } = await shell('audit seal')
    expect(await shell(`audit verify --expect ${seal.trim()}`)).toMatchObject({ code: 0, error: '' })
    expect(await shell(`audit verify --expect ${'0'.repeat(64)}`)).toMatchObject({
      code: 1,
      out: expect.stringContaining(': 1 break.\n'),
      error: `No seal has the hash ${'0'.repeat(64)}.\n`,
    })
    expect(await shell('audit verify --expect absent.txt')).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Expected a file that can be read, got .*\n$/),
    })
  })

  it('says what is wrong with what a key is asked for', async () => {
    const wrong: [string, RegExp][] = [
      ['key city', /unknown command 'city'/],
      ['key create x --scope WRITE', /Allowed choices are READ_PRIVATE, INGEST, ADMIN/],
      ['key create x --district 999999', /^Expected the code of a division of GB\/T 2260, six digits, got "999999": /],
      ['key create x --agency 无此局', /^Expected an agency that has reports in the hub, got "无此局": /],
      ['key create x --expires 2020-01-01', /^Expected a key to expire in the future, got 2020-01-01T16:00:00.000Z: /],
      ['key create x --expires 2027-02-30', /Expected a date such as 2027-12-31, or days such as 90d/],
      ['key revoke nobody', /^Expected the name of a key in use, got "nobody": list the keys to find it\.\n$/],
    ]
    for (const [command, error] of wrong)
      expect(await shell(command)).toMatchObject({ code: 1, out: '', error: expect.stringMatching(error) })
  })
})

describe('what docs/keys.md asks', () => {
  it('is answered', async () => {
    const hub = await testHub()
    expect(questions.length).toBe(2)
    for (const question of questions) {
      const { data, errors } = await hub.ask<Record<string, { __typename?: string }>, object>(question)
      expect(errors).toBeUndefined()
      expect(JSON.stringify(data)).not.toContain('Error')
    }
  })
})
