import type { Pace } from './race.ts'

/** How much is measured. */
export interface Plan {
  /** Of races. */
  readonly pace: Pace
  /** Starts of a process, where a start is measured. */
  readonly starts: number
  /** How often one answer is asked for, where one after the other is measured. */
  readonly repeats: number
  /** Documents, and report objects, that are ingested. */
  readonly ingested: number
}

/** What results are made of. */
export const FULL: Plan = {
  pace: { connections: 10, warmUp: 2, seconds: 3, rounds: 5 },
  starts: 7,
  repeats: 30,
  ingested: 400,
}

/** What tells within two minutes whether something went badly wrong. */
export const SMOKE: Plan = {
  pace: { connections: 10, warmUp: 0.3, seconds: 0.5, rounds: 2 },
  starts: 2,
  repeats: 5,
  ingested: 50,
}
