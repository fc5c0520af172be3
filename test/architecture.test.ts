import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const sources = globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).filter((file) => !file.startsWith('src/store/generated/'))
const HAN = /\p{Script=Han}/u

/** Folders whose text is for Chinese readers, or is the language itself. */
const SPEAKS_CHINESE = ['src/domain/', 'src/rules/', 'src/metrics/', 'src/web/']

/** Files that may hold Chinese elsewhere, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'src/parse/parse-error.ts': 'the message names the document that was expected',
  'src/parse/stages/check-report.ts': 'a pattern of the mark of a year, beside its only use',
}

const literalText = (node: ts.Node): string | null => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return node.text
  return ts.isRegularExpressionLiteral(node) || ts.isJsxText(node) ? node.text : null
}

/** A description of the schema is documentation: it cites the official term. */
const isDescription = (node: ts.Node): boolean => {
  if (ts.isPropertyAssignment(node)) return node.name.getText() === 'description'
  if (ts.isCallExpression(node) && node.expression.getText() === 'enumFrom') return true
  return node.parent !== undefined && !ts.isBlock(node.parent) && isDescription(node.parent)
}

function chineseLiterals(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const text = literalText(node)
    const allowed = file.startsWith('src/graphql/') && isDescription(node)
    if (text !== null && HAN.test(text) && !allowed) {
      found.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('Chinese stands in the domain, in rules and metrics, in descriptions and in pages, nowhere else', () => {
  const files = sources.filter((file) => !SPEAKS_CHINESE.some((folder) => file.startsWith(folder)))

  it.each(files.filter((file) => !(file in EXCEPTIONS)))('%s', (file) => expect(chineseLiterals(file)).toEqual([]))

  it('and every exception is still needed', () => {
    for (const file of Object.keys(EXCEPTIONS)) expect(chineseLiterals(file), file).not.toEqual([])
  })
})

describe('files are named by what they hold', () => {
  it('in kebab case', () => {
    const named = sources.filter(
      (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.config|\.d)?\.tsx?$/.test(file.split('/').at(-1) ?? ''),
    )
    expect(named).toEqual([])
  })

  it('never by what is left over', () => {
    expect(
      sources.filter((file) => /\b(utils?|helpers?|common|misc|manager|service|handler|types)\.tsx?$/.test(file)),
    ).toEqual([])
  })

  it('and hold one thing: 320 lines at most, tables of the domain apart', () => {
    const long = sources
      .filter((file) => !file.startsWith('src/domain/'))
      .filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 320)
    expect(long).toEqual([])
  })
})
