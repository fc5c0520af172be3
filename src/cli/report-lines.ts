import { type IngestSource, MAX_SOURCE_BYTES, type Refused } from '../ingest/ingest.ts'
import { tooLarge } from '../ingest/ingest-error.ts'
import { reportObjectIn } from '../ingest/report-object-text.ts'

/** A line of JSON Lines: the report object on it, or why it is none. */
export interface ReportLine {
  /** Counted from one; blank lines count. */
  readonly line: number
  readonly read: { readonly ok: true; readonly source: IngestSource } | Refused
}

/**
 * Reads JSON Lines, one report object a line, from the bytes of a file, an archive or an answer. One line is held at a time, and of one
 * that is longer than a report may be no more than that; blank lines are passed over.
 * @param longest the most bytes of a line.
 */
export async function* readReportLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number = MAX_SOURCE_BYTES,
): AsyncGenerator<ReportLine, void, undefined> {
  let line = 0
  for await (const { bytes, size } of linesOf(chunks, longest)) {
    line += 1
    if (size > longest) yield { line, read: { ok: false, error: tooLarge(longest, size) } }
    else {
      const read = readLine(bytes)
      if (read !== null) yield { line, read }
    }
  }
}

function readLine(bytes: Uint8Array): ReportLine['read'] | null {
  try {
    // The mark at the beginning of a file, if there is one, is taken off.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === '' ? null : reportObjectIn(text)
  } catch {
    const [expected, got] = ['a report object as JSON in UTF-8', 'bytes that are no UTF-8']
    const message = `Expected ${expected}, got ${got}. Save the file as UTF-8.`
    return { ok: false, error: { code: 'WRONG_ENCODING', expected, got, message } }
  }
}

const LINE_FEED = 0x0a

/** The lines, without their line feeds. One that is too long has its size, and not its bytes. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly size: number }, void, undefined> {
  let parts: Uint8Array[] = []
  let size = 0
  const add = (part: Uint8Array) => {
    size += part.length
    if (size <= longest) parts.push(part)
    else parts = []
  }
  const take = () => {
    const taken = { bytes: Buffer.concat(parts), size }
    parts = []
    size = 0
    return taken
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    if (start < chunk.length) add(chunk.subarray(start))
  }
  if (size > 0) yield take()
}
