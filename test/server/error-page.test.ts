import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObjectType, isUnionType } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/graphql/error-codes.ts'
import { schema } from '../../src/graphql/schema.ts'
import { createHub } from '../../src/server/server.ts'
import type { Actor } from '../../src/store/actor.ts'
import { createApiKey } from '../../src/store/api-keys.ts'
import { claimRequest } from '../../src/store/idempotent-answers.ts'
import { openIngestionFeed } from '../../src/store/ingestion-feed.ts'
import { openPresence } from '../../src/store/presence.ts'
import { closeRun, startRun } from '../../src/store/runs.ts'
import { testHub } from '../hub.ts'
import { pdfOf } from '../parse/hostile-sources.ts'

// docs/errors.md: the request of each section is sent, and answered by the error that the section is about.

const ROOT = join(import.meta.dirname, '../..')
const hub = await testHub({ maxSourceBytes: 1_000_000 })
/** Keys that are not for everything. */
const { key: readingKey } = await createApiKey(hub.db, 'reads', { scopes: ['READ_PRIVATE'] })
const { key: limitedKey } = await createApiKey(hub.db, 'Daxing', {
  scopes: ['INGEST', 'ADMIN'],
  districtCodes: ['110115'],
})

const { id: holder } = await hub.db.prisma.apiKey.findUniqueOrThrow({ where: { name: 'tests' } })
const holderOfKey: Actor = {
  key: { id: holder, name: 'tests', scopes: ['INGEST'], districtCodes: [], agencyIds: [] },
  requestId: null,
}
const run = await startRun(hub.db, holderOfKey, {})
const closedRun = await startRun(hub.db, holderOfKey, {})
await closeRun(hub.db, holderOfKey, closedRun.id)

interface Section {
  readonly name: string
  readonly language: string
  readonly request: string
}

