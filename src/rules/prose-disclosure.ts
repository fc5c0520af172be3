import { DISCLOSURE_ITEMS } from '../domain/disclosure-items.ts'
import { codesOf } from '../domain/terms.ts'
import { itself } from './itself.ts'
import type { ClaimRule } from './rule.ts'

const ALL_FORMS = ['FORM_2014', 'FORM_2019', 'FORM_2021'] as const
const SOURCES = ['REGULATION_711', 'NOTICE_2014_32', 'NOTICE_2019_60', 'NOTICE_2021_30'] as const
const OLD_FORM = ['FORM_2014'] as const
const OLD_SOURCES = ['REGULATION_492', 'NOTICE_2014_32'] as const

const SOFT_ITEMS = ['RESPONSE_POLICY_INTERPRETATIONS']
const counted = codesOf(DISCLOSURE_ITEMS).filter((item) => {
  const { cells } = DISCLOSURE_ITEMS[item]
  const measures: readonly string[] = 'FORM_2014' in cells ? cells.FORM_2014 : []
  return measures.includes('COUNT') && !SOFT_ITEMS.includes(item)
})
const isResponse = (item: string) => item.startsWith('RESPONSE_')
const isOfDisclosure = (item: string) => /^(?:PROACTIVE|KEY_AREA|CHANNEL_)/.test(item)
const counts = (isMeant: (item: string) => boolean): ClaimRule['relations'] =>
  counted.filter(isMeant).map((item) => itself(`disclosure.${item}.COUNT`))

