/** The same ones, beginning with another one in each round. */
export function inTurn<Entry>(entries: readonly Entry[], round: number): readonly Entry[] {
  const from = entries.length === 0 ? 0 : round % entries.length
  return [...entries.slice(from), ...entries.slice(0, from)]
}
