import { type ComplexityResult, createComplexityRule } from '@pothos/plugin-complexity'
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationTypeNode,
  type TypeNode,
  validate,
} from 'graphql'
import { LIMITS } from '../graphql/limits.ts'
import { tooComplex } from '../graphql/refusals.ts'

/** How many fields the answer may hold, and how many the document selects. */
export type OperationCost = Pick<ComplexityResult, 'complexity' | 'breadth'>

const COSTS = new WeakMap<object, OperationCost | GraphQLError>()

/**
 * What the operation costs, reckoned from its document and its variables alone, once a request. Arguments that cannot be used cost what
 * the largest usable ones would, and are refused where they stand, when their field is answered. An error where the cost is unknown, since a variable
 * leaves a hole within an argument.
 */
export function operationCost(args: ExecutionArgs): OperationCost | GraphQLError {
  const request = args.contextValue as object
  const cost = COSTS.get(request) ?? known(args)
  COSTS.set(request, cost)
  return cost
}

/** Why the operation is refused for the size of its answer; null when it is not. */
export function complexityRefusal(args: ExecutionArgs): GraphQLError | null {
  const cost = operationCost(args)
  if (cost instanceof GraphQLError) return cost
  if (cost.breadth > LIMITS.breadth.most) return tooComplex('breadth', cost.breadth)
  return cost.complexity > LIMITS.complexity.most ? tooComplex('complexity', cost.complexity) : null
}

const KNOWN = new WeakMap<DocumentNode, Map<string, OperationCost>>()
/** How many costs of a document are known, and of how long variables: callers can send what they like. */
const MOST_KNOWN = 100
const LONGEST_KNOWN = 300

/** A cost follows from document, operation and variables: those that come again are not reckoned again. */
function known(args: ExecutionArgs): OperationCost | GraphQLError {
  const asked = JSON.stringify([args.operationName, withoutWords(args)])
  if (asked.length > LONGEST_KNOWN) return reckoned(args)
  const costs = KNOWN.get(args.document) ?? new Map<string, OperationCost>()
  const cost = costs.get(asked) ?? reckoned(args)
  if (!(cost instanceof GraphQLError)) {
    if (costs.size >= MOST_KNOWN) costs.clear()
    costs.set(asked, cost)
    KNOWN.set(args.document, costs)
  }
  return cost
}

/** No cost is a matter of what a single word says: numbers, codes and lists decide. So a document that is asked for each district is reckoned once. */
function withoutWords({ document, variableValues = {} }: ExecutionArgs): Readonly<Record<string, unknown>> {
  const words = wordsOf(document)
  const others = Object.entries(variableValues ?? {}).map(([name, value]) => [
    name,
    words.has(name) && typeof value === 'string' ? '' : value,
  ])
  return Object.fromEntries(others)
}

const WORDS = new WeakMap<DocumentNode, ReadonlySet<string>>()

/** The variables that are a single word in every operation. */
function wordsOf(document: DocumentNode): ReadonlySet<string> {
  const known = WORDS.get(document)
  if (known !== undefined) return known
  const variables = document.definitions.flatMap((one) => ('operation' in one ? (one.variableDefinitions ?? []) : []))
  const [words, others] = [new Set<string>(), new Set<string>()]
  for (const { variable, type } of variables) (isWord(type) ? words : others).add(variable.name.value)
  const found = new Set([...words].filter((name) => !others.has(name)))
  WORDS.set(document, found)
  return found
}

function isWord(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isWord(type.type)
  return type.kind === Kind.NAMED_TYPE && (type.name.value === 'String' || type.name.value === 'ID')
}

function reckoned({ schema, document, variableValues, operationName, contextValue }: ExecutionArgs) {
  const cost = { complexity: 0, breadth: 0 }
  try {
    validate(pricedSchema(schema), document, [
      createComplexityRule({
        context: contextValue as object,
        variableValues: variableValues ?? {},
        operationName: operationName ?? null,
        validate: ({ complexity, breadth }) => void Object.assign(cost, { complexity, breadth }),
      }),
    ])
    return cost
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

const PRICED = new WeakMap<GraphQLSchema, GraphQLSchema>()

/**
 * The schema with nothing at its fields but their cost. In the schema itself arguments are checked whenever they are read, and one that
 * is refused while the cost is reckoned would take the place of the whole answer. Types are priced when they are asked about: of hundreds, few are.
 */
function pricedSchema(schema: GraphQLSchema): GraphQLSchema {
  const known = PRICED.get(schema)
  if (known !== undefined) return known
  const types = new Map<string, GraphQLNamedType>()
  const pricedType = (type: GraphQLNamedType): GraphQLNamedType => {
    if (!isObjectType(type) && !isInterfaceType(type)) return type
    const priced = types.get(type.name) ?? withFields(type, pricedOutput)
    types.set(type.name, priced)
    return priced
  }
  const pricedOutput = (type: GraphQLOutputType): GraphQLOutputType => {
    if (isNonNullType(type))
      return new GraphQLNonNull(pricedOutput(type.ofType) as GraphQLOutputType & GraphQLNullableType)
    if (isListType(type)) return new GraphQLList(pricedOutput(type.ofType))
    return pricedType(type) as GraphQLOutputType
  }
  const priced: GraphQLSchema = Object.create(schema, {
    getType: {
      value: (name: string) => {
        const type = schema.getType(name)
        return type && pricedType(type)
      },
    },
    getRootType: {
      value: (operation: OperationTypeNode) => {
        const type = schema.getRootType(operation)
        return type && pricedType(type)
      },
    },
  })
  PRICED.set(schema, priced)
  return priced
}

/** The type with other fields, which are made once they are asked for. */
function withFields(
  type: GraphQLObjectType | GraphQLInterfaceType,
  priced: (type: GraphQLOutputType) => GraphQLOutputType,
) {
  let fields: GraphQLFieldMap<unknown, unknown> | undefined
  return Object.create(type, {
    getFields: {
      value() {
        fields ??= Object.fromEntries(
          Object.entries(type.getFields()).map(([name, field]) => [name, priceOf(field, priced)]),
        )
        return fields
      },
    },
  })
}

function priceOf(field: GraphQLField<unknown, unknown>, priced: (type: GraphQLOutputType) => GraphQLOutputType) {
  return {
    ...field,
    type: priced(field.type),
    // A variable may be null where there is a default: the executor refuses it at its field.
    args: field.args.map((argument) => ({ ...argument, type: getNullableType(argument.type) })),
    extensions: { complexity: field.extensions.complexity },
  }
}
