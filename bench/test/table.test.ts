import { describe, expect, it } from 'vitest'
import { type Figure, isMet, type Part, type Row, rowsOf, withPart } from '../results.ts'
import { comparisonOf, figureInWords, inDigits, tableOf } from '../table.ts'

const figure = (value: number, target?: Figure['target']): Figure => {
  return { against: 'raw SQL', unit: '×', value, ...(target && { target }) }
}
const row = (value: number): Row => ({
  what: 'one-report',
  who: 'hub',
  title: 'one report',
  by: 'the hub',
  figures: [figure(value, { atLeast: 0.6 })],
  measured: { perSecond: 1234.5, p50: 7.25 },
})

describe('isMet', () => {
  it('holds at the target itself', () => expect(isMet(figure(0.6, { atLeast: 0.6 }))).toBe(true))
  it('fails below a least', () => expect(isMet(figure(0.59, { atLeast: 0.6 }))).toBe(false))
  it('fails above a most', () => expect(isMet(figure(2.01, { atMost: 2 }))).toBe(false))
  it('fails at what has to be exceeded', () => expect(isMet(figure(1, { above: 1 }))).toBe(false))
  it('is nothing without a target', () => expect(isMet(figure(1))).toBeNull())
})

describe('the table', () => {
  it('says of a figure what it is, against whom, and whether that is enough', () => {
    expect(figureInWords(figure(0.5, { atLeast: 0.6 }))).toBe('0.50 × raw SQL (≥ 0.6: NOT MET)')
    expect(figureInWords({ ...figure(3.21), byProcessor: 4 })).toBe('3.21 × raw SQL [4]')
    expect(figureInWords({ against: '', unit: 'ms', value: 49.9, target: { atMost: 50 } })).toBe('49.9 ms (≤ 50: met)')
  })
  it('has few digits', () =>
    expect([1234.5, 45.67, 4.567, 0.0456].map(inDigits)).toEqual(['1235', '45.7', '4.57', '0.05']))
  it('has a line for each row, and nothing where nothing was measured', () =>
    expect(tableOf([row(1)]).split('\n')).toEqual([
      '| what | who | ratios and targets | a second | p50 ms | p95 | p99 | CPU ms | bytes |',
      '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| one report | the hub | 1 × raw SQL (≥ 0.6: met) | 1235 | 7.25 |  |  |  |  |',
    ]))
  it('sets figures beside those of before', () => {
    expect(comparisonOf([row(1)], [row(0.5)])).toContain('| one report | the hub | 1 × raw SQL (≥ 0.6: met) | 0.50 |')
    expect(comparisonOf([row(1)], [])).toContain('| one report | the hub | 1 × raw SQL (≥ 0.6: met) |  |')
  })
})

describe('withPart', () => {
  const part = (...rows: Row[]): Part => ({ machine: {}, versions: {}, rows })
  it('replaces what was measured of the part, and leaves all else', () => {
    const before = withPart(withPart({}, 58_000, 'pages', part(row(3))), 1_000, 'pages', part(row(1)))
    const results = withPart(withPart(before, 1_000, 'memory', part(row(5))), 1_000, 'pages', part(row(2)))
    const told = (reports: number) => rowsOf(results, reports).map(({ figures }) => figures[0]?.value)
    expect(told(1_000)).toEqual([2, 5])
    expect(told(58_000)).toEqual([3])
    expect(told(10_000)).toEqual([])
  })
})
