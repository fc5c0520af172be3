/** How a race is run. */
export interface Pace {
  readonly connections: number
  /** About how many seconds each entrant is asked before the first round, which nobody counts. */
  readonly warmUp: number
  /** About how many seconds a round lasts. */
  readonly seconds: number
  readonly rounds: number
  /** Answers over each connection in a round, however long they take. */
  readonly least: number
}

/** How much is measured. */
export interface Plan {
  /** Of races. */
  readonly pace: Pace
  /** Starts of a process, where a start is measured. */
  readonly starts: number
  /** How often one answer is asked for, where one after the other is measured. */
  readonly repeats: number
  /** Documents that are ingested: so many that what is measured is not the start of the program. */
  readonly documents: number
  /** Report objects that are ingested. */
  readonly objects: number
}

/** What results are made of. */
export const FULL: Plan = {
  pace: { connections: 10, warmUp: 1, seconds: 2, rounds: 5, least: 3 },
  starts: 3,
  repeats: 20,
  documents: 2_000,
  objects: 300,
}

/** What tells within two minutes whether something went badly wrong. */
export const SMOKE: Plan = {
  pace: { connections: 10, warmUp: 0.2, seconds: 0.3, rounds: 2, least: 1 },
  starts: 1,
  repeats: 5,
  documents: 20,
  objects: 20,
}
