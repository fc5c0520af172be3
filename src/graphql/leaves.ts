import { collectSubFields } from '@graphql-tools/utils'
import {
  type FieldNode,
  type GraphQLFieldResolver,
  GraphQLInt,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql'
import { type AskedColumn, type AskedText, askedText } from '../store/row-texts.ts'

// Leaves that are read off their objects: properties, and what is made of the object alone.

/** The executor has to answer: something is not as this loop takes it to be, a failure above all. */
export class NotLeaves extends Error {}

export type Fragments = GraphQLResolveInfo['fragments']

/** What is asked of an object, that is read off it. */
export interface Leaf {
  readonly name: string
  readonly complete: (source: never, context: unknown, info: GraphQLResolveInfo) => unknown
  /** The property that goes into the answer as it is. */
  readonly property?: string
  /** What it is for all objects. */
  readonly constant?: string
}

/** What is asked of objects of the type, as leaves that are read off them; null when anything else is among it. */
export function leavesOf(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): readonly Leaf[] | null {
  const leaves: Leaf[] = []
  for (const [name, [node]] of collectSubFields(schema, fragments, {}, type, [...nodes]).fields) {
    const leaf = node && leafAt(type, node)
    // It would become the prototype of what it is set in.
    if (leaf === undefined || name === '__proto__') return null
    leaves.push({ name, ...leaf })
  }
  return leaves
}

function leafAt(type: GraphQLObjectType, { name: { value: name } }: FieldNode): Omit<Leaf, 'name'> | undefined {
  if (name === '__typename') return { complete: () => type.name, constant: type.name }
  const field = type.getFields()[name]
  if (field === undefined || field.args.length > 0 || !isLeafType(getNamedType(field.type))) return
  const complete = leafOf(field.type)
  const { pothosExposedField: exposed, pothosResolveWrapped: isWrapped, pothosOptions } = field.extensions
  if (isWrapped !== false) return
  if (typeof exposed === 'string') {
    return { complete: (source) => complete(source[exposed]), ...(isAsItIs(field.type) && { property: exposed }) }
  }
  const { resolve } = field
  // One that takes the object alone has nothing to wait for.
  const takes = (pothosOptions as { resolve?: GraphQLFieldResolver<unknown, unknown> }).resolve?.length
  if (resolve === undefined || takes !== 1) return
  return { complete: (source, context, info) => complete(resolve(source, {}, context, info)) }
}

/** Whether values of the type go into an answer as they are stored. */
function isAsItIs(of: GraphQLOutputType): boolean {
  const type = getNullableType(of)
  if (isEnumType(type)) return type.getValues().every(({ name, value }) => name === value)
  return isScalarType(type) && (type === GraphQLString || type === GraphQLInt || type.serialize === String)
}

/** Completes a value of a leaf type, or lists of them, as the executor does. */
function leafOf(type: GraphQLOutputType): (value: unknown) => unknown {
  if (isNonNullType(type)) {
    const complete = leafOf(type.ofType)
    return (value) => complete(value) ?? notLeaves()
  }
  if (isListType(type)) {
    const complete = leafOf(type.ofType)
    return (value) => (value == null ? null : isIterable(value) ? Array.from(value, complete) : notLeaves())
  }
  if (!isLeafType(type)) return notLeaves
  return (value) => {
    if (value == null) return null
    if (typeof value === 'function' || value instanceof Error || value instanceof Promise) notLeaves()
    return type.serialize(value) ?? notLeaves()
  }
}

/** @throws NotLeaves */
export function notLeaves(): never {
  throw new NotLeaves('Expected leaves that are read off the objects of a list, got something else.')
}

/** What is asked of objects, where all of it goes into the answer as it is; null where not. */
export function textOf(leaves: readonly Leaf[]): AskedText | null {
  const columns = leaves.flatMap(({ name, property, constant }): AskedColumn[] => {
    if (property !== undefined) return [{ name, property }]
    return constant === undefined ? [] : [{ name, constant }]
  })
  return columns.length === leaves.length ? askedText(columns) : null
}

export const isIterable = (items: unknown): items is Iterable<unknown> =>
  typeof items === 'object' && items !== null && Symbol.iterator in items
