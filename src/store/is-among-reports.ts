import { type ReportCondition, reportMatches } from './conditions.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { RevisionKey } from './revision-key.ts'

/** Whether a report fulfils the condition, as it is stored now. */
export async function isAmongReports(
  { prisma }: Database,
  { agencyId, year }: Omit<RevisionKey, 'number'>,
  condition: ReportCondition,
): Promise<boolean> {
  const found = await prisma.$queryRaw<unknown[]>(Prisma.sql`
    SELECT 1 FROM reports AS report
    WHERE report.agency_id = ${agencyId} AND report.year = ${year} AND ${reportMatches(condition)}`)
  return found.length > 0
}