/** What sentences state of disclosure and what is done for it, against the tables. */
export const PROSE_DISCLOSURE_RULES: readonly ClaimRule[] = [
  {
    id: 'prose.disclosure',
    says: {
      zh: '文中所称主动公开、重点领域和各渠道公开信息数与统计表一致。',
      en: 'What sentences state of information disclosed, of key areas and of channels is what the table does.',
    },
    sources: OLD_SOURCES,
    forms: OLD_FORM,
    severity: 'WARNING',
    kind: 'CLAIM',
    relations: counts(isOfDisclosure),
    examples: [
      {
        why: 'both say 58524',
        given: { 'disclosure.PROACTIVE.COUNT': 58524 },
        claims: [{ subject: 'disclosure.PROACTIVE.COUNT', value: '58524' }],
        verdict: 'HOLDS',
      },
      {
        why: 'some 3,300 are 3,347',
        given: { 'disclosure.CHANNEL_WECHAT.COUNT': 3347 },
        claims: [{ subject: 'disclosure.CHANNEL_WECHAT.COUNT', value: '3300', approximate: true }],
        verdict: 'HOLDS',
      },
      {
        why: 'the sentence has the number of the website',
        given: { 'disclosure.PROACTIVE.COUNT': 17689, 'disclosure.CHANNEL_WEBSITE.COUNT': 10965 },
        claims: [{ subject: 'disclosure.PROACTIVE.COUNT', value: '10965' }],
        verdict: 'BROKEN',
      },
      {
        why: 'the table is blank',
        given: { 'disclosure.PROACTIVE.COUNT': null },
        claims: [{ subject: 'disclosure.PROACTIVE.COUNT', value: '10965' }],
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'prose.normative-documents',
    says: {
      zh: '文中所称规范性文件数通常与表中一致。',
      en: 'What sentences state of normative documents is usually what the table does.',
    },
    // A government's own documents are often told apart from those of its departments, and nothing says so.
    sources: SOURCES,
    forms: ALL_FORMS,
    severity: 'NOTICE',
    kind: 'CLAIM',
    relations: [
      {
        subject: 'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED',
        readings: (['DISCLOSED', 'DISCLOSED_TOTAL', 'MADE'] as const).map((measure) => [
          `disclosure.NORMATIVE_DOCUMENTS.${measure}` as const,
        ]),
      },
      {
        subject: 'disclosure.NORMATIVE_DOCUMENTS.ISSUED',
        readings: (['ISSUED', 'MADE'] as const).map((measure) => [
          `disclosure.NORMATIVE_DOCUMENTS.${measure}` as const,
        ]),
      },
      itself('disclosure.NORMATIVE_DOCUMENTS.REPEALED'),
      itself('disclosure.NORMATIVE_DOCUMENTS.IN_FORCE'),
    ],
    examples: [
      {
        why: 'both say 181',
        given: { 'disclosure.NORMATIVE_DOCUMENTS.ISSUED': 181, 'disclosure.NORMATIVE_DOCUMENTS.MADE': 181 },
        claims: [{ subject: 'disclosure.NORMATIVE_DOCUMENTS.ISSUED', value: '181' }],
        verdict: 'HOLDS',
      },
      {
        why: 'one more in the sentence',
        given: { 'disclosure.NORMATIVE_DOCUMENTS.ISSUED': 5, 'disclosure.NORMATIVE_DOCUMENTS.MADE': 5 },
        claims: [{ subject: 'disclosure.NORMATIVE_DOCUMENTS.ISSUED', value: '6' }],
        verdict: 'BROKEN',
      },
      {
        why: 'no sentence tells',
        given: { 'disclosure.NORMATIVE_DOCUMENTS.ISSUED': 5 },
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'prose.responses',
    says: {
      zh: '文中所称回应关切的次数与统计表一致。',
      en: 'What sentences state of responses to the public is what the table does.',
    },
    sources: OLD_SOURCES,
    forms: OLD_FORM,
    severity: 'WARNING',
    kind: 'CLAIM',
    relations: counts(isResponse),
    examples: [
      {
        why: 'both say three interviews',
        given: { 'disclosure.RESPONSE_ONLINE_INTERVIEWS.COUNT': 3 },
        claims: [{ subject: 'disclosure.RESPONSE_ONLINE_INTERVIEWS.COUNT', value: '3' }],
        verdict: 'HOLDS',
      },
      {
        why: '26 interviews, and 3 in the table',
        given: { 'disclosure.RESPONSE_ONLINE_INTERVIEWS.COUNT': 3 },
        claims: [{ subject: 'disclosure.RESPONSE_ONLINE_INTERVIEWS.COUNT', value: '26' }],
        verdict: 'BROKEN',
      },
      {
        why: 'no sentence tells',
        given: { 'disclosure.RESPONSE_ONLINE_INTERVIEWS.COUNT': 3 },
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'prose.policy-interpretations',
    says: {
      zh: '文中所称政策解读稿件数通常与统计表一致。',
      en: 'What sentences state of policy interpretations is usually what the table does.',
    },
    // Pictures, articles and films are told one by one: which of them the table counts, nothing says.
    sources: OLD_SOURCES,
    forms: OLD_FORM,
    severity: 'NOTICE',
    kind: 'CLAIM',
    relations: [itself('disclosure.RESPONSE_POLICY_INTERPRETATIONS.COUNT')],
    examples: [
      {
        why: 'both say 141',
        given: { 'disclosure.RESPONSE_POLICY_INTERPRETATIONS.COUNT': 141 },
        claims: [{ subject: 'disclosure.RESPONSE_POLICY_INTERPRETATIONS.COUNT', value: '141' }],
        verdict: 'HOLDS',
      },
      {
        why: '42, and 141 in the table',
        given: { 'disclosure.RESPONSE_POLICY_INTERPRETATIONS.COUNT': 141 },
        claims: [{ subject: 'disclosure.RESPONSE_POLICY_INTERPRETATIONS.COUNT', value: '42' }],
        verdict: 'BROKEN',
      },
      {
        why: 'no sentence tells',
        given: { 'disclosure.RESPONSE_POLICY_INTERPRETATIONS.COUNT': 141 },
        verdict: 'UNKNOWN',
      },
    ],
  },
  {
    id: 'prose.support',
    says: {
      zh: '文中所称投诉、机构、人员、会议和培训数与统计表一致。',
      en: 'What sentences state of complaints, offices, staff, meetings and training is what the table does.',
    },
    sources: OLD_SOURCES,
    forms: OLD_FORM,
    severity: 'WARNING',
    kind: 'CLAIM',
    relations: counts((item) => !isResponse(item) && !isOfDisclosure(item)),
    examples: [
      {
        why: 'both say 112',
        given: { 'disclosure.STAFF.COUNT': 112 },
        claims: [{ subject: 'disclosure.STAFF.COUNT', value: '112' }],
        verdict: 'HOLDS',
      },
      {
        why: 'near a thousand are 1,200',
        given: { 'disclosure.TRAINEES.COUNT': 1200 },
        claims: [{ subject: 'disclosure.TRAINEES.COUNT', value: '1000', approximate: true }],
        verdict: 'HOLDS',
      },
      {
        why: 'near a thousand are no 3,000',
        given: { 'disclosure.TRAINEES.COUNT': 3000 },
        claims: [{ subject: 'disclosure.TRAINEES.COUNT', value: '1000', approximate: true }],
        verdict: 'BROKEN',
      },
      { why: 'no sentence tells', given: { 'disclosure.STAFF.COUNT': 112 }, verdict: 'UNKNOWN' },
    ],
  },
  {
    id: 'prose.amounts',
    says: {
      zh: '文中所称专项经费和收取的费用与统计表一致，元与万元换算后比较。',
      en: 'What sentences state of the budget and of fees is what the table does, be it in yuan or in ten thousand.',
    },
    sources: OLD_SOURCES,
    forms: OLD_FORM,
    severity: 'WARNING',
    kind: 'CLAIM',
    relations: [
      // The same digits in 元 and in the table are a matter of the unit, which has a rule of its own.
      { subject: 'disclosure.BUDGET.AMOUNT', readings: [['disclosure.BUDGET.AMOUNT']] },
      { subject: 'disclosure.APPLICATION_FEES.AMOUNT', readings: [['disclosure.APPLICATION_FEES.AMOUNT']] },
    ],
    examples: [
      {
        why: '94,230 元 are 9.423 万元',
        given: { 'disclosure.BUDGET.AMOUNT': 9.423 },
        claims: [{ subject: 'disclosure.BUDGET.AMOUNT', value: '94230', unit: '元' }],
        verdict: 'HOLDS',
      },
      {
        why: 'no fee was charged, and the table has one',
        given: { 'disclosure.APPLICATION_FEES.AMOUNT': 0.0138 },
        claims: [{ subject: 'disclosure.APPLICATION_FEES.AMOUNT', value: '0' }],
        verdict: 'BROKEN',
      },
      {
        why: '20 万元, and 30 in the table',
        given: { 'disclosure.BUDGET.AMOUNT': 30 },
        claims: [{ subject: 'disclosure.BUDGET.AMOUNT', value: '20', unit: '万元' }],
        verdict: 'BROKEN',
      },
      {
        why: 'an amount of no unit',
        given: { 'disclosure.BUDGET.AMOUNT': 30 },
        claims: [{ subject: 'disclosure.BUDGET.AMOUNT', value: '20' }],
        verdict: 'UNKNOWN',
      },
      {
        why: 'the same digits in another unit',
        given: { 'disclosure.BUDGET.AMOUNT': 94230 },
        claims: [{ subject: 'disclosure.BUDGET.AMOUNT', value: '94230', unit: '元' }],
        verdict: 'UNKNOWN',
      },
    ],
  },
]
