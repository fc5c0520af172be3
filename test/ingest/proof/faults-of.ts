import type { Held, Proof } from './prove.ts'

/** What was to be and is not; empty when each report is there once, whole. */
export function faultsOf(proof: Proof, reports: number): string[] {
  const { first, afterFirst, again, afterAgain, eight, eightCodes, afterEight, overlapping } = proof
  const whole = (count: number): Held => ({
    reports: count,
    revisions: count,
    incomplete: 0,
    created: count,
    waiting: 0,
  })
  const expectations: [string, unknown, unknown][] = [
    ['what the store holds', afterFirst, whole(reports)],
    // One that was stored when the process died is stored once, and told so.
    ['what the first was told', [first.code, first.told], [0, { CREATED: reports }]],
    ['what the second was told', [again.code, again.told], [0, { UNCHANGED: reports }]],
    ['what the store holds after the second', afterAgain, afterFirst],
    ['how the eight ended', eightCodes, Array(8).fill(0)],
    ['what the eight were told', eight, { CREATED: overlapping, UNCHANGED: overlapping * 3 }],
    ['what the store holds after the eight', afterEight, whole(reports + overlapping)],
  ]
  return expectations.flatMap(([what, got, expected]) => {
    const [came, wanted] = [got, expected].map(inOrder)
    return came === wanted ? [] : [`Expected ${what} to be ${wanted}, got ${came}.`]
  })
}

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
