import { describe, expect, it } from 'vitest'
import { rejudge } from '../../src/ingest/rejudge.ts'
import { connect } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { nextMigration } from '../../src/store/new-migration.ts'
import type { NamedRejudged } from '../../src/store/rejudge-reports.ts'
import { readMigrations } from '../../src/store/schema-engine.ts'
import { emptyDatabase } from '../database.ts'
import { onServer } from '../database-address.ts'
import { FIRST_LATER, makeEarlierStore, makeStoreBefore, NOTES_TABLE } from './an-earlier-store.ts'

const names = (await readMigrations()).map(({ name }) => name)

describe('migrate', () => {
  it('applies every migration once', async () => {
    const url = await emptyDatabase()
    expect(await migrate(url)).toEqual({ applied: names })
    expect(await migrate(url)).toEqual({ applied: [] })
    const db = connect(url)
    expect(await db.prisma.report.count()).toBe(0)
    await db.close()
  })

  it('has documents and their sections compressed by LZ4, where the server knows it', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    await onServer(url, async (client) => {
      const { rows: servers } = await client.query<{ methods: string[] }>(
        `SELECT enumvals AS methods FROM pg_settings WHERE name = 'default_toast_compression'`,
      )
      const { rows: columns } = await client.query(
        `SELECT relname || '.' || attname AS name FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
         WHERE attcompression = 'l' AND relkind = 'r'`,
      )
      const documents = ['ingestion_items.source', 'revisions.snippets', 'revisions.source', 'sections.text']
      expect(columns.map(({ name }) => name).toSorted()).toEqual(servers[0]?.methods.includes('lz4') ? documents : [])
    })
  })

  it('leaves how documents are compressed as it is, where somebody reads them for long', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    const migration = (await readMigrations()).find(({ name }) => name.endsWith('_compress_documents_with_lz4'))
    await onServer(url, async (reader) => {
      await reader.query('ALTER TABLE revisions ALTER COLUMN source SET COMPRESSION pglz')
      await reader.query('BEGIN; SELECT FROM revisions')
      await onServer(url, (client) => client.query(migration?.sql ?? ''))
      await reader.query('COMMIT')
      const { rows } = await reader.query(
        `SELECT attcompression AS method FROM pg_attribute WHERE attrelid = 'revisions'::regclass AND attname = 'source'`,
      )
      expect(rows).toEqual([{ method: 'p' }])
    })
  })

  it('lets two processes start on an empty database at once', async () => {
    const url = await emptyDatabase()
    const both = await Promise.all([migrate(url), migrate(url)])
    expect(both.map(({ applied }) => applied.length).toSorted()).toEqual([0, names.length])
  })

  it('refuses a database that is newer than the code', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    await onServer(url, (client) =>
      client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', now())`,
      ),
    )
    await expect(migrate(url)).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
      message: expect.stringMatching(
        /^Expected .* no newer than this version of the hub, got the migration 29990101000000_later: .*\.$/,
      ),
    })
  })

  it('refuses a database in which something else keeps its tables, and leaves it as it is', async () => {
    const url = await emptyDatabase()
    await onServer(url, (client) => client.query('CREATE TABLE orders (id INT); CREATE TABLE customers (id INT)'))
    await expect(migrate(url)).rejects.toMatchObject({
      code: 'DATABASE_UNSUITABLE',
      message: expect.stringMatching(
        /^Expected an empty database, .* \(customers, orders\): .* set DATABASE_URL to it\.$/,
      ),
    })
    await onServer(url, async (client) => {
      expect((await client.query(`SELECT to_regclass('_prisma_migrations') AS found`)).rows).toEqual([{ found: null }])
    })
  })

  it('refuses a database to which another text of a migration was applied', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    await onServer(url, (client) => client.query(`UPDATE _prisma_migrations SET checksum = 'edited'`))
    await expect(migrate(url)).rejects.toMatchObject({ code: 'MIGRATION_EDITED' })
  })

  it('tries a migration again that was cut off, since nothing of it was kept', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    await onServer(url, async (client) => {
      await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
      await client.query(NOTES_TABLE)
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '${names[0]}')`,
      )
    })
    expect(await migrate(url)).toEqual({ applied: names })
  })

  it('tells in one sentence that no database answers, without the password', async () => {
    await expect(migrate('postgres://hub:secret@127.0.0.1:1/hub')).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.not.stringContaining('secret'),
    })
  })
})

it('has a migration for everything in schema.prisma', async () => {
  expect(await nextMigration(await emptyDatabase())).toBeNull()
})

describe('a store of an earlier version', () => {
  it('keeps its reports and figures, and is judged anew', async () => {
    const url = await emptyDatabase()
    await makeEarlierStore(url)
    const first = names.indexOf(FIRST_LATER)
    expect((await migrate(url)).applied).toEqual(names.slice(first))
    const db = connect(url)
    expect(await db.prisma.reviewResult.count()).toBe(5)
    expect([await db.prisma.judgement.count(), await db.prisma.finding.count()]).toEqual([0, 0])
    const rejudged: NamedRejudged[] = []
    for await (const report of rejudge(db, { only: 'STALE' })) rejudged.push(report)
    expect(rejudged).toMatchObject([
      { key: { year: 2021, number: 1 }, statusBefore: null, judgement: { status: 'ERRORS' }, lost: [] },
    ])
    expect(await db.prisma.finding.findMany({ include: { judgement: true } })).toMatchObject([
      { ruleId: 'review.results', left: { value: '5' }, right: { value: '4' }, judgement: { errors: 1 } },
    ])
    await db.close()
  })
})

it('begins the log of what is in force with what a store of an earlier version tells of it', async () => {
  const url = await emptyDatabase()
  const first = names.findIndex((name) => name.endsWith('_add_report_changes'))
  await makeStoreBefore(url, '_add_report_changes', REVISED_REPORTS)
  expect((await migrate(url)).applied).toEqual(names.slice(first))
  const db = connect(url)
  const changes = await db.prisma.reportChange.findMany({ orderBy: [{ year: 'asc' }, { position: 'asc' }] })
  const second = 'T00:00:00'
  expect(
    changes.map(({ year, position, at, kind, number, previousNumber, reason, keyId }) => {
      return [year, position, at.toISOString().slice(0, -1), kind, number, previousNumber, reason, keyId]
    }),
  ).toEqual([
    // Two requests at once took turns in another order than that in which they came.
    [2019, 1, `2025-02-02${second}.000`, 'CREATED', 1, null, null, null],
    [2019, 2, `2025-02-02${second}.001`, 'REVISED', 2, 1, '更正', 5],
    [2019, 3, `2025-03-01${second}.000`, 'REVISED', 3, 2, null, null],
    // A hand on the database took these out of force.
    [2020, 1, `2025-01-01${second}.000`, 'CREATED', 1, null, null, null],
    [2020, 2, `2025-06-01${second}.000`, 'WITHDRAWN', null, 1, 'Found so when the log of changes was begun.', null],
    [2021, 1, `2025-01-01${second}.000`, 'CREATED', 1, null, null, null],
    [2021, 2, `2025-01-02${second}.000`, 'REVISED', 2, 1, null, null],
    [2021, 3, `2025-01-02${second}.001`, 'RESTORED', 1, 2, 'Found so when the log of changes was begun.', null],
  ])
  // One without any revision was none. The others tell the moments of their logs.
  const reports = await db.prisma.report.findMany({ orderBy: { year: 'asc' } })
  expect(reports.map(({ year, updatedAt }) => [year, updatedAt.toISOString().slice(0, -1)])).toEqual([
    [2019, `2025-03-01${second}.000`],
    [2020, `2025-06-01${second}.000`],
    [2021, `2025-01-02${second}.001`],
  ])
  await db.close()
})

const REVISED_REPORTS = `
  INSERT INTO districts (code, name, full_name, level) VALUES ('110000', '北京市', '北京市', 'PROVINCE');
  INSERT INTO agencies (id, district_code, kind, name) VALUES (1, '110000', 'GOVERNMENT', '北京市人民政府');
  INSERT INTO api_keys (id, name, sha256) VALUES (5, 'city', sha256('x'));
  INSERT INTO reports (agency_id, year, district_code, updated_at) VALUES
    (1, 2018, '110000', '2025-01-01Z'), (1, 2019, '110000', '2025-03-01Z'), (1, 2020, '110000', '2025-06-01Z'),
    (1, 2021, '110000', '2025-01-01Z');
  INSERT INTO revisions (agency_id, year, number, source_kind, media_type, source_sha256, source, parser_version, reason, created_at, created_by_id)
  SELECT 1, year, number, 'TEXT', 'text/plain', sha256('x'), 'x', '1', reason, at::timestamptz, by FROM (VALUES
    (2019, 1, NULL, '2025-02-02Z', NULL::int), (2019, 2, '更正', '2025-02-01Z', 5), (2019, 3, NULL, '2025-03-01Z', NULL),
    (2020, 1, NULL, '2025-01-01Z', NULL), (2021, 1, NULL, '2025-01-01Z', NULL), (2021, 2, NULL, '2025-01-02Z', NULL)
  ) AS made (year, number, reason, at, by);
  UPDATE reports SET current_number = CASE year WHEN 2019 THEN 3 WHEN 2021 THEN 1 END`

it('takes answers away in which an earlier version kept a key', async () => {
  const url = await emptyDatabase()
  await makeStoreBefore(
    url,
    '_forget_told_keys',
    `INSERT INTO idempotent_answers (key_id, idempotency_key, request_sha256, owner, status, media_type, body) VALUES
       (1, 'told', sha256(''), 1, 200, 'application/json', '{"data":{"createApiKey":{"secret":"hub_x"}}}'),
       (1, 'other', sha256(''), 1, 200, 'application/json', '{"data":{"name":"GitHub hub_","text":"年"}}'), (1, 'under way', sha256(''), 1, NULL, NULL, NULL)`,
  )
  await migrate(url)
  await onServer(url, async (client) => {
    const { rows } = await client.query('SELECT idempotency_key AS name FROM idempotent_answers ORDER BY 1')
    expect(rows).toEqual([{ name: 'other' }, { name: 'under way' }])
  })
})
