import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { StoreError } from './store-error.ts'

// After a kill -9 of the hub its PostgreSQL goes on without it, or its postmaster.pid stays behind with the id of a process that
// may by now be somebody else's. Only the server itself can tell: it is ours if it answers on its port and knows our password.

/**
 * Ends a server that an earlier hub left running on the cluster, and clears the mark of one that is gone.
 * Called by the holder of the data folder's lock, so no living hub uses the server.
 * @throws StoreError when something holds the port and does not answer.
 */
export async function endOrphan(cluster: string, password: string, stop: () => Promise<void>): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return
  // Lines: process id, data folder, start time, port …
  const [pid, , , port] = text.split('\n')
  const deadline = Date.now() + 2_000
  while (isAlive(Number(pid))) {
    const answer = await ask(Number(port), password)
    if (answer === 'OURS') return stop()
    if (answer === 'SILENT') {
      throw new StoreError(
        'DATA_FOLDER_IN_USE',
        `Expected no server on ${cluster}, got process ${pid}, which holds port ${port} and does not answer: end it and start again.`,
      )
    }
    // A server that just starts does not listen yet.
    if (answer === 'FOREIGN' || Date.now() > deadline) break
    await new Promise((wake) => setTimeout(wake, 100))
  }
  await rm(file, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** SQLSTATE of "the database system is starting up" or shutting down. */
const CANNOT_CONNECT_NOW = '57P03'

async function ask(port: number, password: string): Promise<'OURS' | 'FOREIGN' | 'NOBODY' | 'SILENT'> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'hub',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 3_000,
  })
  try {
    await client.connect()
    return 'OURS'
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.code === CANNOT_CONNECT_NOW ? 'OURS' : 'FOREIGN'
    return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED' ? 'NOBODY' : 'SILENT'
  } finally {
    await client.end().catch(() => undefined)
  }
}
