import type { Source } from './format.ts'

/** As much as the head of a mail or a web archive takes. */
const HEAD = 4_096
const ANNOUNCEMENT = /^MIME-Version:|^Content-Type:[ \t]*multipart\//im
/** Archives put parts into parts, but not deeper than this. */
const DEEPEST = 4

/** Whether the source is a page that a browser or a word processor has saved with its pictures in one file (MHTML), or a mail. */
export function isWebArchive({ bytes }: Source): boolean {
  return ANNOUNCEMENT.test(
    Buffer.from(bytes.subarray(0, HEAD))
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? '',
  )
}

/** The page of a web archive: the first of its parts that is one; null when it has none. */
export function pageOfArchive({ bytes }: Source): Source | null {
  return pageIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 0)
}

/** Text whose characters are bytes: headers, an empty line, and what they speak of. */
function pageIn(part: string, depth: number): Source | null {
  const { headers, body } = opened(part)
  const mediaType = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary\s*=\s*"?([^";\r\n]{1,200})/i.exec(mediaType)?.[1]?.trim()
  if (/^multipart\//i.test(mediaType) && boundary !== undefined && depth < DEEPEST) {
    for (const inner of body.split(`--${boundary}`).slice(1)) {
      const page = pageIn(inner.replace(/^[ \t]*\r?\n/, ''), depth + 1)
      if (page !== null) return page
    }
    return null
  }
  if (!/^(?:text\/html|application\/xhtml\+xml)/i.test(mediaType)) return null
  return { bytes: bytesOf(body, headers.get('content-transfer-encoding') ?? ''), mediaType }
}

function opened(part: string): { headers: ReadonlyMap<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(part)
  const head = end === null ? part : part.slice(0, end.index)
  const body = end === null ? '' : part.slice(end.index + end[0].length)
  const headers = new Map<string, string>()
  // A header goes on in lines that are indented.
  for (const line of head.replace(/\r?\n[ \t]/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body }
}

function bytesOf(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64')
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1')
  const text = body
    .replace(/=[ \t]{0,9}\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(text, 'latin1')
}
