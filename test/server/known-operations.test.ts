import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildSchema, type GraphQLFieldResolver, getOperationAST, parse } from 'graphql'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { readExamples } from '../../src/server/plugins/example-queries.ts'
import { createHub, type HubOptions } from '../../src/server/server.ts'
import { hubWithSamples } from '../queries/hub-with-samples.ts'

const hub = await hubWithSamples()
const logger = pino({ level: 'silent' })
const closing: (() => Promise<void>)[] = []
afterAll(async () => void (await Promise.all(closing.map((close) => close()))))

/** A hub that keeps no answers, asked over the network. */
async function asking(options: Partial<HubOptions> = {}) {
  const own = createHub({ database: hub.db, answerCacheMegabytes: 0, logger, ...options })
  closing.push(() => own.close())
  const address = await own.listen({ port: 0 })
  return async (
    parameters: object | string,
    headers: Record<string, string> = {},
    signal: AbortSignal | null = null,
  ) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof parameters === 'string' ? parameters : JSON.stringify(parameters),
      signal,
    })
    const told = [...response.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id')
    return { status: response.status, headers: told, body: await response.text() }
  }
}

// A schema that tells whether the framework has executed it: the context has its request.
const probe = buildSchema(`
  type Query { framework(text: String): Boolean!, echo(text: String, words: [String!]): String, wait(milliseconds: Int!): Int, caller: String }
  type Mutation { framework: Boolean! }
  input Nested { nested: Nested }
`)
let executions = 0
const resolvers: Record<string, GraphQLFieldResolver<unknown, { actor(): Promise<unknown> }>> = {
  'Query.framework': (_root, _args, context) => 'request' in context,
  'Mutation.framework': (_root, _args, context) => 'request' in context,
  'Query.echo'(_root, { text }) {
    executions += 1
    if (text === 'fail') throw new Error('It failed.')
    return text
  },
  async 'Query.wait'(_root, { milliseconds }) {
    executions += 1
    await sleep(milliseconds)
    return milliseconds
  },
  'Query.caller': async (_root, _args, context) => String(await context.actor()),
}
for (const [name, resolve] of Object.entries(resolvers)) {
  const [type = '', field = ''] = name.split('.')
  const found = probe.getType(type)
  if (found && 'getFields' in found) Object.assign(found.getFields()[field]!, { resolve })
}

/** Whether the framework executed it. */
const byFramework = async (answer: Promise<{ readonly body: string }>): Promise<boolean> =>
  JSON.parse((await answer).body).data.framework

