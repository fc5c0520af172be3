/** Numbers that decide what is left to chance, one after the other: each is below the number asked for. */
export type Chance = (below: number) => number

/** One of several, by chance. */
export function oneOf<T>(chance: Chance, first: T, ...others: readonly T[]): T {
  return [first, ...others][chance(others.length + 1)] ?? first
}
