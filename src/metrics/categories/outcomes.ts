import type { ApplicationRow } from '../../domain/application-rows.ts'
import { type Category, exact, notCounted, type OnForm, roughly, row, since2019, sumOfRows } from '../category.ts'

// What became of requests. The form of 2014 follows the Regulations of 2007 and words its answers otherwise.

const PARTS_ONLY = { zh: '该格式只列各项，没有合计行。', en: 'The form prints the rows and no total of them.' }

const rows = (...codes: readonly ApplicationRow[]): Pick<Category['on'], 'FORM_2019' | 'FORM_2021'> => {
  const sum = sumOfRows(PARTS_ONLY, ...codes.map(row))
  return { FORM_2019: sum, FORM_2021: sum }
}

const NOT_IN_2014 = notCounted({ zh: '2014年统计表没有这一情形。', en: 'The form of 2014 has no such row.' })

const NO_ROW_OF_ITS_OWN = notCounted({
  zh: '2014年统计表没有单列：计入“法律法规规定的其他情形”。',
  en: 'The form of 2014 has no row of its own for it: it is within “other circumstances in laws and regulations”.',
})

const REDIRECTED_IN_2014 = notCounted({
  zh: '2014年统计表没有单列：计入“告知通过其他途径办理”。',
  en: 'The form of 2014 has no row of its own for it: it is within “told of another channel”.',
})

const WITHIN_OTHER = notCounted({
  zh: '2019年格式没有单列：计入“其他处理”。',
  en: 'The form of 2019 has no row of its own for it: it is within “otherwise handled”.',
})

const NO_SUCH_ROW_SINCE_2019 = notCounted({
  zh: '2019年起的格式没有这一情形：多计入“信访举报投诉类申请”或“其他处理”。',
  en: 'The forms since 2019 have no such row: mostly it is within “petition, report or complaint” or “otherwise handled”.',
})

const NOTICES = notCounted({
  zh: '2014年统计表计告知的次数，2019年起的格式计补正后的办理结果。',
  en: 'The form of 2014 counts the notices, the forms since 2019 how the requests ended.',
})

const CHANNELS = notCounted({
  zh: '2019年起的格式分列为“行政查询事项”“信访举报投诉类申请”等，不能按项对应。',
  en: 'The forms since 2019 divide it among “administrative look-up matters”, “petition, report or complaint” and others: no part corresponds.',
})

const only2014 = (code: ApplicationRow, label: string, labelEn: string, since: OnForm): Category => ({
  label,
  labelEn,
  on: { FORM_2014: exact(row(code)), FORM_2019: since, FORM_2021: since },
})

const since = (code: ApplicationRow, label: string, labelEn: string, in2014: OnForm = NOT_IN_2014): Category => ({
  label,
  labelEn,
  on: { FORM_2014: in2014, ...since2019(row(code)) },
})

const only2021 = (code: ApplicationRow, label: string, labelEn: string): Category => ({
  label,
  labelEn,
  on: { FORM_2014: NOT_IN_2014, FORM_2019: WITHIN_OTHER, FORM_2021: exact(row(code)) },
})

