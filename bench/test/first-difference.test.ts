import { describe, expect, it } from 'vitest'
import { firstDifference } from '../first-difference.ts'

describe('firstDifference', () => {
  it('is none between equal values, whatever the order of keys', () =>
    expect(firstDifference({ a: [1, { b: null }], c: 2 }, { c: 2, a: [1, { b: null }] })).toBeNull())
  it('says where', () =>
    expect(firstDifference([{ cells: ['x', 'y'] }], [{ cells: ['x', 'z'] }])).toBe('[0].cells[1]: "y" and "z"'))
  it('says how many entries there are when one list goes on', () =>
    expect(firstDifference({ nodes: [1, 2] }, { nodes: [1] })).toBe('nodes: 2 and 1 entries'))
  it('takes what is missing for a difference', () =>
    expect(firstDifference({ value: null }, {})).toBe('value: null and nothing'))
  it('does not take a number for its text', () => expect(firstDifference(12, '12')).toBe('the answer: 12 and "12"'))
  it('does not take nothing for zero', () => expect(firstDifference({ value: 0 }, { value: null })).not.toBeNull())
})
