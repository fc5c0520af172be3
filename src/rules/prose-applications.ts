import { APPLICANTS, type Applicant } from '../domain/applicants.ts'
import {
  APPLICATION_ROWS,
  type ApplicationRow,
  type ApplicationRowTerm,
  type OutcomeGroup,
} from '../domain/application-rows.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import { codesOf } from '../domain/terms.ts'
import { itself } from './itself.ts'
import type { Operand } from './operands.ts'
import type { ClaimRule } from './rule.ts'

const ALL_FORMS = ['FORM_2014', 'FORM_2019', 'FORM_2021'] as const
const SOURCES = ['REGULATION_711', 'NOTICE_2014_32', 'NOTICE_2019_60', 'NOTICE_2021_30'] as const

const total = (row: ApplicationRow): FigurePath => `applications.${row}.TOTAL`

const rowTerm = (row: ApplicationRow): ApplicationRowTerm => APPLICATION_ROWS[row]
/** What a sentence may count otherwise than the form does, and what is no answer. */
const READ_APART: readonly ApplicationRow[] = [
  'GRANTED',
  'REFUSED',
  'ALREADY_PUBLIC',
  'RECEIVED',
  'CARRIED_IN',
  'HANDLED_TOTAL',
  'CARRIED_OVER',
  'CLOSED',
  'CLOSED_ON_TIME',
  'CLOSED_EXTENDED',
  'OTHER',
]
const isChannel = (row: ApplicationRow) => row.startsWith('RECEIVED_')
const answerRows = codesOf(APPLICATION_ROWS).filter((row) => !READ_APART.includes(row) && !isChannel(row))
const rowsOf = (group: OutcomeGroup) => codesOf(APPLICATION_ROWS).filter((row) => rowTerm(row).group === group)
const refusals = codesOf(APPLICATION_ROWS).filter((row) => {
  return rowTerm(row).group === 'REFUSED' && rowTerm(row).forms.some((form) => form !== 'FORM_2014')
})
/** The form of 2021 divides 其他处理 in three; reports that follow it otherwise may still print the single row of 2019. */
const OTHERWISE = {
  firstPrinted: [
    [total('OTHER_NOT_CORRECTED_IN_TIME'), total('OTHER_FEE_UNPAID'), total('OTHER_MISCELLANEOUS')],
    [total('OTHER')],
  ],
  taken: 'AWAY',
} as const satisfies Operand

const ORGANIZATIONS = codesOf(APPLICANTS).filter((applicant) => applicant !== 'NATURAL_PERSON' && applicant !== 'TOTAL')
/** Requests by who made them: those received, with those carried in, or those handled. */
const of = (applicants: readonly Applicant[]): ClaimRule['relations'][number] => {
  const cells = (...rows: ApplicationRow[]) =>
    rows.flatMap((row) => applicants.map((applicant): FigurePath => `applications.${row}.${applicant}`))
  return {
    subject: `applications.RECEIVED.${applicants[0] ?? 'TOTAL'}`,
    readings: [cells('RECEIVED'), cells('RECEIVED', 'CARRIED_IN'), cells('HANDLED_TOTAL')],
  }
}

