import { describe, expect, it } from 'vitest'
import { type Figure, isMet, type Row, type Run, withRun } from '../results.ts'
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
    expect(tableOf({ rows: [row(1)] }).split('\n')).toEqual([
      '| what | who | ratios and targets | a second | p50 ms | p95 | p99 | CPU ms | bytes |',
      '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| one report | the hub | 1 × raw SQL (≥ 0.6: met) | 1235 | 7.25 |  |  |  |  |',
    ]))
  it('sets figures beside those of before', () => {
    expect(comparisonOf([row(1)], [row(0.5)])).toContain('| one report | the hub | 1 × raw SQL (≥ 0.6: met) | 0.50 |')
    expect(comparisonOf([row(1)], [])).toContain('| one report | the hub | 1 × raw SQL (≥ 0.6: met) |  |')
  })
})

describe('withRun', () => {
  const run = (reports: number, rows: Row[] = []): Run => ({ reports, machine: {}, versions: {}, rows })
  it('replaces the run with as many reports, and leaves the others', () => {
    const results = withRun(withRun(withRun({}, run(58_000)), run(1_000)), run(1_000, [row(1)]))
    expect(Object.keys(results)).toEqual(['1000', '58000'])
    expect(results['1000']?.rows).toHaveLength(1)
  })
})
