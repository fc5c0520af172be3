import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { ReportKey } from '../store/report-loaders.ts'
import type { Context } from './context.ts'

/** The report of a key that the store gave, with what is selected beneath it: there is one, since no report is ever deleted. */
export async function reportOf({ agencyId, year }: ReportKey, context: Context, info: GraphQLResolveInfo) {
  const query = queryFromInfo({ context, info })
  const report = await context.loaders.reports.load({ agencyId, year, query })
  if (report === null) throw new Error(`Expected the report ${agencyId}/${year} in the store, found none.`)
  return report
}
