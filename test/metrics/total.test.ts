import { expect, it } from 'vitest'
import { quantityOfCategory, quantityOfMetric } from '../../src/metrics/quantity.ts'
import { type SumOfForm, totalOf } from '../../src/metrics/total.ts'

const sum = (form: SumOfForm['form'], numerator: string | null, denominator: string | null = null): SumOfForm => ({
  form,
  reports: 3,
  counted: numerator === null ? 0 : 2,
  numerator,
  denominator,
})
const RATE = quantityOfMetric('DISCLOSURE_RATE')

it('adds up what two forms count alike', () => {
  expect(totalOf(RATE, [sum('FORM_2019', '3', '10'), sum('FORM_2021', '1', '2')], 'FORM_2021', 'EXACT')).toEqual({
    value: '0.333333',
    numerator: '4',
    denominator: '12',
    reports: 6,
    counted: 4,
    comparability: 'EXACT',
    refused: [],
  })
})

it('is as weak as the weakest form, and refused as a whole when that is too weak', () => {
  const sums = [sum('FORM_2014', '1', '2'), sum('FORM_2021', '1', '2')]
  expect(totalOf(RATE, sums, 'FORM_2021', 'SUM_OF_ROWS')).toMatchObject({
    value: null,
    numerator: null,
    denominator: null,
    counted: 4,
    comparability: 'APPROXIMATE',
    refused: ['FORM_2014'],
  })
  expect(totalOf(RATE, sums, 'FORM_2021', 'APPROXIMATE')).toMatchObject({ value: '0.5', refused: [] })
})

it('leaves reports without a form out, and is unknown where nothing is known', () => {
  const received = quantityOfCategory('RECEIVED')
  expect(totalOf(received, [sum(null, null), sum('FORM_2021', '7')], 'FORM_2021', 'EXACT')).toMatchObject({
    value: '7',
    reports: 6,
    counted: 2,
    comparability: 'EXACT',
  })
  expect(totalOf(received, [sum(null, null)], 'FORM_2021', 'EXACT')).toMatchObject({ value: null, comparability: null })
})

it('keeps every digit, and divides by no zero', () => {
  const fees = quantityOfMetric('ADMINISTRATIVE_FEES_COLLECTED')
  expect(totalOf(fees, [sum('FORM_2021', '90071992547409.9301')], 'FORM_2021', 'EXACT').value).toBe(
    '90071992547409.9301',
  )
  expect(totalOf(RATE, [sum('FORM_2021', '0', '0')], 'FORM_2021', 'EXACT').value).toBeNull()
})
