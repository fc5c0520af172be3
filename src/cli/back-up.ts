import { stat } from 'node:fs/promises'
import type { Manifest, ManifestContent, TableContent } from '../store/backup/manifest.ts'
import { type Archive, openArchive, verifyArchive } from '../store/backup/read-archive.ts'
import { restoreBackup } from '../store/backup/restore-backup.ts'
import { takeBackup } from '../store/backup/take-backup.ts'
import { StoreError } from '../store/store-error.ts'

/** How a command tells what it does. */
export interface Shown {
  /** The file as its user would write it. */
  readonly file: string
  /** Whether the answer is an object of JSON. */
  readonly json: boolean
  /** Told a line for each table. */
  readonly told: (line: string) => void
}

/** Backs the database up into a file. Returns what to print. */
export async function backUp(
  url: string,
  path: string,
  replace: boolean,
  hubVersion: string,
  shown: Shown,
): Promise<string> {
  const told = (table: TableContent) => shown.told(`copied    ${tableLine(table)}`)
  const { sha256, ...content } = await takeBackup(url, path, { hubVersion, replace, told })
  const { size } = await stat(path)
  if (shown.json) return printed({ file: shown.file, size, sha256, ...content })
  return `Backed up ${summary(content)}.\nWritten to ${shown.file}, ${sizeOf(size)}, and read again.\n${digestLine(sha256)}`
}

/** Verifies a backup. Returns what to print. */
export async function verify(path: string, sha256: string | undefined, shown: Shown): Promise<string> {
  const archive = await openVerified(path, sha256, shown)
  archive.close()
  if (shown.json) return printed(objectOf(archive, shown))
  return `Whole: ${summary(archive.manifest)}.\n${digestLine(archive.sha256)}`
}

/** Restores a backup into the database that `into` gives, once the backup is found whole. Returns what to print. */
export async function restore(
  path: string,
  sha256: string | undefined,
  into: <T>(work: (url: string) => Promise<T>) => Promise<T>,
  shown: Shown,
): Promise<string> {
  const archive = await openVerified(path, sha256, shown)
  try {
    const told = (table: TableContent) => shown.told(`restored  ${tableLine(table)}`)
    const { migrated } = await into((url) => restoreBackup(url, archive, told))
    if (shown.json) return printed({ ...objectOf(archive, shown), migrated })
    const since = migrated.length === 0 ? '' : `Applied what has come since: ${migrated.join(', ')}.\n`
    return `Restored ${summary(archive.manifest)}.\nRead again: everything is as it was.\n${since}${digestLine(archive.sha256)}`
  } finally {
    archive.close()
  }
}

async function openVerified(path: string, sha256: string | undefined, { file, told }: Shown): Promise<Archive> {
  const archive = await openArchive(path)
  try {
    if (sha256 !== undefined && sha256 !== archive.sha256) {
      throw new StoreError(
        'BACKUP_DAMAGED',
        `Expected the backup with the digest ${sha256} in ${file}, got one with ${archive.sha256}: it is another backup, or somebody has changed it.`,
      )
    }
    await verifyArchive(archive, (table) => told(`verified  ${tableLine(table)}`))
    return archive
  } catch (error) {
    archive.close()
    throw error
  }
}

const objectOf = ({ sha256, manifest }: Archive, { file }: Shown) => ({ file, sha256, ...manifest })

const printed = (object: object) => JSON.stringify(object, null, 2)

function summary({ tables, takenAt, hubVersion, postgresVersion }: Manifest | ManifestContent): string {
  const rows = (name: string) => tables.find((table) => table.name === name)?.rows ?? 0
  const all = tables.reduce((sum, table) => sum + table.rows, 0)
  const what = `${rows('reports')} reports with ${rows('revisions')} revisions, as of ${takenAt}`
  return `${what}: ${all} rows of ${tables.length} tables, by version ${hubVersion} from PostgreSQL ${postgresVersion}`
}

const digestLine = (sha256: string) => `SHA-256 of its manifest: ${sha256}`

const tableLine = ({ name, rows, bytes }: TableContent) => `${name.padEnd(24)} ${rows} rows, ${sizeOf(bytes)}`

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`
}
