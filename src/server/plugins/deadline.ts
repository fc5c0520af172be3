import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { openDeadline } from '../open-deadline.ts'

/**
 * Phase: execution. Gives an operation up after so many milliseconds, or as soon as nobody waits for its answer any more.
 * One whose answer is kept is done to its end without its sender.
 */
export function deadline(milliseconds: number): Plugin<{ readonly isClaimed?: boolean }> {
  return {
    onExecute({ args }) {
      const { request, isClaimed = false } = args.contextValue
      const { signal, giveUp, close } = openDeadline(milliseconds)
      Object.assign(args, { signal })
      // A signal made of two costs more than all else here.
      const leave = () => giveUp(request.signal.reason)
      if (!isClaimed && request.signal.aborted) leave()
      else if (!isClaimed) request.signal.addEventListener('abort', leave, { once: true })
      const done = () => {
        close()
        request.signal.removeEventListener('abort', leave)
      }
      // An answer in parts is under way until the last one.
      return { onExecuteDone: ({ result }) => (isAsyncIterable(result) ? { onEnd: done } : done()) }
    },
  }
}
