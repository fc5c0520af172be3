import { describe, expect, it } from 'vitest'
import { FAMILIES, FIGURE_PATHS, formsOf, isFigurePath, keyOf, pathOf } from '../../src/domain/figure-paths.ts'

describe('the path of a figure', () => {
  it.each(FIGURE_PATHS)('%s comes apart and together again', (path) => expect(pathOf(keyOf(path))).toBe(path))

  it('opens with its family', () => {
    expect(new Set(FIGURE_PATHS.map((path) => path.split('.')[0]))).toEqual(new Set(Object.keys(FAMILIES)))
  })

  it('stands on at least one form', () => {
    for (const path of FIGURE_PATHS) expect(formsOf(path), path).not.toHaveLength(0)
  })

  it('belongs to the forms that print it', () => {
    expect(formsOf('applications.RECEIVED.TOTAL')).toEqual(['FORM_2014', 'FORM_2019', 'FORM_2021'])
    expect(formsOf('applications.RECEIVED.NATURAL_PERSON')).toEqual(['FORM_2019', 'FORM_2021'])
    expect(formsOf('review.PENDING')).toEqual(['FORM_2019', 'FORM_2021'])
    expect(formsOf('litigation.ALL.TOTAL')).toEqual(['FORM_2014'])
    expect(formsOf('disclosure.PROCUREMENT.AMOUNT')).toEqual(['FORM_2019'])
  })

  it('of the single row of otherwise handled requests may stand on the form of 2021 too: published reports keep it', () => {
    expect(formsOf('applications.OTHER.TOTAL')).toEqual(['FORM_2019', 'FORM_2021'])
  })

  it.each([
    '',
    'applications',
    'applications.RECEIVED',
    'applications.GRANTED.TOTAL.TOTAL',
    'disclosure.PENALTIES.IN_FORCE',
    'litigation.ALL.PENDING',
    'review.toString',
    'Review.UPHELD',
  ])('is not "%s"', (text) => expect(isFigurePath(text)).toBe(false))
})
