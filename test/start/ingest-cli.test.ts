import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../database.ts'
import { tarGzOf, zipOf } from '../ingest/archive/make-archives.ts'
import { dataFolder, run, serve } from './hub-process.ts'

// `hub ingest`, as users call it, with a hub that serves in a process of its own.

const daxing = await readFile(new URL('../../samples/daxing-2020.txt', import.meta.url), 'utf8')
const ofYear = (year: number) => daxing.replaceAll('2020', `${year}`)

async function hub(args: readonly string[], settings: Record<string, string> = {}) {
  const { printed, ended } = run(['src/cli.ts', ...args], settings)
  const code = await ended
  return { code, ...printed }
}

/** A folder with a report, a folder below, two archives, and what is none of these. */
async function folderOfReports(): Promise<string> {
  const folder = join(await dataFolder(), 'reports')
  await mkdir(join(folder, 'below'), { recursive: true })
  const { out } = await hub(['read', 'samples/tongzhou-2018.txt', '--json'])
  await writeFile(join(folder, '.hidden.txt'), 'x')
  await writeFile(join(folder, '1991.txt'), ofYear(1991))
  await writeFile(join(folder, 'below/1992.txt'), ofYear(1992))
  await writeFile(
    join(folder, 'all.zip'),
    zipOf([
      { name: 'a/1993.txt', content: ofYear(1993) },
      { name: 'minutes.txt', content: 'Minutes' },
    ]),
  )
  await writeFile(join(folder, 'all.tgz'), tarGzOf([{ name: '1994.txt', content: ofYear(1994) }]))
  await writeFile(join(folder, 'lines.jsonl'), `${JSON.stringify(JSON.parse(out))}\n`)
  await writeFile(join(folder, 'broken.zip'), 'no archive')
  return folder
}

const NAMES = ['1991.txt', 'all.tgz/1994.txt', 'all.zip/a/1993.txt', 'below/1992.txt', 'lines.jsonl:1']
const objects = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

it('stores folders, archives and lines in the store of the machine, and sums up', async () => {
  const settings = { DATABASE_URL: await emptyDatabase() }
  const folder = await folderOfReports()
  const dry = await hub(['ingest', '--dry-run', '--json', folder], settings)
  expect(dry.code).toBe(1)
  expect(objects(dry.out).filter(({ outcome }) => outcome === 'READ')).toHaveLength(5)
  const first = await hub(['ingest', folder], settings)
  expect(first.code).toBe(1)
  for (const name of NAMES) expect(first.out).toContain(`(${folder}/${name})`)
  expect(first.out).toMatch(
    /^7 files: 5 without an error, 2 refused\.\n {2}CREATED +5\n {2}ARCHIVE_UNREADABLE +1\n {2}NOT_A_REPORT +1\n$/m,
  )
  expect(first.error).toContain(`${folder}/all.zip/minutes.txt: Expected an annual report`)
  const again = await hub(['ingest', '--json', folder], settings)
  expect(objects(again.out).filter(({ outcome }) => outcome === 'UNCHANGED')).toHaveLength(5)
})

