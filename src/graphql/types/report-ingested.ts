import { FixedBuffer, filter, pipe, Repeater } from 'graphql-yoga'
import type { Ingestion, IngestionFeed } from '../../store/ingestion-feed.ts'
import { isAmongReports } from '../../store/is-among-reports.ts'
import { builder } from '../builder.ts'
import { LIMITS } from '../limits.ts'
import { subscriptionEnded } from '../refusals.ts'
import { ReportFilter } from './filter.ts'
import { IngestedReport } from './ingestion.ts'

const WAITING = LIMITS.eventsBehind.most
const BEHIND = { of: 'eventsBehind', limit: WAITING, got: WAITING + 1 } as const

/** What is ingested from now on, until the one who asks leaves, falls behind, or the store is lost. */
const ingestionsOf = (feed: IngestionFeed): Repeater<Ingestion> =>
  new Repeater<Ingestion>(async (push, stop) => {
    const leave = await feed.join({
      ingested: (ingestion) => {
        // It throws when nobody has taken the earlier ones.
        try {
          push(ingestion).catch(() => undefined)
        } catch {
          stop(subscriptionEnded(`more than ${WAITING} events were waiting to be taken`, BEHIND))
        }
      },
      lost: () => stop(subscriptionEnded('the connection to the store was lost')),
    })
    await stop.finally(leave)
  }, new FixedBuffer(WAITING))

builder.subscriptionField('reportIngested', (t) =>
  t.field({
    type: IngestedReport,
    description:
      'Each report that is stored from now on, new or with a new revision, by whichever process of the hub. The same bytes again are no event.',
    args: { filter: t.arg({ type: ReportFilter, description: 'Which ones; all when left out.' }) },
    subscribe: (_root, { filter: wanted }, { ingestions, database }) =>
      pipe(
        ingestionsOf(ingestions),
        filter(({ key }: Ingestion) => wanted == null || isAmongReports(database, key, wanted)),
      ),
    resolve: (ingestion) => ingestion,
  }),
)
