import { APPLICANTS } from '../domain/applicants.ts'
import { codesOf } from '../domain/terms.ts'
import type { ContinuityRule } from './rule.ts'

const BOTH = ['FORM_2019', 'FORM_2021'] as const
const ITEMS = [
  'LICENSING',
  'OTHER_EXTERNAL_MANAGEMENT',
  'INSPECTION',
  'CONFIRMATION',
  'PENALTIES',
  'COERCION',
  'ADMINISTRATIVE_FEES',
] as const

/** What a report has in common with the one that the same agency made a year before. */
export const YEAR_RULES: readonly ContinuityRule[] = [
  {
    id: 'years.in-force',
    says: {
      zh: '规章、行政规范性文件：现行有效件数加本年废止、减本年制发，等于上年报告的现行有效件数。',
      en: 'Rules and normative documents: those in force, with those repealed and without those issued this year, are those in force a year before.',
    },
    sources: ['NOTICE_2021_30'],
    forms: ['FORM_2021'],
    previousForms: ['FORM_2021'],
    severity: 'WARNING',
    kind: 'CONTINUITY',
    relations: (['REGULATIONS', 'NORMATIVE_DOCUMENTS'] as const).map((item) => ({
      left: [
        `disclosure.${item}.IN_FORCE` as const,
        `disclosure.${item}.REPEALED` as const,
        { minus: `disclosure.${item}.ISSUED` as const },
      ],
      right: [`disclosure.${item}.IN_FORCE` as const],
    })),
    examples: [
      {
        why: '597 with 50 new and 227 repealed are 420',
        given: {
          'disclosure.NORMATIVE_DOCUMENTS.ISSUED': 50,
          'disclosure.NORMATIVE_DOCUMENTS.REPEALED': 227,
          'disclosure.NORMATIVE_DOCUMENTS.IN_FORCE': 420,
        },
        previous: { 'disclosure.NORMATIVE_DOCUMENTS.IN_FORCE': 597 },
        verdict: 'HOLDS',
      },
      {
        why: 'a document came from nowhere',
        given: {
          'disclosure.NORMATIVE_DOCUMENTS.ISSUED': 2,
          'disclosure.NORMATIVE_DOCUMENTS.REPEALED': 1,
          'disclosure.NORMATIVE_DOCUMENTS.IN_FORCE': 13,
        },
        previous: { 'disclosure.NORMATIVE_DOCUMENTS.IN_FORCE': 11 },
        verdict: 'BROKEN',
      },
      {
        why: 'nobody knows the year before',
        given: {
          'disclosure.NORMATIVE_DOCUMENTS.ISSUED': 2,
          'disclosure.NORMATIVE_DOCUMENTS.REPEALED': 1,
          'disclosure.NORMATIVE_DOCUMENTS.IN_FORCE': 13,
        },
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'years.items',
    says: {
      zh: '行政许可、处罚、强制、收费等：上一年项目数量等于上年报告的上一年项目数量与本年增减之和。',
      en: 'Licences, penalties, compulsion, fees: the items of the previous year are what its report had before, with its change.',
    },
    sources: ['NOTICE_2019_60'],
    forms: ['FORM_2019'],
    previousForms: ['FORM_2019'],
    severity: 'WARNING',
    kind: 'CONTINUITY',
    relations: ITEMS.map((item) => ({
      left: [`disclosure.${item}.PREVIOUS_ITEMS` as const],
      right: [`disclosure.${item}.PREVIOUS_ITEMS` as const, `disclosure.${item}.CHANGE` as const],
    })),
    examples: [
      {
        why: '15 fewer than 215',
        given: { 'disclosure.LICENSING.PREVIOUS_ITEMS': 200 },
        previous: { 'disclosure.LICENSING.PREVIOUS_ITEMS': 215, 'disclosure.LICENSING.CHANGE': -15 },
        verdict: 'HOLDS',
      },
      {
        why: 'the change is forgotten',
        given: { 'disclosure.LICENSING.PREVIOUS_ITEMS': 215 },
        previous: { 'disclosure.LICENSING.PREVIOUS_ITEMS': 215, 'disclosure.LICENSING.CHANGE': -15 },
        verdict: 'BROKEN',
      },
      {
        why: 'the change is blank',
        given: { 'disclosure.LICENSING.PREVIOUS_ITEMS': 215 },
        previous: { 'disclosure.LICENSING.PREVIOUS_ITEMS': 215, 'disclosure.LICENSING.CHANGE': null },
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'years.carried-in',
    says: {
      zh: '申请情况表每一列：上年结转等于上年报告的结转下年度继续办理。',
      en: 'In every column of the applications table, what was carried in is what the year before carried forward.',
    },
    sources: ['NOTICE_2019_60', 'NOTICE_2021_30'],
    forms: BOTH,
    previousForms: BOTH,
    severity: 'WARNING',
    kind: 'CONTINUITY',
    relations: codesOf(APPLICANTS).map((applicant) => ({
      left: [`applications.CARRIED_IN.${applicant}` as const],
      right: [`applications.CARRIED_OVER.${applicant}` as const],
    })),
    examples: [
      {
        why: '121 went from one year to the next',
        given: { 'applications.CARRIED_IN.TOTAL': 121 },
        previous: { 'applications.CARRIED_OVER.TOTAL': 121 },
        verdict: 'HOLDS',
      },
      {
        why: 'four were lost on the way',
        given: { 'applications.CARRIED_IN.TOTAL': 121 },
        previous: { 'applications.CARRIED_OVER.TOTAL': 125 },
        verdict: 'BROKEN',
      },
      {
        why: 'the year before left it blank',
        given: { 'applications.CARRIED_IN.TOTAL': 0 },
        previous: { 'applications.CARRIED_OVER.TOTAL': null },
        verdict: 'UNKNOWN',
      },
    ],
  },
]
