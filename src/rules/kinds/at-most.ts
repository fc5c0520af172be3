import type { Kind } from '../relation.ts'

/** The left side does not exceed the right. */
export const atMost: Kind = {
  name: 'AT_MOST',
  sign: '≤',
  brokenSign: '>',
  holds: (left, right) => left.lte(right),
}
