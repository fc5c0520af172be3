/** The middle one; half-way between the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('Expected numbers to take the median of, got none.')
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length / 2
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return (low + high) / 2
}

/** The least value that so many of a hundred do not exceed (the nearest rank). */
export function percentile(values: readonly number[], of: number): number {
  if (values.length === 0) throw new Error('Expected numbers to take a percentile of, got none.')
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil((of / 100) * sorted.length) - 1)] ?? Number.NaN
}

/**
 * How many times the other one is: the median over rounds of what each round says. What slows the whole machine down for a while slows both
 * of a round down, and is no part of it.
 */
export function ratioOf(ones: readonly number[], others: readonly number[]): number {
  if (ones.length !== others.length) {
    throw new Error(`Expected as many rounds of both, got ${ones.length} and ${others.length}.`)
  }
  return median(ones.map((one, round) => one / (others[round] ?? Number.NaN)))
}