export const OUTCOMES = {
  GRANTED_IN_FULL: {
    label: '予以公开',
    labelEn: 'Granted in full',
    on: {
      FORM_2014: sumOfRows(
        {
          zh: '2014年统计表把“属于已主动公开范围”与“同意公开”分列，2019年起都计入予以公开（条例第三十六条第（一）项）。',
          en: 'The form of 2014 prints “already proactively disclosed” beside “granted”; since 2019 both are granted (Article 36 (1) of the Regulations).',
        },
        row('ALREADY_PUBLIC'),
        row('GRANTED'),
      ),
      ...since2019(row('GRANTED')),
    },
  },
  GRANTED_IN_PART: {
    label: '部分公开',
    labelEn: 'Granted in part',
    on: { FORM_2014: exact(row('PARTLY_GRANTED')), ...since2019(row('PARTLY_GRANTED')) },
  },
  REFUSED: {
    label: '不予公开',
    labelEn: 'Refused',
    on: {
      FORM_2014: roughly(
        {
          zh: '2014年统计表的“不同意公开”含“不是《条例》所指政府信息”，已减去；行政查询事项则不在其中。',
          en: 'The form of 2014 counts “not government information” among refusals, which is taken away here; look-up matters are not among them.',
        },
        row('REFUSED'),
        { minus: row('REFUSED_NOT_GOVERNMENT_INFORMATION') },
      ),
      ...rows(
        'REFUSED_STATE_SECRET',
        'REFUSED_PROHIBITED_BY_LAW',
        'REFUSED_SECURITY_AND_STABILITY',
        'REFUSED_THIRD_PARTY_RIGHTS',
        'REFUSED_INTERNAL_AFFAIRS',
        'REFUSED_PROCESS_INFORMATION',
        'REFUSED_ENFORCEMENT_FILE',
        'REFUSED_ADMINISTRATIVE_QUERY',
      ),
    },
  },
  REFUSED_STATE_SECRET: {
    label: '不予公开：国家秘密',
    labelEn: 'Refused: state secrets',
    on: { FORM_2014: exact(row('REFUSED_STATE_SECRET')), ...since2019(row('REFUSED_STATE_SECRET')) },
  },
  REFUSED_SECURITY_AND_STABILITY: {
    label: '不予公开：危及“三安全一稳定”',
    labelEn: 'Refused: national, public and economic security and social stability',
    on: {
      FORM_2014: exact(row('REFUSED_SECURITY_AND_STABILITY')),
      ...since2019(row('REFUSED_SECURITY_AND_STABILITY')),
    },
  },
  REFUSED_THIRD_PARTY_RIGHTS: {
    label: '不予公开：第三方合法权益',
    labelEn: 'Refused: lawful rights and interests of a third party',
    on: {
      FORM_2014: sumOfRows(
        {
          zh: '2014年统计表把商业秘密与个人隐私分列。',
          en: 'The form of 2014 prints trade secrets and personal privacy in rows of their own.',
        },
        row('REFUSED_TRADE_SECRET'),
        row('REFUSED_PRIVACY'),
      ),
      ...since2019(row('REFUSED_THIRD_PARTY_RIGHTS')),
    },
  },
  REFUSED_BY_OTHER_LAW: {
    label: '不予公开：法律法规规定的其他情形，含内部事务、过程性信息与执法案卷',
    labelEn: 'Refused: by other law, with internal affairs, process information and enforcement files',
    on: {
      FORM_2014: roughly(
        {
          zh: '2019年以前，内部事务、过程性信息与执法案卷没有单列，各地计入的行不一。',
          en: 'Before 2019 internal affairs, process information and enforcement files had no rows of their own, and agencies put them where they saw fit.',
        },
        row('REFUSED_OTHER_LAW'),
      ),
      ...rows(
        'REFUSED_PROHIBITED_BY_LAW',
        'REFUSED_INTERNAL_AFFAIRS',
        'REFUSED_PROCESS_INFORMATION',
        'REFUSED_ENFORCEMENT_FILE',
      ),
    },
  },
  REFUSED_PROHIBITED_BY_LAW: since(
    'REFUSED_PROHIBITED_BY_LAW',
    '不予公开：其他法律行政法规禁止公开',
    'Refused: prohibited by other laws or administrative regulations',
    NO_ROW_OF_ITS_OWN,
  ),
  REFUSED_INTERNAL_AFFAIRS: since(
    'REFUSED_INTERNAL_AFFAIRS',
    '不予公开：三类内部事务信息',
    'Refused: internal-affairs information',
    NO_ROW_OF_ITS_OWN,
  ),
  REFUSED_PROCESS_INFORMATION: since(
    'REFUSED_PROCESS_INFORMATION',
    '不予公开：四类过程性信息',
    'Refused: process (deliberative) information',
    NO_ROW_OF_ITS_OWN,
  ),
  REFUSED_ENFORCEMENT_FILE: since(
    'REFUSED_ENFORCEMENT_FILE',
    '不予公开：行政执法案卷',
    'Refused: administrative enforcement case files',
    NO_ROW_OF_ITS_OWN,
  ),
  REFUSED_ADMINISTRATIVE_QUERY: since(
    'REFUSED_ADMINISTRATIVE_QUERY',
    '不予公开：行政查询事项',
    'Refused: administrative look-up matters',
    REDIRECTED_IN_2014,
  ),
  NOT_GOVERNMENT_INFORMATION: only2014(
    'REFUSED_NOT_GOVERNMENT_INFORMATION',
    '不是《条例》所指政府信息',
    'Not government information under the Regulations',
    NO_SUCH_ROW_SINCE_2019,
  ),
  UNABLE: {
    label: '无法提供',
    labelEn: 'Unable to provide',
    on: {
      FORM_2014: NOT_IN_2014,
      ...rows('UNABLE_NOT_HELD', 'UNABLE_NOT_READY_MADE', 'UNABLE_STILL_UNCLEAR'),
    },
  },
  NOT_HELD: {
    label: '不掌握相关政府信息',
    labelEn: 'Not held, or does not exist',
    on: {
      FORM_2014: sumOfRows(
        {
          zh: '2014年统计表分列“不属于本行政机关公开”与“申请信息不存在”，只有两项之和可比。',
          en: 'The form of 2014 prints “not for this agency to disclose” and “does not exist”: only their sum compares.',
        },
        row('NOT_THIS_AGENCY'),
        row('DOES_NOT_EXIST'),
      ),
      ...since2019(row('UNABLE_NOT_HELD')),
    },
  },
  NO_READY_MADE: since('UNABLE_NOT_READY_MADE', '没有现成信息需要另行制作', 'No ready-made information'),
  STILL_UNCLEAR: since('UNABLE_STILL_UNCLEAR', '补正后申请内容仍不明确', 'Still unclear after correction'),
  NOT_PROCESSED: {
    label: '不予处理',
    labelEn: 'Not processed',
    on: {
      FORM_2014: NOT_IN_2014,
      ...rows(
        'NOT_PROCESSED_PETITION',
        'NOT_PROCESSED_REPEAT',
        'NOT_PROCESSED_PUBLICATION',
        'NOT_PROCESSED_EXCESSIVE',
        'NOT_PROCESSED_CONFIRMATION',
      ),
    },
  },
  NOT_PROCESSED_PETITION: since(
    'NOT_PROCESSED_PETITION',
    '不予处理：信访举报投诉类申请',
    'Not processed: petition, report or complaint',
    REDIRECTED_IN_2014,
  ),
  NOT_PROCESSED_REPEAT: since('NOT_PROCESSED_REPEAT', '不予处理：重复申请', 'Not processed: repeated request'),
  NOT_PROCESSED_PUBLICATION: since(
    'NOT_PROCESSED_PUBLICATION',
    '不予处理：要求提供公开出版物',
    'Not processed: public publication requested',
  ),
  NOT_PROCESSED_EXCESSIVE: since(
    'NOT_PROCESSED_EXCESSIVE',
    '不予处理：无正当理由大量反复申请',
    'Not processed: excessive repeated requests without good reason',
  ),
  NOT_PROCESSED_CONFIRMATION: since(
    'NOT_PROCESSED_CONFIRMATION',
    '不予处理：要求确认或重新出具已获取信息',
    'Not processed: confirmation or re-issue of information already obtained',
  ),
  OTHERWISE_HANDLED: {
    label: '其他处理',
    labelEn: 'Otherwise handled',
    on: {
      FORM_2014: NOT_IN_2014,
      FORM_2019: exact(row('OTHER')),
      FORM_2021: {
        // Some reports on the form of 2021 keep the single row of 2019.
        formula: [
          [row('OTHER_NOT_CORRECTED_IN_TIME'), row('OTHER_FEE_UNPAID'), row('OTHER_MISCELLANEOUS')],
          [row('OTHER')],
        ],
        comparability: 'SUM_OF_ROWS',
        why: {
          zh: '2021年格式把“其他处理”分为三项，只有三项之和可比。',
          en: 'The form of 2021 divides “otherwise handled” into three rows: only their sum compares.',
        },
      },
    },
  },
  NOT_CORRECTED_IN_TIME: only2021('OTHER_NOT_CORRECTED_IN_TIME', '其他处理：逾期不补正', 'Not corrected in time'),
  FEE_UNPAID: only2021('OTHER_FEE_UNPAID', '其他处理：逾期不缴费', 'Processing fee not paid in time'),
  OTHER_MISCELLANEOUS: only2021('OTHER_MISCELLANEOUS', '其他处理：其他', 'Otherwise handled: other'),
  ASKED_TO_CORRECT: only2014('ASKED_TO_CORRECT', '告知作出更改补充', 'Asked to change or supplement', NOTICES),
  REDIRECTED: only2014('REDIRECTED', '告知通过其他途径办理', 'Told of another channel', CHANNELS),
} as const satisfies Record<string, Category>
