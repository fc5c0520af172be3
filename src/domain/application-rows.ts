import type { Form } from './forms.ts'
import type { Term } from './terms.ts'

/** The headings of the applications table under which its outcomes stand. */
export const OUTCOME_GROUPS = {
  GRANTED: { label: '予以公开', labelEn: 'Granted (disclosed)' },
  PARTLY_GRANTED: { label: '部分公开', labelEn: 'Partially disclosed' },
  REFUSED: { label: '不予公开', labelEn: 'Not disclosed (refused)' },
  UNABLE: { label: '无法提供', labelEn: 'Unable to provide' },
  NOT_PROCESSED: { label: '不予处理', labelEn: 'Not processed' },
  OTHERWISE_HANDLED: { label: '其他处理', labelEn: 'Otherwise handled' },
} as const satisfies Record<string, Term>

/** 本年度办理结果: the heading above all outcomes and their total. */
export const OUTCOMES_HEADING = '本年度办理结果'

export type OutcomeGroup = keyof typeof OUTCOME_GROUPS

/** A row of the applications table of 2019 and 2021, or of part three of the statistics table of 2014. */
export interface ApplicationRowTerm extends Term {
  /** The forms that print the row. */
  readonly forms: readonly Form[]
  /** The heading under which an outcome stands; none for received, carried over and totals. */
  readonly group?: OutcomeGroup
  /** Whether it is what is there on a day (a stock), and not what came about in a year (a flow). */
  readonly stock?: true
}

const ALL_FORMS = ['FORM_2014', 'FORM_2019', 'FORM_2021'] as const
const SINCE_2019 = ['FORM_2019', 'FORM_2021'] as const

/**
 * 收到和处理政府信息公开申请情况: the rows of the applications table, in printed order, then those that only the 2014 form has.
 * The 2014 form prints its own labels for the rows it shares: `STATISTICS_TABLE` has them.
 */
