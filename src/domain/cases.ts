import type { Form } from './forms.ts'
import type { Term } from './terms.ts'

interface CaseResultTerm extends Term {
  /** Whether it is what is there on a day (a stock), and not what came about in a year (a flow). */
  readonly stock?: true
}

/** How a case ended: the columns of each block of the case table, in printed order. The 2014 form has no PENDING. */
export const CASE_RESULTS = {
  UPHELD: { label: '结果维持', labelEn: 'Upheld' },
  CORRECTED: { label: '结果纠正', labelEn: 'Corrected (overturned)' },
  OTHER: { label: '其他结果', labelEn: 'Other result' },
  PENDING: { label: '尚未审结', labelEn: 'Pending', stock: true },
  TOTAL: { label: '总计', labelEn: 'Total' },
} as const satisfies Record<string, CaseResultTerm>

export type CaseResult = keyof typeof CASE_RESULTS

interface RouteTerm extends Term {
  readonly forms: readonly Form[]
}

/** How a suit came to court. The 2014 form does not divide litigation: ALL. */
export const LITIGATION_ROUTES = {
  DIRECT: {
    label: '未经复议直接起诉',
    labelEn: 'Suit filed directly without reconsideration',
    forms: ['FORM_2019', 'FORM_2021'],
  },
  AFTER_REVIEW: {
    label: '复议后起诉',
    labelEn: 'Suit filed after reconsideration',
    forms: ['FORM_2019', 'FORM_2021'],
  },
  ALL: { label: '行政诉讼', labelEn: 'Administrative litigation, undivided', forms: ['FORM_2014'] },
} as const satisfies Record<string, RouteTerm>

export type LitigationRoute = keyof typeof LITIGATION_ROUTES

/** 行政复议. */
export const REVIEW = { label: '行政复议', labelEn: 'Administrative reconsideration' } as const satisfies Term
