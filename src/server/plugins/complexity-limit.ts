import type { Plugin } from 'graphql-yoga'
import { complexityRefusal } from '../operation-cost.ts'

/** Phase: execution. Refuses an operation whose answer may be too large, before anything runs, and once for all that it asks. */
export function complexityLimit(): Plugin {
  return {
    onExecute({ args, setExecuteFn }) {
      const refused = complexityRefusal(args)
      if (refused) setExecuteFn(() => ({ errors: [refused] }))
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const refused = complexityRefusal(args)
      if (refused) setResultAndStopExecution({ errors: [refused] })
    },
  }
}
