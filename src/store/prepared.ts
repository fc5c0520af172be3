/** The sets of parts whose statements are prepared, with the names of these. Each takes memory in every connection: callers can ask for thousands. */
const PREPARED = new Map<string, string>()
const MOST_PREPARED = 40

/** The statement that reads a set of parts, with a name while there are few enough. */
export function prepared(parts: readonly string[], text: string): { text: string; name?: string } {
  const set = parts.join()
  if (!PREPARED.has(set) && PREPARED.size < MOST_PREPARED) PREPARED.set(set, `parts_${PREPARED.size}`)
  const name = PREPARED.get(set)
  return name === undefined ? { text } : { text, name }
}
