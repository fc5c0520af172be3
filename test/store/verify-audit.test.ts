import type pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { printTrail } from '../../src/cli/print-audit.ts'
import { keptHeads, verifyTrail } from '../../src/cli/verify-trail.ts'
import { createApiKey } from '../../src/store/api-keys.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { loadDistricts } from '../../src/store/load-districts.ts'
import { migrate } from '../../src/store/migrate.ts'
import { saveReport } from '../../src/store/save-report.ts'
import { sealAudit } from '../../src/store/seal-audit.ts'
import type { AuditHead } from '../../src/store/verify-audit.ts'
import { emptyDatabase, testDatabase } from '../database.ts'
import { aRevision, sameRules } from './a-revision.ts'
import { makeStoreBefore } from './an-earlier-store.ts'

const db = await testDatabase()
/** Chain 64 has the districts, six keys and a seal: events 1 to 8. The chain of the agency has three events. */
let agency = 0
let heads: readonly AuditHead[] = []
let seal = ''

async function verify(kept: readonly AuditHead[] | string = [], sources?: true) {
  const told: string[] = []
  const verified = await verifyTrail(db, kept, {
    ...(sources && { sources }),
    tell: (message) => void told.push(message),
  })
  expect(verified.told.map(({ message }) => message)).toEqual(told)
  return {
    ...verified,
    told: verified.told.map((one) => [
      one.kind,
      'chain' in one ? one.chain : null,
      'number' in one ? one.number : null,
    ]),
  }
}

/** Does something to the tables as only a superuser can: no trigger and no reference is looked at. */
async function tamper(...statements: string[]) {
  const client: pg.PoolClient = await db.pool.connect()
  await client.query('SET session_replication_role = replica')
  for (const statement of statements) await client.query(statement)
  await client.query('RESET session_replication_role')
  client.release()
}

/** Hashes a chain anew from a number on, its head among it, by the very function of the store. */
const rehash = (chain: number, from: number) => `
  DO $$ DECLARE one audit_events; before BYTEA; BEGIN
    FOR one IN SELECT * FROM audit_events WHERE chain = ${chain} AND number >= ${from} ORDER BY number LOOP
      SELECT coalesce((SELECT hash FROM audit_events WHERE chain = ${chain} AND number = one.number - 1), decode(repeat('00', 32), 'hex')) INTO before;
      one.previous_hash := before;
      one.hash := audit_hash(one);
      UPDATE audit_events SET previous_hash = one.previous_hash, hash = one.hash WHERE chain = ${chain} AND number = one.number;
    END LOOP;
    UPDATE audit_chains SET (number, hash) = (SELECT number, hash FROM audit_events WHERE chain = ${chain} ORDER BY number DESC LIMIT 1) WHERE chain = ${chain};
  END $$`

beforeAll(async () => {
  await saveReport(db, aRevision('first'), sameRules)
  await saveReport(db, aRevision('second', { expectedRevision: 1 }), sameRules)
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await createApiKey(db, name)
  seal = (await sealAudit(db)).hash
  agency = (await db.prisma.agency.findFirstOrThrow()).id % 64
  heads = (await verify()).heads
  await db.pool.query('CREATE TABLE kept_events AS TABLE audit_events; CREATE TABLE kept_chains AS TABLE audit_chains')
})

afterEach(() =>
  tamper(
    'TRUNCATE audit_events; INSERT INTO audit_events SELECT * FROM kept_events',
    'TRUNCATE audit_chains; INSERT INTO audit_chains SELECT * FROM kept_chains',
  ),
)

describe('the trail as it was written', () => {
  it('is whole, by the heads kept of it and by its seal', async () => {
    expect(await verify(heads, true)).toMatchObject({ events: 11, breaks: 0, told: [], revisions: 2, beforeTrail: 0 })
    expect(heads.map(({ chain, number }) => [chain, number])).toEqual([
      [agency, 3],
      [64, 8],
    ])
    const sealed = await keptHeads(db, seal, '')
    expect(sealed).toEqual(heads)
    expect(await verify(sealed)).toMatchObject({ breaks: 0 })
  })

  it('is whole when more has been done since', async () => {
    await db.prisma.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(
        `INSERT INTO audit_events (chain, action) VALUES (64, 'x'), (${agency}, 'y'), (5, 'z')`,
      )
    })
    expect(await verify(heads)).toMatchObject({ events: 14, breaks: 0 })
    expect(await verify(await keptHeads(db, seal, ''))).toMatchObject({ breaks: 0 })
  })

  it('is read in pages, in milliseconds of every kind', async () => {
    await db.pool.query(`INSERT INTO audit_events (chain, action) SELECT n % 3, 'x' FROM generate_series(1, 5000) AS n`)
    db.forgetStatements()
    expect(await verify()).toMatchObject({ events: 5011, breaks: 0 })
    expect(db.statements.length).toBeLessThan(10)
  })
})

