import { type CorrectionCondition, correctionMatches, type ReportCondition, reportMatches } from './conditions.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { Correction } from './ingestion-feed.ts'
import { rowsOf } from './keyset.ts'
import { CORRECTIONS } from './paged-lists.ts'
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

/** Whether a correction fulfils the condition. */
export async function isAmongCorrections(
  { prisma }: Database,
  { agencyId, year, position }: Correction,
  condition: CorrectionCondition,
): Promise<boolean> {
  const found = await prisma.$queryRaw<unknown[]>(Prisma.sql`
    SELECT 1 FROM ${rowsOf(CORRECTIONS)}
    WHERE change.agency_id = ${agencyId} AND change.year = ${year} AND change.position = ${position}
      AND ${correctionMatches(condition)}`)
  return found.length > 0
}
