import {
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  OperationTypeNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { beforeAll, expect, it } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'
import { itemOfFile } from '../../src/ingest/archive/item-of-file.ts'
import { OPERATOR } from '../../src/store/actor.ts'
import { addItems } from '../../src/store/add-items.ts'
import { sample, testHub } from '../hub.ts'
import { everyQuestion, printed, type Question } from './every-field.ts'
import { RUN } from './sample-values.ts'

// Questions made from the schema: every field, every argument, every field of an input of a query is asked at least once.

const hub = await testHub()
beforeAll(async () => {
  await hub.ingestSamples('tongzhou-2018', 'daxing-2020', 'xigong-2020')
  const { rows } = await hub.db.pool.query<{ id: number }>("SELECT id FROM api_keys WHERE name = 'tests'")
  await hub.db.pool.query('INSERT INTO ingestion_runs (id, key_id) VALUES ($1, $2)', [RUN, rows[0]?.id])
  const items = [1, 2].map((at) => itemOfFile(`${at}.txt`, Buffer.from('No report.')))
  await addItems(hub.db, OPERATOR, RUN, items)
  const text = `${sample('xigong-2020')}\n`
  await hub.dataOf(
    'mutation ($text: String!) { ingestReport(input: { source: { text: $text }, expectedRevision: 1 }) { __typename } }',
    { text },
  )
})

/** A subscription waits for an event (test/queries, test/server), and what mutations take has tests of its own (ingestion.test.ts,
 * corrections.test.ts, keys.test.ts). */
const ASKED_ELSEWHERE =
  /^(Subscription|IngestionProgress|KeyNotInUseError|NotProcessedError|CreateApiKeyInput|RevokeApiKeyInput|StartIngestionRunInput|RetryIngestionItemsInput|IngestReportInput|PreviewReportInput|ReportSource|WithdrawReportInput|RestoreRevisionInput)[.]/

const documentOf = ({ operation, steps }: Question, asked: readonly string[]) =>
  [operation, '{', ...steps.map((step) => `${step} {`), ...asked, ...steps.map(() => '}'), '}'].join(' ')

/** The first value of the name, wherever it stands in an answer. */
function found(answer: unknown, name: string): unknown {
  let value: unknown
  JSON.stringify(answer, (key, one) => {
    if (key === name && one !== null) value ??= one
    return one
  })
  return value
}

/** The question, with a cursor that the list has. */
async function withCursor(question: Question): Promise<Question> {
  const argument = ['after', 'before'].find((name) => name in question.given)
  if (argument === undefined) return question
  const { [argument]: _, ...given } = question.given
  const asked = printed({ ...question, given }, 'page').replace('__typename', 'pageInfo { endCursor }')
  // A district has no children, its province has.
  const places = [question.steps, question.steps.map((step) => step.replace('"110112"', '"110000"'))]
  let cursor: unknown
  for (const steps of places) cursor ??= found(await hub.ask(documentOf({ ...question, steps }, [asked])), 'endCursor')
  return { ...question, given: { ...given, [argument]: cursor } }
}

/** Sends questions that are led to alike together, few enough for the limits, and gives back each document with its answer. */
async function send(questions: readonly Question[]) {
  const sent: { document: string; status: number; errors: readonly { message: string; code: unknown }[] }[] = []
  for (const alike of Map.groupBy(questions, (question) => documentOf(question, [])).values()) {
    for (let start = 0; start < alike.length; start += 12) {
      const some = await Promise.all(alike.slice(start, start + 12).map(withCursor))
      const document = documentOf(
        some[0]!,
        some.map((question, index) => printed(question, `a${index}`)),
      )
      const response = await hub.fetch('http://hub/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.key}` },
        body: JSON.stringify({ query: document }),
      })
      const { errors = [] } = (await response.json()) as {
        errors?: { message: string; extensions?: { code?: unknown } }[]
      }
      const told = errors.map(({ message, extensions }) => ({ message, code: extensions?.code }))
      sent.push({ document, status: response.status, errors: told })
    }
  }
  return sent
}

/** The fields and arguments that documents ask for, as coordinates: `Report.year`, `Query.report(year:)`, `ReportFilter.year`. */
function coordinatesIn(documents: readonly string[]): Set<string> {
  const coordinates = new Set<string>()
  const types = new TypeInfo(schema)
  for (const document of documents) {
    const note = visitWithTypeInfo(types, {
      Field: ({ name }) => void coordinates.add(`${types.getParentType()?.name}.${name.value}`),
      Argument: ({ name }) =>
        void coordinates.add(`${types.getParentType()?.name}.${types.getFieldDef()?.name}(${name.value}:)`),
      ObjectField: ({ name }) => void coordinates.add(`${nameOf(types.getParentInputType())}.${name.value}`),
    })
    visit(parse(document), note)
  }
  return coordinates
}

const nameOf = (type: GraphQLType | null | undefined) => type && getNamedType(type).name

function coordinatesOf(all: GraphQLSchema): string[] {
  return Object.values(all.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      if (!isObjectType(type) && !isInterfaceType(type)) return []
      return Object.values(type.getFields()).flatMap(({ name, args }) => [
        `${type.name}.${name}`,
        ...args.map((argument) => `${type.name}.${name}(${argument.name}:)`),
      ])
    })
}

it('every field, argument and condition of the schema is asked, and answered without an error', async () => {
  const queries = everyQuestion(schema, OperationTypeNode.QUERY)
  const queried = new Set(queries.map(({ parent }) => parent))
  // What queries do not lead to: the results of mutations. The report that is sent is none, and so is refused.
  const mutations = everyQuestion(schema, OperationTypeNode.MUTATION).filter(({ parent }) => !queried.has(parent))
  const before = await hub.db.prisma.report.count()
  const sent = await send([...queries, ...mutations])
  expect(await hub.db.prisma.report.count()).toBe(before)

  const errors = sent.flatMap(({ document, status, errors }) => errors.map((error) => ({ ...error, status, document })))
  expect(errors).toEqual([])
  expect(sent.filter(({ status }) => status >= 500)).toEqual([])

  const asked = coordinatesIn(sent.map(({ document }) => document))
  const fields = coordinatesOf(schema).filter((coordinate) => !ASKED_ELSEWHERE.test(coordinate))
  expect(
    [...asked].filter((coordinate) => !coordinate.endsWith('.__typename') && !ASKED_ELSEWHERE.test(coordinate)).sort(),
  ).toEqual(fields.sort())
  expect(fields.length).toBeGreaterThan(500)
})
