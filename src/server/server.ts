import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, Server as NetServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { useDeferStream } from '@graphql-yoga/plugin-defer-stream'
import type { GraphQLSchema } from 'graphql'
import { createYoga, useReadinessCheck } from 'graphql-yoga'
import { type Logger, pino } from 'pino'
import { type Context, createContext } from '../graphql/context.ts'
import { LIMITS } from '../graphql/limits.ts'
import { schema as hubSchema } from '../graphql/schema.ts'
import { openDataVersions } from '../store/data-version.ts'
import type { Database } from '../store/database.ts'
import { type IngestionFeed, openIngestionFeed } from '../store/ingestion-feed.ts'
import { openReadReplica } from '../store/read-replica.ts'
import { openRunFeed, type RunFeed } from '../store/run-feed.ts'
import { callerOf, requestIds } from './caller.ts'
import { codeVersion } from './code-version.ts'
import { createErrorMask } from './errors.ts'
import { etagOf } from './etag.ts'
import { openFirstAnswers } from './first-answers.ts'
import { openKeptAnswers } from './kept-answers.ts'
import { keptDocuments } from './kept-documents.ts'
import { openKnownOperations } from './known-operations.ts'
import { plainQuestion, unread } from './plain-question.ts'
import { complexityLimit } from './plugins/complexity-limit.ts'
import { compressedAnswers } from './plugins/compressed-answers.ts'
import { conditionalGet } from './plugins/conditional-get.ts'
import { costOnRequest } from './plugins/cost.ts'
import { csrfPrevention } from './plugins/csrf.ts'
import { deadline } from './plugins/deadline.ts'
import { aliasLimit, depthLimit } from './plugins/document-limits.ts'
import { readExamples } from './plugins/example-queries.ts'
import { explorer } from './plugins/explorer.ts'
import { exports } from './plugins/exports.ts'
import { headRequests } from './plugins/head-requests.ts'
import { idempotency } from './plugins/idempotency.ts'
import { inOnePiece } from './plugins/in-one-piece.ts'
import { keepAnswers } from './plugins/keep-answers.ts'
import { knownOperations } from './plugins/known-operations.ts'
import { leafLists } from './plugins/leaf-lists.ts'
import { mediaTypeCase } from './plugins/media-type-case.ts'
import { readableRequest } from './plugins/readable-request.ts'
import { reference } from './plugins/reference.ts'
import { repetitionLimit } from './plugins/repetition-limit.ts'
import { replicaReads } from './plugins/replica-reads.ts'
import { isRunFiles, runFiles } from './plugins/run-files.ts'
import { saidInWords } from './plugins/said-in-words.ts'
import { sources } from './plugins/sources.ts'
import { streamArguments } from './plugins/stream-arguments.ts'
import { freshLoaders, subscriptionLimit } from './plugins/subscriptions.ts'
import { tokenLimit } from './plugins/token-limit.ts'
import { trustedDocuments } from './plugins/trusted-documents.ts'
import { variablesLimit } from './plugins/variables-limit.ts'
import { repeatedQuestions } from './repeated-questions.ts'
import { trustedDocuments as findDocuments, type Manifest, readManifest, unanswerable } from './trusted-documents.ts'
import { warmUp } from './warm-up.ts'

export interface HubOptions {
  readonly database: Database
  /** The address of a streaming replica of the database, for questions; none when null. */
  readonly databaseReplicaUrl?: string | null
  /** The schema that is served: that of the hub when not given. */
  readonly schema?: GraphQLSchema
  /** The version of the code, where it is known already. */
  readonly codeVersion?: string
  /** Where unexpected errors are told; standard output when not given. */
  readonly logger?: Logger
  /** The largest source to ingest, in bytes. */
  readonly maxSourceBytes?: number
  /** The largest request, in bytes: the largest source and what surrounds it. */
  readonly maxBodyBytes?: number
  /** Milliseconds that an operation may take. */
  readonly timeout?: number
  /** Milliseconds that a request waits for an equal one with its Idempotency-Key which is under way. */
  readonly idempotencyPatience?: number
  /** Tells the subscriptions what is ingested; the feed of the database when not given. The hub closes it. */
  readonly ingestions?: IngestionFeed
  /** Tells the subscriptions what happens in runs, likewise. */
  readonly runs?: RunFeed
  /** How many subscriptions are served at once. */
  readonly maxSubscriptions?: number
  /** How many exports are written at once. */
  readonly maxExports?: number
  /** Megabytes of answers that are kept to be given again; 0 keeps none. */
  readonly answerCacheMegabytes?: number
  /** The folder of the saved queries that the explorer opens with; they are trusted documents. */
  readonly examples?: string
  /** The path of a manifest of further trusted documents. */
  readonly trustedManifest?: string | null
  /** Whether trusted documents alone are answered (only), or those that callers send as well (also). */
  readonly trustedDocuments?: 'also' | 'only'
}

