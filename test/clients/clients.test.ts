import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { Defer20220824Handler } from '@apollo/client/incremental'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { relayStylePagination } from '@apollo/client/utilities'
import { Client, cacheExchange, fetchExchange } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { GraphQLClient } from 'graphql-request'
import { createClient } from 'graphql-sse'
import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'
import { LatestReportsDocument, OneDistrictDocument } from '../queries/typed/graphql.ts'
import { reviseUntil } from './revise-until.ts'

// The clients that frontend teams use, as their documentation sets them up, over HTTP.

const hub = await testHub()
let url = ''
beforeAll(async () => {
  await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020')
  url = `${await hub.listen({ port: 0 })}/graphql`
})

const LATEST_FIRST = [2022, 2020, 2020, 2018, 2017]

/** The id that code generation gave the document; empty for another. */
const hashOf = (document: object) => (document as { __meta__?: { hash: string } }).__meta__?.hash ?? ''

/** Asks as fetch does, and keeps what was asked. */
function recorded() {
  const requests: { readonly method: string; readonly address: URL; readonly body: unknown }[] = []
  const asked: typeof fetch = (input, init) => {
    const { method = 'GET', body } = init ?? {}
    requests.push({ method, address: new URL(String(input)), body })
    return fetch(input, init)
  }
  return { requests, fetch: asked }
}

describe('Apollo Client', () => {
  interface Page {
    readonly reports: {
      readonly edges: readonly { readonly node: { readonly id: string; readonly year: number } }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    }
  }
  const PAGE = gql`
    query Page($after: String) {
      reports(first: 2, after: $after) {
        edges { cursor node { id year } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `

  it('puts the pages of a list together with relayStylePagination', async () => {
    const client = new ApolloClient({
      link: new HttpLink({ uri: url }),
      cache: new InMemoryCache({ typePolicies: { Query: { fields: { reports: relayStylePagination() } } } }),
    })
    const pages = client.watchQuery<Page>({ query: PAGE })
    const seen = pages.subscribe(() => undefined)
    const years = () => (pages.getCurrentResult().data as Page | undefined)?.reports.edges.map(({ node }) => node.year)
    await expect.poll(years).toEqual(LATEST_FIRST.slice(0, 2))
    let last = pages.getCurrentResult().data as Page | undefined
    while (last?.reports.pageInfo.hasNextPage) {
      last = (await pages.fetchMore({ variables: { after: last.reports.pageInfo.endCursor } })).data
    }
    await expect.poll(years).toEqual(LATEST_FIRST)
    seen.unsubscribe()
  })

  it('knows an object again by its id, whatever query it came with', async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() })
    const { data } = await client.query<Page>({ query: PAGE })
    const { id } = data?.reports.edges[0]?.node ?? { id: '' }
    const again = await client.query<{ node: { title: string } }>({
      query: gql`query ($id: ID!) { node(id: $id) { id ... on Report { title } } }`,
      variables: { id },
    })
    const cached = client.cache.extract() as Readonly<Record<string, unknown>>
    expect(cached[`Report:${id}`]).toMatchObject({ year: 2022, title: again.data?.node.title })
  })

  it('gives what is not deferred first, and the whole when the rest has come', async () => {
    const client = new ApolloClient({
      link: new HttpLink({ uri: url }),
      cache: new InMemoryCache(),
      incrementalHandler: new Defer20220824Handler(),
    })
    const parts: { readonly loading: boolean; readonly report: Record<string, unknown> | undefined }[] = []
    const query = client.watchQuery<{ report: Record<string, unknown> }>({
      query: gql`{ report(district: "110115", year: 2020) { id year ... @defer { sections { heading } } } }`,
    })
    const seen = query.subscribe(({ data, dataState, loading }) => {
      if (dataState !== 'empty') parts.push({ loading, report: data?.report as Record<string, unknown> })
    })
    await expect.poll(() => parts.at(-1)?.loading).toBe(false)
    seen.unsubscribe()
    expect(parts[0]).toMatchObject({ loading: true, report: { year: 2020 } })
    expect(parts[0]?.report).not.toHaveProperty('sections')
    const sections = parts.at(-1)?.report?.sections as { heading: string }[]
    expect(sections.map(({ heading }) => heading)).toContain('一、总体情况')
  })

  it('asks by GET and by the id of a trusted document, and sends the document where it is not trusted', async () => {
    const { requests, fetch } = recorded()
    const trusted = new PersistedQueryLink({
      generateHash: (document) => hashOf(document) || 'none',
      useGETForHashedQueries: true,
    })
    const client = new ApolloClient({
      link: trusted.concat(new HttpLink({ uri: url, fetch })),
      cache: new InMemoryCache(),
    })
    const { data } = await client.query({ query: LatestReportsDocument, variables: { first: 2 } })
    expect(data?.reports.nodes.map(({ year }) => year)).toEqual(LATEST_FIRST.slice(0, 2))
    expect(requests.map(({ method, address }) => [method, address.searchParams.has('query')])).toEqual([['GET', false]])
    await client.query({ query: gql`{ reports { totalCount } }` })
    expect(requests.slice(1).map(({ method }) => method)).toEqual(['GET', 'POST'])
  })
})

