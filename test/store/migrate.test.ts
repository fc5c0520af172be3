import { describe, expect, it } from 'vitest'
import { rejudge } from '../../src/ingest/rejudge.ts'
import { connect } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { nextMigration } from '../../src/store/new-migration.ts'
import type { NamedRejudged } from '../../src/store/rejudge-reports.ts'
import { readMigrations } from '../../src/store/schema-engine.ts'
import { emptyDatabase } from '../database.ts'
import { onServer } from '../database-address.ts'
import { FIRST_LATER, makeEarlierStore, NOTES_TABLE } from './an-earlier-store.ts'

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