describe('what was done to it is found', () => {
  const changes: readonly (readonly [string, () => string[], () => unknown[]])[] = [
    [
      'a field changed',
      () => [`UPDATE audit_events SET key_name = 'another' WHERE chain = 64 AND number = 4`],
      () => [['CHANGED', 64, 4]],
    ],
    [
      'details changed',
      () => [`UPDATE audit_events SET details = details || '{"scopes": ["ADMIN"]}' WHERE chain = 64 AND number = 4`],
      () => [['CHANGED', 64, 4]],
    ],
    [
      'an instant changed',
      () => [`UPDATE audit_events SET at = at + interval '1 ms' WHERE chain = ${agency} AND number = 1`],
      () => [['CHANGED', agency, 1]],
    ],
    [
      'an event changed and hashed anew by itself',
      () => [
        `UPDATE audit_events AS e SET key_name = 'another' WHERE chain = 64 AND number = 4`,
        `UPDATE audit_events AS e SET hash = audit_hash(e) WHERE chain = 64 AND number = 4`,
      ],
      () => [['MISPLACED', 64, 5]],
    ],
    [
      'the last event changed and hashed anew by itself',
      () => [
        `UPDATE audit_events SET key_name = 'another' WHERE chain = 64 AND number = 8`,
        `UPDATE audit_events AS e SET hash = audit_hash(e) WHERE chain = 64 AND number = 8`,
      ],
      () => [['MISPLACED', 64, 8]],
    ],
    [
      'an event deleted',
      () => ['DELETE FROM audit_events WHERE chain = 64 AND number = 4'],
      () => [['MISSING', 64, 4]],
    ],
    [
      'the first deleted',
      () => ['DELETE FROM audit_events WHERE chain = 64 AND number = 1'],
      () => [['MISSING', 64, 1]],
    ],
    [
      'an event deleted and those behind it moved up',
      () => [
        'DELETE FROM audit_events WHERE chain = 64 AND number = 7',
        'UPDATE audit_events SET number = 7 WHERE chain = 64 AND number = 8',
      ],
      () => [
        ['MISPLACED', 64, 7],
        ['CHANGED', 64, 7],
        ['CUT_OFF', 64, 8],
      ],
    ],
    [
      'the tail deleted',
      () => ['DELETE FROM audit_events WHERE chain = 64 AND number > 5'],
      () => [['CUT_OFF', 64, 6]],
    ],
    ['a chain deleted', () => [`DELETE FROM audit_events WHERE chain = ${agency}`], () => [['CUT_OFF', agency, 1]]],
    [
      'a head deleted with its chain',
      () => [`DELETE FROM audit_events WHERE chain = ${agency}`, `DELETE FROM audit_chains WHERE chain = ${agency}`],
      () => [['CUT_OFF', agency, null]],
    ],
    [
      'two events swapped',
      () => [
        'ALTER TABLE audit_events DROP CONSTRAINT audit_events_pkey',
        'UPDATE audit_events SET number = 9 - number WHERE chain = 64 AND number IN (4, 5)',
        'ALTER TABLE audit_events ADD PRIMARY KEY (chain, number)',
      ],
      () => [
        ['MISPLACED', 64, 4],
        ['CHANGED', 64, 4],
        ['MISPLACED', 64, 5],
        ['CHANGED', 64, 5],
        ['MISPLACED', 64, 6],
      ],
    ],
    [
      'an event put in at the end',
      () => [
        `INSERT INTO audit_events SELECT (jsonb_populate_record(e, '{"number": 9}')).* FROM audit_events AS e WHERE chain = 64 AND number = 8`,
        `UPDATE audit_events AS e SET previous_hash = (SELECT hash FROM audit_chains WHERE chain = 64) WHERE chain = 64 AND number = 9`,
        'UPDATE audit_events AS e SET hash = audit_hash(e) WHERE chain = 64 AND number = 9',
      ],
      () => [['BEYOND', 64, 9]],
    ],
  ]

  it.each(changes)('%s', async (_what, statements, told) => {
    await tamper(...statements())
    expect((await verify()).told).toEqual(told())
  })

  it('a second event of one number', async () => {
    await tamper(
      'ALTER TABLE audit_events DROP CONSTRAINT audit_events_pkey',
      'INSERT INTO audit_events SELECT * FROM kept_events WHERE chain = 64 AND number = 4',
      `UPDATE audit_events SET hash = sha256('x') WHERE ctid = (SELECT max(ctid) FROM audit_events WHERE chain = 64 AND number = 4)`,
    )
    expect((await verify()).told).toContainEqual(['MISPLACED', 64, 4])
    await tamper('TRUNCATE audit_events', 'ALTER TABLE audit_events ADD PRIMARY KEY (chain, number)')
  })

  it('a chain rewritten from the middle to its head, by what was kept elsewhere and by that alone', async () => {
    await tamper(`UPDATE audit_events SET key_name = 'another' WHERE chain = 64 AND number = 4`, rehash(64, 4))
    expect(await verify()).toMatchObject({ breaks: 0 })
    expect((await verify(heads)).told).toEqual([['NOT_AS_KEPT', 64, 8]])
    // The seal was hashed anew with the others.
    const sealed = await keptHeads(db, seal, '')
    expect(sealed).toBe(seal)
    expect((await verify(sealed)).told).toEqual([['NOT_AS_KEPT', null, null]])
  })

  it('the chain of an agency rewritten from its beginning, by the seal', async () => {
    await tamper(`DELETE FROM audit_events WHERE chain = ${agency} AND number = 3`, rehash(agency, 1))
    await tamper(`UPDATE audit_events SET year = 2019 WHERE chain = ${agency} AND number = 2`, rehash(agency, 1))
    expect(await verify()).toMatchObject({ breaks: 0 })
    expect((await verify(await keptHeads(db, seal, ''))).told).toEqual([['NOT_AS_KEPT', agency, 3]])
  })

  it('a trigger that is off, or a function that hashes otherwise', async () => {
    await db.pool.query('ALTER TABLE audit_events DISABLE TRIGGER append_only')
    expect((await verify()).told).toEqual([['UNGUARDED', null, null]])
    await db.pool.query('ALTER TABLE audit_events ENABLE TRIGGER append_only')
    const { rows } = await db.pool.query(`SELECT pg_get_functiondef('audit_hash'::regproc) AS definition`)
    await db.pool.query(`CREATE OR REPLACE FUNCTION audit_hash(event audit_events) RETURNS BYTEA LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$ SELECT sha256('anything') $$`)
    await createApiKey(db, 'hashed otherwise')
    await db.pool.query(rows[0].definition)
    expect((await verify()).told).toEqual([['CHANGED', 64, 9]])
  })
})

