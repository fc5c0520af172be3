import { APPLICANTS, type Applicant } from '../domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow, type ApplicationRowTerm } from '../domain/application-rows.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import { codesOf } from '../domain/terms.ts'
import type { Operand } from './operands.ts'
import type { Example, SumsRule } from './rule.ts'

const FORMS = ['FORM_2019', 'FORM_2021'] as const
const SOURCES = ['NOTICE_2019_60', 'NOTICE_2021_30'] as const

const applicants = codesOf(APPLICANTS)
const singleApplicants = applicants.filter((applicant) => applicant !== 'TOTAL')

const rowTerm = (row: ApplicationRow): ApplicationRowTerm => APPLICATION_ROWS[row]
const rows = codesOf(APPLICATION_ROWS).filter((row) => rowTerm(row).forms.some((form) => form !== 'FORM_2014'))
const outcomes = rows.filter((row) => rowTerm(row).group !== undefined)
const plainOutcomes = outcomes.filter((row) => rowTerm(row).group !== 'OTHERWISE_HANDLED')
const DIVIDED_OTHERS = ['OTHER_NOT_CORRECTED_IN_TIME', 'OTHER_FEE_UNPAID', 'OTHER_MISCELLANEOUS'] as const

const cell = (row: ApplicationRow, applicant: Applicant): FigurePath => `applications.${row}.${applicant}`

/** The form of 2021 divides 其他处理 in three; reports that follow it otherwise may still print the single row of 2019. */
const outcomesOf = (applicant: Applicant): readonly Operand[] => [
  ...plainOutcomes.map((row) => cell(row, applicant)),
  { firstPrinted: [DIVIDED_OTHERS.map((row) => cell(row, applicant)), [cell('OTHER', applicant)]] },
]

/** The column of natural persons: zero in the plain outcomes that are not given. */
const naturalPersons = (given: { readonly [row in ApplicationRow]?: number | null }): Example['given'] =>
  Object.fromEntries(
    Object.entries({ ...Object.fromEntries(plainOutcomes.map((row) => [row, 0])), ...given }).map(([row, value]) => [
      cell(row as ApplicationRow, 'NATURAL_PERSON'),
      value,
    ]),
  )

