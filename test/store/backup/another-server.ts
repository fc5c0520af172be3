import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { startEmbeddedPostgres } from '../../../src/store/embedded-postgres.ts'
import { onServer, withDatabase } from '../../database-address.ts'

/**
 * Makes databases without tables on an embedded server of the test file's own, which is another one than that of the run: with
 * TEST_DATABASE_URL of another version, too. Call it at the top of the file.
 */
export async function anotherServer(): Promise<(name: string) => Promise<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-another-'))
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres(join(folder, 'data'), { durable: false })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  return async (name) => {
    await onServer(server.url, (client) => client.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`))
    return withDatabase(server.url, name)
  }
}
