import type { AgencyKind } from '../domain/agency.ts'
import type { Claim, ClaimSubject } from '../domain/claim.ts'
import type { DistrictLevel } from '../domain/district.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { Severity } from '../domain/finding.ts'
import type { Form } from '../domain/forms.ts'
import type { LegalSourceId } from '../domain/legal-sources.ts'
import type { Share } from '../domain/share.ts'
import type { Operand } from './operands.ts'
import type { Verdict } from './weighed.ts'

/** Figures by path. A null is a blank cell; a figure that is not given is not printed. */
export type Given = { readonly [path in FigurePath]?: number | string | null }

/** A report in miniature and what the rule says of it. */
export interface Example {
  readonly why: string
  readonly given: Given
  /** What its sentences state; an exact number of nobody in particular, unless said otherwise. */
  readonly claims?: readonly (Pick<Claim, 'subject' | 'value'> & Partial<Claim>)[]
  readonly shares?: readonly Pick<Share, 'percent' | 'part' | 'whole'>[]
  /** The figures of the year before. */
  readonly previous?: Given
  readonly level?: DistrictLevel
  readonly agency?: AgencyKind
  /** The form it is on; every form of the rule when absent. */
  readonly form?: Form
  /** BROKEN when a relation is broken; HOLDS when none is and at least one holds; UNKNOWN when none could be weighed. */
  readonly verdict: Verdict
}

/** What every rule has. */
export interface RuleBase {
  /** Dotted, opening with what it speaks of; permanent. */
  readonly id: string
  /** One sentence, in Chinese and in English. */
  readonly says: { readonly zh: string; readonly en: string }
  /** The documents that prescribe the forms whose arithmetic it is. */
  readonly sources: readonly LegalSourceId[]
  readonly forms: readonly Form[]
  readonly severity: Severity
  /** At least one of each verdict; they run as the rule's tests. */
  readonly examples: readonly Example[]
}

/** What is compared: two sums of figures. A rule has one relation, or one for each row or column of a table. */
export interface Relation {
  readonly left: readonly Operand[]
  readonly right: readonly Operand[]
}

/** Both sides come to the same (EQUATION), or the left side does not exceed the right (AT_MOST). */
export interface SumsRule extends RuleBase {
  readonly kind: 'EQUATION' | 'AT_MOST'
  readonly relations: readonly Relation[]
}

/** Figures that must be stated where any figure of their table is. */
export interface PresentRule extends RuleBase {
  readonly kind: 'PRESENT'
  readonly relations: readonly { readonly table: string; readonly required: readonly FigurePath[] }[]
}

/** The left side is this report's; the right side is read from the report of the year before, when it follows one of these forms. */
export interface ContinuityRule extends RuleBase {
  readonly kind: 'CONTINUITY'
  readonly previousForms: readonly Form[]
  readonly relations: readonly Relation[]
}

/** An amount that no agency of the level reaches: a larger one was most likely typed in another unit. Levels without a limit are not judged. */
export interface MagnitudeRule extends RuleBase {
  readonly kind: 'MAGNITUDE'
  readonly relations: readonly {
    readonly path: FigurePath
    readonly limits: { readonly [level in DistrictLevel]?: string }
  }[]
  /** Whether what is too large was typed in 元 where the form asks for 万元; otherwise it is only unusual. */
  readonly isInYuan: boolean
}

/** Numbers that sentences state, against the figures that they speak of. */
export interface ClaimRule extends RuleBase {
  readonly kind: 'CLAIM'
  readonly relations: readonly {
    readonly subject: ClaimSubject
    /** What the number may count, the likeliest first: it fits if it equals one of them. Those that the form does not have do not count. */
    readonly readings: readonly (readonly Operand[])[]
  }[]
}

/** A list of numbers in a sentence, against the total that the sentences state. */
export interface ListRule extends RuleBase {
  readonly kind: 'LIST'
  readonly relations: readonly { readonly total: ClaimSubject; readonly parts: readonly ClaimSubject[] }[]
}

/** A printed percentage, against the part and the whole that it is of: both from the sentences (STATED), or from the tables too (TABLE). */
export interface RatioRule extends RuleBase {
  readonly kind: 'RATIO'
  readonly of: 'STATED' | 'TABLE'
  /** What else the whole may be: a percentage that fits one of these is not judged. */
  readonly otherWholes: readonly (readonly Operand[])[]
}

/** What must be true of a report, as data. Rules are never deleted: a finding keeps the id of the rule it was made by. */
export type Rule = SumsRule | PresentRule | ContinuityRule | MagnitudeRule | ClaimRule | ListRule | RatioRule
