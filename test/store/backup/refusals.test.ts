import { createWriteStream } from 'node:fs'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { digestOf } from '../../../src/store/backup/manifest.ts'
import { restoreBackup } from '../../../src/store/backup/restore-backup.ts'
import { takeBackup } from '../../../src/store/backup/take-backup.ts'
import { connect } from '../../../src/store/database.ts'
import { loadDistricts } from '../../../src/store/load-districts.ts'
import { migrate } from '../../../src/store/migrate.ts'
import { emptyDatabase, testDatabase } from '../../database.ts'
import { onServer } from '../../database-address.ts'
import { backUp, contentOf, folder, restore, verify, withArchive } from './a-backup.ts'
import { fillStore } from './a-full-store.ts'

const db = await testDatabase()
await fillStore(db)

/** The entries of a backup, by name. */
type Entries = Map<string, Buffer>

async function entriesOf(file: string): Promise<Entries> {
  const zip = await openPromise(file, { autoClose: false })
  const entries: Entries = new Map()
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  zip.close()
  return entries
}

async function write(entries: Iterable<readonly [string, Buffer]>): Promise<string> {
  const file = join(await folder(), 'other.backup')
  const zip = new ZipFile()
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name)
  zip.end()
  await pipeline(zip.outputStream as Readable, createWriteStream(file))
  return file
}

/** A backup whose manifest was changed by somebody who knows how. */
async function withManifest(file: string, change: (manifest: Record<string, unknown>) => object): Promise<string> {
  const entries = await entriesOf(file)
  const manifest = JSON.parse(entries.get('manifest.json')?.toString() ?? '')
  const bytes = Buffer.from(JSON.stringify({ ...manifest, ...change(manifest) }))
  entries.set('manifest.json', bytes)
  entries.set('manifest.json.sha256', Buffer.from(digestOf(bytes)))
  return write(entries)
}

