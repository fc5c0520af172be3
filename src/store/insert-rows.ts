import { Prisma } from './generated/prisma/client.ts'

/** Rows of a table, spelled as the store's client spells them. */
export type RowsOfTables = Readonly<Record<string, readonly object[]>>

/**
 * Writes the rows of several tables in one statement, as JSON. The store's client would take the two thousand parameters of a report apart,
 * one by one, while nobody else is answered: that was more than half of what storing it took of the process. Tables without rows are
 * left out.
 */
export async function insertRows(tx: Prisma.TransactionClient, tables: RowsOfTables): Promise<void> {
  const inserts = Object.entries(tables)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => {
      const written = rows.map(spelled)
      const columns = [...new Set(written.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ')
      return Prisma.sql`${Prisma.raw(`of_${table} AS (INSERT INTO ${table} (${columns}) SELECT ${columns}
        FROM jsonb_populate_recordset(NULL::${table},`)} ${JSON.stringify(written)}::jsonb))`
    })
  if (inserts.length > 0) await tx.$executeRaw(Prisma.sql`WITH ${Prisma.join(inserts)} SELECT`)
}

/** The row as its table spells it. */
export const spelled = (row: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value === Prisma.DbNull ? null : value,
    ]),
  )
