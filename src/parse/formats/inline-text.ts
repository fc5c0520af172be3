import { plain } from '../plain.ts'
import { attribute, type HtmlElement, type HtmlNode, isPreformatted } from './html-tree.ts'

/** The lines of a stretch of text, and where they lead when all of them are one link or several. */
export interface TakenText {
  readonly segments: readonly string[]
  readonly link: string | null
}

/**
 * Gathers the text between two ends of blocks as a browser would show it: white space runs together outside of preformatted text, and
 * line breaks divide it into lines.
 */
export class InlineText {
  /** Whether line ends outside of mark-up stand as they are typed: in a text with some mark-up in it. */
  readonly #keepsLineEnds: boolean
  #parts: string[] = []
  #preformatted = 0
  #link: string | null = null
  /** The first link with text, as long as there is no text outside of links. */
  #onlyLink: string | null = null
  #hasOther = false
  #hasObject = false

  constructor(keepsLineEnds: boolean) {
    this.#keepsLineEnds = keepsLineEnds
  }

  readText(node: HtmlNode): void {
    if (!('value' in node)) return
    const { value } = node
    if (value.trim() !== '') {
      if (this.#link === null) this.#hasOther = true
      else this.#onlyLink ??= this.#link
    }
    this.#parts.push(this.#preformatted > 0 || this.#keepsLineEnds ? value : value.replace(SPACE, spaceFor))
  }

  /** Notes what an inline element does to its text; the function that comes back ends it. */
  enter(element: HtmlElement): () => void {
    const { tagName } = element
    if (tagName === 'br') this.breakLine()
    if (tagName === 'input') this.#readField(element)
    const before = this.#link
    const link = linkOf(element)
    if (link !== undefined) this.#link = link
    const pre = isPreformatted(element) ? 1 : 0
    // A raised or lowered mark is no digit of the number that it stands behind.
    const isMark = isRaised(element) && this.#hasText()
    this.#preformatted += pre
    if (isMark) this.#parts.push('[')
    return () => {
      if (isMark && this.#parts.at(-1) === '[') this.#parts.pop()
      else if (isMark) this.#parts.push(']')
      this.#preformatted -= pre
      this.#link = before
    }
  }

  /** A picture, or a field without text in it: something stands here that is no text. */
  hasObject(): boolean {
    return this.#hasObject
  }

  noteObject(): void {
    this.#hasObject = true
  }

  /** What stands in a field to fill in is seen like any text. */
  #readField(element: HtmlElement): void {
    const value = attribute(element, 'value') ?? ''
    if (value.trim() === '' || !isTextField(element)) this.#hasObject = true
    else {
      this.#hasOther = true
      this.#parts.push(` ${value} `)
    }
  }

  #hasText(): boolean {
    return this.#hasOther || this.#onlyLink !== null
  }

  breakLine(): void {
    this.#parts.push('\n')
  }

  /** What was gathered, and begins anew. */
  take(): TakenText {
    const segments = this.#parts
      .join('')
      .split(LINE_END)
      .map((segment) => segment.replace(SPACES, ' ').replace(OUTER_SPACE, ''))
      .filter((segment) => plain(segment) !== '')
    const taken = { segments, link: this.#hasOther ? null : this.#onlyLink }
    this.#parts = []
    this.#onlyLink = null
    this.#hasOther = false
    return taken
  }
}

/** Where an element leads: what a script opens is told by the call. */
function linkOf(element: HtmlElement): string | undefined {
  const { tagName } = element
  const address = tagName === 'a' ? attribute(element, 'href') : undefined
  if (address !== undefined) return address
  const call = OPENED_BY_SCRIPT.has(tagName) ? attribute(element, 'onclick') : undefined
  return call === undefined ? undefined : `javascript:${call}`
}

const OPENED_BY_SCRIPT: ReadonlySet<string> = new Set(['a', 'li', 'span', 'dd', 'dt'])

/** Raised or lowered by its name or its style, as word processors write it. */
function isRaised(element: HtmlElement): boolean {
  const { tagName } = element
  return tagName === 'sup' || tagName === 'sub' || RAISED.test(attribute(element, 'style') ?? '')
}

const RAISED = /vertical-align\s*:\s*(?:super|sub)\b/i

function isTextField(element: HtmlElement): boolean {
  return /^(?:text|number|tel|search)?$/i.test(attribute(element, 'type') ?? '')
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\f]/u
const SPACE = /[ \t\n\r\f]+/g
const SPACES = / {2,}/g
const OUTER_SPACE = /^ +| +$/g

/** A tab between two words still divides cells in text that was pasted into a page; tabs that indent mark-up do not. */
function spaceFor(space: string): string {
  return space.includes('\t') && !/[\n\r]/.test(space) ? '\t' : ' '
}
