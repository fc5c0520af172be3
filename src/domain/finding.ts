import type { FigurePath } from './figure-paths.ts'
import type { Term } from './terms.ts'

/** How much a finding weighs. */
export const SEVERITIES = {
  ERROR: { label: '错误', labelEn: 'An identity of the form is broken' },
  WARNING: { label: '警告', labelEn: 'Two statements disagree' },
  NOTICE: { label: '提示', labelEn: 'Unusual, worth a look' },
} as const satisfies Record<string, Term>

export type Severity = keyof typeof SEVERITIES

/** One side of a broken relation: the figures it is made of, and what they come to. */
export interface FindingSide {
  readonly paths: readonly FigurePath[]
  /** In plain decimal digits. */
  readonly value: string
}

/** A rule that a report breaks. */
export interface Finding {
  readonly ruleId: string
  readonly severity: Severity
  readonly message: string
  readonly left: FindingSide
  readonly right: FindingSide
  /** Left minus right, in plain decimal digits. */
  readonly difference: string
}
