import type { ClaimSubject } from '../../domain/claim.ts'
import { SHARE_OF, WHOLE_OF, WHOLES } from '../../domain/claim-words.ts'
import type { Share, ShareTerm } from '../../domain/share.ts'
import type { Sentence } from './read-sentences.ts'
import type { StatedShare, Statement } from './statement.ts'

/**
 * The shares that sentences state: 当面申请156件,占总数的23.14%. One of which it is not certain what it is a part of is left out.
 */
export function findShares(statements: readonly Statement[]): Share[] {
  const shares: Share[] = []
  const totals = new Totals()
  for (const one of statements) {
    totals.read(one)
    if (one.share === null || one.approximate) continue
    const part = { subject: one.subject, value: one.value }
    const whole = totals.wholeOf(one, one.share)
    if (whole === null || whole.subject === part.subject) continue
    shares.push({ percent: one.share.percent, part, whole, sentence: one.sentence.text, at: one.sentence.at })
  }
  return shares
}

/** The totals that the sentences have stated since the last heading or table. */
class Totals {
  #stated = new Map<ClaimSubject, string>()
  /** The one whose parts are being listed. */
  #listed: ClaimSubject | null = null
  #first: Sentence | null = null

  read({ subject, value, opensList, scope, sentence, share }: Statement): void {
    if (sentence.isApart && sentence !== this.#first) {
      this.#first = sentence
      this.#stated = new Map()
      this.#listed = null
    }
    if (subject === null || share !== null || !WHOLES.includes(subject)) return
    // 全区受理674项,区政府本级224项: what the agency alone has is no total of what follows.
    if (scope === 'AGENCY' && this.#stated.has(subject)) return
    this.#stated.set(subject, value)
    if (opensList) this.#listed = subject
  }

  /** What a share is of: as its words say, or else what its part belongs to; null when that is not certain. */
  wholeOf({ subject, value }: Statement, { percent, of }: StatedShare): ShareTerm | null {
    const said = SHARE_OF.find(({ words }) => words.test(of))
    if (said === undefined) return null
    if (said.whole !== null) return this.#term(said.whole)
    const fitting = [...this.#stated].filter(([, total]) => isShare(percent, value, total)).map(([path]) => path)
    if (subject !== null) {
      const own = WHOLE_OF.find(({ parts }) => parts.test(subject))?.whole
      if (own === undefined) return null
      // 总数 of answers can be that of applications: the total that fits is meant, and its own where none does.
      const [other] = fitting
      return this.#term(other === undefined || fitting.includes(own) ? own : other)
    }
    const [only, ...more] = this.#listed === null ? this.#stated.keys() : [this.#listed]
    const whole = more.length === 0 ? only : fitting.length === 1 ? fitting[0] : undefined
    return whole === undefined ? null : this.#term(whole)
  }

  #term(subject: ClaimSubject): ShareTerm {
    return { subject, value: this.#stated.get(subject) ?? null }
  }
}

/** Whether a part of a whole comes to a percentage, give or take one of its last place. */
function isShare(percent: string, part: string, whole: string): boolean {
  const places = percent.split('.')[1]?.length ?? 0
  const printed = Number(percent) * 10 ** places
  return Number(whole) > 0 && Math.abs((Number(part) / Number(whole)) * 100 * 10 ** places - printed) <= 1
}