describe('urql', () => {
  it('asks a typed document, and reads the error of one that is refused', async () => {
    const client = new Client({ url, exchanges: [cacheExchange, fetchExchange], preferGetMethod: false })
    const { data } = await client.query(OneDistrictDocument, { code: '110112' }).toPromise()
    expect(data?.district?.fullName).toBe('北京市通州区')
    const { error } = await client.query('{ reports(first: 1000) { nodes { year } } }', {}).toPromise()
    expect(error?.graphQLErrors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('asks by GET where it is told to', async () => {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: 'force' })
    const { data } = await client.query('{ reports { totalCount } }', {}).toPromise()
    expect(data).toEqual({ reports: { totalCount: 5 } })
  })

  it('asks by GET and by the id of a trusted document, and sends one that has no id', async () => {
    const { requests, fetch } = recorded()
    const trusted = persistedExchange({
      preferGetForPersistedQueries: 'force',
      generateHash: async (_text, document) => hashOf(document),
    })
    const client = new Client({
      url,
      exchanges: [cacheExchange, trusted, fetchExchange],
      preferGetMethod: false,
      fetch,
    })
    const { data } = await client.query(LatestReportsDocument, { first: 2 }).toPromise()
    expect(data?.reports).toMatchObject({ totalCount: 5, nodes: [{ year: 2022 }, { year: 2020 }] })
    expect(requests.map(({ method, address }) => [method, address.searchParams.has('query')])).toEqual([['GET', false]])
    // Without an id the document itself is sent. An id that the hub does not know is an error, and not tried again: urql knows
    // the refusal by its words alone, Apollo Client by its code.
    await client.query('{ reports { totalCount } }', {}).toPromise()
    expect(requests.slice(1).map(({ method }) => method)).toEqual(['POST'])
  })
})

describe('graphql-request', () => {
  it('asks a typed document, and throws the error of one that is refused', async () => {
    const client = new GraphQLClient(url)
    const { district } = await client.request(OneDistrictDocument, { code: '110115' })
    expect(district?.reports.nodes.map(({ year }) => year)).toEqual([2020])
    await expect(client.request('{ node(id: "x") { id } }')).rejects.toMatchObject({
      response: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    })
  })
})

describe('the client of graphql-sse', () => {
  it('runs a query, and follows a subscription that it leaves', async () => {
    const client = createClient({ url })
    const answers = client.iterate({ query: '{ reports { totalCount } }' })
    expect((await answers.next()).value).toEqual({ data: { reports: { totalCount: 5 } } })
    const events = client.iterate<{ reportIngested: { outcome: string; report: { year: number } } }>({
      query: 'subscription { reportIngested { outcome report { year } } }',
    })
    const told = events.next()
    await reviseUntil(hub, 'daxing-2020', told)
    expect((await told).value).toEqual({ data: { reportIngested: { outcome: 'REVISED', report: { year: 2020 } } } })
    await events.return?.()
    client.dispose()
  })
})

describe('an EventSource', () => {
  it('reads a subscription by GET', async () => {
    const query = 'subscription { reportIngested { outcome report { year } } }'
    const response = await fetch(`${url}?${new URLSearchParams({ query })}`, {
      headers: { accept: 'text/event-stream' },
    })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const events = response.body!.pipeThrough(new TextDecoderStream())
    const told = (async () => {
      let text = ''
      for await (const part of events) {
        text += part
        if (text.includes('data: {')) return text
      }
      return text
    })()
    await reviseUntil(hub, 'shijingshan-2022', told)
    expect(await told).toContain(
      'event: next\ndata: {"data":{"reportIngested":{"outcome":"REVISED","report":{"year":2022}}}}',
    )
  })
})
