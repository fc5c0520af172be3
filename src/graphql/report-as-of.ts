import type { Revision } from '../store/generated/prisma/client.ts'
import type { Loaders } from '../store/loaders.ts'
import type { ReportKey } from '../store/report-loaders.ts'

// A report as it was at an instant is the report, with what was in force then in place of what is. It is another node than the report:
// caches keep objects by their ids, and would show the one in place of the other.

interface Told extends ReportKey {
  readonly current: Revision | null
  readonly updatedAt: Date
}

const INSTANTS = new WeakMap<object, Date>()

/** The instant as of which a report is told; null for one that is told as it is now. */
export const instantOf = (report: object): Date | null => INSTANTS.get(report) ?? null

/** The report as it was at the instant: withdrawn, if it was then; null when it was not there yet. The row given stays as it is. */
export async function toldAsOf<Row extends Told>(report: Row, asOf: Date, loaders: Loaders): Promise<Row | null> {
  const { agencyId, year } = report
  const standing = await loaders.standings.load({ agencyId, year, asOf })
  if (standing === null) return null
  const { number, at } = standing
  const current = number === null ? null : await loaders.revisions.load({ agencyId, year, number })
  // With the brand by which a node is known.
  const told: Row = Object.defineProperties({} as Row, Object.getOwnPropertyDescriptors(report))
  Object.assign(told, { current, currentNumber: number, updatedAt: at } satisfies Partial<Told> & {
    currentNumber: unknown
  })
  INSTANTS.set(told, asOf)
  return told
}

/** A selection of a report without what is in force now: it is not read where another one is told. */
export function withoutCurrent<Query extends object>(query: Query): Query {
  const { include } = query as { readonly include?: object }
  return include === undefined ? query : { ...query, include: { ...include, current: false } }
}
