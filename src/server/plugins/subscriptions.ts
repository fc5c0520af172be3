import { useExtendContextValuePerExecuteSubscriptionEvent } from '@envelop/execute-subscription-event'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Context } from '../../graphql/context.ts'
import { tooManySubscriptions } from '../../graphql/refusals.ts'
import type { Database } from '../../store/database.ts'
import { createLoaders } from '../../store/loaders.ts'

/** Phase: execution. Counts the subscriptions that are served, and refuses one over the limit. */
export function subscriptionLimit(limit: number): Plugin {
  let served = 0
  return {
    onSubscribe({ setResultAndStopExecution }) {
      if (served >= limit) return setResultAndStopExecution({ errors: [tooManySubscriptions(limit)] })
      served += 1
      let isServed = true
      const leave = () => {
        if (isServed) served -= 1
        isServed = false
      }
      return {
        onSubscribeResult: ({ result }) => {
          // A subscription that was refused, for its arguments or otherwise, is no stream.
          if (!isAsyncIterable(result)) return leave()
          return { onEnd: leave }
        },
        onSubscribeError: leave,
      }
    },
  }
}

/** Phase: execution. Each event is answered from the store as it is then: what was loaded for an earlier one is forgotten. */
export const freshLoaders = (database: Database) =>
  useExtendContextValuePerExecuteSubscriptionEvent(() => ({
    contextPartial: { loaders: createLoaders(database) } satisfies Partial<Context>,
  }))
