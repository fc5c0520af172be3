import type { ListedEvent } from '../store/list-audit.ts'
import type { VerifiedTrail } from './verify-trail.ts'

/** An event in a line. */
export function printEvent({ at, action, key, agency, district, year, requestId, details }: ListedEvent): string {
  const by = key === null ? 'on this machine' : `by ${key}`
  const of = agency === null ? [] : [`${agency} (${district})${year === null ? '' : ` ${year}`}`]
  const request = requestId === null ? [] : [`request ${requestId}`]
  const more = details === null ? [] : [JSON.stringify(details)]
  return [at, action, by, ...of, ...request, ...more].join('  ')
}

/** What was verified, and where the chains end, one a line: what to keep elsewhere. */
export function printTrail({ events, heads, breaks, revisions, beforeTrail }: VerifiedTrail): string {
  // Of these the trail proves nothing.
  const before = beforeTrail ? ` (${beforeTrail} from before the trail)` : ''
  const sources = revisions === null ? '' : `, ${counted(revisions, 'revision')} compared${before}`
  const verdict = breaks === 0 ? 'nothing was changed' : `${counted(breaks, 'break')}`
  const ends = heads.map(({ chain, number, hash }) => `${chain} ${number} ${hash}`)
  return [`${counted(events, 'event')} in ${counted(heads.length, 'chain')}${sources}: ${verdict}.`, ...ends].join('\n')
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
