import { completeValue } from '@pothos/core'
import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { AskedText } from '../store/row-texts.ts'
import type { Context } from './context.ts'
import { type Fragments, isIterable, type Leaf, leavesOf, notLeaves, textOf } from './leaves.ts'
import { ListText } from './list-text.ts'
import { isOfNodeTexts } from './node-texts.ts'

// Nine of ten fields of an answer are leaves of the objects of a list: the state and the value of each cell. The executor takes each for one that may have
// arguments, may take a while, or may fail, and makes a path, an `info` and a call for it. Where a list is asked for nothing but leaves that are
// read off its objects, the whole list is completed by a loop here: to the executor it is one leaf. Of a list that is kept the text is kept, too.
//
// Nothing of this can be asked for. Beside each list `name` stands a field `=name`, which no document can spell; a document that was validated is executed
// with those names in place of the others.

/**
 * The document with each list renamed that can be completed by a loop; the same document when there is none. It is for queries whose answer comes in one piece.
 * What it throws of itself while it is executed is `NotLeaves`, wrapped by the executor: then the document as it came has to be executed.
 */
export function withLeafLists(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const of = KNOWN.get(schema) ?? new WeakMap<DocumentNode, DocumentNode>()
  KNOWN.set(schema, of)
  const known = of.get(document) ?? renamed(schema, document)
  of.set(document, known)
  return known
}

const KNOWN = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, DocumentNode>>()

function renamed(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  if (!isPlainQuery(document)) return document
  addLeafFields(schema)
  const fragments = fragmentsOf(document)
  const lists = new Set<FieldNode>()
  /** The nodes of connections, with the names of these. */
  const nodes = new Map<FieldNode, string>()
  /** The executor merges what has one name in the answer: all of it is a list of leaves, or none. */
  const others = new Set<string>()
  const names: string[] = []
  const typeInfo = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const field = typeInfo.getFieldDef()
        if (node.selectionSet === undefined || field == null) return
        names.push(responseName(node))
        if (!hasDirectives(node, fragments) && isOfNodeTexts(field, node, { schema, fragments })) {
          const of = node.selectionSet.selections.find((one) => one.kind === Kind.FIELD && one.name.value === 'nodes')
          nodes.set(of as FieldNode, responseName(node))
        }
        if (nodes.has(node)) return
        if (isLeafList(schema, field, fragments, node)) lists.add(node)
        else others.add(responseName(node))
      },
    }),
  )
  // Of a connection that is asked for twice the nodes may be, too.
  for (const [node, name] of nodes) {
    if (names.indexOf(name) === names.lastIndexOf(name)) lists.add(node)
    else others.add(responseName(node))
  }
  return visit(document, {
    Field: (node) =>
      lists.has(node) && !others.has(responseName(node))
        ? {
            ...node,
            alias: { kind: Kind.NAME, value: responseName(node) },
            name: { ...node.name, value: `=${node.name.value}` },
          }
        : undefined,
  })
}

const responseName = ({ alias, name }: FieldNode) => (alias ?? name).value

/** Parts of an answer, and mutations, are the executor's. */
const isPlainQuery = (document: DocumentNode): boolean =>
  document.definitions.every((one) => !('operation' in one) || one.operation === OperationTypeNode.QUERY) &&
  !partsOf(document).directives.some((name) => name === 'defer' || name === 'stream')

/** The names of all directives and of all fragments that stand in it. */
function partsOf(node: ASTNode): { readonly directives: readonly string[]; readonly spreads: readonly string[] } {
  const directives: string[] = []
  const spreads: string[] = []
  visit(node, {
    Directive: ({ name }) => void directives.push(name.value),
    FragmentSpread: ({ name }) => void spreads.push(name.value),
  })
  return { directives, spreads }
}

