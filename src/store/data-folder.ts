import { constants } from 'node:fs'
import { access, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from './store-error.ts'

// The data folder:
//   hub.lock         held by the one process that owns the folder
//   connection.json  how to reach the server, while it runs
//   password         of the server's one user
//   postgres         the cluster, or a link to where it stands

/** How other processes of the same user reach the running server. */
export interface Connection {
  readonly pid: number
  readonly url: string
}

/** A data folder that this process owns until it lets go of it, or dies. */
export interface DataFolder {
  readonly path: string
  release(): void
}

/**
 * Makes the folder when it is missing and takes it for this process alone.
 * @throws StoreError when it cannot be written, or another process holds it.
 */
export async function takeDataFolder(path: string): Promise<DataFolder> {
  let folder: string
  try {
    await makeFolder(path)
    folder = await realpath(path)
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw notWritable(path, error)
  }
  return { path: folder, release: await lock(folder) }
}

// Node's own recursive mkdir never ends where a folder says of its new entries that they do not exist, as /proc does.
async function makeFolder(path: string): Promise<void> {
  try {
    await makeIfMissing(path)
  } catch (error) {
    const parent = dirname(path)
    if (parent === path || !hasCode(error, 'ENOENT')) throw error
    await makeFolder(parent)
    await makeIfMissing(path)
  }
}

async function makeIfMissing(path: string): Promise<void> {
  await mkdir(path).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
}

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code

// The lock is the operating system's: SQLite takes it on an open file, and it ends with the process however the process ends. A
// file with a process id in it would outlive a kill -9, and after a restart the id may be somebody else's.
async function lock(folder: string): Promise<() => void> {
  const file = join(folder, 'hub.lock')
  let held: DatabaseSync | undefined
  try {
    held = new DatabaseSync(file, { timeout: 0 })
    held.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    held?.close()
    const busy = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
    if (!busy) throw notWritable(folder, error)
    const owner = await readConnection(folder)
    throw new StoreError(
      'DATA_FOLDER_IN_USE',
      `Expected the data folder ${folder} to be free, got one that a running hub${owner ? ` (process ${owner.pid})` : ''} holds: stop that one, or set DATA_DIR to another folder.`,
    )
  }
  const open = held
  return () => open.close()
}

const SQLITE_BUSY = 5

function notWritable(folder: string, cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new StoreError(
    'DATA_FOLDER_NOT_WRITABLE',
    `Expected a data folder that can be written at ${folder}, got "${reason}": change its permissions, or set DATA_DIR to another folder.`,
    { cause },
  )
}

/** How to reach the server that runs on the folder; null when no process has said so. */
export async function readConnection(folder: string): Promise<Connection | null> {
  const text = await readFile(join(folder, 'connection.json'), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Connection)
}

/** Tells other processes of this user how to reach the server. The file is whole or absent. */
export async function writeConnection(folder: string, connection: Connection): Promise<void> {
  const file = join(folder, 'connection.json')
  await writeFile(`${file}.new`, `${JSON.stringify(connection)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Says that no server runs any more. */
export async function removeConnection(folder: string): Promise<void> {
  await rm(join(folder, 'connection.json'), { force: true })
}
