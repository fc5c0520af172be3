import { describe, expect, it } from 'vitest'
import { FIGURE_PATHS, type FigurePath, formsOf } from '../../src/domain/figure-paths.ts'
import { FORMS, type Form } from '../../src/domain/forms.ts'
import { pathsOfFormula } from '../../src/domain/formula.ts'
import { codesOf } from '../../src/domain/terms.ts'
import type { Comparability } from '../../src/metrics/comparability.ts'
import {
  CATEGORIES,
  type CategoryCode,
  categoriesOf,
  compareCategory,
  comparePath,
  formulaOfCategory,
} from '../../src/metrics/crosswalk.ts'
import { UNCOMPARED } from '../../src/metrics/uncompared.ts'

const forms = codesOf(FORMS)
const categories = codesOf(CATEGORIES)

describe('the crosswalk', () => {
  const figures = forms.flatMap((form) =>
    FIGURE_PATHS.filter((path) => formsOf(path).includes(form)).map((path) => ({ path, form })),
  )

  it('has every figure of every form in a category, or says why it compares with nothing', () => {
    // 72 indicators; 23 and 25 rows of 7 columns (with the single row that some keep), 15 cells of cases, the rest of disclosure.
    expect(figures).toHaveLength(72 + (23 * 7 + 15 + 28) + (26 * 7 + 15 + 10))
    const lost = figures.filter(
      ({ path, form }) =>
        categoriesOf(path, form).length === 0 && !UNCOMPARED.some(({ paths }) => paths.includes(path)),
    )
    expect(lost).toEqual([])
  })

  it('has no figure both ways', () => {
    const both = figures.filter(
      ({ path, form }) => categoriesOf(path, form).length > 0 && UNCOMPARED.some(({ paths }) => paths.includes(path)),
    )
    expect(both).toEqual([])
  })

  it('makes categories of figures that their form has', () => {
    for (const code of categories) {
      for (const form of forms) {
        for (const path of pathsOfFormula(formulaOfCategory(code, form) ?? [])) {
          expect(formsOf(path), `${code} ${path}`).toContain(form)
        }
      }
    }
  })

  it('tells in both languages why forms do not compare exactly', () => {
    for (const code of categories) {
      for (const [form, on] of Object.entries(CATEGORIES[code].on)) {
        if (on.comparability === 'EXACT') continue
        expect(on.why.zh, `${code} ${form}`).toMatch(/[\u4e00-\u9fff].*。$/)
        expect(on.why.en, `${code} ${form}`).toMatch(/^[^\u4e00-\u9fff]+$/)
      }
    }
  })
})

