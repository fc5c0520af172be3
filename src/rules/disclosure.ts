import type { SumsRule } from './rule.ts'

/** 主动公开政府信息情况: the proactive-disclosure tables of the forms of 2019 and 2021. */
export const DISCLOSURE_RULES: readonly SumsRule[] = [
  {
    id: 'disclosure.newly-disclosed',
    says: {
      zh: '规章、规范性文件：本年新公开数量不大于对外公开总数量。',
      en: 'Rules and normative documents: those newly disclosed this year are not more than those disclosed in total.',
    },
    sources: ['NOTICE_2019_60'],
    forms: ['FORM_2019'],
    severity: 'ERROR',
    kind: 'AT_MOST',
    relations: (['REGULATIONS', 'NORMATIVE_DOCUMENTS'] as const).map((item) => ({
      left: [`disclosure.${item}.DISCLOSED` as const],
      right: [`disclosure.${item}.DISCLOSED_TOTAL` as const],
    })),
    examples: [
      {
        why: '31 of 599 documents were disclosed this year',
        given: {
          'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED': 31,
          'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED_TOTAL': 599,
        },
        verdict: 'HOLDS',
      },
      {
        why: 'all documents were disclosed this year',
        given: {
          'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED': 1,
          'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED_TOTAL': 1,
        },
        verdict: 'HOLDS',
      },
      {
        why: 'more this year than in total',
        given: {
          'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED': 12,
          'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED_TOTAL': 0,
        },
        verdict: 'BROKEN',
      },
      {
        why: 'the total is blank',
        given: {
          'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED': 12,
          'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED_TOTAL': null,
        },
        verdict: 'UNKNOWN',
      },
    ],
  },
]
