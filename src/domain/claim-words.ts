import type { ClaimScope, ClaimSubject } from './claim.ts'
import type { FigurePath } from './figure-paths.ts'
import type { Form } from './forms.ts'

// How sentences of reports say what their numbers count. All patterns are for plain text (see `plain`), clause by clause; the years of
// the clause have become 上年, 本年 and 下年, the issuer's own name is gone. What is not said in one of these ways is not taken.

/** What a sentence is about: it decides what 答复, 维持 or 培训 counts. */
export type ClaimTopic = 'APPLICATIONS' | 'REVIEW' | 'LITIGATION' | 'SUPPORT' | 'DOCUMENTS'

/** A way of saying a number: what stands in the clause before it and after it. */
export interface ClaimWord {
  readonly subject: ClaimSubject
  /** Said only where the sentence has this topic already; null when the words themselves tell. */
  readonly within: ClaimTopic | null
  /** The topic from here to the end of the sentence. */
  readonly opens: ClaimTopic | null
  readonly before: RegExp
  readonly after: RegExp
  /** The forms beside whose tables it is said so; all when absent. */
  readonly forms?: readonly (Form | null)[]
  /** Said only in a sentence that has stated this. */
  readonly beside?: ClaimSubject
  /** Said something else in a sentence with these words. */
  readonly unless?: RegExp
}

