import { createHash } from 'node:crypto'
import { z } from 'zod'
import { StoreError } from '../store-error.ts'

/** The version of the format that is written. A reader reads it and all before it. */
export const FORMAT_VERSION = 1

const FORMAT = 'disclosure-hub backup'
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().nonnegative()

const manifest = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  /** The version of the hub that wrote the backup. */
  hubVersion: z.string(),
  /** The moment that the backup shows. */
  takenAt: z.iso.datetime(),
  /** The version of the PostgreSQL that it is of. */
  postgresVersion: z.string(),
  /** The migrations that the database had, with the SHA-256 of their texts. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** In the order in which each row has them. */
      columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
      rows: count,
      /** Of the content, before it is compressed. */
      bytes: count,
      sha256,
    }),
  ),
  /** The number that each sequence gives next, as decimal text. */
  sequences: z.array(z.strictObject({ name: z.string(), next: z.string().regex(/^-?\d+$/) })),
})

/** What a backup holds, and by what it is known to be whole. */
export type Manifest = z.infer<typeof manifest>
export type TableContent = Manifest['tables'][number]
export type SequenceValue = Manifest['sequences'][number]

/** What a manifest says besides what its writer always says. */
export type ManifestContent = Omit<Manifest, 'format' | 'formatVersion'>

/** The bytes of a manifest. */
export function printManifest(content: ManifestContent): Buffer {
  const whole: Manifest = { format: FORMAT, formatVersion: FORMAT_VERSION, ...content }
  return Buffer.from(`${JSON.stringify(whole, null, 2)}\n`)
}

/**
 * The manifest of these bytes.
 * @throws StoreError BACKUP_NEWER for a format that this version of the hub does not know, BACKUP_DAMAGED for what is no manifest.
 */
export function parseManifest(bytes: Uint8Array, file: string): Manifest {
  const json = jsonOf(bytes)
  const version = versioned.safeParse(json)
  if (version.success && version.data.formatVersion > FORMAT_VERSION) {
    throw new StoreError(
      'BACKUP_NEWER',
      `Expected a backup in format ${FORMAT_VERSION} or before in ${file}, got format ${version.data.formatVersion}: restore it with the version of the hub that wrote it, or a later one.`,
    )
  }
  const parsed = manifest.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new StoreError(
    'BACKUP_DAMAGED',
    `Expected the manifest of a backup in ${file}, got one with "${issue?.message}" at ${issue?.path.join('.') || 'its top'}: take another copy of the backup, or another backup.`,
  )
}

const versioned = z.object({ format: z.literal(FORMAT), formatVersion: z.number() })

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** By what a manifest, and with it everything that it names, is known: SHA-256, in hexadecimal. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
