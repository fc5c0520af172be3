import { Big } from 'big.js'
import type { Claim, ClaimSubject } from '../../domain/claim.ts'
import { isFigurePath } from '../../domain/figure-paths.ts'
import type { ListRule } from '../rule.ts'
import type { Subject } from '../subject.ts'
import { HOLDS, UNKNOWN, type Weighed } from '../weighed.ts'
import { decimal, subjectLabel } from '../wording.ts'

/**
 * Weighs the parts that one sentence states against the total that it or a sentence before it states. A list that leaves out parts may
 * come to less than the total, never to more. A list that only repeats the table is judged there.
 */
export function weighList({ relations }: ListRule, subject: Subject): Weighed[] {
  return relations.flatMap(({ total, parts }) => {
    const sentences = new Set(
      subject.claims.filter((claim) => parts.includes(claim.subject)).map(({ sentence }) => sentence),
    )
    return [...sentences].map((sentence) => weighSentence(sentence, total, parts, subject))
  })
}

function weighSentence(
  sentence: string,
  total: ClaimSubject,
  parts: readonly ClaimSubject[],
  subject: Subject,
): Weighed {
  const { claims } = subject
  const listed = claims.filter((claim) => claim.sentence === sentence && parts.includes(claim.subject))
  const first = claims.findIndex((claim) => listed.includes(claim))
  const own = claims.filter((claim) => claim.sentence === sentence && claim.subject === total)
  const before = claims.slice(0, first).filter((claim) => claim.subject === total)
  // Which of several totals a list parts, its sum tells: 全区674件,其中区政府本级224件.
  const weighed = (own.length > 0 ? own : before).map((whole) => weighAgainst(whole, listed, parts, subject))
  const last = weighed.at(-1)
  if (last === undefined || weighed.every(({ verdict }) => verdict === 'BROKEN')) return last ?? UNKNOWN
  return weighed.includes(HOLDS) ? HOLDS : UNKNOWN
}

function weighAgainst(
  whole: Claim,
  listed: readonly Claim[],
  parts: readonly ClaimSubject[],
  { figures, form }: Subject,
): Weighed {
  if (listed.length < 2 || [whole, ...listed].some(({ approximate }) => approximate)) return UNKNOWN
  if (new Set(listed.map((claim) => claim.subject)).size !== listed.length || isOfAnother(whole, listed)) return UNKNOWN
  const sum = listed.reduce((all, { value }) => all.plus(value), new Big(0))
  const difference = new Big(whole.value).minus(sum)
  if (difference.eq(0)) return HOLDS
  const repeatsTable = [whole, ...listed].every(
    ({ subject: path, value }) => isFigurePath(path) && figures.get(path)?.value === value,
  )
  // A form that parts a total has all its parts; sentences seldom say those that are nought.
  const isWhole = parts.every((path) => listed.some((claim) => claim.subject === path))
  if (repeatsTable || (difference.gt(0) && !isWhole)) return UNKNOWN
  const { subject: total } = whole
  const name = (path: ClaimSubject) => subjectLabel(path, form)
  const items = listed.map((claim) => `${name(claim.subject)} ${claim.value}`).join(' + ')
  return {
    verdict: 'BROKEN',
    broken: {
      message: `文中${name(total)} ${whole.value} ≠ ${items} = ${decimal(sum)}，相差 ${decimal(difference.abs())}`,
      left: { paths: [], value: decimal(new Big(whole.value)), year: null, statements: [statementOf(whole)] },
      right: { paths: [], value: decimal(sum), year: null, statements: listed.slice(0, 1).map(statementOf) },
      difference: decimal(difference),
      unit: whole.unit,
      sameAs: [],
      remedy: `若为 ${decimal(sum)}，或各项之和为 ${whole.value}，则相符`,
    },
  }
}

const statementOf = ({ sentence, at }: Claim) => ({ sentence, at })

/** The list is of another body than the total. */
const isOfAnother = (whole: Claim, listed: readonly Claim[]) =>
  listed.some(({ scope }) => scope !== null && whole.scope !== null && scope !== whole.scope)
