import { type FigurePath, isFigurePath } from './figure-paths.ts'
import type { Locator } from './locator.ts'
import type { Term } from './terms.ts'

/** Whose number a sentence states, when it tells. */
export const CLAIM_SCOPES = {
  AGENCY: { label: '本级', labelEn: 'The agency alone' },
  DISTRICT: { label: '全区', labelEn: 'The whole district' },
} as const satisfies Record<string, Term>

export type ClaimScope = keyof typeof CLAIM_SCOPES

/** Whether a text is what a claim can speak of: a figure, or suits pending that are not divided by route, which no form counts. */
export function isClaimSubject(text: string): text is FigurePath {
  return isFigurePath(text) || text === 'litigation.ALL.PENDING'
}

/** A number that a sentence states. It is evidence beside the tables, and never becomes a figure. */
export interface Claim {
  /** The figure that the sentence speaks of, whether or not the form has it. Suits that are not divided by route: `litigation.ALL`. */
  readonly subject: FigurePath
  /** In plain decimal digits, in the unit. */
  readonly value: string
  /** The printed numbers of which the value is the sum, where the sentence lists what the form counts as one: 撤销8件, 责令履行3件. */
  readonly parts?: readonly string[]
  /** The unit as printed: 件, 元; null when the sentence prints none. */
  readonly unit: string | null
  /** Whether the sentence says that it is about, nearly or more than the value (约, 近, 余, 多, 以上). */
  readonly approximate: boolean
  readonly scope: ClaimScope | null
  /** As printed. */
  readonly sentence: string
  /** Where the sentence begins. */
  readonly at: Locator | null
}
