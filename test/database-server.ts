import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect } from '../src/store/database.ts'
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts'
import { loadDistricts } from '../src/store/load-districts.ts'
import { migrate } from '../src/store/migrate.ts'
import { onServer, withDatabase } from './database-address.ts'

// One server for the run: the embedded one in a temporary folder, or the one of TEST_DATABASE_URL, whose user may create
// databases. Every test file gets a copy of a template that has the migrations and the districts.

declare module 'vitest' {
  export interface ProvidedContext {
    readonly databaseServer: string
    readonly databaseTemplate: string
  }
}

/** Runs before the first test file; what it returns runs after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => undefined } : await startTemporary()
  const prefix = `hub_test_${randomBytes(4).toString('hex')}`
  const template = `${prefix}_template`
  await onServer(server.url, (client) => client.query(`CREATE DATABASE ${template} ENCODING 'UTF8' TEMPLATE template0`))
  await migrate(withDatabase(server.url, template))
  const db = connect(withDatabase(server.url, template))
  await loadDistricts(db)
  await db.close()
  project.provide('databaseServer', server.url)
  project.provide('databaseTemplate', template)

  return async () => {
    if (given) await onServer(server.url, (client) => dropAll(client, prefix))
    await server.stop()
  }
}

async function startTemporary() {
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-test-'))
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres(folder, { durable: false, connections: 200 })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function dropAll(client: pg.Client, prefix: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) await client.query(`DROP DATABASE ${pg.escapeIdentifier(datname)} WITH (FORCE)`)
}
