import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { createComplexityRule } from '@pothos/plugin-complexity'
import { type ExecutionArgs, validate } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'

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
      return {
        onExecuteDone({ result, setResult }) {
          if (isAsyncIterable(result)) return
          setResult({ ...result, extensions: { ...result.extensions, cost } })
        },
      }
    },
  }
}

function costOf({ schema, document, variableValues, operationName, contextValue }: ExecutionArgs): Cost {
  const used = { complexity: 0, breadth: 0, depth: 0, aliases: 0, tokens: document.tokenCount ?? 0 }
  const noting = (measure: 'depth' | 'aliases') => ({
    n: Number.POSITIVE_INFINITY,
    // Once for each operation of the document.
    onAccept: [
      (_: unknown, { n }: { n: number }) => void Object.assign(used, { [measure]: Math.max(used[measure], n) }),
    ],
  })
  validate(schema, document, [
    maxDepthRule(noting('depth')),
    maxAliasesRule(noting('aliases')),
    createComplexityRule({
      context: contextValue as object,
      variableValues: variableValues ?? {},
      operationName: operationName ?? null,
      validate: ({ complexity, breadth }) => void Object.assign(used, { complexity, breadth }),
    }),
  ])
  const measured = Object.entries(used).map(([measure, count]) => [
    measure,
    { used: count, limit: LIMITS[measure as Measure].most },
  ])
  return Object.fromEntries(measured)
}