describe('an operation that was answered', () => {
  const query = 'query ($text: String) { framework(text: $text) }'

  it('is executed in front of the framework from then on, with whatever variables', async () => {
    const ask = await asking({ schema: probe })
    expect(await byFramework(ask({ query }))).toBe(true)
    expect(await byFramework(ask({ query }))).toBe(false)
    expect(await byFramework(ask({ query, variables: { text: 'x' } }))).toBe(false)
    expect(await byFramework(ask({ query, variables: null, extensions: { client: 'x' } }))).toBe(false)
  })

  it('is another one in another document, by another name, and for the first time in another manner', async () => {
    const ask = await asking({ schema: probe })
    const both = 'query A { framework } query B { framework }'
    for (const parameters of [
      { query },
      { query: `${query} ` },
      { query: both, operationName: 'A' },
      { query: both, operationName: 'B' },
    ]) {
      expect(await byFramework(ask(parameters))).toBe(true)
      expect(await byFramework(ask(parameters))).toBe(false)
    }
    const manners: readonly Record<string, string>[] = [
      { accept: 'application/graphql-response+json' },
      { accept: 'application/json' },
      { origin: 'https://news.example' },
      { 'content-type': 'application/json; charset=utf-8' },
    ]
    for (const headers of manners) {
      const [first, second] = [await ask({ query }, headers), await ask({ query }, headers)]
      expect([first, second].map(({ body }) => body)).toEqual([
        '{"data":{"framework":true}}',
        '{"data":{"framework":false}}',
      ])
    }
  })

  it.each([
    ['with a key', { query }, { authorization: `Bearer ${hub.key}` }],
    ['a mutation', { query: 'mutation { framework }' }, {}],
    ['with the cost', { query, extensions: { cost: true } }, {}],
    ['what is deferred', { query: '{ ... @defer { framework } }' }, {}],
  ])('is the framework’s each time: %s', async (_name, parameters, headers) => {
    const ask = await asking({ schema: probe })
    for (let times = 0; times < 3; times += 1) expect(await byFramework(ask(parameters, headers))).toBe(true)
  })

  it('is the framework’s for who takes any text, and is answered by a stream of events', async () => {
    const ask = await asking({ schema: probe })
    for (let times = 0; times < 3; times += 1) {
      expect((await ask({ query }, { accept: 'text/*' })).body).toContain('data: {"data":{"framework":true}}')
    }
  })

  it('is refused with a parameter that there is not', async () => {
    const ask = await asking({ schema: probe })
    await ask({ query })
    expect(await byFramework(ask({ query }))).toBe(false)
    expect((await ask({ query, more: 1 })).status).toBe(400)
  })

  it('is the framework’s where it asked who the caller is', async () => {
    const ask = await asking({ schema: probe })
    for (let times = 0; times < 3; times += 1) {
      expect(await byFramework(ask({ query: '{ framework caller }' }))).toBe(true)
    }
  })

  it('tells each request its own id', async () => {
    const own = createHub({ database: hub.db, answerCacheMegabytes: 0, schema: probe })
    closing.push(() => own.close())
    const address = await own.listen({ port: 0 })
    const idOf = async (sent: Record<string, string>) => {
      const headers = { 'content-type': 'application/json', ...sent }
      const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
      return response.headers.get('x-request-id')
    }
    const ids = [await idOf({}), await idOf({}), await idOf({})]
    expect(new Set(ids).size).toBe(3)
    expect(await idOf({ 'x-request-id': 'trace-1' })).toBe('trace-1')
  })
})