describe('a file that is no whole backup', () => {
  it.each([
    ['cut off by a byte', (size: number) => size - 1],
    ['cut off in the middle', (size: number) => Math.floor(size / 2)],
    ['empty', () => 0],
  ])('is refused: %s', async (_, length) => {
    const { file } = await backUp(db.url)
    await truncate(file, length((await readFile(file)).length))
    await expect(verify(file)).rejects.toMatchObject({
      code: 'BACKUP_DAMAGED',
      message: expect.stringMatching(
        /^Expected a whole backup of the hub in .*, got .*: take another copy of the backup, or another backup\.$/,
      ),
    })
  })

  it('is refused wherever a bit is turned', async () => {
    const { file } = await backUp(db.url)
    const bytes = await readFile(file)
    const turned = join(await folder(), 'turned.backup')
    const found: unknown[] = []
    for (let at = 0; at < bytes.length; at += 487) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (bytes[at] ?? 0) ^ 0x10
      await writeFile(turned, damaged)
      found.push(
        await verify(turned).then(
          () => sameContent(turned, file),
          ({ code }) => code,
        ),
      )
    }
    // What is no content, such as moments and names that stand there twice, may be turned without harm.
    expect(new Set(found)).toEqual(new Set(['BACKUP_DAMAGED', 'the same content']))
    expect(found.filter((one) => one === 'BACKUP_DAMAGED').length).toBeGreaterThan(0.9 * found.length)
  })

  it.each([
    ['package.json', /got "End of central directory record signature not found/],
    ['absent', /^Expected a file that can be read, got "ENOENT/],
    ['.', /^Expected a file that can be read, got "EISDIR/],
  ])('is refused when it is something else: %s', async (file, message) => {
    await expect(verify(file)).rejects.toMatchObject({ name: 'StoreError', message: expect.stringMatching(message) })
  })

  it('is refused without a table, with one that is not named, with one twice, and with another content', async () => {
    const { file } = await backUp(db.url)
    const entries = await entriesOf(file)
    const without = new Map(entries)
    without.delete('tables/claims.copy')
    const refused = (message: RegExp) => ({ code: 'BACKUP_DAMAGED', message: expect.stringMatching(message) })
    await expect(verify(await write(without))).rejects.toMatchObject(refused(/got one without "tables\/claims\.copy"/))
    const more = [...entries, ['tables/more.copy', Buffer.from('1\n')]] as const
    await expect(verify(await write(more))).rejects.toMatchObject(
      refused(/got one with "tables\/more\.copy", which its manifest/),
    )
    const twice = [...entries, ['tables/claims.copy', Buffer.from('1\n')]] as const
    await expect(verify(await write(twice))).rejects.toMatchObject(refused(/got "tables\/claims\.copy" twice/))
    const other = new Map(entries).set('tables/claims.copy', Buffer.from('1\n'))
    await expect(verify(await write(other))).rejects.toMatchObject(
      refused(/got 1 rows of the table claims with the digest/),
    )
    const manifest = new Map(entries).set('manifest.json', Buffer.from('{}'))
    await expect(verify(await write(manifest))).rejects.toMatchObject(refused(/got a manifest with the digest/))
    const plain = [
      ['manifest.json', Buffer.from('{}')],
      ['manifest.json.sha256', Buffer.from(digestOf(Buffer.from('{}')))],
    ] as const
    await expect(verify(await write(plain))).rejects.toMatchObject(refused(/^Expected the manifest of a backup/))
  })
})

describe('a backup that does not go with the hub', () => {
  it('is refused when its format is a later one, or a migration is not known or another', async () => {
    const { file, migrations } = await backUp(db.url)
    await expect(verify(await withManifest(file, () => ({ formatVersion: 2 })))).rejects.toMatchObject({
      code: 'BACKUP_NEWER',
      message: expect.stringMatching(
        /^Expected a backup in format 1 or before in .*, got format 2: restore it with the version/,
      ),
    })
    const later = await withManifest(file, () => ({
      migrations: [...migrations, { name: '29990101000000_later', checksum: 'x' }],
    }))
    const url = await emptyDatabase()
    await expect(restore(later, url)).rejects.toMatchObject({
      code: 'BACKUP_NEWER',
      message: expect.stringMatching(
        /got one of version 1\.2\.3 with the migration 29990101000000_later: restore it with that version/,
      ),
    })
    const edited = await withManifest(file, () => ({
      migrations: migrations.map(({ name }) => ({ name, checksum: 'x' })),
    }))
    await expect(restore(edited, url)).rejects.toMatchObject({ code: 'MIGRATION_EDITED' })
    // Nothing was done to the database, either.
    expect(await tablesOf(url)).toEqual([])
  })
})

describe('a store to restore into', () => {
  it('may have been opened before', async () => {
    const taken = await backUp(db.url)
    const url = await openedStore()
    await restore(taken.file, url)
    expect(contentOf(await backUp(url))).toEqual(contentOf(taken))
  })

  it('is refused with anything in it, and is left as it is', async () => {
    const { file } = await backUp(db.url)
    const url = await openedStore()
    await onServer(url, (client) => client.query(`INSERT INTO api_keys (name, sha256) VALUES ('one', sha256('one'))`))
    const before = contentOf(await backUp(url))
    await expect(restore(file, url)).rejects.toMatchObject({
      code: 'STORE_NOT_EMPTY',
      message: expect.stringMatching(
        /^Expected an empty store to restore into, got postgres.*, which has rows in api_keys: create an empty database/,
      ),
    })
    expect(contentOf(await backUp(url))).toEqual(before)
  })

  it('is refused when somebody writes to it at that moment', async () => {
    const { file } = await backUp(db.url)
    const url = await openedStore()
    await onServer(url, async (client) => {
      await client.query(`BEGIN; INSERT INTO api_keys (name, sha256) VALUES ('one', sha256('one'))`)
      const restoring = expect(restore(file, url)).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' })
      const waits = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LOCK TABLE%' AND wait_event_type = 'Lock'`
      await expect.poll(async () => (await onServer(url, (other) => other.query(waits))).rowCount).toBe(1)
      await client.query('COMMIT')
      await restoring
      expect((await client.query('SELECT name FROM api_keys')).rows).toEqual([{ name: 'one' }])
    })
  })

  it('is refused with tables of something else', async () => {
    const { file } = await backUp(db.url)
    const url = await emptyDatabase()
    await onServer(url, (client) => client.query('CREATE TABLE orders (id INT)'))
    await expect(restore(file, url)).rejects.toMatchObject({ code: 'DATABASE_UNSUITABLE' })
    expect(await tablesOf(url)).toEqual(['orders'])
  })

  it('keeps nothing when the rows do not fit, and takes them the next time', async () => {
    const taken = await backUp(db.url)
    const entries = await entriesOf(taken.file)
    // A revision of no report: every digest is right, and the foreign key is not.
    const reports = Buffer.from('')
    entries.set('tables/reports.copy', reports)
    const orphaned = await withManifest(await write(entries), ({ tables }) => ({
      tables: (tables as { name: string }[]).map((table) =>
        table.name === 'reports' ? { ...table, rows: 0, bytes: 0, sha256: digestOf(reports) } : table,
      ),
    }))
    const url = await openedStore()
    const before = contentOf(await backUp(url))
    await expect(restore(orphaned, url)).rejects.toMatchObject({
      code: 'RESTORE_FAILED',
      message: expect.stringMatching(
        /^Expected the rows of the backup to fit .*violates foreign key constraint.*: none of them was kept\./,
      ),
    })
    expect(contentOf(await backUp(url))).toEqual(before)
    await restore(taken.file, url)
    expect(contentOf(await backUp(url))).toEqual(contentOf(taken))
  })
})

describe('a connection that is lost', () => {
  it('leaves no file of a backup', async () => {
    const file = join(await folder(), 'cut.backup')
    await expect(takeBackup(db.url, file, { hubVersion: '1', told: () => cutOff(db.url) })).rejects.toMatchObject({
      code: 'BACKUP_FAILED',
      message: expect.stringMatching(/^Expected the database at .* to give all of its rows, got ".+": /),
    })
    for (const path of [file, `${file}.partial`]) await expect(readFile(path)).rejects.toThrow('ENOENT')
  })

  it('leaves nothing of a restoration, which can be tried again', async () => {
    const taken = await backUp(db.url)
    const url = await emptyDatabase()
    await expect(
      withArchive(taken.file, (archive) => restoreBackup(url, archive, () => cutOff(url))),
    ).rejects.toMatchObject({ code: 'RESTORE_FAILED' })
    expect((await backUp(url)).tables.filter(({ rows }) => rows > 0).map(({ name }) => name)).toEqual([
      'audit_chains',
      'data_versions',
    ])
    await restore(taken.file, url)
    expect(contentOf(await backUp(url))).toEqual(contentOf(taken))
  })
})

it('a backup stands in nobody’s way who reads or writes, and nobody alters its tables', async () => {
  const url = await openedStore()
  const attempts: unknown[] = []
  const file = join(await folder(), 'hub.backup')
  const told = async () => {
    if (attempts.length > 0) return
    await onServer(url, async (client) => {
      const insert = `INSERT INTO agencies (district_code, kind, name) VALUES ('110000', 'GOVERNMENT', 'a')`
      attempts.push((await client.query(insert)).rowCount)
      const alter = 'LOCK TABLE issues IN ACCESS EXCLUSIVE MODE NOWAIT'
      attempts.push(await client.query(`BEGIN; ${alter}`).catch(({ code }) => code))
    })
    // Whoever starts meanwhile finds nothing to migrate, and does not wait.
    attempts.push(await migrate(url))
  }
  await takeBackup(url, file, { hubVersion: '1', told })
  expect(attempts).toEqual([1, '55P03', { applied: [] }])
})

/** A database with the migrations and the districts. */
async function openedStore(): Promise<string> {
  const url = await emptyDatabase()
  await migrate(url)
  const opened = connect(url)
  await loadDistricts(opened)
  await opened.close()
  return url
}

const tablesOf = (url: string) =>
  onServer(url, async (client) => {
    const { rows } = await client.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    )
    return rows.map(({ relname }) => relname)
  })

async function sameContent(one: string, other: string): Promise<string> {
  const [first, second] = await Promise.all([entriesOf(one), entriesOf(other)])
  expect(first).toEqual(second)
  return 'the same content'
}

/** Ends the connection of the hub that is in a transaction, as a lost network would. */
async function cutOff(url: string): Promise<void> {
  await onServer(url, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'disclosure-hub' AND state LIKE 'idle in transaction%'`,
    ),
  )
}
