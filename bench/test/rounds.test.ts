import { describe, expect, it } from 'vitest'
import { type MeteredRound, ratio, summary } from '../rounds.ts'

const round = (perSecond: number, processor: number | null): MeteredRound => {
  return { perSecond, p50: 1, p95: 2, p99: 3, bytes: 100, processor }
}

describe('ratio', () => {
  it('is of answers a second, and by processor time the other way round', () => {
    const figure = ratio('raw SQL', [round(100, 4), round(50, 4)], [round(200, 2), round(100, 2)], { atLeast: 0.6 })
    expect(figure).toEqual({ against: 'raw SQL', unit: '×', value: 0.5, byProcessor: 0.5, target: { atLeast: 0.6 } })
  })
  it('has no processor time where nobody tells', () =>
    expect(ratio('raw SQL', [round(1, null)], [round(1, null)]).byProcessor).toBeNull())
})

describe('summary', () => {
  it('takes the middle round of each number', () =>
    expect(summary([round(1, 30), round(5, 10), round(3, 20)])).toMatchObject({ perSecond: 3, processor: 20 }))
  it('has no processor time unless every round has one', () =>
    expect(summary([round(1, 30), round(5, null)]).processor).toBeNull())
})
