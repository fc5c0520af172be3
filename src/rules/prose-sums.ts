import type { ApplicationRow } from '../domain/application-rows.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { ListRule, RatioRule } from './rule.ts'

const ALL_FORMS = ['FORM_2014', 'FORM_2019', 'FORM_2021'] as const
const SOURCES = ['REGULATION_711', 'NOTICE_2014_32', 'NOTICE_2019_60', 'NOTICE_2021_30'] as const

const total = (row: ApplicationRow): FigurePath => `applications.${row}.TOTAL`

/** What sentences state, against what they state besides: lists and percentages. */
export const PROSE_SUM_RULES: readonly (ListRule | RatioRule)[] = [
  {
    id: 'prose.lists',
    says: {
      zh: '文中同一总数下列举的各项之和等于该总数。',
      en: 'The items that a sentence lists under a total add up to it.',
    },
    sources: SOURCES,
    forms: ALL_FORMS,
    severity: 'WARNING',
    kind: 'LIST',
    relations: [
      {
        total: total('RECEIVED'),
        parts: (['RECEIVED_IN_PERSON', 'RECEIVED_BY_FAX', 'RECEIVED_ONLINE', 'RECEIVED_BY_LETTER'] as const).map(total),
      },
      {
        total: total('RECEIVED'),
        parts: ['applications.RECEIVED.NATURAL_PERSON', 'applications.RECEIVED.ORGANIZATION'],
      },
      {
        total: total('HANDLED_TOTAL'),
        parts: [
          ...(['GRANTED', 'PARTLY_GRANTED', 'REFUSED'] as const).map(total),
          'applications.UNABLE.TOTAL',
          'applications.NOT_PROCESSED.TOTAL',
          total('OTHER'),
        ],
      },
      {
        total: 'review.TOTAL',
        parts: ['review.UPHELD', 'review.CORRECTED', 'review.OTHER', 'review.PENDING'],
      },
      { total: 'litigation.ALL.TOTAL', parts: ['litigation.DIRECT.TOTAL', 'litigation.AFTER_REVIEW.TOTAL'] },
      {
        total: 'litigation.ALL.TOTAL',
        parts: ['litigation.ALL.UPHELD', 'litigation.ALL.CORRECTED', 'litigation.ALL.OTHER', 'litigation.ALL.PENDING'],
      },
      {
        total: 'disclosure.STAFF.COUNT',
        parts: ['disclosure.STAFF_FULL_TIME.COUNT', 'disclosure.STAFF_PART_TIME.COUNT'],
      },
    ],
    examples: [
      {
        why: '20 and 4 are 24',
        given: {},
        claims: [
          { subject: 'litigation.ALL.TOTAL', value: '24' },
          { subject: 'litigation.DIRECT.TOTAL', value: '20' },
          { subject: 'litigation.AFTER_REVIEW.TOTAL', value: '4' },
        ],
        verdict: 'HOLDS',
      },
      {
        why: 'one suit is of no route',
        given: {},
        claims: [
          { subject: 'litigation.ALL.TOTAL', value: '25' },
          { subject: 'litigation.DIRECT.TOTAL', value: '20' },
          { subject: 'litigation.AFTER_REVIEW.TOTAL', value: '4' },
        ],
        verdict: 'BROKEN',
      },
      {
        why: 'the outcomes come to more than was handled',
        given: {},
        claims: [
          { subject: 'applications.HANDLED_TOTAL.TOTAL', value: '90' },
          { subject: 'applications.GRANTED.TOTAL', value: '60' },
          { subject: 'applications.UNABLE.TOTAL', value: '31' },
        ],
        form: 'FORM_2021',
        verdict: 'BROKEN',
      },
      {
        why: 'some of the ways are not told',
        given: {},
        claims: [
          { subject: 'applications.RECEIVED.TOTAL', value: '674' },
          { subject: 'applications.RECEIVED_IN_PERSON.TOTAL', value: '156' },
          { subject: 'applications.RECEIVED_ONLINE.TOTAL', value: '72' },
        ],
        verdict: 'UNKNOWN',
      },
      {
        why: 'the sentence repeats a table that has a rule of its own',
        given: {
          'disclosure.STAFF.COUNT': 224,
          'disclosure.STAFF_FULL_TIME.COUNT': 52,
          'disclosure.STAFF_PART_TIME.COUNT': 183,
        },
        claims: [
          { subject: 'disclosure.STAFF.COUNT', value: '224' },
          { subject: 'disclosure.STAFF_FULL_TIME.COUNT', value: '52' },
          { subject: 'disclosure.STAFF_PART_TIME.COUNT', value: '183' },
        ],
        form: 'FORM_2014',
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'prose.shares',
    says: {
      zh: '文中所称百分比等于文中的部分除以总数，四舍五入到所印位数。',
      en: 'A percentage in a sentence is its part by its whole, rounded half up to the places that it is printed with.',
    },
    sources: SOURCES,
    forms: ALL_FORMS,
    severity: 'WARNING',
    kind: 'RATIO',
    of: 'STATED',
    otherWholes: [
      [total('RECEIVED')],
      [total('RECEIVED'), total('CARRIED_IN')],
      [total('HANDLED_TOTAL')],
      [total('CLOSED')],
      ['disclosure.PROACTIVE.COUNT'],
      ['review.TOTAL'],
      ['litigation.ALL.TOTAL'],
    ],
    examples: [
      {
        why: '56 of 659 are 8.50%',
        given: {},
        shares: [{ percent: '8.50', part: { subject: null, value: '56' }, whole: { subject: null, value: '659' } }],
        verdict: 'HOLDS',
      },
      {
        why: '23.1454% is 23.15%, and not cut off',
        given: {},
        shares: [{ percent: '23.14', part: { subject: null, value: '156' }, whole: { subject: null, value: '674' } }],
        verdict: 'BROKEN',
      },
      {
        why: 'the percentage is of another total',
        given: { 'applications.RECEIVED.TOTAL': 200 },
        shares: [{ percent: '50', part: { subject: null, value: '100' }, whole: { subject: null, value: '180' } }],
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'prose.shares-of-table',
    says: {
      zh: '文中所称百分比通常等于表中的部分除以总数。',
      en: 'A percentage in a sentence that states no numbers is usually that of the table.',
    },
    // Whether the sentence is of the same body and the same year as the table, it does not say.
    sources: SOURCES,
    forms: ALL_FORMS,
    severity: 'NOTICE',
    kind: 'RATIO',
    of: 'TABLE',
    otherWholes: [
      [total('RECEIVED')],
      [total('RECEIVED'), total('CARRIED_IN')],
      [total('HANDLED_TOTAL')],
      [total('CLOSED')],
    ],
    examples: [
      {
        why: 'half of those handled',
        given: { 'applications.GRANTED.TOTAL': 5, 'applications.HANDLED_TOTAL.TOTAL': 10 },
        shares: [
          {
            percent: '50',
            part: { subject: 'applications.GRANTED.TOTAL', value: null },
            whole: { subject: 'applications.HANDLED_TOTAL.TOTAL', value: null },
          },
        ],
        verdict: 'HOLDS',
      },
      {
        why: 'half of those handled, and the table has less',
        given: { 'applications.GRANTED.TOTAL': 4, 'applications.HANDLED_TOTAL.TOTAL': 10 },
        shares: [
          {
            percent: '50',
            part: { subject: 'applications.GRANTED.TOTAL', value: null },
            whole: { subject: 'applications.HANDLED_TOTAL.TOTAL', value: null },
          },
        ],
        verdict: 'BROKEN',
      },
      {
        why: 'the table is blank',
        given: { 'applications.GRANTED.TOTAL': null, 'applications.HANDLED_TOTAL.TOTAL': 10 },
        shares: [
          {
            percent: '50',
            part: { subject: 'applications.GRANTED.TOTAL', value: null },
            whole: { subject: 'applications.HANDLED_TOTAL.TOTAL', value: null },
          },
        ],
        verdict: 'UNKNOWN',
      },
    ],
  },
]
