import { SEVERITIES, type Severity } from '../domain/finding.ts'
import { codesOf } from '../domain/terms.ts'
import type { Finding, Prisma } from '../store/generated/prisma/client.ts'

type Key = 'severity' | 'ruleId' | 'year' | 'difference' | 'agencyId' | 'number' | 'position'
/** What findings are sorted by: one key an entry, the weightiest first. */
export type FindingKeys = readonly { readonly [key in Key]?: 'asc' | 'desc' | null }[]

/**
 * Which findings stand behind one in an order, or before it: those that equal it in the first so many keys and lie beyond it in the next.
 * The store's client would say the same without a bound on the first key, and then no index helps: a page of a long list took seconds.
 */
export function behind(finding: Finding, order: FindingKeys, way: 'FORWARDS' | 'BACKWARDS'): Prisma.FindingWhereInput {
  const keys = order.flatMap((entry) => Object.entries(entry) as [Key, 'asc' | 'desc'][])
  const beyond = keys.map(([key, direction], place) => ({
    ...Object.fromEntries(keys.slice(0, place).map(([equal]) => [equal, finding[equal]])),
    // A key that came before decides: there is nothing beyond its own value.
    AND: { [key]: side(key, finding, (direction === 'asc') === (way === 'FORWARDS')) },
  }))
  const [first] = keys
  if (first === undefined) return {}
  const [key, direction] = first
  const bound = { [key]: side(key, finding, (direction === 'asc') === (way === 'FORWARDS'), 'e') }
  return { AND: [bound, { OR: beyond }] }
}

/** What is more than the value of the finding, or less; with `e` also what equals it. */
function side(key: Key, finding: Finding, isMore: boolean, equal: '' | 'e' = '') {
  if (key !== 'severity') return { [`${isMore ? 'gt' : 'lt'}${equal}`]: finding[key] }
  // The client compares no enums: it is told which ones.
  const codes: readonly Severity[] = codesOf(SEVERITIES)
  const place = codes.indexOf(finding.severity)
  const shift = equal === 'e' ? 0 : 1
  return { in: isMore ? codes.slice(place + shift) : codes.slice(0, place + 1 - shift) }
}
