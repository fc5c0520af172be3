import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql'
import { expect, it } from 'vitest'
import { printedSchema } from '../../src/graphql/printed-schema.ts'
import { testHub } from '../hub.ts'

const hub = await testHub()

it('tells its whole schema to anyone, within the limits', async () => {
  const query = getIntrospectionQuery({
    specifiedByUrl: true,
    oneOf: true,
    inputValueDeprecation: true,
    schemaDescription: true,
  })
  const { data, errors } = await hub.ask<IntrospectionQuery, never>(query, undefined, {})
  expect(errors).toBeUndefined()
  expect(`${printSchema(buildClientSchema(data!))}\n`).toBe(printedSchema())
})
