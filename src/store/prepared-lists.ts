/** The sets of lists whose statements are prepared, with the names of these. Each takes memory in every connection: callers can ask for thousands. */
const PREPARED = new Map<string, string>()
const MOST_PREPARED = 20

/** The statement for a set of lists, with a name while there are few enough. */
export function prepared(names: readonly string[], text: string): { text: string; name?: string } {
  const set = names.join()
  if (!PREPARED.has(set) && PREPARED.size < MOST_PREPARED) PREPARED.set(set, `lists_${PREPARED.size}`)
  const name = PREPARED.get(set)
  return name === undefined ? { text } : { text, name }
}