/** What sentences state of requests, against the tables. Nobody knows which of the two is right. */
export const PROSE_APPLICATION_RULES: readonly ClaimRule[] = [
  {
    id: 'prose.applications',
    says: {
      zh: '文中所称收到、结转、办结申请数与表中一致。',
      en: 'What sentences state of requests received, carried over and handled is what the table does.',
    },
    sources: SOURCES,
    forms: ALL_FORMS,
    severity: 'WARNING',
    kind: 'CLAIM',
    relations: [
      // 受理 and 办理 often count what was carried in as well.
      { subject: total('RECEIVED'), readings: [[total('RECEIVED')], [total('RECEIVED'), total('CARRIED_IN')]] },
      itself(total('CARRIED_IN')),
      {
        // 办理 counts what was at hand, or what of it was done.
        subject: 'applications.AT_HAND.TOTAL',
        readings: [[total('RECEIVED'), total('CARRIED_IN')], [total('HANDLED_TOTAL')], [total('RECEIVED')]],
      },
      ...(['NATURAL_PERSON', 'COMMERCIAL_ENTERPRISE'] as const).map((applicant) => of([applicant])),
      { ...of(ORGANIZATIONS), subject: 'applications.RECEIVED.ORGANIZATION' },
      {
        // 答复 may leave out what was withdrawn, and may speak of the year's own requests alone.
        subject: total('HANDLED_TOTAL'),
        readings: [
          [total('CLOSED')],
          [total('HANDLED_TOTAL')],
          [total('HANDLED_TOTAL'), OTHERWISE],
          [total('HANDLED_TOTAL'), { minus: total('CARRIED_IN') }],
        ],
      },
      itself(total('CLOSED')),
      itself(total('CLOSED_ON_TIME')),
      itself(total('CLOSED_EXTENDED')),
      itself(total('CARRIED_OVER')),
      ...codesOf(APPLICATION_ROWS)
        .filter((row) => row.startsWith('RECEIVED_'))
        .map((row) => itself(total(row))),
    ],
    examples: [
      {
        why: 'both say 953',
        given: { 'applications.RECEIVED.TOTAL': 953, 'applications.CARRIED_IN.TOTAL': 46 },
        claims: [{ subject: 'applications.RECEIVED.TOTAL', value: '953' }],
        verdict: 'HOLDS',
      },
      {
        why: 'the sentence counts what was carried in',
        given: { 'applications.RECEIVED.TOTAL': 953, 'applications.CARRIED_IN.TOTAL': 46 },
        claims: [{ subject: 'applications.RECEIVED.TOTAL', value: '999' }],
        form: 'FORM_2021',
        verdict: 'HOLDS',
      },
      {
        why: 'the government alone received less than the whole district, which the table counts',
        given: { 'applications.RECEIVED.TOTAL': 674, 'applications.CARRIED_IN.TOTAL': 0 },
        claims: [
          { subject: 'applications.RECEIVED.TOTAL', value: '674', scope: 'DISTRICT' },
          { subject: 'applications.RECEIVED.TOTAL', value: '224', scope: 'AGENCY' },
        ],
        agency: 'GOVERNMENT',
        verdict: 'HOLDS',
      },
      {
        why: 'two faxes went among the letters',
        given: { 'applications.RECEIVED_BY_LETTER.TOTAL': 444 },
        claims: [{ subject: 'applications.RECEIVED_BY_LETTER.TOTAL', value: '446' }],
        form: 'FORM_2014',
        verdict: 'BROKEN',
      },
      {
        why: '125 carried forward, and 121 in the table',
        given: { 'applications.CARRIED_OVER.TOTAL': 121 },
        claims: [{ subject: 'applications.CARRIED_OVER.TOTAL', value: '125' }],
        form: 'FORM_2021',
        verdict: 'BROKEN',
      },
      {
        why: '659 closed, and 655 in the table',
        given: { 'applications.CLOSED.TOTAL': 655, 'applications.HANDLED_TOTAL.TOTAL': 655 },
        claims: [{ subject: 'applications.HANDLED_TOTAL.TOTAL', value: '659' }],
        form: 'FORM_2014',
        verdict: 'BROKEN',
      },
      {
        why: 'a department says what its whole district received',
        given: { 'applications.RECEIVED.TOTAL': 3, 'applications.CARRIED_IN.TOTAL': 0 },
        claims: [{ subject: 'applications.RECEIVED.TOTAL', value: '674', scope: 'DISTRICT' }],
        agency: 'DEPARTMENT',
        verdict: 'UNKNOWN',
      },
      {
        why: 'the table may or may not count what was carried in',
        given: { 'applications.RECEIVED.TOTAL': 953, 'applications.CARRIED_IN.TOTAL': null },
        claims: [{ subject: 'applications.RECEIVED.TOTAL', value: '999' }],
        form: 'FORM_2021',
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'prose.answers',
    says: {
      zh: '文中所称各类答复、办理结果数与表中一致。',
      en: 'What sentences state of the answers to requests is what the table does.',
    },
    sources: SOURCES,
    forms: ALL_FORMS,
    severity: 'WARNING',
    kind: 'CLAIM',
    relations: [
      {
        // 公开 may count what was granted in part; before 2019 also what was public already.
        subject: total('GRANTED'),
        readings: [
          [total('GRANTED')],
          [total('GRANTED'), total('PARTLY_GRANTED')],
          [total('ALREADY_PUBLIC'), total('GRANTED')],
          [total('ALREADY_PUBLIC'), total('GRANTED'), total('PARTLY_GRANTED')],
        ],
      },
      {
        subject: total('ALREADY_PUBLIC'),
        readings: [[total('ALREADY_PUBLIC')], [total('ALREADY_PUBLIC'), total('GRANTED')]],
      },
      {
        // 不予公开 may count everything that was not disclosed.
        subject: total('REFUSED'),
        readings: [
          [total('REFUSED')],
          refusals.map(total),
          [...refusals, ...rowsOf('UNABLE')].map(total),
          [...refusals, ...rowsOf('UNABLE'), ...rowsOf('NOT_PROCESSED')].map(total),
        ],
      },
      { subject: 'applications.UNABLE.TOTAL', readings: [rowsOf('UNABLE').map(total)] },
      { subject: 'applications.NOT_PROCESSED.TOTAL', readings: [rowsOf('NOT_PROCESSED').map(total)] },
      { subject: total('OTHER'), readings: [[{ firstPrinted: OTHERWISE.firstPrinted }]] },
      ...answerRows.map((row) => itself(total(row))),
    ],
    examples: [
      {
        why: 'both say 9',
        given: { 'applications.PARTLY_GRANTED.TOTAL': 9 },
        claims: [{ subject: 'applications.PARTLY_GRANTED.TOTAL', value: '9' }],
        verdict: 'HOLDS',
      },
      {
        why: 'in part is granted, too',
        given: {
          'applications.GRANTED.TOTAL': 103,
          'applications.PARTLY_GRANTED.TOTAL': 9,
          'applications.ALREADY_PUBLIC.TOTAL': 109,
        },
        claims: [{ subject: 'applications.GRANTED.TOTAL', value: '112' }],
        verdict: 'HOLDS',
      },
      {
        why: '110 granted, and 103 in the table',
        given: {
          'applications.GRANTED.TOTAL': 103,
          'applications.PARTLY_GRANTED.TOTAL': 9,
          'applications.ALREADY_PUBLIC.TOTAL': 109,
        },
        claims: [{ subject: 'applications.GRANTED.TOTAL', value: '110' }],
        verdict: 'BROKEN',
      },
      {
        why: 'the table is blank',
        given: { 'applications.PARTLY_GRANTED.TOTAL': null },
        claims: [{ subject: 'applications.PARTLY_GRANTED.TOTAL', value: '9' }],
        verdict: 'UNKNOWN',
      },
    ],
  },
]
