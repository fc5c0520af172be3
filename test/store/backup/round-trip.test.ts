import { readFile, stat } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { rejudge } from '../../../src/ingest/rejudge.ts'
import { takeBackup } from '../../../src/store/backup/take-backup.ts'
import { connect } from '../../../src/store/database.ts'
import { readMigrations } from '../../../src/store/schema-engine.ts'
import { emptyDatabase, testDatabase } from '../../database.ts'
import { onServer } from '../../database-address.ts'
import { backUp, contentOf, restore, verify } from './a-backup.ts'
import { AWKWARD, fillStore } from './a-full-store.ts'

const db = await testDatabase()
await fillStore(db)

/** What the catalogue says of the schema beside its rows: what restoring takes away for a while has to come back as it was. */
const CATALOGUE = `
  SELECT conrelid::regclass || ' ' || conname AS name, pg_get_constraintdef(oid) || convalidated AS definition
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL
  SELECT tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) || indisvalid FROM pg_index
  WHERE indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
  ORDER BY name, definition`

const tablesOf = (schema: string): string[] =>
  [...schema.matchAll(/^model [\s\S]*?^}/gm)].map(([model]) => /@@map\("(\w+)"\)/.exec(model)?.[1] ?? model).toSorted()

it('covers every table, each with rows', async () => {
  const { tables } = await backUp(db.url)
  const names = tablesOf(await readFile(new URL('../../../prisma/schema.prisma', import.meta.url), 'utf8'))
  expect(names).toContain('reports')
  expect(tables.map(({ name }) => name)).toEqual(names)
  const counted = await onServer(db.url, async (client) => {
    const counts: Record<string, number> = {}
    for (const name of names) {
      counts[name] = (await client.query(`SELECT count(*)::int AS rows FROM ${name}`)).rows[0].rows
    }
    return counts
  })
  expect(Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))).toEqual(counted)
  const empty = names.filter((name) => counted[name] === 0)
  expect(empty, 'Give these tables rows in a-full-store.ts: of a table without any, nothing is tested.').toEqual([])
})

it('restores what there was, to the last character, and a backup of that is the same', async () => {
  const taken = await backUp(db.url)
  const url = await emptyDatabase()
  expect(await restore(taken.file, url)).toEqual({ migrated: [] })
  expect(contentOf(await backUp(url))).toEqual(contentOf(taken))
  const read = (at: string, query: string) => onServer(at, async (client) => (await client.query(query)).rows)
  const [section] = await read(url, 'SELECT heading, text FROM sections WHERE position = 1000')
  expect(section).toEqual({ heading: AWKWARD, text: AWKWARD })
  expect(await read(url, CATALOGUE)).toEqual(await read(db.url, CATALOGUE))
})

it('leaves a store that goes on: nothing to judge, ids that are free, triggers that fire', async () => {
  const taken = await backUp(db.url)
  const url = await emptyDatabase()
  await restore(taken.file, url)
  const copy = connect(url)
  const changed: unknown[] = []
  for await (const { statusBefore, judgement, gained, lost } of rejudge(copy, { isDryRun: true })) {
    if (statusBefore !== judgement.status || gained.length + lost.length > 0) changed.push(judgement)
  }
  expect(changed).toEqual([])
  const version = 'SELECT sum(version)::text AS version FROM data_versions'
  expect((await copy.pool.query(version)).rows).toEqual((await db.pool.query(version)).rows)
  const before = await copy.prisma.agency.findMany({ orderBy: { id: 'asc' } })
  const { id } = await copy.prisma.agency.create({
    data: { districtCode: '110000', kind: 'DEPARTMENT', name: 'another' },
  })
  expect(id).toBe((before.at(-1)?.id ?? 0) + 1)
  expect((await copy.pool.query(version)).rows).not.toEqual((await db.pool.query(version)).rows)
  await expect(copy.pool.query('DELETE FROM sections')).rejects.toThrow('A revision is immutable')
  await expect(copy.pool.query('UPDATE reports SET current_number = 9')).rejects.toThrow('violates foreign key')
  await copy.close()
})

it('notes what it is of', async () => {
  const { file, ...taken } = await backUp(db.url)
  const migrations = (await readMigrations()).map(({ name }) => name)
  expect(taken.migrations.map(({ name }) => name)).toEqual(migrations)
  expect(taken).toMatchObject({ hubVersion: '1.2.3', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(taken.postgresVersion).toMatch(/^\d\d/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await verify(file)
})

it('replaces no file unless told to, and leaves nothing beside it', async () => {
  const { file, sha256 } = await backUp(db.url)
  await expect(takeBackup(db.url, file, { hubVersion: '1' })).rejects.toMatchObject({
    code: 'BACKUP_EXISTS',
    message: expect.stringMatching(/^Expected to write a new file, got .* which is there already: .*--force\.$/),
  })
  const again = await takeBackup(db.url, file, { hubVersion: '2', replace: true })
  expect(again.sha256).not.toBe(sha256)
  await expect(stat(`${file}.partial`)).rejects.toThrow('ENOENT')
  await expect(takeBackup(db.url, `${file}/absent/x`, { hubVersion: '1' })).rejects.toMatchObject({
    code: 'BACKUP_NOT_WRITTEN',
  })
})

it('is of a database that the hub made', async () => {
  const url = await emptyDatabase()
  await expect(backUp(url)).rejects.toMatchObject({ code: 'DATABASE_UNSUITABLE' })
  await expect(backUp('postgres://hub:secret@127.0.0.1:1/hub')).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
})
