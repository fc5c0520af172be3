import type { MagnitudeRule } from './rule.ts'

/** Numbers that no agency of its level reaches. What stands for all levels is far above anything that is reported. */
export const AMOUNT_RULES: readonly MagnitudeRule[] = [
  {
    id: 'disclosure.regulations-of-county',
    says: {
      zh: '县级没有规章制定权，规章数量应为 0。',
      en: 'Counties and districts of cities may not make rules, so they have none.',
    },
    // 立法法: provinces and cities with districts make rules; counties and the districts of cities do not.
    sources: ['LEGISLATION_LAW', 'NOTICE_2019_60', 'NOTICE_2021_30'],
    forms: ['FORM_2019', 'FORM_2021'],
    severity: 'NOTICE',
    kind: 'MAGNITUDE',
    isInYuan: false,
    relations: (['MADE', 'DISCLOSED', 'DISCLOSED_TOTAL', 'ISSUED', 'REPEALED', 'IN_FORCE'] as const).map((measure) => ({
      path: `disclosure.REGULATIONS.${measure}` as const,
      limits: { COUNTY: '0' },
    })),
    examples: [
      {
        why: 'a county without rules',
        given: { 'disclosure.REGULATIONS.ISSUED': 0, 'disclosure.REGULATIONS.MADE': 0 },
        level: 'COUNTY',
        verdict: 'HOLDS',
      },
      {
        why: 'a county with a rule',
        given: { 'disclosure.REGULATIONS.ISSUED': 1, 'disclosure.REGULATIONS.MADE': 1 },
        level: 'COUNTY',
        verdict: 'BROKEN',
      },
      {
        why: 'a city may have rules',
        given: { 'disclosure.REGULATIONS.ISSUED': 1, 'disclosure.REGULATIONS.MADE': 1 },
        level: 'PREFECTURE',
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'disclosure.fees-unit',
    says: {
      zh: '行政事业性收费金额以万元计，不应是按元填写的数。',
      en: 'Administrative fees are in ten thousand yuan, and not the digits of an amount in yuan.',
    },
    // 100 亿元: what a large city collects in fees; an amount of a small county in yuan already passes it at 100 万元.
    sources: ['NOTICE_2021_30'],
    forms: ['FORM_2021'],
    severity: 'NOTICE',
    kind: 'MAGNITUDE',
    isInYuan: true,
    relations: [
      {
        path: 'disclosure.ADMINISTRATIVE_FEES.AMOUNT',
        limits: { COUNTY: '1000000', PREFECTURE: '5000000', PROVINCE: '20000000' },
      },
    ],
    examples: [
      {
        why: 'a county with 2.8 亿元',
        given: { 'disclosure.ADMINISTRATIVE_FEES.AMOUNT': 28130.0902 },
        level: 'COUNTY',
        verdict: 'HOLDS',
      },
      {
        why: 'a county with 2,813 亿元',
        given: { 'disclosure.ADMINISTRATIVE_FEES.AMOUNT': 28130902 },
        level: 'COUNTY',
        verdict: 'BROKEN',
      },
      {
        why: 'the amount is blank',
        given: { 'disclosure.ADMINISTRATIVE_FEES.AMOUNT': null },
        level: 'COUNTY',
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'disclosure.procurement-unit',
    says: {
      zh: '政府集中采购总金额以万元计，不应是按元填写的数。',
      en: 'Centralized procurement is in ten thousand yuan, and not the digits of an amount in yuan.',
    },
    // 1,000 亿元: no county or city procures as much in a year.
    sources: ['NOTICE_2019_60'],
    forms: ['FORM_2019'],
    severity: 'NOTICE',
    kind: 'MAGNITUDE',
    isInYuan: true,
    relations: [
      {
        path: 'disclosure.PROCUREMENT.AMOUNT',
        limits: { COUNTY: '10000000', PREFECTURE: '20000000', PROVINCE: '50000000' },
      },
    ],
    examples: [
      { why: '52 亿元', given: { 'disclosure.PROCUREMENT.AMOUNT': 520000 }, level: 'COUNTY', verdict: 'HOLDS' },
      { why: '52,000 亿元', given: { 'disclosure.PROCUREMENT.AMOUNT': 520000000 }, level: 'COUNTY', verdict: 'BROKEN' },
      { why: 'the level is not known', given: { 'disclosure.PROCUREMENT.AMOUNT': 520000000 }, verdict: 'UNKNOWN' },
    ],
  },
  {
    id: 'statistics.budget-unit',
    says: {
      zh: '政府信息公开专项经费以万元计，不应是按元填写的数。',
      en: 'The budget for disclosure is in ten thousand yuan, and not the digits of an amount in yuan.',
    },
    // 5,000 万元 is many times what the whole of a county spends on disclosure; 5,000 元 is little, so an amount in yuan passes it.
    sources: ['NOTICE_2014_32'],
    forms: ['FORM_2014'],
    severity: 'WARNING',
    kind: 'MAGNITUDE',
    isInYuan: true,
    relations: [
      { path: 'disclosure.BUDGET.AMOUNT', limits: { COUNTY: '5000', PREFECTURE: '20000', PROVINCE: '50000' } },
    ],
    examples: [
      { why: '63.5 万元', given: { 'disclosure.BUDGET.AMOUNT': 63.5 }, level: 'COUNTY', verdict: 'HOLDS' },
      {
        why: 'no money',
        given: { 'disclosure.BUDGET.AMOUNT': 0 },
        level: 'COUNTY',
        claims: [{ subject: 'disclosure.BUDGET.AMOUNT', value: '0', unit: '元' }],
        verdict: 'HOLDS',
      },
      {
        why: '43 亿元 for disclosure',
        given: { 'disclosure.BUDGET.AMOUNT': 430200 },
        level: 'COUNTY',
        verdict: 'BROKEN',
      },
      {
        why: 'a small amount that a sentence states in 元',
        given: { 'disclosure.BUDGET.AMOUNT': 2230 },
        claims: [{ subject: 'disclosure.BUDGET.AMOUNT', value: '2230', unit: '元' }],
        verdict: 'BROKEN',
      },
      { why: 'the budget is blank', given: { 'disclosure.BUDGET.AMOUNT': null }, level: 'COUNTY', verdict: 'UNKNOWN' },
    ],
  },
  {
    id: 'statistics.fees-unit',
    says: {
      zh: '依申请公开信息收取的费用以万元计，不应是按元填写的数。',
      en: 'What was charged for requests is in ten thousand yuan, and not the digits of an amount in yuan.',
    },
    // A page copied costs some 角: 100 万元 are millions of pages.
    sources: ['NOTICE_2014_32'],
    forms: ['FORM_2014'],
    severity: 'WARNING',
    kind: 'MAGNITUDE',
    isInYuan: true,
    relations: [
      { path: 'disclosure.APPLICATION_FEES.AMOUNT', limits: { COUNTY: '100', PREFECTURE: '500', PROVINCE: '2000' } },
    ],
    examples: [
      { why: '138 元', given: { 'disclosure.APPLICATION_FEES.AMOUNT': 0.0138 }, level: 'COUNTY', verdict: 'HOLDS' },
      { why: '138 万元', given: { 'disclosure.APPLICATION_FEES.AMOUNT': 138 }, level: 'COUNTY', verdict: 'BROKEN' },
      {
        why: 'the fees are blank',
        given: { 'disclosure.APPLICATION_FEES.AMOUNT': null },
        level: 'COUNTY',
        verdict: 'UNKNOWN',
      },
    ],
  },
]
