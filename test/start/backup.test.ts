import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../database.ts'
import { storeLastSample } from '../queries/ask-example.ts'
import { dataFolder, run, type ServingHub, serve } from './hub-process.ts'

const db = await testDatabase()
await storeLastSample(db)

async function hub(command: readonly string[], settings: Record<string, string> = {}) {
  const { ended, printed } = run(['src/cli.ts', ...command], settings)
  return { code: await ended, ...printed }
}

const REPORTS = '{ reports { nodes { id year createdAt currentRevision { number title sourceSha256 } } } }'

async function tagOf({ address }: ServingHub): Promise<string | null> {
  const response = await fetch(`${address}/graphql?${new URLSearchParams({ query: REPORTS })}`)
  return response.headers.get('etag')
}

// Five processes and two clusters, on a machine that may be busy.
it('hub backup takes a store that serves, and hub restore brings it to another folder', {
  timeout: 180_000,
}, async () => {
  const DATA_DIR = await dataFolder()
  const file = join(dirname(DATA_DIR), 'hub.zip')
  const serving = await serve({ DATA_DIR })
  const taken = await hub(['backup', file], { DATA_DIR })
  expect(taken).toMatchObject({ code: 0, error: '' })
  expect(taken.out).toMatch(
    /^Backed up 5 reports with 5 revisions, as of \d{4}-\S+Z: \d+ rows of \d+ tables, by version \d\S+ from PostgreSQL 18\S*\.\nWritten to .*hub\.zip, \d+\.\d kB, and read again\.\nSHA-256 of its manifest: [0-9a-f]{64}\n$/,
  )
  const digest = taken.out.slice(-65, -1)
  const elsewhere = join(dirname(DATA_DIR), 'restored')
  expect(await hub(['restore', file, '--sha256', digest], { DATA_DIR: elsewhere })).toMatchObject({
    code: 0,
    error: '',
    out: expect.stringMatching(
      /^Restored 5 reports .*\nRead again: everything is as it was\.\nSHA-256 of its manifest: [0-9a-f]{64}\n$/,
    ),
  })
  const restored = await serve({ DATA_DIR: elsewhere })
  expect(await restored.ask(REPORTS)).toEqual(await serving.ask(REPORTS))
  expect(await tagOf(restored)).toBe(await tagOf(serving))
  // It has a key, and reports of its own.
  expect(restored.printed.out).not.toMatch(/hub_[\w-]{43}|sample reports/)
})

describe('a backup of a database', () => {
  const settings = { DATABASE_URL: db.url }

  it('is told as JSON, replaced if told so, and verified without a database', async () => {
    const file = join(dirname(await dataFolder()), 'hub.zip')
    const { code, out } = await hub(['backup', '--json', file], settings)
    expect(code).toBe(0)
    const told = JSON.parse(out)
    expect(told).toMatchObject({ file, size: expect.any(Number), hubVersion: expect.any(String) })
    expect(await hub(['backup', file], settings)).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/^Expected to write a new file, got .*--force\.\n$/),
    })
    const verified = await hub(['backup', '--verify', '--json', file], { DATABASE_URL: 'postgres://127.0.0.1:1/x' })
    expect(verified).toMatchObject({ code: 0, error: '' })
    const { size, ...manifest } = told
    expect(JSON.parse(verified.out)).toMatchObject(manifest)
    expect(await hub(['backup', '--force', file], settings)).toMatchObject({ code: 0 })
  })

  it('is not restored when it is another, or cut off, or there is a store already; nothing is made then', async () => {
    const DATA_DIR = await dataFolder()
    const file = join(dirname(DATA_DIR), 'hub.zip')
    await hub(['backup', file], settings)
    expect(await hub(['restore', file, '--sha256', '0'.repeat(64)], { DATA_DIR })).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(
        /^Expected the backup with the digest 0{64} in .*, got one with [0-9a-f]{64}: .*\n$/,
      ),
    })
    expect(await hub(['restore', file], settings)).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Expected an empty store to restore into, got .*\n$/),
    })
    await writeFile(file, (await readFile(file)).subarray(0, -1000))
    expect(await hub(['restore', file], { DATA_DIR })).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^Expected a whole backup of the hub in .*: take another copy .*\n$/),
    })
    await expect(readFile(join(DATA_DIR, 'password'))).rejects.toThrow('ENOENT')
  })

  it('is no file when there is no room for it', async () => {
    const file = join(dirname(await dataFolder()), 'hub.zip')
    // No file may be longer than forty blocks.
    const command = ['-c', 'ulimit -f 40 && exec "$0" src/cli.ts backup "$1"', process.execPath, file]
    const { ended, printed } = run(command, settings, '/bin/sh')
    expect(await ended).toBe(1)
    expect(printed.error).toMatch(
      /^Expected to write the backup to .*hub\.zip, got "EFBIG: .*": choose a folder that .*\n$/,
    )
    await expect(readFile(`${file}.partial`)).rejects.toThrow('ENOENT')
  })
})
