/** A statement as it is sent: with a name it is prepared, once in every connection. */
export interface PreparedStatement {
  readonly text: string
  readonly name?: string
}

/**
 * Names the statements that read sets of parts: the first so many sets have a name for good. Each takes memory in every connection, and callers can ask
 * for thousands.
 */
export function preparedStatements(
  family: string,
  most: number,
): (parts: readonly string[], text: string) => PreparedStatement {
  const names = new Map<string, string>()
  return (parts, text) => {
    const set = parts.join()
    if (!names.has(set) && names.size < most) names.set(set, `${family}_${names.size}`)
    const name = names.get(set)
    return name === undefined ? { text } : { text, name }
  }
}

/**
 * Rows of parameters from `$1` on, each an array of its type, as `unnest` gives them. The planner does not see how long the arrays are: otherwise a plan for these
 * few rows looks better each time than one that is kept, and planning takes longer than all else.
 */
export const unnested = (...types: readonly string[]): string =>
  `unnest(${types.map((type, place) => `(SELECT $${place + 1}::${type}[])`).join(', ')})`
