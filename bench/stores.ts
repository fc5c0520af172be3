import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'
import { connect } from '../src/store/database.ts'
import { endServersAtOnce, startEmbeddedPostgres } from '../src/store/embedded-postgres.ts'
import { loadDistricts } from '../src/store/load-districts.ts'
import { migrate } from '../src/store/migrate.ts'
import { onServer, withDatabase } from '../test/database-address.ts'
import { atTheEnd } from './at-the-end.ts'
import { ROOT } from './contestants.ts'

const run = promisify(execFile)

/** A server of PostgreSQL on which the databases of a run are made. */
export interface Server {
  /** The address of a database that is there already. */
  readonly url: string
}

/** The server that is given, or the one that comes with the hub, in a temporary folder. */
export async function openServer(given: string | undefined): Promise<Server> {
  if (given !== undefined && given !== '') return { url: given }
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-bench-'))
  atTheEnd(() => rm(folder, { recursive: true, force: true }))
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres(folder, { connections: 200 })
  process.on('exit', endServersAtOnce)
  atTheEnd(() => server.stop())
  return { url: server.url }
}

let made = 0

/** A database of this run, which goes with it. Returns its address. */
async function makeDatabase(server: Server, template: string): Promise<string> {
  made += 1
  const name = `hub_bench_${process.pid}_${made}`
  atTheEnd(() => onServer(server.url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)))
  await onServer(server.url, async (client) => {
    await client.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE ${client.escapeIdentifier(template)}`)
    // The hub asks for this on its own connections. It is what all of them need: compiling a statement takes longer than running it.
    await client.query(`ALTER DATABASE ${name} SET jit = off`)
  })
  return withDatabase(server.url, name)
}

/**
 * A store with so many reports. It is a copy of a database when there is one to copy, and generated otherwise.
 * @param template the name of that database, with `{reports}` where the number stands
 */
export async function makeStore(server: Server, reports: number, template: string | undefined): Promise<string> {
  if (template !== undefined && template !== '') {
    const url = await makeDatabase(server, template.replaceAll('{reports}', `${reports}`))
    await migrate(url)
    return url
  }
  const url = await makeDatabase(server, 'template0')
  const program = [join(ROOT, 'bench/generate/load.ts'), '--reports', `${reports}`, '--seed', '1', url]
  await run(process.execPath, program, { cwd: ROOT, maxBuffer: 100_000_000 })
  return url
}

/** A store with districts and nothing else. */
export async function makeEmptyStore(server: Server): Promise<string> {
  const url = await makeDatabase(server, 'template0')
  await migrate(url)
  const db = connect(url, { connections: 1 })
  await loadDistricts(db)
  await db.close()
  return url
}

/** Takes the database away before the run ends. */
export async function dropStore(server: Server, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await onServer(server.url, (client) => client.query(`DROP DATABASE ${client.escapeIdentifier(name)} WITH (FORCE)`))
}

/** The processes of the server that work for a database, without the one of this connection. */
export async function backendsOf(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  return rows.map(({ pid }) => pid)
}
