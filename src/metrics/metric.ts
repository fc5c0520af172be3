import type { Applicant } from '../domain/applicants.ts'
import type { LegalSourceId } from '../domain/legal-sources.ts'
import type { Term } from '../domain/terms.ts'
import type { Sentence } from './comparability.ts'
import type { CategoryCode } from './crosswalk.ts'

/** A category, of all applicants or of one kind. */
export type Part = CategoryCode | { readonly category: CategoryCode; readonly applicant: Applicant }

/** What kind of number a metric is. */
export const METRIC_UNITS = {
  RATIO: { label: '比率', labelEn: 'Numerator by denominator, rounded half up to six places' },
  COUNT: { label: '数量', labelEn: 'A count' },
  AMOUNT: { label: '金额（万元）', labelEn: 'An amount in ten thousand yuan' },
} as const satisfies Record<string, Term>

export type MetricUnit = keyof typeof METRIC_UNITS

/** A number derived from a report's figures, as data: sums of categories, so that it holds on every form that counts them. */
export interface Metric extends Term {
  readonly says: Sentence
  readonly unit: MetricUnit
  /** Added up. */
  readonly numerator: readonly Part[]
  /** Added up; null for a count or an amount. */
  readonly denominator: readonly Part[] | null
  /** The documents on which it rests: articles are named in the sentence. */
  readonly sources: readonly LegalSourceId[]
}
