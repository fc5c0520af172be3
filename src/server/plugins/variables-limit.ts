import type { Plugin } from 'graphql-yoga'
import { LIMITS, type LimitName } from '../../graphql/limits.ts'
import { refusal } from '../../graphql/refusals.ts'
import { isTooDeep } from '../variable-levels.ts'

const OF = 'variableLevels' satisfies LimitName

/** Phase: parsing. Variables are taken apart recursively, and filters stand in each other: thousands of levels would exhaust the stack. */
export function variablesLimit(): Plugin {
  const { most, code } = LIMITS[OF]
  return {
    onParams({ params }) {
      if (!isTooDeep(params.variables)) return
      throw refusal(code, `Expected variables of at most ${most} levels, got deeper ones.`, {
        ...{ of: OF, limit: most, got: null },
        http: { status: 400 },
      })
    },
  }
}
