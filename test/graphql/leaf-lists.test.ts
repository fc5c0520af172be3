import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  getOperationAST,
  parse,
  printSchema,
  validate,
  visit,
} from 'graphql'
import { createSchema, createYoga } from 'graphql-yoga'
import { describe, expect, it } from 'vitest'
import { createContext } from '../../src/graphql/context.ts'
import { withLeafLists } from '../../src/graphql/leaf-lists.ts'
import { schema } from '../../src/graphql/schema.ts'
import { readExamples } from '../../src/server/plugins/example-queries.ts'
import { leafLists } from '../../src/server/plugins/leaf-lists.ts'
import { hubWithSamples } from '../queries/hub-with-samples.ts'

const hub = await hubWithSamples()

/** The answer of the executor of graphql-js to the document, as text: the order of its fields counts. */
async function answerTo(document: DocumentNode): Promise<string> {
  const contextValue = createContext({
    database: hub.db,
    ingestions: {} as never,
    runs: {} as never,
    actor: () => Promise.resolve(null),
  })
  return JSON.stringify(await execute({ schema, document, contextValue }))
}

/** The lists that are completed by a loop, by their names in the answer. */
function listsOf(query: string, of: GraphQLSchema = schema): string[] {
  const document = parse(query)
  expect(validate(of, document)).toEqual([])
  const names: string[] = []
  visit(withLeafLists(of, document), {
    Field: ({ name, alias }) => {
      if (name.value.startsWith('=')) names.push(alias?.value ?? '')
    },
  })
  return names
}

const REPORT = 'report(district: "110115", year: 2020)'

describe('lists of leaves', () => {
  it('are those of which nothing but leaves is asked that are read off their objects', () => {
    expect(listsOf(`{ ${REPORT} { disclosureItems { item measure value } } }`)).toEqual(['disclosureItems'])
    expect(listsOf(`{ ${REPORT} { figures { __typename path state decimal unit } } }`)).toEqual(['figures'])
    expect(listsOf(`{ ${REPORT} { four: applicationOutcomes(rows: [GRANTED]) { row group value } } }`)).toEqual([
      'four',
    ])
    // A label takes an argument, a snippet is an object, and findings are told apart by their rows.
    expect(listsOf(`{ ${REPORT} { figures { path label } reviewResults { snippet { exact } } } }`)).toEqual([])
    expect(listsOf('{ reports { nodes { year period { from } } } }')).toEqual([])
  })

  it('are found in fragments, on types and on what these implement', () => {
    const fragments = `
      query { ${REPORT} { ...Cells } }
      fragment Cells on ReportContent { reviewResults { ...Cell ... on ReviewResult { result } } }
      fragment Cell on Figure { state }`
    expect(listsOf(fragments)).toEqual(['reviewResults'])
  })

  it('are none where the executor has to decide', () => {
    const ask = (rest: string) => `query ($x: Boolean!) { ${REPORT} { ${rest} } }`
    expect(listsOf(ask('figures { path state @include(if: $x) }'))).toEqual([])
    expect(listsOf(ask('figures @skip(if: $x) { path }'))).toEqual(['figures'])
    expect(listsOf(ask('figures { path } ... @include(if: $x) { figures { snippet { exact } } }'))).toEqual([])
    expect(listsOf(`{ ${REPORT} { figures { path } ... @defer { title } } }`)).toEqual([])
  })

  it('cannot be asked for by their names, nor be seen', async () => {
    expect(listsOf(`{ ${REPORT} { figures { path } } }`)).toEqual(['figures'])
    expect(() => parse(`{ ${REPORT} { =figures } }`)).toThrow('Syntax Error')
    expect(printSchema(schema)).not.toContain('=figures')
    const fields = '{ __type(name: "Report") { fields { name } } }'
    expect(await answerTo(parse(fields))).not.toContain('=')
  })
})

