import { Prisma } from './generated/prisma/client.ts'
import type { FigureRows } from './report-rows.ts'

/** Where the figures of each family go, and what tells them apart there. */
const TABLES = {
  disclosureItems: ['disclosure_items', 'item, measure'],
  applicationOutcomes: ['application_outcomes', '"row", applicant'],
  reviewResults: ['review_results', 'result'],
  litigationResults: ['litigation_results', 'route, result'],
} as const satisfies Record<keyof FigureRows, readonly [table: string, key: string]>

/**
 * Writes the figures of a revision in one statement, as JSON. The store's client would take two thousand parameters apart for them, one by
 * one, while nobody else is answered: more than half of what storing a report takes of this process.
 */
export async function insertFigures(tx: Prisma.TransactionClient, rows: FigureRows): Promise<void> {
  const families = (Object.keys(TABLES) as (keyof FigureRows)[]).filter((family) => rows[family].length > 0)
  if (families.length === 0) return
  const inserts = families.map((family) => {
    const [table, key] = TABLES[family]
    const columns = `agency_id, year, number, ${key}, state, value, raw, locator, snippet, snippet_start, snippet_end`
    return Prisma.sql`${Prisma.raw(`"${family}" AS (INSERT INTO ${table} (${columns}) SELECT ${columns}
      FROM jsonb_populate_recordset(NULL::${table},`)} ${jsonOf(rows[family])}::jsonb))`
  })
  await tx.$executeRaw(Prisma.sql`WITH ${Prisma.join(inserts)} SELECT`)
}

const jsonOf = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_name, value: unknown) => {
    if (value === Prisma.DbNull) return null
    if (typeof value !== 'object' || value === null || !('agencyId' in value)) return value
    const { agencyId, snippetStart, snippetEnd, ...row } = value as Record<string, unknown>
    return { ...row, agency_id: agencyId, snippet_start: snippetStart, snippet_end: snippetEnd }
  })