describe('what is not answered without errors is refused as by the framework, and executed once', async () => {
  const echo = 'query ($text: String, $words: [String!]) { echo(text: $text, words: $words) }'
  const unknown = await asking({ schema: probe })

  it.each([
    ['a field that fails', { text: 'fail' }, 1],
    ['a variable of another type', { text: { x: 1 } }, 0],
    ['variables that are too deep', { words: deep(70) }, 0],
  ])('%s', async (_name, variables, times) => {
    const ask = await asking({ schema: probe })
    expect(JSON.parse((await ask({ query: echo, variables: { text: 'x' } })).body)).toEqual({ data: { echo: 'x' } })
    expect(JSON.parse((await ask({ query: echo, variables: { text: 'y' } })).body)).toEqual({ data: { echo: 'y' } })
    const expected = withoutIds(await unknown({ query: echo, variables }))
    expect(expected.body).toContain('"errors"')
    executions = 0
    expect(withoutIds(await ask({ query: echo, variables }))).toEqual(expected)
    expect(executions).toBe(times)
    // And it is still known.
    expect((await ask({ query: echo, variables: { text: 'z' } })).body).toBe('{"data":{"echo":"z"}}')
  })

  it.each([
    ['levels of lists', `{"query":${'['.repeat(20_000)}"x"${']'.repeat(20_000)}}`],
    ['a number', '{"query":7}'],
    ['a list for a name', `{"query":${JSON.stringify(echo)},"operationName":["x"]}`],
    ['a number for an id', '{"documentId":7}'],
  ])('%s in place of a text', async (_name, body) => {
    const ask = await asking({ schema: probe })
    await ask({ query: echo })
    const expected = await unknown(body)
    expect(expected.status).toBe(400)
    expect(await ask(body)).toEqual(expected)
  })

  it('nobody waits for an answer that nobody is given any more', async () => {
    // Answers are kept, so that equal questions wait for the first one.
    const ask = await asking({ schema: probe, answerCacheMegabytes: 1 })
    const query = 'query ($milliseconds: Int!) { wait(milliseconds: $milliseconds) }'
    await ask({ query, variables: { milliseconds: 1 } })
    const asked = { query, variables: { milliseconds: 700 } }
    const leaving = [ask(asked, {}, AbortSignal.timeout(300))]
    await sleep(50)
    leaving.push(ask(asked, {}, AbortSignal.timeout(150)))
    expect((await Promise.allSettled(leaving)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await sleep(700)
    expect((await ask(asked, {}, AbortSignal.timeout(5_000))).body).toBe('{"data":{"wait":700}}')
  })

  it('what takes too long', async () => {
    const ask = await asking({ schema: probe, timeout: 300 })
    const query = 'query ($milliseconds: Int!) { wait(milliseconds: $milliseconds) }'
    await ask({ query, variables: { milliseconds: 1 } })
    executions = 0
    const { status, body } = await ask({ query, variables: { milliseconds: 2_000 } })
    expect([status, JSON.parse(body).errors[0].extensions.code]).toEqual([503, 'TIMEOUT'])
    expect(executions).toBe(1)
  })

  it('nobody is answered who has gone, and the next one is', async () => {
    const ask = await asking({ schema: probe })
    const query = 'query ($milliseconds: Int!) { wait(milliseconds: $milliseconds) }'
    await ask({ query, variables: { milliseconds: 1 } })
    executions = 0
    const gone = ask({ query, variables: { milliseconds: 500 } }, {}, AbortSignal.timeout(50))
    await expect(gone).rejects.toThrow()
    expect((await ask({ query, variables: { milliseconds: 2 } })).body).toBe('{"data":{"wait":2}}')
    expect(executions).toBe(2)
  })

  it('an answer that may be too large', async () => {
    const query = `query ($first: Int!) { reports(first: $first) { nodes { findings { message } revisions(first: 100) { nodes {
      disclosureItems { value } applicationOutcomes { value } reviewResults { value } litigationResults { value } } } } } }`
    const [ask, other] = [await asking(), await asking()]
    expect((await ask({ query, variables: { first: 1 } })).status).toBe(200)
    const expected = await other({ query, variables: { first: 100 } })
    expect(expected.body).toContain('TOO_COMPLEX')
    expect(await ask({ query, variables: { first: 100 } })).toEqual(expected)
  })
})

function deep(levels: number): unknown {
  return levels === 0 ? 'x' : [deep(levels - 1)]
}

/** Unexpected errors are told with an id of their own. */
const withoutIds = <Answer extends { readonly body: string }>(answer: Answer): Answer => ({
  ...answer,
  body: answer.body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID'),
})

describe('the answer is that of the framework', async () => {
  const queries = readExamples(join(import.meta.dirname, '../../examples')).filter(
    ({ query }) => getOperationAST(parse(query))?.operation === 'query',
  )
  const ask = await asking()

  it.each(queries)('$name', async ({ query }) => {
    for (const headers of [
      { 'accept-encoding': 'identity' },
      { 'accept-encoding': 'gzip' },
      { 'accept-encoding': 'br' },
    ]) {
      const first = await ask({ query }, headers)
      expect(first.status).toBe(200)
      expect(await ask({ query }, headers)).toEqual(first)
      expect(await ask({ query }, headers)).toEqual(first)
    }
  })

  it('of what is asked this time', async () => {
    const query = 'query ($code: String!) { district(code: $code) { fullName } }'
    const nameOf = async (code: string) => JSON.parse((await ask({ query, variables: { code } })).body).data.district
    expect(await nameOf('110115')).toEqual({ fullName: '北京市大兴区' })
    expect(await nameOf('110101')).toEqual({ fullName: '北京市东城区' })
    expect(await nameOf('999999')).toBeNull()
  })
})
