import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSchema, getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'
import { reviseUntil } from './revise-until.ts'

// docs/clients.md: each sample is compiled and run as it stands, but for the address, and prints what stands below it. That of Relay is
// compiled in relay.test.ts.

const ROOT = join(import.meta.dirname, '../..')
const ADDRESS = 'http://127.0.0.1:4000'
const page = await readFile(join(ROOT, 'docs/clients.md'), 'utf8')

interface Sample {
  readonly heading: string
  readonly language: string
  readonly code: string
  /** What it prints. */
  readonly prints: string
}

const samples: readonly Sample[] = page.split(/^(?=##)/m).flatMap((section) =>
  [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm)].map(
    ([, language = '', code = '', prints = '']) => ({
      heading: /^#+ (.+)/.exec(section)?.[1] ?? '',
      language,
      code,
      prints,
    }),
  ),
)
const written = (language: string) => samples.filter((each) => each.language === language)

const run = promisify(execFile)
const hub = await testHub()
let address = ''
// Within the project, where its packages are found, and out of the way of git.
const folder = await mkdtemp(join(ROOT, 'node_modules/.clients-page-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const fileOf = (at: number) => `sample-${at}.ts`
const programs = written('ts')

beforeAll(async () => {
  await hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020')
  address = await hub.listen({ port: 0 })
  await cp(join(ROOT, 'test/queries/typed'), join(folder, 'generated'), { recursive: true })
  for (const [at, { code }] of programs.entries()) {
    await writeFile(join(folder, fileOf(at)), code.replaceAll(ADDRESS, address))
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: { noEmit: false, noEmitOnError: true },
    // What stands in node_modules is compiled only if it is named.
    files: ['generated/graphql.ts', ...programs.map((_, at) => fileOf(at))],
    include: [],
    exclude: [],
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
})

it('has samples in languages that are tested, and says what each program prints', () => {
  expect([...new Set(samples.map(({ language }) => language))].sort()).toEqual(['graphql', 'sh', 'ts'])
  expect(page.match(/^```\w+$/gm)).toHaveLength(samples.length + samples.filter(({ prints }) => prints !== '').length)
  expect(programs.map(({ heading }) => heading)).toEqual([
    'graphql-request',
    'Apollo Client',
    'Apollo Client',
    'urql',
    'graphql-sse',
  ])
  for (const { prints, heading } of [...programs, ...written('sh')]) expect(prints, heading).not.toBe('')
})

describe('the programs', () => {
  it('are right in their types', async () => {
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
    const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch((error) => error)
    expect(stdout).toBe('')
  })

  it.each(programs.map(({ heading, prints, code }, at) => ({ heading, prints, code, at })))(
    'for $heading prints what it says ($at)',
    async ({ prints, code, at }) => {
      const file = join(folder, fileOf(at).replace('.ts', '.js'))
      const ended = run(process.execPath, [file])
      if (code.includes('subscription')) await reviseUntil(hub, 'daxing-2020', ended)
      expect((await ended).stdout).toBe(prints)
    },
  )
})

it.each(written('sh'))('the command for $heading prints what it says', async ({ code, prints }) => {
  const { stdout } = await run('bash', ['-euc', code.replaceAll(ADDRESS, address)], { cwd: ROOT })
  expect(stdout.trimEnd()).toBe(prints.trimEnd())
})

describe('the table of lists', () => {
  const PAGING = ['first', 'last', 'after', 'before']

  it('has every connection of the schema, with the arguments that make another list of it', async () => {
    const schema = buildSchema(await readFile(join(ROOT, 'schema.graphql'), 'utf8'))
    const rows = Object.values(schema.getTypeMap()).flatMap((type) =>
      !isObjectType(type)
        ? []
        : Object.values(type.getFields())
            .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
            .map((field) => {
              const names = field.args.map(({ name }) => name).filter((name) => !PAGING.includes(name))
              return `| \`${type.name}.${field.name}\` | ${names.map((name) => `\`${name}\``).join(', ') || 'none'} |`
            }),
    )
    expect(page.match(/^\| `\w+\.\w+` .*$/gm)).toEqual(rows)
  })
})
