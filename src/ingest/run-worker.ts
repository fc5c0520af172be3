import { setTimeout as sleep } from 'node:timers/promises'
import { OPERATOR } from '../store/actor.ts'
import type { Database } from '../store/database.ts'
import { openRunClaims, type RunClaims, runsToDo } from '../store/run-claims.ts'
import { type BegunItem, beginItem, takeAttemptBack } from '../store/run-items.ts'
import { finishRun } from '../store/runs.ts'
import { notProcessed } from './item-error.ts'
import { fail, MOST_ATTEMPTS, processItem } from './process-item.ts'

export interface RunWorkerOptions {
  /** How many items are worked on at once. */
  readonly atOnce?: number
  readonly maxSourceBytes?: number
  /** Told of what is nobody's fault but ours or the store's. */
  readonly faulty?: (error: unknown, where: { readonly runId?: string; readonly position?: number }) => void
  /** Milliseconds after which runs are looked for unasked: those of a process that died, which tells nobody. */
  readonly lookEvery?: number
}

/** Works off the runs in the background. */
export interface RunWorker {
  /** Brings what is under way to its end, begins nothing more, and gives its claims up. */
  close(): Promise<void>
}

/** Runs that one process has claimed at a time: the others are for other processes. */
const MOST_CLAIMED = 8

/**
 * Works off the runs of the store, one item at a time unless told otherwise, from run to run in turn. A run is worked on by one process; when that dies,
 * another one goes on where it was.
 */
export function startRunWorker(
  db: Database,
  { atOnce = 1, maxSourceBytes, faulty = () => undefined, lookEvery = 2_000 }: RunWorkerOptions = {},
): RunWorker {
  /** Run → its items that are under way. The order is that of turns. */
  const claimed = new Map<string, Set<number>>()
  const stop = new AbortController()
  let claims: RunClaims | undefined
  let looking: Promise<void> | undefined
  let bell = Promise.withResolvers<void>()

  function ring(): void {
    bell.resolve()
    bell = Promise.withResolvers()
  }

  /** Claims what is to be done, up to so many runs. */
  async function look(): Promise<void> {
    if (claims === undefined) {
      const opened = await openRunClaims(db, ring)
      claims = opened
      void opened.lost.then(() => {
        if (claims === opened) claims = undefined
        claimed.clear()
        ring()
      })
    }
    for (const run of await runsToDo(db)) {
      if (claimed.size >= MOST_CLAIMED) return
      if (!claimed.has(run) && (await claims.claim(run))) claimed.set(run, new Set())
    }
  }

  /** The next item, from the run whose turn it is; null when there is none. */
  async function next(): Promise<BegunItem | null> {
    for (const [run, underWay] of [...claimed]) {
      if (claimed.get(run) !== underWay) continue
      // Its next turn comes after that of all others.
      claimed.delete(run)
      claimed.set(run, underWay)
      // Of two that begin at the same time one must know of the other.
      const item = await inTurn(() => begin(run, underWay))
      if (item !== null) return item
      if (underWay.size === 0 && claimed.get(run) === underWay) {
        claimed.delete(run)
        await finishRun(db, run, OPERATOR)
        await claims?.release(run)
      }
    }
    return null
  }

  async function begin(run: string, underWay: Set<number>): Promise<BegunItem | null> {
    const item = await beginItem(db, run, [...underWay])
    if (item !== null) underWay.add(item.position)
    return item
  }

  let turn: Promise<unknown> = Promise.resolve()
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const own = turn.then(work)
    turn = own.catch(() => undefined)
    return own
  }

  async function work(item: BegunItem): Promise<void> {
    const underWay = claimed.get(item.runId)
    try {
      await processItem(db, item, maxSourceBytes)
    } catch (error) {
      faulty(error, item)
      await afterFault(item, error)
    } finally {
      underWay?.delete(item.position)
    }
  }

  /** A fault of the store is waited for and no fault of the item. */
  async function afterFault(item: BegunItem, error: unknown): Promise<void> {
    const isUp = await db.pool.query('SELECT 1').then(
      () => true,
      () => false,
    )
    if (isUp && item.attempts >= MOST_ATTEMPTS) {
      return fail(db, item, notProcessed(item.attempts, error instanceof Error ? error.message : String(error)))
    }
    await pause(isUp ? 200 * 2 ** item.attempts : 1_000)
    if (!isUp) await takeAttemptBack(db, item).catch(() => undefined)
  }

  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined)

  async function lane(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        const rung = bell.promise
        const item = await next()
        if (item !== null) {
          await work(item)
          continue
        }
        looking ??= look().finally(() => (looking = undefined))
        const before = claimed.size
        await looking
        if (claimed.size > before || stop.signal.aborted) continue
        await Promise.race([rung, pause(lookEvery)])
      } catch (error) {
        faulty(error, {})
        await pause(1_000)
      }
    }
  }

  const lanes = Array.from({ length: atOnce }, lane)
  return {
    async close() {
      stop.abort()
      ring()
      await Promise.all(lanes)
      await claims?.close().catch(() => undefined)
    },
  }
}
