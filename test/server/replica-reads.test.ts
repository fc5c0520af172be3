import type pg from 'pg'
import { pino } from 'pino'
import { afterAll, expect, it } from 'vitest'
import { createHub, type Hub } from '../../src/server/server.ts'
import { createApiKey } from '../../src/store/api-keys.ts'
import { connect } from '../../src/store/database.ts'
import { loadDistricts } from '../../src/store/load-districts.ts'
import { migrate } from '../../src/store/migrate.ts'
import { onServer } from '../database-address.ts'
import { EXAMPLES } from '../queries/answers.ts'
import { isSubscription, storeCorrection, storeLastSample, storeSamples } from '../queries/ask-example.ts'
import { replicatedServer } from '../replicated-server.ts'
import { serve, until } from '../start/hub-process.ts'

// A real replica: one that is paused, promoted and killed.

const servers = await replicatedServer()
let replicaUrl = await servers.startReplica()

const COUNT = '{ reports { totalCount } }'
const APPLICATION = 'disclosure-hub'
const readOnReplica = async () => (await servers.statementsOnReplica(APPLICATION)).length
const onReplica = <Row extends pg.QueryResultRow>(text: string) =>
  onServer(replicaUrl, async (client) => (await client.query<Row>(text)).rows)

await migrate(servers.primary)
const database = connect(servers.primary)
const statements: string[] = []
database.pool.on('connect', (client) => {
  const send = client.query
  client.query = ((...given: [{ text: string } | string]) => {
    statements.push(typeof given[0] === 'string' ? given[0] : given[0].text)
    return Reflect.apply(send, client, given)
  }) as typeof send
})
await loadDistricts(database)
await storeSamples(database)
await storeLastSample(database)
const hubs: Hub[] = []
function hubWith(databaseReplicaUrl: string | null) {
  const log: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) })
  const hub = createHub({ database, databaseReplicaUrl, logger })
  hubs.push(hub)
  const fetchAs = (body: object, key?: string) =>
    hub.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(body),
    })
  const ask = async (query: string, key?: string) => (await fetchAs({ query }, key)).json()
  /** Asks, and tells how many statements went to which server. */
  const told = async (query: string, key?: string) => {
    const before = await readOnReplica()
    statements.length = 0
    const answer = await ask(query, key)
    return { answer, primary: statements.length, replica: (await readOnReplica()) - before }
  }
  const untilRead = () => until(async () => (await told(COUNT)).replica > 0)
  return { ...hub, log, ask, told, untilRead }
}
afterAll(async () => {
  for (const hub of hubs) await hub.close()
  await database.close()
})

const hub = hubWith(replicaUrl)
const NOT_READ = 'the replica is not read from'
const READ_AGAIN = 'the replica is read from again'
const told = ({ log }: { readonly log: readonly string[] }, message: string) =>
  log.filter((line) => line.includes(message)).length
const alone = hubWith(null)
const { key } = await createApiKey(database, 'tests', { scopes: ['READ_PRIVATE', 'INGEST', 'ADMIN'] })
const street = (name: string, received = 3) =>
  `北京市大兴区${name}街道办事处2021年政府信息公开工作年度报告\n一、本年新收政府信息公开申请数量\t${received}\t0\t0\t0\t0\t0\t${received}`
async function ingest(text: string): Promise<void> {
  const query = `mutation { ingestReport(input: { source: { text: ${JSON.stringify(text)} } }) { __typename ... on UserError { message } } }`
  expect(await hub.ask(query, key)).toEqual({ data: { ingestReport: { __typename: 'IngestedReport' } } })
}
const count = async (): Promise<number> => (await hub.ask(COUNT)).data.reports.totalCount

it('is asked by a process of the hub that is given both addresses', async () => {
  const hub = await serve({ DATABASE_URL: servers.primary, DATABASE_REPLICA_URL: replicaUrl })
  expect(await hub.ask(COUNT)).toEqual({ reports: { totalCount: 5 } })
  let turn = 1
  const before = await readOnReplica()
  await until(async () => {
    // Another question each time: an answer that is kept asks nobody.
    expect(await hub.ask(`${COUNT} # ${turn++}`)).toEqual({ reports: { totalCount: 5 } })
    return (await readOnReplica()) > before
  })
  hub.child.kill('SIGTERM')
  expect(await hub.ended).toBe(0)
}, 180_000)

it('answers every saved query as the database does, which is asked nothing', async () => {
  await storeCorrection(database)
  await hub.untilRead()
  const toldBefore = told(hub, NOT_READ)
  for (const { name, query } of EXAMPLES.filter((one) => !isSubscription(one))) {
    const expected = await alone.ask(query)
    const { answer, ...read } = await hub.told(query)
    expect(answer, name).toEqual(expected)
    expect(read.primary, name).toBe(0)
    if (answer.errors === undefined && /district|report|total|series|search|finding/i.test(query)) {
      expect(read.replica, name).toBeGreaterThan(0)
    }
  }
  expect(told(hub, NOT_READ)).toBe(toldBefore)
})

