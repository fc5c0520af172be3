import type { ClaimScope } from './claim.ts'
import type { FigurePath } from './figure-paths.ts'

// How sentences of reports say their numbers. All patterns are for plain text (see `plain`), clause by clause; the years of the
// clause have become 上年, 本年 and 下年. What is not said in one of these ways is not taken.

/** What a sentence is about: it decides what 答复 or 维持 counts. */
export type ClaimTopic = 'APPLICATIONS' | 'REVIEW' | 'LITIGATION'

/** A way of saying a number: what stands in the clause before it and after it. */
export interface ClaimWord {
  readonly subject: FigurePath
  /** Said only where the sentence has this topic already; null when the words themselves tell. */
  readonly within: ClaimTopic | null
  /** The topic from here to the end of the sentence. */
  readonly opens: ClaimTopic | null
  readonly before: RegExp
  readonly after: RegExp
}

const ANY = /^/
const END = /^(?:的|中|\(|$)/
/** What an application is called: 依申请公开政府信息, 政府信息公开申请, 公开申请事项. */
const REQUEST =
  '(?:关于|有关|各类|群众|公众|公民|法人|社会|的|和|向|依|书面|网上|政府|信息|公开|申请|事项|办件|件|数量?|总数|共计?|合计|为|了){0,14}'
const RECEIVE = '(?<!不予|不|未|非)(?:新?受理|新?收到|新收|接收|接到)'

const word = (
  subject: FigurePath,
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
      /^(?:其中)?(?:结果)?维持(?:原|具体|行政|机关|行为|决定|结果)*(?:或者?驳回(?:原告)?诉讼请求)?(?:的|为)?$/,
    ),
    result('CORRECTED', /^(?:其中)?(?:结果|被?依法|被)?(?:纠正|纠错)(?:原|具体|行政|机关|行为|决定|结果)*(?:的|为)?$/),
    result('OTHER', /^(?:其中)?其他(?:结果|情形|情况)数?(?:的|为)?$/),
    result('PENDING', /^(?:其中)?(?:尚未|未|正在)(?:审结|结审|审理)(?:的|为)?$/),
    result('PENDING', /^(?:其中)?(?:有|尚有|另有)?$/, /^(?:案件)?(?:尚未|未|正在)(?:审结|结审|审理)/),
  ]
})

export const CLAIM_WORDS: readonly ClaimWord[] = [
  word('applications.CARRIED_IN.TOTAL', new RegExp(`(?:上年度?|上一年度?|去年)结转(?:办理|来)?${REQUEST}$`), {
    within: 'APPLICATIONS',
  }),
  word('applications.CARRIED_IN.TOTAL', /结转自(?:上年度?|上一年度?|去年)(?:的|申请)*$/, { within: 'APPLICATIONS' }),
  word('applications.CARRIED_IN.TOTAL', /(?:上年度?|上一年度?|去年)结转(?:政府|信息|公开)*申请(?:数量?|件|为)*$/, {
    opens: 'APPLICATIONS',
  }),
  word(
    'applications.CARRIED_OVER.TOTAL',
    new RegExp(`结转(?:至|到)?(?:下年度?|下一年度?|次年|明年)(?:继续)?(?:办理|处理|答复)?${REQUEST}$`),
    { within: 'APPLICATIONS' },
  ),
  word('applications.CARRIED_OVER.TOTAL', /^(?:还有|尚有|另有|其余|剩余|有)?$/, {
    within: 'APPLICATIONS',
    after: /^(?:申请)?结转(?:至|到)?(?:下年度?|下一年度?|次年|明年)/,
  }),
  word('applications.RECEIVED.TOTAL', new RegExp(`${RECEIVE}(?=[^\\d]{0,20}申请)${REQUEST}$`), {
    opens: 'APPLICATIONS',
    after: /^(?!举报|投诉|咨询|答复)/,
  }),
  word('applications.RECEIVED.TOTAL', new RegExp(`${RECEIVE}(?:的|共)?$`), {
    opens: 'APPLICATIONS',
    after: /^(?:政府|信息|公开)*申请/,
  }),
  word('applications.HANDLED_TOTAL.TOTAL', /已到答复期的?$/, {
    within: 'APPLICATIONS',
    after: /^(?:的|申请)*全部(?:按期|按时|依法)?答复/,
  }),
  word('applications.HANDLED_TOTAL.TOTAL', /已到答复期的?$/, {
    opens: 'APPLICATIONS',
    after: /^的?申请全部(?:按期|按时|依法)?答复/,
  }),
  word('applications.HANDLED_TOTAL.TOTAL', /已经?答复的$/, {
    opens: 'APPLICATIONS',
    after: /^(?:政府|信息|公开)*申请/,
  }),
  word(
    'applications.HANDLED_TOTAL.TOTAL',
    new RegExp(
      `^(?:本年|本年度|截至年底|其中)?(?:全部|共计?|均|已经?|按期|按时|依法|予以)*(?:答复|办结|办理答复)${REQUEST}$`,
    ),
    { within: 'APPLICATIONS' },
  ),
  word(
    'applications.RECEIVED_IN_PERSON.TOTAL',
    /^(?:其中)?(?:通过|以)?当面(?:递交|提交|形式|方式|申请|提出)*(?:的|为)?$/,
    { within: 'APPLICATIONS' },
  ),
  word(
    'applications.RECEIVED_BY_FAX.TOTAL',
    /^(?:其中)?(?:通过|以)?传真(?:递交|提交|形式|方式|申请|提出)*(?:的|为)?$/,
    { within: 'APPLICATIONS' },
  ),
  word(
    'applications.RECEIVED_BY_LETTER.TOTAL',
    /^(?:其中)?(?:通过|以)?信函(?:递交|提交|形式|方式|申请|提出)*(?:的|为)?$/,
    { within: 'APPLICATIONS' },
  ),
  word(
    'applications.RECEIVED_ONLINE.TOTAL',
    /^(?:其中)?(?:通过|以)?(?:互联网|网络|电子邮箱|电子邮件)(?:递交|提交|形式|方式|申请|提出)*(?:的|为)?$/,
    { within: 'APPLICATIONS' },
  ),
  word('applications.GRANTED.TOTAL', /^(?:其中)?["“]?(?:可以公开|同意公开|予以公开)(?:答复)?数?["”]?(?:的|为)?$/, {
    within: 'APPLICATIONS',
  }),
  word('applications.PARTLY_GRANTED.TOTAL', /^(?:其中)?["“]?(?:同意|予以)?部分公开(?:答复)?数?["”]?(?:的|为)?$/, {
    within: 'APPLICATIONS',
  }),
  word('applications.REFUSED.TOTAL', /^(?:其中)?["“]?不同意公开(?:答复)?数?["”]?(?:的|为)?$/, {
    within: 'APPLICATIONS',
  }),
  word('litigation.DIRECT.TOTAL', /未经复议(?:而)?(?:直接)?(?:起诉|提起诉讼)(?:的|为)?$/, { opens: 'LITIGATION' }),
  word('litigation.AFTER_REVIEW.TOTAL', /复议后(?:再)?(?:起诉|提起诉讼)(?:的|为)?$/, { opens: 'LITIGATION' }),
  word('review.TOTAL', /(?<!和|、|与|及|不予受理|驳回[^,]{0,12})(?:行政)复议(?:申请|案件|案)?(?:数|共计?|为|的)?$/, {
    opens: 'REVIEW',
    after: END,
  }),
  word('litigation.ALL.TOTAL', /(?<!和|、|与|及|败诉[^,]{0,12})行政诉讼(?:案件|案)?(?:数|共计?|为|的)?$/, {
    opens: 'LITIGATION',
    after: END,
  }),
  ...resultWords,
  word('disclosure.APPLICATION_FEES.AMOUNT', /(?:依申请|信息公开|信息).{0,12}(?:收取|收费)[^\d不未]{0,8}$/),
  word(
    'disclosure.APPLICATION_FEES.AMOUNT',
    /收取(?:政府|信息|公开|依申请|申请|检索|复制|邮寄|处理|成本|等|、)+(?:费用?)(?:共计?|合计|为)?$/,
  ),
]

