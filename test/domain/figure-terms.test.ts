import { describe, expect, it } from 'vitest'
import { FIGURE_PATHS, type FigurePath, formsOf } from '../../src/domain/figure-paths.ts'
import { labelOfFigure, unitOfFigure } from '../../src/domain/figure-terms.ts'
import type { Form } from '../../src/domain/forms.ts'

describe('a figure', () => {
  it.each<[FigurePath, Form, zh: string, en: string, unit: string]>([
    [
      'applications.GRANTED.NATURAL_PERSON',
      'FORM_2021',
      '予以公开：自然人',
      'Granted (disclosed): Natural persons',
      'CASES',
    ],
    ['applications.RECEIVED.TOTAL', 'FORM_2014', '收到申请数', 'Requests received', 'CASES'],
    ['review.UPHELD', 'FORM_2019', '行政复议：结果维持', 'Administrative reconsideration: Upheld', 'CASES'],
    [
      'litigation.AFTER_REVIEW.PENDING',
      'FORM_2021',
      '复议后起诉：尚未审结',
      'Suit filed after reconsideration: Pending',
      'CASES',
    ],
    [
      'disclosure.STAFF.COUNT',
      'FORM_2014',
      '从事政府信息公开工作人员数',
      'Staff working on open government information',
      'PERSONS',
    ],
  ])('%s on %s is labelled in both languages and has a unit', (path, form, zh, en, unit) => {
    expect([labelOfFigure(path, form, 'ZH'), labelOfFigure(path, form, 'EN'), unitOfFigure(path, form)]).toEqual([
      zh,
      en,
      unit,
    ])
  })

  it('may count in another unit on another form', () => {
    expect(unitOfFigure('disclosure.NORMATIVE_DOCUMENTS.DISCLOSED', 'FORM_2014')).toBe('ENTRIES')
    expect(unitOfFigure('disclosure.NORMATIVE_DOCUMENTS.DISCLOSED', 'FORM_2019')).toBe('DOCUMENTS')
  })

  it.each(['FORM_2014', 'FORM_2019', 'FORM_2021'] as const)('has an English label of its own on %s', (form) => {
    const paths = FIGURE_PATHS.filter((path) => formsOf(path).includes(form))
    expect(new Set(paths.map((path) => labelOfFigure(path, form, 'EN'))).size).toBe(paths.length)
  })

  it('keeps the label that the form of 2014 prints, though reconsideration and litigation share it', () => {
    expect(labelOfFigure('review.CORRECTED', 'FORM_2014', 'ZH')).toBe('被依法纠错数')
    expect(labelOfFigure('litigation.ALL.CORRECTED', 'FORM_2014', 'ZH')).toBe('被依法纠错数')
  })
})