describe('a category', () => {
  // The form of 2014, compared with those of 2019 and 2021.
  it.each<[CategoryCode, made: string[] | null, since2019: string[], Comparability]>([
    ['RECEIVED', ['RECEIVED'], ['RECEIVED'], 'EXACT'],
    ['CARRIED_IN', null, ['CARRIED_IN'], 'NOT_COMPARABLE'],
    ['HANDLED', ['HANDLED_TOTAL'], ['HANDLED_TOTAL'], 'APPROXIMATE'],
    ['CARRIED_OVER', ['RECEIVED', '-HANDLED_TOTAL'], ['CARRIED_OVER'], 'APPROXIMATE'],
    ['GRANTED_IN_FULL', ['ALREADY_PUBLIC', 'GRANTED'], ['GRANTED'], 'SUM_OF_ROWS'],
    ['GRANTED_IN_PART', ['PARTLY_GRANTED'], ['PARTLY_GRANTED'], 'EXACT'],
    ['REFUSED_STATE_SECRET', ['REFUSED_STATE_SECRET'], ['REFUSED_STATE_SECRET'], 'EXACT'],
    [
      'REFUSED_THIRD_PARTY_RIGHTS',
      ['REFUSED_TRADE_SECRET', 'REFUSED_PRIVACY'],
      ['REFUSED_THIRD_PARTY_RIGHTS'],
      'SUM_OF_ROWS',
    ],
    ['REFUSED_SECURITY_AND_STABILITY', ['REFUSED_SECURITY_AND_STABILITY'], ['REFUSED_SECURITY_AND_STABILITY'], 'EXACT'],
    [
      'REFUSED_BY_OTHER_LAW',
      ['REFUSED_OTHER_LAW'],
      [
        'REFUSED_PROHIBITED_BY_LAW',
        'REFUSED_INTERNAL_AFFAIRS',
        'REFUSED_PROCESS_INFORMATION',
        'REFUSED_ENFORCEMENT_FILE',
      ],
      'APPROXIMATE',
    ],
    ['REFUSED_PROHIBITED_BY_LAW', null, ['REFUSED_PROHIBITED_BY_LAW'], 'NOT_COMPARABLE'],
    ['NOT_HELD', ['NOT_THIS_AGENCY', 'DOES_NOT_EXIST'], ['UNABLE_NOT_HELD'], 'SUM_OF_ROWS'],
    ['NO_READY_MADE', null, ['UNABLE_NOT_READY_MADE'], 'NOT_COMPARABLE'],
    ['NOT_PROCESSED_PETITION', null, ['NOT_PROCESSED_PETITION'], 'NOT_COMPARABLE'],
  ])('%s is a sum of rows on each form', (code, in2014, since2019, comparability) => {
    const rows = (form: Form) =>
      formulaOfCategory(code, form)?.[0]?.map((addend) =>
        typeof addend === 'string' ? addend.split('.')[1] : `-${addend.minus.split('.')[1]}`,
      ) ?? null
    expect([rows('FORM_2014'), rows('FORM_2019'), rows('FORM_2021')]).toEqual([in2014, since2019, since2019])
    for (const reference of ['FORM_2019', 'FORM_2021'] as const) {
      expect(compareCategory(code, 'FORM_2014', reference).comparability).toBe(comparability)
      expect(compareCategory(code, reference, 'FORM_2014').comparability).toBe(comparability)
    }
  })

  it.each<[CategoryCode, Form, Form, Comparability]>([
    ['ASKED_TO_CORRECT', 'FORM_2014', 'FORM_2021', 'NOT_COMPARABLE'],
    ['NOT_GOVERNMENT_INFORMATION', 'FORM_2014', 'FORM_2019', 'NOT_COMPARABLE'],
    ['REDIRECTED', 'FORM_2014', 'FORM_2021', 'NOT_COMPARABLE'],
    ['OTHERWISE_HANDLED', 'FORM_2019', 'FORM_2021', 'SUM_OF_ROWS'],
    ['FEE_UNPAID', 'FORM_2019', 'FORM_2021', 'NOT_COMPARABLE'],
    ['NORMATIVE_DOCUMENTS_ISSUED', 'FORM_2019', 'FORM_2021', 'APPROXIMATE'],
    ['LICENSING_DECISIONS', 'FORM_2019', 'FORM_2021', 'EXACT'],
    ['ADMINISTRATIVE_FEES_COLLECTED', 'FORM_2019', 'FORM_2021', 'NOT_COMPARABLE'],
    ['REVIEW', 'FORM_2014', 'FORM_2021', 'APPROXIMATE'],
    ['REVIEW_UPHELD', 'FORM_2014', 'FORM_2021', 'EXACT'],
    ['LITIGATION_CORRECTED', 'FORM_2014', 'FORM_2021', 'SUM_OF_ROWS'],
    ['LITIGATION', 'FORM_2014', 'FORM_2021', 'APPROXIMATE'],
    ['LITIGATION_DIRECT', 'FORM_2014', 'FORM_2019', 'NOT_COMPARABLE'],
    // A form compares with itself.
    ['REFUSED_BY_OTHER_LAW', 'FORM_2014', 'FORM_2014', 'EXACT'],
    ['CARRIED_IN', 'FORM_2014', 'FORM_2014', 'NOT_COMPARABLE'],
  ])('%s on %s, compared with %s: %s', (code, form, reference, comparability) => {
    const comparison = compareCategory(code, form, reference)
    expect(comparison.comparability).toBe(comparability)
    expect(comparison.reasons.length > 0).toBe(comparability !== 'EXACT')
  })

  it('of one kind of applicant compares since 2019', () => {
    const compare = (form: Form) => compareCategory('RECEIVED', form, 'FORM_2021', 'NATURAL_PERSON').comparability
    expect([compare('FORM_2014'), compare('FORM_2019')]).toEqual(['NOT_COMPARABLE', 'EXACT'])
    expect(formulaOfCategory('RECEIVED', 'FORM_2019', 'NATURAL_PERSON')).toEqual([
      ['applications.RECEIVED.NATURAL_PERSON'],
    ])
    expect(formulaOfCategory('RECEIVED', 'FORM_2014', 'NATURAL_PERSON')).toBeNull()
  })
})

