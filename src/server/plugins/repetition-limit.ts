import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'
import { documentTooLarge } from '../errors.ts'

/**
 * Phase: parsing, when it is done. Validation compares fields of one name in a selection with each other: two hundred of them, which say
 * nothing that one would not, would keep everybody waiting.
 */
export function repetitionLimit(): Plugin {
  return {
    onParse: () => {
      return ({ result, replaceParseResult }) => {
        if (result instanceof Error || result === null) return
        const most = counted(result as DocumentNode)
        if (most > LIMITS.repetitions.most) replaceParseResult(documentTooLarge('repetitions', most))
      }
    },
  }
}

/** Of documents that come again the parser is not asked, and neither is this. */
const COUNTS = new WeakMap<DocumentNode, number>()

function counted(document: DocumentNode): number {
  const most = COUNTS.get(document) ?? mostAlike(document)
  COUNTS.set(document, most)
  return most
}

/** How often the most frequent field or fragment stands in its selection. */
function mostAlike(document: DocumentNode): number {
  let most = 0
  visit(document, {
    SelectionSet({ selections }) {
      const counts = new Map<string, number>()
      for (const selection of selections) {
        const name = nameOf(selection)
        const count = (counts.get(name) ?? 0) + 1
        counts.set(name, count)
        most = Math.max(most, count)
      }
    },
  })
  return most
}

/** What tells selections apart in the answer. Inline fragments of one type are as good as one. */
function nameOf(selection: SelectionNode): string {
  if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value
  if (selection.kind === Kind.FRAGMENT_SPREAD) return `...${selection.name.value}`
  return `... on ${selection.typeCondition?.name.value ?? ''}`
}
