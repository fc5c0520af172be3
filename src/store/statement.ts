import type pg from 'pg'
import type { Prisma } from './generated/prisma/client.ts'

/** What runs statements within a transaction: the client's, or a connection of the hub's own. */
export type TransactionClient = Prisma.TransactionClient | pg.ClientBase

/** What runs statements by themselves. */
export type StatementClient = Pick<Prisma.TransactionClient, '$queryRaw'> | pg.ClientBase | pg.Pool

/** The rows of a statement. One that has none gives none. */
export async function rowsOf<Row extends object>(client: StatementClient, statement: Prisma.Sql): Promise<Row[]> {
  if ('$queryRaw' in client) return client.$queryRaw<Row[]>(statement)
  const { rows } = await client.query<Row>({ text: statement.text, values: statement.values })
  return rows
}
