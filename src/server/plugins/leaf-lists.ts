import type { Plugin } from 'graphql-yoga'
import { executeInLoops } from '../execute-in-loops.ts'

/** Phase: execution. Lists of which nothing but leaves is asked are completed by a loop. */
export function leafLists(): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args) => executeInLoops(executeFn, args))
    },
  }
}
