import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment, type TreeAdapter } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.Node
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** A page as a tree, not deeper than can be walked. */
export interface HtmlTree {
  readonly root: DefaultTreeAdapterTypes.Document
  /** The elements that have a table inside. */
  readonly aroundTables: ReadonlySet<HtmlNode>
}

/** Browsers stop nesting at this depth, too; no published page comes near it. */
export const DEEPEST = 512

/** The page is nested deeper than any that is published. */
export class NestedTooDeep extends Error {}

/**
 * Mark-up → tree, by the rules that browsers follow. The reader of a table must know beforehand whether it holds another, so that
 * is noted while the tree grows; the depth is held because every step of the parser costs as much as the tree is deep.
 */
export function parseHtml(html: string): HtmlTree {
  const aroundTables = new Set<HtmlNode>()
  let depth = 0
  const noteAround = (node: HtmlNode) => {
    for (let around = parentOf(node); around !== null && !aroundTables.has(around); around = parentOf(around)) {
      aroundTables.add(around)
    }
  }
  const treeAdapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    onItemPush(element) {
      depth += 1
      if (depth > DEEPEST) throw new NestedTooDeep()
      if (element.tagName !== 'table') return
      noteAround(element)
    },
    onItemPop() {
      depth -= 1
    },
  }
  const root = parse(html, { treeAdapter })
  for (const frame of framesIn(root)) {
    depth = 0
    const inner = parseFragment(attribute(frame, 'srcdoc') ?? '', { treeAdapter })
    frame.tagName = 'div'
    frame.childNodes = inner.childNodes
    for (const node of frame.childNodes) node.parentNode = frame
    if (aroundTables.has(inner)) for (const node of frame.childNodes.slice(0, 1)) noteAround(node)
  }
  return { root, aroundTables }
}

/** The frames that hold the page they show: it is read as a part of the one around it. */
function framesIn(root: HtmlNode): HtmlElement[] {
  return childrenOf(root).flatMap((node) => {
    if (!isElement(node)) return []
    const holdsPage = node.tagName === 'iframe' && attribute(node, 'srcdoc') !== undefined
    return holdsPage ? [node] : framesIn(node)
  })
}

function parentOf(node: HtmlNode): HtmlNode | null {
  return 'parentNode' in node ? node.parentNode : null
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : []
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value
}

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Anything but `inline` stands apart from its neighbours, which is what counts: `1` and `2` side by side are not `12`. */
const STANDS_APART = /display\s*:\s*(?!inline\s*(?:!|;|$)|contents|\s)/i

/** Whether an element begins and ends a line. */
export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName) || STANDS_APART.test(attribute(element, 'style') ?? '')
}

/** Whether white space and line ends stand as they are typed. */
export function isPreformatted(element: HtmlElement): boolean {
  const { tagName } = element
  return (
    tagName === 'pre' || tagName === 'xmp' || /white-space\s*:\s*(pre|break)/i.test(attribute(element, 'style') ?? '')
  )
}
