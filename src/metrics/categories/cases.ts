import type { CaseResult } from '../../domain/cases.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import { type Category, exact, notCounted, type OnForm, roughly, since2019, sumOfRows } from '../category.ts'

// Reconsideration and litigation. The form of 2014 has no pending cases, and does not divide litigation.

const NO_PENDING = {
  zh: '2014年统计表没有“尚未审结”：未结案件计入“其他情形”，或未予统计。',
  en: 'The form of 2014 has no pending cases: they are within “other”, or left out.',
}
const ROUTES = {
  zh: '2019年起的格式分列未经复议直接起诉与复议后起诉，两项之和可比。',
  en: 'The forms since 2019 divide suits into direct ones and those after reconsideration: their sum compares.',
}
const DECIDED = {
  zh: '该格式没有审结案件的合计：由各结果相加。',
  en: 'The form has no total of decided cases: the results are added up.',
}
const UNDIVIDED = notCounted({
  zh: '2014年统计表不区分起诉途径。',
  en: 'The form of 2014 does not divide suits by their way to court.',
})

const DECIDED_RESULTS = ['UPHELD', 'CORRECTED', 'OTHER'] as const

const review = (result: CaseResult): FigurePath => `review.${result}`
const all = (result: CaseResult): FigurePath => `litigation.ALL.${result}`
const routes = (result: CaseResult): readonly FigurePath[] => [
  `litigation.DIRECT.${result}`,
  `litigation.AFTER_REVIEW.${result}`,
]

/** The same on the forms of 2019 and 2021. */
const both = (on: OnForm) => ({ FORM_2019: on, FORM_2021: on })

const byRoute = (result: CaseResult) => both(sumOfRows(ROUTES, ...routes(result)))

export const CASES = {
  REVIEW: {
    label: '行政复议案件',
    labelEn: 'Reconsideration cases',
    on: { FORM_2014: roughly(NO_PENDING, review('TOTAL')), ...since2019(review('TOTAL')) },
  },
  REVIEW_DECIDED: {
    label: '行政复议审结案件',
    labelEn: 'Reconsideration cases decided',
    on: {
      FORM_2014: roughly(NO_PENDING, ...DECIDED_RESULTS.map(review)),
      ...both(sumOfRows(DECIDED, ...DECIDED_RESULTS.map(review))),
    },
  },
  REVIEW_UPHELD: {
    label: '行政复议：结果维持',
    labelEn: 'Reconsideration: upheld',
    on: { FORM_2014: exact(review('UPHELD')), ...since2019(review('UPHELD')) },
  },
  REVIEW_CORRECTED: {
    label: '行政复议：结果纠正',
    labelEn: 'Reconsideration: corrected',
    on: { FORM_2014: exact(review('CORRECTED')), ...since2019(review('CORRECTED')) },
  },
  REVIEW_OTHER: {
    label: '行政复议：其他结果',
    labelEn: 'Reconsideration: other result',
    on: { FORM_2014: roughly(NO_PENDING, review('OTHER')), ...since2019(review('OTHER')) },
  },
  REVIEW_PENDING: {
    label: '行政复议：尚未审结',
    labelEn: 'Reconsideration: pending',
    on: { FORM_2014: notCounted(NO_PENDING), ...since2019(review('PENDING')) },
  },
  LITIGATION: {
    label: '行政诉讼案件',
    labelEn: 'Litigation cases',
    on: { FORM_2014: roughly(NO_PENDING, all('TOTAL')), ...byRoute('TOTAL') },
  },
  LITIGATION_DECIDED: {
    label: '行政诉讼审结案件',
    labelEn: 'Litigation cases decided',
    on: {
      FORM_2014: roughly(NO_PENDING, ...DECIDED_RESULTS.map(all)),
      ...both(sumOfRows(DECIDED, ...DECIDED_RESULTS.flatMap(routes))),
    },
  },
  LITIGATION_UPHELD: {
    label: '行政诉讼：结果维持',
    labelEn: 'Litigation: upheld',
    on: { FORM_2014: exact(all('UPHELD')), ...byRoute('UPHELD') },
  },
  LITIGATION_CORRECTED: {
    label: '行政诉讼：结果纠正',
    labelEn: 'Litigation: corrected',
    on: { FORM_2014: exact(all('CORRECTED')), ...byRoute('CORRECTED') },
  },
  LITIGATION_OTHER: {
    label: '行政诉讼：其他结果',
    labelEn: 'Litigation: other result',
    on: { FORM_2014: roughly(NO_PENDING, all('OTHER')), ...byRoute('OTHER') },
  },
  LITIGATION_PENDING: {
    label: '行政诉讼：尚未审结',
    labelEn: 'Litigation: pending',
    on: { FORM_2014: notCounted(NO_PENDING), ...byRoute('PENDING') },
  },
  LITIGATION_DIRECT: {
    label: '未经复议直接起诉案件',
    labelEn: 'Suits filed directly without reconsideration',
    on: { FORM_2014: UNDIVIDED, ...since2019('litigation.DIRECT.TOTAL') },
  },
  LITIGATION_AFTER_REVIEW: {
    label: '复议后起诉案件',
    labelEn: 'Suits filed after reconsideration',
    on: { FORM_2014: UNDIVIDED, ...since2019('litigation.AFTER_REVIEW.TOTAL') },
  },
} as const satisfies Record<string, Category>