const page = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')
const sections: Section[] = [...page.matchAll(/^### (\w+)\n[^#]*?^```(\w+)\n([\s\S]*?)^```$/gm)].map(
  ([, name = '', language = '', request = '']) => ({ name, language, request }),
)
const codes = sections.filter(({ name }) => /^[A-Z_]+$/.test(name))
const types = sections.filter(({ name }) => name.endsWith('Error'))

type Asked = Pick<typeof hub, 'fetch'>

/** What the store knows of the request of the page, sent under another name. */
async function firstOf(idempotencyKey: string): Promise<{ sha256: Buffer }> {
  await hub.ask('mutation { previewReport(input: { source: { text: "" } }) { __typename } }', undefined, {
    authorization: `Bearer ${hub.key}`,
    'idempotency-key': idempotencyKey,
  })
  const { rows } = await hub.db.pool.query<{ sha256: Buffer }>(
    'SELECT request_sha256 AS sha256 FROM idempotent_answers WHERE idempotency_key = $1',
    [idempotencyKey],
  )
  return rows[0]!
}

/** What must be the case beside the request. */
const CIRCUMSTANCES: Readonly<Record<string, (send: (asked: Asked) => Promise<Response>) => Promise<Response>>> = {
  async PERSISTED_QUERY_ONLY(send) {
    const closed = createHub({ database: hub.db, trustedDocuments: 'only' })
    return send(closed).finally(() => closed.close())
  },
  async IDEMPOTENCY_KEY_IN_USE(send) {
    const sent = await firstOf('the-same')
    const presence = openPresence(hub.db)
    const request = { keyId: holder, idempotencyKey: 'under-way', sha256: sent.sha256 }
    await claimRequest(hub.db, request, await presence.number())
    const impatient = createHub({ database: hub.db, idempotencyPatience: 0 })
    return send(impatient).finally(() => Promise.all([presence.close(), impatient.close()]))
  },
  async IDEMPOTENCY_KEY_REUSED(send) {
    await hub.ask('mutation { ingestReports(inputs: []) { __typename } }', undefined, {
      authorization: `Bearer ${hub.key}`,
      'idempotency-key': 'used-before',
    })
    return send(hub)
  },
  async INTERNAL_SERVER_ERROR(send) {
    await hub.db.pool.query('ALTER TABLE districts RENAME TO districts_gone')
    return send(hub).finally(() => hub.db.pool.query('ALTER TABLE districts_gone RENAME TO districts'))
  },
  async SUBSCRIPTION_ENDED(send) {
    const feed = openIngestionFeed(hub.db)
    const ending = createHub({
      database: hub.db,
      ingestions: {
        ...feed,
        async join(listener) {
          const leave = await feed.join(listener)
          await feed.close()
          return leave
        },
      },
    })
    return send(ending).finally(() => ending.close())
  },
  async TOO_MANY_SUBSCRIPTIONS(send) {
    const busy = createHub({ database: hub.db, maxSubscriptions: 0 })
    return send(busy).finally(() => busy.close())
  },
  async TOO_MANY_EXPORTS(send) {
    const busy = createHub({ database: hub.db, maxExports: 0 })
    return send(busy).finally(() => busy.close())
  },
  async TIMEOUT(send) {
    const impatient = createHub({ database: hub.db, timeout: 300 })
    const client = await hub.db.pool.connect()
    await client.query('BEGIN; LOCK TABLE districts IN ACCESS EXCLUSIVE MODE')
    return send(impatient).finally(async () => {
      await client.query('ROLLBACK')
      client.release()
      await impatient.close()
    })
  },
}

/** The files that the page describes. */
const FILES: Readonly<Record<string, () => Uint8Array<ArrayBuffer>>> = {
  WrongEncodingError: () => new Uint8Array(Buffer.from('81ff00ff81ff00ff'.repeat(8), 'hex')),
  UnsupportedFormatError: () => new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  TooComplexError: () => new Uint8Array(pdfOf('q '.repeat(400_000))),
  TooLargeError: () => new Uint8Array(1_000_001).fill(0x31),
}

function send({ name, language, request }: Section, asked: Asked): Promise<Response> {
  if (language === 'http') {
    const [head = '', ...body] = request.split('\n\n')
    const [line = '', ...headers] = head.trim().split('\n')
    const [method, path] = line.split(' ')
    const pairs = headers.map(
      (header) => header.replace('$readingKey', readingKey).replace('$key', hub.key).split(': ') as [string, string],
    )
    const init = method === 'GET' ? {} : { body: body.join('\n\n') }
    return asked.fetch(`http://hub${path?.replace('$run', run.id).replace('$closedRun', closedRun.id)}`, {
      method: method!,
      headers: pairs,
      ...init,
    })
  }
  const key = ['NotPermittedError', 'ApiKeyExceedsOwnError'].includes(name) ? limitedKey : hub.key
  const authorization: Record<string, string> = name.endsWith('Error') ? { authorization: `Bearer ${key}` } : {}
  const file = FILES[name]
  if (file === undefined) {
    // What is told event by event is asked for as such.
    const accept: Record<string, string> = request.startsWith('subscription') ? { accept: 'text/event-stream' } : {}
    const headers = { 'content-type': 'application/json', ...accept, ...authorization }
    return asked.fetch('http://hub/graphql', { method: 'POST', headers, body: JSON.stringify({ query: request }) })
  }
  const form = new FormData()
  form.set('operations', JSON.stringify({ query: request, variables: { file: null } }))
  form.set('map', '{ "0": ["variables.file"] }')
  form.set('0', new File([file()], 'report'))
  return asked.fetch('http://hub/graphql', { method: 'POST', headers: authorization, body: form })
}

interface Answer {
  readonly data?: Readonly<Record<string, { readonly __typename: string }>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
}

describe('docs/errors.md', () => {
  // The reports that the page speaks of: one in force, one that was withdrawn.
  beforeAll(async () => {
    await hub.ingestSamples('xigong-2020', 'tongzhou-2018')
    const input = '{ district: "110112", year: 2018, expectedRevision: 1, reason: "误报" }'
    await hub.dataOf(`mutation { withdrawReport(input: ${input}) { __typename } }`)
  })

  it('has a section, with a request, for every code and every error of ingestion and of corrections', () => {
    expect(codes.map(({ name }) => name)).toEqual(ERROR_CODES)
    const members = Object.values(schema.getTypeMap())
      .filter(isUnionType)
      .flatMap((union) => union.getTypes())
      .filter((type) => isObjectType(type) && type.name.endsWith('Error'))
    expect(types.map(({ name }) => name).sort()).toEqual([...new Set(members.map(({ name }) => name))].sort())
    expect(codes.length + types.length).toBe([...page.matchAll(/^### /gm)].length)
  })

  it.each(codes)('brings about $name', async (section) => {
    const circumstances = CIRCUMSTANCES[section.name]
    const asked = (on: Asked) => send(section, on)
    const response = await (circumstances === undefined ? asked(hub) : circumstances(asked))
    const text = await response.text()
    const [, event] = /^event: next\ndata: (.+)$/m.exec(text) ?? []
    const { errors } = JSON.parse(event ?? text) as Answer
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([section.name])
  })

  it.each(types)('brings about $name', async (section) => {
    const { data, errors } = (await (await send(section, hub)).json()) as Answer
    expect(errors).toBeUndefined()
    expect(Object.values(data ?? {}).map(({ __typename }) => __typename)).toEqual([section.name])
  })
})

it('no error of ours, nor of the server library, has a code that is not on the page', () => {
  const library = globSync('node_modules/graphql-yoga/esm/**/*.js', { cwd: ROOT })
  const ours = globSync('src/{graphql,server}/**/*.ts', { cwd: ROOT })
  const named = [...library, ...ours].flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const given = /(?:\bcode: |\bextensions\['code'\] \|\|= |refusal\(\s*)['"]([A-Z][A-Z_]+)['"]/g
    return [...text.matchAll(given)].map(([, code]) => code!)
  })
  // Of ours: ten at least; of the library: BAD_REQUEST and three more.
  expect(new Set(named).size).toBeGreaterThan(8)
  expect([...new Set(named)].filter((code) => !(ERROR_CODES as readonly string[]).includes(code))).toEqual([])
})
