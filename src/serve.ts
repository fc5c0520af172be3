import { join } from 'node:path'
import { pino } from 'pino'
import { ingestFiles } from './cli/ingest-files.ts'
import { rejudge } from './ingest/rejudge.ts'
import type { RunWorker } from './ingest/run-worker.ts'
import { everyFormula } from './metrics/every-formula.ts'
import { type OpenStore, openStore } from './open-store.ts'
import { CommandError, runCommand } from './run-command.ts'
import type { Hub } from './server/server.ts'
import { readSettings, type Settings } from './settings.ts'
import { startRunProcess } from './start-run-process.ts'
import { createApiKey, listApiKeys } from './store/api-keys.ts'
import type { Database } from './store/database.ts'
import { endServersAtOnce } from './store/embedded-postgres.ts'
import { keepSums, type SumKeeper } from './store/sums/keep-sums.ts'

const SAMPLES = join(import.meta.dirname, '../samples')

/** `npm start`, and the command `serve`: serves by the settings of the environment. */
export const serveCommand = (environment: NodeJS.ProcessEnv, codeVersion: string): Promise<void> =>
  runCommand(() =>
    serveUntilSignal(readSettings(environment), { underNpm: 'npm_lifecycle_event' in environment, codeVersion }),
  )

/** Imports all that a start imports later, and runs nothing of it. */
export const importAll = () =>
  Promise.all([
    import('./server/server.ts'),
    import('./store/schema-engine.ts'),
    import('./parse/parse.ts'),
    import('./ingest/run-worker.ts'),
  ])

interface ServeOptions {
  /** Whether npm runs the process: then it ends with npm, too. */
  readonly underNpm: boolean
  readonly codeVersion: string
}

/**
 * Serves until the process is told to stop, and then answers what is under way, and closes the store. Told during the start, or
 * told again, it ends at once.
 */
