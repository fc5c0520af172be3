/**
 * Numbers that look random and follow from a seed: mulberry32, 32 bits of state. A library would be ten times its size, and its numbers
 * might change with its version: what is generated has to stay the same.
 */
export class Random {
  #state: number

  /** @param seeds what the numbers follow from, in this order */
  constructor(...seeds: readonly (string | number)[]) {
    this.#state = hashOf(seeds.join('/'))
  }

  /** A number from 0 to before 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0 to before the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  /** A whole number between two, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** Whether something of this probability happens. */
  happens(probability: number): boolean {
    return this.next() < probability
  }

  /** One of a list that has some. */
  oneOf<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  /** One of a list that has some: the first is common, the last ones are rare, as words are (Zipf). */
  rarelyTheLast<T>(list: readonly T[]): T {
    return list[Math.floor((list.length + 1) ** this.next()) - 1] as T
  }

  /** A number around 0, of the standard normal distribution. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** A number of which half are below the median and some are very large (log-normal). */
  heavyTailed(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal())
  }

  /** A count around an expected one. */
  count(expected: number): number {
    return Math.max(0, Math.round(expected + this.normal() * Math.sqrt(Math.max(0, expected)) + this.next() - 0.5))
  }

  /** A total in parts, about as the weights say. */
  split(total: number, weights: readonly number[]): number[] {
    let left = total
    let weight = weights.reduce((sum, one) => sum + one, 0)
    return weights.map((one, index) => {
      const share = weight > 0 ? Math.min(1, one / weight) : 0
      weight -= one
      const isLast = index === weights.length - 1
      const part = isLast ? left : Math.min(left, this.#binomial(left, share))
      left -= part
      return part
    })
  }

  /** How many of so many happen. */
  #binomial(times: number, probability: number): number {
    if (times <= 24) {
      let happened = 0
      for (let time = 0; time < times; time += 1) if (this.next() < probability) happened += 1
      return happened
    }
    const spread = Math.sqrt(times * probability * (1 - probability))
    return Math.max(0, Math.min(times, Math.round(times * probability + this.normal() * spread)))
  }
}

/** FNV-1a, and a last mix: seeds that differ little give states that differ much. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
