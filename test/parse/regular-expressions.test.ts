import { globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { checkSync } from 'recheck'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

// Documents come from anywhere: no pattern may take more than linear time over them. The checker's JavaScript build needs no other program.
process.env.RECHECK_BACKEND = 'pure'

const ROOT = new URL('../../', import.meta.url).pathname

/** Patterns that the checker warns of, and why they do no harm. */
const ARGUED: Readonly<Record<string, string>> = {
  '/0+$/': 'is applied to at most four decimal places',
  '/^ +| +$/g': 'is applied where white space has run together to one space',
  '/<meta[^>]{0,200}?charset\\s*=\\s*["\']?\\s*([\\w.:-]+)/i': 'is applied to the first bytes of a page',
  '/(?<!不予|不|未|非)(?:新?受理|新?收到|新收|接收|接到|接受)(?=[^\\d]{0,20}申请)(?:关于|有关|各类|群众|公众|公民|法人|其他组织|社会|的|和|、|向|依|书面|网上|提出|提交|政府|信息|公开|申请|事项|办件|件|数量?|总数|共计?|合计|为|了){0,14}$/':
    'has bounded repeats only, of words of which none begins another: at most fourteen steps from each beginning',
}

/** Patterns that the checker cannot decide on, and why they take linear time. */
const UNDECIDED: Readonly<Record<string, string>> = {}

interface Pattern {
  readonly place: string
  readonly text: string
}

/** The regular expressions that are written in a file, and how many it puts together from parts. */
function patternsIn(file: string): { readonly written: readonly Pattern[]; readonly composed: number } {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const written: Pattern[] = []
  let composed = 0
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) written.push({ place: relative(ROOT, file), text: node.text })
    const isCall = ts.isNewExpression(node) || ts.isCallExpression(node)
    if (isCall && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') composed += 1
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { written, composed }
}

/** The regular expressions that the files put together when they are loaded, seen at the constructor. */
async function composedBy(files: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = []
  const see = (pattern: RegExp) => {
    const place = files.find((file) => new Error().stack?.includes(`${file}:`))
    if (place !== undefined) found.push({ place: relative(ROOT, place), text: String(pattern) })
    return pattern
  }
  const own = globalThis.RegExp
  globalThis.RegExp = new Proxy(own, {
    construct: (target, given: [string, string?]) => see(new target(...given)),
    apply: (target, _, given: [string, string?]) => see(target(...given)),
  })
  try {
    for (const file of files) await import(file)
  } finally {
    globalThis.RegExp = own
  }
  return found
}

const files = globSync(`${ROOT}src/{domain,parse}/**/*.ts`).filter((file) => !file.endsWith('parse-worker.ts'))
const inFiles = files.map((file) => ({ file, ...patternsIn(file) }))
const composers = inFiles.filter(({ composed }) => composed > 0)
const composed = await composedBy(composers.map(({ file }) => file))
const patterns = new Map(
  [...inFiles.flatMap(({ written }) => written), ...composed].map((pattern) => [pattern.text, pattern]),
)

describe('regular expressions over documents', () => {
  it('are found', () => {
    expect(patterns.size).toBeGreaterThan(50)
    expect(composed.length).toBeGreaterThan(0)
  })

  it.each(composers)('that $file puts together are put together when it is loaded', ({ file, composed: calls }) => {
    const seen = composed.filter(({ place }) => place === relative(ROOT, file))
    expect(seen.length).toBeGreaterThanOrEqual(calls)
  })

  it('have no exception that is no longer there', () => {
    expect(Object.keys({ ...ARGUED, ...UNDECIDED }).filter((text) => !patterns.has(text))).toEqual([])
  })

  it.each([...patterns.values()].filter(({ text }) => ARGUED[text] === undefined))(
    '$text of $place takes linear time',
    ({ text }) => {
      const end = text.lastIndexOf('/')
      const checked = checkSync(text.slice(1, end), text.slice(end + 1), { timeout: 10_000 })
      // A pattern that the checker cannot decide on needs an argument of its own.
      expect(checked.status === 'unknown' && UNDECIDED[text] !== undefined ? 'safe' : checked.status).toBe('safe')
    },
    60_000,
  )
})
