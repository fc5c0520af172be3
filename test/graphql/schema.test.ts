import { readFileSync } from 'node:fs'
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { expect, it } from 'vitest'
import { APPLICATION_ROWS } from '../../src/domain/application-rows.ts'
import { printedSchema } from '../../src/graphql/printed-schema.ts'
import { schema } from '../../src/graphql/schema.ts'

it('stands in schema.graphql as it is (npm run schema writes it)', () => {
  expect(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')).toBe(printedSchema())
})

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)

/** The coordinates of everything in a type that can have a description, with it. */
function* describedParts(
  type: GraphQLNamedType,
): Generator<[coordinate: string, description: string | null | undefined]> {
  yield [type.name, type.description]
  if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description]
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field.description]
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description]
      for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name}:)`, argument.description]
    }
  }
}

it('describes every type, field, argument and value', () => {
  const parts = types.flatMap((type) => [...describedParts(type)])
  expect(parts.filter(([, description]) => !description).map(([coordinate]) => coordinate)).toEqual([])
  expect(parts.length).toBeGreaterThan(500)
})

it('has the codes of the domain as enum values, described in both languages', () => {
  const rows = schema.getType('ApplicationRow')
  if (!isEnumType(rows)) throw new Error('Expected an enum.')
  expect(
    rows
      .getValues()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(APPLICATION_ROWS).sort())
  expect(rows.getValue('REFUSED_STATE_SECRET')?.description).toBe('属于国家秘密: Refused: state secrets')
})

it('offers a page size, and so a cost, on every connection', () => {
  const connections = types.flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).filter((field) => /Connection!?$/.test(String(field.type)))
      : [],
  )
  expect(connections).toHaveLength(18)
  for (const { name, args, extensions } of connections) {
    expect(
      args.map((argument) => argument.name),
      name,
    ).toEqual(expect.arrayContaining(['first', 'after', 'last', 'before']))
    const cost = extensions.complexity as (args: object) => object
    // Totals read the figures of all reports before there is a page.
    const field = name === 'totals' ? 5_000 : 1
    expect(cost({ first: 7 }), name).toEqual({ field, multiplier: 7 })
    expect(cost({}), name).toEqual({ field, multiplier: 20 })
  }
})
