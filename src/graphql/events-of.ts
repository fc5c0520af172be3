import { FixedBuffer, Repeater } from 'graphql-yoga'
import type { IngestionFeed, Listener } from '../store/ingestion-feed.ts'
import { LIMITS } from './limits.ts'
import { subscriptionEnded } from './refusals.ts'

const WAITING = LIMITS.eventsBehind.most
const BEHIND = { of: 'eventsBehind', limit: WAITING, got: WAITING + 1 } as const

/** What the feed tells from now on, until the one who asks leaves, falls behind, or the store is lost. */
export const eventsOf = <Event>(
  feed: IngestionFeed,
  listenerOf: (take: (event: Event) => void) => Omit<Listener, 'lost'>,
): Repeater<Event> =>
  new Repeater<Event>(async (push, stop) => {
    const take = (event: Event) => {
      // It throws when nobody has taken the earlier ones.
      try {
        push(event).catch(() => undefined)
      } catch {
        stop(subscriptionEnded(`more than ${WAITING} events were waiting to be taken`, BEHIND))
      }
    }
    const leave = await feed.join({
      ...listenerOf(take),
      lost: () => stop(subscriptionEnded('the connection to the store was lost')),
    })
    await stop.finally(leave)
  }, new FixedBuffer(WAITING))