const fragmentsOf = ({ definitions }: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> =>
  Object.fromEntries(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  )

type Field = GraphQLField<unknown, Partial<Context> | undefined>

function isLeafList(schema: GraphQLSchema, field: Field, fragments: Fragments, node: FieldNode): boolean {
  if (!isListField(field) || hasDirectives(node, fragments)) return false
  return objectTypesOf(schema, field).every(
    (type) => type.isTypeOf == null && leavesOf(schema, fragments, type, [node]) !== null,
  )
}

/** A list of objects that are no rows of the client: of these it reads, with the row that they hang off, what is selected beneath. */
function isListField({ type }: Field): boolean {
  const list = getNullableType(type)
  if (isIntrospectionType(getNamedType(type))) return false
  if (!isListType(list) || isListType(getNullableType(list.ofType))) return false
  const item = getNamedType(list)
  return (isObjectType(item) || isInterfaceType(item)) && item.extensions.pothosPrismaModel === undefined
}

function objectTypesOf(schema: GraphQLSchema, { type }: Field): readonly GraphQLObjectType[] {
  const named = getNamedType(type)
  return isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : []
}

/** Whether what is asked beneath depends on more than the object. */
function hasDirectives({ selectionSet }: FieldNode | FragmentDefinitionNode, fragments: Fragments): boolean {
  if (selectionSet === undefined) return false
  const { directives, spreads } = partsOf(selectionSet)
  const spread = spreads.flatMap((name) => fragments[name] ?? [])
  return directives.length > 0 || spread.some((fragment) => hasDirectives(fragment, fragments))
}

const WITH_LEAF_FIELDS = new WeakSet<GraphQLSchema>()

/** Adds a field `=name` for each list, which introspection does not see. */
function addLeafFields(schema: GraphQLSchema): void {
  if (WITH_LEAF_FIELDS.has(schema)) return
  WITH_LEAF_FIELDS.add(schema)
  for (const type of Object.values(schema.getTypeMap())) {
    // Those of introspection belong to all schemas.
    if (!(isObjectType(type) || isInterfaceType(type)) || isIntrospectionType(type)) continue
    const fields = type.getFields()
    for (const field of Object.values(fields)) {
      const value = isListField(field)
        ? leafField(schema, field)
        : field.name === 'nodes' && field.args.length === 0
          ? nodesField(field)
          : null
      if (value !== null) Object.defineProperty(fields, `=${field.name}`, { value, enumerable: false })
    }
  }
}

/** What a list of objects is to the executor: complete as it comes. */
const COMPLETED = new GraphQLScalarType({ name: 'Completed', serialize: (value) => value })

function leafField(schema: GraphQLSchema, field: Field): Field {
  const { resolve = (source) => (source as Readonly<Record<string, unknown>>)[field.name] } = field
  return {
    ...field,
    type: isNonNullType(field.type) ? new GraphQLNonNull(COMPLETED) : COMPLETED,
    resolve(source, args, context, info) {
      const leavesOf = leavesAsked(schema, field, info)
      if (leavesOf.text !== null) TEXTS_ASKED.set(info, leavesOf.text)
      return completeValue(resolve(source, args, context, info), (items) =>
        completed(leavesOf, { items, context, info }),
      )
    },
  }
}

/** The nodes of a connection, which knows their text: see node-texts.ts. */
const nodesField = (field: Field): Field => ({
  ...field,
  type: isNonNullType(field.type) ? new GraphQLNonNull(COMPLETED) : COMPLETED,
  resolve: (connection) => (connection as { readonly nodesText?: unknown }).nodesText ?? notLeaves(),
})

const TEXTS_ASKED = new WeakMap<GraphQLResolveInfo, AskedText>()

/** What is asked of a list, where its text will do: a resolver may give a `ListText` in place of it. */
export const textAsked = (info: GraphQLResolveInfo): AskedText | undefined => TEXTS_ASKED.get(info)

interface Resolved {
  readonly items: unknown
  readonly context: Partial<Context> | undefined
  readonly info: GraphQLResolveInfo
}

function completed(leavesOf: LeavesOf, { items, context, info }: Resolved): unknown {
  if (items == null) return null
  if (items instanceof ListText) return items
  if (!isIterable(items)) return notLeaves()
  const told = () => Array.from(items, (item) => objectOf(item, leavesOf(item, context, info), context, info))
  try {
    const text = Array.isArray(items)
      ? context?.database?.keptLists.textOf(items, leavesOf, () => JSON.stringify(told()))
      : undefined
    return text === undefined ? told() : new ListText(text)
  } catch {
    // Of a value that its type does not have, the executor tells the place, and goes on.
    return notLeaves()
  }
}

function objectOf(item: unknown, leaves: readonly Leaf[], context: unknown, info: GraphQLResolveInfo): object {
  const object: Record<string, unknown> = {}
  for (const { name, complete } of leaves) object[name] = complete(item as never, context, info)
  return object
}

/** The leaves that are asked of an item. It is kept with the document, and holds nothing of the request for which it was made. */
interface LeavesOf {
  (item: unknown, context: unknown, info: GraphQLResolveInfo): readonly Leaf[]
  /** What is asked of the items, where all of it goes into the answer as it is. */
  readonly text: AskedText | null
}

/** By what the executor merged. */
function leavesAsked(schema: GraphQLSchema, field: Field, info: GraphQLResolveInfo): LeavesOf {
  const [first] = info.fieldNodes
  const known = first && ASKED.get(first)
  if (known !== undefined && isSame(known.nodes, info.fieldNodes)) return known.leavesOf
  const byType = new Map(
    objectTypesOf(schema, field).map((type) => [
      type.name,
      leavesOf(schema, info.fragments, type, info.fieldNodes) ?? notLeaves(),
    ]),
  )
  const asked = typed(field, byType)
  if (first !== undefined) ASKED.set(first, { nodes: info.fieldNodes, leavesOf: asked })
  return asked
}

/** By the first of the nodes. Two operations of a document may merge it with others. */
const ASKED = new WeakMap<FieldNode, { readonly nodes: readonly FieldNode[]; readonly leavesOf: LeavesOf }>()

const isSame = (some: readonly FieldNode[], others: readonly FieldNode[]) =>
  some.length === others.length && some.every((node, place) => node === others[place])

/** What the executor would read fields off: some are texts. */
const isSource = (item: unknown) => item != null && !(item instanceof Error) && !(item instanceof Promise)

function typed(field: Field, byType: ReadonlyMap<string, readonly Leaf[]>): LeavesOf {
  const type = getNamedType(field.type)
  if (!isAbstractType(type)) {
    const leaves = byType.get(type.name) ?? notLeaves()
    return Object.assign((item: unknown) => (isSource(item) ? leaves : notLeaves()), { text: textOf(leaves) })
  }
  const leavesOf = (item: unknown, context: unknown, info: GraphQLResolveInfo) => {
    if (!isSource(item)) notLeaves()
    const name = type.resolveType?.(item, context, info, type)
    return (typeof name === 'string' ? byType.get(name) : undefined) ?? notLeaves()
  }
  return Object.assign(leavesOf, { text: null })
}
