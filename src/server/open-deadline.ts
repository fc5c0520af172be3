import type { GraphQLError } from 'graphql'
import { LIMITS, type LimitName } from '../graphql/limits.ts'
import { refusal } from '../graphql/refusals.ts'

/** What ends an operation before it is done. */
export interface Deadline {
  readonly signal: AbortSignal
  readonly giveUp: (reason?: unknown) => void
  /** It is done. */
  readonly close: () => void
}

/** Gives an operation up after so many milliseconds. */
export function openDeadline(milliseconds: number): Deadline {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(tookTooLong(milliseconds)), milliseconds)
  return {
    signal: controller.signal,
    giveUp: (reason) => controller.abort(reason),
    close: () => clearTimeout(timer),
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
