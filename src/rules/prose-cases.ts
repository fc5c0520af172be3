import { CASE_RESULTS, type CaseResult } from '../domain/cases.ts'
import { codesOf } from '../domain/terms.ts'
import { itself } from './itself.ts'
import type { ClaimRule } from './rule.ts'

const ALL_FORMS = ['FORM_2014', 'FORM_2019', 'FORM_2021'] as const
const SOURCES = ['REGULATION_711', 'NOTICE_2014_32', 'NOTICE_2019_60', 'NOTICE_2021_30'] as const

const results = codesOf(CASE_RESULTS)
const suits = (result: CaseResult): ClaimRule['relations'][number] => ({
  subject: `litigation.ALL.${result}`,
  readings: [[`litigation.ALL.${result}`], [`litigation.DIRECT.${result}`, `litigation.AFTER_REVIEW.${result}`]],
})

/** What sentences state of cases, against the tables. */
export const PROSE_CASE_RULES: readonly ClaimRule[] = [
  {
    id: 'prose.review',
    says: {
      zh: '文中所称行政复议件数与表中一致。',
      en: 'What sentences state of reconsideration is what the table does.',
    },
    sources: SOURCES,
    forms: ALL_FORMS,
    severity: 'WARNING',
    kind: 'CLAIM',
    relations: results.map((result) => itself(`review.${result}`)),
    examples: [
      {
        why: 'both say 12',
        given: { 'review.TOTAL': 12 },
        claims: [{ subject: 'review.TOTAL', value: '12' }],
        verdict: 'HOLDS',
      },
      {
        why: '31 cases, and 3 in the table',
        given: { 'review.TOTAL': 3 },
        claims: [{ subject: 'review.TOTAL', value: '31' }],
        verdict: 'BROKEN',
      },
      {
        why: 'the table is blank',
        given: { 'review.TOTAL': null },
        claims: [{ subject: 'review.TOTAL', value: '0' }],
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'prose.litigation',
    says: {
      zh: '文中所称行政诉讼件数与表中一致。',
      en: 'What sentences state of litigation is what the table does, by route or by both routes together.',
    },
    sources: SOURCES,
    forms: ALL_FORMS,
    severity: 'WARNING',
    kind: 'CLAIM',
    relations: [
      ...results.map(suits),
      ...results.flatMap((result) => [
        itself(`litigation.DIRECT.${result}`),
        itself(`litigation.AFTER_REVIEW.${result}`),
      ]),
    ],
    examples: [
      {
        why: '24 suits by both routes',
        given: { 'litigation.DIRECT.TOTAL': 20, 'litigation.AFTER_REVIEW.TOTAL': 4 },
        claims: [{ subject: 'litigation.ALL.TOTAL', value: '24' }],
        form: 'FORM_2021',
        verdict: 'HOLDS',
      },
      {
        why: 'dismissals went among the corrections',
        given: { 'litigation.ALL.CORRECTED': 17 },
        claims: [{ subject: 'litigation.ALL.CORRECTED', value: '11', parts: ['8', '3'] }],
        form: 'FORM_2014',
        verdict: 'BROKEN',
      },
      {
        why: 'one suit, and none in the table',
        given: { 'litigation.DIRECT.TOTAL': 0, 'litigation.AFTER_REVIEW.TOTAL': 0 },
        claims: [{ subject: 'litigation.ALL.TOTAL', value: '1' }],
        form: 'FORM_2019',
        verdict: 'BROKEN',
      },
      {
        why: 'one of the routes is blank',
        given: { 'litigation.DIRECT.TOTAL': 0, 'litigation.AFTER_REVIEW.TOTAL': null },
        claims: [{ subject: 'litigation.ALL.TOTAL', value: '1' }],
        form: 'FORM_2019',
        verdict: 'UNKNOWN',
      },
    ],
  },
]
