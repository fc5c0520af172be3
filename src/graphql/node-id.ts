import { badUserInput } from './refusals.ts'

// Node ids are the keys of the store, readable: `Report` of agency 7 for 2021 is `7-2021`, its second revision `7-2021-2`.

/** An id of one integer, taken apart. */
export function idOfInteger(id: string): number {
  const [integer] = integersOf(id, 1)
  return integer as number
}

/** An id of several integers, taken apart. */
export function integersOf(id: string, count: number): readonly number[] {
  const integers = id.split('-').map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : Number.NaN))
  if (integers.length !== count || integers.some(Number.isNaN)) {
    throw badUserInput(`Expected a global id as another query gave it, got one that reads "${id}".`)
  }
  return integers
}
