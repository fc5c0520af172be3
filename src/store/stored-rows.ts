import type { Applicant } from '../domain/applicants.ts'
import type { ApplicationRow } from '../domain/application-rows.ts'
import type { CaseResult, LitigationRoute } from '../domain/cases.ts'
import type { DisclosureItemCode, DisclosureMeasure } from '../domain/disclosure-items.ts'
import type { FigureState } from '../domain/figure.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { ReportStatus } from '../domain/finding.ts'
import type { Issue } from '../domain/issue.ts'
import type { Locator } from '../domain/locator.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import type { Revision } from './generated/prisma/client.ts'
import type { RevisionKey } from './revision-key.ts'
import type { StoredFinding } from './row-lists.ts'

/** A revision whose row was read: so it is committed, and all that it holds. */
export type ReadRevision = Pick<Revision, 'agencyId' | 'year' | 'number' | 'form' | 'createdAt'>

/** What a figure of any family has, as it is stored. */
export interface StoredFigure {
  readonly path: FigurePath
  readonly state: FigureState
  readonly raw: string
  readonly at: Locator | null
  /** Where in the snippets of the revision it stands; absent when it came without a place there. */
  readonly snippet?: SnippetRange
  readonly revision: ReadRevision
}

/** A figure of the family `disclosure`; the value in plain decimal digits, without trailing zeros. */
export interface StoredDisclosureItem extends StoredFigure {
  readonly item: DisclosureItemCode
  readonly measure: DisclosureMeasure
  readonly value: string | null
}

/** A figure of the family `applications`. */
export interface StoredApplicationOutcome extends StoredFigure {
  readonly row: ApplicationRow
  readonly applicant: Applicant
  readonly value: number | null
}

/** A figure of the family `review`. */
export interface StoredReviewResult extends StoredFigure {
  readonly result: CaseResult
  readonly value: number | null
}

/** A figure of the family `litigation`. */
export interface StoredLitigationResult extends StoredFigure {
  readonly route: LitigationRoute
  readonly result: CaseResult
  readonly value: number | null
}

/** An issue, with the revision that has its snippet. */
export interface StoredIssue extends Issue {
  readonly revision: ReadRevision
}

/** A finding of a stored revision, with its key. */
export interface KeyedFinding extends StoredFinding, RevisionKey {
  readonly position: number
  readonly revision: ReadRevision
}

/** What the rules say of a revision. */
export interface StoredJudgement {
  readonly rulesVersion: string
  readonly judgedAt: Date
  readonly status: ReportStatus
  /** The ids of the rules of each verdict. */
  readonly held: readonly string[]
  readonly broken: readonly string[]
  readonly unknown: readonly string[]
  /** How many findings of each severity. */
  readonly errors: number
  readonly warnings: number
  readonly notices: number
}
