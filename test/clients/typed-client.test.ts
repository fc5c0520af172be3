import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHub } from '../../src/server/server.ts'
import { sample, testHub } from '../hub.ts'
import { reviseUntil } from './revise-until.ts'

// The program of examples/typed-client, run as a newcomer runs it.

const ROOT = join(import.meta.dirname, '../..')
const trustedManifest = join(ROOT, 'examples/typed-client/generated/persisted-documents.json')

const hub = await testHub()
const trusting = createHub({ database: hub.db, trustedManifest, trustedDocuments: 'only' })
afterAll(() => trusting.close())
let url = ''
let trustingUrl = ''
let folder = ''
beforeAll(async () => {
  await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020')
  url = `${await hub.listen({ port: 0 })}/graphql`
  trustingUrl = `${await trusting.listen({ port: 0 })}/graphql`
  folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-client-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function start(options: readonly string[], key = '') {
  const child = spawn(process.execPath, ['examples/typed-client/main.ts', ...options], {
    cwd: ROOT,
    env: { ...process.env, HUB_KEY: key },
  })
  const printed = { out: '', err: '' }
  for (const [stream, name] of [
    [child.stdout, 'out'],
    [child.stderr, 'err'],
  ] as const) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines = () => printed.out.trimEnd().split('\n')
  return { lines, printed, ended, end: () => void child.kill() }
}

/** Runs the program to its end: its code, its lines, and what it says went wrong. */
async function run(options: readonly string[], key?: string) {
  const { lines, printed, ended } = start(options, key)
  return { code: await ended, lines: lines(), error: printed.err }
}

/** What it says of the file, after the table. */
async function checked(text: string, key = hub.key) {
  const file = join(folder, 'report.txt')
  await writeFile(file, text)
  const { code, lines } = await run(['--url', url, '--page', '100', '--check', file], key)
  expect(code).toBe(0)
  return lines.slice(7)
}

const DISTRICTS = [
  'year  received  disclosed  like 2021    findings  district',
  // (149 + 752) ÷ 2258, where the forms since 2019 count what is already public with what is granted; 309 ÷ 525;
  // (109 + 103) ÷ 655; 261 ÷ 962.
  '2017  2555      0.399026   APPROXIMATE  6         朝阳区',
  '2022  530       0.588571   EXACT        0         石景山区',
  '2018  674       0.323664   APPROXIMATE  9         通州区',
  '2020  953       0.27131    EXACT        0         大兴区',
]

describe('npm run example:client', () => {
  it('prints the districts page by page, asked by the id of a document, and again without being sent them', async () => {
    expect(await run(['--url', trustingUrl])).toEqual({
      code: 0,
      lines: [
        'status 200, districts: 2, asked by its id',
        'status 200, districts: 2, asked by its id',
        ...DISTRICTS,
        'status 304, districts: 2, asked by its id',
      ],
      error: '',
    })
  })

  it('sends the document to a hub that does not trust it', async () => {
    const { code, lines } = await run(['--url', url, '--page', '3'])
    expect(code).toBe(0)
    expect(lines).toEqual([
      'status 200, districts: 3, asked by its text: the hub does not trust it',
      'status 200, districts: 1, asked by its text: the hub does not trust it',
      ...DISTRICTS,
      'status 304, districts: 3, asked by its text: the hub does not trust it',
    ])
  })

  it('says of a figure that the document does not have that it is absent, and never zero', async () => {
    const { lines } = await run(['--url', trustingUrl, '--province', '130000'])
    expect(lines[0]).toBe('status 200, districts: 0, asked by its id')
    await hub.dataOf<unknown, unknown>(
      'mutation ($text: String!) { ingestReport(input: { source: { text: $text } }) { __typename } }',
      { text: '石家庄市长安区人民政府2021年政府信息公开工作年度报告\n\n一、总体情况\n本年按时公开年度报告。\n' },
    )
    const { lines: after } = await run(['--url', trustingUrl, '--province', '130000'])
    expect(after.at(-2)).toMatch(/^2021 {2}ABSENT +FORM_UNKNOWN +\d+ +长安区$/)
  })

  it('tells what contradicts itself in a report, by the typed error of the preview', async () => {
    const findings = await checked(sample('chaoyang-2017'))
    expect(findings).toEqual([expect.stringMatching(/^statistics\.staff: .*224 ≠ .*235.*\. 若为 235/)])
  })

  it('tells why a text is no report, and which report it is where it is one', async () => {
    const refused = await checked('Minutes of a meeting')
    expect(refused).toEqual([expect.stringMatching(/^NotAReportError: Expected .*, got /)])
    expect(await checked(sample('daxing-2020'))).toEqual(['北京市大兴区 2020: CLEAN'])
  })

  it('fails with the code of an error, and says when nothing answers', async () => {
    const withoutKey = await run(['--url', url, '--check', 'samples/daxing-2020.txt'])
    expect(withoutKey).toMatchObject({ code: 1, error: expect.stringMatching(/^UNAUTHENTICATED: Expected/) })
    const page = await run(['--url', url, '--page', '1000'])
    expect(page).toMatchObject({ code: 1, error: expect.stringMatching(/^BAD_USER_INPUT: .*100/) })
    const nobody = await run(['--url', 'http://127.0.0.1:9/graphql'])
    expect(nobody).toMatchObject({ code: 1, error: expect.stringMatching(/^No hub answers at http:/) })
  })

  it('follows what is ingested', async () => {
    const { lines, ended, end } = start(['--url', url, '--follow'])
    await expect.poll(lines).toContain('waiting for reports; Ctrl-C ends')
    // It has told that it will subscribe, and not that it has.
    const told = expect.poll(() => lines().at(-1)).toBe('REVISED 石景山区 2022: CLEAN')
    await reviseUntil(hub, 'shijingshan-2022', Promise.resolve(told))
    end()
    await ended
  })
})