const ANY = /^/
const END = /^(?:的|中|\(|$)/
/** What an application is called: 依申请公开政府信息, 政府信息公开申请, 公开申请事项. */
const REQUEST =
  '(?:关于|有关|各类|群众|公众|公民|法人|其他组织|社会|的|和|、|向|依|书面|网上|提出|提交|政府|信息|公开|申请|事项|办件|件|数量?|总数|共计?|合计|为|了){0,14}'
const RECEIVE = '(?<!不予|不|未|非)(?:新?受理|新?收到|新收|接收|接到|接受)'
/** Behind 结转: to the next year. */
const TO_NEXT_YEAR = '(?:至|到|入)?(?:下年度?|下一年度?|次年度?|明年)'
const NUMBER = '(?:总?数量?|总次数|次数|总人数|人数|共计?|合计|总计|达到?|为|有|了|的){0,3}'
const SAID = `["”]?(?:答复)?数?["”]?(?:的|为)?$`
const SINCE_2019 = ['FORM_2019', 'FORM_2021', null] as const
const BY_APPLICANT = '(?:提出|提交|递交)?的?(?:政府信息公开|公开)?(?:申请)?(?:数量?|的|为|有|共)?$'
const OF_APPLICANTS = { within: 'APPLICATIONS', forms: SINCE_2019, after: END } as const
const OF_OUTCOMES = { within: 'APPLICATIONS', forms: SINCE_2019 } as const

const word = (
  subject: ClaimSubject,
  before: RegExp,
  rest: Partial<Omit<ClaimWord, 'subject' | 'before'>> = {},
): ClaimWord => {
  return { subject, before, after: ANY, within: null, opens: null, ...rest }
}

const CASES = ['REVIEW', 'LITIGATION'] as const
const resultWords = CASES.flatMap((within) => {
  const family = within === 'REVIEW' ? 'review' : 'litigation.ALL'
  const path = (result: 'UPHELD' | 'CORRECTED' | 'OTHER' | 'PENDING') => `${family}.${result}` as FigurePath
  const result = (code: Parameters<typeof path>[0], before: RegExp, after = END) =>
    word(path(code), before, { within, after })
  return [
    result(
      'UPHELD',
      /^(?:结果)?维持(?:原|具体|行政|机关|行为|决定|结果){0,6}(?:或者?驳回(?:原告)?诉讼请求)?(?:的|为)?$/,
    ),
    result('CORRECTED', /^(?:结果|被?依法|被)?(?:纠正|纠错)(?:原|具体|行政|机关|行为|决定|结果){0,6}(?:的|为)?$/),
    result('OTHER', /^其他(?:结果|情形|情况)?数?(?:的|为)?$/),
    result('PENDING', /^(?:尚未|未|正在)(?:审结|结审|审理)(?:的|为)?$/),
    result('PENDING', /^(?:有|尚有|另有)?$/, /^(?:案件)?(?:尚未|未|正在)(?:审结|结审|审理)/),
  ]
})

const applicationWords = [
  word('applications.CARRIED_IN.TOTAL', new RegExp(`(?:上年度?|上一年度?|去年)结转(?:办理|来)?${REQUEST}$`), {
    within: 'APPLICATIONS',
  }),
  word('applications.CARRIED_IN.TOTAL', /结转自?(?:上年度?|上一年度?|去年)(?:的|未办结|申请)*$/, {
    within: 'APPLICATIONS',
  }),
  word('applications.CARRIED_IN.TOTAL', /(?:上年度?|上一年度?|去年)结转(?:政府|信息|公开){0,3}申请(?:数量?|件|为)?$/, {
    opens: 'APPLICATIONS',
  }),
  word('applications.CARRIED_OVER.TOTAL', new RegExp(`结?转${TO_NEXT_YEAR}(?:继续)?(?:办理|处理|答复)?${REQUEST}$`), {
    within: 'APPLICATIONS',
  }),
  word('applications.CARRIED_OVER.TOTAL', /^(?:还有|尚有|另有|其余|剩余|有)?$/, {
    within: 'APPLICATIONS',
    after: new RegExp(`^(?:申请)?(?:按规定|依法|将)?结?转${TO_NEXT_YEAR}`),
  }),
  word('applications.RECEIVED.TOTAL', new RegExp(`${RECEIVE}(?=[^\\d]{0,20}申请)${REQUEST}$`), {
    opens: 'APPLICATIONS',
    after: /^(?!举报|投诉|咨询|答复)/,
  }),
  word('applications.RECEIVED.TOTAL', /^(?:本年度?)?(?:新收|新受理)(?:的|到)?$/, { within: 'APPLICATIONS' }),
  word('applications.RECEIVED.TOTAL', new RegExp(`${RECEIVE}(?:的|共)?$`), {
    opens: 'APPLICATIONS',
    after: /^(?:针对|关于|有关|本部门|本单位|我局|本局|的|政府|信息|公开|依){0,8}申请/,
  }),
  word('applications.HANDLED_TOTAL.TOTAL', /(?:已到答复期|到期应答复)的?$/, {
    within: 'APPLICATIONS',
    after: /^(?:的|申请){0,2}全部(?:按期|按时|依法)?答复/,
  }),
  word('applications.HANDLED_TOTAL.TOTAL', /(?:已到答复期|到期应答复)的?$/, {
    opens: 'APPLICATIONS',
    after: /^的?申请全部(?:按期|按时|依法)?答复/,
  }),
  word('applications.HANDLED_TOTAL.TOTAL', /已经?答复的$/, {
    opens: 'APPLICATIONS',
    after: /^(?:政府|信息|公开){0,3}申请/,
  }),
  word('applications.HANDLED_TOTAL.TOTAL', /^已经?答复的$/, { within: 'APPLICATIONS', after: /^中$/ }),
  word('applications.HANDLED_TOTAL.TOTAL', /^(?:所有|上述)?$/, {
    within: 'APPLICATIONS',
    after: /^(?:已经?)?(?:办结|答复)(?:的?申请|件)?中?$/,
  }),
  word('applications.HANDLED_TOTAL.TOTAL', /^(?:所有|上述)?$/, {
    opens: 'APPLICATIONS',
    after: /^(?:已经?)(?:办结|答复)的?申请中?$/,
  }),
  // 办理 is to have at hand as often as to have done.
  word('applications.AT_HAND.TOTAL', new RegExp(`^(?:需要?|应当?)?(?:办理|处理)(?=[^\\d]{0,20}申请)${REQUEST}$`), {
    opens: 'APPLICATIONS',
    forms: SINCE_2019,
  }),
  word('applications.AT_HAND.TOTAL', /^(?:需要?|应当?)?(?:办理|处理)(?:申请)?$/, {
    within: 'APPLICATIONS',
    forms: SINCE_2019,
  }),
  word('applications.RECEIVED.NATURAL_PERSON', new RegExp(`^自然人${BY_APPLICANT}`), OF_APPLICANTS),
  word('applications.RECEIVED.ORGANIZATION', new RegExp(`^法人(?:或|和|及|、)其他组织${BY_APPLICANT}`), OF_APPLICANTS),
  word('applications.RECEIVED.COMMERCIAL_ENTERPRISE', new RegExp(`^商业企业${BY_APPLICANT}`), OF_APPLICANTS),
  word('applications.CLOSED_ON_TIME.TOTAL', /^按[时期]办结数?(?:的|为)?$/, {
    within: 'APPLICATIONS',
    forms: ['FORM_2014'],
  }),
  word('applications.CLOSED_EXTENDED.TOTAL', /^延期办结数?(?:的|为)?$/, { within: 'APPLICATIONS' }),
  word('applications.CLOSED.TOTAL', /^申请办结数?(?:的|为)?$/, { within: 'APPLICATIONS', forms: ['FORM_2014'] }),
  word('applications.HANDLED_TOTAL.TOTAL', /^申请答复数?(?:的|为)?$/, { within: 'APPLICATIONS' }),
  word(
    'applications.HANDLED_TOTAL.TOTAL',
    new RegExp(`^(?:全部|均|已经?|依法|予以|按规定|按要求){0,3}(?:答复|办结|办理答复)${REQUEST}$`),
    { within: 'APPLICATIONS' },
  ),
  word(
    'applications.HANDLED_TOTAL.TOTAL',
    new RegExp(`^(?:全部|均|已经?)?(?:按[时期])(?:答复|办结|办理答复)${REQUEST}$`),
    // 按期答复60件,延期答复2件.
    { within: 'APPLICATIONS', unless: /延期|延长|逾期/ },
  ),
  ...(
    [
      ['RECEIVED_IN_PERSON', '当面'],
      ['RECEIVED_BY_FAX', '传真'],
      ['RECEIVED_BY_LETTER', '信函'],
      ['RECEIVED_ONLINE', '(?:互联网|网络|网上|电子邮箱|电子邮件)'],
    ] as const
  ).map(([row, channel]) =>
    word(
      `applications.${row}.TOTAL`,
      new RegExp(`^(?:通过|以)?${channel}(?:递交|提交|形式|方式|申请|提出){0,3}数?(?:的|为)?$`),
      { within: 'APPLICATIONS', after: /^(?!.{0,4}(?:咨询|投诉|举报))/ },
    ),
  ),
  word('applications.ALREADY_PUBLIC.TOTAL', new RegExp(`^["“]?(?:属于)?已主动公开(?:范围)?${SAID}`), {
    within: 'APPLICATIONS',
  }),
  word('applications.GRANTED.TOTAL', new RegExp(`^["“]?(?:可以|同意)公开${SAID}`), { within: 'APPLICATIONS' }),
  // Before 2019 予以公开 often counts what is already public as well.
  word('applications.GRANTED.TOTAL', new RegExp(`^["“]?予以公开${SAID}`), {
    within: 'APPLICATIONS',
    forms: SINCE_2019,
  }),
  word('applications.PARTLY_GRANTED.TOTAL', new RegExp(`^["“]?(?:同意|予以)?部分公开${SAID}`), {
    within: 'APPLICATIONS',
  }),
  ...(
    [
      ['REFUSED', '(?:决定)?不予公开'],
      ['UNABLE', '无法提供'],
      ['NOT_PROCESSED', '不予处理'],
      ['OTHER', '作?其他处理'],
      ['REFUSED_STATE_SECRET', '(?:属于|涉及)国家秘密'],
      ['REFUSED_THIRD_PARTY_RIGHTS', '保护第三方(?:合法)?权益'],
      ['REFUSED_INTERNAL_AFFAIRS', '属于(?:三类)?内部事务信息'],
      ['REFUSED_PROCESS_INFORMATION', '属于(?:四类)?过程性信息'],
      ['REFUSED_ENFORCEMENT_FILE', '属于行政执法案卷(?:信息)?'],
      ['REFUSED_ADMINISTRATIVE_QUERY', '属于行政查询事项'],
      ['UNABLE_NOT_HELD', '(?:本(?:行政)?机关)?不掌握(?:相关)?(?:政府)?(?:信息)?'],
      ['UNABLE_NOT_READY_MADE', '没有现成信息(?:需要?另行制作)?'],
      ['UNABLE_STILL_UNCLEAR', '补正后(?:申请内容)?仍不明确'],
      ['NOT_PROCESSED_PETITION', '信访(?:、?举报、?投诉)?类(?:申请)?'],
      ['NOT_PROCESSED_REPEAT', '重复申请'],
    ] as const
  ).map(([row, said]) => word(`applications.${row}.TOTAL`, new RegExp(`^["“]?${said}${SAID}`), OF_OUTCOMES)),
  ...(
    [
      ['GRANTED', '(?:予以|同意)公开'],
      ['PARTLY_GRANTED', '(?:同意|予以)?部分公开'],
      ['REFUSED', '(?:决定)?不予公开'],
      ['UNABLE', '无法提供'],
      ['UNABLE_NOT_HELD', '(?:本(?:行政)?机关)?不掌握'],
      ['NOT_PROCESSED', '不予处理'],
    ] as const
  ).map(([row, said]) =>
    word(`applications.${row}.TOTAL`, /^$/, { ...OF_OUTCOMES, after: new RegExp(`^${said}(?:相关|政府|信息)*$`) }),
  ),
  word('applications.REFUSED.TOTAL', new RegExp(`^["“]?不同意公开${SAID}`), { within: 'APPLICATIONS' }),
  word('applications.NOT_THIS_AGENCY.TOTAL', new RegExp(`^["“]?不属于本(?:行政)?机关公开${SAID}`), {
    within: 'APPLICATIONS',
  }),
  word('applications.DOES_NOT_EXIST.TOTAL', new RegExp(`^["“]?(?:申请)?信息不存在${SAID}`), {
    within: 'APPLICATIONS',
    forms: ['FORM_2014', null],
  }),
] as const satisfies readonly ClaimWord[]

const caseWords = [
  word(
    'litigation.DIRECT.TOTAL',
    /未经复议(?:而)?(?:直接)?(?:起诉|提起诉讼)(?:的|为)?(?:政府)?(?:信息公开)?(?:行政诉讼)?(?:案件)?$/,
    {
      opens: 'LITIGATION',
    },
  ),
  word('litigation.DIRECT.TOTAL', /^直接起诉(?:的|为)?$/, { opens: 'LITIGATION', after: END }),
  word(
    'litigation.AFTER_REVIEW.TOTAL',
    /复议后(?:再)?(?:起诉|提起诉讼)(?:的|为)?(?:政府)?(?:信息公开)?(?:行政诉讼)?(?:案件)?$/,
    {
      opens: 'LITIGATION',
    },
  ),
  word(
    'review.TOTAL',
    /(?<!和|、|与|及|(?:受理|办理|审理|审结|驳回)[^,]{0,16})(?:行政)复议(?:申请|案件|案)?(?:数量?|共计?|为|的)?$/,
    { opens: 'REVIEW', after: END },
  ),
  word(
    'litigation.ALL.TOTAL',
    /(?<!和|、|与|及|(?:败诉|应诉|受理|办理|审理|审结)[^,]{0,16})行政诉讼(?:案件|案)?(?:数量?|共计?|为|的)?$/,
    { opens: 'LITIGATION', after: END },
  ),
  word('review.TOTAL', /信息公开(?:工作|事项)?被(?:申请|提起)?复议(?:的|共|为)?$/, { opens: 'REVIEW', after: END }),
  word('litigation.ALL.TOTAL', /信息公开(?:工作|事项)?被(?:诉|起诉|提起诉讼)(?:的|共|为)?$/, {
    opens: 'LITIGATION',
    after: END,
  }),
  word('litigation.ALL.TOTAL', /^诉讼(?:案件|案)?(?:的|共|为)?$/, {
    within: 'REVIEW',
    opens: 'LITIGATION',
    after: END,
  }),
  ...resultWords,
  word('litigation.ALL.UPHELD', /^(?:判决)?驳回(?:原告)?的?诉讼请求(?:的|为)?$/, { within: 'LITIGATION', after: END }),
]

const disclosureWords = [
  word('disclosure.PROACTIVE.COUNT', new RegExp(`^主动公开(?:各类)?(?:政府|政务)?信息${NUMBER}$`)),
  word('disclosure.NORMATIVE_DOCUMENTS.DISCLOSED', new RegExp(`^主动公开(?:行政)?规范性文件${NUMBER}$`), {
    opens: 'DOCUMENTS',
  }),
  word('disclosure.NORMATIVE_DOCUMENTS.ISSUED', new RegExp(`^制[发定](?:行政)?规范性文件${NUMBER}$`), {
    opens: 'DOCUMENTS',
  }),
  word('disclosure.NORMATIVE_DOCUMENTS.REPEALED', /^废止(?:行政)?(?:规范性文件)?$/, { within: 'DOCUMENTS' }),
  word('disclosure.NORMATIVE_DOCUMENTS.IN_FORCE', /^现行有效(?:行政)?(?:规范性文件)?$/, { within: 'DOCUMENTS' }),
  word('disclosure.KEY_AREAS.COUNT', new RegExp(`^重点领域公开(?:政府)?信息${NUMBER}$`)),
  ...(
    [
      ['CHANNEL_GAZETTE', '政府公报'],
      ['CHANNEL_WEBSITE', '政府(?:门户)?网站'],
      ['CHANNEL_WEIBO', '政务微博'],
      ['CHANNEL_WECHAT', '政务微信(?:公众号)?'],
      ['CHANNEL_OTHER', '其他方式'],
    ] as const
  ).flatMap(([item, channel]) => [
    word(
      `disclosure.${item}.COUNT`,
      new RegExp(`^(?:通过)?${channel}(?:主动)?(?:公开|发布)(?:各类)?(?:政府|政务)?信息${NUMBER}$`),
    ),
    word(`disclosure.${item}.COUNT`, new RegExp(`^(?:通过)?${channel}(?:主动)?(?:公开|发布)${NUMBER}$`), {
      beside: 'disclosure.PROACTIVE.COUNT',
    }),
  ]),
  word(
    'disclosure.RESPONSE_HOT_TOPICS.COUNT',
    new RegExp(`^回应(?:公众|社会|群众)?关注(?:的)?热点(?:问题)?(?:或|和|及|、)(?:重大)?舆情${NUMBER}$`),
  ),
  word(
    'disclosure.RESPONSE_PRESS_CONFERENCES.COUNT',
    new RegExp(`^(?:参加或举办|举办或参加|参加|举办|召开|组织召开|举行)(?:政府)?新闻发布会${NUMBER}$`),
  ),
  word('disclosure.RESPONSE_PRESS_CONFERENCES_BY_LEADERS.COUNT', /^主要负责同志参加新闻发布会(?:次数)?$/),
  word('disclosure.RESPONSE_PRESS_CONFERENCES_BY_LEADERS.COUNT', /^主要负责同志(?:参加|出席)$/, {
    beside: 'disclosure.RESPONSE_PRESS_CONFERENCES.COUNT',
  }),
  word('disclosure.RESPONSE_ONLINE_INTERVIEWS_BY_LEADERS.COUNT', /^主要负责同志参加(?:政府网站)?在线访谈(?:次数)?$/),
  word(
    'disclosure.RESPONSE_ONLINE_INTERVIEWS.COUNT',
    new RegExp(`^(?:参加|举办|开展|组织|组织开展|进行)?(?:政府网站)?在线访谈(?:活动)?${NUMBER}$`),
  ),
  word(
    'disclosure.RESPONSE_POLICY_INTERPRETATIONS.COUNT',
    new RegExp(`^(?:发布)?政策解读(?:稿件|材料)(?:发布)?${NUMBER}$`),
  ),
  word(
    'disclosure.COMPLAINTS.COUNT',
    /(?:收到|接到|受理|^与)(?:与|有关|关于|涉及|针对|对|因){0,2}(?:政府)?信息公开(?:工作)?(?:有关|相关|方面|类)?的?(?:举报投诉|投诉举报|举报、投诉|举报|投诉)(?:案件|件)?数?$/,
    { after: END },
  ),
  word('disclosure.APPLICATION_FEES.AMOUNT', /(?:依申请|信息公开|信息).{0,12}(?:收取|收费)[^\d不未]{0,8}$/),
  word(
    'disclosure.APPLICATION_FEES.AMOUNT',
    /收取(?:政府|信息|公开|依申请|申请|检索|复制|邮寄|处理|成本|等|、){1,12}(?:费用?)(?:共计?|合计|为)?$/,
  ),
]

const supportWords = [
  word('disclosure.OFFICES.COUNT', new RegExp(`(?:政府信息公开(?:工作)?|^有?|^设有)专门机构${NUMBER}$`), {
    opens: 'SUPPORT',
  }),
  word('disclosure.READING_POINTS.COUNT', new RegExp(`^(?:设置|设立)政府信息公开查阅(?:点|场所)${NUMBER}$`), {
    opens: 'SUPPORT',
  }),
  word('disclosure.READING_POINTS.COUNT', new RegExp(`^(?:设置|设立)?查阅点${NUMBER}$`), { within: 'SUPPORT' }),
  word('disclosure.STAFF.COUNT', new RegExp(`从事政府信息公开(?:工作)?的?(?:工作)?人员${NUMBER}$`), {
    opens: 'SUPPORT',
  }),
  word('disclosure.STAFF.COUNT', new RegExp(`^工作人员${NUMBER}$`), { within: 'SUPPORT' }),
  word('disclosure.STAFF_FULL_TIME.COUNT', new RegExp(`^有?专职(?:(?:工作)?人员)?${NUMBER}$`), { within: 'SUPPORT' }),
  word('disclosure.STAFF_PART_TIME.COUNT', new RegExp(`^有?兼职(?:(?:工作)?人员)?${NUMBER}$`), { within: 'SUPPORT' }),
  word('disclosure.BUDGET.AMOUNT', new RegExp(`信息公开(?:工作)?专项经费(?:投入)?${NUMBER}$`), {
    opens: 'SUPPORT',
  }),
  word('disclosure.BUDGET.AMOUNT', new RegExp(`^专项经费${NUMBER}$`), { within: 'SUPPORT' }),
  word(
    'disclosure.MEETINGS.COUNT',
    new RegExp(`^召开政府信息公开(?:工作)?(?:专题)?会议(?:(?:或|、|和|及)专题会议)?${NUMBER}$`),
    { opens: 'SUPPORT' },
  ),
  word('disclosure.TRAINING_CLASSES.COUNT', new RegExp(`^举办(?:政府信息公开)?(?:各类)?培训班${NUMBER}$`), {
    within: 'SUPPORT',
  }),
  word('disclosure.TRAINING_CLASSES.COUNT', new RegExp(`^举办(?:各类)?政府信息公开(?:工作)?培训班${NUMBER}$`), {
    opens: 'SUPPORT',
  }),
  word('disclosure.MEETINGS.COUNT', new RegExp(`^召开(?:工作|专题)?会议${NUMBER}$`), { within: 'SUPPORT' }),
  word('disclosure.TRAINEES.COUNT', new RegExp(`^(?:接受)?培训(?:人员)?${NUMBER}$`), { within: 'SUPPORT' }),
]

export const CLAIM_WORDS: readonly ClaimWord[] = [
  ...applicationWords,
  ...caseWords,
  ...disclosureWords,
  ...supportWords,
]

/** What opens the words of a clause and tells nothing of what is counted. */
export const LEAD =
  /^(?:其中|包括|截[至止]|本年度?底?|全年|年度内|年内|期间|全[省市区县旗州镇乡局]|我[省市区县旗州局委办镇乡院厅]|本(?:[省市区县旗州局委办镇乡院厅]|机关|单位|部门|街道)|我街道|各级|各部门|各单位|共计?|总共|合计|累计|也|还|并|分别|在)+/u
/** What a clause says of who received them stands before these words. */
export const RECEIVED = /(?:共|全年|累计|本年){0,3}(?:新?受理|新?收到|新收|接收|接到)[^受收接]*$/u
/** Whoever received these applications is not the issuer as a whole: 区教育局收到, 通过网站收到. */
export const OTHER_RECEIVER =
  /(?<![各全我本][^,]{0,10})(?:[局委镇乡厅院]|街道|办事处|中心|大队|分局|办公室)$|通过|网站|平台|系统|邮箱|窗口|信箱|当面|现场|来信/u
/** The government itself received them, which may be less than the whole district: 区政府收到. */
export const GOVERNMENT_ITSELF = /[省市区县旗州](?:人民)?政府$/u

/** The number says that it holds, beside the year's new applications, those of the year before. */
export const WITH_CARRIED_IN = /(?:含|包括|包含|其中)[^,;。]{0,6}(?:上年|上一年|去年)度?[^,;。]{0,4}结转/u

/** An ending by which a court or an organ of review corrected what was done, where a list is finer than the form. */
export const CORRECTION =
  /^(?:判决|决定|被)?(?:部分)?(?:撤销|确认违法|变更|责令)(?:原|具体|行政|机关|行为|决定|限期|重新|作出|履行|法定|职责|答复|处理){0,10}(?:的|为)?$|^(?:判决)?(?:行政机关)?(?:限期)?履行(?:法定)?职责(?:的|为)?$/u
/** An ending that is certainly no correction. */
export const NO_CORRECTION = /维持|驳回|不予受理|不予立案|撤诉|撤回|终止|调解|和解|其他|未审结|未结|正在审理|移送/u

/** One matter that went through review and to court: 发生1起…行政复议和行政诉讼. More than one would not tell how many went on. */
export const REVIEW_AND_LITIGATION = /行政复议和(?:提起)?行政诉讼/

/** Review and litigation are counted for many matters: only those about disclosure are of this report. */
export const ABOUT_DISCLOSURE = /信息公开|依申请公开|公开政府信息/
/** Only some of the cases that the sentence counts are about it: 行政复议78件(其中信息公开13件). */
export const PARTLY_ABOUT_DISCLOSURE = /其中[^,;。\d]{0,6}信息公开[^,;。]{0,16}\d/
/** None of the cases are about it. */
export const NOT_ABOUT_DISCLOSURE = /信息公开(?:工作)?(?:均|都)?无关/
/** Who decides on reviews and suits counts those of others. */
export const DECIDES_CASES =
  /作为(?:行政)?复议机关|复议机[关构](?:共|全年)?(?:收到|受理|办理|审理|审结)|法制(?:办|局|机构)|司法局|法院/
/** A short line, or the short beginning of one, that puts what follows it under a topic. */
export const CASES_HEADING = /复议|诉讼/
/** A sentence that is an item of its own on them: 四、行政复议20件. */
export const CASES_ITEM = /^\(?[一二三四五六七八九十\d]{1,2}[).、](?:政府信息公开)?行政(?:复议|诉讼)/
/** A heading under which applications, and what became of them, are told. */
/** A clause that counts nothing and opens a list of what became of applications. */
export const APPLICATIONS_OPENING =
  /(?:办结|答复|处理|受理|收到)(?:的|了)?(?:政府信息公开)?申请中$|^已?(?:答复|办结)(?:件|情况)?中?$|申请的?(?:办理|处理|答复)(?:结果|情况)(?:来?看|为|如下)?$/u
export const APPLICATIONS_HEADING =
  /^[^复诉费]{0,8}(?:依申请(?:公开)?(?:政府信息)?(?:工作|方面)?|(?:依申请公开|申请|答复)[^复诉费]{0,12}情况)[。:]?$/u

/** A clause that compares, sums up several years, or gives a part of the year: its number is none of the year's. */
export const NOT_THE_YEARS =
  /同比|环比|增长|增加|减少|下降|上升|较上年|比上年|较去年|比去年|去年同期|上年同期|历年|近年|以来|季度|半年|\d月|平均|每/
/** What is carried in is added here: a number behind it counts both. */
export const ADDS_CARRIED_IN = /加上[^,;。]{0,6}(?:上年|上一年|去年)度?[^,;。]{0,4}结转/u
/** Sums up several years, unless the clause says that it is this year's. */
export const SUMMED_UP = /累计/
export const OF_THE_YEAR = /全年|年度内|年内|^本年/
/** Only a part of the year, or more than one: what follows counts that, until the sentence comes to the whole year. */
export const PART_OF_THE_YEAR = /以来|季度|半年|(?<!\d)(?:[1-9]|1[01])月/
/** Another year's number. */
export const OF_ANOTHER_YEAR =
  /(?<!针对)(?:上年|上一年|去年|下年|他年)(?!.{0,6}(?:结转|继续|答复|办理|处理))(?<!结转(?:至|到|自)?(?:下年|上年))/
/** The whole year, said by its days. */
export const FROM_TO = /自?本年1月1日起?[,、]?(?:至|到|-|—|–|~)(?:本年)?12月31日止?/g
/** A clause that counts something else than disclosure. */
export const OTHER_MATTERS = /网民|留言|举报|信访|热线|建议|提案|许可|政务服务/

/** A part of an application's number that the agency itself received: 区政府本级224件. */
export const AGENCY_PART = /^(?:其中)?(?:省|市|区|县|旗)?(?:人民)?(?:政府)?本级(?:共)?(?:收到|受理)?$/

export const SCOPE_WORDS: readonly { readonly scope: ClaimScope; readonly words: RegExp }[] = [
  // 非本机关掌握 says nothing of whose the numbers are.
  { scope: 'AGENCY', words: /本级|(?<![非于由是])(?:本机关|本单位|本部门|本局)(?!不掌握)|我局|我委|我办|我镇|我街道/ },
  { scope: 'DISTRICT', words: /全[省市区县旗盟州]/ },
]

/** What says plainly that there was none, and the words in which it may say so: nothing else stands in such a clause. */
interface ZeroWord {
  readonly subject: FigurePath
  /** One of these must be said. */
  readonly of: RegExp
  readonly filler: RegExp
}

export const NONE = /^(?:尚未|从未|未|没有|无)(?:发生|收到|接到|受理|产生|出现|存在|有|收取|被)?/u

const ABOUT =
  '因|与|由|针对|对|关于|有关|相关|涉及|任何|政府|信息|公开|政务|工作|事务|方面|引起|引发|导致|发生|而|被|提起|提出|申请|的|纠纷|问题|类|我[局镇乡县区街委]|本(?:单位|部门|机关|级|局|镇|乡|街道)'
const CASE_ZERO = new RegExp(
  `行政复议|行政诉讼|复议|诉讼|申诉|案件|案例|案|事项|事件|情况|情形|或者?|以?及|和|、|${ABOUT}`,
  'gu',
)
export const ZERO_WORDS: readonly ZeroWord[] = [
  {
    subject: 'applications.RECEIVED.TOTAL',
    of: /公开.{0,6}申请|申请公开/u,
    filler:
      /公民|法人|其他组织|群众|主动|针对|对|本单位|本部门|本机关|我[局镇乡县区街委]|公众|社会|依申请|申请|书面|要求|提出|获取|政府|信息|公开|事项|有关|关于|相关|任何|件|情况|的|或者?|和|、/gu,
  },
  { subject: 'review.TOTAL', of: /复议/u, filler: CASE_ZERO },
  { subject: 'litigation.ALL.TOTAL', of: /诉讼/u, filler: CASE_ZERO },
  {
    subject: 'disclosure.APPLICATION_FEES.AMOUNT',
    of: /费用?$/u,
    filler: /收取|任何|检索|复制|复印|邮寄|相关|有关|依申请|申请|政府|信息|公开|处理|提供|成本|费用?|等|和|、|的/gu,
  },
]

/** A sentence that parts what the one before it counted. */
export const CONTINUES = /^其\s*中/u
/** What is new this year is a total even where it is a part of what is at hand. */
export const NEW = /新收|新受理/u
/** A clause on a part of what the one before it counted, and what is then no total: 其中主动公开300条. */
export const PARTS = /^(?:其中|包括)/u
export const NO_PARTS: readonly ClaimSubject[] = ['disclosure.PROACTIVE.COUNT', 'applications.RECEIVED.TOTAL']
/** A line that goes on with a list: “可以公开”的110件, 1.予以公开14件;. */
export const LIST_ITEM = /^["“]|^\(?\d{1,2}[).、].{2,200};$/u
/** A line behind which a list begins, and one behind which it goes on. */
export const LIST_OPENING = /:$/u
export const LIST_GOES_ON = /[;,]$/u
/** What a paragraph goes on to be about in its next sentences. */
export const LASTING: readonly (ClaimTopic | null)[] = ['APPLICATIONS', 'SUPPORT']
/** A line with such a count is no heading. */
export const COUNTED = /\d[件项起宗]/
export const CLAUSE_END = /^[,的]?。?$/
/** A clause that counts all of the list behind it: 659件申请中:. */
export const OPENS_LIST = /中$/u
/** What is done to something that the words do not name: the numbers after it count that. */
export const OTHER_DOINGS = /受理|收到|新收|接到|办理|承办|转办|接待|接听|开展/
/** The year with which a sentence begins, behind its outline number. */
export const YEAR_AT_BEGINNING = /^(?:\(?[一二三四五六七八九十\d]{1,2}[).、])?(?:在|截至)?(20\d\d)年(?!度?结转)/
/** A year, also where its 年 is lost: 2018因政府信息公开. */
export const YEAR_OF_CLAIM = /(20\d\d)(?:年度?|(?=因))/g
export const THIS_YEAR = '本年'
/** How a year is called by its distance from the report's. */
export const RELATIVE_YEARS: ReadonlyMap<number, string> = new Map([
  [-1, '上年'],
  [0, THIS_YEAR],
  [1, '下年'],
])
export const OTHER_YEAR = '他年'
/** The government itself, said twice: 区政府(办公室). */
export const ITSELF_IN_BRACKETS = /(?<=政府)\((?:办公室|办|本级)\)/gu

/** What stands between a row's label and its number, and what the label can lose before it: 同意公开答复的752件. */
export const LABEL_END = /(?:的|为|共|共计|,)$/u
export const LOST_LABEL_END = '数'

/** The number before a line's first words: (三), 2. */
export const ITEM_NUMBER = /^(?:\(?[一二三四五六七八九十\d]{1,2}[).、]){1,2}/u
/** What stands behind a body's name that a report leaves out when it speaks of itself. */
export const NAME_ENDING = /(?:人民政府|办事处)$/u

/** What the words of a share say that it is of; without any of them it is of what its part belongs to. */
export const SHARE_OF: readonly { readonly words: RegExp; readonly whole: FigurePath | null }[] = [
  { words: /^(?:到|比)?(?:总数|总量|总体|全部|总)?的?(?:比例|比重)?(?:为|约|达)?$/u, whole: null },
  {
    words: /^(?:总|全部)?(?:受理|收到|申请)(?:申请)?(?:总数|总量|总)?的?(?:比例|比重)?为?$/u,
    whole: 'applications.RECEIVED.TOTAL',
  },
  {
    words: /^(?:总|全部)?(?:答复|办结|办理)(?:总数|总量|总)?的?(?:比例|比重)?为?$/u,
    whole: 'applications.HANDLED_TOTAL.TOTAL',
  },
  {
    words: /^(?:全[省市区县])?主动公开(?:政府)?信息(?:总数|总量|数)?的?(?:比例|比重)?为?$/u,
    whole: 'disclosure.PROACTIVE.COUNT',
  },
]

/** What the parts that a sentence gives shares of belong to. */
export const WHOLE_OF: readonly { readonly parts: RegExp; readonly whole: FigurePath }[] = [
  { parts: /^applications\.RECEIVED(?:_|\.(?!TOTAL))/u, whole: 'applications.RECEIVED.TOTAL' },
  {
    parts:
      /^applications\.(?:ALREADY_PUBLIC|GRANTED|PARTLY_GRANTED|REFUSED|UNABLE|NOT_PROCESSED|OTHER|NOT_THIS_AGENCY|DOES_NOT_EXIST|ASKED_TO_CORRECT|REDIRECTED)\.TOTAL$/u,
    whole: 'applications.HANDLED_TOTAL.TOTAL',
  },
  { parts: /^review\.(?!TOTAL)/u, whole: 'review.TOTAL' },
  { parts: /^litigation\.ALL\.(?!TOTAL)/u, whole: 'litigation.ALL.TOTAL' },
  { parts: /^disclosure\.(?:CHANNEL_|KEY_AREAS|NORMATIVE_DOCUMENTS\.DISCLOSED)/u, whole: 'disclosure.PROACTIVE.COUNT' },
]
/** What can be a whole of parts that no form names. */
export const WHOLES: readonly ClaimSubject[] = [
  'applications.RECEIVED.TOTAL',
  'applications.HANDLED_TOTAL.TOTAL',
  'disclosure.PROACTIVE.COUNT',
  'review.TOTAL',
  'litigation.ALL.TOTAL',
]
