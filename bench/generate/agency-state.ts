import type { Applicant } from '../../src/domain/applicants.ts'
import type { DisclosureItemCode } from '../../src/domain/disclosure-items.ts'
import type { District } from '../../src/domain/district.ts'
import { Random } from './random.ts'

/** What an agency is like from year to year. */
export interface Agency {
  readonly district: District
  /** Requests in a usual year. */
  readonly requests: number
  /** Entries published in a usual year. */
  readonly entries: number
  /** Decisions of all kinds in a usual year. */
  readonly decisions: number
  /** How much it grows from one year to the next. */
  readonly growth: number
}

/** What goes over from one year's report into the next one's; null where the form of the year before did not tell it. */
export interface Carried {
  readonly requests: Readonly<Partial<Record<Applicant, number>>> | null
  /** Documents in force. */
  readonly inForce: Readonly<Partial<Record<DisclosureItemCode, number>>> | null
  /** Items of licensing, penalties and the like. */
  readonly items: Readonly<Partial<Record<DisclosureItemCode, number>>> | null
}

export const NOTHING_CARRIED: Carried = { requests: null, inForce: null, items: null }

/** How many times more a prefecture or a province has to do than a county. */
const LEVELS = { COUNTY: 1, PREFECTURE: 4, PROVINCE: 15 } as const

/** An agency of a size by chance: most are small, and some are very large. */
export function agencyOf(district: District, seed: number): Agency {
  const random = new Random(seed, district.code, 'agency')
  const times = LEVELS[district.level]
  const size = random.heavyTailed(times, 0.7)
  return {
    district,
    requests: random.heavyTailed(45 * size, 0.9),
    entries: random.heavyTailed(5_000 * size, 0.8),
    decisions: random.heavyTailed(6_000 * size, 0.9),
    growth: 1 + 0.05 * random.next(),
  }
}

/** What is usual in a year: it grows, and goes up and down. */
export function usualIn(usual: number, { growth }: Agency, year: number, random: Random): number {
  return usual * growth ** (year - 2018) * random.heavyTailed(1, 0.25)
}