describe('with --url', () => {
  it('sends them to a hub in a run, tells the same, and changes nothing the second time', async () => {
    const serving = await serve({ DATABASE_URL: await emptyDatabase() })
    const folder = await folderOfReports()
    const args = ['ingest', '--url', serving.address, '--key', serving.key!, '--json', folder]
    const first = await hub(args)
    expect(first.code).toBe(1)
    const told = objects(first.out)
    expect(told.filter(({ outcome }) => outcome === 'CREATED').map(({ file }) => file)).toEqual(
      expect.arrayContaining(NAMES.filter((name) => !name.startsWith('lines')).map((name) => `reports/${name}`)),
    )
    // That of Tongzhou is a sample of the first start, as a text.
    const codes = Object.fromEntries(told.flatMap(({ file, error }) => (error ? [[file, error.code]] : [])))
    expect(codes).toEqual({
      'reports/broken.zip': 'ARCHIVE_UNREADABLE',
      'reports/all.zip/minutes.txt': 'NOT_A_REPORT',
      'reports/lines.jsonl:1': 'REVISION_CONFLICT',
    })
    const again = await hub(args)
    expect(objects(again.out).filter(({ outcome }) => outcome === 'UNCHANGED')).toHaveLength(4)
    const { ingestionRuns } = await serving.ask<{ ingestionRuns: { totalCount: number } }>(
      '{ ingestionRuns { totalCount } }',
      serving.key,
    )
    expect(ingestionRuns.totalCount).toBe(2)
    // A correction follows the revision that is named.
    const corrected = join(folder, 'below/1992.txt')
    await writeFile(corrected, ofYear(1992).replace('28130.0902', '28130.0903'))
    const revised = await hub([
      'ingest',
      '--url',
      serving.address,
      '--key',
      serving.key!,
      '--expected-revision',
      '1',
      '--reason',
      'A digit.',
      corrected,
    ])
    expect(revised).toMatchObject({ code: 0, error: '' })
    const { report } = await serving.ask<{ report: object }>(
      '{ report(district: "110115", year: 1992) { currentRevision { number reason } } }',
    )
    expect(report).toEqual({ currentRevision: { number: 2, reason: 'A digit.' } })
  })

  it('goes on where it was when it was stopped, and waits for a hub that is away', async () => {
    const settings = { DATABASE_URL: await emptyDatabase(), PORT: '0' }
    // It takes files, and works none off.
    const first = await serve({ ...settings, INGEST_AT_ONCE: '0' })
    const folder = await folderOfReports()
    const { port } = new URL(first.address)
    const args = ['src/cli.ts', 'ingest', '--url', first.address, '--key', first.key!, '--json', folder]
    const stopped = run(args, {})
    const total = async () =>
      (
        await first.ask<{ ingestionRuns: { nodes: { total: number }[] } }>(
          '{ ingestionRuns { nodes { total } } }',
          first.key,
        )
      ).ingestionRuns.nodes[0]?.total
    await expect.poll(total).toBe(6)
    stopped.child.kill('SIGINT')
    expect(await stopped.ended).toBe(130)
    expect(stopped.printed.error).toContain('the same command goes on where it was')
    const going = run(args, {})
    first.child.kill('SIGKILL')
    await first.ended
    const second = await serve({ ...settings, PORT: port })
    expect(await going.ended).toBe(1)
    expect(objects(going.printed.out).filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(4)
    const { ingestionRuns } = await second.ask<{ ingestionRuns: { nodes: { total: number }[] } }>(
      '{ ingestionRuns { nodes { total done failed } } }',
      first.key,
    )
    // What was refused before it came into a run that is closed is refused again, in another one.
    const filled = ingestionRuns.nodes.filter(({ total }) => total > 0)
    expect(filled).toEqual([{ total: 6, done: 4, failed: 2 }])
  })

  it('says what is wrong with the address and the key, by exit code 2', async () => {
    const serving = await serve({ DATABASE_URL: await emptyDatabase() })
    const ingest = (...args: string[]) => hub(['ingest', 'samples/daxing-2020.txt', '--url', ...args])
    expect(await ingest(serving.address)).toMatchObject({ code: 2, error: expect.stringContaining('HUB_KEY') })
    expect(await ingest(serving.address, '--key', 'hub_x')).toMatchObject({
      code: 2,
      error: expect.stringContaining('Expected an API key'),
    })
    expect(await ingest('nowhere', '--key', 'hub_x')).toMatchObject({ code: 2 })
    expect(await ingest('http://127.0.0.1:64999', '--key', 'hub_x', '--patience', '1')).toMatchObject({
      code: 2,
      error: expect.stringMatching(/The hub is away \([\s\S]*the same command/),
    })
    expect(await hub(['ingest', '--nothing'])).toMatchObject({ code: 2 })
    expect(await hub(['ingest', 'nowhere.txt', '--url', serving.address, '--key', 'hub_x'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('Expected a file that can be read'),
    })
  })
})
