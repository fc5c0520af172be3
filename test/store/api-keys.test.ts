import { describe, expect, it } from 'vitest'
import { createApiKey, findApiKey, listApiKeys, revokeApiKey } from '../../src/store/api-keys.ts'
import { testDatabase } from '../database.ts'

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
    const { key } = await createApiKey(db, 'revoked')
    expect(await revokeApiKey(db, 'revoked')).toBe(true)
    expect(await findApiKey(db, key)).toBeNull()
    expect(await revokeApiKey(db, 'revoked')).toBe(false)
  })
})
