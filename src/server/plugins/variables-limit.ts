import type { Plugin } from 'graphql-yoga'
import { badRequest } from '../errors.ts'

/** Phase: parsing. Variables are taken apart recursively, and filters stand in each other: thousands of levels would exhaust the stack. */
export function variablesLimit(maxLevels: number): Plugin {
  return {
    onParams({ params }) {
      let level: readonly unknown[] = [params.variables]
      for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > maxLevels) {
          throw badRequest(`Expected variables of at most ${maxLevels} levels, got deeper ones.`)
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