async function serveUntilSignal(settings: Settings, { underNpm, codeVersion }: ServeOptions): Promise<void> {
  let hub: ServingHub | undefined
  // Heard from before the start: one that takes too long, or hangs, must end as well.
  const told = new Promise<void>((stop) => {
    let first: number | undefined
    for (const name of SIGNALS) {
      process.on(name, () => {
        const now = Date.now()
        // Ctrl-C under npm arrives twice: from the terminal, and passed on by npm.
        if (first !== undefined && now - first < ECHO) return
        if (hub === undefined || first !== undefined) endAtOnce(name)
        first = now
        stop()
      })
    }
    if (underNpm) endOfParent().then(() => (hub === undefined ? endAtOnce('SIGTERM') : stop()))
  })
  hub = await serve(settings, codeVersion)
  await told
  console.log('Stopping: what is under way is answered first. A second signal ends the hub at once.')
  await hub.stop()
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Milliseconds in which a second signal is taken for the first one again. */
const ECHO = 500

/** Ends the process by the signal, whatever hangs: leaving in order would wait for it. */
function endAtOnce(signal: NodeJS.Signals): void {
  endServersAtOnce()
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

// A signal to npm reaches the shell between it and the hub, which dies of it and tells nobody.
function endOfParent(): Promise<void> {
  const parent = process.ppid
  return new Promise((resolve) => {
    setInterval(() => process.ppid !== parent && resolve(), 500).unref()
  })
}

interface ServingHub {
  stop(): Promise<void>
}

async function serve(settings: Settings, codeVersion: string): Promise<ServingHub> {
  // The schema is built while PostgreSQL starts.
  const [store, { createHub }] = await Promise.all([openStore(settings, 'OWN'), import('./server/server.ts')])
  const logger = pino({ level: settings.logLevel })
  const federation = settings.isSubgraph ? { schema: (await import('./graphql/subgraph.ts')).subgraph } : {}
  const hub = await makeHub(store, () =>
    createHub({ ...settings, ...federation, codeVersion, database: store.db, logger }),
  )
  let worker: RunWorker | undefined
  let sums: SumKeeper | undefined
  const stop = async () => {
    await Promise.all([hub.close(), worker?.close(), sums?.close()])
    await store.close()
  }
  try {
    const samples = await ingestSamples(store.db)
    const rejudged = await rejudgeStale(store.db)
    await hub.warmUp()
    const address = await hub.listen(settings).catch((error: unknown) => {
      throw cannotListen(settings, error)
    })
    if (settings.ingestAtOnce > 0) {
      worker = startRunProcess(store.db, {
        url: settings.databaseUrl ?? store.postgres?.url ?? '',
        atOnce: settings.ingestAtOnce,
        maxSourceBytes: settings.maxSourceBytes,
        faulty: (error, where) => logger.error({ err: error, ...where }, 'a file of a run was not worked off'),
      })
    }
    sums = keepSums(store.db, everyFormula(), {
      faulty: (error) =>
        logger.warn({ err: error }, 'sums are not brought up to date: totals are added up anew for each answer'),
    })
    console.log(welcome(address, store, { samples, rejudged }, await firstKey(store.db)))
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The hub; without one, the store is closed. */
async function makeHub(store: OpenStore, make: () => Hub): Promise<Hub> {
  try {
    return make()
  } catch (error) {
    await store.close()
    throw error instanceof Error && error.name === 'ManifestError' ? new CommandError(error.message) : error
  }
}

/**
 * An empty store has something to ask about from the first start on; one that was cut off among the samples is brought to its end by
 * the next. Returns how many reports were stored.
 */
async function ingestSamples(db: Database): Promise<number> {
  const other = { OR: [{ reason: null }, { reason: { not: SAMPLE } }] }
  if ((await db.prisma.revision.findFirst({ where: other, select: { year: true } })) !== null) return 0
  const begun = (await db.prisma.revision.findFirst({ select: { year: true } })) !== null
  // A first start makes its key last.
  if (begun && (await listApiKeys(db)).length > 0) return 0
  let created = 0
  for await (const result of ingestFiles(db, [SAMPLES], { reason: SAMPLE })) {
    if (result.ok && result.outcome === 'CREATED') created += 1
  }
  return created
}

/** Reports judged by the rules of another version are judged again, so that no answer mixes two. Returns how many they were. */
async function rejudgeStale(db: Database): Promise<number> {
  let rejudged = 0
  for await (const _ of rejudge(db, { only: 'STALE' })) rejudged += 1
  return rejudged
}

/** Kept with each of them as the reason of its revision. */
const SAMPLE = 'A sample of the first start.'

/** A store without any key gets one, so that the first publisher need not look for how. */
async function firstKey(db: Database): Promise<string | null> {
  const keys = await listApiKeys(db)
  return keys.length > 0 ? null : (await createApiKey(db, 'first')).key
}

function cannotListen({ host, port }: Settings, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = REASONS[code]
  if (reason === undefined) return error instanceof Error ? error : new Error(String(error))
  return new CommandError(`Expected to listen on ${host}:${port}, got ${reason}.`)
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'a port that another program holds: stop that one, or set PORT to another port',
  EACCES: 'a port that this user may not use: set PORT to one above 1023',
  EADDRNOTAVAIL: 'an address that this machine does not have: set HOST to one of its own, or to 0.0.0.0',
  ENOTFOUND: 'a host name that nobody knows: set HOST to an address of this machine',
}

const QUERY = '{ district(code: "110115") { fullName reports { nodes { year title findings { message } } } } }'

interface Brought {
  /** How many reports were ingested as samples. */
  readonly samples: number
  /** How many had been judged by other rules. */
  readonly rejudged: number
}

function welcome(address: string, store: OpenStore, { samples, rejudged }: Brought, key: string | null): string {
  const { postgres } = store
  return [
    `disclosure-hub serves at ${address}/graphql`,
    postgres ? `  Its data stand in ${postgres.cluster}.` : '  Its data stand in the database of DATABASE_URL.',
    ...(samples > 0 ? [`  Nothing else was in the store: ${samples} sample reports were ingested.`] : []),
    ...(rejudged > 0 ? [`  The rules have changed: ${rejudged} reports were judged again.`] : []),
    '',
    'Open that address in a browser, or ask from a terminal:',
    `  curl ${address}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: QUERY })}'`,
    ...(key
      ? [
          '',
          'A key for ingestion (INGEST, any district), shown this once; npm run hub -- key create NAME makes others:',
          `  ${key}`,
        ]
      : []),
    '',
    'Ctrl-C stops it.',
  ].join('\n')
}
