import { filter, pipe } from 'graphql-yoga'
import type { Correction } from '../../store/ingestion-feed.ts'
import { isAmongCorrections } from '../../store/is-among-reports.ts'
import { builder } from '../builder.ts'
import { eventsOf } from '../events-of.ts'
import { CorrectionFilter, ReportChange } from './report-change.ts'

builder.subscriptionField('reportCorrected', (t) =>
  t.prismaField({
    type: ReportChange,
    description:
      'Each correction from now on, by whichever process of the hub: a report that is revised, withdrawn or restored. What was missed stands in `corrections`.',
    args: { filter: t.arg({ type: CorrectionFilter, description: 'Which ones; all when left out.' }) },
    subscribe: (_root, { filter: wanted }, { ingestions, database }) =>
      pipe(
        eventsOf<Correction>(ingestions, (corrected) => ({ corrected })),
        filter((correction: Correction) => wanted == null || isAmongCorrections(database, correction, wanted)),
      ),
    resolve: (query, correction, _args, { database }) =>
      database.prisma.reportChange.findUniqueOrThrow({
        ...query,
        where: { agencyId_year_position: correction as Correction },
      }),
  }),
)
