import type { ClaimSubject } from './claim.ts'
import type { Locator } from './locator.ts'

/** The part or the whole of a share: what it is, what the sentences say it comes to, or both. */
export interface ShareTerm {
  /** The figure that the sentence speaks of, as in a claim; null when that is not certain. */
  readonly subject: ClaimSubject | null
  /** The number that the sentences state, in plain decimal digits; null when they state none. */
  readonly value: string | null
}

/** A share that a sentence states: 当面申请156件,占总数的23.14%. Evidence beside the tables, like a claim. */
export interface Share {
  /** The printed digits, without the sign: `23.14`. The number of decimal places tells how it was rounded. */
  readonly percent: string
  readonly part: ShareTerm
  readonly whole: ShareTerm
  /** As printed. */
  readonly sentence: string
  /** Where the sentence begins. */
  readonly at: Locator | null
}
