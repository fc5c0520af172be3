import { CASE_RESULTS } from '../domain/cases.ts'
import { codesOf } from '../domain/terms.ts'
import type { SumsRule } from './rule.ts'

const FORMS = ['FORM_2019', 'FORM_2021'] as const
const SOURCES = ['NOTICE_2019_60', 'NOTICE_2021_30'] as const

const results = codesOf(CASE_RESULTS).filter((result) => result !== 'TOTAL')

/** 行政复议、行政诉讼情况: the case table of the forms of 2019 and 2021. */
export const CASE_RULES: readonly SumsRule[] = [
  {
    id: 'review.results',
    says: {
      zh: '行政复议：维持、纠正、其他结果与尚未审结之和等于总计。',
      en: 'Reconsideration: upheld, corrected, other and pending add up to the total.',
    },
    sources: SOURCES,
    forms: FORMS,
    severity: 'ERROR',
    kind: 'EQUATION',
    relations: [{ left: results.map((result) => `review.${result}` as const), right: ['review.TOTAL'] }],
    examples: [
      {
        why: 'the four results come to the total',
        given: {
          'review.UPHELD': 89,
          'review.CORRECTED': 10,
          'review.OTHER': 7,
          'review.PENDING': 11,
          'review.TOTAL': 117,
        },
        verdict: 'HOLDS',
      },
      {
        why: 'the total leaves out the pending case',
        given: {
          'review.UPHELD': 4,
          'review.CORRECTED': 0,
          'review.OTHER': 0,
          'review.PENDING': 1,
          'review.TOTAL': 4,
        },
        verdict: 'BROKEN',
      },
      {
        why: 'the pending cases are blank',
        given: {
          'review.UPHELD': 4,
          'review.CORRECTED': 0,
          'review.OTHER': 0,
          'review.PENDING': null,
          'review.TOTAL': 4,
        },
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'litigation.results',
    says: {
      zh: '行政诉讼（未经复议直接起诉、复议后起诉）：维持、纠正、其他结果与尚未审结之和等于总计。',
      en: 'Litigation, filed directly and after reconsideration: upheld, corrected, other and pending add up to the total.',
    },
    sources: SOURCES,
    forms: FORMS,
    severity: 'ERROR',
    kind: 'EQUATION',
    relations: (['DIRECT', 'AFTER_REVIEW'] as const).map((route) => ({
      left: results.map((result) => `litigation.${route}.${result}` as const),
      right: [`litigation.${route}.TOTAL` as const],
    })),
    examples: [
      {
        why: 'direct suits come to their total',
        given: {
          'litigation.DIRECT.UPHELD': 18,
          'litigation.DIRECT.CORRECTED': 0,
          'litigation.DIRECT.OTHER': 0,
          'litigation.DIRECT.PENDING': 2,
          'litigation.DIRECT.TOTAL': 20,
        },
        verdict: 'HOLDS',
      },
      {
        why: 'the total counts a suit that no result has',
        given: {
          'litigation.AFTER_REVIEW.UPHELD': 8,
          'litigation.AFTER_REVIEW.CORRECTED': 0,
          'litigation.AFTER_REVIEW.OTHER': 2,
          'litigation.AFTER_REVIEW.PENDING': 2,
          'litigation.AFTER_REVIEW.TOTAL': 13,
        },
        verdict: 'BROKEN',
      },
      {
        why: 'the total is not printed',
        given: {
          'litigation.DIRECT.UPHELD': 18,
          'litigation.DIRECT.CORRECTED': 0,
          'litigation.DIRECT.OTHER': 0,
          'litigation.DIRECT.PENDING': 2,
        },
        verdict: 'UNKNOWN',
      },
    ],
  },
]
