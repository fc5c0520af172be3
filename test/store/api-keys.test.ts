import { describe, expect, it } from 'vitest'
import { DISTRICTS } from '../../src/domain/district-registry.ts'
import { type Actor, reaches } from '../../src/store/actor.ts'
import { createApiKey, findApiKey, listApiKeys, type NewKeyRights, revokeApiKey } from '../../src/store/api-keys.ts'
import { Prisma } from '../../src/store/generated/prisma/client.ts'
import { holdKey, KeyEndedError } from '../../src/store/key-in-use.ts'
import { agencyReached } from '../../src/store/reach-conditions.ts'
import { saveReport } from '../../src/store/save-report.ts'
import { testDatabase } from '../database.ts'
import { expiredKey } from '../keys.ts'
import { aRevision, sameRules } from './a-revision.ts'

const db = await testDatabase()

describe('an API key', () => {
  it('is known by itself alone, and stored only as a digest', async () => {
    const { id, key } = await createApiKey(db, 'publisher')
    expect(key).toMatch(/^hub_[A-Za-z0-9_-]{43}$/)
    expect(await findApiKey(db, key)).toEqual({
      id,
      name: 'publisher',
      scopes: ['INGEST'],
      districtCodes: [],
      agencyIds: [],
    })
    expect(await findApiKey(db, `${key}x`)).toBeNull()
    expect(await findApiKey(db, 'publisher')).toBeNull()
    const { rows } = await db.pool.query<{ stored: string }>('SELECT api_keys::text AS stored FROM api_keys')
    expect(rows[0]?.stored).not.toContain(key.slice(4, 20))
  })

  it('notes its use in the one statement that finds it', async () => {
    const { key } = await createApiKey(db, 'noted')
    db.forgetStatements()
    await findApiKey(db, key)
    expect(db.statements).toHaveLength(1)
    expect((await listApiKeys(db)).find(({ name }) => name === 'noted')?.lastUsedAt).toBeInstanceOf(Date)
  })

  it.each([
    ['nothing', ''],
    ['a blank', ' '],
    ['what looks like another name', ' city'],
    ['a tab', 'a\tb'],
    ['a line break', 'a\nb'],
    ['an escape', 'a\u001b[2J'],
    ['101 characters', '区'.repeat(101)],
  ])('is not named by %s', async (_, name) => {
    await expect(createApiKey(db, name)).rejects.toMatchObject({
      code: 'API_KEY_NAME_UNFIT',
      message: expect.stringMatching(/^[^\p{Cc}]+$/u),
    })
  })

  it('may have a Chinese name of 100 characters', async () => {
    expect((await createApiKey(db, '区'.repeat(100))).key).toBeDefined()
  })

  it('has a name that no other has', async () => {
    await createApiKey(db, 'twice')
    await expect(createApiKey(db, 'twice')).rejects.toMatchObject({ code: 'API_KEY_NAME_TAKEN' })
  })

  it('is refused once it is revoked', async () => {
    const { id, key } = await createApiKey(db, 'revoked')
    expect(await revokeApiKey(db, 'revoked')).toMatchObject({ id, name: 'revoked', revokedAt: expect.any(Date) })
    expect(await findApiKey(db, key)).toBeNull()
    await expect(revokeApiKey(db, 'revoked')).rejects.toMatchObject({ code: 'API_KEY_UNKNOWN' })
    await expect(createApiKey(db, 'revoked')).rejects.toMatchObject({ code: 'API_KEY_NAME_TAKEN' })
  })

  it('is refused once it has expired', async () => {
    expect(await findApiKey(db, await expiredKey(db, 'expired'))).toBeNull()
    const tomorrow = new Date(Date.now() + 86_400_000)
    expect(await findApiKey(db, (await createApiKey(db, 'till tomorrow', { expiresAt: tomorrow })).key)).toBeTruthy()
  })

  it.each([
    ['a district that there is not', { districtCodes: ['110115', '999999'] }, 'API_KEY_DISTRICT_UNKNOWN'],
    ['an agency that there is not yet', { agencyIds: [1] }, 'API_KEY_AGENCY_UNKNOWN'],
    ['a day that is over', { expiresAt: new Date('2020-01-01') }, 'API_KEY_EXPIRY_PAST'],
    ['no date', { expiresAt: new Date(Number.NaN) }, 'API_KEY_EXPIRY_PAST'],
  ])('is not made for %s', async (_what, rights, code) => {
    await expect(createApiKey(db, 'odd', rights)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^Expected .*, got .*: .*[.]$/),
    })
    expect(await db.prisma.apiKey.count({ where: { name: 'odd' } })).toBe(0)
  })

  it.each([
    ['gets no other scopes', `UPDATE api_keys SET scopes = '{ADMIN}' WHERE name = 'publisher'`],
    ['gets no other limits', `UPDATE api_keys SET district_codes = '{110000}' WHERE name = 'publisher'`],
    ['is not prolonged', `UPDATE api_keys SET expires_at = now() WHERE name = 'publisher'`],
    ['does not become another', `UPDATE api_keys SET sha256 = sha256('x') WHERE name = 'publisher'`],
    ['is not taken back into use', `UPDATE api_keys SET revoked_at = NULL WHERE name = 'revoked'`],
    ['is not deleted', `DELETE FROM api_keys WHERE name = 'publisher'`],
  ])('%s', async (_what, statement) => {
    await expect(db.pool.query(statement)).rejects.toThrow('A key is used and revoked, and never changed')
  })

  it('leaves an event when it is made and when it is revoked, with all that it may do', async () => {
    const expiresAt = new Date('2099-12-31T16:00:00Z')
    const { id } = await createApiKey(db, 'told', { scopes: ['READ_PRIVATE'], districtCodes: ['110000'], expiresAt })
    await revokeApiKey(db, 'told')
    const { rows } = await db.pool.query(
      `SELECT chain, action, key_id, details FROM audit_events WHERE details->>'name' = 'told' ORDER BY number`,
    )
    const details = { key: id, name: 'told' }
    expect(rows).toEqual([
      {
        chain: 64,
        action: 'key.created',
        key_id: null,
        details: {
          ...details,
          scopes: ['READ_PRIVATE'],
          districts: ['110000'],
          agencies: [],
          expiresAt: '2099-12-31T16:00:00.000Z',
        },
      },
      { chain: 64, action: 'key.revoked', key_id: null, details },
    ])
  })
})

