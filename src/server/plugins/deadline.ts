import type { GraphQLError } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { LIMITS, type LimitName } from '../../graphql/limits.ts'
import { refusal } from '../../graphql/refusals.ts'

/**
 * Phase: execution. Gives an operation up after so many milliseconds, or as soon as nobody waits for its answer any more.
 * One whose answer is kept is done to its end without its sender.
 */
export function deadline(milliseconds: number): Plugin<{ readonly isClaimed?: boolean }> {
  return {
    onExecute({ args }) {
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(tookTooLong(milliseconds)), milliseconds)
      const { request, isClaimed = false } = args.contextValue
      Object.assign(args, { signal: controller.signal })
      // A signal made of two costs more than all else here.
      const leave = () => controller.abort(request.signal.reason)
      if (!isClaimed && request.signal.aborted) leave()
      else if (!isClaimed) request.signal.addEventListener('abort', leave, { once: true })
      const done = () => {
        clearTimeout(timer)
        request.signal.removeEventListener('abort', leave)
      }
      // An answer in parts is under way until the last one.
      return { onExecuteDone: ({ result }) => (isAsyncIterable(result) ? { onEnd: done } : done()) }
    },
  }
}

function tookTooLong(milliseconds: number): GraphQLError {
  const of: LimitName = 'milliseconds'
  return refusal(
    LIMITS[of].code,
    `Expected an operation of at most ${milliseconds / 1000} s, got one that takes longer. Ask for less, or later; a mutation may have been done.`,
    { of, limit: milliseconds, got: null, http: { status: 503 } },
  )
}
