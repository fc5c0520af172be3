import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { createClient } from 'graphql-sse'
import { afterAll, describe, expect, it } from 'vitest'
import { startRunWorker } from '../../src/ingest/run-worker.ts'
import { createHub } from '../../src/server/server.ts'
import { createApiKey } from '../../src/store/api-keys.ts'
import { sample, testHub } from '../hub.ts'
import { tarGzOf, zipOf } from '../ingest/archive/make-archives.ts'

// Runs, as publishers use them: over HTTP, worked off by another process than the one that takes the files.

const hub = await testHub({ maxSourceBytes: 100_000 })
const address = await hub.listen({ port: 0 })
const worker = startRunWorker(hub.db, { lookEvery: 100, maxSourceBytes: 100_000 })
afterAll(() => worker.close())

const daxing = (year: number) => sample('daxing-2020').replaceAll('2020', `${year}`)

interface Run {
  readonly id: string
  readonly key: string
}

async function start(input: object = {}): Promise<Run> {
  const { startIngestionRun } = await hub.dataOf<{ startIngestionRun: Run }, unknown>(
    'mutation ($input: StartIngestionRunInput!) { startIngestionRun(input: $input) { id key state } }',
    { input },
  )
  return startIngestionRun
}

async function send(run: Run, name: string, body: string | Uint8Array, headers: Record<string, string> = {}) {
  const response = await fetch(`${address}/ingest/runs/${run.key}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hub.key}`, ...headers },
    body: body as BodyInit,
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const refused = async (sent: ReturnType<typeof send>) => {
  const { status, body } = await sent
  return [status, (body.errors as { extensions: { code: string } }[])[0]?.extensions]
}

const RUN = /* GraphQL */ `
  query ($id: ID!) {
    ingestionRun(id: $id) {
      state name total done failed remaining discarded notBegun
      items {
        totalCount
        nodes {
          name size sha256 state outcome attempts report { year } revision { number } settledAt
          error { __typename message ... on BrokenRulesError { findings { ruleId left { figures { raw } } } } ... on DistrictMismatchError { given { fullName } } }
        }
      }
    }
  }
`
const look = async (run: Run) =>
  (await hub.dataOf<{ ingestionRun: Record<string, unknown> }, unknown>(RUN, { id: run.id })).ingestionRun

const close = (run: Run) =>
  hub.dataOf('mutation ($id: ID!) { closeIngestionRun(id: $id) { state } }', { id: run.id } as never)
const finished = (run: Run) => expect.poll(async () => (await look(run)).state).toBe('FINISHED')

it('takes files, archives and lines, tells what came of each, and takes nothing twice', async () => {
  const run = await start({ name: 'all of 1991' })
  const text = daxing(1991)
  expect(await send(run, '大兴.txt', text)).toEqual({
    status: 200,
    body: { added: 1, known: 0, leftOut: { count: 0, first: [] } },
  })
  const zip = zipOf([
    { name: 'b/1992.txt', content: daxing(1992) },
    { name: '__MACOSX/b/._1992.txt', content: 'x' },
    { name: 'minutes.txt', content: 'Minutes' },
  ])
  expect((await send(run, 'all.zip', zip)).body).toEqual({
    added: 2,
    known: 0,
    leftOut: { count: 1, first: [{ name: '__MACOSX/b/._1992.txt', why: 'HIDDEN' }] },
  })
  expect((await send(run, 'all.tar.gz', tarGzOf([{ name: '1993.txt', content: daxing(1993) }]))).body.added).toBe(1)
  expect((await send(run, 'lines.jsonl', '{ "year": 2020 }\n')).body.added).toBe(1)
  // Cut off, and sent again.
  expect((await send(run, '大兴.txt', text)).body).toMatchObject({ added: 0, known: 1 })
  expect((await send(run, 'all.zip', zip)).body).toMatchObject({ added: 0, known: 2 })
  expect((await start({ name: 'all of 1991' })).id).toBe(run.id)
  await close(run)
  await finished(run)
  const { items, ...counts } = await look(run)
  expect(counts).toEqual({
    ...{ state: 'FINISHED', name: 'all of 1991', total: 5, done: 3, failed: 2 },
    ...{ remaining: 0, discarded: 0, notBegun: 0 },
  })
  expect((items as { nodes: unknown[] }).nodes).toMatchObject([
    {
      ...{
        name: '大兴.txt',
        state: 'STORED',
        outcome: 'CREATED',
        report: { year: 1991 },
        revision: { number: 1 },
        attempts: 1,
        error: null,
      },
      ...{ size: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') },
    },
    { name: 'all.zip/b/1992.txt', outcome: 'CREATED' },
    { name: 'all.zip/minutes.txt', state: 'FAILED', outcome: null, error: { __typename: 'NotAReportError' } },
    { name: 'all.tar.gz/1993.txt', outcome: 'CREATED' },
    { name: 'lines.jsonl:1', error: { __typename: 'InvalidReportObjectError' } },
  ])
  expect(await refused(send(run, 'late.txt', 'x'))).toEqual([409, { code: 'RUN_CLOSED' }])
})

it('answers what carries an Idempotency-Key once, and tells another file under the same key', async () => {
  const run = await start()
  const headers = { 'idempotency-key': 'a-file' }
  const first = await send(run, 'a.txt', 'Minutes', headers)
  expect(first.body).toMatchObject({ added: 1, known: 0 })
  await close(run)
  expect(await send(run, 'a.txt', 'Minutes', headers)).toEqual(first)
  expect(await refused(send(run, 'a.txt', 'Others', headers))).toEqual([422, { code: 'IDEMPOTENCY_KEY_REUSED' }])
})

it('keeps typed errors whole, and tries again with what is told anew', async () => {
  const run = await start({ refuseOn: 'ERROR', district: '110112' })
  await send(run, 'tongzhou.txt', sample('tongzhou-2018'))
  await send(run, 'daxing.txt', daxing(1994))
  await close(run)
  await finished(run)
  const { items } = await look(run)
  const [first, second] = (items as { nodes: { error: Record<string, unknown> }[] }).nodes
  expect(first?.error).toMatchObject({
    __typename: 'BrokenRulesError',
    findings: expect.arrayContaining([expect.objectContaining({ left: { figures: [{ raw: expect.any(String) }] } })]),
  })
  expect(second?.error).toMatchObject({ __typename: 'DistrictMismatchError', given: { fullName: '北京市通州区' } })
  const failed = await hub.dataOf<{ ingestionRun: { items: { nodes: { id: string }[] } } }, unknown>(
    'query ($id: ID!) { ingestionRun(id: $id) { items(first: 10, states: [FAILED]) { nodes { id } } } }',
    { id: run.id },
  )
  const [one, other] = failed.ingestionRun.items.nodes
  const { discardIngestionItems } = await hub.dataOf<{ discardIngestionItems: unknown }, unknown>(
    'mutation ($items: [ID!]!) { discardIngestionItems(items: $items) { state } }',
    { items: [one?.id] },
  )
  expect(discardIngestionItems).toEqual([{ state: 'DISCARDED' }])
  await hub.dataOf('mutation ($input: RetryIngestionItemsInput!) { retryIngestionItems(input: $input) { state } }', {
    input: { items: [other?.id], district: '110115' },
  } as never)
  await finished(run)
  expect(await look(run)).toMatchObject({ done: 1, failed: 0, discarded: 1 })
  const { errors } = await hub.ask('mutation ($items: [ID!]!) { discardIngestionItems(items: $items) { state } }', {
    items: [other?.id],
  })
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
})

describe('what is sent is refused', () => {
  it.each([
    [
      'a broken archive, by its entry',
      'a.zip',
      zipOf([{ name: 'x.txt', content: 'x', checksum: 1 }]),
      [422, { code: 'ARCHIVE_UNREADABLE', entry: 'x.txt' }],
    ],
    [
      'too large a document',
      'a.txt',
      'x'.repeat(100_001),
      [413, { code: 'REQUEST_ENTITY_TOO_LARGE', of: 'entryBytes', limit: 100_000, got: 100_001, entry: null }],
    ],
    ['no name', '', 'x', [400, { code: 'BAD_REQUEST' }]],
  ])('%s', async (_what, name, body, expected) => {
    const run = await start()
    expect(await refused(send(run, name, body))).toEqual(expected)
    expect(await look(run)).toMatchObject({ total: 0 })
  })

  it('without a key, for a run that is not there, and for one of another key', async () => {
    const run = await start()
    const { key: reading } = await createApiKey(hub.db, 'reads', { scopes: ['READ_PRIVATE'] })
    const { key: other } = await createApiKey(hub.db, 'other')
    expect(await refused(send(run, 'a.txt', 'x', { authorization: '' }))).toEqual([401, { code: 'UNAUTHENTICATED' }])
    expect(await refused(send(run, 'a.txt', 'x', { authorization: `Bearer ${reading}` }))).toMatchObject([
      403,
      { code: 'FORBIDDEN' },
    ])
    expect(await refused(send(run, 'a.txt', 'x', { authorization: `Bearer ${other}` }))).toEqual([
      404,
      { code: 'NOT_FOUND' },
    ])
    expect(await refused(send({ id: '', key: 'x' }, 'a.txt', 'x'))).toEqual([404, { code: 'NOT_FOUND' }])
    const asked = await hub.ask<{ ingestionRun: unknown; node: unknown }, unknown>(
      'query ($id: ID!) { ingestionRun(id: $id) { id } node(id: $id) { id ... on IngestionRun { name } } }',
      { id: run.id },
      { authorization: `Bearer ${other}` },
    )
    expect(asked.data).toEqual({ ingestionRun: null, node: null })
    expect(asked.errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN'])
  })

  it('a file whose sender is cut off: nothing of it is taken', async () => {
    const run = await start()
    const { port } = new URL(address)
    await new Promise<void>((resolve) => {
      const sending = httpRequest({
        ...{ port, method: 'POST', path: `/ingest/runs/${run.key}/files?name=a.txt` },
        headers: { authorization: `Bearer ${hub.key}`, 'transfer-encoding': 'chunked' },
      })
      sending.on('error', () => resolve())
      sending.write(daxing(1995), () => setTimeout(() => sending.destroy(new Error('cut off')), 100))
    })
    expect((await send(run, 'b.txt', daxing(1996))).body).toMatchObject({ added: 1 })
    expect(await look(run)).toMatchObject({ total: 1 })
  })
})

it('lists the runs of a key, and all of them to whom everything is open', async () => {
  const { key: own } = await createApiKey(hub.db, 'own')
  const { key: admin } = await createApiKey(hub.db, 'admin', { scopes: ['ADMIN'] })
  const list = async (key: string) => {
    const { data } = await hub.ask<{ ingestionRuns: { totalCount: number; nodes: unknown[] } }, unknown>(
      '{ ingestionRuns { totalCount nodes { id } } }',
      {},
      { authorization: `Bearer ${key}` },
    )
    return data?.ingestionRuns
  }
  expect(await list(own)).toEqual({ totalCount: 0, nodes: [] })
  expect((await list(admin))?.totalCount).toBe((await list(hub.key))?.totalCount)
  expect((await list(hub.key))?.totalCount).toBeGreaterThan(2)
})

describe('ingestionProgress', () => {
  const PROGRESS = `subscription ($run: ID!) { ingestionProgress(run: $run) {
    run { state done failed remaining rate } settled { name state }
  } }`
  interface Event {
    readonly run: {
      readonly state: string
      readonly done: number
      readonly failed: number
      readonly remaining: number
      readonly rate: number | null
    }
    readonly settled: readonly { readonly name: string; readonly state: string }[]
  }

  async function follow(url: string, run: Run) {
    const client = createClient({ url, retryAttempts: 0, headers: { authorization: `Bearer ${hub.key}` } })
    const events: Event[] = []
    for await (const { data, errors } of client.iterate<{ ingestionProgress: Event }>({
      query: PROGRESS,
      variables: { run: run.id },
    })) {
      if (errors) throw errors[0]
      if (data) events.push(data.ingestionProgress)
    }
    client.dispose()
    return events
  }

  it('tells every item that another process settles, and ends with the run', async () => {
    const other = createHub({ database: hub.db })
    const url = `${await other.listen({ port: 0 })}/graphql`
    const run = await start()
    const following = follow(url, run)
    const names = Array.from({ length: 12 }, (_, at) => `${at}.txt`)
    for (const [at, name] of names.entries()) await send(run, name, at % 4 === 0 ? `Minutes ${at}` : daxing(2030 + at))
    await close(run)
    const events = await following
    expect(events.at(0)?.settled).toEqual([])
    expect(events.at(-1)?.run).toMatchObject({ state: 'FINISHED', done: 9, failed: 3, remaining: 0 })
    expect(events.at(-1)?.run.rate).toBeGreaterThan(0)
    expect(events.flatMap(({ settled }) => settled.map(({ name }) => name)).sort()).toEqual(names.sort())
    // One that is over already tells so, and no more.
    expect(await follow(url, run)).toMatchObject([{ run: { state: 'FINISHED' }, settled: [] }])
    await other.close()
  })

  it('is never silently incomplete: it ends with an error when the store is lost', async () => {
    const run = await start()
    const following = follow(`${address}/graphql`, run)
    await expect
      .poll(async () => {
        const { rows } = await hub.db.pool.query<{ ended: boolean }>(
          "SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%' AND application_name = 'disclosure-hub feed'",
        )
        return rows.length
      })
      .toBeGreaterThan(0)
    await expect(following).rejects.toMatchObject({ extensions: { code: 'SUBSCRIPTION_ENDED' } })
  })
})
