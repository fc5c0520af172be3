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
import { openHttpServer } from './http-server.ts'
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
  /** Lets nobody new in, lets requests under way finish, ends subscriptions, and cuts off what is left after `patience` milliseconds. */
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
  const isReady = async () =>
    !server.isClosing &&
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

  const server = openHttpServer({
    timeout,
    // The files of a run.
    mayTakeLong: ({ url }) => isRunFiles(url),
    async answer(request, response) {
      const question = await plainQuestion(request)
      const isAnswered =
        question !== null &&
        ((await repeated.answer(question, request, response)) ||
          (await known.answer(question, request, response, repeated.questionOf({ req: request }))))
      if (isAnswered) return
      unread(request)
      await yoga(request, response)
    },
  })

  const answer: Hub['fetch'] = async (url, init = {}) => yoga.fetch(String(url), init)
  return {
    fetch: answer,
    warmUp: () => warmUp(answer, examples),
    listen: (at) => server.listen(at),
    async close(patience = 10_000) {
      const closed = server.close(patience)
      // Ends the subscriptions, which would otherwise be under way for ever.
      await Promise.all([ingestions.close(), runs.close()])
      await closed
      await firstAnswers.close()
      await replica?.close()
      await versions.close()
      await yoga.dispose()
    },
  }
}
