import type { Document } from '../document.ts'
import { splitCells } from '../stages/split-cells.ts'
import { brokenText, charsetOf, decode } from './decode.ts'
import type { Format } from './format.ts'
import { withoutMarkdown } from './markdown.ts'

/** Text in an encoding that reports are published in → lines of cells. Whatever no other format claims is tried as text. */
export const plainText: Format = {
  name: 'plain text',
  match: () => true,
  read: async ({ bytes, mediaType }) => {
    const declared = charsetOf(mediaType)
    const text = decode(bytes, declared)
    if (text !== null) return linesOf(text)
    const broken = brokenText(bytes, declared)
    return broken === null ? null : { ...linesOf(broken.text), issues: [broken.issue] }
  },
}

/** Text → one line of cells for each of its lines. */
export function linesOf(text: string): Document {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\f]/u)
  return { lines: lines.map((line, index) => splitCells(withoutMarkdown(line), index + 1)) }
}
