import type { Claim, ClaimSubject } from '../../domain/claim.ts'
import { CORRECTION, NO_CORRECTION } from '../../domain/claim-words.ts'
import type { Statement } from './statement.ts'

/** The claims among the numbers that sentences state. A sentence that does not say plainly what it counts gives none. */
export function findClaims(statements: readonly Statement[]): Claim[] {
  const bySentence = Map.groupBy(statements, ({ sentence }) => sentence)
  let before: readonly Statement[] = []
  return [...bySentence.values()].flatMap((said) => {
    const claims = [...claimsIn(said), ...correctionsIn(said, before)]
    before = said
    return claims
  })
}

/** A sentence that states one thing twice is not chosen from; a list finer than the form's leaves 其他 and 纠正 open. */
function claimsIn(said: readonly Statement[]): Claim[] {
  const finer = CASES.filter(({ topic }) => said.some((one) => one.subject === null && one.topic === topic))
  return said.flatMap((one) => {
    const { subject, value, scope } = one
    if (subject === null) return []
    if (finer.some(({ open }) => open.test(subject))) return []
    const rivals = said.filter((other) => other !== one && other.subject === subject && other.scope === scope)
    const isParted = /\.(?:UPHELD|CORRECTED|OTHER)$/.test(subject)
    if (rivals.some((other) => isParted || other.value !== value)) return []
    return [claimOf(one, subject, value)]
  })
}

const CASES = [
  {
    topic: 'REVIEW',
    total: 'review.TOTAL',
    corrected: 'review.CORRECTED',
    open: /^review\.(?:OTHER|CORRECTED)$/,
  },
  {
    topic: 'LITIGATION',
    total: 'litigation.ALL.TOTAL',
    corrected: 'litigation.ALL.CORRECTED',
    open: /^litigation\.\w+\.(?:OTHER|CORRECTED)$/,
  },
] as const

/** 判决撤销8件, 责令履行3件: what the form counts as one, where every item is told apart and all of them make the total. */
function correctionsIn(said: readonly Statement[], before: readonly Statement[]): Claim[] {
  return CASES.flatMap(({ topic, total, corrected }) => {
    const items = said.filter((one) => one.topic === topic && one.subject !== total)
    const whole = [...before, ...said].findLast(({ subject }) => subject === total)
    const corrections = items.filter(({ words }) => CORRECTION.test(words))
    const [first] = corrections
    if (first === undefined || whole === undefined || items.some(({ subject }) => subject === corrected)) return []
    if (!items.every((one) => corrections.includes(one) || NO_CORRECTION.test(one.words))) return []
    if (items.some(({ approximate }) => approximate) || sumOf(items) !== Number(whole.value)) return []
    const parts = corrections.map(({ value }) => value)
    return [{ ...claimOf(first, corrected, String(sumOf(corrections))), parts }]
  })
}

const sumOf = (statements: readonly Statement[]) => statements.reduce((sum, { value }) => sum + Number(value), 0)

function claimOf({ unit, approximate, scope, sentence }: Statement, subject: ClaimSubject, value: string): Claim {
  return { subject, value, unit, approximate, scope, sentence: sentence.text, at: sentence.at }
}
