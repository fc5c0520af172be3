import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { afterAll, inject } from 'vitest'
import { connect, type Database } from '../src/store/database.ts'
import { onServer, withDatabase } from './database-address.ts'

/** A database of the test file's own. */
export interface TestDatabase extends Database {
  readonly url: string
  /** The SQL statements sent since the last call of `forgetStatements`, by Prisma and by hand alike. */
  readonly statements: readonly string[]
  forgetStatements(): void
}

/**
 * A database with the migrations and the districts, and nothing else, for this test file alone. Call it at the top of the file:
 * `const db = await testDatabase()`. It goes when the run is done.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const url = await createDatabase(`TEMPLATE ${inject('databaseTemplate')}`)
  const db = connect(url)
  const statements: string[] = []
  db.pool.on('connect', (client) => record(client, statements))
  afterAll(() => db.close())
  return { ...db, url, statements, forgetStatements: () => void statements.splice(0) }
}

/**
 * The address of a database without any table. It goes when the run is done.
 * @param locale further options of CREATE DATABASE.
 */
export async function emptyDatabase(locale = ''): Promise<string> {
  return createDatabase(`ENCODING 'UTF8' TEMPLATE template0 ${locale}`)
}

async function createDatabase(from: string): Promise<string> {
  const server = inject('databaseServer')
  const name = `${inject('databaseTemplate').replace('template', '')}${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} ${from}`))
  return withDatabase(server, name)
}

function record(client: pg.PoolClient, statements: string[]): void {
  const send = client.query
  const recording = (...given: unknown[]) => {
    const [first] = given
    statements.push(typeof first === 'string' ? first : String((first as { text: string }).text))
    return Reflect.apply(send, client, given)
  }
  client.query = recording as typeof send
}
