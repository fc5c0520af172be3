import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportFormatName } from '../export/format-names.ts'
import { EXPORT_FORMATS, type ExportOptions } from '../export/formats.ts'
import type { ReportCondition } from '../store/conditions.ts'
import type { Database } from '../store/database.ts'
import { openSnapshot } from '../store/snapshot.ts'

export interface ExportRequest extends ExportOptions {
  readonly format: ExportFormatName
  readonly condition: ReportCondition
  /** The path of the file to write; standard output when null. A file that stands there is whole: it is written beside it first. */
  readonly output: string | null
}

/** Writes the reports of a condition into a file, or to standard output, as they are at one moment. */
export async function exportReports(
  db: Database,
  { format, condition, output, ...options }: ExportRequest,
): Promise<void> {
  // Whoever writes a file, or reads from a pipe, may take his time.
  const snapshot = await openSnapshot(db, { patience: 3_600_000 })
  try {
    const parts = Readable.from(EXPORT_FORMATS[format].write(snapshot, condition, options), { objectMode: false })
    if (output === null) await pipeline(parts, process.stdout, { end: false }).catch(unlessNobodyReads)
    else await writeBeside(output, parts)
  } finally {
    await snapshot.close()
  }
}

async function writeBeside(output: string, parts: Readable): Promise<void> {
  const part = `${output}.part`
  try {
    await pipeline(parts, createWriteStream(part))
    await rename(part, output)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** `hub export | head` has read enough. */
function unlessNobodyReads(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
}
