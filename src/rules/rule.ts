import type { FigurePath } from '../domain/figure-paths.ts'
import type { Severity } from '../domain/finding.ts'
import type { Form } from '../domain/forms.ts'
import type { LegalSourceId } from '../domain/legal-sources.ts'
import type { Kind, Relation, Verdict } from './relation.ts'

/** A report in miniature and what the rule says of it. A null is a blank cell; a figure that is not given is not printed. */
export interface Example {
  readonly why: string
  readonly given: { readonly [path in FigurePath]?: number | string | null }
  /** BROKEN when a relation is broken; HOLDS when none is and at least one holds; UNKNOWN when none could be weighed. */
  readonly verdict: Verdict
}

/** What must be true of a report, as data. Rules are never deleted: a finding keeps the id of the rule it was made by. */
export interface Rule {
  /** Dotted, opening with its table; permanent. */
  readonly id: string
  /** One sentence, in Chinese and in English. */
  readonly says: { readonly zh: string; readonly en: string }
  /** The documents that prescribe the forms whose arithmetic it is. */
  readonly sources: readonly LegalSourceId[]
  readonly forms: readonly Form[]
  readonly severity: Severity
  readonly kind: Kind
  readonly relations: readonly Relation[]
  /** At least one of each verdict; they run as the rule's tests. */
  readonly examples: readonly Example[]
}
