import { readdirSync, readFileSync } from 'node:fs'
import { type Change, CriticalityLevel, diff, validate } from '@graphql-inspector/core'
import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Source,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { readExamples } from '../../src/server/plugins/example-queries.ts'

// What a client of the last release may rely on. `docs/releases/README.md` tells how a change that breaks it is declared.

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const RELEASES = readdirSync(new URL('docs/releases', root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))

const present = buildSchema(read('schema.graphql'))

/** What breaks clients of the first schema that are served the second. */
async function breaking(before: GraphQLSchema, after: GraphQLSchema): Promise<string[]> {
  const changes: readonly Change[] = await diff(before, after)
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message)
}

/** Every reason of a deprecation, with where it stands. */
const deprecations = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    const parts = isEnumType(type)
      ? type.getValues()
      : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) => [field, ...('args' in field ? field.args : [])])
        : []
    return parts.flatMap(({ name, deprecationReason }) =>
      deprecationReason ? [`${type.name}.${name}: ${deprecationReason}`] : [],
    )
  })

const DATED = /^\w+\.\w+: From \d{4}-\d\d-\d\d\. /

interface Declared {
  readonly change: string
  readonly since: string
  readonly why: string
}

describe('the schema', () => {
  it('breaks no client of the last release, but for what is declared with its day and its reason', async () => {
    const declared: readonly Declared[] = JSON.parse(read('docs/releases/breaking-changes.json'))
    const released = buildSchema(read(`docs/releases/${RELEASES.at(-1)}/schema.graphql`))
    expect((await breaking(released, present)).sort()).toEqual(declared.map(({ change }) => change).sort())
    for (const { since, why } of declared) {
      expect(since).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(why).not.toBe('')
    }
  })

  it('answers every saved query, without anything deprecated', () => {
    const sources = readExamples(new URL('examples', root).pathname).map(({ name, query }) => new Source(query, name))
    expect(sources.length).toBeGreaterThan(0)
    expect(validate(present, sources)).toEqual([])
  })

  it('names the day from which whatever is deprecated may be gone', () => {
    expect(deprecations(present).filter((reason) => !DATED.test(reason))).toEqual([])
  })
})

describe('these checks', () => {
  const before = buildSchema('type Query { reports(year: Int): [String!]! old: Int @deprecated(reason: "No longer.") }')

  it('see a field, an argument and a promise that are gone', async () => {
    const after = buildSchema('type Query { reports: [String] }')
    expect(await breaking(before, after)).toEqual([
      "Field 'old' (deprecated) was removed from object type 'Query'",
      "Field 'Query.reports' changed type from '[String!]!' to '[String]'",
      "Argument 'year: Int' was removed from field 'Query.reports'",
    ])
  })

  it('see a deprecation without a day', () => {
    expect(deprecations(before)).toEqual(['Query.old: No longer.'])
    expect(deprecations(before).filter((reason) => !DATED.test(reason))).toHaveLength(1)
  })
})