describe('a figure', () => {
  it.each<[FigurePath, Form, Form, Comparability]>([
    ['applications.RECEIVED.TOTAL', 'FORM_2014', 'FORM_2021', 'EXACT'],
    // Since 2019 what is already public counts as granted.
    ['applications.GRANTED.TOTAL', 'FORM_2014', 'FORM_2021', 'NOT_COMPARABLE'],
    ['applications.GRANTED.NATURAL_PERSON', 'FORM_2019', 'FORM_2021', 'EXACT'],
    ['applications.HANDLED_TOTAL.TOTAL', 'FORM_2014', 'FORM_2019', 'APPROXIMATE'],
    ['applications.OTHER.TOTAL', 'FORM_2019', 'FORM_2021', 'SUM_OF_ROWS'],
    ['applications.OTHER_FEE_UNPAID.TOTAL', 'FORM_2021', 'FORM_2019', 'NOT_COMPARABLE'],
    ['review.OTHER', 'FORM_2014', 'FORM_2019', 'APPROXIMATE'],
    ['review.CORRECTED', 'FORM_2014', 'FORM_2019', 'EXACT'],
    ['review.PENDING', 'FORM_2019', 'FORM_2021', 'EXACT'],
    // A part of a sum that both forms make of the same rows.
    ['litigation.DIRECT.UPHELD', 'FORM_2019', 'FORM_2021', 'EXACT'],
    ['litigation.ALL.UPHELD', 'FORM_2014', 'FORM_2021', 'NOT_COMPARABLE'],
    ['disclosure.NORMATIVE_DOCUMENTS.ISSUED', 'FORM_2014', 'FORM_2021', 'APPROXIMATE'],
    ['disclosure.NORMATIVE_DOCUMENTS.DISCLOSED', 'FORM_2014', 'FORM_2019', 'APPROXIMATE'],
    ['disclosure.NORMATIVE_DOCUMENTS.IN_FORCE', 'FORM_2021', 'FORM_2019', 'NOT_COMPARABLE'],
    ['disclosure.STAFF.COUNT', 'FORM_2014', 'FORM_2014', 'EXACT'],
  ])('%s on %s, compared with %s: %s', (path, form, reference, comparability) => {
    const comparison = comparePath(path, form, reference)
    expect(comparison.comparability).toBe(comparability)
    expect(comparison.reasons.length > 0).toBe(comparability !== 'EXACT')
  })

  it('that no other form counts tells why', () => {
    expect(comparePath('disclosure.ADMINISTRATIVE_FEES.AMOUNT', 'FORM_2021', 'FORM_2019').reasons).toHaveLength(1)
    const reasons = comparePath('disclosure.NORMATIVE_DOCUMENTS.IN_FORCE', 'FORM_2021', 'FORM_2019').reasons
    expect(reasons.map(({ en }) => en)).toContain(
      'The form of 2021 counts all that is in force, the form of 2019 all that is public: the one is not the other.',
    )
  })
})