/** 收到和处理政府信息公开申请情况: the applications table of the forms of 2019 and 2021. */
export const APPLICATION_RULES: readonly SumsRule[] = [
  {
    id: 'applications.applicants',
    says: {
      zh: '申请情况表每一行：自然人与五类法人或其他组织之和等于总计。',
      en: 'In every row of the applications table, natural persons and the five kinds of organization add up to the total.',
    },
    sources: SOURCES,
    forms: FORMS,
    severity: 'ERROR',
    kind: 'EQUATION',
    relations: rows.map((row) => ({
      left: singleApplicants.map((applicant) => cell(row, applicant)),
      right: [cell(row, 'TOTAL')],
    })),
    examples: [
      {
        why: 'the six columns come to the total',
        given: {
          'applications.RECEIVED.NATURAL_PERSON': 860,
          'applications.RECEIVED.COMMERCIAL_ENTERPRISE': 76,
          'applications.RECEIVED.RESEARCH_INSTITUTION': 0,
          'applications.RECEIVED.SOCIAL_WELFARE_ORGANIZATION': 4,
          'applications.RECEIVED.LEGAL_SERVICE_INSTITUTION': 11,
          'applications.RECEIVED.OTHER_ORGANIZATION': 2,
          'applications.RECEIVED.TOTAL': 953,
        },
        verdict: 'HOLDS',
      },
      {
        why: 'the total leaves out the enterprises',
        given: {
          'applications.GRANTED.NATURAL_PERSON': 10,
          'applications.GRANTED.COMMERCIAL_ENTERPRISE': 2,
          'applications.GRANTED.RESEARCH_INSTITUTION': 0,
          'applications.GRANTED.SOCIAL_WELFARE_ORGANIZATION': 0,
          'applications.GRANTED.LEGAL_SERVICE_INSTITUTION': 0,
          'applications.GRANTED.OTHER_ORGANIZATION': 0,
          'applications.GRANTED.TOTAL': 10,
        },
        verdict: 'BROKEN',
      },
      {
        why: 'a blank cell is not zero',
        given: {
          'applications.GRANTED.NATURAL_PERSON': 10,
          'applications.GRANTED.COMMERCIAL_ENTERPRISE': null,
          'applications.GRANTED.RESEARCH_INSTITUTION': 0,
          'applications.GRANTED.SOCIAL_WELFARE_ORGANIZATION': 0,
          'applications.GRANTED.LEGAL_SERVICE_INSTITUTION': 0,
          'applications.GRANTED.OTHER_ORGANIZATION': 0,
          'applications.GRANTED.TOTAL': 10,
        },
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'applications.outcomes',
    says: {
      zh: '申请情况表每一列：各项办理结果之和等于办理结果总计。',
      en: 'In every column of the applications table, the outcomes add up to the total handled.',
    },
    sources: SOURCES,
    forms: FORMS,
    severity: 'ERROR',
    kind: 'EQUATION',
    relations: applicants.map((applicant) => ({
      left: outcomesOf(applicant),
      right: [cell('HANDLED_TOTAL', applicant)],
    })),
    examples: [
      {
        why: 'with the single row of otherwise handled requests',
        given: naturalPersons({ GRANTED: 7, UNABLE_NOT_HELD: 2, OTHER: 1, HANDLED_TOTAL: 10 }),
        verdict: 'HOLDS',
      },
      {
        why: 'with the three rows into which the form of 2021 divides it',
        given: naturalPersons({
          GRANTED: 7,
          OTHER_NOT_CORRECTED_IN_TIME: 1,
          OTHER_FEE_UNPAID: 1,
          OTHER_MISCELLANEOUS: 1,
          HANDLED_TOTAL: 10,
        }),
        verdict: 'HOLDS',
      },
      {
        why: 'one outcome is not in the total',
        given: naturalPersons({ GRANTED: 7, UNABLE_NOT_HELD: 2, OTHER: 1, HANDLED_TOTAL: 9 }),
        verdict: 'BROKEN',
      },
      {
        why: 'one of the three rows is not printed',
        given: naturalPersons({ GRANTED: 7, OTHER_FEE_UNPAID: 0, OTHER_MISCELLANEOUS: 0, HANDLED_TOTAL: 10 }),
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'applications.balance',
    says: {
      zh: '申请情况表每一列：本年新收加上年结转，等于办理结果总计加结转下年度继续办理。',
      en: 'In every column of the applications table, received and carried in equal handled and carried forward.',
    },
    sources: SOURCES,
    forms: FORMS,
    severity: 'ERROR',
    kind: 'EQUATION',
    relations: applicants.map((applicant) => ({
      left: [cell('RECEIVED', applicant), cell('CARRIED_IN', applicant)],
      right: [cell('HANDLED_TOTAL', applicant), cell('CARRIED_OVER', applicant)],
    })),
    examples: [
      {
        why: 'a balanced column',
        given: {
          'applications.RECEIVED.TOTAL': 953,
          'applications.CARRIED_IN.TOTAL': 46,
          'applications.HANDLED_TOTAL.TOTAL': 962,
          'applications.CARRIED_OVER.TOTAL': 37,
        },
        verdict: 'HOLDS',
      },
      {
        why: 'one request from nowhere',
        given: {
          'applications.RECEIVED.TOTAL': 10,
          'applications.CARRIED_IN.TOTAL': 2,
          'applications.HANDLED_TOTAL.TOTAL': 9,
          'applications.CARRIED_OVER.TOTAL': 4,
        },
        verdict: 'BROKEN',
      },
      {
        why: 'what was carried in is blank',
        given: {
          'applications.RECEIVED.TOTAL': 10,
          'applications.CARRIED_IN.TOTAL': null,
          'applications.HANDLED_TOTAL.TOTAL': 10,
          'applications.CARRIED_OVER.TOTAL': 0,
        },
        verdict: 'UNKNOWN',
      },
    ],
  },
]
