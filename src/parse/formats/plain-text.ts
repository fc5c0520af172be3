import type { Document } from '../document.ts'
import { splitCells } from '../stages/split-cells.ts'
import { charsetOf, decode } from './decode.ts'
import type { Format } from './format.ts'
import { withoutMarkdown } from './markdown.ts'

/** Text in an encoding that reports are published in → lines of cells. Whatever no other format claims is tried as text. */
export const plainText: Format = {
  name: 'plain text',
  match: () => true,
  read: async ({ bytes, mediaType }) => {
    const text = decode(bytes, charsetOf(mediaType))
    return text === null ? null : linesOf(text)
  },
}

/** Text → one line of cells for each of its lines. */
export function linesOf(text: string): Document {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\f]/u)
  return { lines: lines.map((line, index) => splitCells(withoutMarkdown(line), index + 1)) }
}
