import type { MeteredRound } from './rounds.ts'

/** What a figure has to be at least, or at most. */
export type Target = { readonly atLeast: number } | { readonly atMost: number } | { readonly above: number }

/** A figure of a row: a ratio to somebody else, or an amount that has a target of its own. */
export interface Figure {
  /** Whose ratio, or of what: `PostGraphile`, `raw SQL`; empty for an amount. */
  readonly against: string
  readonly unit: '×' | 'ms' | 's' | 'MB' | 'a second'
  readonly value: number
  /** The same ratio by processor time in place of answers a second, where the system tells. */
  readonly byProcessor?: number | null
  readonly target?: Target
}

/** A row of the table: what was asked of whom. */
export interface Row {
  /** As results name them, for ever. */
  readonly what: string
  readonly who: string
  readonly title: string
  readonly by: string
  readonly figures: readonly Figure[]
  /** What was measured, in numbers that hold for this machine and this hour. */
  readonly measured: Partial<MeteredRound>
}

/** A part of a run: rows, and what they were measured on. */
export interface Part {
  readonly machine: Readonly<Record<string, string | number>>
  readonly versions: Readonly<Record<string, string>>
  readonly rows: readonly Row[]
}

/** For each number of reports, what was measured last of each part. */
export type Results = Readonly<Record<string, Readonly<Record<string, Part>>>>

/** Whether a figure is what it has to be; null where nothing is asked. */
export function isMet({ value, target }: Figure): boolean | null {
  if (target === undefined) return null
  if ('atLeast' in target) return value >= target.atLeast
  return 'above' in target ? value > target.above : value <= target.atMost
}

/** The results with a part in place of what was measured of it before. */
export const withPart = (results: Results, reports: number, name: string, part: Part): Results => ({
  ...results,
  [reports]: { ...results[reports], [name]: part },
})

/** All rows with a number of reports, part by part. */
export const rowsOf = (results: Results, reports: number): Row[] =>
  Object.values(results[reports] ?? {}).flatMap(({ rows }) => rows)
