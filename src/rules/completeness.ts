import type { PresentRule } from './rule.ts'

/** What a table that states anything must state. Blank cells are common and seldom wrong: worth a look, no more. */
export const COMPLETENESS_RULES: readonly PresentRule[] = [
  {
    id: 'applications.totals-stated',
    says: {
      zh: '申请情况表的新收、结转、办理结果总计等各行应填写总计。',
      en: 'The applications table states the totals of received, carried in, handled and carried forward.',
    },
    sources: ['NOTICE_2019_60', 'NOTICE_2021_30'],
    forms: ['FORM_2019', 'FORM_2021'],
    severity: 'NOTICE',
    kind: 'PRESENT',
    relations: [
      {
        table: 'applications.',
        required: [
          'applications.RECEIVED.TOTAL',
          'applications.CARRIED_IN.TOTAL',
          'applications.HANDLED_TOTAL.TOTAL',
          'applications.CARRIED_OVER.TOTAL',
        ],
      },
    ],
    examples: [
      {
        why: 'all four, and two of them nought',
        given: {
          'applications.RECEIVED.TOTAL': 13,
          'applications.CARRIED_IN.TOTAL': 0,
          'applications.HANDLED_TOTAL.TOTAL': 13,
          'applications.CARRIED_OVER.TOTAL': 0,
        },
        verdict: 'HOLDS',
      },
      {
        why: 'nothing was carried in, and nothing says so',
        given: {
          'applications.RECEIVED.TOTAL': 13,
          'applications.CARRIED_IN.TOTAL': null,
          'applications.HANDLED_TOTAL.TOTAL': 13,
          'applications.CARRIED_OVER.TOTAL': 0,
        },
        verdict: 'BROKEN',
      },
      { why: 'the table is blank', given: { 'applications.RECEIVED.TOTAL': null }, verdict: 'UNKNOWN' },
      { why: 'the table breaks off', given: { 'applications.RECEIVED.TOTAL': 13 }, verdict: 'UNKNOWN' },
      {
        why: 'a total that cannot be read is printed',
        given: {
          'applications.RECEIVED.TOTAL': 13,
          'applications.CARRIED_IN.TOTAL': '约2',
          'applications.HANDLED_TOTAL.TOTAL': 13,
          'applications.CARRIED_OVER.TOTAL': 0,
        },
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'statistics.main-rows-stated',
    says: {
      zh: '统计表的收到申请、办结、答复、复议、诉讼各总数应填写。',
      en: 'The statistics table states the totals of requests received, closed and answered, of reconsideration and of litigation.',
    },
    sources: ['NOTICE_2014_32'],
    forms: ['FORM_2014'],
    severity: 'NOTICE',
    kind: 'PRESENT',
    relations: [
      {
        table: 'applications.',
        required: ['applications.RECEIVED.TOTAL', 'applications.CLOSED.TOTAL', 'applications.HANDLED_TOTAL.TOTAL'],
      },
      { table: 'review.', required: ['review.TOTAL'] },
      { table: 'litigation.', required: ['litigation.ALL.TOTAL'] },
    ],
    examples: [
      { why: 'cases and their number', given: { 'review.UPHELD': 1, 'review.TOTAL': 1 }, verdict: 'HOLDS' },
      { why: 'cases without their number', given: { 'review.UPHELD': 1, 'review.TOTAL': null }, verdict: 'BROKEN' },
      { why: 'no cases are stated', given: { 'review.TOTAL': null }, verdict: 'UNKNOWN' },
    ],
  },
]
