import { filter, pipe } from 'graphql-yoga'
import type { Ingestion } from '../../store/ingestion-feed.ts'
import { isAmongReports } from '../../store/is-among-reports.ts'
import { builder } from '../builder.ts'
import { eventsOf } from '../events-of.ts'
import { ReportFilter } from './filter.ts'
import { IngestedReport } from './ingestion.ts'

builder.subscriptionField('reportIngested', (t) =>
  t.field({
    type: IngestedReport,
    description:
      'Each report that is stored from now on, new or with a new revision, by whichever process of the hub. The same bytes again are no event, nor is a revision that is restored: `reportCorrected` tells that.',
    args: { filter: t.arg({ type: ReportFilter, description: 'Which ones; all when left out.' }) },
    subscribe: (_root, { filter: wanted }, { ingestions, database }) =>
      pipe(
        eventsOf<Ingestion>(ingestions, (ingested) => ({ ingested })),
        filter(({ key }: Ingestion) => wanted == null || isAmongReports(database, key, wanted)),
      ),
    resolve: (ingestion) => ingestion,
  }),
)