describe('answers', () => {
  const queries = readExamples('examples').filter(({ query }) => getOperationAST(parse(query))?.operation === 'query')

  it.each(queries)('are the same with a loop and without: $name', async ({ query }) => {
    const document = parse(query)
    // Texts of hundreds of thousands of characters: which they are is of no help.
    expect((await answerTo(withLeafLists(schema, document))) === (await answerTo(document))).toBe(true)
  })

  it('of most saved queries have such lists', () => {
    expect(queries.filter(({ query }) => listsOf(query).length > 0).length).toBeGreaterThan(10)
  })

  it('are the same for merged fields, aliases and types of an interface', async () => {
    const document = parse(`{
      ${REPORT} {
        figures(paths: ["disclosure.rules.issued", "applications.received.total", "litigation.direct.upheld"]) { a: path }
        figures(paths: ["disclosure.rules.issued", "applications.received.total", "litigation.direct.upheld"]) { __typename state b: decimal }
        __typename
        none: applicationOutcomes(rows: []) { value }
      }
    }`)
    const inLoops = withLeafLists(schema, document)
    expect(inLoops).not.toBe(document)
    expect(await answerTo(inLoops)).toBe(await answerTo(document))
  })
})

describe('texts that the database puts together', () => {
  const FIGURE = '__typename path state value raw'
  const FAMILIES = `
    disclosureItems { item measure ${FIGURE} }
    applicationOutcomes { kind: row applicant ${FIGURE} }
    some: applicationOutcomes(rows: [GRANTED, RECEIVED], applicants: [TOTAL]) { value state row }
    reviewResults { result ${FIGURE} }
    litigationResults { route result ${FIGURE} }`
  const query = `{ reports { nodes { year ${FAMILIES} currentRevision { ${FAMILIES} } } } }`
  /** The statement that reads figures as text; those with cells are arrays of arrays. */
  const areTexts = (statement: string) => statement.includes('concat((') && !statement.includes(`concat('['`)

  it('are what the executor makes of the rows', async () => {
    // Whatever JSON has to escape, and what it need not. Triggers refuse to change what is stored.
    const raw = '"\\ /\b\f\n\r\t\u0001\u001f\u007f\u2028\u2029 <é>政府𠀀'
    const client = await hub.db.pool.connect()
    await client.query('SET session_replication_role = replica')
    await client.query(`UPDATE application_outcomes SET raw = $1 WHERE "row" = 'GRANTED'`, [raw])
    await client.query('RESET session_replication_role')
    client.release()
    const document = parse(query)
    hub.db.forgetStatements()
    const answer = await answerTo(withLeafLists(schema, document))
    expect(hub.db.statements.filter((statement) => /FROM \w+ AS stored/.test(statement)).every(areTexts)).toBe(true)
    expect(JSON.parse(answer).errors).toBeUndefined()
    expect(answer === (await answerTo(document))).toBe(true)
    expect(answer).toContain('"path":"disclosure.REGULATIONS.ISSUED","state":"STATED"')
  })

  it.each([1, 45, 46, 60])('of %i columns', async (count) => {
    const columns = Array.from({ length: count }, (_, at) => `a${at}: value`).join(' ')
    const asked = `{ ${REPORT} { reviewResults { ${columns} } } }`
    hub.db.forgetStatements()
    const answer = await answerTo(withLeafLists(schema, parse(asked)))
    expect(JSON.parse(answer).errors).toBeUndefined()
    expect(hub.db.statements.some(areTexts)).toBe(count <= 45)
    expect(answer).toBe(await answerTo(parse(asked)))
  })

  it('take no statement of their own for what callers call them', async () => {
    const ask = (name: string) =>
      answerTo(withLeafLists(schema, parse(`{ ${REPORT} { reviewResults { ${name}: state } } }`)))
    hub.db.forgetStatements()
    expect(await ask('one')).toContain('{"one":"STATED"}')
    expect(await ask('two')).toContain('{"two":"STATED"}')
    expect(new Set(hub.db.statements.filter(areTexts)).size).toBe(1)
  })

  it('are none where more is asked than goes into the answer as it is', async () => {
    const asked = `{ ${REPORT} { reviewResults { result unit value } disclosureItems { decimal } } }`
    expect(listsOf(asked)).toEqual(['reviewResults', 'disclosureItems'])
    hub.db.forgetStatements()
    const answer = await answerTo(withLeafLists(schema, parse(asked)))
    expect(hub.db.statements.some(areTexts)).toBe(false)
    expect(answer).toBe(await answerTo(parse(asked)))
  })

  it('are of a preview what its rows are', async () => {
    const figures = '{ applicationOutcomes { row applicant value } }'
    const text = '2021年政府信息公开工作年度报告\n一、本年新收政府信息公开申请数量\t1\t2\t0\t0\t0\t0\t3'
    const preview = `mutation { previewReport(input: { source: { text: ${JSON.stringify(text)} } }) { ... on PreviewedReport ${figures} } }`
    expect(await hub.dataOf(preview)).toMatchObject({
      previewReport: {
        applicationOutcomes: expect.arrayContaining([{ row: 'RECEIVED', applicant: 'TOTAL', value: 3 }]),
      },
    })
  })
})

