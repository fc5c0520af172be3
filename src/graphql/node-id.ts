import { badUserInput } from './refusals.ts'

// Node ids are the keys of the store, readable: `Report` of agency 7 for 2021 is `7-2021`, its second revision `7-2021-2`.

/** The key of an agency. */
export function agencyKeyOf(id: string): number {
  const [agencyId = 0] = keyOf(id, /^(\d{1,9})$/)
  return agencyId
}

/** The key of a report. */
export function reportKeyOf(id: string) {
  const [agencyId = 0, year = 0] = keyOf(id, /^(\d{1,9})-(\d{1,4})$/)
  return { agencyId, year }
}

/** The key of a revision. */
export function revisionKeyOf(id: string) {
  const [agencyId = 0, year = 0, number = 0] = keyOf(id, /^(\d{1,9})-(\d{1,4})-(\d{1,4})$/)
  return { agencyId, year, number }
}

function keyOf(id: string, pattern: RegExp): readonly number[] {
  const parts = pattern.exec(id)
  if (parts === null) throw badUserInput(`Expected a global id as another query gave it, got one that reads "${id}".`)
  return parts.slice(1).map(Number)
}
