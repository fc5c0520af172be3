import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { SETTINGS } from '../src/settings.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT }).sort()
const folders = readdirSync(join(ROOT, 'src')).filter((name) => statSync(join(ROOT, 'src', name)).isDirectory())

interface Layer {
  readonly imports: readonly string[]
}

/** The import table that the linter enforces. */
const layers = async (): Promise<Record<string, Layer>> => {
  const config: { LAYERS: Record<string, Layer> } = await import(
    pathToFileURL(join(ROOT, '.dependency-cruiser.mjs')).href
  )
  return config.LAYERS
}

describe('ARCHITECTURE.md', () => {
  const table = new Map(
    [...read('ARCHITECTURE.md').matchAll(/^\| `(\w+)` \| .* \| (nothing|[` a-z]+) \|$/gm)].map(
      ([, folder, imports]) => [
        folder,
        imports === 'nothing' ? [] : [...(imports ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
      ],
    ),
  )

  it('has the import table of the linter, a row for each folder of src', async () => {
    const enforced = await layers()
    expect([...table.keys()].sort()).toEqual([...folders].sort())
    for (const [folder, imports] of table) expect(enforced[folder ?? '']?.imports, folder).toEqual(imports)
  })
})

describe('README.md', () => {
  const text = read('README.md')

  it('lists every setting', () => {
    const rows = Object.entries(SETTINGS).map(
      ([name, { about, byDefault }]) => `| \`${name}\` | ${about} | ${byDefault} |`,
    )
    const [, table] = text.match(/\| variable \|.*\n\| --- .*\n((?:\|.*\n)+)/) ?? []
    expect(table?.trimEnd().split('\n')).toEqual(rows)
  })

  it('has a row in its map for each folder of src', () => {
    for (const folder of folders) expect(text).toContain(`| \`src/${folder}\` |`)
  })

  it('asks only what the schema answers', () => {
    const schema = buildSchema(read('schema.graphql'))
    const [, question] = text.match(/--data-urlencode 'query=([^']+)'/) ?? []
    const [, mutation] = text.match(/"query": "(mutation [^"]+)"/) ?? []
    for (const query of [question, mutation]) expect(validate(schema, parse(query ?? ''))).toEqual([])
  })
})

describe.each(documents)('%s', (document) => {
  const text = read(document)

  it('links to files that exist', () => {
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      expect(existsSync(join(ROOT, dirname(document), target ?? '')), target).toBe(true)
    }
  })

  it('names files that exist', () => {
    const named = text.matchAll(/`((?:src|test|docs|prisma|examples|samples)\/[\w./-]+)`/g)
    for (const [, path] of named) expect(existsSync(join(ROOT, path ?? '')), path).toBe(true)
  })

  it('names commands of the hub that exist', () => {
    const commands = ['cli', 'backup-commands', 'correction-commands'].map((name) => read(`src/${name}.ts`)).join('')
    for (const [, command] of text.matchAll(/\bhub -- ([a-z][a-z-]*)/g))
      expect(commands).toContain(`.command('${command}')`)
  })

  it('names scripts that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
    for (const [, script] of text.matchAll(/npm run (?:--silent |-s )?([\w:]+)/g)) {
      expect(scripts, script).toHaveProperty(script ?? '')
    }
  })
})
