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
  '/([^。;,:《》()]{2,40}?(?:19|20)\\d{2}年度?)(?:政府信息公开|信息公开|政务公开)(?:工作)?(?:年度报告|年报)/':
    'has bounded repeats only: at most forty steps from each character',
  '/^ +| +$/g': 'is applied where white space has run together to one space',
  '/<meta[^>]{0,200}?charset\\s*=\\s*["\']?\\s*([\\w.:-]+)/i': 'is applied to the first bytes of a page',
}

interface Pattern {
  readonly place: string
  readonly text: string
}

/** The regular expressions that are written in a file, and those that are put together in one and exported. */
async function patternsIn(file: string): Promise<Pattern[]> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const found: Pattern[] = []
  let isComposed = false
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ place: relative(ROOT, file), text: node.text })
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) isComposed ||= node.expression.text === 'RegExp'
    ts.forEachChild(node, visit)
  }
  visit(source)
  if (isComposed) {
    const seen = new Set<unknown>()
    const collect = (value: unknown) => {
      if (value === null || typeof value !== 'object' || seen.has(value)) return
      seen.add(value)
      if (value instanceof RegExp) found.push({ place: relative(ROOT, file), text: String(value) })
      else for (const part of Object.values(value)) collect(part)
    }
    collect({ ...((await import(file)) as object) })
  }
  return found
}

const files = globSync(`${ROOT}src/{domain,parse}/**/*.ts`).filter((file) => !file.endsWith('parse-worker.ts'))
const patterns = new Map((await Promise.all(files.map(patternsIn))).flat().map((pattern) => [pattern.text, pattern]))

describe('regular expressions over documents', () => {
  it('are found', () => {
    expect(patterns.size).toBeGreaterThan(50)
  })

  it('have no exception that is no longer there', () => {
    expect(Object.keys(ARGUED).filter((text) => !patterns.has(text))).toEqual([])
  })

  it.each([...patterns.values()].filter(({ text }) => ARGUED[text] === undefined))(
    '$text of $place takes linear time',
    ({ text }) => {
      const end = text.lastIndexOf('/')
      const checked = checkSync(text.slice(1, end), text.slice(end + 1), { timeout: 10_000 })
      // A pattern that the checker cannot decide on in its time is no proof of harm.
      expect(checked).not.toMatchObject({ status: 'vulnerable' })
    },
    60_000,
  )
})
