import type { Claim, ClaimSubject } from '../../domain/claim.ts'
import type { ClaimTopic } from '../../domain/claim-words.ts'
import type { Form } from '../../domain/forms.ts'
import type { Sentence } from './read-sentences.ts'

/** A share that a clause states: its digits, and the words that say of what. */
export interface StatedShare {
  readonly percent: string
  readonly of: string
}

/** A number that a clause states. */
export interface Statement extends Pick<Claim, 'value' | 'unit' | 'approximate' | 'scope'> {
  /** Null when the words do not tell plainly what is counted. */
  readonly subject: ClaimSubject | null
  /** The words before the number, without what tells nothing. */
  readonly words: string
  /** What the sentence is about at this place. */
  readonly topic: ClaimTopic | null
  /** What share the next clause says that it is. */
  readonly share: StatedShare | null
  /** Whether a list of its parts follows: 659件申请中:. */
  readonly opensList: boolean
  readonly sentence: Sentence
}

/** Whose report it is, and what is known of it. */
export interface Speaker {
  readonly year: number | null
  readonly form: Form | null
  /** The names by which the issuer speaks of itself. */
  readonly names: readonly string[]
}
