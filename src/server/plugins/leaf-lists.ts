import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { NotLeaves, withLeafLists } from '../../graphql/leaf-lists.ts'
import { answerText } from '../../graphql/list-text.ts'

/**
 * Phase: execution. Lists of which nothing but leaves is asked are completed by a loop. Where that cannot be, the document is executed
 * as it came: it is a query, which changes nothing.
 */
export function leafLists(): Plugin {
  return {
    onExecute({ args: { schema, document }, executeFn, setExecuteFn }) {
      const inLoops = withLeafLists(schema, document)
      if (inLoops === document) return
      setExecuteFn(async (args) => {
        const result = await executeFn({ ...args, document: inLoops })
        if (isAsyncIterable(result)) return result
        return result.errors?.some(isOfLoops) ? executeFn(args) : { ...result, stringify: answerText }
      })
    },
  }
}

const isOfLoops = ({ originalError }: { readonly originalError?: unknown }) => originalError instanceof NotLeaves
