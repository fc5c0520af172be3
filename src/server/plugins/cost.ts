import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { type ExecutionArgs, validate } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'
import { operationCost } from '../operation-cost.ts'

type Measure = 'complexity' | 'breadth' | 'depth' | 'aliases' | 'tokens'

/** What an operation takes of each limit. */
type Cost = Readonly<Record<Measure, { readonly used: number; readonly limit: number }>>

/**
 * Phase: execution. Whoever asks with `"extensions": { "cost": true }` gets `extensions.cost` beside the answer: what the operation
 * takes of each limit, measured as the limits measure it.
 */
export function costOnRequest(): Plugin<{ params?: { extensions?: { cost?: unknown } | null } }> {
  return {
    onExecute({ args }) {
      if (args.contextValue.params?.extensions?.cost !== true) return
      const cost = costOf(args)
      if (cost === null) return
      return {
        onExecuteDone({ result, setResult }) {
          if (isAsyncIterable(result)) return
          setResult({ ...result, extensions: { ...result.extensions, cost } })
        },
      }
    },
  }
}

function costOf(args: ExecutionArgs): Cost | null {
  const { schema, document } = args
  const cost = operationCost(args)
  if (cost instanceof Error) return null
  const used = { ...cost, depth: 0, aliases: 0, tokens: document.tokenCount ?? 0 }
  const noting = (measure: 'depth' | 'aliases') => ({
    n: Number.POSITIVE_INFINITY,
    // Once for each operation of the document.
    onAccept: [
      (_: unknown, { n }: { n: number }) => void Object.assign(used, { [measure]: Math.max(used[measure], n) }),
    ],
  })
  validate(schema, document, [maxDepthRule(noting('depth')), maxAliasesRule(noting('aliases'))])
  const measured = Object.entries(used).map(([measure, count]) => [
    measure,
    { used: count, limit: LIMITS[measure as Measure].most },
  ])
  return Object.fromEntries(measured)
}
