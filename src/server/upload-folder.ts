import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'disclosure-hub-upload-'

/** Milliseconds after which a folder in which nothing was begun is nobody's any more: a file takes minutes, and its reading less. */
const ABANDONED = 24 * 60 * 60 * 1_000

/** A folder of its own for a file that is being received. Whoever makes it removes it. */
export const makeUploadFolder = (within: string = tmpdir()): Promise<string> => mkdtemp(join(within, PREFIX))

/**
 * Removes the folders of processes that were killed while they received a file: those that are a day old. By age alone, since a process
 * of another container may use the same folder, and cannot be asked whether it lives.
 * @returns how many went.
 */
export async function removeAbandonedUploads(within: string = tmpdir(), now: number = Date.now()): Promise<number> {
  let removed = 0
  for (const name of await readdir(within)) {
    if (!name.startsWith(PREFIX)) continue
    const folder = join(within, name)
    // Another process may have been faster, and what belongs to another user stays.
    const isAbandoned = await stat(folder).then(
      ({ mtimeMs }) => now - mtimeMs > ABANDONED,
      () => false,
    )
    if (!isAbandoned) continue
    await rm(folder, { recursive: true, force: true }).then(
      () => {
        removed += 1
      },
      () => undefined,
    )
  }
  return removed
}
