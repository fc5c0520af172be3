import { Prisma } from './generated/prisma/client.ts'
import { rowsOf, type TransactionClient } from './statement.ts'

/** Rows of tables, spelled as the store's client spells them. */
export type RowsOfTables = Readonly<Record<string, readonly object[]>>

/** What one statement does beside others: the body of a query of WITH. */
export interface Part {
  /** By which the statement can speak of what it returns. */
  readonly name: string
  readonly body: Prisma.Sql
}

/** Writes the rows of several tables in one statement. Tables without rows are left out. */
export async function insertRows(tx: TransactionClient, tables: RowsOfTables): Promise<void> {
  const parts = insertions(tables)
  if (parts.length > 0) await rowsOf(tx, together(parts))
}

/**
 * The rows of each table as one part of a statement, as JSON. The store's client would take the two thousand parameters of a report apart,
 * one by one, while nobody else is answered: that was more than half of what storing it took of the process.
 */
export function insertions(tables: RowsOfTables): Part[] {
  return Object.entries(tables)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => {
      const { columns, json } = spelled(rows)
      const body = Prisma.sql`${Prisma.raw(`INSERT INTO ${table} (${columns}) SELECT ${columns}
        FROM jsonb_populate_recordset(NULL::${table},`)} ${json}::jsonb)`
      return { name: `of_${table}`, body }
    })
}

/** Parts as one statement. Its rows are those of the query at its end. */
export function together(parts: readonly Part[], end: Prisma.Sql = Prisma.sql`SELECT`): Prisma.Sql {
  return Prisma.sql`WITH ${Prisma.join(parts.map(({ name, body }) => Prisma.sql`${Prisma.raw(name)} AS (${body})`))} ${end}`
}

/** Rows as JSON that names the columns as their table does, and the columns that they have. */
export function spelled(rows: readonly object[]): { readonly columns: string; readonly json: string } {
  const columns = new Set<string>()
  const written = rows.map((row) => {
    const cells: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(row)) {
      const column = columnOf(name)
      columns.add(column)
      cells[column] = cellOf(value)
    }
    return cells
  })
  return { columns: [...columns].map((name) => `"${name}"`).join(', '), json: JSON.stringify(written) }
}

const columnNames = new Map<string, string>()

/** `snippetStart` → `snippet_start`. */
export function columnOf(name: string): string {
  const known = columnNames.get(name)
  if (known !== undefined) return known
  const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columnNames.set(name, column)
  return column
}

/** A value as JSON has it. */
function cellOf(value: unknown): unknown {
  if (value === Prisma.DbNull) return null
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}
