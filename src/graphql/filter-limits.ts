import { z } from 'zod'
import { LIMITS, type LimitName, type OverLimit } from './limits.ts'

const MAX_LEVELS = LIMITS.filterLevels.most
const MAX_CONDITIONS = LIMITS.filterConditions.most

/** An issue that names the limit. What came is not counted to its end. */
function over(of: LimitName, message: string) {
  const params: OverLimit = { of, limit: LIMITS[of].most, got: null }
  return { code: 'custom', message, params: { ...params } } as const
}

/**
 * A filter that is no larger than that. Filters stand in each other by AND, OR and NOT, by some, every and none, and by relations; a
 * condition is a value that is asked for, or a filter that asks for nothing.
 */
export const withinLimits = z.unknown().superRefine((filter, refusal) => {
  let conditions = 0
  for (const level of conditionsOf(filter)) {
    conditions += 1
    if (level > MAX_LEVELS) {
      return refusal.addIssue(
        over(
          'filterLevels',
          `Expected a filter of at most ${MAX_LEVELS} levels, got a deeper one. Conditions beside each other need no level of their own: all given ones must hold.`,
        ),
      )
    }
    if (conditions > MAX_CONDITIONS) {
      return refusal.addIssue(
        over(
          'filterConditions',
          `Expected a filter of at most ${MAX_CONDITIONS} conditions in all, got more. Many values of one field are one condition by "in".`,
        ),
      )
    }
  }
})

const QUANTIFIERS: ReadonlySet<string> = new Set(['some', 'every', 'none'])
const COMPARISONS: ReadonlySet<string> = new Set([
  ...['equals', 'in', 'startsWith', 'contains', 'containsAny'],
  ...['gte', 'lte', 'lt'],
])

/** The level of each condition. What is too deep is given before it is entered: values of variables can be as deep as they like. */
function* conditionsOf(value: unknown, level = 0): Generator<number, void, undefined> {
  if (value == null) return
  if (level > MAX_LEVELS || !isFilter(value)) {
    yield level
    return
  }
  const entries = Object.entries(value).filter(([, part]) => part != null)
  const isWrapper = entries.some(([name]) => QUANTIFIERS.has(name) || COMPARISONS.has(name))
  const own = isWrapper ? level : level + 1
  if (entries.length === 0) yield own
  for (const [name, part] of entries) {
    const inner = COMPARISONS.has(name) ? [part] : [part].flat()
    for (const one of inner) yield* conditionsOf(one, own)
  }
}

const isFilter = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
