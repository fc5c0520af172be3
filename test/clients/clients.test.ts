import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { relayStylePagination } from '@apollo/client/utilities'
import { Client, cacheExchange, fetchExchange } from '@urql/core'
import { GraphQLClient } from 'graphql-request'
import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'
import { OneDistrictDocument } from '../queries/typed/graphql.ts'

// The clients that frontend teams use, as their documentation sets them up, over HTTP.

const hub = await testHub()
let url = ''
beforeAll(async () => {
  await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020')
  url = `${await hub.listen({ port: 0 })}/graphql`
})

const LATEST_FIRST = [2022, 2020, 2020, 2018, 2017]

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
