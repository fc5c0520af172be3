import type { FigurePath } from './figure-paths.ts'
import type { Locator } from './locator.ts'
import type { Term } from './terms.ts'

/** How much a finding weighs. */
export const SEVERITIES = {
  ERROR: { label: '错误', labelEn: 'An identity of the form is broken' },
  WARNING: { label: '警告', labelEn: 'Two statements disagree' },
  NOTICE: { label: '提示', labelEn: 'Unusual, worth a look' },
} as const satisfies Record<string, Term>

export type Severity = keyof typeof SEVERITIES

/** What the rules make of a report as a whole. Notices do not count. */
export const REPORT_STATUSES = {
  CLEAN: { label: '未见不符', labelEn: 'Some rule held, and none is broken' },
  WARNINGS: { label: '有警告', labelEn: 'Statements disagree' },
  ERRORS: { label: '有错误', labelEn: 'Identities of the form are broken' },
  UNJUDGED: { label: '未能核对', labelEn: 'No rule could be weighed' },
} as const satisfies Record<string, Term>

export type ReportStatus = keyof typeof REPORT_STATUSES

/** A sentence that states a side. */
export interface Statement {
  /** As printed. */
  readonly sentence: string
  /** Where it begins. */
  readonly at: Locator | null
}

/** One side of a broken relation: the figures it is made of, and what they come to. */
export interface FindingSide {
  /** Empty where sentences state it, or where it is worked out. */
  readonly paths: readonly FigurePath[]
  /** In plain decimal digits. */
  readonly value: string
  /** The year of the other report whose figures they are; absent or null when they are this report's. */
  readonly year?: number | null
  /** The sentences that state it; absent or empty when figures do. */
  readonly statements?: readonly Statement[]
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
  /** The unit of both sides as printed: 件, 万元, %. Absent or null when they have none. */
  readonly unit?: string | null
  /** Other figures of the report that equal what a sentence states. */
  readonly sameAs?: readonly FigurePath[]
  /** What would make the relation hold, in words. */
  readonly remedy?: string
}

/** What the rules say of one report. A rule of another form is in none of the lists. */
export interface Judgement {
  readonly rulesVersion: string
  readonly status: ReportStatus
  /** The ids of the rules that hold, that are broken, and that could not be weighed, each in the order of the registry. */
  readonly held: readonly string[]
  readonly broken: readonly string[]
  readonly unknown: readonly string[]
  readonly findings: readonly Finding[]
}
