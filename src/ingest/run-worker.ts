import { setTimeout as sleep } from 'node:timers/promises'
import { OPERATOR } from '../store/actor.ts'
import type { Database } from '../store/database.ts'
import { openRunClaims, type RunClaims, runsToDo } from '../store/run-claims.ts'
import { type BegunItem, beginItems, takeAttemptsBack } from '../store/run-items.ts'
import { finishRun } from '../store/runs.ts'
import { LONGEST_READING, MOST_TOGETHER } from './ingest.ts'
import { notProcessed } from './item-error.ts'
import { type FaultyItem, fail, MOST_ATTEMPTS, type ReadItem, readItem, settleItems } from './settle-items.ts'

export interface RunWorkerOptions {
  /** How many items are read at once. */
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

/** Items of a run that are under way together. */
interface Turn {
  readonly items: readonly BegunItem[]
  /** Positions of all items of the run that are under way. */
  readonly underWay: Set<number>
}

/** Runs that one process has claimed at a time: the others are for other processes. */
const MOST_CLAIMED = 8

/**
 * Works off the runs of the store, a few items in turn from run to run: while some are stored, the next are read. A run is worked on by one
 * process; when that dies, another one goes on where it was.
 */
export function startRunWorker(
  db: Database,
  { atOnce = 1, maxSourceBytes, faulty = () => undefined, lookEvery = 2_000 }: RunWorkerOptions = {},
): RunWorker {
  /** Run → its items that are under way. The order is that of turns. */
  const claimed = new Map<string, Set<number>>()
  const stop = new AbortController()
  let claims: RunClaims | undefined
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

  /** The next items, from the run whose turn it is; null when there are none. */
  async function next(): Promise<Turn | null> {
    for (const [run, underWay] of [...claimed]) {
      if (claimed.get(run) !== underWay) continue
      // Its next turn comes after that of all others.
      claimed.delete(run)
      claimed.set(run, underWay)
      const items = await beginItems(db, run, [...underWay], MOST_TOGETHER)
      for (const { position } of items) underWay.add(position)
      if (items.length > 0) return { items, underWay }
      if (underWay.size === 0 && claimed.get(run) === underWay) {
        claimed.delete(run)
        await finishRun(db, run, OPERATOR)
        await claims?.release(run)
      }
    }
    return null
  }

  /** Reads items until there are none left, or it takes too long: those wait for another turn. */
  async function readTurn({ items, underWay }: Turn): Promise<ReadItem[]> {
    const began = performance.now()
    const left = [...items]
    const done: ReadItem[] = []
    const reader = async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) {
        try {
          done.push(await readItem(item, maxSourceBytes))
        } catch (error) {
          await afterFaults([{ item, error }])
          underWay.delete(item.position)
        }
        if (performance.now() - began > LONGEST_READING || stop.signal.aborted) break
      }
    }
    await Promise.all(Array.from({ length: atOnce }, reader))
    for (const { position } of left) underWay.delete(position)
    await takeAttemptsBack(db, left)
    return done.sort((one, other) => one.item.position - other.item.position)
  }

  /** Stores what was read. Never rejects. */
  async function settle(read: readonly ReadItem[], { underWay }: Turn): Promise<void> {
    try {
      await afterFaults(await settleItems(db, read))
    } catch (error) {
      faulty(error, {})
    } finally {
      for (const { item } of read) underWay.delete(item.position)
    }
  }

  /** A fault of the store is waited for and no fault of the item. */
  async function afterFaults(faults: readonly FaultyItem[]): Promise<void> {
    if (faults.length === 0) return
    for (const { item, error } of faults) faulty(error, item)
    const isUp = await db.pool.query('SELECT 1').then(
      () => true,
      () => false,
    )
    const [spent, others] = [true, false].map((isSpent) =>
      faults.filter(({ item }) => (isUp && item.attempts >= MOST_ATTEMPTS) === isSpent),
    )
    for (const { item, error } of spent ?? []) {
      await fail(db, item, notProcessed(item.attempts, error instanceof Error ? error.message : String(error)))
    }
    if (!others || others.length === 0) return
    await pause(isUp ? 200 * 2 ** Math.max(...others.map(({ item }) => item.attempts)) : 1_000)
    const back = others.map(({ item }) => item)
    if (!isUp) await takeAttemptsBack(db, back).catch(() => undefined)
  }

  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined)

  async function going(): Promise<void> {
    /** What is being stored; null when nothing is. */
    let storing: Promise<void> | null = null
    const store = (read: readonly ReadItem[], turn: Turn) => {
      const own = settle(read, turn).then(() => {
        if (storing === own) storing = null
      })
      storing = own
    }
    while (!stop.signal.aborted) {
      try {
        const rung = bell.promise
        const turn = await next()
        if (turn !== null) {
          // What was begun before may bring the process down, and whatever else is under way with it.
          const isAlone = turn.items.some(({ attempts }) => attempts > 1)
          if (isAlone) await storing
          const read = await readTurn(turn)
          await storing
          store(read, turn)
          if (isAlone) await storing
        } else if (storing !== null) {
          await storing
        } else {
          const before = claimed.size
          await look()
          if (claimed.size > before || stop.signal.aborted) continue
          await Promise.race([rung, pause(lookEvery)])
        }
      } catch (error) {
        faulty(error, {})
        await pause(1_000)
      }
    }
    await storing
  }

  const gone = going()
  return {
    async close() {
      stop.abort()
      ring()
      await gone
      await claims?.close().catch(() => undefined)
    },
  }
}