describe('the stored sources', () => {
  it.each([
    [
      'bytes changed with their digest',
      `UPDATE revisions SET source = 'x', source_sha256 = sha256('x') WHERE number = 1`,
      ['UNTOLD'],
    ],
    [
      'bytes in force changed with their digest',
      `UPDATE revisions SET source = 'x', source_sha256 = sha256('x') WHERE number = 2`,
      ['UNTOLD', 'IN_FORCE'],
    ],
    ['another revision put in force', 'UPDATE reports SET current_number = 1', ['IN_FORCE']],
    ['a report withdrawn', 'UPDATE reports SET current_number = NULL', ['IN_FORCE']],
    [
      'bytes changed beside their digest',
      'ALTER TABLE revisions DROP CONSTRAINT revisions_source_sha256_check; UPDATE revisions SET source = $$x$$ WHERE number = 1',
      ['BYTES'],
    ],
  ])('%s', async (_what, statement, kinds) => {
    const kept = 'CREATE TABLE kept_revisions AS TABLE revisions; CREATE TABLE kept_reports AS TABLE reports'
    await tamper(kept, statement)
    expect((await verify([], true)).told.map(([kind]) => kind)).toEqual(kinds)
    await tamper(
      'UPDATE revisions AS r SET source = k.source, source_sha256 = k.source_sha256 FROM kept_revisions AS k WHERE k.number = r.number',
      'UPDATE reports SET current_number = 2; DROP TABLE kept_revisions, kept_reports',
    )
    expect(await verify([], true)).toMatchObject({ breaks: 0 })
  })
})

