import type { FigurePath } from '../domain/figure-paths.ts'
import type { Operand } from './operands.ts'
import type { Example, SumsRule } from './rule.ts'

/**
 * The figures of an example in the order of the rule: left side, then right. A null is a blank cell.
 * Every rule of this table has one relation, so its examples need not repeat the paths.
 */
interface ShortExample {
  readonly why: string
  readonly figures: readonly (number | null)[]
  readonly verdict: Example['verdict']
}

interface ShortRule extends Pick<SumsRule, 'id' | 'says' | 'severity' | 'kind'> {
  readonly left: readonly Operand[]
  readonly right: readonly Operand[]
  readonly examples: readonly ShortExample[]
}

const pathsOf = (operand: Operand): readonly FigurePath[] =>
  typeof operand === 'string' ? [operand] : 'minus' in operand ? [operand.minus] : (operand.firstPrinted[0] ?? [])

const rule = ({ left, right, examples, ...rest }: ShortRule): SumsRule => ({
  ...rest,
  sources: ['NOTICE_2014_32'],
  forms: ['FORM_2014'],
  relations: [{ left, right }],
  examples: examples.map(({ why, figures, verdict }) => {
    const paths = [...left, ...right].flatMap(pathsOf)
    return { why, verdict, given: Object.fromEntries(figures.map((figure, place) => [paths[place], figure])) }
  }),
})

/**
 * 政府信息公开情况统计表: the statistics table of 2014. What the table calls 其中 is a partial list, and one piece of information may
 * go out by several channels: neither adds up to its heading, so both are only bounded. Requests closed may exceed requests
 * received, because the form has no row for what was carried in.
 */
