import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/domain/figure.ts'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import type { Form } from '../../src/domain/forms.ts'
import { evaluate, quotientOf } from '../../src/metrics/evaluate.ts'
import type { MetricId } from '../../src/metrics/metrics.ts'
import { quantityOfCategory, quantityOfMetric } from '../../src/metrics/quantity.ts'
import { parse } from '../../src/parse/parse.ts'
import { sample } from '../hub.ts'

const read = async (name: string) => {
  const parsed = await parse({ bytes: Buffer.from(sample(name)) })
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.report
}
const reports = {
  'chaoyang-2017': await read('chaoyang-2017'),
  'tongzhou-2018': await read('tongzhou-2018'),
  'daxing-2020': await read('daxing-2020'),
  'xigong-2020': await read('xigong-2020'),
  'shijingshan-2022': await read('shijingshan-2022'),
}

describe('a metric', () => {
  // By hand from the published tables.
  it.each<[keyof typeof reports, MetricId, numerator: string, denominator: string | null, value: string]>([
    // 109 told where it is public, and 103 granted.
    ['tongzhou-2018', 'DISCLOSURE_RATE', '212', '655', '0.323664'],
    ['tongzhou-2018', 'DISCLOSURE_RATE_WITH_PARTIAL', '221', '655', '0.337405'],
    // 54 refused, less 29 that are no government information.
    ['tongzhou-2018', 'REFUSAL_RATE', '25', '655', '0.038168'],
    ['tongzhou-2018', 'REFUSAL_RATE_THIRD_PARTY_RIGHTS', '10', '655', '0.015267'],
    ['tongzhou-2018', 'NOT_HELD_RATE', '346', '655', '0.528244'],
    ['tongzhou-2018', 'ON_TIME_SHARE', '554', '655', '0.845802'],
    ['tongzhou-2018', 'IN_PERSON_SHARE', '156', '674', '0.231454'],
    ['tongzhou-2018', 'REVIEW_CORRECTION_RATE', '4', '13', '0.307692'],
    ['tongzhou-2018', 'LITIGATION_CORRECTION_RATE', '2', '18', '0.111111'],
    ['tongzhou-2018', 'REQUESTS_RECEIVED', '674', null, '674'],
    ['chaoyang-2017', 'LETTER_SHARE', '1389', '2555', '0.54364'],
    ['chaoyang-2017', 'DISCLOSURE_RATE', '901', '2258', '0.399026'],
    ['daxing-2020', 'DISCLOSURE_RATE', '261', '962', '0.27131'],
    // 2 + 6 + 0 + 8 + 3 + 15 + 22 + 13.
    ['daxing-2020', 'REFUSAL_RATE', '69', '962', '0.071726'],
    ['daxing-2020', 'UNABLE_RATE', '501', '962', '0.52079'],
    ['daxing-2020', 'NOT_PROCESSED_RATE', '23', '962', '0.023909'],
    // 37 of 953 + 46.
    ['daxing-2020', 'BACKLOG_RATIO', '37', '999', '0.037037'],
    ['daxing-2020', 'NATURAL_PERSON_SHARE', '860', '953', '0.902413'],
    ['daxing-2020', 'REVIEW_CORRECTION_RATE', '10', '106', '0.09434'],
    ['daxing-2020', 'LITIGATION_CORRECTION_RATE', '3', '38', '0.078947'],
    ['daxing-2020', 'LITIGATION_PER_REQUEST', '49', '953', '0.051417'],
    ['daxing-2020', 'NORMATIVE_DOCUMENTS_ISSUED', '62', null, '62'],
    ['shijingshan-2022', 'DISCLOSURE_RATE', '309', '525', '0.588571'],
    // 7 + 0 + 10.
    ['shijingshan-2022', 'OTHERWISE_HANDLED_RATE', '17', '525', '0.032381'],
    ['shijingshan-2022', 'ADMINISTRATIVE_FEES_COLLECTED', '4934.0578', null, '4934.0578'],
  ])('of %s: %s is %s / %s', (name, metric, numerator, denominator, value) => {
    const { form, figures } = reports[name]
    expect(evaluate(quantityOfMetric(metric), form, figures)).toMatchObject({
      numerator,
      denominator,
      value,
      missing: [],
      reason: null,
    })
  })

  it('has the figures that it is made of', () => {
    const { form, figures } = reports['daxing-2020']
    expect(evaluate(quantityOfMetric('BACKLOG_RATIO'), form, figures).paths).toEqual([
      'applications.CARRIED_OVER.TOTAL',
      'applications.RECEIVED.TOTAL',
      'applications.CARRIED_IN.TOTAL',
    ])
  })

  it('has no value where there is nothing to divide by', () => {
    const { form, figures } = reports['xigong-2020']
    expect(evaluate(quantityOfMetric('LITIGATION_CORRECTION_RATE'), form, figures)).toMatchObject({
      value: null,
      numerator: '0',
      denominator: '0',
      reason: 'ZERO_DENOMINATOR',
      missing: [],
    })
  })

  it('has no value on a form that does not tell it, nor without a form', () => {
    const { figures } = reports['tongzhou-2018']
    const told = { value: null, numerator: null, denominator: null, paths: [] }
    expect(evaluate(quantityOfMetric('BACKLOG_RATIO'), 'FORM_2014', figures)).toMatchObject({
      ...told,
      reason: 'NOT_ON_FORM',
    })
    expect(evaluate(quantityOfMetric('DISCLOSURE_RATE'), null, figures)).toMatchObject({
      ...told,
      reason: 'FORM_UNKNOWN',
    })
  })
})

