import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { ReportKey, WantedReport } from '../store/report-loaders.ts'
import type { Context } from './context.ts'
import { withCurrentAsked } from './current-revision.ts'
import { toldAsOf, withoutCurrent } from './report-as-of.ts'

/** The report of a key that the store gave, with what is selected beneath it: there is one, since no report is ever deleted. */
export function reportOf(key: ReportKey, context: Context, info: GraphQLResolveInfo) {
  return load(key, withCurrentAsked(queryFromInfo({ context, info }), info), context)
}

/** The same as it was at the instant; null when it was not there yet. */
export async function reportAsOf(key: ReportKey, asOf: Date, context: Context, info: GraphQLResolveInfo) {
  const report = await load(key, withoutCurrent(queryFromInfo({ context, info })), context)
  return toldAsOf(report, asOf, context.loaders)
}

async function load({ agencyId, year }: ReportKey, query: WantedReport['query'], { loaders }: Context) {
  const report = await loaders.reports.load({ agencyId, year, query })
  if (report === null) throw new Error(`Expected the report ${agencyId}/${year} in the store, found none.`)
  return report
}