describe('a key that makes keys', () => {
  const actorWith = async (name: string, rights: NewKeyRights): Promise<Actor> => {
    const { key } = await createApiKey(db, name, rights)
    return { key: await findApiKey(db, key), requestId: 'r' }
  }

  it('gives no more than it has: no other scope, district, agency or later day', async () => {
    await saveReport(db, aRevision('x'), sameRules)
    const { id: agency } = await db.prisma.agency.findFirstOrThrow({ where: { districtCode: '110115' } })
    const soon = new Date(Date.now() + 1000_000)
    const later = new Date(Date.now() + 2000_000)
    const beijing = await actorWith('Beijing admin', {
      scopes: ['ADMIN', 'INGEST'],
      districtCodes: ['110000'],
      expiresAt: soon,
    })
    const daxing = { districtCodes: ['110115'], expiresAt: soon }
    const refused: [NewKeyRights, string][] = [
      [{ ...daxing, scopes: ['INGEST', 'READ_PRIVATE'] }, 'READ_PRIVATE'],
      [{ expiresAt: soon }, 'none'],
      [{ districtCodes: ['110115', '310101'], expiresAt: soon }, 'the district 310101'],
      [{ districtCodes: ['110115'] }, 'none'],
      [{ districtCodes: ['110115'], expiresAt: later }, later.toISOString()],
    ]
    for (const [rights, got] of refused) {
      await expect(createApiKey(db, 'more', rights, beijing)).rejects.toMatchObject({
        code: 'API_KEY_EXCEEDS_OWN',
        got,
      })
    }
    await createApiKey(db, 'Daxing', daxing, beijing)
    await createApiKey(db, 'one agency', { agencyIds: [agency], expiresAt: soon }, beijing)
    const shanghai = await actorWith('Shanghai admin', { scopes: ['ADMIN', 'INGEST'], districtCodes: ['310000'] })
    await expect(createApiKey(db, 'theirs', { agencyIds: [agency] }, shanghai)).rejects.toMatchObject({
      code: 'API_KEY_EXCEEDS_OWN',
      got: 'the agency 北京市大兴区人民政府',
    })
    // What one agency's key gives is that agency, and not its district.
    const own = await actorWith('agency admin', { scopes: ['ADMIN', 'INGEST'], agencyIds: [agency] })
    await expect(createApiKey(db, 'wider', { districtCodes: ['110115'] }, own)).rejects.toMatchObject({
      code: 'API_KEY_EXCEEDS_OWN',
    })
    await createApiKey(db, 'same agency', { agencyIds: [agency] }, own)
  })

  it('revokes what reaches nothing beyond what it reaches, and knows of nothing else', async () => {
    const shanghai = await actorWith('Shanghai 2', { scopes: ['ADMIN'], districtCodes: ['310000'] })
    for (const name of ['Daxing', 'one agency', 'Beijing admin', 'publisher', 'no such key'])
      await expect(revokeApiKey(db, name, shanghai)).rejects.toMatchObject({ code: 'API_KEY_UNKNOWN' })
    const beijing = await actorWith('Beijing 2', { scopes: ['ADMIN'], districtCodes: ['110000'] })
    for (const name of ['publisher', 'Shanghai 2'])
      await expect(revokeApiKey(db, name, beijing)).rejects.toMatchObject({ code: 'API_KEY_UNKNOWN' })
    for (const name of ['Daxing', 'one agency', 'Beijing admin', 'Beijing 2'])
      expect(await revokeApiKey(db, name, beijing).catch((error) => error)).toMatchObject({ name })
  })

  it('does nothing once it is revoked, whatever was found before', async () => {
    const actor = await actorWith('was admin', { scopes: ['ADMIN', 'INGEST'] })
    await revokeApiKey(db, 'was admin')
    await expect(createApiKey(db, 'late', {}, actor)).rejects.toThrow(KeyEndedError)
    await expect(revokeApiKey(db, 'publisher', actor)).rejects.toThrow(KeyEndedError)
  })
})

