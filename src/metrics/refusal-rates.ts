import type { Sentence } from './comparability.ts'
import type { CategoryCode } from './crosswalk.ts'
import type { Metric } from './metric.ts'
import { ofHandled } from './rate.ts'

const refusedFor = (category: CategoryCode, label: string, labelEn: string, says: Sentence): Metric =>
  ofHandled([category], { label, labelEn, says })

/** The refusal rate, ground by ground. The form of 2014 has rows for state secrets, for security and stability, and two for third parties. */
export const REFUSAL_RATES = {
  REFUSAL_RATE_STATE_SECRET: refusedFor('REFUSED_STATE_SECRET', '不予公开率：国家秘密', 'Refusal rate: state secrets', {
    zh: '本年办理的申请中，因属于国家秘密不予公开的占多少（条例第十四条）。',
    en: 'How much of the requests handled was refused because of state secrets (Article 14 of the Regulations).',
  }),
  REFUSAL_RATE_PROHIBITED_BY_LAW: refusedFor(
    'REFUSED_PROHIBITED_BY_LAW',
    '不予公开率：其他法律行政法规禁止公开',
    'Refusal rate: prohibited by other laws or administrative regulations',
    {
      zh: '本年办理的申请中，因其他法律行政法规禁止公开的占多少（条例第十四条）。',
      en: 'How much of the requests handled was refused because other laws or administrative regulations prohibit disclosure (Article 14 of the Regulations).',
    },
  ),
  REFUSAL_RATE_SECURITY_AND_STABILITY: refusedFor(
    'REFUSED_SECURITY_AND_STABILITY',
    '不予公开率：危及“三安全一稳定”',
    'Refusal rate: security and stability',
    {
      zh: '本年办理的申请中，因危及国家安全、公共安全、经济安全、社会稳定不予公开的占多少（条例第十四条）。',
      en: 'How much of the requests handled was refused because of national, public and economic security and social stability (Article 14 of the Regulations).',
    },
  ),
  REFUSAL_RATE_THIRD_PARTY_RIGHTS: refusedFor(
    'REFUSED_THIRD_PARTY_RIGHTS',
    '不予公开率：第三方合法权益',
    'Refusal rate: rights of a third party',
    {
      zh: '本年办理的申请中，为保护第三方合法权益（商业秘密、个人隐私）不予公开的占多少（条例第十五条）。',
      en: 'How much of the requests handled was refused for the rights of a third party: trade secrets and personal privacy (Article 15 of the Regulations).',
    },
  ),
  REFUSAL_RATE_INTERNAL_AFFAIRS: refusedFor(
    'REFUSED_INTERNAL_AFFAIRS',
    '不予公开率：内部事务信息',
    'Refusal rate: internal-affairs information',
    {
      zh: '本年办理的申请中，因属于三类内部事务信息不予公开的占多少（条例第十六条）。',
      en: 'How much of the requests handled was refused as internal-affairs information (Article 16 of the Regulations).',
    },
  ),
  REFUSAL_RATE_PROCESS_INFORMATION: refusedFor(
    'REFUSED_PROCESS_INFORMATION',
    '不予公开率：过程性信息',
    'Refusal rate: process information',
    {
      zh: '本年办理的申请中，因属于四类过程性信息不予公开的占多少（条例第十六条）。',
      en: 'How much of the requests handled was refused as process (deliberative) information (Article 16 of the Regulations).',
    },
  ),
  REFUSAL_RATE_ENFORCEMENT_FILE: refusedFor(
    'REFUSED_ENFORCEMENT_FILE',
    '不予公开率：行政执法案卷',
    'Refusal rate: enforcement case files',
    {
      zh: '本年办理的申请中，因属于行政执法案卷不予公开的占多少（条例第十六条）。',
      en: 'How much of the requests handled was refused as administrative enforcement case files (Article 16 of the Regulations).',
    },
  ),
  REFUSAL_RATE_ADMINISTRATIVE_QUERY: refusedFor(
    'REFUSED_ADMINISTRATIVE_QUERY',
    '不予公开率：行政查询事项',
    'Refusal rate: administrative look-up matters',
    {
      zh: '本年办理的申请中，因属于行政查询事项不予公开的占多少（条例第三十六条第（七）项）。',
      en: 'How much of the requests handled was refused as administrative look-up matters (Article 36 (7) of the Regulations).',
    },
  ),
} as const satisfies Record<string, Metric>
