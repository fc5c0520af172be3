/** Properties that take text away from the readers of a document, by the element whose properties they are. */
const HIDING: Readonly<Record<string, readonly string[]>> = {
  'w:r': ['w:vanish', 'w:dstrike'],
  'w:tr': ['w:hidden'],
}
const PROPERTIES: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr'])

const TAG = /<(\/?)([\w:]+)(?![\w:])([^<>]*)>/g
const IS_OFF = /w:val\s*=\s*["'](?:0|false|off|none)["']/
/** A hyphen at which no line ends, as word processors write that of -15. */
const FIRM_HYPHEN = /<w:noBreakHyphen\s*\/>/g

interface Open {
  readonly name: string
  readonly from: number
  isHidden: boolean
}

/**
 * The main part of a Word file (XML) as its readers see it: without runs of text that are hidden or struck out twice, and without hidden
 * rows. What was deleted, or struck out once, the library leaves out by itself.
 */
export function withoutHiddenText(xml: string): string {
  const open: Open[] = []
  let seen = ''
  let from = 0
  for (const match of xml.matchAll(TAG)) {
    const [tag, slash = '', name = '', rest = ''] = match
    if (slash === '') {
      const [element, properties] = open.slice(-2)
      if (element !== undefined && properties !== undefined && PROPERTIES.has(properties.name)) {
        if (HIDING[element.name]?.includes(name) && !IS_OFF.test(rest)) element.isHidden = true
      }
      if (!rest.endsWith('/')) open.push({ name, from: match.index, isHidden: false })
      continue
    }
    const closed = open.pop()
    // Within what is hidden nothing is seen anyway.
    if (closed?.isHidden !== true || open.some(({ isHidden }) => isHidden) || closed.from < from) continue
    seen += xml.slice(from, closed.from)
    from = match.index + tag.length
  }
  return (seen + xml.slice(from)).replace(FIRM_HYPHEN, '<w:t>-</w:t>')
}
