import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise } from 'yauzl'
import { unreadable } from './archive-error.ts'
import type { ArchivedFile } from './archived-file.ts'
import { decodedName } from './entry-name.ts'

const UTF_8 = 0x800
const UNICODE_PATH = 0x7075
const EXPECTED = 'a ZIP archive that is whole'

/**
 * The files of a ZIP archive at a path, in its order. Each is unpacked when its bytes are asked for.
 * @throws ArchiveError
 */
export async function* zipFiles(path: string): AsyncGenerator<ArchivedFile> {
  const zip = await openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false }).catch(broken(null))
  let last: string | null = null
  try {
    for await (const entry of zip.eachEntry()) {
      last = nameOf(entry)
      if (last.endsWith('/')) continue
      const name = last
      yield {
        name,
        size: entry.uncompressedSize,
        isFile: true,
        read: async () => {
          if (entry.isEncrypted()) throw unreadable(EXPECTED, name, 'one that is locked by a password')
          if (!entry.canDecodeFileData())
            throw unreadable(EXPECTED, name, `compression method ${entry.compressionMethod}`)
          const content = await collected(await zip.openReadStreamPromise(entry).catch(broken(name)), name)
          if (crc32(content) !== entry.crc32) throw unreadable(EXPECTED, name, 'a checksum that differs')
          return content
        },
      }
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'ArchiveError' ? error : broken(last)(error)
  } finally {
    zip.close()
  }
}

/** The stream ends with an error where more or less comes than the directory of the archive says. */
async function collected(stream: Readable, name: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer)
  } catch (error) {
    throw unreadable(EXPECTED, name, reason(error), error)
  }
  return Buffer.concat(chunks)
}

const reason = (error: unknown) => `"${error instanceof Error ? error.message : String(error)}"`

const broken = (entry: string | null) => (error: unknown) => {
  throw unreadable(EXPECTED, entry, reason(error), error)
}

function nameOf(entry: Entry): string {
  // With `decodeStrings: false` names are bytes, whatever their type says.
  const raw = entry.fileName as unknown as Buffer
  if ((entry.generalPurposeBitFlag & UTF_8) !== 0) return raw.toString('utf8')
  const unicode = entry.extraFields.find(({ id }) => id === UNICODE_PATH)?.data
  // It holds for the name of that checksum only.
  const isItsOwn =
    unicode !== undefined && unicode.length > 5 && unicode[0] === 1 && unicode.readUInt32LE(1) === crc32(raw)
  return isItsOwn ? unicode.toString('utf8', 5) : decodedName(raw)
}
