import type { ClaimScope } from '../../domain/claim.ts'
import { OF_THE_YEAR, PART_OF_THE_YEAR, SCOPE_WORDS } from '../../domain/claim-words.ts'
import { COUNT, ORDINAL, RATE, SHARE } from '../../domain/sentence-numbers.ts'
import { remembered } from '../remembered.ts'

/** What a clause says, whatever stands before it. */
export interface Clause {
  readonly isOfTheYear: boolean
  readonly isOfAPart: boolean
  readonly scope: ClaimScope | null
  readonly share: RegExpExecArray | null
  readonly counts: readonly RegExpExecArray[]
}

/** Reads a clause in plain text. */
export const clauseOf = remembered((clause): Clause => {
  // Most clauses have no number.
  const hasDigits = /\d/.test(clause)
  return {
    isOfTheYear: OF_THE_YEAR.test(clause),
    isOfAPart: PART_OF_THE_YEAR.test(clause),
    scope: SCOPE_WORDS.find(({ words }) => words.test(clause))?.scope ?? null,
    share: hasDigits ? SHARE.exec(clause) : null,
    counts: hasDigits ? countsIn(clause) : [],
  }
})

/** The counts of a clause, without ordinals and rates. */
const countsIn = (clause: string) =>
  [...clause.matchAll(COUNT)].filter(({ 0: printed, index }) => {
    return !ORDINAL.test(clause.slice(0, index)) && !RATE.test(clause.slice(index + printed.length))
  })
