import type { Kind } from '../relation.ts'

/** Both sides come to the same. */
export const equation: Kind = {
  name: 'EQUATION',
  sign: '=',
  brokenSign: '≠',
  holds: (left, right) => left.eq(right),
}
