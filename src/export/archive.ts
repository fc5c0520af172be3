import { Readable } from 'node:stream'
import { constants } from 'node:zlib'
import { ZipFile } from 'yazl'

/** Fixed, so that the same content gives the same bytes. The fastest level halves the time of the next one. */
const ENTRY = { mtime: new Date(1980, 0, 1), mode: 0o100644, compressionLevel: constants.Z_BEST_SPEED }

/** A ZIP archive that is written while it is read: of its entries, only what is on its way is held. */
export class Archive {
  readonly output: Readable
  readonly #zip = new ZipFile()
  #source: Readable | null = null

  constructor() {
    this.output = this.#zip.outputStream as Readable
    this.#zip.on('error', (error: Error) => this.fail(error))
    // Whoever read it has gone, or it has failed: nothing more need be made.
    this.output.once('close', () => this.#source?.destroy())
  }

  /** Adds an entry, and resolves when all of it was taken. Its parts are made one by one, when those before are taken. */
  add(path: string, parts: AsyncIterable<string>): Promise<void> {
    return new Promise((resolve, reject) => {
      const source = Readable.from(parts, { objectMode: false })
      this.#source = source
      source.once('error', reject)
      source.once('end', resolve)
      this.#zip.addReadStream(source, path, ENTRY)
    })
  }

  addText(path: string, text: string): void {
    this.#zip.addBuffer(Buffer.from(text), path, ENTRY)
  }

  end(): void {
    this.#zip.end()
  }

  /** Breaks it off, wherever it is. */
  fail(error?: Error): void {
    this.output.destroy(error)
  }
}
