import { PothosSchemaError } from '@pothos/core'
import { pino } from 'pino'
import { expect, it, vi } from 'vitest'
import { createErrorMask } from '../../src/server/errors.ts'
import { testHub } from '../hub.ts'

const hub = await testHub()

it('hides unexpected errors behind an id under which the log has them, in development too', async () => {
  vi.stubEnv('NODE_ENV', 'development')
  await hub.db.pool.query('ALTER TABLE districts RENAME TO districts_gone')
  const answer = await hub.ask('{ district(code: "110115") { name } }')
  await hub.db.pool.query('ALTER TABLE districts_gone RENAME TO districts')
  vi.unstubAllEnvs()

  expect(answer.data).toEqual({ district: null })
  expect(answer.errors).toHaveLength(1)
  const { message, extensions } = answer.errors![0]!
  expect(Object.keys(extensions!).sort()).toEqual(['code', 'id'])
  expect(extensions!.code).toBe('INTERNAL_SERVER_ERROR')
  expect(message).toBe(`Unexpected error. Whoever runs this hub finds the cause in its log under ${extensions!.id}.`)
  expect(JSON.stringify(answer)).not.toMatch(/districts|prisma|node_modules/i)
  const logged = hub.log.filter((line) => line.includes(extensions!.id as string))
  expect(logged).toHaveLength(1)
  expect(logged[0]).toContain('districts')
})

it('hides what the schema does wrong, though its library throws what is meant for callers', () => {
  const mask = createErrorMask(pino({ level: 'silent' }))
  expect(mask(new PothosSchemaError('Ref Secret has not been implemented')).message).toMatch(/^Unexpected error\./)
})

it('tells what is wrong with a value that does not fit its type', async () => {
  const { errors } = await hub.ask('query ($year: Int!) { report(district: "110115", year: $year) { year } }', {
    year: 'x',
  })
  expect(errors?.[0]?.message).toContain('Int cannot represent non-integer value: "x"')
})

it.each([
  ['a year out of reach', '{ report(district: "110115", year: 99999) { year } }'],
  ['a year filter out of reach', '{ reports(filter: { year: { gte: 99999 } }) { totalCount } }'],
  ['a character that the store cannot hold', '{ district(code: "\\u0000") { name } }'],
  ['such a character in a filter', '{ districts(filter: { name: { contains: "\\u0000" } }) { totalCount } }'],
  ['a cursor that is none', '{ reports(first: 1, after: "x") { nodes { year } } }'],
  ['a global id that is none', '{ node(id: "x") { id } }'],
  ['a global id with a broken key', `{ node(id: "${btoa('Report:x')}") { id } }`],
  ['a global id with a key out of reach', `{ node(id: "${btoa('Report:1-99999')}") { id } }`],
  ['a global id of a type with another key', `{ agency(id: "${btoa('Report:1-2020')}") { id } }`],
  ['a global id of an unknown type', `{ node(id: "${btoa('Nothing:1')}") { id } }`],
  ['too many ids', `{ nodes(ids: [${'"x" '.repeat(101)}]) { id } }`],
  [
    'a revision out of reach',
    'mutation { ingestReport(input: { source: { text: "x" }, expectedRevision: 99999 }) { __typename } }',
  ],
  [
    'a year to ingest out of reach',
    'mutation { ingestReport(input: { source: { text: "x" }, year: 99999 }) { __typename } }',
  ],
  ['both ends of a list', '{ reports(first: 1, last: 1) { nodes { year } } }'],
])('has no unexpected error for %s', async (_name, query) => {
  const { errors } = await hub.ask(query)
  expect(errors?.map(({ extensions }) => extensions?.code) ?? []).not.toContain('INTERNAL_SERVER_ERROR')
})
