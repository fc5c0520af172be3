import type { Plugin } from 'graphql-yoga'
import { LIMITS, type LimitName } from '../../graphql/limits.ts'
import { refusal } from '../../graphql/refusals.ts'

const OF = 'variableLevels' satisfies LimitName

/** Phase: parsing. Variables are taken apart recursively, and filters stand in each other: thousands of levels would exhaust the stack. */
export function variablesLimit(): Plugin {
  const { most, code } = LIMITS[OF]
  return {
    onParams({ params }) {
      let level: readonly unknown[] = [params.variables]
      for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > most) {
          throw refusal(code, `Expected variables of at most ${most} levels, got deeper ones.`, {
            ...{ of: OF, limit: most, got: null },
            http: { status: 400 },
          })
        }
        level = level.flatMap(partsOf)
      }
    },
  }
}

function partsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  return isPlain ? Object.values(value) : []
}
