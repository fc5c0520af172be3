import { type ExecutionArgs, GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'
import { tooComplex } from '../../graphql/refusals.ts'
import { operationCost } from '../operation-cost.ts'

/** Phase: execution. Refuses an operation whose answer may be too large, before anything runs, and once for all that it asks. */
export function complexityLimit(): Plugin {
  return {
    onExecute({ args, setExecuteFn }) {
      const refused = refusalOf(args)
      if (refused) setExecuteFn(() => ({ errors: [refused] }))
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const refused = refusalOf(args)
      if (refused) setResultAndStopExecution({ errors: [refused] })
    },
  }
}

function refusalOf(args: ExecutionArgs): GraphQLError | null {
  const cost = operationCost(args)
  if (cost instanceof GraphQLError) return cost
  if (cost.breadth > LIMITS.breadth.most) return tooComplex('breadth', cost.breadth)
  return cost.complexity > LIMITS.complexity.most ? tooComplex('complexity', cost.complexity) : null
}
