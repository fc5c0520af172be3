/**
 * The most fields that an answer may hold. It is reckoned before anything runs, from the page sizes and the sizes of the forms:
 * twenty reports with every figure stay below, a hundred reports of a hundred districts do not.
 */
export const MAX_COMPLEXITY = 100_000

/** How long the lists of one report are, on the largest form or in the longest documents known: what asking for them costs. */
export const ROWS_OF_A_REPORT = {
  disclosure: 60,
  applicationRows: 27,
  review: 5,
  litigation: 10,
  unrecognised: 10,
  claims: 30,
  shares: 10,
  sections: 20,
  issues: 20,
  findings: 10,
} as const

/** How many figures the largest form has: what asking for them costs. */
export const FIGURES_OF_A_FORM = 270

/** A list of so many entries: its selection counts that many times. */
export const listOf = (entries: number) => ({ field: 1, multiplier: entries })
