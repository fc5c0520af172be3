import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import type { GraphQLError, ValidationContext } from 'graphql'
import { createYoga, useReadinessCheck } from 'graphql-yoga'
import { type Logger, pino } from 'pino'
import { createContext } from '../graphql/context.ts'
import { schema } from '../graphql/schema.ts'
import type { Database } from '../store/database.ts'
import { createErrorMask, documentTooLarge } from './errors.ts'
import { csrfPrevention } from './plugins/csrf.ts'
import { deadline } from './plugins/deadline.ts'
import { readExamples } from './plugins/example-queries.ts'
import { explorer } from './plugins/explorer.ts'
import { readableRequest } from './plugins/readable-request.ts'
import { saidInWords } from './plugins/said-in-words.ts'
import { tokenLimit } from './plugins/token-limit.ts'
import { variablesLimit } from './plugins/variables-limit.ts'

export interface HubOptions {
  readonly database: Database
  /** Where unexpected errors are told; standard output when not given. */
  readonly logger?: Logger
  /** The largest source to ingest, in bytes. */
  readonly maxSourceBytes?: number
  /** The largest request, in bytes: the largest source and what surrounds it. */
  readonly maxBodyBytes?: number
  /** Milliseconds that an operation may take. */
  readonly timeout?: number
  /** The folder of the saved queries that the explorer opens with. */
  readonly examples?: string
}

export interface Hub {
  /** Answers a request, without a network. */
  readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>
  /** Listens, and resolves to the address. Port 0 is any free one. */
  listen(at: { readonly port: number; readonly host?: string }): Promise<string>
  /** Takes no more requests, lets those under way finish, and cuts off what is left after `patience` milliseconds. */
  close(patience?: number): Promise<void>
}

/** What a document may be: many times what the examples are. */
const MAX_TOKENS = 2_000
const MAX_VARIABLE_LEVELS = 64
const MAX_DEPTH = 16
const MAX_ALIASES = 50

/** How these plugins refuse. Of themselves they throw, which would come out with status 200. */
const refusal = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(documentTooLarge(message.replace('Syntax Error: ', ''))),
  ],
}

/**
 * The hub as an HTTP server: GraphQL at /graphql and the explorer for browsers there, /health, which answers while the process is
 * up, and /ready, which answers while the database does.
 */
export function createHub({
  database,
  logger = pino(),
  maxSourceBytes,
  maxBodyBytes = (maxSourceBytes ?? 10_000_000) + 2_000_000,
  timeout = 60_000,
  examples = join(import.meta.dirname, '../../examples'),
}: HubOptions): Hub {
  let closing = false
  const isReady = async () =>
    !closing &&
    database.pool.query('SELECT 1').then(
      () => true,
      () => false,
    )

  const yoga = createYoga({
    schema,
    context: ({ request }) =>
      createContext({ database, maxSourceBytes, authorization: request.headers.get('authorization') }),
    graphqlEndpoint: '/graphql',
    // The data is public and keys come in a header: pages of any site may ask, and no cookie is ever sent along.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'], maxAge: 86_400 },
    maxRequestBodySize: maxBodyBytes,
    maskedErrors: { maskError: createErrorMask(logger, maxBodyBytes) },
    // One operation a request: a batch would multiply every limit below.
    batching: false,
    // What Yoga would show browsers comes from a CDN; the explorer works without a network.
    graphiql: false,
    landingPage: false,
    // The mask logs, once and with an id.
    logging: false,
    plugins: [
      // Phase: the request, before GraphQL.
      useReadinessCheck({ endpoint: '/ready', check: isReady }),
      explorer({ examples: readExamples(examples) }),
      csrfPrevention(),
      readableRequest(),
      // Phase: parsing.
      variablesLimit(MAX_VARIABLE_LEVELS),
      tokenLimit(MAX_TOKENS),
      // Phase: validation. Complexity follows in the schema, where the variables are known.
      maxDepthPlugin({ n: MAX_DEPTH, ...refusal }),
      maxAliasesPlugin({ n: MAX_ALIASES, ...refusal }),
      // Phase: execution.
      deadline(timeout),
      // Phase: the answer.
      saidInWords(),
    ],
  })

  // Whoever sends his request drop by drop is given up as well.
  const server = createServer({ requestTimeout: timeout }, yoga)
  return {
    fetch: async (url, init = {}) => yoga.fetch(String(url), init),
    async listen({ port, host = '127.0.0.1' }) {
      await listening(server, port, host)
      const { address, family, port: given } = server.address() as AddressInfo
      return `http://${family === 'IPv6' ? `[${address}]` : address}:${given}`
    },
    async close(patience = 10_000) {
      closing = true
      const closed = new Promise((resolve) => server.close(resolve))
      // Clients keep connections open for a next request: each goes as soon as its answer is out.
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      const cut = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearInterval(sweep)
      clearTimeout(cut)
      await yoga.dispose()
    },
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