export const STATISTICS_RULES: readonly SumsRule[] = [
  rule({
    id: 'statistics.normative-documents',
    says: {
      zh: '主动公开规范性文件数不大于主动公开政府信息数。',
      en: 'Normative documents disclosed are not more than all information disclosed.',
    },
    severity: 'ERROR',
    kind: 'AT_MOST',
    left: ['disclosure.NORMATIVE_DOCUMENTS.DISCLOSED'],
    right: ['disclosure.PROACTIVE.COUNT'],
    examples: [
      { why: 'part of what was disclosed', figures: [333, 17689], verdict: 'HOLDS' },
      { why: 'a part larger than the whole', figures: [333, 330], verdict: 'BROKEN' },
      { why: 'the whole is blank', figures: [333, null], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.normative-documents-issued',
    says: {
      zh: '主动公开规范性文件数（条）通常不大于制发规范性文件总数（件）。',
      en: 'Normative documents disclosed (entries) are usually not more than those issued (documents).',
    },
    // The units differ, and documents of earlier years may be disclosed: worth a look, no error.
    severity: 'NOTICE',
    kind: 'AT_MOST',
    left: ['disclosure.NORMATIVE_DOCUMENTS.DISCLOSED'],
    right: ['disclosure.NORMATIVE_DOCUMENTS.ISSUED'],
    examples: [
      { why: 'all that were issued', figures: [181, 181], verdict: 'HOLDS' },
      { why: 'more disclosed than issued', figures: [333, 181], verdict: 'BROKEN' },
      { why: 'the number issued is blank', figures: [333, null], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.key-areas',
    says: {
      zh: '重点领域各分项之和通常不大于重点领域公开政府信息数。',
      en: 'The key areas listed usually do not add up to more than all key-area information.',
    },
    // One piece of information may belong to two areas.
    severity: 'NOTICE',
    kind: 'AT_MOST',
    left: [
      'disclosure.KEY_AREA_BUDGETS.COUNT',
      'disclosure.KEY_AREA_HOUSING.COUNT',
      'disclosure.KEY_AREA_FOOD_SAFETY.COUNT',
      'disclosure.KEY_AREA_ENVIRONMENT.COUNT',
      'disclosure.KEY_AREA_BIDDING.COUNT',
      'disclosure.KEY_AREA_WORK_SAFETY.COUNT',
      'disclosure.KEY_AREA_LAND_EXPROPRIATION.COUNT',
      'disclosure.KEY_AREA_PRICES.COUNT',
      'disclosure.KEY_AREA_ENTERPRISE_CREDIT.COUNT',
      'disclosure.KEY_AREA_AUDIT.COUNT',
      'disclosure.KEY_AREA_PUBLIC_INSTITUTIONS.COUNT',
      'disclosure.KEY_AREA_DESIGNATED.COUNT',
      { firstPrinted: [['disclosure.KEY_AREA_OTHER.COUNT'], []] },
    ],
    right: ['disclosure.KEY_AREAS.COUNT'],
    examples: [
      {
        why: 'with the row that some districts add',
        figures: [563, 65, 408, 154, 0, 546, 2, 11, 13, 65, 1513, 2554, 395, 6289],
        verdict: 'HOLDS',
      },
      { why: 'one too many', figures: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12], verdict: 'BROKEN' },
      { why: 'one area is blank', figures: [1, 1, 1, 1, null, 1, 1, 1, 1, 1, 1, 1, 1, 12], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.channels',
    says: {
      zh: '主动公开政府信息数通常不大于各渠道公开政府信息数之和（同一信息可经多个渠道公开）。',
      en: 'All information disclosed is usually not more than the channels add up to, as one piece may go out by several.',
    },
    severity: 'NOTICE',
    kind: 'AT_MOST',
    left: ['disclosure.PROACTIVE.COUNT'],
    right: [
      'disclosure.CHANNEL_GAZETTE.COUNT',
      'disclosure.CHANNEL_WEBSITE.COUNT',
      'disclosure.CHANNEL_WEIBO.COUNT',
      'disclosure.CHANNEL_WECHAT.COUNT',
      'disclosure.CHANNEL_OTHER.COUNT',
    ],
    examples: [
      { why: 'channels overlap', figures: [17689, 9, 10965, 2134, 6388, 2039], verdict: 'HOLDS' },
      { why: 'disclosed by no channel', figures: [30, 1, 2, 3, 4, 5], verdict: 'BROKEN' },
      { why: 'one channel is blank', figures: [30, null, 2, 3, 4, 5], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.press-conferences',
    says: {
      zh: '主要负责同志参加新闻发布会次数不大于新闻发布会总次数。',
      en: 'Press conferences attended by principal leaders are not more than all press conferences.',
    },
    severity: 'ERROR',
    kind: 'AT_MOST',
    left: ['disclosure.RESPONSE_PRESS_CONFERENCES_BY_LEADERS.COUNT'],
    right: ['disclosure.RESPONSE_PRESS_CONFERENCES.COUNT'],
    examples: [
      { why: 'leaders came to 24 of 34', figures: [24, 34], verdict: 'HOLDS' },
      { why: 'leaders came to more than there were', figures: [3, 2], verdict: 'BROKEN' },
      { why: 'the leaders are blank', figures: [null, 2], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.online-interviews',
    says: {
      zh: '主要负责同志参加政府网站在线访谈次数不大于在线访谈次数。',
      en: 'Online interviews attended by principal leaders are not more than all online interviews.',
    },
    severity: 'ERROR',
    kind: 'AT_MOST',
    left: ['disclosure.RESPONSE_ONLINE_INTERVIEWS_BY_LEADERS.COUNT'],
    right: ['disclosure.RESPONSE_ONLINE_INTERVIEWS.COUNT'],
    examples: [
      { why: 'leaders gave all of them', figures: [7, 7], verdict: 'HOLDS' },
      { why: 'leaders gave more than there were', figures: [8, 7], verdict: 'BROKEN' },
      { why: 'the number of interviews is blank', figures: [0, null], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.received',
    says: {
      zh: '收到申请数等于当面、传真、网络、信函申请数之和。',
      en: 'Requests received are those made in person, by fax, online and by letter.',
    },
    severity: 'ERROR',
    kind: 'EQUATION',
    left: ['applications.RECEIVED.TOTAL'],
    right: [
      'applications.RECEIVED_IN_PERSON.TOTAL',
      'applications.RECEIVED_BY_FAX.TOTAL',
      'applications.RECEIVED_ONLINE.TOTAL',
      'applications.RECEIVED_BY_LETTER.TOTAL',
    ],
    examples: [
      { why: 'the four ways come to the total', figures: [674, 156, 2, 72, 444], verdict: 'HOLDS' },
      { why: 'two faxes too many', figures: [674, 156, 2, 72, 446], verdict: 'BROKEN' },
      { why: 'the faxes are blank', figures: [674, 156, null, 72, 446], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.closed',
    says: {
      zh: '申请办结数等于按时办结数与延期办结数之和。',
      en: 'Requests closed are those closed on time and those closed after an extension.',
    },
    severity: 'ERROR',
    kind: 'EQUATION',
    left: ['applications.CLOSED.TOTAL'],
    right: ['applications.CLOSED_ON_TIME.TOTAL', 'applications.CLOSED_EXTENDED.TOTAL'],
    examples: [
      { why: 'on time and extended come to the total', figures: [655, 554, 101], verdict: 'HOLDS' },
      { why: 'four are neither', figures: [659, 554, 101], verdict: 'BROKEN' },
      { why: 'the extended ones are blank', figures: [554, 554, null], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.answers',
    says: {
      zh: '申请答复数等于八类答复之和。',
      en: 'Requests answered are the sum of the eight kinds of answer.',
    },
    severity: 'ERROR',
    kind: 'EQUATION',
    left: ['applications.HANDLED_TOTAL.TOTAL'],
    right: [
      'applications.ALREADY_PUBLIC.TOTAL',
      'applications.GRANTED.TOTAL',
      'applications.PARTLY_GRANTED.TOTAL',
      'applications.REFUSED.TOTAL',
      'applications.NOT_THIS_AGENCY.TOTAL',
      'applications.DOES_NOT_EXIST.TOTAL',
      'applications.ASKED_TO_CORRECT.TOTAL',
      'applications.REDIRECTED.TOTAL',
    ],
    examples: [
      {
        why: 'the eight kinds come to the total',
        figures: [2258, 149, 752, 59, 143, 254, 885, 13, 3],
        verdict: 'HOLDS',
      },
      { why: 'one answer of no kind', figures: [655, 109, 103, 9, 54, 56, 290, 3, 30], verdict: 'BROKEN' },
      { why: 'the refusals are blank', figures: [601, 109, 103, 9, null, 56, 290, 3, 30], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.refusals',
    says: {
      zh: '不同意公开答复数等于六类理由之和。',
      en: 'Requests refused are the sum of the six grounds of refusal.',
    },
    severity: 'ERROR',
    kind: 'EQUATION',
    left: ['applications.REFUSED.TOTAL'],
    right: [
      'applications.REFUSED_STATE_SECRET.TOTAL',
      'applications.REFUSED_TRADE_SECRET.TOTAL',
      'applications.REFUSED_PRIVACY.TOTAL',
      'applications.REFUSED_SECURITY_AND_STABILITY.TOTAL',
      'applications.REFUSED_NOT_GOVERNMENT_INFORMATION.TOTAL',
      'applications.REFUSED_OTHER_LAW.TOTAL',
    ],
    examples: [
      { why: 'the six grounds come to the total', figures: [54, 0, 3, 7, 13, 29, 2], verdict: 'HOLDS' },
      { why: 'requests for other information are left out', figures: [25, 0, 3, 7, 13, 29, 2], verdict: 'BROKEN' },
      { why: 'one ground is blank', figures: [54, null, 3, 7, 13, 29, 2], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.review',
    says: {
      zh: '行政复议数量等于维持、被依法纠错与其他情形之和。',
      en: 'Reconsideration cases are those upheld, corrected and other.',
    },
    severity: 'ERROR',
    kind: 'EQUATION',
    left: ['review.TOTAL'],
    right: ['review.UPHELD', 'review.CORRECTED', 'review.OTHER'],
    examples: [
      { why: 'the three results come to the total', figures: [97, 42, 30, 25], verdict: 'HOLDS' },
      { why: 'a case without result', figures: [14, 7, 4, 2], verdict: 'BROKEN' },
      { why: 'the other results are blank', figures: [11, 7, 4, null], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.litigation',
    says: {
      zh: '行政诉讼数量等于维持或者驳回、被依法纠错与其他情形之和。',
      en: 'Litigation cases are those upheld or rejected, corrected and other.',
    },
    severity: 'ERROR',
    kind: 'EQUATION',
    left: ['litigation.ALL.TOTAL'],
    right: ['litigation.ALL.UPHELD', 'litigation.ALL.CORRECTED', 'litigation.ALL.OTHER'],
    examples: [
      { why: 'the three results come to the total', figures: [91, 55, 17, 19], verdict: 'HOLDS' },
      { why: 'a corrected case is counted twice', figures: [18, 12, 3, 4], verdict: 'BROKEN' },
      { why: 'the total is blank', figures: [null, 12, 2, 4], verdict: 'UNKNOWN' },
    ],
  }),
  rule({
    id: 'statistics.staff',
    says: {
      zh: '从事政府信息公开工作人员数等于专职与兼职人员数之和。',
      en: 'Staff are those full-time and those part-time.',
    },
    severity: 'ERROR',
    kind: 'EQUATION',
    left: ['disclosure.STAFF.COUNT'],
    right: ['disclosure.STAFF_FULL_TIME.COUNT', 'disclosure.STAFF_PART_TIME.COUNT'],
    examples: [
      { why: 'full-time and part-time come to the total', figures: [112, 32, 80], verdict: 'HOLDS' },
      { why: 'eleven are not in the total', figures: [224, 52, 183], verdict: 'BROKEN' },
      { why: 'the part-time staff are blank', figures: [52, 52, null], verdict: 'UNKNOWN' },
    ],
  }),
]
