import SchemaBuilder, {
  BasePlugin,
  getMappedArgumentValues,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core'
import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLFieldResolver,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

// The arguments of everything beneath a root field are checked before it is answered: an argument that cannot be used is told once, whether
// its field would be answered for no object or for a hundred, and of the root field that it stands in. Fields beside that are answered.

export const ARGUMENT_CHECK = 'argumentCheck'

declare global {
  // biome-ignore lint/style/noNamespace: it is where Pothos looks for plugins.
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      argumentCheck: ArgumentCheck<Types>
    }
  }
}

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>

class ArgumentCheck<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(resolve: Resolver<Types>, { kind }: PothosOutputFieldConfig<Types>): Resolver<Types> {
    return kind === 'Query' || kind === 'Mutation' ? checked(resolve) : resolve
  }

  // A subscription is refused when it begins, and not at its first event.
  override wrapSubscribe(
    subscribe: Resolver<Types> | undefined,
    { kind }: PothosOutputFieldConfig<Types>,
  ): Resolver<Types> | undefined {
    return subscribe && kind === 'Subscription' ? checked(subscribe) : subscribe
  }
}

function checked<Context extends object>(
  resolve: GraphQLFieldResolver<unknown, Context, object>,
): GraphQLFieldResolver<unknown, Context, object> {
  return (root, args, context, info) => {
    checkBeneath(context, info)
    return resolve(root, args, context, info)
  }
}

SchemaBuilder.registerPlugin(ARGUMENT_CHECK, ArgumentCheck)

/** @throws what the check of the first argument throws that cannot be used, with the place of its field in the document. */
function checkBeneath(context: object, info: GraphQLResolveInfo): void {
  const type = getNamedType(info.returnType)
  if (!isCompositeType(type)) return
  for (const node of info.fieldNodes) {
    if (WITHOUT_ARGUMENTS.has(node)) continue
    const walk: Walk = { context, info, seen: new Set(), met: false }
    check(node.selectionSet, type, walk)
    if (!walk.met) WITHOUT_ARGUMENTS.add(node)
  }
}

/** Fields beneath which nothing can be refused, in documents that are executed again and again. */
const WITHOUT_ARGUMENTS = new WeakSet<FieldNode>()

interface Walk {
  readonly context: object
  readonly info: GraphQLResolveInfo
  /** What has been checked: a fragment may be spread many times. */
  readonly seen: Set<SelectionSetNode>
  /** Whether an argument, or a directive, was met. */
  met: boolean
}

function check(selections: SelectionSetNode | undefined, type: GraphQLCompositeType, walk: Walk): void {
  if (selections === undefined || walk.seen.has(selections)) return
  walk.seen.add(selections)
  for (const selection of selections.selections) {
    if (selection.directives?.length) walk.met = true
    if (!isLeftOut(selection, walk.info.variableValues)) checkSelection(selection, type, walk)
  }
}

function checkSelection(selection: SelectionNode, type: GraphQLCompositeType, walk: Walk): void {
  if (selection.kind === Kind.FIELD) {
    checkField(selection, type, walk)
    return
  }
  const { fragments, schema } = walk.info
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection
  const named = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value)
  check(fragment?.selectionSet, isCompositeType(named) ? named : type, walk)
}

function checkField(node: FieldNode, type: GraphQLCompositeType, walk: Walk): void {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
  // GraphQL's own: __typename.
  if (field === undefined) return
  if (field.args.length > 0) walk.met = true
  try {
    if (field.args.length > 0) getMappedArgumentValues(field, node, walk.context, walk.info)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    throw new GraphQLError(error.message, { nodes: node, extensions: error.extensions })
  }
  const below = getNamedType(field.type)
  if (isCompositeType(below)) check(node.selectionSet, below, walk)
}

function isLeftOut(selection: SelectionNode, variables: GraphQLResolveInfo['variableValues']): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if === false
  )
}
