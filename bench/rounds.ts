import type { Figure, Target } from './results.ts'
import { median, ratioOf } from './statistics.ts'

/** What one contestant did in one round. */
export interface Round {
  /** Answers a second. */
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Of an answer with its head, on average. */
  readonly bytes: number
}

/** A round, with the processor time of an answer in milliseconds: of the contestant and of PostgreSQL for him. */
export interface MeteredRound extends Round {
  readonly processor: number | null
}

/** The medians of some rounds. */
export function summary(rounds: readonly MeteredRound[]): MeteredRound {
  const of = (name: keyof Round) => median(rounds.map((round) => round[name]))
  const processor = rounds.flatMap((round) => round.processor ?? [])
  return {
    perSecond: of('perSecond'),
    p50: of('p50'),
    p95: of('p95'),
    p99: of('p99'),
    bytes: of('bytes'),
    processor: processor.length < rounds.length ? null : median(processor),
  }
}

/** The answers a second of some rounds to those of others, and the same by processor time. */
export function ratio(
  against: string,
  rounds: readonly MeteredRound[],
  others: readonly MeteredRound[],
  target?: Target,
): Figure {
  const of = (some: readonly MeteredRound[]) => some.map(({ perSecond }) => perSecond)
  const processor = (some: readonly MeteredRound[]) => some.flatMap((round) => round.processor ?? [])
  const [own, theirs] = [processor(rounds), processor(others)]
  return {
    against,
    unit: '×',
    value: ratioOf(of(rounds), of(others)),
    byProcessor: own.length === 0 || theirs.length === 0 ? null : median(theirs) / median(own),
    ...(target && { target }),
  }
}
