import { describe, expect, it } from 'vitest'
import { totals } from '../questions/totals.ts'
import { linesOf } from '../scenarios/cells.ts'
import { oneReport } from '../scenarios/one-report.ts'
import { reportList } from '../scenarios/report-list.ts'
import { dataOf } from '../scenarios/scenario.ts'
import { twentyReports } from '../scenarios/twenty-reports.ts'

// What each contestant answers of the same report, as it comes over the network.

const disclosure = { item: 'ADMINISTRATIVE_FEES', measure: 'AMOUNT', state: 'STATED' }
const received = { row: 'RECEIVED', applicant: 'TOTAL', state: 'STATED', value: 12 }
const blank = { row: 'GRANTED', applicant: 'TOTAL', state: 'BLANK', value: null }
const review = { result: 'UPHELD', state: 'STATED', value: 0 }
const litigation = { route: 'DIRECT', result: 'PENDING', state: 'STATED', value: 3 }
const cells = (amount: string | number, outcomes = [received, blank]) => ({
  disclosureItems: [{ ...disclosure, value: amount }],
  applicationOutcomes: outcomes,
  reviewResults: [review],
  litigationResults: [litigation],
})

const HUB = { year: 2021, ...cells('3.5') }
const POSTGRAPHILE = { year: 2021, current: cells('3.5000', [blank, received]) }
const PRISMA = { year: 2021, current: cells('3.5') }
const SQL = { year: 2021, ...cells(3.5) }

describe('cells', () => {
  it('are a line each, in one order, a blank no zero', () =>
    expect(linesOf(cells('10.0000'))).toEqual([
      'applications.GRANTED.TOTAL BLANK null',
      'applications.RECEIVED.TOTAL STATED 12',
      'disclosure.ADMINISTRATIVE_FEES.AMOUNT STATED 10',
      'litigation.DIRECT.PENDING STATED 3',
      'review.UPHELD STATED 0',
    ]))
  it('keep the zeros of whole numbers', () => expect(linesOf(cells('100'))[2]).toMatch(/ 100$/))
})

describe('one shape', () => {
  it('has one report from everybody', () => {
    const { hub, postgraphile, pothosPrisma, rawSql } = oneReport.normalise
    const expected = rawSql(SQL)
    expect(hub({ data: { report: HUB } })).toEqual(expected)
    expect(postgraphile({ data: { report: POSTGRAPHILE } })).toEqual(expected)
    expect(pothosPrisma({ data: { report: PRISMA } })).toEqual(expected)
  })

  it('has twenty reports from everybody, in their order', () => {
    const { hub, postgraphile, pothosPrisma, rawSql } = twentyReports.normalise
    const other = { ...SQL, year: 2020 }
    const expected = rawSql([SQL, other])
    expect(hub({ data: { reports: { nodes: [HUB, { ...HUB, year: 2020 }] } } })).toEqual(expected)
    expect(postgraphile({ data: { reports: [POSTGRAPHILE, { ...POSTGRAPHILE, year: 2020 }] } })).toEqual(expected)
    const edges = [{ node: PRISMA }, { node: { ...PRISMA, year: 2020 } }]
    expect(pothosPrisma({ data: { reports: { edges } } })).toEqual(expected)
    expect(rawSql([other, SQL])).not.toEqual(expected)
  })

  it('has the list from everybody', () => {
    const { hub, postgraphile, pothosPrisma, rawSql } = reportList.normalise
    const district = { code: '110115', fullName: '北京市大兴区' }
    const expected = rawSql([{ year: 2021, district, figures: [received, blank] }])
    expect(hub({ data: { reports: { nodes: [{ year: 2021, district, figures: [blank, received] }] } } })).toEqual(
      expected,
    )
    const current = { RECEIVED: [received], GRANTED: [blank], CARRIED_OVER: [] }
    expect(postgraphile({ data: { reports: [{ year: 2021, district, current }] } })).toEqual(expected)
    const node = { year: 2021, district, current: { figures: [received, blank] } }
    expect(pothosPrisma({ data: { reports: { edges: [{ node }] } } })).toEqual(expected)
  })

  it('has totals as the hub and the statement tell them', () => {
    const counts = { stated: 2, blank: 1, unreadable: 0 }
    const key = { row: 'GRANTED', applicant: 'TOTAL', year: 2021 }
    expect(
      totals.normalise.hub({
        data: { totals: { totalCount: 7, nodes: [{ key, sum: '12', reports: 3, figures: counts }] } },
      }),
    ).toEqual(totals.normalise.sql([{ ...key, ...counts, sum: '12', reports: 3, groups: 7 }]))
  })

  it('has nothing of an answer with errors', () =>
    expect(() => dataOf({ errors: [{ message: 'no' }], data: null })).toThrow('without errors'))
})