describe('the sources of a store that is older than the trail', () => {
  let old: Database
  const compared = async () => {
    const verified = await verifyTrail(old, [], { sources: true, tell: () => undefined })
    return { ...verified, messages: verified.told.map(({ message }) => message) }
  }

  beforeAll(async () => {
    const url = await emptyDatabase()
    await makeStoreBefore(url, '_add_key_rights_and_audit', OLD_REPORTS)
    await migrate(url)
    old = connect(url)
    await loadDistricts(old)
    return () => old.close()
  })

  it('are held to their digests, and counted', async () => {
    const verified = await compared()
    expect(verified).toMatchObject({ messages: [], revisions: 4, beforeTrail: 4 })
    expect(printTrail(verified)).toContain(', 4 revisions compared (4 from before the trail): nothing was changed.')
  })

  it('are told of from the first change on', async () => {
    expect(await saveReport(old, aRevision('later', { expectedRevision: 2 }), sameRules)).toMatchObject({
      outcome: 'REVISED',
      key: { number: 3 },
    })
    expect(await compared()).toMatchObject({ messages: [], revisions: 5, beforeTrail: 4 })
    await old.pool.query('UPDATE reports SET current_number = 2 WHERE year = 2020')
    expect((await compared()).messages).toEqual([
      expect.stringMatching(/^Of 北京市大兴区人民政府 2020, [\da-f]{64} is in force/),
    ])
    await old.pool.query('UPDATE reports SET current_number = 3 WHERE year = 2020')
  })

  it('may not have been made since without an event', async () => {
    await old.pool.query(`${REVISION} (1, 2019, 2, 'TEXT', 'text/plain', sha256('y'), 'y', '1', now())`)
    expect(await compared()).toMatchObject({
      messages: ['No event tells of 北京市大兴区人民政府 2019, revision 2, with its SHA-256.'],
      revisions: 6,
      beforeTrail: 4,
    })
    await old.pool.query('UPDATE reports SET current_number = 2 WHERE year = 2019')
    expect((await compared()).messages).toHaveLength(2)
  })

  it('may not have other bytes', async () => {
    await old.pool.query('ALTER TABLE revisions DROP CONSTRAINT revisions_source_sha256_check')
    const client = await old.pool.connect()
    await client.query('SET session_replication_role = replica')
    await client.query(`UPDATE revisions SET source = 'z' WHERE year = 2018`)
    await client.query('RESET session_replication_role')
    client.release()
    expect((await compared()).messages).toContain(
      'The bytes of 北京市大兴区人民政府 2018, revision 1, do not have their SHA-256.',
    )
  })
})

const REVISION =
  'INSERT INTO revisions (agency_id, year, number, source_kind, media_type, source_sha256, source, parser_version, created_at) VALUES'

/** One that was never corrected, one that was, and one that a hand on the database took out of force. */
const OLD_REPORTS = `
  INSERT INTO districts (code, name, full_name, level) VALUES ('110000', '北京市', '北京市', 'PROVINCE');
  INSERT INTO districts (code, name, full_name, level, parent_code) VALUES ('110115', '大兴区', '北京市大兴区', 'COUNTY', '110000');
  INSERT INTO agencies (id, district_code, kind, name) VALUES (1, '110115', 'GOVERNMENT', '北京市大兴区人民政府');
  INSERT INTO reports (agency_id, year, district_code) VALUES (1, 2018, '110115'), (1, 2019, '110115'), (1, 2020, '110115');
  ${REVISION}
    (1, 2018, 1, 'TEXT', 'text/plain', sha256('x'), 'x', '1', '2025-01-01Z'),
    (1, 2019, 1, 'TEXT', 'text/plain', sha256('x'), 'x', '1', '2025-01-01Z'),
    (1, 2020, 1, 'TEXT', 'text/plain', sha256('x'), 'x', '1', '2025-01-01Z'),
    (1, 2020, 2, 'TEXT', 'text/plain', sha256('y'), 'y', '1', '2025-01-02Z');
  UPDATE reports SET current_number = CASE year WHEN 2019 THEN 1 WHEN 2020 THEN 2 END`
