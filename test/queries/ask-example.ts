import { readFileSync } from 'node:fs'
import { getOperationAST, parse } from 'graphql'
import { restore } from '../../src/ingest/correct-report.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import type { Example } from '../../src/server/plugins/example-queries.ts'
import type { Hub } from '../../src/server/server.ts'
import { OPERATOR } from '../../src/store/actor.ts'
import type { Database } from '../../src/store/database.ts'

/** What is asked, as far as a saved query needs it. */
export interface Asked {
  readonly fetch: Hub['fetch']
  readonly database: Database
  readonly key: string
}

/** What came, as it came. */
export interface ExampleAnswer {
  readonly data?: unknown
  readonly errors?: readonly unknown[]
  readonly extensions?: { readonly cost?: { readonly complexity: { readonly used: number } } }
}

export const isSubscription = ({ query }: Example) => getOperationAST(parse(query))?.operation === 'subscription'

/** Stores four of the five samples; the last one is what a subscription tells of. */
export async function storeSamples(database: Database): Promise<void> {
  for (const name of ['chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018']) await store(database, name)
}
export const storeLastSample = (database: Database) => store(database, 'xigong-2020')

/** Corrects one of the samples and takes that back: natural persons made 861 requests, and no, 860. Its first revision is in force again. */
export async function storeCorrection(database: Database): Promise<void> {
  const text = textOf('daxing-2020').replace(
    '860\n\t76\n\t0\n\t4\n\t11\n\t2\n\t953',
    '861\n\t76\n\t0\n\t4\n\t11\n\t2\n\t954',
  )
  const revised = await ingest(database, { kind: 'TEXT', text }, { expectedRevision: 1, reason: '数字录入有误' })
  if (!revised.ok) throw new Error(revised.error.message)
  const restored = await restore(database, {
    ...{ districtCode: '110115', agencyName: null, year: 2020, actor: OPERATOR },
    ...{ number: 1, expectedRevision: 2, reason: '原数字无误，予以恢复' },
  })
  if (!restored.ok) throw new Error(restored.error.message)
}

const textOf = (name: string) => readFileSync(new URL(`../../samples/${name}.txt`, import.meta.url), 'utf8')

async function store(database: Database, name: string): Promise<void> {
  const ingested = await ingest(database, { kind: 'TEXT', text: textOf(name) })
  if (!ingested.ok) throw new Error(ingested.error.message)
}

/** Asks a saved query with what its variables are by default, and what it costs. */
export async function askExample({ fetch, key }: Asked, { query }: Example): Promise<ExampleAnswer> {
  const response = await fetch('http://hub/graphql', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, extensions: { cost: true } }),
  })
  return response.json()
}

/** What a subscription tells first, once something has happened. */
export async function firstEvent(
  { fetch, database }: Asked,
  { query }: Example,
  happen: () => Promise<void>,
): Promise<ExampleAnswer> {
  const leaving = new AbortController()
  const response = await fetch('http://hub/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  })
  if (response.body === null) throw new Error('Expected a stream of events, got an answer without a body.')
  const event = readEvent(response.body)
  while (!(await isFollowed(database))) await new Promise((resolve) => setTimeout(resolve, 50))
  await happen()
  const told = await event
  leaving.abort()
  return told
}

async function readEvent(body: ReadableStream<Uint8Array>): Promise<ExampleAnswer> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true })
    const [, event] = /^event: next\ndata: (.*)\n\n/m.exec(text) ?? []
    if (event !== undefined) return JSON.parse(event)
  }
  throw new Error(`Expected an event, got the end of the stream after ${JSON.stringify(text)}.`)
}

/** Whether someone listens to what is stored. */
async function isFollowed({ pool }: Database): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'disclosure-hub feed' AND query LIKE 'LISTEN%' AND state = 'idle'`,
  )
  return rows.length > 0
}
