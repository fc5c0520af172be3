import { describe, expect, it } from 'vitest'
import { createHub } from '../../src/server/server.ts'
import { createApiKey } from '../../src/store/api-keys.ts'
import { connect } from '../../src/store/database.ts'
import { claimRequest } from '../../src/store/idempotent-answers.ts'
import { openPresence } from '../../src/store/presence.ts'
import { sample, testHub } from '../hub.ts'

const hub = await testHub()
const address = await hub.listen({ port: 0 })

const daxing = (year: number) => sample('daxing-2020').replaceAll('2020', `${year}`)
const INGEST = `mutation ($text: String!) { ingestReport(input: { source: { text: $text } }) {
  __typename ... on IngestedReport { outcome report { currentRevision { number } } } ... on UserError { message }
} }`

async function post(variables: object, headers: Record<string, string> = {}, query = INGEST, at = address) {
  const response = await fetch(`${at}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.key}`, ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const { status } = response
  return { status, replayed: response.headers.get('idempotency-replayed'), body: await response.text() }
}
const named = (name: string) => ({ 'idempotency-key': name })
const codeOf = ({ body }: { body: string }) => JSON.parse(body).errors?.[0]?.extensions.code
const revisionsOf = (year: number) => hub.db.prisma.revision.count({ where: { year } })
const kept = async () => (await hub.db.pool.query('SELECT FROM idempotent_answers')).rowCount

describe('a mutation with an Idempotency-Key', () => {
  it('is done once: sent again, it gets the first answer, whatever has come in between', async () => {
    const first = await post({ text: daxing(1991) }, named('one'))
    expect(first).toMatchObject({ status: 200, replayed: null })
    expect(JSON.parse(first.body).data.ingestReport.outcome).toBe('CREATED')
    expect(await post({ text: daxing(1991) }, named('one'))).toEqual({ ...first, replayed: 'true' })
    // By another process.
    const other = createHub({ database: hub.db })
    const at = await other.listen({ port: 0 })
    expect(await post({ text: daxing(1991) }, named('one'), INGEST, at)).toEqual({ ...first, replayed: 'true' })
    await other.close()
    expect(JSON.parse((await post({ text: daxing(1991) })).body).data.ingestReport.outcome).toBe('UNCHANGED')
  })

  it('keeps a refusal of the document, too', async () => {
    const first = await post({ text: 'Minutes' }, named('refused'))
    expect(JSON.parse(first.body).data.ingestReport.__typename).toBe('NotAReportError')
    expect(await post({ text: 'Minutes' }, named('refused'))).toEqual({ ...first, replayed: 'true' })
  })

  it('is refused when something else was asked by that name: other variables, or another document', async () => {
    await post({ text: 'Minutes' }, named('two'))
    const other = await post({ text: daxing(1992) }, named('two'))
    expect([other.status, codeOf(other)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
    expect(codeOf(await post({ text: 'Minutes' }, named('two'), INGEST.replace('message', 'got')))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    )
    expect(await revisionsOf(1992)).toBe(0)
  })

  it('is one of its API key', async () => {
    const { key } = await createApiKey(hub.db, 'another')
    await post({ text: 'Minutes' }, named('three'))
    const other = await post({ text: 'Others' }, { ...named('three'), authorization: `Bearer ${key}` })
    expect(JSON.parse(other.body).data.ingestReport.__typename).toBe('NotAReportError')
  })

  it('of files is told by what is in them', async () => {
    const send = async (content: string) => {
      const form = new FormData()
      const query = 'mutation ($file: Upload!) { previewReport(input: { source: { file: $file } }) { __typename } }'
      form.set('operations', JSON.stringify({ query, variables: { file: null } }))
      form.set('map', '{ "0": ["variables.file"] }')
      form.set('0', new File([content], 'a.txt'))
      const headers = { authorization: `Bearer ${hub.key}`, ...named('files') }
      return (await fetch(`${address}/graphql`, { method: 'POST', headers, body: form })).status
    }
    expect([await send('one'), await send('one'), await send('two')]).toEqual([200, 200, 422])
  })

  it('is not kept when it came to a fault of ours, when the key was none, or when it is a query', async () => {
    const before = await kept()
    await hub.db.pool.query('ALTER TABLE judgements RENAME TO judgements_gone')
    const fault = await post({ text: daxing(1993) }, named('fault'))
    await hub.db.pool.query('ALTER TABLE judgements_gone RENAME TO judgements')
    expect(codeOf(fault)).toBe('INTERNAL_SERVER_ERROR')
    expect(await post({}, { ...named('none'), authorization: '' })).toMatchObject({ replayed: null })
    expect(await post({}, named('query'), '{ __typename }')).toMatchObject({ status: 200, replayed: null })
    expect(await kept()).toBe(before)
    expect(JSON.parse((await post({ text: daxing(1993) }, named('fault'))).body).data.ingestReport.outcome).toBe(
      'CREATED',
    )
  })

  it.each([
    ['plainly', 'mutation ($name: String!) { createApiKey(input: { name: $name }) { ...Told } }'],
    ['by an alias', 'mutation ($name: String!) { ingestReport: createApiKey(input: { name: $name }) { ...Told } }'],
    [
      'in fragments',
      'mutation ($name: String!) { ...Outer } fragment Outer on Mutation { ... { ...Inner } } fragment Inner on Mutation { createApiKey(input: { name: $name }) { ...Told } }',
    ],
  ])('leaves no key in the store that it makes %s', async (how, query) => {
    const before = await kept()
    const variables = { name: `made ${how}` }
    const document = `${query} fragment Told on CreateApiKeyResult { __typename ... on CreatedApiKey { told: secret } }`
    const first = await post(variables, named(how.replaceAll(' ', '-')), document)
    const [secret = ''] = /hub_[\w-]{43}/.exec(first.body) ?? []
    expect(secret).not.toBe('')
    // Names are given once, so that it is not done twice.
    const again = await post(variables, named(how.replaceAll(' ', '-')), document)
    expect(again).toMatchObject({ status: 200, replayed: null })
    expect(again.body).toContain('"ApiKeyNameTakenError"')
    expect(await kept()).toBe(before)
    const { rows: tables } = await hub.db.pool.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    expect(tables.map(({ name }) => name)).toContain('idempotent_answers')
    for (const { name } of tables) {
      // Bytes are written in hexadecimal digits.
      const { rowCount } = await hub.db.pool.query(
        `SELECT FROM ${name} AS one WHERE position($1 IN one::text) > 0 OR position($2 IN one::text) > 0`,
        [secret, Buffer.from(secret).toString('hex')],
      )
      expect([name, rowCount]).toEqual([name, 0])
    }
  })

  it('has a name that can be one', async () => {
    expect(codeOf(await post({ text: 'x' }, named('x'.repeat(256))))).toBe('BAD_REQUEST')
  })
})

describe('fifty equal requests at once make one revision', () => {
  it.each([
    ['with the header, and fifty equal answers', 1994, named('fifty')],
    ['without it', 1995, {}],
  ])('%s', async (_how, year, headers) => {
    const other = createHub({ database: hub.db })
    const places = [address, await other.listen({ port: 0 })]
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => post({ text: daxing(year) }, headers, INGEST, places[at % 2])),
    )
    await other.close()
    expect(await revisionsOf(year)).toBe(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const bodies = answers.map(({ body }) => JSON.parse(body).data.ingestReport)
    // One has made it, and the others find it made: with the header, they are answered as the first was.
    const created = bodies.filter(({ outcome }) => outcome === 'CREATED').length
    expect(created).toBe('idempotency-key' in headers ? 50 : 1)
    expect(new Set(bodies.map(({ report }) => JSON.stringify(report))).size).toBe(1)
    expect(new Set(answers.map(({ body }) => body)).size).toBe('idempotency-key' in headers ? 1 : 2)
    if ('idempotency-key' in headers) expect(answers.filter(({ replayed }) => replayed === 'true')).toHaveLength(49)
  })
})

describe('one whose sender is gone before the answer', () => {
  it.each([
    ['over a connection that breaks', 1996, address],
    ['without a network', 1997, null],
  ])('is done once all the same, and answered when it is sent again, %s', async (_how, year, at) => {
    const blocker = await hub.db.pool.connect()
    await blocker.query('BEGIN; LOCK TABLE judgements IN ACCESS EXCLUSIVE MODE')
    const sender = new AbortController()
    const name = named(`gone-${year}`)
    const sent = (at === null ? hub.fetch : fetch)(`${at ?? 'http://hub'}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.key}`, ...name },
      body: JSON.stringify({ query: INGEST, variables: { text: daxing(year) } }),
      signal: sender.signal,
    }).then(
      () => 'answered',
      () => 'gone',
    )
    try {
      await expect.poll(waitsForLock, { timeout: 20_000 }).toBe(true)
      sender.abort()
      if (at !== null) expect(await sent).toBe('gone')
    } finally {
      await blocker.query('ROLLBACK')
      blocker.release()
    }
    await sent
    const again = await post({ text: daxing(year) }, name)
    expect(again).toMatchObject({ status: 200, replayed: 'true' })
    expect(JSON.parse(again.body).data.ingestReport.outcome).toBe('CREATED')
    expect(await revisionsOf(year)).toBe(1)
    expect(hub.log.filter((line) => line.includes('AbortError'))).toEqual([])
  })

  async function waitsForLock(): Promise<boolean> {
    const { rowCount } = await hub.db.pool.query(
      `SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
    return rowCount !== 0
  }
})

describe('one that is under way', () => {
  const request = (idempotencyKey: string) => ({ keyId: 1, idempotencyKey, sha256: new Uint8Array(32) })

  it('is told apart from one whose process has died', async () => {
    const killed = connect(hub.db.url, { connections: 1 })
    const [own, others] = [openPresence(hub.db), openPresence(killed)]
    expect(await claimRequest(hub.db, request('a'), await others.number())).toEqual({ state: 'OURS' })
    expect(await claimRequest(hub.db, request('a'), await own.number())).toEqual({ state: 'UNDER_WAY' })
    await others.close()
    await killed.close()
    expect(await claimRequest(hub.db, request('a'), await own.number())).toEqual({ state: 'OURS' })
    await own.close()
  })

  it('is asked for again a little later', async () => {
    const presence = openPresence(hub.db)
    const impatient = createHub({ database: hub.db, idempotencyPatience: 0 })
    const at = await impatient.listen({ port: 0 })
    await post({ text: 'Minutes' }, named('known'))
    await hub.db.pool.query(
      `INSERT INTO idempotent_answers (key_id, idempotency_key, request_sha256, owner)
       SELECT key_id, 'busy', request_sha256, $1 FROM idempotent_answers WHERE idempotency_key = 'known'`,
      [await presence.number()],
    )
    const busy = await post({ text: 'Minutes' }, named('busy'), INGEST, at)
    expect([busy.status, codeOf(busy)]).toEqual([409, 'IDEMPOTENCY_KEY_IN_USE'])
    await presence.close()
    expect((await post({ text: 'Minutes' }, named('busy'), INGEST, at)).status).toBe(200)
    await impatient.close()
  })

  it('is forgotten after seven days', async () => {
    await post({ text: 'Minutes' }, named('old'))
    await hub.db.pool.query("UPDATE idempotent_answers SET created_at = now() - interval '7 days 1 minute'")
    expect(await post({ text: 'Others' }, named('old'))).toMatchObject({ status: 200, replayed: null })
    expect(await post({ text: 'Others' }, named('next'))).toMatchObject({ status: 200 })
    expect(await kept()).toBe(2)
  })
})
