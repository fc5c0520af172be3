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
  visit,
} from 'graphql'
import { type AskedOfNode, isNodeTextType, type NodeTextType, nodeText, textPartOf } from '../store/node-texts.ts'
import type { Picked } from '../store/revision-lists.ts'
import { isTextListName, isToBeHad, MOST_COLUMNS } from '../store/row-texts.ts'
import { isFew, type OutcomesPicked, pickedOutcomes } from './content.ts'
import { type Fragments, leavesOf, textOf } from './leaves.ts'
import { LIMITS } from './limits.ts'

// What is asked of the nodes of a connection, where all of it leaves the database as the text of the answer.

/** Of a field that gives a connection: its nodes are to be had as text, unless it is asked as of an instant. */
export const NODES_AS_TEXT = { nodesAsText: true } as const

/** Where a document asks for something. No variables decide about it: what it is is known before anything is executed. */
interface Asking {
  readonly schema: GraphQLSchema
  readonly fragments: Fragments
}

/** Whether a field gives a connection that is asked for nodes, once, and for nothing of them but what leaves the database as text. */
export function isOfNodeTexts(
  { extensions, type }: GraphQLField<unknown, never>,
  { selectionSet, arguments: given = [] }: FieldNode,
  asking: Asking,
): boolean {
  if (extensions.nodesAsText !== true || given.some(({ name }) => name.value === 'asOf')) return false
  const fields = selectionSet?.selections ?? []
  const rows = fields.filter((one) => one.kind === Kind.FIELD && ['nodes', 'edges'].includes(one.name.value))
  const [nodes] = rows
  // What comes with a fragment may be asked for twice.
  if (rows.length !== 1 || nodes?.kind !== Kind.FIELD || fields.some(({ kind }) => kind !== Kind.FIELD)) return false
  const of = typeOfNodes(type)
  return nodes.name.value === 'nodes' && of !== null && membersOf(of, of.name, [nodes], asking) !== null
}

/** The type of the nodes of a connection, where they are to be had as text. */
function typeOfNodes(connection: GraphQLOutputType): (GraphQLObjectType & { readonly name: NodeTextType }) | null {
  const named = getNamedType(connection)
  const type = isObjectType(named) ? getNamedType(named.getFields().nodes?.type) : undefined
  return isObjectType(type) && isNodeTextType(type.name) ? (type as ReturnType<typeof typeOfNodes>) : null
}

/** The text of a node of the connection whose field this is, as an expression; null where nodes are not asked for as text. */
export function textOfNodes(
  { schema, fieldNodes, fragments, returnType }: GraphQLResolveInfo,
  on: string,
): string | null {
  const [nodes] = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []).filter(isNodes)
  const type = typeOfNodes(returnType)
  if (nodes === undefined || type === null) return null
  const known = TEXTS.get(nodes)
  if (known !== undefined) return known
  const members = membersOf(type, type.name, [nodes], { schema, fragments })
  const text = members && nodeText(type.name, members, on)
  TEXTS.set(nodes, text)
  return text
}

const TEXTS = new WeakMap<FieldNode, string | null>()

const isNodes = (selection: { readonly kind: Kind }): selection is FieldNode =>
  selection.kind === Kind.FIELD && (selection as FieldNode).name.value === '=nodes'

function membersOf(
  type: GraphQLObjectType,
  name: NodeTextType,
  nodes: FieldNode[],
  asking: Asking,
): readonly AskedOfNode[] | null {
  const members: AskedOfNode[] = []
  for (const [answered, asked] of collectSubFields(asking.schema, asking.fragments, {}, type, nodes).fields) {
    const member = memberOf(type, name, asked, asking)
    if (member === null || answered === '__proto__') return null
    members.push({ ...member, name: answered })
  }
  return members.length > MOST_COLUMNS ? null : members
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
  const picked = pickedBy(definition, first)
  return picked && { list: field, asked: text, picked }
}

/** A few figures, which the document itself names. Whole tables are kept as text: to put them together each time would be dearer. */
function pickedBy(definition: GraphQLField<unknown, unknown>, node: FieldNode): Picked | null {
  const variables: string[] = []
  visit(node, { Variable: ({ name }) => void variables.push(name.value), SelectionSet: () => false })
  if (variables.length > 0) return null
  const given: OutcomesPicked = getArgumentValues(definition, node, {})
  const picked = pickedOutcomes(given)
  // So many are refused by the field.
  const isRefused = Object.values(given).some((codes) => (codes?.length ?? 0) > LIMITS.selectedCodes.most)
  if (picked === null || isRefused || !isFew(picked)) return null
  return Object.values(picked).every((codes) => codes.length > 0) ? picked : null
}

type DistributiveOmit<Of, Name extends PropertyKey> = Of extends unknown ? Omit<Of, Name> : never