export const APPLICATION_ROWS = {
  RECEIVED: {
    label: '本年新收政府信息公开申请数量',
    labelEn: 'Requests newly received this year',
    forms: ALL_FORMS,
    aliases: [
      '本年新收申请数量',
      '本年新收申请数',
      '本年新收政府信息公开申请数',
      '本年新收政府信息公开申请',
      '本年新收信息公开申请数量',
      '本年新收到政府信息公开申请数量',
      '本年收到政府信息公开申请数量',
      '本年度新收政府信息公开申请数量',
      '本年新收依申请公开数量',
    ],
  },
  CARRIED_IN: {
    label: '上年结转政府信息公开申请数量',
    labelEn: 'Requests carried over from the previous year',
    forms: SINCE_2019,
    stock: true,
    aliases: [
      '上年结转申请数量',
      '上年结转申请数',
      '上年结转政府信息公开申请数',
      '上年结转政府信息公开申请',
      '上年结转信息公开申请数量',
      '上年度结转政府信息公开申请数量',
      '上一年结转政府信息公开申请数量',
      '上年结转依申请公开数量',
    ],
  },
  GRANTED: {
    label: '予以公开',
    labelEn: 'Granted (disclosed)',
    forms: ALL_FORMS,
    group: 'GRANTED',
  },
  PARTLY_GRANTED: {
    label: '部分公开',
    labelEn: 'Partially disclosed',
    forms: ALL_FORMS,
    group: 'PARTLY_GRANTED',
  },
  REFUSED_STATE_SECRET: {
    label: '属于国家秘密',
    labelEn: 'Refused: state secrets',
    forms: ALL_FORMS,
    group: 'REFUSED',
    aliases: ['属于国家秘密的', '属于国家秘密信息'],
  },
  REFUSED_PROHIBITED_BY_LAW: {
    label: '其他法律行政法规禁止公开',
    labelEn: 'Refused: disclosure prohibited by other laws or administrative regulations',
    forms: SINCE_2019,
    group: 'REFUSED',
    aliases: [
      '其他法律法规禁止公开',
      '其他法律行政法规禁止公开的',
      '其他法律行政法规禁止公开的信息',
      '其他法律行政法规禁止公开信息',
      '法律行政法规禁止公开',
      '法律法规禁止公开',
    ],
  },
  REFUSED_SECURITY_AND_STABILITY: {
    label: '危及“三安全一稳定”',
    labelEn: 'Refused: national, public and economic security and social stability',
    forms: ALL_FORMS,
    group: 'REFUSED',
    aliases: [
      '危及“三安全一稳定”的',
      '危及“三安全一稳定”的信息',
      '危及“三安全一稳定”信息',
      '危及国家安全、公共安全、经济安全、社会稳定',
      '危及国家安全、公共安全、经济安全和社会稳定',
    ],
  },
  REFUSED_THIRD_PARTY_RIGHTS: {
    label: '保护第三方合法权益',
    labelEn: 'Refused: lawful rights and interests of a third party',
    forms: SINCE_2019,
    group: 'REFUSED',
    aliases: ['保护第三方合法权益的', '损害第三方合法权益', '保护第三方合法权益信息', '保护第三人合法权益'],
  },
  REFUSED_INTERNAL_AFFAIRS: {
    label: '属于三类内部事务信息',
    labelEn: 'Refused: internal-affairs information',
    forms: SINCE_2019,
    group: 'REFUSED',
    aliases: ['属于内部事务信息', '三类内部事务信息', '属于三类内部事务'],
  },
  REFUSED_PROCESS_INFORMATION: {
    label: '属于四类过程性信息',
    labelEn: 'Refused: process (deliberative) information',
    forms: SINCE_2019,
    group: 'REFUSED',
    aliases: ['属于过程性信息', '四类过程性信息', '属于四类过程信息'],
  },
  REFUSED_ENFORCEMENT_FILE: {
    label: '属于行政执法案卷',
    labelEn: 'Refused: administrative enforcement case files',
    forms: SINCE_2019,
    group: 'REFUSED',
    aliases: ['属于行政执法案卷信息', '属于行政执法案卷的', '行政执法案卷', '行政执法案卷信息'],
  },
  REFUSED_ADMINISTRATIVE_QUERY: {
    label: '属于行政查询事项',
    labelEn: 'Refused: administrative look-up matters',
    forms: SINCE_2019,
    group: 'REFUSED',
    aliases: ['属于行政查询事项的', '属于行政查询', '行政查询事项'],
  },
  UNABLE_NOT_HELD: {
    label: '本机关不掌握相关政府信息',
    labelEn: 'Unable to provide: not held by this agency',
    forms: SINCE_2019,
    group: 'UNABLE',
    aliases: [
      '本机关不掌握',
      '本机关不掌握相关信息',
      '本机关不掌握的政府信息',
      '本机关不掌握该政府信息',
      '本机关不掌握政府信息',
      '本行政机关不掌握相关政府信息',
      '不掌握相关政府信息',
    ],
  },
  UNABLE_NOT_READY_MADE: {
    label: '没有现成信息需要另行制作',
    labelEn: 'Unable to provide: no ready-made information, would have to be created',
    forms: SINCE_2019,
    group: 'UNABLE',
    aliases: [
      '没有现成信息',
      '没有现成信息需另行制作',
      '无现成信息需要另行制作',
      '需要另行制作',
      '没有现成的信息需要另行制作',
    ],
  },
  UNABLE_STILL_UNCLEAR: {
    label: '补正后申请内容仍不明确',
    labelEn: 'Unable to provide: still unclear after correction',
    forms: SINCE_2019,
    group: 'UNABLE',
    aliases: ['补正后仍不明确', '补正后申请仍不明确', '补正后内容仍不明确', '补正后申请内容仍然不明确'],
  },
  NOT_PROCESSED_PETITION: {
    label: '信访举报投诉类申请',
    labelEn: 'Not processed: petition, report or complaint',
    forms: SINCE_2019,
    group: 'NOT_PROCESSED',
    aliases: ['信访举报投诉类', '信访、投诉、举报类申请', '信访投诉举报类', '属于信访举报投诉类申请'],
  },
  NOT_PROCESSED_REPEAT: {
    label: '重复申请',
    labelEn: 'Not processed: repeated request',
    forms: SINCE_2019,
    group: 'NOT_PROCESSED',
    aliases: ['属于重复申请', '重复申请的'],
  },
  NOT_PROCESSED_PUBLICATION: {
    label: '要求提供公开出版物',
    labelEn: 'Not processed: public publication requested',
    forms: SINCE_2019,
    group: 'NOT_PROCESSED',
    aliases: ['要求提供公开出版物的', '提供公开出版物'],
  },
  NOT_PROCESSED_EXCESSIVE: {
    label: '无正当理由大量反复申请',
    labelEn: 'Not processed: excessive repeated requests without good reason',
    forms: SINCE_2019,
    group: 'NOT_PROCESSED',
    aliases: ['无正当理由大量反复申请的', '大量反复申请', '无正当理由大量重复申请'],
  },
  NOT_PROCESSED_CONFIRMATION: {
    label: '要求行政机关确认或重新出具已获取信息',
    labelEn: 'Not processed: confirmation or re-issue of information already obtained',
    forms: SINCE_2019,
    group: 'NOT_PROCESSED',
    aliases: [
      '要求行政机关确认或重新出具已获取信息的',
      '要求行政机关确认或重新出具',
      '要求确认或重新出具已获取信息',
      '要求行政机关确认或者重新出具已获取信息',
    ],
  },
  OTHER: {
    label: '其他处理',
    labelEn: 'Otherwise handled',
    forms: ['FORM_2019'],
    group: 'OTHERWISE_HANDLED',
  },
  OTHER_NOT_CORRECTED_IN_TIME: {
    label: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    labelEn: 'Otherwise handled: not corrected in time without good reason',
    forms: ['FORM_2021'],
    group: 'OTHERWISE_HANDLED',
    aliases: ['逾期不补正', '申请人无正当理由逾期不补正', '无正当理由逾期不补正'],
  },
  OTHER_FEE_UNPAID: {
    label: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    labelEn: 'Otherwise handled: processing fee not paid in time',
    forms: ['FORM_2021'],
    group: 'OTHERWISE_HANDLED',
    aliases: [
      '逾期不缴费',
      '申请人逾期未按收费通知要求缴纳费用',
      '逾期未按收费通知要求缴纳费用',
      '逾期未缴费',
      '逾期未缴纳费用',
    ],
  },
  OTHER_MISCELLANEOUS: {
    label: '其他',
    labelEn: 'Otherwise handled: other',
    forms: ['FORM_2021'],
    group: 'OTHERWISE_HANDLED',
  },
  HANDLED_TOTAL: {
    label: '总计',
    labelEn: 'Handled, total',
    forms: ALL_FORMS,
    aliases: ['合计', '办理结果总计', '总计数'],
  },
  CARRIED_OVER: {
    label: '结转下年度继续办理',
    labelEn: 'Carried forward to the next year',
    forms: SINCE_2019,
    stock: true,
    aliases: [
      '结转下年度办理',
      '结转下年继续办理',
      '结转下年度继续办理数量',
      '结转到下年度继续办理',
      '结转下一年度继续办理',
      '结转至下年度继续办理',
      '结转下年度',
    ],
  },
  RECEIVED_IN_PERSON: {
    label: '当面申请数',
    labelEn: 'Requests made in person',
    forms: ['FORM_2014'],
  },
  RECEIVED_BY_FAX: {
    label: '传真申请数',
    labelEn: 'Requests made by fax',
    forms: ['FORM_2014'],
  },
  RECEIVED_ONLINE: {
    label: '网络申请数',
    labelEn: 'Requests made online',
    forms: ['FORM_2014'],
  },
  RECEIVED_BY_LETTER: {
    label: '信函申请数',
    labelEn: 'Requests made by letter',
    forms: ['FORM_2014'],
  },
  CLOSED: {
    label: '申请办结数',
    labelEn: 'Requests closed',
    forms: ['FORM_2014'],
  },
  CLOSED_ON_TIME: {
    label: '按时办结数',
    labelEn: 'Requests closed on time',
    forms: ['FORM_2014'],
  },
  CLOSED_EXTENDED: {
    label: '延期办结数',
    labelEn: 'Requests closed after an extension',
    forms: ['FORM_2014'],
  },
  ALREADY_PUBLIC: {
    label: '属于已主动公开范围数',
    labelEn: 'Already proactively disclosed',
    forms: ['FORM_2014'],
  },
  REFUSED: {
    label: '不同意公开答复数',
    labelEn: 'Refused',
    forms: ['FORM_2014'],
    group: 'REFUSED',
  },
  REFUSED_TRADE_SECRET: {
    label: '涉及商业秘密',
    labelEn: 'Refused: trade secrets',
    forms: ['FORM_2014'],
    group: 'REFUSED',
  },
  REFUSED_PRIVACY: {
    label: '涉及个人隐私',
    labelEn: 'Refused: personal privacy',
    forms: ['FORM_2014'],
    group: 'REFUSED',
  },
  REFUSED_NOT_GOVERNMENT_INFORMATION: {
    label: '不是《条例》所指政府信息',
    labelEn: 'Refused: not government information under the Regulations',
    forms: ['FORM_2014'],
    group: 'REFUSED',
  },
  REFUSED_OTHER_LAW: {
    label: '法律法规规定的其他情形',
    labelEn: 'Refused: other circumstances in laws and regulations',
    forms: ['FORM_2014'],
    group: 'REFUSED',
  },
  NOT_THIS_AGENCY: {
    label: '不属于本行政机关公开数',
    labelEn: 'Not for this agency to disclose',
    forms: ['FORM_2014'],
  },
  DOES_NOT_EXIST: {
    label: '申请信息不存在数',
    labelEn: 'Requested information does not exist',
    forms: ['FORM_2014'],
  },
  ASKED_TO_CORRECT: {
    label: '告知作出更改补充数',
    labelEn: 'Asked to change or supplement the request',
    forms: ['FORM_2014'],
  },
  REDIRECTED: {
    label: '告知通过其他途径办理数',
    labelEn: 'Told of another channel',
    forms: ['FORM_2014'],
  },
} as const satisfies Record<string, ApplicationRowTerm>

export type ApplicationRow = keyof typeof APPLICATION_ROWS
