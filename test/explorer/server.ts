import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSchema, createYoga } from 'graphql-yoga'
import { type ExplorerOptions, explorer } from '../../src/server/plugins/explorer.ts'

/** A schema small enough to be known by heart, with a description on everything. */
const schema = createSchema<{ request: Request }>({
  typeDefs: `
    "Where every question starts."
    type Query {
      "A district by its code."
      district("Six digits of GB/T 2260." code: String!): District
      "The key that came with the request."
      key: String
    }
    "An administrative division (行政区划)."
    type District {
      "Six digits."
      code: String!
      "The official name."
      name: String!
    }
  `,
  resolvers: {
    Query: {
      district: (_: unknown, { code }: { code: string }) => (code === '110115' ? { code, name: '北京市大兴区' } : null),
      key: (_: unknown, __: unknown, { request }: { request: Request }) => request.headers.get('authorization'),
    },
  },
})

/** A Yoga server with the explorer and nothing else of the hub. */
export function yogaWith(options: ExplorerOptions) {
  return createYoga({ schema, plugins: [explorer(options)], graphiql: false, landingPage: false, logging: false })
}

/** The same, listening on a free port of this machine. */
export async function listenWith(options: ExplorerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(yogaWith(options))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
