import { attribute, childrenOf, type HtmlElement, type HtmlNode, isElement } from './html-tree.ts'
import { type Compound, type Declarations, declarationsOf, type StyleRule, styleRulesOf } from './style-rules.ts'

/** What is in a page but is not text of it. Text that was struck out is not stated, and readings stand beside their characters. */
const NO_TEXT: ReadonlySet<string> = new Set(
  'head script style template noscript nav iframe object svg math canvas audio video button datalist del s strike rt rp'.split(
    ' ',
  ),
)

/** The elements of a page whose text a reader of the page does not see. */
export class Visibility {
  readonly #rules: ReadonlyMap<string, readonly Weighed[]>

  constructor(root: HtmlNode) {
    this.#rules = rulesByKey(sheetsIn(root).flatMap(styleRulesOf))
  }

  /** Whether a reader sees nothing of the element: by its kind, or because it is hidden or struck out. */
  isUnseen(element: HtmlElement): boolean {
    return NO_TEXT.has(element.tagName) || isNoteMark(element) || this.isHidden(element)
  }

  /** Whether an attribute or a style hides the element, or strikes its text out. */
  isHidden(element: HtmlElement): boolean {
    if (attribute(element, 'hidden') !== undefined) return true
    if (element.tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'hidden') return true
    const style = this.#styleOf(element)
    return style !== null && (hides(style) || (hasNoSize(style) && !this.#hasSizeInside(element)))
  }

  /** Text without size is often only the space around text that has one. */
  #hasSizeInside(element: HtmlElement): boolean {
    return childrenOf(element).some((child) => {
      if (!isElement(child)) return false
      const style = this.#styleOf(child)
      return (style !== null && style('font-size') !== '' && !hasNoSize(style)) || this.#hasSizeInside(child)
    })
  }

  /** What applies to the element: of the rules that fit it the weightiest, and its own declarations; null where nothing does. */
  #styleOf(element: HtmlElement): Style | null {
    const fitting = keysOf(element).flatMap((key) => this.#rules.get(key) ?? [])
    const own = attribute(element, 'style')
    if (fitting.length === 0 && own === undefined) return null
    const layers = fitting.filter(({ rule }) => fits(element, rule.compounds)).toSorted(byWeight)
    const declared: Declarations[] = layers.map(({ rule }) => rule.declarations)
    if (own !== undefined) declared.push(declarationsOf(own))
    return (property) => {
      const said = declared.flatMap((declarations) => declarations.get(property) ?? [])
      return (said.findLast(({ isImportant }) => isImportant) ?? said.at(-1))?.value ?? ''
    }
  }
}

/** A raised mark that leads to a note on the same page. */
function isNoteMark(element: HtmlElement): boolean {
  const children = childrenOf(element).filter((child) => !('value' in child && child.value.trim() === ''))
  const [only] = children
  if (element.tagName !== 'sup' || children.length !== 1 || only === undefined || !isElement(only)) return false
  return only.tagName === 'a' && (attribute(only, 'href') ?? '').startsWith('#')
}

/** The value that applies for a property; empty where none is declared. */
type Style = (property: string) => string

const FAR_AWAY = /^-\d{3,}/

function hides(style: Style): boolean {
  const isAway =
    /absolute|fixed/.test(style('position')) && [style('left'), style('top')].some((at) => FAR_AWAY.test(at))
  return (
    style('display') === 'none' ||
    /^(?:hidden|collapse)$/.test(style('visibility')) ||
    /^0(?:\.0+)?%?$/.test(style('opacity')) ||
    /line-through/.test(style('text-decoration') + style('text-decoration-line')) ||
    /^rect\(\s*[01](?:px)?[\s,]/.test(style('clip')) ||
    FAR_AWAY.test(style('text-indent')) ||
    isAway
  )
}

const hasNoSize = (style: Style) => /^0(?:\.0+)?(?:[a-z]{1,4}|%)?$/.test(style('font-size'))

interface Weighed {
  readonly rule: StyleRule
  readonly weight: number
  readonly order: number
}

/**
 * The rules, by what they ask of the element that is meant. A rough one fits more than it should: it may show an element, but never
 * hide one.
 */
function rulesByKey(rules: readonly StyleRule[]): ReadonlyMap<string, readonly Weighed[]> {
  const weighed = rules
    .filter(({ isRough, declarations }) => !isRough || !hidesAlone(declarations))
    .map((rule, order): Weighed => ({ rule, weight: weightOf(rule.compounds), order }))
  return Map.groupBy(weighed, ({ rule }) => keyOf(rule.compounds.at(-1)))
}

function hidesAlone(declarations: Declarations): boolean {
  const style: Style = (property) => declarations.get(property)?.value ?? ''
  return hides(style) || hasNoSize(style)
}

function keyOf(compound: Compound | undefined): string {
  if (compound === undefined) return ''
  if (compound.id !== null) return `#${compound.id}`
  return compound.classes[0] === undefined ? (compound.tag ?? '') : `.${compound.classes[0]}`
}

function keysOf(element: HtmlElement): string[] {
  const id = attribute(element, 'id')
  return [element.tagName, '', ...(id === undefined ? [] : [`#${id}`]), ...classesOf(element).map((name) => `.${name}`)]
}

/** As style sheets weigh selectors: ids before classes before names. */
function weightOf(compounds: readonly Compound[]): number {
  return compounds.reduce(
    (sum, { tag, id, classes }) => sum + (id === null ? 0 : 10_000) + classes.length * 100 + (tag === null ? 0 : 1),
    0,
  )
}

const byWeight = (one: Weighed, other: Weighed) => one.weight - other.weight || one.order - other.order

function fits(element: HtmlElement, compounds: readonly Compound[]): boolean {
  const meant = compounds.at(-1)
  if (meant === undefined || !fitsCompound(element, meant)) return false
  let left = compounds.length - 1
  for (let around = element.parentNode; around !== null && left > 0; ) {
    const compound = compounds[left - 1]
    if (isElement(around) && compound !== undefined && fitsCompound(around, compound)) left -= 1
    around = 'parentNode' in around ? around.parentNode : null
  }
  return left === 0
}

function fitsCompound(element: HtmlElement, { tag, id, classes }: Compound): boolean {
  if (tag !== null && tag !== element.tagName) return false
  if (id !== null && id !== attribute(element, 'id')) return false
  const own = classesOf(element)
  return classes.every((name) => own.includes(name))
}

function classesOf(element: HtmlElement): string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '')
}

/** The style sheets that stand in the page. One for print says nothing of what is seen. */
function sheetsIn(root: HtmlNode): string[] {
  const sheets: string[] = []
  const find = (node: HtmlNode) => {
    for (const child of childrenOf(node)) {
      if (!isElement(child)) continue
      if (child.tagName !== 'style') find(child)
      else if (/^$|all|screen/i.test(attribute(child, 'media') ?? '')) sheets.push(textIn(child))
    }
  }
  find(root)
  return sheets
}

const textIn = (element: HtmlElement) =>
  childrenOf(element)
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
