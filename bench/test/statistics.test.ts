import { describe, expect, it } from 'vitest'
import { median, percentile, ratioOf } from '../statistics.ts'

describe('median', () => {
  it('is the middle one, in whatever order they come', () => expect(median([9, 1, 5])).toBe(5))
  it('lies half-way between two in the middle', () => expect(median([1, 2, 4, 100])).toBe(3))
  it('of one is that one', () => expect(median([7])).toBe(7))
  it('of none is nothing', () => expect(() => median([])).toThrow('got none'))
})

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)
  it('is a value that came', () => expect(percentile(hundred, 95)).toBe(95))
  it('of a few is the largest one', () => expect(percentile([3, 1, 2], 99)).toBe(3))
  it('of numbers goes by their size, not their spelling', () => expect(percentile([10, 9, 1], 50)).toBe(9))
})

describe('ratioOf', () => {
  it('compares within rounds: what slows a round down is no part of it', () =>
    // Twice as fast in each round; in the last round everything takes ten times as long.
    expect(ratioOf([200, 220, 20], [100, 110, 10])).toBe(2))
  it('takes the middle round', () => expect(ratioOf([300, 200, 100], [100, 100, 100])).toBe(2))
  it('refuses rounds that have no partner', () => expect(() => ratioOf([1, 2], [1])).toThrow('got 2 and 1'))
})
