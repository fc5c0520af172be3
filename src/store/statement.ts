import type pg from 'pg'
import type { Prisma } from './generated/prisma/client.ts'

/** What runs statements within a transaction: the client's, or a connection of the hub's own. */
export type TransactionClient = Prisma.TransactionClient | pg.ClientBase

/** The rows of a statement. One that has none gives none. */
export async function rowsOf<Row extends object>(client: TransactionClient, statement: Prisma.Sql): Promise<Row[]> {
  if ('$queryRaw' in client) return client.$queryRaw<Row[]>(statement)
  const { rows } = await client.query<Row>({ text: statement.text, values: statement.values })
  return rows
}
