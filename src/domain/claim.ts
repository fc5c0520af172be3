import { type FigurePath, isFigurePath } from './figure-paths.ts'
import type { Locator } from './locator.ts'
import type { Term } from './terms.ts'

/** Whose number a sentence states, when it tells. */
export const CLAIM_SCOPES = {
  AGENCY: { label: '本级', labelEn: 'The agency alone' },
  DISTRICT: { label: '全区', labelEn: 'The whole district' },
} as const satisfies Record<string, Term>

export type ClaimScope = keyof typeof CLAIM_SCOPES

/** What sentences count and no form does: sums of its figures. */
export const CLAIM_SUMS = {
  'applications.RECEIVED.ORGANIZATION': {
    label: '本年新收政府信息公开申请数量：法人或其他组织',
    labelEn: 'Requests newly received this year: Legal persons and other organizations',
  },
  'applications.AT_HAND.TOTAL': {
    label: '本年新收与上年结转政府信息公开申请数量：总计',
    labelEn: 'Requests newly received this year and carried over from the previous year: Total',
  },
  'applications.UNABLE.TOTAL': { label: '无法提供：总计', labelEn: 'Unable to provide: Total' },
  'applications.NOT_PROCESSED.TOTAL': { label: '不予处理：总计', labelEn: 'Not processed: Total' },
  'litigation.ALL.PENDING': {
    label: '行政诉讼：尚未审结',
    labelEn: 'Administrative litigation, undivided: Pending',
  },
} as const satisfies Record<string, Term>

export type ClaimSum = keyof typeof CLAIM_SUMS

/** What a claim speaks of: a figure, or a sum of figures that no form prints. */
export type ClaimSubject = FigurePath | ClaimSum

/** Whether a text is what a claim can speak of. */
export function isClaimSubject(text: string): text is ClaimSubject {
  return isFigurePath(text) || Object.hasOwn(CLAIM_SUMS, text)
}

/** A number that a sentence states. It is evidence beside the tables, and never becomes a figure. */
export interface Claim {
  /** The figure that the sentence speaks of, whether or not the form has it, or a sum. Suits that are not divided by route: `litigation.ALL`. */
  readonly subject: ClaimSubject
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
