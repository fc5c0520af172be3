import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/domain/forms.ts'
import { hasSharedFolder, readSharedJson } from '../shared-folder.ts'
import { type Given, reportOf } from './report-of.ts'
import { tableFindingsOf } from './table-findings.ts'

/** rule: left sign right (difference), as short as a finding can be told. */
const found = (form: Form | null, given: Given) =>
  tableFindingsOf(reportOf(form, given)).map(({ severity, ruleId, left, right, difference }) =>
    [severity, ruleId, left.value, right.value, difference].join(' '),
  )

describe.skipIf(!hasSharedFolder)('the tables of the five published reports', () => {
  it.each([
    ['daxing-2020', []],
    ['xigong-2020', []],
    ['shijingshan-2022', []],
    [
      'tongzhou-2018',
      ['NOTICE statistics.normative-documents-issued 333 181 152', 'ERROR statistics.answers 655 654 1'],
    ],
    [
      'chaoyang-2017',
      ['NOTICE statistics.normative-documents-issued 33874 2945 30929', 'ERROR statistics.staff 224 235 -11'],
    ],
  ])('%s', async (report, findings) => {
    const { form, figures } = await readSharedJson<{ form: Form; figures: Given }>(`expected/${report}.json`)
    expect(found(form, figures)).toEqual(findings)
  })
})

describe.skipIf(!hasSharedFolder)('the tables of three more', () => {
  it.each([
    ['suqian-2023', []],
    ['suqian-2024', []],
    // Prints totals of zero beside cases; it keeps the single row of otherwise handled requests on the form of 2021.
    ['hongze-2023', ['ERROR review.results 11 0 11', 'ERROR litigation.results 5 0 5']],
  ])('%s', async (report, findings) => {
    const { form, figures } = await readSharedJson<{ form: Form; figures: Given }>(`published/expected/${report}.json`)
    expect(found(form, figures)).toEqual(findings)
  })
})

describe('a finding', () => {
  it('names the figures of both sides and says them, with the difference', () => {
    const given = {
      'disclosure.STAFF.COUNT': 224,
      'disclosure.STAFF_FULL_TIME.COUNT': 52,
      'disclosure.STAFF_PART_TIME.COUNT': 183,
    }
    expect(tableFindingsOf(reportOf('FORM_2014', given))).toMatchObject([
      {
        ruleId: 'statistics.staff',
        severity: 'ERROR',
        message: '从事政府信息公开工作人员数 224 ≠ 专职人员数 52 + 兼职人员数 183 = 235，相差 11',
        left: { paths: ['disclosure.STAFF.COUNT'], value: '224' },
        right: { paths: ['disclosure.STAFF_FULL_TIME.COUNT', 'disclosure.STAFF_PART_TIME.COUNT'], value: '235' },
        difference: '-11',
      },
    ])
  })

  it('counts zeros instead of listing them', () => {
    const given = {
      'review.UPHELD': 4,
      'review.CORRECTED': 0,
      'review.OTHER': 0,
      'review.PENDING': 1,
      'review.TOTAL': 4,
    }
    expect(tableFindingsOf(reportOf('FORM_2021', given))[0]?.message).toBe(
      '行政复议：结果维持 4 + 行政复议：尚未审结 1（另有 2 项为 0） = 5 ≠ 行政复议：总计 4，相差 1',
    )
  })

  it('is made for each broken column', () => {
    const column = (applicant: 'NATURAL_PERSON' | 'TOTAL', carriedOver: number): Given => ({
      [`applications.RECEIVED.${applicant}`]: 3,
      [`applications.CARRIED_IN.${applicant}`]: 0,
      [`applications.HANDLED_TOTAL.${applicant}`]: 3,
      [`applications.CARRIED_OVER.${applicant}`]: carriedOver,
    })
    expect(found('FORM_2021', { ...column('NATURAL_PERSON', 1), ...column('TOTAL', 2) })).toEqual([
      'ERROR applications.balance 3 4 -1',
      'ERROR applications.balance 3 5 -2',
    ])
  })
})

describe('what is not stated is not zero', () => {
  const whole = { 'disclosure.STAFF.COUNT': 52, 'disclosure.STAFF_FULL_TIME.COUNT': 52 }

  it.each([
    ['a blank cell', { ...whole, 'disclosure.STAFF_PART_TIME.COUNT': null }],
    ['an unreadable cell', { ...whole, 'disclosure.STAFF_PART_TIME.COUNT': '约30' }],
    ['a missing row', whole],
    ['a blank total', { ...whole, 'disclosure.STAFF.COUNT': null, 'disclosure.STAFF_PART_TIME.COUNT': 3 }],
  ])('%s breaks nothing', (_what, given) => expect(found('FORM_2014', given)).toEqual([]))
})

describe('each form has its own arithmetic', () => {
  it('reports without a form, and figures of another form, are not judged', () => {
    const given = {
      'disclosure.STAFF.COUNT': 1,
      'disclosure.STAFF_FULL_TIME.COUNT': 1,
      'disclosure.STAFF_PART_TIME.COUNT': 1,
    }
    expect(found(null, given)).toEqual([])
    expect(found('FORM_2021', given)).toEqual([])
  })

  it('of 2014: reconsideration has no pending cases', () => {
    const given = { 'review.UPHELD': 7, 'review.CORRECTED': 4, 'review.OTHER': 2, 'review.TOTAL': 13 }
    expect(found('FORM_2014', given)).toEqual([])
    expect(found('FORM_2014', { ...given, 'review.TOTAL': 14 })).toEqual(['ERROR statistics.review 14 13 1'])
  })

  it('of 2014: the key areas need not add up to their heading, nor requests closed to requests received', () => {
    expect(found('FORM_2014', { 'applications.CLOSED.TOTAL': 12, 'applications.RECEIVED.TOTAL': 10 })).toEqual([])
  })
})

describe('sums are exact', () => {
  it('where binary fractions are not: 0.1 + 0.2 = 0.3', () => {
    const given = {
      'disclosure.STAFF.COUNT': '0.3',
      'disclosure.STAFF_FULL_TIME.COUNT': '0.1',
      'disclosure.STAFF_PART_TIME.COUNT': '0.2',
    }
    expect(found('FORM_2014', given)).toEqual([])
  })

  it('and written without an exponent', () => {
    const given = {
      'disclosure.STAFF.COUNT': '0',
      'disclosure.STAFF_FULL_TIME.COUNT': '999999999999999',
      'disclosure.STAFF_PART_TIME.COUNT': '999999999999999',
    }
    expect(found('FORM_2014', given)).toEqual(['ERROR statistics.staff 0 1999999999999998 -1999999999999998'])
  })
})