it('revoking waits for what is being written with the key', async () => {
  const { id } = await createApiKey(db, 'writing')
  const rights = { id, name: 'writing', scopes: [], districtCodes: [], agencyIds: [] }
  let done = false
  const written = db.prisma.$transaction(async (tx) => {
    await holdKey(tx, { key: rights, requestId: null })
    await expect.poll(waiting).toBe(1)
    done = true
  })
  await expect.poll(() => db.pool.query(HELD).then(({ rows }) => rows[0].n)).toBe(1)
  await revokeApiKey(db, 'writing')
  expect(done).toBe(true)
  await written
})

const LOCKS = `SELECT count(*)::int AS n FROM pg_locks JOIN pg_database ON pg_database.oid = database
  WHERE locktype = 'advisory' AND datname = current_database()`
const HELD = `${LOCKS} AND granted`
const waiting = () => db.pool.query(`${LOCKS} AND NOT granted`).then(({ rows }) => rows[0].n)

describe('what a limited key reaches', () => {
  it('is the same whether it is asked of one agency or of the store', async () => {
    // A government of every division there is or was.
    await db.pool.query(`INSERT INTO agencies (district_code, kind, name)
      SELECT code, 'GOVERNMENT', full_name FROM districts WHERE code <> '110115'`)
    const { rows: agencies } = await db.pool.query('SELECT id, district_code AS "districtCode" FROM agencies')
    // Every province and prefecture, the abolished ones among them, and a county.
    const above = DISTRICTS.filter(({ level, code }) => level !== 'COUNTY' || code === '310115')
    expect(above.length).toBeGreaterThan(350)
    for (const { code } of above) {
      const actor: Actor = {
        key: { id: 1, name: 'x', scopes: [], districtCodes: [code], agencyIds: [agencies[7].id] },
        requestId: null,
      }
      const { text, values } = Prisma.sql`SELECT id FROM agencies AS agency WHERE ${agencyReached(actor)} ORDER BY id`
      const { rows } = await db.pool.query(text, values)
      const reached = agencies.filter((agency) => reaches(actor, agency)).map(({ id }) => id)
      expect(
        rows.map(({ id }) => id),
        code,
      ).toEqual(reached.sort((one, other) => one - other))
    }
  })
})
