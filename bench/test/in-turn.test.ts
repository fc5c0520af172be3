import { expect, it } from 'vitest'
import { inTurn } from '../in-turn.ts'

it('begins with another one in each round', () => {
  expect([0, 1, 2, 3].map((round) => inTurn(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc'])
})