/** One matter that went through review and to court: 发生1起…行政复议和行政诉讼. More than one would not tell how many went on. */
export const REVIEW_AND_LITIGATION = /行政复议和(?:提起)?行政诉讼/

/** Review and litigation are counted for many matters: only those about disclosure are of this report. */
export const ABOUT_DISCLOSURE = /信息公开|依申请公开/
/** A short line that puts what follows it under a topic. */
export const CASES_HEADING = /复议|诉讼/

/** A clause that compares, sums up several years, or denies: its number is none of the year's. */
export const NOT_THE_YEARS =
  /同比|环比|增长|增加|减少|下降|上升|较上年|比上年|较去年|比去年|去年同期|上年同期|累计|历年|近年|以来|季度|半年|\d月|网民|留言|举报|信访|热线|建议|提案|许可|政务服务|平均|每/

/** A part of an application's number that the agency itself received: 区政府本级224件. */
export const AGENCY_PART = /^(?:其中)?(?:省|市|区|县|旗)?(?:人民)?政府?本级(?:共)?(?:收到|受理)?$/

export const SCOPE_WORDS: readonly { readonly scope: ClaimScope; readonly words: RegExp }[] = [
  { scope: 'AGENCY', words: /本级|本机关|本单位|本部门|我局|本局|我委|我办|我镇|我街道/ },
  { scope: 'DISTRICT', words: /全[省市区县旗盟州]/ },
]

/** A number with its unit: groups about, number, 万, more, unit, more. */
export const COUNT =
  /(约|近|逾|超过?|将近|大约)?(\d+(?:\.\d+)?)(万)?(余|多)?(件次|件|项|起|宗|例|份|人次|条|期|元|万元|次|个|名|家|篇)?(以上|左右|余)?/gu
/** Units in which these things are counted. */
export const COUNTED_IN: Readonly<Record<'cases' | 'money', readonly string[]>> = {
  cases: ['件', '项', '起', '宗', '例', '件次'],
  money: ['元', '万元'],
}

/** A sentence that parts what the one before it counted. */
export const CONTINUES = /^其\s*中/u
/** A line with such a count is no heading. */
export const COUNTED = /\d[件项起宗]/
/** A number behind it counts nothing: 第3项. */
export const ORDINAL = /第$/
export const CLAUSE_END = /^[,的]?。?$/
/** What is done to something that the words do not name: the numbers after it count that. */
export const OTHER_DOINGS = /受理|收到|接到|办理|开展/
/** The year with which a sentence begins, behind its outline number. */
export const YEAR_AT_BEGINNING = /^(?:\(?[一二三四五六七八九十\d]{1,2}[).、])?(?:在|截至)?(20\d\d)年/
/** A year, also where its 年 is lost: 2018因政府信息公开. */
export const YEAR_OF_CLAIM = /(20\d\d)(?:年度?|(?=因))/g
/** How a year is called by its distance from the report's. */
export const RELATIVE_YEARS: ReadonlyMap<number, string> = new Map([
  [-1, '上年'],
  [0, '本年'],
  [1, '下年'],
])
export const OTHER_YEAR = '他年'
