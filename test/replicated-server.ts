import { execFileSync } from 'node:child_process'
import { appendFile, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/store/embedded-postgres.ts'

/** A server of its own, and another one that follows it by streaming replication. */
export interface ReplicatedServer {
  /** The address of the database `postgres` of the primary. */
  readonly primary: string
  /** Starts the replica, anew at another port when it was ended. Returns its address. */
  startReplica(): Promise<string>
  /** Ends the replica as a fault would, without a word to those who are connected. */
  killReplica(): Promise<void>
  /** The statements that the replica was sent by the connections of this name, from its first start on. */
  statementsOnReplica(application: string): Promise<string[]>
}

/** Makes both on free ports, from the programs that come with the hub. Call it at the top of a test file; they go when it is done. */
export async function replicatedServer(): Promise<ReplicatedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-replicated-'))
  // As root the servers run as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const [first, second] = [join(folder, 'primary'), join(folder, 'replica')]
  const made = await startEmbeddedPostgres(first)
  await made.stop()
  // The copy of a cluster that was stopped is a base backup. The owner of its files must be kept.
  execFileSync('cp', ['-a', first, second])
  const primary = await startEmbeddedPostgres(first)
  let replica: EmbeddedPostgres | undefined
  afterAll(async () => {
    // The replica first: a primary that stops waits for whoever follows it.
    await replica?.stop()
    await primary.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const cluster = join(second, 'postgres')
  const { hostname, port, username, password } = new URL(primary.url)
  await writeFile(join(cluster, 'standby.signal'), '')
  const settings = [
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'`,
    'hot_standby_feedback = on',
    'log_statement = all',
    "log_line_prefix = '[%a] '",
  ]
  await appendFile(join(cluster, 'postgresql.conf'), `${settings.join('\n')}\n`)
  let logged = ''
  const readLog = async () => logged + (await readFile(join(cluster, 'start.log'), 'utf8'))
  return {
    primary: primary.url,
    async startReplica() {
      if (replica !== undefined) logged = await readLog()
      replica = await startEmbeddedPostgres(second)
      return replica.url
    },
    async killReplica() {
      const [pid] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
      process.kill(Number(pid), 'SIGQUIT')
      // There is nothing left to be stopped; the folder is let go.
      await replica?.stop().catch(() => undefined)
      replica = undefined
    },
    async statementsOnReplica(application) {
      const lines = (await readLog()).split('\n').filter((line) => line.startsWith(`[${application}] LOG:`))
      return lines.flatMap((line) => /LOG: +(?:statement|execute [^:]*): (.*)/.exec(line)?.[1] ?? [])
    },
  }
}
