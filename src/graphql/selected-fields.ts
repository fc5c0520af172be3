import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** The names of all fields that are selected below a field, however deep and through whichever fragments. */
export function selectedFields({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  const names = new Set<string>()
  const collect = (selections: SelectionSetNode | undefined): void => {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === 'Field') names.add(selection.name.value)
      collect(
        selection.kind === 'FragmentSpread' ? fragments[selection.name.value]?.selectionSet : selection.selectionSet,
      )
    }
  }
  for (const { selectionSet } of fieldNodes) collect(selectionSet)
  return names
}
