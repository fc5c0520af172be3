import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readManifest } from '../../src/server/trusted-documents.ts'

// A project as Relay's documentation sets it up: relay-compiler refuses what its runtime could not page or fetch again.

const COMPILER = join(import.meta.dirname, '../../node_modules/relay-compiler/cli.js')
const SCHEMA = join(import.meta.dirname, '../../schema.graphql')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-relay-'))
  await mkdir(join(folder, 'made'))
  await writeFile(join(folder, 'queries.json'), '{}')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Compiles a source that holds GraphQL, and gives back the query of the name, from a manifest that the hub takes. */
async function compiled(source: string, name: string, file = 'page.js'): Promise<string> {
  await writeFile(join(folder, file), source)
  const config = {
    src: '.',
    language: 'javascript',
    schema: SCHEMA,
    artifactDirectory: './made',
    eagerEsModules: true,
    persistConfig: { file: 'queries.json', algorithm: 'SHA256' },
  }
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config))
  await promisify(execFile)(process.execPath, [COMPILER, 'relay.config.json'], { cwd: folder })
  const documents = [...readManifest(join(folder, 'queries.json')).values()]
  return documents.find((text) => text.startsWith(`query ${name}`)) ?? ''
}

describe('relay-compiler', () => {
  it('accepts a list that is paged, and fetched again', async () => {
    const made = await compiled(
      `
      graphql\`
        fragment page_reports on Query
        @refetchable(queryName: "pageReportsQuery")
        @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }, filter: { type: "ReportFilter" }) {
          reports(first: $first, after: $after, filter: $filter) @connection(key: "page_reports", filters: ["filter"]) {
            edges { node { id year district { name } } }
          }
        }
      \`
      graphql\`query pageQuery { ...page_reports }\`
      `,
      'pageReportsQuery',
    )
    expect(made).toContain('reports(')
  })

  it('accepts a list of one object that is paged backwards, and fetched again by its id', async () => {
    const made = await compiled(
      `
      graphql\`
        fragment page_district on District
        @refetchable(queryName: "pageDistrictQuery")
        @argumentDefinitions(last: { type: "Int", defaultValue: 20 }, before: { type: "String" }) {
          reports(last: $last, before: $before) @connection(key: "page_district_reports") {
            edges { node { id year } }
          }
        }
      \`
      graphql\`query pageQuery { district(code: "110115") { ...page_district } }\`
      `,
      'pageDistrictQuery',
    )
    expect(made).toContain('node(id: $id)')
  })

  it('accepts the fragment of docs/clients.md', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/clients.md'), 'utf8')
    const fragments = [...page.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(([, fragment = '']) => fragment)
    expect(fragments).toHaveLength(1)
    const query = 'query DistrictReportsQuery { district(code: "110115") { ...DistrictReports_district } }'
    const source = [...fragments, query].map((text) => `graphql\`${text}\``).join('\n')
    expect(await compiled(source, 'DistrictReportsNextQuery', 'DistrictReports.js')).toContain('node(id: $id)')
  })

  it('refuses a field that the schema does not have: it is this schema that it reads', async () => {
    await expect(compiled('graphql`query pageQuery { noSuchField }`', 'pageQuery')).rejects.toThrow(/noSuchField/)
  })
})
