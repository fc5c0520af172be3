import { createReadStream } from 'node:fs'
import { Parser, type ReadEntry } from 'tar'
import { unreadable } from './archive-error.ts'
import type { ArchivedFile } from './archived-file.ts'

const EXPECTED = 'a tar archive that is whole'
const FILES: readonly string[] = ['File', 'OldFile', 'ContiguousFile']

/**
 * The files of a tar archive at a path, compressed by gzip or not, in its order; what is not read of one is passed over.
 * @throws ArchiveError
 */
export async function* tarFiles(path: string): AsyncGenerator<ArchivedFile> {
  const stream = createReadStream(path)
  const entries: ReadEntry[] = []
  let end: { readonly error?: unknown } | undefined
  let wake: () => void = () => undefined
  const ended = (how: { readonly error?: unknown }) => {
    end ??= how
    wake()
  }
  // The next entry comes when the one before it has been read.
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      entries.push(entry)
      wake()
    },
  })
  // One that was cut off between two entries lacks the empty blocks at its end, and nothing else.
  let hasEnd = false
  parser.on('nullBlock', () => (hasEnd = true))
  parser.on('error', (error: unknown) => ended({ error }))
  parser.on('end', () => ended(hasEnd ? {} : { error: 'one without the blocks that end it' }))
  stream.on('error', (error) => ended({ error }))
  stream.pipe(parser as unknown as NodeJS.WritableStream)
  let last: string | null = null
  try {
    while (true) {
      const entry = entries.shift()
      if (entry === undefined) {
        if (end?.error !== undefined) throw unreadable(EXPECTED, last, inWords(end.error), end.error)
        if (end !== undefined) return
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      const name = entry.path
      last = name
      let isRead = entry.type === 'Directory'
      if (!isRead) {
        const read = async () => {
          isRead = true
          const chunks: Buffer[] = []
          entry.on('data', (chunk) => void chunks.push(chunk))
          // An archive that ends within an entry does not end the entry.
          await new Promise<void>((resolve) => {
            entry.once('end', resolve)
            wake = resolve
            if (end !== undefined) resolve()
          })
          const content = Buffer.concat(chunks)
          if (content.length === entry.size) return content
          throw unreadable(EXPECTED, name, inWords(end?.error ?? 'an entry that is shorter than it says'), end?.error)
        }
        yield { name, size: entry.size, isFile: FILES.includes(entry.type), read }
      }
      if (!isRead || entry.type === 'Directory') entry.resume()
    }
  } finally {
    stream.destroy()
  }
}

const inWords = (cause: unknown) => (cause instanceof Error ? `"${cause.message}"` : String(cause))
