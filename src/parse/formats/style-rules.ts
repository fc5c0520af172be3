/** What rules for style say that decides whether text is seen, by property. Values are lower case. */
export type Declarations = ReadonlyMap<string, Declared>

interface Declared {
  readonly value: string
  readonly isImportant: boolean
}

/** A rule of a style sheet: one of its selectors, with what it declares. */
export interface StyleRule {
  /** From the outermost to the one that is meant: `.old td.x` has two. */
  readonly compounds: readonly Compound[]
  readonly declarations: Declarations
  /** Whether the selector says more than is understood here: then it fits more elements than it should. */
  readonly isRough: boolean
}

/** What a selector asks of one element. */
export interface Compound {
  readonly tag: string | null
  readonly id: string | null
  readonly classes: readonly string[]
}

/** Style sheets with more, or with blocks deeper in each other, are made by no publisher. */
const MOST_RULES = 20_000
const DEEPEST = 8
const PROPERTIES: ReadonlySet<string> = new Set(
  'display visibility opacity font-size text-decoration text-decoration-line clip position left top text-indent'.split(
    ' ',
  ),
)

/** Declarations, as in a style attribute: `display:none; color:red`. Only what decides whether text is seen is kept. */
export function declarationsOf(style: string): Declarations {
  const declared = new Map<string, Declared>()
  for (const part of style.split(';')) {
    const colon = part.indexOf(':')
    const property = part.slice(0, colon).trim().toLowerCase()
    if (colon < 0 || !PROPERTIES.has(property)) continue
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    const bare = value.replace(/!\s*important$/, '').trim()
    declared.set(property, { value: bare, isImportant: bare !== value })
  }
  return declared
}

/** A style sheet → its rules that decide whether text is seen on a screen, in their order. */
export function styleRulesOf(sheet: string): StyleRule[] {
  const rules: StyleRule[] = []
  readRules(withoutComments(sheet), rules, 0)
  return rules
}

/** Where rules stand in groups, those of groups for a screen of any size count. */
const ANY_SCREEN = /^@(?:media\s+(?:only\s+)?(?:all|screen)(?:\s*,\s*\w+)*$|supports\b|layer\b)/i

function withoutComments(sheet: string): string {
  return sheet
    .replace(/<!--|-->/g, ' ')
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.slice(part.includes('*/') ? part.indexOf('*/') + 2 : part.length)))
    .join(' ')
}

function readRules(sheet: string, rules: StyleRule[], depth: number): void {
  let place = 0
  while (depth < DEEPEST && rules.length < MOST_RULES) {
    const open = sheet.indexOf('{', place)
    if (open < 0) return
    const end = endOfBlock(sheet, open)
    // A statement without a block, such as @import, ends before the selector.
    const head = sheet.slice(Math.max(place, sheet.lastIndexOf(';', open) + 1), open).trim()
    const block = sheet.slice(open + 1, end)
    if (!head.startsWith('@')) addRules(head, declarationsOf(block), rules)
    else if (ANY_SCREEN.test(head)) readRules(block, rules, depth + 1)
    place = end + 1
  }
}

/** Where the block ends that opens at a place. */
function endOfBlock(sheet: string, open: number): number {
  let depth = 0
  for (let place = open; place < sheet.length; place += 1) {
    if (sheet[place] === '{') depth += 1
    else if (sheet[place] === '}') {
      depth -= 1
      if (depth === 0) return place
    }
  }
  return sheet.length
}

/** What is not an element of the page, or is so only when a reader does something. */
const OF_ANOTHER_MOMENT = /::|:(?:before|after|hover|focus|active|target|checked|visited|first-l)/i

function addRules(selectors: string, declarations: Declarations, rules: StyleRule[]): void {
  if (declarations.size === 0) return
  for (const selector of selectors.split(',')) {
    if (OF_ANOTHER_MOMENT.test(selector)) continue
    const compounds = selector
      .trim()
      .split(/[\s>+~]+/)
      .map(compoundOf)
    // Beside and directly within are taken for within; what depends on attributes or on the place is taken for always so.
    const isRough = /[>+~:[*]/.test(selector)
    rules.push({ compounds, declarations, isRough })
  }
}

function compoundOf(text: string): Compound {
  const bare = text.replace(/::?[^.#]*|\[[^\]]*\]?/g, '')
  const names = (mark: RegExp) => [...bare.matchAll(mark)].map(([, name = '']) => name)
  const tag = /^[a-z][\w-]*/i.exec(bare)?.[0].toLowerCase() ?? null
  return { tag, id: names(/#([^.#]+)/g)[0] ?? null, classes: names(/\.([^.#]+)/g) }
}
