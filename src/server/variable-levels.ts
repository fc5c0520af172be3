import { LIMITS } from '../graphql/limits.ts'

/** Whether the variables have more levels than they may. */
export function isTooDeep(variables: unknown): boolean {
  let level: readonly unknown[] = [variables]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.variableLevels.most) return true
    level = level.flatMap(partsOf)
  }
  return false
}

function partsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  return isPlain ? Object.values(value) : []
}
