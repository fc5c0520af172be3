import { inTurn } from './in-turn.ts'
import type { Pace } from './plan.ts'
import { playRound } from './play-round.ts'
import type { MeteredRound } from './rounds.ts'
import type { Request } from './scenarios/scenario.ts'

/** Who takes part, and what he is asked. */
export interface Entrant {
  readonly name: string
  readonly address: string
  readonly requests: readonly Request[]
  /** The status of a good answer, if it is not 200. */
  readonly status?: number
  /** Runs a round, and tells how many milliseconds of processor time were worked for it; null where nobody tells. */
  meter<Result>(round: () => Promise<Result>): Promise<{ readonly result: Result; readonly worked: number | null }>
}

/**
 * Lets the entrants answer one after the other, round by round, each round beginning with another one: whatever else the machine does
 * falls on all of them. Returns the rounds of each, by name.
 */
export async function race(
  entrants: readonly Entrant[],
  { connections, warmUp, seconds, rounds, least }: Pace,
): Promise<ReadonlyMap<string, readonly MeteredRound[]>> {
  const play = ({ address, requests, status = 200 }: Entrant, answers: number) =>
    playRound({ address, requests, connections, answers, status })
  const paces = new Map<string, number>()
  for (const entrant of entrants) {
    // The first look tells how many answers make a warm-up, the warm-up how many make a round.
    const { perSecond } = await play(entrant, least * connections)
    const warm = await play(entrant, Math.round(Math.max(least * connections, perSecond * warmUp)))
    paces.set(entrant.name, Math.round(Math.max(least * connections, warm.perSecond * seconds)))
  }
  const played = new Map<string, MeteredRound[]>(entrants.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const entrant of inTurn(entrants, round)) {
      const answers = paces.get(entrant.name) ?? 0
      // Connections to PostgreSQL that nobody used for a while were closed: they are made, and their statements planned, before it counts.
      await play(entrant, least * connections)
      const { result, worked } = await entrant.meter(() => play(entrant, answers))
      played.get(entrant.name)?.push({ ...result, processor: worked === null ? null : worked / answers })
    }
  }
  return played
}
