import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { OPERATOR, reaches } from '../../src/store/actor.ts'
import { createApiKey, findApiKey } from '../../src/store/api-keys.ts'
import { recordEvent } from '../../src/store/audit.ts'
import { saveReport } from '../../src/store/save-report.ts'
import { testDatabase } from '../database.ts'
import { aRevision, sameRules } from './a-revision.ts'

const db = await testDatabase()
const sha256 = (text: string) => createHash('sha256').update(text).digest()

interface Row {
  readonly [column: string]: unknown
  readonly previous_hash: Buffer
  readonly hash: Buffer
}

async function events(): Promise<Row[]> {
  const { rows } = await db.pool.query<Row>(
    `SELECT * FROM audit_events WHERE action <> 'districts.loaded' ORDER BY chain, number`,
  )
  return rows
}

describe('the events of the store', () => {
  it('tell what was done to a report, by whom, and what was in force before and after', async () => {
    const key = { id: 7, name: 'city', scopes: ['INGEST'] as const, districtCodes: [], agencyIds: [] }
    await saveReport(db, aRevision('first'), sameRules)
    // The same again changes nothing, and is no event.
    await saveReport(db, aRevision('first'), sameRules)
    const { rows } = await db.pool.query<{ id: number }>(
      `INSERT INTO api_keys (id, name, sha256) VALUES (7, 'city', sha256('x')) RETURNING id`,
    )
    expect(rows).toHaveLength(1)
    const actor = { key, requestId: 'request-1' }
    await saveReport(db, aRevision('second', { expectedRevision: 1, actor }), sameRules)
    const [made, created, revised, ...others] = await events()
    expect(others).toEqual([])
    expect(made).toMatchObject({
      number: '1',
      action: 'agency.created',
      year: null,
      details: { name: '北京市大兴区人民政府', district: '110115' },
      previous_hash: Buffer.alloc(32),
    })
    expect(created).toMatchObject({
      number: '2',
      action: 'report.created',
      key_id: null,
      request_id: null,
      year: 2020,
      before: null,
      after: sha256('first'),
      details: { revision: 1 },
      previous_hash: made?.hash,
    })
    expect(revised).toMatchObject({
      number: '3',
      action: 'report.revised',
      key_id: 7,
      key_name: 'city',
      request_id: 'request-1',
      before: sha256('first'),
      after: sha256('second'),
      details: { revision: 2 },
      previous_hash: created?.hash,
    })
  })

  it('are chained by a hash that anybody can work out', async () => {
    const [, , { previous_hash, hash, at, chain, agency_id, before, after } = {} as Row] = await events()
    const hex = (bytes: unknown) => `"${(bytes as Buffer).toString('hex')}"`
    // Of what a JSON array with a space after each comma and colon says, as PostgreSQL writes one.
    const said = `[${chain}, 3, "${(at as Date).toISOString()}", "report.revised", 7, "city", "request-1", ${agency_id}, 2020, ${hex(before)}, ${hex(after)}, {"revision": 2}]`
    expect(hash.toString('hex')).toBe(createHash('sha256').update(previous_hash).update(said).digest('hex'))
    const { rows } = await db.pool.query<{ number: string; hash: Buffer }>(
      'SELECT number, hash FROM audit_chains WHERE chain = $1',
      [chain],
    )
    expect(rows).toEqual([{ number: '3', hash }])
  })

  it.each([
    `UPDATE audit_events SET action = 'nothing'`,
    'DELETE FROM audit_events',
    'TRUNCATE audit_events',
    'UPDATE audit_chains SET number = 0',
    'DELETE FROM audit_chains',
  ])('are not changed: %s', async (statement) => {
    const before = await events()
    await expect(db.pool.query(statement)).rejects.toThrow('What was done is written once')
    expect(await events()).toEqual(before)
  })

  it('go with the transaction that is taken back', async () => {
    const before = await events()
    const event = { action: 'key.created', actor: OPERATOR, report: null, before: null, after: null }
    const undone = db.prisma.$transaction(async (tx) => {
      await recordEvent(tx, event)
      throw new Error('taken back')
    })
    await expect(undone).rejects.toThrow('taken back')
    expect(await events()).toEqual(before)
    await db.prisma.$transaction((tx) => recordEvent(tx, event))
    expect(await events()).toHaveLength(before.length + 1)
    expect((await events()).at(-1)).toMatchObject({ chain: 64, number: '2', agency_id: null, details: null })
  })
})

describe('a key that is limited', () => {
  const limited = (limits: { districtCodes?: string[]; agencyIds?: number[] }) => ({
    key: { id: 1, name: 'limited', scopes: [], districtCodes: [], agencyIds: [], ...limits },
    requestId: null,
  })
  // 大兴区 and 通州区 of 北京市, 黄浦区 of 上海市.
  const daxing = { id: 1, districtCode: '110115' }
  const tongzhou = { id: 2, districtCode: '110112' }
  const huangpu = { id: 3, districtCode: '310101' }

  it.each([
    ['a district', { districtCodes: ['110115'] }, [true, false, false]],
    ['a province, and all below it', { districtCodes: ['110000'] }, [true, true, false]],
    ['an agency', { agencyIds: [3] }, [false, false, true]],
    ['a district and an agency', { districtCodes: ['110112'], agencyIds: [3] }, [false, true, true]],
    ['nothing', {}, [true, true, true]],
  ])('to %s', (_to, limits, reached) => {
    expect([daxing, tongzhou, huangpu].map((agency) => reaches(limited(limits), agency))).toEqual(reached)
  })

  it('stores nothing of another agency, not even its name', async () => {
    const { key } = await createApiKey(db, 'Shanghai', { districtCodes: ['310000'] })
    const actor = { key: await findApiKey(db, key), requestId: null }
    const count = () => db.pool.query('SELECT count(*)::int AS n FROM agencies').then(({ rows }) => rows[0]?.n)
    const before = await count()
    const other = aRevision('third', {
      actor,
      report: { ...aRevision('').report, agency: { kind: 'DEPARTMENT', name: '某局' } },
    })
    expect(await saveReport(db, other, sameRules)).toEqual({ outcome: 'NOT_PERMITTED' })
    expect(await count()).toBe(before)
  })
})
