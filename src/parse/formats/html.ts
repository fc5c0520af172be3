import type { Document } from '../document.ts'
import { brokenText, charsetOf, decode } from './decode.ts'
import type { Format, Refusal, Source } from './format.ts'
import { linesOfTree, MOST_CELLS, TooManyCells } from './html-lines.ts'
import { DEEPEST, NestedTooDeep, parseHtml } from './html-tree.ts'
import { isWebArchive, pageOfArchive } from './web-archive.ts'

/** As much of a source as is looked at to tell what it is. */
const BEGINNING = 65_536
/** Within it, what declares an encoding. */
const DECLARATIONS = 4_096

const BEGINS_WITH_A_TAG = /^(?:\s|<!--[^>]*-->)*<(?:!doctype\s+html|\?xml|[a-z][a-z0-9]*[\s>/])/i
const HAS_TAGS = /<\/(?:p|div|span|td|th|tr|table)\s*>/i

/** A web page, a part of one, or one saved as a web archive → blocks of text and rows of tables. */
export const html: Format = {
  name: 'HTML',
  match: (source) =>
    beginsAsPage(source) || isWebArchive(source) || (HAS_TAGS.test(beginningOf(source)) && isText(source)),
  read: async (source) => {
    const page = isWebArchive(source) ? pageOfArchive(source) : source
    if (page === null) return { refused: 'a mail or web archive without a page', advice: 'Send the page itself.' }
    const declared = declaredEncodings(page)
    const text = decode(page.bytes, declared)
    if (text !== null) return readHtml(text, !beginsAsPage(page))
    const broken = brokenText(page.bytes, declared)
    if (broken === null) return null
    const document = readHtml(broken.text, !beginsAsPage(page))
    return 'refused' in document ? document : { ...document, issues: [broken.issue] }
  },
}

/** Mark-up → lines. In a text that only has some mark-up in it, line ends stand as they are typed. */
export function readHtml(text: string, keepsLineEnds = false): Document | Refusal {
  try {
    return linesOfTree(parseHtml(text), keepsLineEnds)
  } catch (error) {
    if (error instanceof NestedTooDeep) return refusal(`a web page nested more than ${DEEPEST} levels deep`)
    if (error instanceof TooManyCells) return refusal(`a web page whose tables have more than ${MOST_CELLS} cells`)
    throw error
  }
}

function refusal(refused: string): Refusal {
  return { refused, advice: 'Send the part of the page that holds the report.' }
}

/** The beginning of the source as far as it is ASCII, in whatever encoding it is. */
function beginningOf({ bytes }: Source): string {
  const text = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1')
  return text.replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff/, '').replaceAll('\0', '')
}

function beginsAsPage(source: Source): boolean {
  return BEGINS_WITH_A_TAG.test(beginningOf(source).slice(0, DECLARATIONS))
}

/** Other formats can have tags inside, too: they begin with their own mark. */
function isText({ bytes }: Source): boolean {
  return bytes.subarray(0, 8).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}

function declaredEncodings(source: Source): readonly string[] {
  const beginning = beginningOf(source).slice(0, DECLARATIONS)
  const inMeta = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(beginning)?.[1]
  const inXml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(beginning)?.[1]
  return [...charsetOf(source.mediaType), ...[inMeta, inXml].filter((charset) => charset !== undefined)]
}
