import { describe, expect, it } from 'vitest'
import { createApiKey, findApiKey } from '../../src/store/api-keys.ts'
import { sample, testHub } from '../hub.ts'
import { expiredKey, revokedKey } from '../keys.ts'

const hub = await testHub()
const INGEST =
  'mutation ($text: String!) { ingestReport(input: { source: { text: $text } }) { __typename ... on UserError { message } } }'

function post(query: string, headers: Record<string, string> = {}, variables = {}) {
  const body = JSON.stringify({ query, variables })
  return hub.fetch('http://hub/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
}

describe('the id of a request', () => {
  const idOf = async (headers: Record<string, string>) =>
    (await post('{ __typename }', headers)).headers.get('x-request-id')

  it('is what its sender says, where that is fit for one', async () => {
    expect(await idOf({ 'x-request-id': 'Root=1-67891233-abcdef012345678912345678' })).toBe(
      'Root=1-67891233-abcdef012345678912345678',
    )
  })

  it.each([
    ['nothing', {}],
    ['an empty one', { 'x-request-id': '' }],
    ['one with a blank', { 'x-request-id': 'a b' }],
    ['one with quotes', { 'x-request-id': '"a"' }],
    ['129 characters', { 'x-request-id': 'a'.repeat(129) }],
  ])('is made for %s', async (_what, headers) => {
    const [one, other] = [await idOf(headers), await idOf(headers)]
    expect(one).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    expect(other).not.toBe(one)
  })

  it('comes with every answer, refusals and other pages among them', async () => {
    for (const path of ['/graphql?query={', '/', '/nowhere', '/health', '/ready']) {
      const response = await hub.fetch(`http://hub${path}`, { headers: { 'x-request-id': 'one' } })
      expect(response.headers.get('x-request-id'), path).toBe('one')
    }
  })

  it('may be read by pages of other sites', async () => {
    const response = await post('{ __typename }', { origin: 'https://elsewhere.example' })
    expect(response.headers.get('access-control-expose-headers')).toBe(
      'X-Request-Id, Idempotency-Replayed, Retry-After',
    )
  })

  it('stands in the log beside an unexpected error, and in the trail of what was done', async () => {
    await hub.db.pool.query('ALTER TABLE districts RENAME TO districts_gone')
    await Promise.all([
      post('{ district(code: "110115") { name } }', { 'x-request-id': 'broken' }),
      post('{ __typename }', { 'x-request-id': 'another' }),
    ]).finally(() => hub.db.pool.query('ALTER TABLE districts_gone RENAME TO districts'))
    const logged = hub.log.map((line) => JSON.parse(line))
    expect(logged.filter(({ msg }) => msg === 'unexpected error').map(({ requestId }) => requestId)).toEqual(['broken'])
    await post(
      INGEST,
      { authorization: `Bearer ${hub.key}`, 'x-request-id': 'stored' },
      { text: sample('daxing-2020') },
    )
    const { rows } = await hub.db.pool.query(`SELECT request_id FROM audit_events WHERE action = 'report.created'`)
    expect(rows).toEqual([{ request_id: 'stored' }])
  })
})

describe('a key', () => {
  it('is taken from its header alone, and is never logged', async () => {
    const PREVIEW = 'mutation { previewReport(input: { source: { text: "" } }) { __typename } }'
    const query = `query=${encodeURIComponent('{ viewer { name } }')}`
    const { key } = await createApiKey(hub.db, 'elsewhere')
    for (const name of ['access_token', 'authorization', 'api_key', 'key', 'token']) {
      for (const value of [key, `Bearer ${key}`]) {
        const given = `${name}=${encodeURIComponent(value)}`
        await hub.fetch(`http://hub/graphql?${query}&${given}`)
        const response = await hub.fetch(`http://hub/graphql?${given}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: given },
          body: JSON.stringify({ query: PREVIEW, extensions: { [name]: value } }),
        })
        expect(response.status, name).toBe(401)
      }
    }
    // Nor is one that comes in the header, when the hub breaks down over it.
    await hub.db.pool.query('ALTER TABLE api_keys RENAME TO keys_gone')
    await post(PREVIEW, { authorization: `Bearer ${key}` }).finally(() =>
      hub.db.pool.query('ALTER TABLE keys_gone RENAME TO api_keys'),
    )
    expect(hub.log.length).toBeGreaterThan(0)
    expect(hub.log.join('\n')).not.toContain(key.slice(4, 24))
    const { rows } = await hub.db.pool.query('SELECT last_used_at FROM api_keys WHERE name = $1', ['elsewhere'])
    expect(rows).toEqual([{ last_used_at: null }])
  })

  it('that is unknown, revoked or expired gets the same answer as none', async () => {
    const revoked = await revokedKey(hub.db, 'revoked')
    const expired = await expiredKey(hub.db, 'expired')
    const answers = new Set<string>()
    for (const key of [undefined, `hub_${'A'.repeat(43)}`, 'x', revoked, expired]) {
      const response = await post(
        'mutation { previewReport(input: { source: { text: "" } }) { __typename } }',
        key === undefined ? {} : { authorization: `Bearer ${key}` },
      )
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      answers.add(await response.text())
    }
    expect(answers.size).toBe(1)
  })

  it('that is revoked while its request is under way stores nothing', async () => {
    const { id, key } = await createApiKey(hub.db, 'under way')
    // Revoking takes this lock: the request waits for it, with its key found good.
    const other = await hub.db.pool.connect()
    await other.query('BEGIN')
    await other.query('SELECT pg_advisory_xact_lock(7038329, $1)', [id])
    const sent = post(INGEST, { authorization: `Bearer ${key}` }, { text: sample('tongzhou-2018') })
    await expect.poll(async () => waiting(), { timeout: 20_000 }).toBe(1)
    await other.query('UPDATE api_keys SET revoked_at = now() WHERE id = $1', [id])
    await other.query('COMMIT')
    other.release()
    const response = await sent
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    expect(await hub.db.prisma.report.count({ where: { year: 2018 } })).toBe(0)
    expect(await findApiKey(hub.db, key)).toBeNull()
  })
})

async function waiting(): Promise<number> {
  const { rows } = await hub.db.pool.query(
    `SELECT count(*)::int AS n FROM pg_locks JOIN pg_database ON pg_database.oid = database
     WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`,
  )
  return rows[0].n
}
