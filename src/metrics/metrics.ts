import type { Applicant } from '../domain/applicants.ts'
import type { CategoryCode } from './crosswalk.ts'
import type { Metric } from './metric.ts'
import { ofHandled, type Told } from './rate.ts'
import { REFUSAL_RATES } from './refusal-rates.ts'

// The metrics. Codes are permanent. What a metric is on each form, and how the forms compare, follows from its categories.

/** A share of the requests received in the year that came from one kind of applicant. */
const receivedFrom = (applicant: Applicant, label: string, labelEn: string): Metric => ({
  label: `${label}申请占比`,
  labelEn: `Share of requests by ${labelEn}`,
  says: {
    zh: `本年新收申请中，申请人为${label}的占多少。`,
    en: `How much of the requests received in the year came from ${labelEn}.`,
  },
  unit: 'RATIO',
  numerator: [{ category: 'RECEIVED', applicant }],
  denominator: ['RECEIVED'],
  sources: ['NOTICE_2019_60', 'NOTICE_2021_30'],
})

/** A share of the requests received in the year that came by one channel: the form of 2014 alone tells. */
const receivedBy = (category: CategoryCode, label: string, labelEn: string): Metric => ({
  label: `${label}申请占比`,
  labelEn: `Share of requests ${labelEn}`,
  says: {
    zh: `收到的申请中，以${label}方式提出的占多少。`,
    en: `How much of the requests received was made ${labelEn}.`,
  },
  unit: 'RATIO',
  numerator: [category],
  denominator: ['RECEIVED'],
  sources: ['NOTICE_2014_32'],
})

const counted = (category: CategoryCode, told: Told, unit: 'COUNT' | 'AMOUNT' = 'COUNT'): Metric => ({
  sources: ['NOTICE_2014_32', 'NOTICE_2019_60', 'NOTICE_2021_30'],
  ...told,
  unit,
  numerator: [category],
  denominator: null,
})