it('is asked when an operation comes again, in front of the framework', async () => {
  const address = await hub.listen({ port: 0 })
  const query = 'query ($code: String!) { district(code: $code) { fullName reports { totalCount } } }'
  await hub.untilRead()
  const names: string[] = []
  for (const code of ['110115', '110101', '110105']) {
    const before = await readOnReplica()
    statements.length = 0
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { code } }),
    })
    names.push((await response.json()).data.district.fullName)
    expect(statements).toEqual([])
    expect(await readOnReplica()).toBeGreaterThan(before)
  }
  expect(names).toEqual(['北京市大兴区', '北京市东城区', '北京市朝阳区'])
})

it('gives the same export', async () => {
  const before = (await servers.statementsOnReplica('disclosure-hub export')).length
  const [expected, exported] = await Promise.all(
    [alone, hub].map(async ({ fetch }) => (await fetch('http://hub/export/reports.jsonl')).text()),
  )
  expect(exported).toBe(expected)
  expect((await servers.statementsOnReplica('disclosure-hub export')).length).toBeGreaterThan(before)
})

it('is asked nothing by who comes with a key, and by who changes something', async () => {
  const asked = [
    await hub.told(COUNT, key),
    await hub.told('{ viewer { name } auditEvents(first: 1) { totalCount } ingestionRuns { totalCount } }', key),
    await hub.told('mutation { startIngestionRun(input: { name: "x" }) { name } }', key),
  ]
  for (const { answer, primary, replica } of asked) {
    expect(answer.errors).toBeUndefined()
    expect(primary).toBeGreaterThan(0)
    expect(replica).toBe(0)
  }
})

it('writes nothing on its connections', async () => {
  const reading = connect(servers.primary, { readOnly: true })
  await expect(reading.pool.query("UPDATE api_keys SET name = 'x'")).rejects.toMatchObject({ code: '25006' })
  await reading.close()
})

it('is never behind: what was stored is in the very next answer', async () => {
  for (const name of ['清源', '兴丰', '林校路', '观音寺', '天宫院']) {
    const before = await count()
    await ingest(street(name))
    expect(await count()).toBe(before + 1)
  }
  await hub.untilRead()
})

it('is left alone while it is behind, and asked again when it has caught up', async () => {
  await onReplica('SELECT pg_wal_replay_pause()')
  await until(
    async () =>
      (await onReplica<{ state: string }>('SELECT pg_get_wal_replay_pause_state() AS state'))[0]?.state === 'paused',
  )
  const before = await count()
  await ingest(street('瀛海'))
  const toldBefore = told(hub, NOT_READ)
  const { answer, primary, replica } = await hub.told(COUNT)
  expect(answer).toEqual({ data: { reports: { totalCount: before + 1 } } })
  expect([primary > 0, replica]).toEqual([true, 0])
  expect((await hub.fetch('http://hub/ready')).status).toBe(200)
  // It is told once that it stays behind, however often it is looked at.
  await until(() => told(hub, NOT_READ) > toldBefore)
  await new Promise((wake) => setTimeout(wake, 4_000))
  expect(told(hub, NOT_READ)).toBe(toldBefore + 1)
  await onReplica('SELECT pg_wal_replay_resume()')
  await hub.untilRead()
  expect(await count()).toBe(before + 1)
  expect(told(hub, READ_AGAIN)).toBe(told(hub, NOT_READ))
})

it('fails no answer when it is killed, though some are under way', async () => {
  const expected = await alone.ask(COUNT)
  await hub.untilRead()
  let isKilled = false
  let answered = 0
  const asking = [1, 2, 3, 4].map(async () => {
    for (let after = 0; after < 5; after += isKilled ? 1 : 0) {
      expect(await hub.ask(COUNT)).toEqual(expected)
      answered += 1
    }
  })
  await until(() => answered > 20)
  await servers.killReplica()
  isKilled = true
  await Promise.all(asking)
  expect((await hub.fetch('http://hub/ready')).status).toBe(200)
  expect((await hub.told(COUNT)).primary).toBeGreaterThan(0)
})

it('is no replica any more when it is promoted', async () => {
  replicaUrl = await servers.startReplica()
  const promoting = hubWith(replicaUrl)
  await promoting.untilRead()
  await onReplica('SELECT pg_promote()')
  // What is written there is no part of the database.
  await onReplica("UPDATE districts SET name = 'x' WHERE code = '110115'")
  const { answer, primary, replica } = await promoting.told('{ district(code: "110115") { name } }')
  expect(answer).toEqual({ data: { district: { name: '大兴区' } } })
  expect([primary > 0, replica]).toEqual([true, 0])
})

it('does not hold up the start when it is not there', async () => {
  const lonely = hubWith('postgres://nobody@127.0.0.1:1/nothing')
  expect(await lonely.ask(COUNT)).toEqual(await alone.ask(COUNT))
  await until(() => lonely.log.some((line) => line.includes('ECONNREFUSED')))
  expect((await lonely.fetch('http://lonely/ready')).status).toBe(200)
})
