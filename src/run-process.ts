import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { keepCompiledCode } from './compile-cache.ts'

/** What the process is told, once, before it begins. */
export interface RunTask {
  /** The address of the store. */
  readonly url: string
  /** How many items are read at once. */
  readonly atOnce: number
  readonly maxSourceBytes: number
}

/** What it tells of what is nobody's fault but ours or the store's. */
export interface RunFault {
  readonly error: unknown
  readonly where: { readonly runId?: string; readonly position?: number }
}

/** Milliseconds for which nothing is to be done before it ends by itself. */
const IDLE = 10_000

// The process of start-run-process.ts: it works runs off until it is told to end, or has nothing to do.

// The hub is told to stop, and tells this process; one that is killed tells by the end of the channel.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.once('disconnect', () => process.exit())

keepCompiledCode()
const [[{ url, atOnce, maxSourceBytes }], { connect }, { runsToDo }, { startRunWorker }] = await Promise.all([
  once(process, 'message') as Promise<[RunTask]>,
  import('./store/database.ts'),
  import('./store/run-claims.ts'),
  import('./ingest/run-worker.ts'),
])
const db = connect(url, { connections: atOnce + 2 })
const worker = startRunWorker(db, {
  atOnce,
  maxSourceBytes,
  faulty: (error, { runId, position }) => {
    const where = { ...(runId !== undefined && { runId }), ...(position !== undefined && { position }) }
    process.send?.({ error, where } satisfies RunFault)
  },
})
const told = once(process, 'message').then(() => 'TOLD' as const)
for (let idleSince = Date.now(); Date.now() - idleSince < IDLE; ) {
  if ((await Promise.race([told, sleep(2_000)])) === 'TOLD') break
  // A store that cannot be asked has something to do, for all that is known.
  if ((await runsToDo(db).catch(() => ['?'])).length > 0) idleSince = Date.now()
}
await worker.close()
await db.close()
process.exit()
