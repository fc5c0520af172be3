import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../database.ts'
import { addUp, beginSums } from './add-up.ts'
import type { SummedFormula } from './summed-formula.ts'

/** Sums that are kept up to date until this is closed. */
export interface SumKeeper {
  close(): Promise<void>
}

export interface SumKeeperOptions {
  /** Told when sums could not be brought up to date: answers are right all the same, and take longer. */
  readonly faulty: (error: unknown) => void
}

/** Milliseconds between two looks whether sums are behind. */
const LOOK_EVERY = 2_000

/** Milliseconds until what failed is tried again. */
const AFTER_FAULT = 60_000

/** Brings sums up to date in the background, for as long as there is time. Any number of processes may; they take turns. */
export function keepSums(
  db: Pick<Database, 'pool'>,
  formulas: readonly SummedFormula[],
  { faulty }: SumKeeperOptions,
): SumKeeper {
  const stop = new AbortController()
  const pause = (time: number) => sleep(time, undefined, { signal: stop.signal }).catch(() => undefined)
  let hasBegun = false
  /** @returns milliseconds until the next look. */
  async function look(): Promise<number> {
    try {
      const started = performance.now()
      if (!hasBegun) await beginSums(db, formulas)
      hasBegun = true
      // Whoever asks and ingests meanwhile has at least half of the time.
      return (await addUp(db, formulas)) > 0 ? performance.now() - started : LOOK_EVERY
    } catch (error) {
      faulty(error)
      return AFTER_FAULT
    }
  }
  const going = (async () => {
    while (!stop.signal.aborted) await pause(await look())
  })()
  return {
    async close() {
      stop.abort()
      await going
    },
  }
}
