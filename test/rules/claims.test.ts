import { describe, expect, it } from 'vitest'
import type { AgencyKind } from '../../src/domain/agency.ts'
import type { ClaimScope } from '../../src/domain/claim.ts'
import type { Form } from '../../src/domain/forms.ts'
import { judgementOf } from '../../src/rules/judge.ts'
import type { Example, Given } from '../../src/rules/rule.ts'
import { exampleOn } from './report-of.ts'

type Said = NonNullable<Example['claims']>[number]

/** The rules broken, with what a sentence says and what the table does. */
const broken = (form: Form, given: Given, claims: readonly Said[], agency: AgencyKind = 'GOVERNMENT') =>
  judgementOf(exampleOn(form, { why: '', given, claims, agency, verdict: 'BROKEN' })).findings.map(
    ({ ruleId, left, right }) => `${ruleId} ${left.value} ${right.value}`,
  )

const received = (value: string, scope: ClaimScope | null = null, approximate = false): Said => {
  return { subject: 'applications.RECEIVED.TOTAL', value, scope, approximate }
}
const TABLE = { 'applications.RECEIVED.TOTAL': 100, 'applications.CARRIED_IN.TOTAL': 7 }

describe('like is compared with like', () => {
  it.each<[string, readonly Said[], AgencyKind, string[]]>([
    ['a number of nobody in particular', [received('101')], 'GOVERNMENT', ['prose.applications 101 100']],
    [
      'the whole district, in its government',
      [received('101', 'DISTRICT')],
      'GOVERNMENT',
      ['prose.applications 101 100'],
    ],
    ['the government alone, whose table may be the whole district', [received('20', 'AGENCY')], 'GOVERNMENT', []],
    ['the whole district, in a department', [received('900', 'DISTRICT')], 'DEPARTMENT', []],
    ['the department alone', [received('20', 'AGENCY')], 'DEPARTMENT', ['prose.applications 20 100']],
    [
      'the whole district beside a government whose number fits',
      [received('100', 'AGENCY'), received('900', 'DISTRICT')],
      'GOVERNMENT',
      [],
    ],
    ['new and carried in together', [received('107')], 'GOVERNMENT', []],
    ['a part beside a number that fits', [received('100'), received('90')], 'GOVERNMENT', []],
    [
      'more than all beside a number that fits',
      [received('100'), received('110')],
      'GOVERNMENT',
      ['prose.applications 110 100'],
    ],
    [
      'the same number twice is one finding',
      [received('90'), received('90')],
      'GOVERNMENT',
      ['prose.applications 90 100'],
    ],
  ])('%s', (_what, claims, agency, findings) => expect(broken('FORM_2021', TABLE, claims, agency)).toEqual(findings))
})

describe('a number that is about right', () => {
  it.each([
    ['3300', 3347, true],
    ['461', 500, true],
    ['461', 508, false],
    ['1000', 2000, true],
    ['1000', 2001, false],
    ['20', 29, true],
    ['20', 31, false],
  ])('some %s are %d: %s', (value, figure, holds) => {
    const given = { 'applications.RECEIVED.TOTAL': figure, 'applications.CARRIED_IN.TOTAL': 0 }
    expect(broken('FORM_2021', given, [received(value, null, true)])).toHaveLength(holds ? 0 : 1)
  })
})

describe('suits pending, of both routes', () => {
  it('are compared though no form counts them so', () => {
    const given = { 'litigation.DIRECT.PENDING': 1, 'litigation.AFTER_REVIEW.PENDING': 1 }
    const pending = (value: string): Said => ({ subject: 'litigation.ALL.PENDING' as Said['subject'], value })
    expect(broken('FORM_2021', given, [pending('2')])).toEqual([])
    expect(broken('FORM_2021', given, [pending('3')])).toEqual(['prose.litigation 3 2'])
  })
})

describe('the status of a report', () => {
  const statusOf = (given: Given, claims: readonly Said[] = [], form: Form | null = 'FORM_2021') =>
    judgementOf(exampleOn(form, { why: '', given, claims, verdict: 'HOLDS' })).status

  const review = { 'review.UPHELD': 1, 'review.CORRECTED': 0, 'review.OTHER': 0, 'review.PENDING': 0 }
  it.each([
    ['CLEAN', statusOf({ ...review, 'review.TOTAL': 1 })],
    ['ERRORS', statusOf({ ...review, 'review.TOTAL': 2 })],
    ['WARNINGS', statusOf({ ...review, 'review.TOTAL': 1 }, [{ subject: 'review.TOTAL', value: '3' }])],
    ['UNJUDGED', statusOf({ ...review, 'review.TOTAL': null })],
    ['UNJUDGED', statusOf({ ...review, 'review.TOTAL': 2 }, [], null)],
  ])('%s', (status, found) => expect(found).toBe(status))

  it('lists every rule of the form once, and none of another', () => {
    const { held, broken, unknown } = judgementOf(exampleOn('FORM_2014', { why: '', given: {}, verdict: 'UNKNOWN' }))
    expect([...held, ...broken]).toEqual([])
    expect(unknown).toContain('statistics.staff')
    expect(unknown).not.toContain('applications.balance')
    expect(unknown).not.toContain('years.items')
    expect(new Set(unknown).size).toBe(unknown.length)
  })
})
