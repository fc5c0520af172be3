import { execFile, spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { chown, mkdir, mkdtemp, readFile, readlink, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type DataFolder, readConnection, removeConnection, takeDataFolder, writeConnection } from './data-folder.ts'
import { endOrphan } from './orphan-postgres.ts'
import { canReach, findPrograms, type Programs, SYSTEM_FOLDER } from './postgres-programs.ts'
import { StoreError } from './store-error.ts'

const run = promisify(execFile)

/** A PostgreSQL server that the hub runs for itself. */
export interface EmbeddedPostgres {
  /** The address with user and password, for this machine only. */
  readonly url: string
  /** Where the cluster's files stand. */
  readonly cluster: string
  /** Ends the server, after open transactions were rolled back, and lets go of the folder. */
  stop(): Promise<void>
}

/** What tests set otherwise. */
export interface EmbeddedOptions {
  /** Whether what was acknowledged survives a power cut. Only tests can do without. */
  readonly durable?: boolean
  /** How many connections the server takes. */
  readonly connections?: number
}

/**
 * Starts the server on a data folder, and makes the cluster when there is none.
 * @throws StoreError when the folder cannot be written, another process holds it, or PostgreSQL does not start.
 */
export async function startEmbeddedPostgres(path: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const folder = await takeDataFolder(path)
  try {
    return await start(folder, options)
  } catch (error) {
    folder.release()
    throw error
  }
}

/**
 * The server of a data folder for a command that needs it for a moment: the one that runs already, or else one started for the
 * duration. Stopping leaves alone what was not started here.
 */
export async function borrowEmbeddedPostgres(path: string): Promise<EmbeddedPostgres> {
  const deadline = Date.now() + 10_000
  while (true) {
    try {
      return await startEmbeddedPostgres(path)
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'DATA_FOLDER_IN_USE') throw error
      const running = await readConnection(resolve(path))
      if (running) return { url: running.url, cluster: join(resolve(path), 'postgres'), stop: async () => undefined }
      // Whoever holds the folder is just starting, or just ending.
      if (Date.now() > deadline) throw error
      await new Promise((wake) => setTimeout(wake, 100))
    }
  }
}

async function start(folder: DataFolder, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const link = join(folder.path, 'postgres')
  const existing = await stat(link).catch(() => null)
  const programs = await findPrograms(existing ? { uid: existing.uid, gid: existing.gid } : undefined)
  if (existing && !programs.user && process.getuid && existing.uid !== process.getuid()) {
    throw new StoreError(
      'DATA_FOLDER_FOREIGN',
      `Expected the cluster in ${link} to belong to the present user, got one of user ${existing.uid}: start the hub as the user who made it, or set DATA_DIR to another folder.`,
    )
  }
  const password = existing ? await readPassword(folder.path) : await makePassword(folder.path)
  const cluster = existing ? await readlink(link).catch(() => link) : await makeCluster(folder.path, programs, password)
  if (existing) await endOrphan(cluster, password, () => control(programs, cluster, ['stop', '-m', 'fast']))

  const port = await startServer(programs, cluster, options)
  const url = `postgres://hub:${password}@127.0.0.1:${port}/postgres`
  await writeConnection(folder.path, { pid: process.pid, url })

  let stopping: Promise<void> | undefined
  const stop = async () => {
    try {
      await removeConnection(folder.path)
      await control(programs, cluster, ['stop', '-m', options.durable === false ? 'immediate' : 'fast'])
      started.delete(cluster)
    } finally {
      folder.release()
    }
  }
  return { url, cluster, stop: () => (stopping ??= stop()) }
}

/** The servers that this process started and has not stopped. */
const started = new Map<string, Programs>()

/** Ends the servers of this process as a power cut would, for a process that is about to die: what was acknowledged is kept. */
export function endServersAtOnce(): void {
  for (const [cluster, programs] of started) {
    const stop = ['-D', cluster, '-w', '-t', '5', '-s', '-m', 'immediate', 'stop']
    spawnSync(programs.pgCtl, stop, { ...asUser(programs), stdio: 'ignore' })
  }
}

async function readPassword(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, 'password'), 'utf8')
  } catch (cause) {
    throw new StoreError(
      'DATA_FOLDER_FOREIGN',
      `Expected the password of the cluster in ${join(folder, 'password')}, got none: restore the file, or set DATA_DIR to another folder.`,
      { cause },
    )
  }
}

async function makePassword(folder: string): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  await writeFile(join(folder, 'password'), password, { mode: 0o600 })
  return password
}

/** Makes the cluster under another name and moves it: a cluster is whole or absent. Returns where it stands. */
async function makeCluster(folder: string, programs: Programs, password: string): Promise<string> {
  const link = join(folder, 'postgres')
  const elsewhere = programs.user !== undefined && !canReach(folder, programs.user)
  // The random part keeps a clone that was deleted and made again from finding the old data.
  const home = elsewhere ? join(SYSTEM_FOLDER, `${basename(dirname(folder))}-${randomUUID().slice(0, 8)}`) : folder
  const draft = join(home, 'postgres.new')
  const secret = await mkdtemp(join(tmpdir(), 'disclosure-hub-'))
  try {
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { recursive: true, mode: 0o755 })
    await writeFile(join(secret, 'password'), password, { mode: 0o600 })
    if (programs.user) {
      for (const path of [draft, secret, join(secret, 'password')])
        await chown(path, programs.user.uid, programs.user.gid)
    }
    // The built-in C.UTF-8 is the same on every system and never changes its order under an index.
    const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const access = ['--username=hub', '--auth=scram-sha-256', `--pwfile=${join(secret, 'password')}`]
    await run(programs.initdb, [`--pgdata=${draft}`, ...locale, ...access, '--no-instructions'], asUser(programs))
    await rename(draft, join(home, 'postgres'))
    if (elsewhere) await symlink(join(home, 'postgres'), link)
    return join(home, 'postgres')
  } catch (cause) {
    throw unavailable('make a cluster', home, cause)
  } finally {
    await rm(secret, { recursive: true, force: true })
  }
}

/** Starts the server on a free port of the loopback interface and waits until it answers. */
async function startServer(programs: Programs, cluster: string, options: EmbeddedOptions): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port,
      max_connections: options.connections ?? 50,
      ...(options.durable === false && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    }
    const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
    const log = join(cluster, 'start.log')
    try {
      await rm(log, { force: true })
      started.set(cluster, programs)
      await control(programs, cluster, ['start', '-l', log, '-o', flags.join(' ')])
      return port
    } catch (cause) {
      const told = await readFile(log, 'utf8').catch(() => '')
      // Somebody took the port between our look and the server's.
      if (attempt < 3 && told.includes('could not bind')) continue
      throw unavailable('start', cluster, told.split('\n').find((line) => line.includes('FATAL')) ?? cause)
    }
  }
}

async function control(programs: Programs, cluster: string, command: string[]): Promise<void> {
  await run(programs.pgCtl, ['-D', cluster, '-w', '-t', '60', '-s', ...command], asUser(programs))
}

// In a working directory that the user can enter.
const asUser = (programs: Programs) => ({ ...programs.user, cwd: dirname(programs.initdb) })

function unavailable(what: string, where: string, cause: unknown): StoreError {
  const output = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : ''
  const reason = output || (cause instanceof Error ? cause.message : String(cause))
  return new StoreError(
    'POSTGRES_UNAVAILABLE',
    `Expected PostgreSQL to ${what} in ${where}, got "${reason.replaceAll('\n', ' ')}": set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server of your own.`,
    { cause },
  )
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? found(address.port) : fail(new Error('No free port.')),
      )
    })
  })
}
