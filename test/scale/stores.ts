import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { loadCountry } from '../../bench/generate/load-country.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts'
import { migrate } from '../../src/store/migrate.ts'
import { onServer, withDatabase } from '../database-address.ts'

// Two stores for the run: a national one, and one of 1,000 reports of the same country. SCALE_DATABASE_URL and SCALE_SMALL_DATABASE_URL name
// ones that are filled already; else both are made on the server of TEST_DATABASE_URL, or on the embedded one in a temporary folder.

declare module 'vitest' {
  export interface ProvidedContext {
    readonly nationalStore: string
    readonly smallStore: string
  }
}

export const NATIONAL = 58_000
export const SMALL = 1_000
const SEED = 1

/** Runs before the first test file; what it returns runs after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { TEST_DATABASE_URL, SCALE_DATABASE_URL, SCALE_SMALL_DATABASE_URL } = process.env
  const needsServer = !SCALE_DATABASE_URL || !SCALE_SMALL_DATABASE_URL
  const server = needsServer ? await serverOf(TEST_DATABASE_URL) : null
  const made: string[] = []
  const store = async (given: string | undefined, reports: number): Promise<string> => {
    if (given) {
      await migrate(given)
      return given
    }
    if (server === null) throw new Error('Expected a server, got none.')
    const name = `hub_scale_${randomBytes(4).toString('hex')}`
    await onServer(server.url, (client) => client.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`))
    made.push(name)
    const url = withDatabase(server.url, name)
    await loadCountry(url, { reports, seed: SEED })
    return url
  }
  project.provide('smallStore', await store(SCALE_SMALL_DATABASE_URL, SMALL))
  project.provide('nationalStore', await store(SCALE_DATABASE_URL, NATIONAL))

  return async () => {
    if (server === null) return
    for (const name of made) await onServer(server.url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    await server.stop()
  }
}

async function serverOf(given: string | undefined): Promise<{ readonly url: string; stop(): Promise<void> }> {
  if (given) return { url: given, stop: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-scale-'))
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres(folder, { durable: false, connections: 50 })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
