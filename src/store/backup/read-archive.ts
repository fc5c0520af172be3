import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { StoreError } from '../store-error.ts'
import { digestOf, type Manifest, parseManifest, type TableContent } from './manifest.ts'
import { ContentDigest } from './table-content.ts'

/** The names of the entries of a backup, which is a ZIP archive. */
export const MANIFEST = 'manifest.json'
/** The digest of the manifest, as `sha256sum` prints and checks it. */
export const MANIFEST_DIGEST = 'manifest.json.sha256'
export const entryOf = (table: Pick<TableContent, 'name'>): string => `tables/${table.name}.copy`

/** No manifest is longer: it is read as a whole, and a damaged file says of itself what it likes. */
const LONGEST_MANIFEST = 16_000_000

/** A backup that is open for reading. Its tables are where the manifest says; whether they hold what it says is known when they are read. */
export interface Archive {
  readonly file: string
  readonly manifest: Manifest
  /** SHA-256 of the manifest. */
  readonly sha256: string
  /** The content of a table, in the text format of COPY. */
  open(table: TableContent): Promise<Readable>
  close(): void
}

/**
 * Opens a backup and reads its manifest.
 * @throws StoreError when there is no such file, it is no backup, is cut off, lacks a table or has one too many, or is of a later format.
 */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await openPromise(file, { autoClose: false }).catch((error: unknown) => refuse(file, error))
  try {
    const entries = await readEntries(zip, file)
    const bytes = await readShort(zip, entries, MANIFEST, file)
    const sha256 = digestOf(bytes)
    const noted = (await readShort(zip, entries, MANIFEST_DIGEST, file)).toString('utf8').slice(0, sha256.length)
    if (noted !== sha256) refuse(file, `a manifest with the digest ${sha256}, where ${printable(noted)} is noted`)
    const manifest = parseManifest(bytes, file)
    refuseOtherEntries(entries, manifest, file)
    return {
      file,
      manifest,
      sha256,
      open: (table) => openEntry(zip, entries, entryOf(table), file),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

/**
 * Reads all of a backup, and compares it with its manifest.
 * @param told is called with each table that is as it should be.
 * @throws StoreError BACKUP_DAMAGED at the first that is not.
 */
export async function verifyArchive(
  archive: Archive,
  told: (table: TableContent) => void = () => undefined,
): Promise<void> {
  for (const table of archive.manifest.tables) {
    const digest = new ContentDigest()
    const content = await archive.open(table)
    // What is read is counted and let go.
    digest.resume()
    await pipeline(content, digest).catch((error: unknown) => refuse(archive.file, error))
    const found = digest.result()
    if (found.sha256 !== table.sha256 || found.rows !== table.rows || found.bytes !== table.bytes) {
      refuse(
        archive.file,
        `${found.rows} rows of the table ${table.name} with the digest ${found.sha256}, where the manifest has ${table.rows} rows and ${table.sha256}`,
      )
    }
    told(table)
  }
}

async function readEntries(zip: ZipFile, file: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) refuse(file, `${printable(entry.fileName)} twice`)
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    refuse(file, error)
  }
  return entries
}

function refuseOtherEntries(entries: ReadonlyMap<string, Entry>, { tables }: Manifest, file: string): void {
  const expected = new Set([MANIFEST, MANIFEST_DIGEST, ...tables.map(entryOf)])
  for (const name of expected) if (!entries.has(name)) refuse(file, `one without ${printable(name)}`)
  for (const name of entries.keys()) {
    if (!expected.has(name)) refuse(file, `one with ${printable(name)}, which its manifest does not name`)
  }
}

async function readShort(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  name: string,
  file: string,
): Promise<Buffer> {
  const size = entries.get(name)?.uncompressedSize ?? 0
  if (size > LONGEST_MANIFEST) refuse(file, `${printable(name)} with ${size} bytes`)
  // The reader holds an entry to the size that it says it has.
  return buffer(await openEntry(zip, entries, name, file)).catch((error: unknown) => refuse(file, error))
}

async function openEntry(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  name: string,
  file: string,
): Promise<Readable> {
  const entry = entries.get(name)
  if (!entry) return refuse(file, `one without ${printable(name)}`)
  return zip.openReadStreamPromise(entry).catch((error: unknown) => refuse(file, error))
}

/** As JSON: what a damaged file says must not move the cursor. */
const printable = (text: string) => JSON.stringify(text.slice(0, 100))

function refuse(file: string, found: unknown): never {
  if (found instanceof StoreError) throw found
  if (found instanceof Error && 'syscall' in found) {
    throw new StoreError('BACKUP_UNREADABLE', `Expected a file that can be read, got "${found.message}".`, {
      cause: found,
    })
  }
  const got = found instanceof Error ? printable(found.message) : found
  throw new StoreError(
    'BACKUP_DAMAGED',
    `Expected a whole backup of the hub in ${file}, got ${got}: take another copy of the backup, or another backup.`,
    { cause: found },
  )
}
