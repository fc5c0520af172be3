import { codesOf, type Term } from '../domain/terms.ts'

/** How what one form counts compares with what another counts, the strongest first. */
export const COMPARABILITIES = {
  EXACT: { label: '口径一致', labelEn: 'Both forms count the same thing in one figure' },
  SUM_OF_ROWS: { label: '合并各行后一致', labelEn: 'The same thing, as a sum of rows of at least one form' },
  APPROXIMATE: { label: '口径相近', labelEn: 'Nearly the same thing: the reasons tell what differs' },
  NOT_COMPARABLE: { label: '不可比', labelEn: 'One form does not count it, or counts something else' },
} as const satisfies Record<string, Term>

export type Comparability = keyof typeof COMPARABILITIES

/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** How two forms compare, and why not exactly. */
export interface Comparison {
  readonly comparability: Comparability
  /** Empty when they compare exactly. */
  readonly reasons: readonly Sentence[]
}

export const SAME: Comparison = { comparability: 'EXACT', reasons: [] }

const ORDER = codesOf(COMPARABILITIES)

/** Whether one is weaker than the other. */
export const isWeaker = (one: Comparability, other: Comparability) => ORDER.indexOf(one) > ORDER.indexOf(other)

/** What several comparisons come to: as weak as the weakest, with the reasons of all. */
export function together(comparisons: readonly Comparison[]): Comparison {
  return {
    comparability: comparisons.reduce<Comparability>(
      (weakest, { comparability }) => (isWeaker(comparability, weakest) ? comparability : weakest),
      'EXACT',
    ),
    reasons: [...new Set(comparisons.flatMap(({ reasons }) => reasons))],
  }
}
