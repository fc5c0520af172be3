import { collectSubFields } from '@graphql-tools/utils'
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isObjectType,
  Kind,
} from 'graphql'
import { type AskedOfNode, isNodeTextType, type NodeTextType, textPartOf } from '../store/node-texts.ts'
import type { Picked } from '../store/revision-lists.ts'
import { isTextListName, isToBeHad } from '../store/row-texts.ts'
import { isFew, type OutcomesPicked, pickedOutcomes } from './content.ts'
import { type Fragments, leavesOf, textOf } from './leaves.ts'
import { LIMITS } from './limits.ts'

// What is asked of the nodes of a connection, where all of it leaves the database as the text of the answer.

/** Of a field that gives a connection: its nodes are to be had as text, unless it is asked as of an instant. */
export const NODES_AS_TEXT = { nodesAsText: true } as const

/** Where a document asks for something, and by which variables; without variables arguments are taken for whatever they may be. */
interface Asking {
  readonly schema: GraphQLSchema
  readonly fragments: Fragments
  readonly variables: Record<string, unknown> | null
}

/** Whether a field gives a connection that is asked for nodes, once, and for nothing of them but what leaves the database as text. */
export function isOfNodeTexts(
  { extensions, type }: GraphQLField<unknown, never>,
  { selectionSet, arguments: given = [] }: FieldNode,
  asking: Omit<Asking, 'variables'>,
): boolean {
  if (extensions.nodesAsText !== true || given.some(({ name }) => name.value === 'asOf')) return false
  const fields = selectionSet?.selections ?? []
  const rows = fields.filter((one) => one.kind === Kind.FIELD && ['nodes', 'edges'].includes(one.name.value))
  const [nodes] = rows
  // What comes with a fragment may be asked for twice.
  if (rows.length !== 1 || nodes?.kind !== Kind.FIELD || fields.some(({ kind }) => kind !== Kind.FIELD)) return false
  const of = typeOfNodes(type)
  return (
    nodes.name.value === 'nodes' &&
    of !== null &&
    membersOf(of, of.name, [nodes], { ...asking, variables: null }) !== null
  )
}

/** The type of the nodes of a connection, where they are to be had as text. */
function typeOfNodes(connection: GraphQLOutputType): (GraphQLObjectType & { readonly name: NodeTextType }) | null {
  const named = getNamedType(connection)
  const type = isObjectType(named) ? getNamedType(named.getFields().nodes?.type) : undefined
  return isObjectType(type) && isNodeTextType(type.name) ? (type as ReturnType<typeof typeOfNodes>) : null
}

/** What is asked of the nodes of the connection whose field this is; null where they are not asked for as text. */
export function askedOfNodes({
  schema,
  fieldNodes,
  fragments,
  variableValues,
  returnType,
}: GraphQLResolveInfo): readonly AskedOfNode[] | null {
  const nodes = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []).filter(isNodes)
  const [only] = nodes
  const type = typeOfNodes(returnType)
  if (only === undefined || nodes.length > 1 || type === null) return null
  return membersOf(type, type.name, [only], { schema, fragments, variables: variableValues })
}

const isNodes = (selection: { readonly kind: Kind }): selection is FieldNode =>
  selection.kind === Kind.FIELD && (selection as FieldNode).name.value === '=nodes'

function membersOf(
  type: GraphQLObjectType,
  name: NodeTextType,
  nodes: FieldNode[],
  asking: Asking,
): readonly AskedOfNode[] | null {
  const { schema, fragments, variables } = asking
  const members: AskedOfNode[] = []
  for (const [answered, asked] of collectSubFields(schema, fragments, variables ?? {}, type, nodes).fields) {
    const member = memberOf(type, name, asked, asking)
    if (member === null || answered === '__proto__') return null
    members.push({ ...member, name: answered })
  }
  return members
}

function memberOf(
  type: GraphQLObjectType,
  name: NodeTextType,
  asked: FieldNode[],
  asking: Asking,
): DistributiveOmit<AskedOfNode, 'name'> | null {
  const [first] = asked
  // A list in the loop has a name of its own: see leaf-lists.ts.
  const field = first?.name.value.replace(/^=/, '') ?? ''
  if (field === '__typename') return { constant: type.name }
  const [definition, part] = [type.getFields()[field], textPartOf(name, field)]
  if (first === undefined || definition === undefined || part === null) return null
  if (part === 'COLUMN') return { property: field }
  const of = getNamedType(definition.type)
  if (!isObjectType(of)) return null
  if (part !== 'FIGURES') {
    const members = membersOf(of, part, asked, asking)
    return members && { relation: field, asked: members }
  }
  const leaves = leavesOf(asking.schema, asking.fragments, of, asked)
  const text = leaves && textOf(leaves)
  if (text === null || !isTextListName(field) || !isToBeHad(field, text)) return null
  // Whole tables are kept as text: to put them together each time would be dearer.
  if (first.arguments === undefined || first.arguments.length === 0) return null
  const picked = asking.variables === null ? NOTHING : pickedBy(getArgumentValues(definition, first, asking.variables))
  return picked && { list: field, asked: text, picked }
}

/** A few figures; null where there are more, or none, or so many that the field refuses them. */
function pickedBy(given: OutcomesPicked): Picked | null {
  const picked = pickedOutcomes(given)
  if (picked === null || Object.values(given).some((codes) => (codes?.length ?? 0) > LIMITS.selectedCodes.most))
    return null
  return isFew(picked) && Object.values(picked).every((codes) => codes.length > 0) ? picked : null
}

const NOTHING: Picked = {}

type DistributiveOmit<Of, Name extends PropertyKey> = Of extends unknown ? Omit<Of, Name> : never
