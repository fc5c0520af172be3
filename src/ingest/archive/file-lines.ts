import { createReadStream } from 'node:fs'
import { overBound } from './archive-error.ts'

/** A line of a file that is not blank: its number, from 1, and its bytes without the end of the line. */
export interface FileLine {
  readonly number: number
  readonly bytes: Buffer
}

const LF = 0x0a

/**
 * The lines of a file that are not blank.
 * @throws ArchiveError when one has more bytes than `longest`
 */
export async function* fileLines(path: string, longest: number): AsyncGenerator<FileLine> {
  let number = 0
  let parts: Buffer[] = []
  let length = 0
  const take = (part: Buffer) => {
    length += part.length
    if (length > longest) throw overBound('entryBytes', longest, null, `line ${number + 1}`)
    parts.push(part)
  }
  const end = (): FileLine | null => {
    number += 1
    const line = Buffer.concat(parts)
    parts = []
    length = 0
    return line.toString('latin1').trim() === ''
      ? null
      : { number, bytes: line.at(-1) === 0x0d ? line.subarray(0, -1) : line }
  }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      const line = end()
      if (line !== null) yield line
    }
    take(chunk.subarray(from))
  }
  const last = end()
  if (last !== null) yield last
}
