import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

/**
 * The names of all fields that a document asks for beneath a field, however deep, in fragments and deferred parts too. It may name more than will be answered,
 * and never less.
 */
export function fieldsBeneath({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  const [only, ...others] = fieldNodes
  if (only !== undefined && others.length === 0) return beneath(only, fragments)
  return new Set(fieldNodes.flatMap((node) => [...beneath(node, fragments)]))
}

/** A node belongs to one document, with its fragments. */
const KNOWN = new WeakMap<FieldNode, ReadonlySet<string>>()

function beneath(node: FieldNode, fragments: GraphQLResolveInfo['fragments']): ReadonlySet<string> {
  const known = KNOWN.get(node)
  if (known !== undefined) return known
  const names = new Set<string>()
  const seen = new Set<SelectionSetNode>()
  const collect = (selections: SelectionSetNode | undefined): void => {
    if (selections === undefined || seen.has(selections)) return
    seen.add(selections)
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value.replace(/^=/, ''))
      collect(
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments[selection.name.value]?.selectionSet
          : selection.selectionSet,
      )
    }
  }
  collect(node.selectionSet)
  KNOWN.set(node, names)
  return names
}