export interface Hub {
  /** Answers a request, without a network. */
  readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>
  /** Answers some questions of its own, so that the first one that comes is not the one that waits for code to be compiled. */
  warmUp(): Promise<void>
  /** Listens, and resolves to the address. Port 0 is any free one. */
  listen(at: { readonly port: number; readonly host?: string }): Promise<string>
  /** Takes no more requests, lets those under way finish, and cuts off what is left after `patience` milliseconds. */
  close(patience?: number): Promise<void>
}

/**
 * The hub as an HTTP server: GraphQL at /graphql and the explorer for browsers there, what to read at / and /reference, reports as files under /export, /health, which
 * answers while the process is up, and /ready, which answers while the database does.
 * @throws ManifestError when the manifest of trusted documents cannot be used.
 */
export function createHub({
  database,
  databaseReplicaUrl = null,
  schema = hubSchema,
  codeVersion: code = codeVersion(),
  logger = pino(),
  maxSourceBytes,
  maxBodyBytes = maxSourceBytes === undefined ? LIMITS.requestBytes.most : maxSourceBytes + 2_000_000,
  timeout = LIMITS.milliseconds.most,
  idempotencyPatience = 10_000,
  maxSubscriptions = LIMITS.subscriptions.most,
  maxExports = LIMITS.exports.most,
  answerCacheMegabytes = 32,
  ingestions = openIngestionFeed(database),
  runs = openRunFeed(database),
  examples: examplesFolder = join(import.meta.dirname, '../../examples'),
  trustedManifest = null,
  trustedDocuments: answered = 'also',
}: HubOptions): Hub {
  let closing = false
  const isReady = async () =>
    !closing &&
    database.pool.query('SELECT 1').then(
      () => true,
      () => false,
    )

  const examples = readExamples(examplesFolder)
  const manifest: Manifest = trustedManifest === null ? new Map() : readManifest(trustedManifest)
  for (const document of unanswerable(manifest, schema)) logger.warn(document, 'trusted document that is not answered')
  const only = answered === 'only'
  const findDocument = findDocuments(examples, manifest)
  const firstAnswers = openFirstAnswers(database, idempotencyPatience)
  const versions = openDataVersions(database)
  const replica =
    databaseReplicaUrl === null ? null : openReadReplica(databaseReplicaUrl, { primary: database, versions, logger })
  const kept = answerCacheMegabytes === 0 ? null : openKeptAnswers(answerCacheMegabytes * 1_000_000)
  const repeated = repeatedQuestions(kept, versions)
  const mask = createErrorMask(logger)
  const contextOf = (actor: Context['actor'], from = database) =>
    createContext({ database: from, ingestions, runs, maxSourceBytes, actor })
  const known = openKnownOperations({
    timeout,
    contextOf: async (actor, question) =>
      contextOf(actor, replica === null ? database : await replica.database(question?.data)),
  })

  const yoga = createYoga({
    schema,
    context: ({ request }) => contextOf(callerOf(request, database).actor),
    graphqlEndpoint: '/graphql',
    // The data is public and keys come in a header: pages of any site may ask, and no cookie is ever sent along.
    cors: {
      origin: '*',
      credentials: false,
      methods: ['GET', 'POST', 'OPTIONS'],
      exposedHeaders: ['X-Request-Id', 'Idempotency-Replayed', 'Retry-After'],
      maxAge: 86_400,
    },
    // Pipes every body through a stream of its own; `readableRequest` limits them.
    maxRequestBodySize: false,
    maskedErrors: { maskError: mask },
    // One operation a request: a batch would multiply every limit below.
    batching: false,
    parserAndValidationCache: keptDocuments(),
    // What Yoga would show browsers comes from a CDN; the explorer works without a network.
    graphiql: false,
    landingPage: false,
    // The mask logs, once and with an id.
    logging: false,
    plugins: [
      requestIds(database),
      // Phase: the request, before GraphQL.
      mediaTypeCase(),
      useReadinessCheck({ endpoint: '/ready', check: isReady }),
      runFiles({ database, maxSourceBytes, mask, firstAnswers }),
      reference({ examples, hasExplorer: !only }),
      ...(only ? [] : [explorer({ examples })]),
      exports({ database, replica, version: code, mask, most: maxExports }),
      sources({ database, mask }),
      csrfPrevention(),
      conditionalGet({
        versions,
        repeated,
        version: etagOf(code, ...examples.map(({ query }) => query), ...[...manifest].flat()),
      }),
      readableRequest(maxBodyBytes),
      trustedDocuments({ findDocument, only }),
      // Phase: parsing.
      variablesLimit(),
      tokenLimit(),
      repetitionLimit(),
      // Phase: validation. Complexity follows when variables are known.
      depthLimit(),
      aliasLimit(),
      // Phase: execution.
      knownOperations({ database, known }),
      idempotency(firstAnswers),
      useDeferStream(),
      streamArguments(),
      inOnePiece(),
      leafLists(),
      complexityLimit(),
      deadline(timeout),
      subscriptionLimit(maxSubscriptions),
      freshLoaders(database),
      ...(replica === null ? [] : [replicaReads({ replica, repeated })]),
      costOnRequest(),
      // Phase: the answer.
      saidInWords(),
      compressedAnswers(),
      headRequests(),
      keepAnswers({ database, repeated }),
    ],
  })

  const underWay = new Set<ServerResponse>()

  // Whoever sends his request drop by drop is given up as well.
  const server = createServer(
    {
      requestTimeout: 0,
      headersTimeout: timeout,
      keepAliveTimeout: KEEP_ALIVE,
      maxHeaderSize: LIMITS.headerBytes.most,
    },
    async (request, response) => {
      giveUpSlow(request, timeout)
      underWay.add(response.once('close', () => underWay.delete(response)))
      if (closing) response.shouldKeepAlive = false
      try {
        const question = await plainQuestion(request)
        const isAnswered =
          question !== null &&
          ((await repeated.answer(question, request, response)) ||
            (await known.answer(question, request, response, repeated.questionOf({ req: request }))))
        if (isAnswered) return
        unread(request)
        await yoga(request, response)
      } catch {
        // The sender has gone before all of the request was there.
        response.destroy()
      }
    },
  )
  const connections = new Set<Socket>()
  server.on('connection', (socket) => connections.add(socket.once('close', () => connections.delete(socket))))

  const answer: Hub['fetch'] = async (url, init = {}) => yoga.fetch(String(url), init)
  return {
    fetch: answer,
    warmUp: () => warmUp(answer, examples),
    async listen({ port, host = '127.0.0.1' }) {
      await listening(server, port, host)
      const { address, family, port: given } = server.address() as AddressInfo
      return `http://${family === 'IPv6' ? `[${address}]` : address}:${given}`
    },
    async close(patience = 10_000) {
      closing = true
      // They say so in a header (RFC 9112, section 9.6): clients that keep connections open would send their next request into nothing.
      for (const response of underWay) response.shouldKeepAlive = false
      // Nobody new is let in. That of node:http would close idle connections at once: on some of them a request is on its way.
      const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve))
      // Ends the subscriptions, which would otherwise be under way for ever.
      await Promise.all([ingestions.close(), runs.close()])
      // Clients keep connections open for a next request: each goes when its answer is out, or when none has come for a moment.
      const sweep = setInterval(() => {
        server.closeIdleConnections()
        // One that browsers open in advance, and on which nothing was ever sent, is not idle to node:http.
        for (const connection of connections) if (connection.bytesRead === 0) connection.destroy()
      }, LAST_REQUESTS)
      const cut = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearInterval(sweep)
      clearTimeout(cut)
      // It looks after its connections no longer.
      server.close()
      await firstAnswers.close()
      await replica?.close()
      await versions.close()
      await yoga.dispose()
    },
  }
}

/**
 * Milliseconds that a connection is kept for a next request. Proxies keep theirs for a minute: the side that may send the next request has to be the
 * first to close, or a request meets a closed connection.
 */
const KEEP_ALIVE = 75_000

/** Milliseconds in which a hub that closes still takes requests on connections that are open, and tells their senders that it was the last. */
const LAST_REQUESTS = 100

/** The files of a run take as long as they take, as long as something comes. */
function giveUpSlow(request: IncomingMessage, milliseconds: number): void {
  if (isRunFiles(request.url)) {
    request.setTimeout(milliseconds, () => request.destroy())
    return
  }
  const timer = setTimeout(() => request.complete || request.destroy(), milliseconds)
  const done = () => clearTimeout(timer)
  request.once('end', done).once('close', done)
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
