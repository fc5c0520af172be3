import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type OperationTypeNode,
} from 'graphql'
import { ARGUMENTS, companions, NAMES, TYPES } from './sample-values.ts'

/** A field with its arguments, and what to ask in its place: `a: reports(first: 2) { __typename }`. */
export interface Question {
  readonly operation: OperationTypeNode
  /** The selection that leads to the field, open: `report(district: "110112", year: 2018) {`. */
  readonly steps: readonly string[]
  readonly parent: string
  readonly field: GraphQLField<unknown, unknown>
  readonly given: Readonly<Record<string, unknown>>
}

/** Every field of every type that the root type leads to: once with what it must be given, and once with each value of what it may be. */
export function everyQuestion(schema: GraphQLSchema, operation: OperationTypeNode): Question[] {
  const expanded = new Set<string>()
  return [...everyType(schema, operation)].flatMap(([type, steps]) =>
    isUnionType(type)
      ? []
      : Object.values(type.getFields()).flatMap((field) => {
          const parent = type.name
          const must = Object.fromEntries(
            field.args
              .filter(isRequiredArgument)
              .map((argument) => [argument.name, sampleFor(parent, field, argument)]),
          )
          const may = field.args.flatMap((argument) =>
            samplesFor(parent, field, argument, expanded).map((value) => ({
              ...must,
              ...companions(parent, field.name, argument.name, value),
              [argument.name]: value,
            })),
          )
          return [must, ...may].map((given) => ({ operation, steps, parent, field, given }))
        }),
  )
}

/** The text of a question, under a name of its own. */
export function printed({ field, given }: Question, alias: string): string {
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''
  return `${alias}: ${call(field, given)}${selection}`
}

/** Every type with fields that the root type leads to, with the shortest way there. */
function everyType(schema: GraphQLSchema, operation: OperationTypeNode): Map<GraphQLCompositeType, readonly string[]> {
  const root = schema.getRootType(operation)
  const ways = new Map<GraphQLCompositeType, readonly string[]>(root ? [[root, []]] : [])
  // A map is walked in the order of insertion, what is added on the way at the end.
  for (const [type, steps] of ways) {
    const reach = (next: GraphQLCompositeType, step: string) => ways.has(next) || ways.set(next, [...steps, step])
    if (!isUnionType(type)) {
      for (const field of Object.values(type.getFields())) {
        const next = getNamedType(field.type)
        if (!isCompositeType(next)) continue
        const must = field.args
          .filter(isRequiredArgument)
          .map((argument) => [argument.name, sampleFor(type.name, field, argument)])
        reach(next, call(field, Object.fromEntries(must)))
      }
    }
    if (isAbstractType(type)) for (const one of schema.getPossibleTypes(type)) reach(one, `... on ${one.name}`)
    // An interface that no field is of.
    if (isObjectType(type)) for (const one of type.getInterfaces()) reach(one, `... on ${one.name}`)
  }
  return ways
}

function call(field: GraphQLField<unknown, unknown>, given: Readonly<Record<string, unknown>>): string {
  const list = field.args
    .filter(({ name }) => name in given)
    .map(({ name, type }) => `${name}: ${literal(type, given[name])}`)
  return list.length === 0 ? field.name : `${field.name}(${list.join(', ')})`
}

/** The value, as a document prints it. */
function literal(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return literal(type.ofType, value)
  if (Array.isArray(value) && isListType(type)) return `[${value.map((one) => literal(type.ofType, one)).join(', ')}]`
  if (isListType(type)) return literal(type.ofType, value)
  if (isEnumType(type)) return String(value)
  if (!isInputObjectType(type)) return JSON.stringify(value)
  const fields = type.getFields()
  const entries = Object.entries(value as object).map(([name, one]) => {
    const field = fields[name]
    if (!field) throw new Error(`Expected a field of ${type.name}, got ${name}. Correct it among the sample values.`)
    return `${name}: ${literal(field.type, one)}`
  })
  return `{ ${entries.join(', ')} }`
}

const coordinate = (parent: string, field: GraphQLField<unknown, unknown>, argument: GraphQLArgument) =>
  `${parent}.${field.name}(${argument.name}:)`

function sampleFor(parent: string, field: GraphQLField<unknown, unknown>, argument: GraphQLArgument): unknown {
  return ARGUMENTS[coordinate(parent, field, argument)] ?? sampleOf(argument.name, argument.type, new Set())
}

/** The value of an argument; and of an input that was not met before, one with each of its fields. */
function samplesFor(
  parent: string,
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  expanded: Set<string>,
): unknown[] {
  // What is sent to a mutation stays what is refused.
  const others = parent === 'Mutation' ? [] : alternatives(argument.type, expanded)
  return [sampleFor(parent, field, argument), ...others]
}

/** The shallowest way to each field comes first: filters within each other have a limit. */
function alternatives(argument: GraphQLInputType, expanded: Set<string>): unknown[] {
  const values: unknown[] = []
  const inputs: { type: GraphQLInputType; within: (value: unknown) => unknown }[] = [
    { type: argument, within: (value) => value },
  ]
  for (const { type, within } of inputs) {
    const named = getNamedType(type)
    if (!isInputObjectType(named) || expanded.has(named.name)) continue
    expanded.add(named.name)
    for (const field of Object.values(named.getFields())) {
      const inside = (value: unknown) => within({ ...requiredOf(named, new Set()), [field.name]: value })
      values.push(inside(sampleOf(field.name, field.type, new Set([named.name]))))
      inputs.push({ type: field.type, within: inside })
    }
  }
  return values
}

/** A value that is good for the name or the type; an input gets its required fields, or else one. */
function sampleOf(name: string, type: GraphQLInputType, within: ReadonlySet<string>): unknown {
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]?.name
  if (!isInputObjectType(named)) {
    const value = NAMES[name] ?? TYPES[named.name]
    if (value === undefined) throw new Error(`Expected a sample value of ${named.name}, for ${name}, got none.`)
    return value
  }
  const inside = new Set([...within, named.name])
  const required = requiredOf(named, inside)
  if (Object.keys(required).length > 0) return required
  const fields = Object.values(named.getFields()).filter((field) => !inside.has(getNamedType(field.type).name))
  const field = fields.find(({ type }) => isLeaf(type)) ?? fields.find(({ type }) => isOfLeaves(type)) ?? fields[0]
  return field ? { [field.name]: sampleOf(field.name, field.type, inside) } : {}
}

const isLeaf = (type: GraphQLInputType) => !isInputObjectType(getNamedType(type))

/** Conditions on one thing, such as `{ equals: 2020 }`. */
function isOfLeaves(type: GraphQLInputType): boolean {
  const named = getNamedType(type)
  return isInputObjectType(named) && Object.values(named.getFields()).every((field) => isLeaf(field.type))
}

const requiredOf = (type: GraphQLInputObjectType, within: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter(isRequiredInputField)
      .map((field) => [field.name, sampleOf(field.name, field.type, within)]),
  )
