import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { type ExecutionArgs, type ExecutionResult, validate } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { LIMITS } from '../../graphql/limits.ts'
import { operationCost } from '../operation-cost.ts'

type Measure = 'complexity' | 'breadth' | 'depth' | 'aliases' | 'tokens'

/** What an operation takes of each limit. */
type Cost = Readonly<Record<Measure, { readonly used: number; readonly limit: number }>>

/**
 * Phase: execution. Whoever asks with `"extensions": { "cost": true }` gets `extensions.cost` beside the answer: what the operation
 * takes of each limit, measured as the limits measure it. Of an answer in parts the first has it, of a subscription the first event.
 */
export function costOnRequest(): Plugin<{ params?: { extensions?: { cost?: unknown } | null } }> {
  return {
    onExecute({ args }) {
      const cost = costAsked(args)
      return cost && { onExecuteDone: (done) => told(cost, done) }
    },
    onSubscribe({ args }) {
      const cost = costAsked(args)
      return cost && { onSubscribeResult: (done) => told(cost, done) }
    },
  }
}

interface Done {
  readonly result: ExecutionResult | AsyncIterable<ExecutionResult>
  readonly setResult: (result: ExecutionResult) => void
}

function told(cost: Cost, { result, setResult }: Done) {
  const withCost = (part: ExecutionResult) => ({ ...part, extensions: { ...part.extensions, cost } })
  if (!isAsyncIterable(result)) {
    setResult(withCost(result))
    return
  }
  let isFirst = true
  return {
    onNext(next: Done) {
      if (isFirst && !isAsyncIterable(next.result)) next.setResult(withCost(next.result))
      isFirst = false
    },
  }
}

type Asked = ExecutionArgs & { readonly contextValue: { readonly params?: { extensions?: { cost?: unknown } | null } } }

const costAsked = (args: Asked): Cost | undefined =>
  args.contextValue.params?.extensions?.cost === true ? costOf(args) : undefined

function costOf(args: ExecutionArgs): Cost | undefined {
  const { schema, document } = args
  const cost = operationCost(args)
  if (cost instanceof Error) return
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
