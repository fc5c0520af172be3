import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StoreError } from '../store-error.ts'

/**
 * Writes a file that is whole or absent: under another name, for its owner alone, onto the disk, looked at, and then under its own name.
 * @param write gives what is to be written, and what is wrong with it rejects.
 * @param check looks at what was written, under the name given, before it gets its own.
 * @throws StoreError when the file is there already and is not to be replaced, or cannot be written.
 */
export async function writeWhole<T>(
  file: string,
  { replace }: { readonly replace: boolean },
  write: (into: (content: Readable) => Promise<void>) => Promise<T>,
  check: (partial: string) => Promise<void>,
): Promise<T> {
  if (!replace) await refuseExisting(file)
  const partial = `${file}.partial`
  // What an earlier run left there when it was cut off.
  await rm(partial, { force: true }).catch((error: unknown) => refuse(file, error))
  // Keys stand in it, as digests.
  const handle = await open(partial, 'wx', 0o600).catch((error: unknown) => refuse(file, error))
  try {
    const result = await write((content) => writeOut(handle, content, file)).finally(() => handle.close())
    await check(partial)
    if (!replace) await refuseExisting(file)
    await rename(partial, file).catch((error: unknown) => refuse(file, error))
    await keepName(dirname(file))
    return result
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw error
  }
}

async function writeOut(handle: FileHandle, content: Readable, file: string): Promise<void> {
  // Onto the disk before it is closed.
  const stream = handle.createWriteStream({ flush: true })
  // The one that fails takes the other along.
  let failed: Readable | Writable | undefined
  for (const one of [content, stream]) one.once('error', () => (failed ??= one))
  try {
    await pipeline(content, stream)
  } catch (error) {
    // What the disk says is the operator's to mend; what ends the content is told by whoever made it.
    if (failed === stream) refuse(file, error)
    throw error
  }
}

// The new name stands in the folder, which is written as late as it likes. Not every system lets folders be opened.
async function keepName(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

async function refuseExisting(file: string): Promise<void> {
  if ((await stat(file).catch(() => null)) === null) return
  throw new StoreError(
    'BACKUP_EXISTS',
    `Expected to write a new file, got ${file}, which is there already: choose another name, or replace it by --force.`,
  )
}

function refuse(file: string, cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause)
  throw new StoreError(
    'BACKUP_NOT_WRITTEN',
    `Expected to write the backup to ${file}, got "${reason}": choose a folder that exists, can be written and has room.`,
    { cause },
  )
}