describe('unknown is not zero', () => {
  const RATE = quantityOfMetric('DISCLOSURE_RATE_WITH_PARTIAL')
  const cells = (given: Readonly<Record<string, Figure['state'] | number>>) =>
    new Map(
      Object.entries(given).map(([row, cell]): [FigurePath, Pick<Figure, 'state' | 'value'>] => [
        `applications.${row}.TOTAL` as FigurePath,
        typeof cell === 'number' ? { state: 'STATED', value: String(cell) } : { state: cell, value: null },
      ]),
    )

  it.each([
    ['blank', { GRANTED: 5, PARTLY_GRANTED: 'BLANK', HANDLED_TOTAL: 10 }, 'FIGURE_BLANK'],
    ['unreadable', { GRANTED: 5, PARTLY_GRANTED: 'UNREADABLE', HANDLED_TOTAL: 10 }, 'FIGURE_UNREADABLE'],
    ['not printed', { GRANTED: 5, HANDLED_TOTAL: 10 }, 'FIGURE_ABSENT'],
  ] as const)('a figure that is %s leaves the metric unknown', (_state, given, reason) => {
    expect(evaluate(RATE, 'FORM_2021', cells(given))).toMatchObject({
      value: null,
      numerator: null,
      denominator: '10',
      missing: ['applications.PARTLY_GRANTED.TOTAL'],
      reason,
    })
  })

  it('a zero is a value', () => {
    expect(evaluate(RATE, 'FORM_2021', cells({ GRANTED: 0, PARTLY_GRANTED: 0, HANDLED_TOTAL: 10 }))).toMatchObject({
      value: '0',
      reason: null,
    })
  })

  describe('of rows that stand for each other', () => {
    const OTHER = quantityOfCategory('OTHERWISE_HANDLED')
    const three = { OTHER_NOT_CORRECTED_IN_TIME: 7, OTHER_FEE_UNPAID: 0, OTHER_MISCELLANEOUS: 10 }

    it.each<[why: string, Form, Parameters<typeof cells>[0], value: string | null]>([
      ['the three rows of 2021', 'FORM_2021', three, '17'],
      ['the single row that some reports keep', 'FORM_2021', { OTHER: 16 }, '16'],
      ['a heading without a number above the three rows', 'FORM_2021', { OTHER: 'BLANK', ...three }, '17'],
      ['a total above a row that is blank', 'FORM_2021', { OTHER: 17, ...three, OTHER_FEE_UNPAID: 'BLANK' }, '17'],
      ['a blank among the three rows', 'FORM_2021', { ...three, OTHER_FEE_UNPAID: 'BLANK' }, null],
      ['none of them', 'FORM_2021', {}, null],
    ])('%s', (_why, form, given, value) => {
      expect(evaluate(OTHER, form, cells(given)).value).toBe(value)
    })

    it('what is missing is told of the rows that are printed', () => {
      expect(evaluate(OTHER, 'FORM_2021', cells({ OTHER: 'BLANK' }))).toMatchObject({
        missing: ['applications.OTHER.TOTAL'],
        reason: 'FIGURE_BLANK',
      })
    })
  })
})

describe('a quotient', () => {
  it.each([
    ['1', '3', '0.333333'],
    ['2', '3', '0.666667'],
    ['1', '2000000', '0.000001'],
    ['1', '2000001', '0'],
    ['-1', '2000000', '-0.000001'],
    ['3', '2', '1.5'],
    ['2147483647', '1', '2147483647'],
    ['5', '0', null],
  ])('of %s by %s is %s', (numerator, denominator, quotient) => {
    expect(quotientOf(numerator, denominator)).toBe(quotient)
  })
})
