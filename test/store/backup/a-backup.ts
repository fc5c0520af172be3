import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Archive, openArchive, verifyArchive } from '../../../src/store/backup/read-archive.ts'
import { type Restored, restoreBackup } from '../../../src/store/backup/restore-backup.ts'
import { type Backup, takeBackup } from '../../../src/store/backup/take-backup.ts'

/** A folder that goes when the test is done. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'disclosure-hub-backup-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

/** Takes a backup into a file of the test's own. */
export async function backUp(url: string): Promise<Backup & { readonly file: string }> {
  const file = join(await folder(), 'hub.backup')
  return { file, ...(await takeBackup(url, file, { hubVersion: '1.2.3' })) }
}

/** Does something with a backup that is open. */
export async function withArchive<T>(file: string, work: (archive: Archive) => Promise<T>): Promise<T> {
  const archive = await openArchive(file)
  return work(archive).finally(() => archive.close())
}

export const verify = (file: string): Promise<void> => withArchive(file, verifyArchive)

/** Verifies a backup and restores it into a database. */
export function restore(file: string, url: string): Promise<Restored> {
  return withArchive(file, async (archive) => {
    await verifyArchive(archive)
    return restoreBackup(url, archive)
  })
}

/** What must be the same in a backup and in one of what was restored from it: all but when and where. */
export const contentOf = ({ migrations, tables, sequences }: Backup) => ({ migrations, tables, sequences })