/** Fields that read a property tell so, as those of the hub do. */
function tellProperties(own: GraphQLSchema, type: string): void {
  for (const [name, field] of Object.entries((own.getType(type) as never as { getFields(): object }).getFields())) {
    Object.assign(field, { extensions: { pothosExposedField: name, pothosResolveWrapped: false } })
  }
}

describe('a value that is no leaf', () => {
  const own = createSchema({
    typeDefs: `
      type Query { cells(broken: Boolean): [Cell!]! some: [Cell] none: [Cell!] }
      type Cell { value: Int name: String! }`,
    resolvers: {
      Query: {
        cells: (_root, { broken }) => [
          { value: 1, name: 'one' },
          { value: broken ? 'many' : 2, name: 'two' },
        ],
        some: () => [{ value: 1, name: 'one' }, null],
        none: () => null,
      },
    },
  })
  tellProperties(own, 'Cell')
  const ask = async (query: string, plugins: ReturnType<typeof leafLists>[]) => {
    const yoga = createYoga({ schema: own, plugins, logging: false, maskedErrors: false })
    const body = JSON.stringify({ query })
    const headers = { 'content-type': 'application/json' }
    return (await yoga.fetch('http://hub/graphql', { method: 'POST', headers, body })).json()
  }

  it.each(['{ cells { value name } }', '{ cells(broken: true) { value name } }', '{ some { name } none { name } }'])(
    'is answered as the executor answers: %s',
    async (query) => {
      expect(listsOf(query, own)).not.toEqual([])
      expect(await ask(query, [leafLists()])).toEqual(await ask(query, []))
    },
  )

  it('is told with its place', async () => {
    expect(await ask('{ cells(broken: true) { value name } }', [leafLists()])).toMatchObject({
      data: { cells: [{ value: 1 }, { value: null, name: 'two' }] },
      errors: [{ path: ['cells', 1, 'value'] }],
    })
  })
})

describe('what is kept with a document', () => {
  const own = createSchema<object>({
    typeDefs:
      'type Query { cells: [Cell!]! named: [Named!]! } interface Named { name: String } type Cell implements Named { name: String }',
    resolvers: {
      Query: { cells: () => [{ name: 'one' }], named: () => [{ name: 'one' }] },
      Named: { __resolveType: () => 'Cell' },
    },
  })
  tellProperties(own, 'Cell')

  it.each(['{ cells { name } }', '{ named { name } }'])('holds nothing of a request: %s', async (query) => {
    const document = withLeafLists(own, parse(query))
    expect(listsOf(query, own)).toHaveLength(1)
    const asked = async () => {
      const rootValue = {}
      expect(await execute({ schema: own, document, rootValue })).not.toHaveProperty('errors')
      return new WeakRef(rootValue)
    }
    const request = await asked()
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    await turn()
    collect()
    expect(request.deref()).toBeUndefined()
    // It is the document that must not hold it: it is there still.
    expect(document.definitions).toHaveLength(1)
  })
})
