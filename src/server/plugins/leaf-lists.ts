import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { NotLeaves, withLeafLists } from '../../graphql/leaf-lists.ts'

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
        const isOther = !isAsyncIterable(result) && result.errors?.some(isOfLoops)
        return isOther === true ? executeFn(args) : result
      })
    },
  }
}

const isOfLoops = ({ originalError }: { readonly originalError?: unknown }) => originalError instanceof NotLeaves
