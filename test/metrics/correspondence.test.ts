import { describe, expect, it } from 'vitest'
import { type FigurePath, formsOf } from '../../src/domain/figure-paths.ts'
import { FORMS, type Form } from '../../src/domain/forms.ts'
import { codesOf } from '../../src/domain/terms.ts'
import { differing, sumsOn } from '../../src/metrics/correspondence.ts'

const rows = (...codes: string[]) => codes.map((code) => `applications.${code}.TOTAL`) as FigurePath[]
const suits = (...codes: string[]) => codes.map((code) => `litigation.${code}`) as FigurePath[]

describe('figures of two forms', () => {
  it.each<[why: string, one: [Form, FigurePath[]], other: [Form, FigurePath[]], found: FigurePath[]]>([
    [
      'requests received are the same on all forms',
      ['FORM_2014', rows('RECEIVED')],
      ['FORM_2021', rows('RECEIVED')],
      [],
    ],
    [
      'answers of 2014 have notices to correct among them, which close nothing',
      ['FORM_2014', rows('HANDLED_TOTAL')],
      ['FORM_2019', rows('HANDLED_TOTAL')],
      rows('HANDLED_TOTAL'),
    ],
    [
      'requests handled are the same since 2019',
      ['FORM_2019', rows('HANDLED_TOTAL')],
      ['FORM_2021', rows('HANDLED_TOTAL')],
      [],
    ],
    [
      'granted since 2019 counts those who are told where the information is published',
      ['FORM_2014', rows('GRANTED')],
      ['FORM_2019', rows('GRANTED')],
      rows('GRANTED'),
    ],
    ['with them it is the same', ['FORM_2014', rows('ALREADY_PUBLIC', 'GRANTED')], ['FORM_2019', rows('GRANTED')], []],
    [
      'a form without pending cases has other totals',
      ['FORM_2014', ['review.TOTAL']],
      ['FORM_2021', ['review.TOTAL']],
      ['review.TOTAL'],
    ],
    ['the forms since 2019 have the same totals', ['FORM_2019', ['review.TOTAL']], ['FORM_2021', ['review.TOTAL']], []],
    [
      'undivided suits are those of both routes',
      ['FORM_2014', suits('ALL.UPHELD')],
      ['FORM_2019', suits('DIRECT.UPHELD', 'AFTER_REVIEW.UPHELD')],
      [],
    ],
    [
      'and not those of one',
      ['FORM_2014', suits('ALL.UPHELD')],
      ['FORM_2019', suits('DIRECT.UPHELD')],
      suits('ALL.UPHELD', 'DIRECT.UPHELD'),
    ],
    [
      'one route is the same since 2019',
      ['FORM_2019', suits('DIRECT.OTHER')],
      ['FORM_2021', suits('DIRECT.OTHER')],
      [],
    ],
    ['otherwise handled is divided in 2021', ['FORM_2019', rows('OTHER')], ['FORM_2021', rows('OTHER')], rows('OTHER')],
    [
      'and is the same with its parts',
      ['FORM_2019', rows('OTHER')],
      ['FORM_2021', rows('OTHER', 'OTHER_NOT_CORRECTED_IN_TIME', 'OTHER_FEE_UNPAID', 'OTHER_MISCELLANEOUS')],
      [],
    ],
    [
      'licensing decisions are the same since 2019',
      ['FORM_2019', ['disclosure.LICENSING.DECISIONS']],
      ['FORM_2021', ['disclosure.LICENSING.DECISIONS']],
      [],
    ],
    [
      'refusals of 2014 have other grounds',
      ['FORM_2014', rows('REFUSED_STATE_SECRET', 'REFUSED_NOT_GOVERNMENT_INFORMATION')],
      ['FORM_2019', rows('REFUSED_STATE_SECRET', 'REFUSED_INTERNAL_AFFAIRS')],
      rows('REFUSED_NOT_GOVERNMENT_INFORMATION', 'REFUSED_INTERNAL_AFFAIRS'),
    ],
  ])('%s', (_why, one, other, found) => {
    expect(differing(one, other)).toEqual(found)
  })

  it('are figures that these forms have', () => {
    for (const form of codesOf(FORMS)) for (const path of sumsOn(form).flat()) expect(formsOf(path)).toContain(form)
  })
})

describe('sums of a form', () => {
  const sumsWith = (form: Form, path: FigurePath) => sumsOn(form).filter((sum) => sum.includes(path))

  it('have all rows that reports print instead of each other', () => {
    expect(sumsWith('FORM_2021', 'applications.OTHER.NATURAL_PERSON')).toEqual([
      ['OTHER_NOT_CORRECTED_IN_TIME', 'OTHER_FEE_UNPAID', 'OTHER_MISCELLANEOUS', 'OTHER'].map(
        (row) => `applications.${row}.NATURAL_PERSON`,
      ),
    ])
  })

  it('take nothing away', () => {
    expect(sumsWith('FORM_2014', 'applications.RECEIVED.TOTAL')).toEqual([rows('RECEIVED')])
  })
})