export const METRICS = {
  DISCLOSURE_RATE: ofHandled(['GRANTED_IN_FULL'], {
    label: '公开率',
    labelEn: 'Disclosure rate',
    says: {
      zh: '本年办理的申请中，全部予以公开的占多少（条例第三十六条第（一）（二）项）。',
      en: 'How much of the requests handled in the year was granted in full (Article 36 (1) and (2) of the Regulations).',
    },
  }),
  DISCLOSURE_RATE_WITH_PARTIAL: ofHandled(['GRANTED_IN_FULL', 'GRANTED_IN_PART'], {
    label: '公开率（含部分公开）',
    labelEn: 'Disclosure rate, partial disclosure included',
    says: {
      zh: '本年办理的申请中，全部或部分公开的占多少（条例第三十六条、第三十七条）。',
      en: 'How much of the requests handled in the year was granted in full or in part (Articles 36 and 37 of the Regulations).',
    },
  }),
  REFUSAL_RATE: ofHandled(['REFUSED'], {
    label: '不予公开率',
    labelEn: 'Refusal rate',
    says: {
      zh: '本年办理的申请中，不予公开的占多少（条例第三十六条第（三）项）。',
      en: 'How much of the requests handled in the year was refused (Article 36 (3) of the Regulations).',
    },
  }),
  ...REFUSAL_RATES,
  UNABLE_RATE: ofHandled(['UNABLE'], {
    label: '无法提供率',
    labelEn: 'Unable rate',
    says: {
      zh: '本年办理的申请中，无法提供的占多少：不掌握、没有现成信息或补正后仍不明确。',
      en: 'How much of the requests handled could not be met: not held, no ready-made information, or still unclear after correction.',
    },
  }),
  NOT_HELD_RATE: ofHandled(['NOT_HELD'], {
    label: '不掌握率',
    labelEn: 'Not-held rate',
    says: {
      zh: '本年办理的申请中，因不掌握相关政府信息而未提供的占多少（条例第三十六条第（四）（五）项）。',
      en: 'How much of the requests handled was answered that the information is not held or does not exist (Article 36 (4) and (5) of the Regulations).',
    },
  }),
  NOT_PROCESSED_RATE: ofHandled(['NOT_PROCESSED'], {
    label: '不予处理率',
    labelEn: 'Not-processed rate',
    says: {
      zh: '本年办理的申请中，不予处理的占多少（条例第三十五条、第三十六条第（六）项、第三十九条）。',
      en: 'How much of the requests handled was not processed (Articles 35, 36 (6) and 39 of the Regulations).',
    },
  }),
  OTHERWISE_HANDLED_RATE: ofHandled(['OTHERWISE_HANDLED'], {
    label: '其他处理率',
    labelEn: 'Otherwise-handled rate',
    says: {
      zh: '本年办理的申请中，以其他方式处理的占多少。',
      en: 'How much of the requests handled was handled otherwise.',
    },
    sources: ['NOTICE_2019_60', 'NOTICE_2021_30'],
  }),
  BACKLOG_RATIO: {
    label: '结转率',
    labelEn: 'Backlog ratio',
    says: {
      zh: '本年新收与上年结转的申请中，结转下年度继续办理的占多少。',
      en: 'How much of the requests at hand in the year, received or carried in, is carried over to the next.',
    },
    unit: 'RATIO',
    numerator: ['CARRIED_OVER'],
    denominator: ['RECEIVED', 'CARRIED_IN'],
    sources: ['NOTICE_2019_60', 'NOTICE_2021_30'],
  },
  ON_TIME_SHARE: {
    label: '按时办结率',
    labelEn: 'On-time share',
    says: {
      zh: '办结的申请中，未经延期按时办结的占多少。',
      en: 'How much of the requests closed was closed on time, without an extension.',
    },
    unit: 'RATIO',
    numerator: ['CLOSED_ON_TIME'],
    denominator: ['CLOSED'],
    sources: ['NOTICE_2014_32', 'REGULATION_492'],
  },
  REVIEW_CORRECTION_RATE: {
    label: '行政复议纠正率',
    labelEn: 'Correction rate in reconsideration',
    says: {
      zh: '已审结的行政复议案件中，结果纠正的占多少（条例第五十一条）。',
      en: 'How much of the reconsideration cases decided ended in a correction (Article 51 of the Regulations).',
    },
    unit: 'RATIO',
    numerator: ['REVIEW_CORRECTED'],
    denominator: ['REVIEW_DECIDED'],
    sources: ['REGULATION_711'],
  },
  LITIGATION_CORRECTION_RATE: {
    label: '行政诉讼纠正率',
    labelEn: 'Correction rate in litigation',
    says: {
      zh: '已审结的行政诉讼案件中，结果纠正的占多少（条例第五十一条）。',
      en: 'How much of the litigation cases decided ended in a correction (Article 51 of the Regulations).',
    },
    unit: 'RATIO',
    numerator: ['LITIGATION_CORRECTED'],
    denominator: ['LITIGATION_DECIDED'],
    sources: ['REGULATION_711'],
  },
  REVIEWS_PER_REQUEST: {
    label: '申请复议比',
    labelEn: 'Reconsideration cases per request',
    says: {
      zh: '每收到一件申请，有多少件行政复议案件。',
      en: 'How many reconsideration cases there are for each request received.',
    },
    unit: 'RATIO',
    numerator: ['REVIEW'],
    denominator: ['RECEIVED'],
    sources: ['REGULATION_711'],
  },
  LITIGATION_PER_REQUEST: {
    label: '申请诉讼比',
    labelEn: 'Litigation cases per request',
    says: {
      zh: '每收到一件申请，有多少件行政诉讼案件。',
      en: 'How many litigation cases there are for each request received.',
    },
    unit: 'RATIO',
    numerator: ['LITIGATION'],
    denominator: ['RECEIVED'],
    sources: ['REGULATION_711'],
  },
  NATURAL_PERSON_SHARE: receivedFrom('NATURAL_PERSON', '自然人', 'natural persons'),
  COMMERCIAL_ENTERPRISE_SHARE: receivedFrom('COMMERCIAL_ENTERPRISE', '商业企业', 'commercial enterprises'),
  RESEARCH_INSTITUTION_SHARE: receivedFrom('RESEARCH_INSTITUTION', '科研机构', 'research institutions'),
  SOCIAL_WELFARE_ORGANIZATION_SHARE: receivedFrom(
    'SOCIAL_WELFARE_ORGANIZATION',
    '社会公益组织',
    'public-interest organizations',
  ),
  LEGAL_SERVICE_INSTITUTION_SHARE: receivedFrom(
    'LEGAL_SERVICE_INSTITUTION',
    '法律服务机构',
    'legal service institutions',
  ),
  OTHER_ORGANIZATION_SHARE: receivedFrom('OTHER_ORGANIZATION', '其他组织', 'other organizations'),
  IN_PERSON_SHARE: receivedBy('RECEIVED_IN_PERSON', '当面', 'in person'),
  FAX_SHARE: receivedBy('RECEIVED_BY_FAX', '传真', 'by fax'),
  ONLINE_SHARE: receivedBy('RECEIVED_ONLINE', '网络', 'online'),
  LETTER_SHARE: receivedBy('RECEIVED_BY_LETTER', '信函', 'by letter'),
  REQUESTS_RECEIVED: counted('RECEIVED', {
    label: '新收申请数',
    labelEn: 'Requests received',
    says: { zh: '本年新收的政府信息公开申请数量。', en: 'How many requests were received in the year.' },
  }),
  REQUESTS_HANDLED: counted('HANDLED', {
    label: '办理申请数',
    labelEn: 'Requests handled',
    says: { zh: '本年办理的政府信息公开申请数量。', en: 'How many requests were handled in the year.' },
  }),
  NORMATIVE_DOCUMENTS_ISSUED: counted('NORMATIVE_DOCUMENTS_ISSUED', {
    label: '制发规范性文件数',
    labelEn: 'Normative documents issued',
    says: {
      zh: '本年制发的规范性文件数量（条例第二十条第（一）项）。',
      en: 'How many normative documents were issued in the year (Article 20 (1) of the Regulations).',
    },
  }),
  LICENSING_DECISIONS: counted('LICENSING_DECISIONS', {
    label: '行政许可处理决定数',
    labelEn: 'Licensing decisions',
    says: {
      zh: '本年行政许可处理决定数量（条例第二十条第（五）项）。',
      en: 'How many licensing decisions were made in the year (Article 20 (5) of the Regulations).',
    },
    sources: ['NOTICE_2019_60', 'NOTICE_2021_30'],
  }),
  PENALTY_DECISIONS: counted('PENALTY_DECISIONS', {
    label: '行政处罚处理决定数',
    labelEn: 'Penalty decisions',
    says: {
      zh: '本年行政处罚处理决定数量（条例第二十条第（六）项）。',
      en: 'How many penalty decisions were made in the year (Article 20 (6) of the Regulations).',
    },
    sources: ['NOTICE_2019_60', 'NOTICE_2021_30'],
  }),
  COERCION_DECISIONS: counted('COERCION_DECISIONS', {
    label: '行政强制处理决定数',
    labelEn: 'Compulsion decisions',
    says: {
      zh: '本年行政强制处理决定数量（条例第二十条第（六）项）。',
      en: 'How many decisions on compulsion were made in the year (Article 20 (6) of the Regulations).',
    },
    sources: ['NOTICE_2019_60', 'NOTICE_2021_30'],
  }),
  ADMINISTRATIVE_FEES_COLLECTED: counted(
    'ADMINISTRATIVE_FEES_COLLECTED',
    {
      label: '行政事业性收费金额',
      labelEn: 'Administrative and institutional fees collected',
      says: {
        zh: '本年行政事业性收费金额（条例第二十条第（八）项）。',
        en: 'How much was collected in administrative and institutional fees in the year (Article 20 (8) of the Regulations).',
      },
      sources: ['NOTICE_2021_30'],
    },
    'AMOUNT',
  ),
} as const satisfies Record<string, Metric>

export type MetricId = keyof typeof METRICS
