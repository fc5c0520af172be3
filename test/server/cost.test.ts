import { expect, it } from 'vitest'
import { testHub } from '../hub.ts'

const hub = await testHub()

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[]
  readonly extensions?: { readonly cost?: Readonly<Record<string, { readonly used: number; readonly limit: number }>> }
}

const ask = async (body: object): Promise<Answer> => {
  const headers = { 'content-type': 'application/json' }
  const response = await hub.fetch('http://hub/graphql', { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}

// One field at the top, ten districts each with a name and, in a fragment, ten reports with a year; connections hold nodes.
const query = `query Page($first: Int) {
  some: districts(first: $first) { nodes { name ...Reports } }
}
fragment Reports on District { reports(first: 10) { nodes { year } } }`

it('tells on request what an operation takes of each limit', async () => {
  const { data, extensions } = await ask({ query, variables: { first: 10 }, extensions: { cost: true } })
  expect(data).toHaveProperty('some')
  expect(extensions).toEqual({
    cost: {
      // A year, its nodes: 2, ten times; that list and a name: 22, and their nodes: 23, ten times; that list.
      complexity: { used: 231, limit: 100_000 },
      // districts, nodes, name, reports, nodes, year.
      breadth: { used: 6, limit: 1_000 },
      // districts, nodes, the fragment twice (as spread and as definition), reports, nodes, year: what the limit counts.
      depth: { used: 7, limit: 16 },
      aliases: { used: 1, limit: 50 },
      tokens: { used: 45, limit: 2_000 },
    },
  })
})

it('reckons with the variables of the request', async () => {
  const cost = async (first: number) =>
    (await ask({ query, variables: { first }, extensions: { cost: true } })).extensions?.cost?.complexity?.used
  expect(await cost(1)).toBe(24)
  expect(await cost(100)).toBe(2_301)
})

it('measures the operation that is asked for, of several', async () => {
  const document = 'query Small { __typename } query Large { forms { code } }'
  const costOf = async (operationName: string) =>
    (await ask({ query: document, operationName, extensions: { cost: true } })).extensions?.cost
  expect((await costOf('Small'))?.breadth?.used).toBe(1)
  expect((await costOf('Large'))?.breadth?.used).toBe(2)
})

it('tells nothing unasked', async () => {
  expect(await ask({ query: '{ __typename }' })).toEqual({ data: { __typename: 'Query' } })
  expect(await ask({ query: '{ __typename }', extensions: { cost: 'x' } })).not.toHaveProperty('extensions')
})

it('tells the same numbers in the error when the operation takes too much', async () => {
  const large =
    'query ($n: Int) { districts(first: $n) { nodes { children(first: $n) { nodes { children(first: $n) { nodes { name } } } } } } }'
  const { errors, extensions } = await ask({ query: large, variables: { n: 100 }, extensions: { cost: true } })
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', of: 'complexity', limit: 100_000 })
  expect(extensions?.cost?.complexity?.used).toBe(errors?.[0]?.extensions.got)
})

it('tells by GET as well', async () => {
  const parameters = new URLSearchParams({ query: '{ __typename }', extensions: '{"cost":true}' })
  const response = await hub.fetch(`http://hub/graphql?${parameters}`)
  expect(((await response.json()) as Answer).extensions?.cost?.breadth).toEqual({ used: 1, limit: 1_000 })
})

/** The parts of an answer, or the events of a subscription, as far as they come by themselves. */
async function partsOf(query: string, accept: string, wanted: number): Promise<Answer[]> {
  const headers = { 'content-type': 'application/json', accept }
  const body = JSON.stringify({ query, extensions: { cost: true } })
  const response = await hub.fetch('http://hub/graphql', { method: 'POST', headers, body })
  let text = ''
  const found = () =>
    [...text.matchAll(/^(?:data: )?(\{.*\})\r?$/gm)].map(([, part]) => JSON.parse(part ?? '') as Answer)
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    if (found().length >= wanted) break
  }
  return found()
}

it('tells with the first part of an answer in parts', async () => {
  const parts = await partsOf(
    '{ districts(first: 10) { nodes { name ... @defer { code } ... @defer { fullName } } } }',
    'multipart/mixed',
    Number.POSITIVE_INFINITY,
  )
  expect(parts.length).toBeGreaterThan(1)
  const [first, ...others] = parts.map(({ extensions }) => extensions?.cost?.complexity?.used)
  // Three fields of ten nodes; their list and the connection.
  expect(first).toBe(41)
  expect(others.every((cost) => cost === undefined)).toBe(true)
})

it('tells with the first event of a subscription', async () => {
  const told = partsOf('subscription { reportIngested { outcome report { year } } }', 'text/event-stream', 2)
  const listening = `SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'disclosure-hub feed' AND state = 'idle' AND query LIKE 'LISTEN%'`
  await expect.poll(async () => (await hub.db.pool.query(listening)).rowCount, { timeout: 20_000 }).toBe(1)
  await hub.ingestSamples('daxing-2020', 'tongzhou-2018')
  const [first, second] = await told
  expect(first?.data).toMatchObject({ reportIngested: { outcome: 'CREATED', report: { year: 2020 } } })
  expect(first?.extensions?.cost?.complexity).toEqual({ used: 4, limit: 100_000 })
  expect(second?.data).toMatchObject({ reportIngested: { report: { year: 2018 } } })
  expect(second).not.toHaveProperty('extensions')
})
