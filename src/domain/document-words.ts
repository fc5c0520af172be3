/**
 * The words by which a report's parts are known, other than its figures: titles, chapters, marks of a table, blank cells. Patterns
 * are applied to text after `plain`: half-width, without white space.
 */

/** What a title line of a report ends with. */
export const TITLE_ENDING =
  /(?:(?:政府信息公开|信息公开|政务公开)(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:工作|情况|总结)?报告|(?:政府信息公开|信息公开|政务公开)?(?:工作)?(?:年度报告|年报))(?:\(.{0,12}\))?$/
/** What an index table prints before the title: 名称： */
export const TITLE_LABEL = /^(?:(?:信息|文件|公开)?(?:名称|标题)):/
/** What a layout leaves of a title's last words on a line of their own: 年 / 度报告. */
export const TITLE_REST = /^(?:度报告|报告|告|报)$/

/** Words of which at least one stands in every annual report on information disclosure. */
export const SUBJECT = /信息公开|政务公开|信息公開|政務公開/
export const WHOLE_SUBJECT = /政府信息公开|信息公开|政务公开/
export const REPORT_WORDS = /年度报告|年报|情况统计表|工作报告|情况的?报告|工作总结/

/** A short line at the top of a document that says what it is. */
export const REPORT = /报告|年报/

/** The chapters of the forms of 2019 and 2021: known even where a heading has lost its number. */
export const CHAPTERS: readonly RegExp[] = [
  /^总体情况$/,
  /^(行政机关)?主动公开政府信息(的)?情况$/,
  /^(行政机关)?收到和处理政府信息公开申请(的)?情况$/,
  /^(因)?政府信息公开(工作被申请)?行政复议、(被提起)?行政诉讼(的)?情况$/,
  /^(政府信息公开工作)?存在的(主要)?问题(及|和|与)改进(情况|措施)$/,
  /^其他需要报告的(事项|情况)$/,
]

/** The number of a heading of the first level: 一、 … 十二、 */
export const CHAPTER_NUMBER = /^[一二三四五六七八九十]{1,3}[、.]/

/** Outline numbers that stand before a label: 一、 （一） (1) 1. 1、 ① */
export const OUTLINE_NUMBER = /^(第?[(（]?([一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．:]|[①-⑳])+/

/** One in Arabic digits: （六） is none. */
export const ARABIC_OUTLINE = /^[(（]?\d/

/** A cell that is no more than an outline number, or 其中: the beginning of a label that goes on elsewhere. */
export const LABEL_OPENING = new RegExp(`${OUTLINE_NUMBER.source}(?:其中[:：]?)?$|^其中[:：]?$`, 'u')

/** 其中 before a label that is part of the row above. */
export const OF_WHICH = /^其中[:：]?/

/** What stands where characters could not be shown. */
export const ILLEGIBLE = /^[?*#□■◆×]{1,10}$/

/** The head of a column of running numbers. */
export const RUNNING_NUMBER_HEAD = /^(?:序号|编号|行次|行号|代码)$/

/** A cell that holds one of these states nothing: it is not zero. */
export const BLANK_CELL = /^([-—–−―─/\\]{1,3}|_{1,8}|无|空)$/

/** A number in Chinese numerals: 〇, 十二, 二百三十. */
export const CHINESE_COUNT = /^[〇○零一二两三四五六七八九十百千]{1,9}(?=$|[^〇○零一二两三四五六七八九十百千])/u
/** A number that is not exact: 100余, 约30件, 近2万, 200多. */
export const APPROXIMATE =
  /^[约近超逾]\d[\d,.]{0,20}[百千万亿]?(条|件|个|项|次|篇|人次|人|元)?$|^\d[\d,.]{0,20}[百千万亿]?[余多][万亿]?(条|件|个|项|次|篇|人次|人|元)?$/
/** A number with a word for its size, or with the unit that it counts, or both: 12项, 2.2万, 3.5亿元. */
export const COUNT_UNIT = /^([-+−–—－]?\d[\d,]{0,20}(?:\.\d{1,9})?)(百|千|万|亿)?(条|件|个|项|次|篇|人次|人|元)?$/

/** A number right behind the words of a label, or behind the bracket that closes it; not one that is not exact. */
export const NUMBER_BEHIND_WORDS = /(?<=[\p{Script=Han})）”])(?<![约近超逾])\d[\d,.]{0,20}$/u

/** A change told by a word before its number: 减50, 增加3项. */
export const CHANGE_IN_WORDS = /^(增|减)[加少]?(?=\d)/u
export const LESS = '减'

/** A unit of money, in a unit cell or behind a column head: 金额（单位：万元）. */
export const MONEY_UNIT = /[亿万]?元/
/** One that the forms do not print. */
export const OTHER_MONEY = /^亿?元$/

/** A heading above a table that is for the whole district, and one above a table that is for the issuer alone: （一）全区…, （二）区政府本级…. */
export const OF_DISTRICT = /全[省市区县旗州盟]/
export const OF_ISSUER_ALONE = /本级|本机关|本部门|办公室/

/** The attached tables of the 2014 form begin here. */
export const STATISTICS_TABLE_TITLE = /政府信息公开(工作)?情况统计表/

/** Cells that open the tables of 2019 and 2021. */
export const DISCLOSURE_TABLE_OPENING = /^(第二十条第\([一五六八九]\)项|信息内容)$/
export const APPLICATIONS_TABLE_OPENING = /^(申请人情况|\(?本列数据的勾稽关系为.*)$/
export const STATISTICS_TABLE_OPENING = /^(?:统计指标|指标名称|指标)(?:单位)?(?:统计数)?$/
/** The heads of the statistics table: of its units, and of its numbers, by their years. */
export const UNIT_HEAD = /^(?:(?:计量)?单位|序号|代码)$/
export const STATISTICS_HEAD = /^(?:统计数(?:据|字|值|量)?|数量|数值)$/
export const YEAR_HEAD = /^((?:19|20)\d{2})年度?(?:统计)?(?:数(?:据|字|值|量)?)?$/
export const OF_THIS_YEAR = /^(?:本年|当年|今年)度?(?:累计|实际|统计)?(?:数(?:据|字|值|量)?)?$/
export const OF_ANOTHER_YEAR =
  /^(?:(?:上年|上一年|去年|前一?年)度?(?:同期)?|历年累计|累计|历年|本期|本期实际|本季度?|本月|上期|同期)(?:统计)?(?:数(?:据|字|值|量)?)?$/
/** The heads of the case table, one or several in a cell: 结果维持结果纠正其他结果尚未审结总计. */
export const CASES_TABLE_OPENING =
  /^(?:行政复议|行政诉讼|未经复议直接起诉|复议后起诉|结果维持)(?:行政复议|行政诉讼|未经复议直接起诉|复议后起诉|结果维持|结果纠正|其他结果|尚未审结|总计){0,30}$/

/** What a line ends with that tells whose report follows: 北京市大兴区人民政府, 2018年通州区政府, 司法局. */
export const ISSUER_ENDING =
  /(政府|办公室|局|委员会|管委会|委|街道办事处|街道|办事处|[乡镇区县市州盟旗]|中心|厅|院|队|馆|社|联合会|管理处|红十字会)$/
/** Words before the issuer in a title, words behind it, and marks anywhere, that name nobody. */
export const ISSUER_OPENING = /^(?:标题:|名称:|关于|现|公布|发布|编制|印发){1,3}/
export const ISSUER_CLOSING = /(?:关于|本级|年度|的)$/
/** Another matter that the title names before the disclosure of information: 法治政府建设情况及政府信息公开. */
export const ANOTHER_SUBJECT =
  /(?:法治政府建设|法治建设|依法行政|依法治[国省市区县]|政务服务|电子政务|政府网站(?:建设)?|建议提案办理|普法)(?:年度)?(?:工作)?(?:情况)?(?:及|和|暨|与|、|以及)$/
/** What joins another matter to the disclosure of information. */
export const JOINING = /(?:以及|及|和|暨|与)$/
export const ISSUER_MARKS = /[《》<>():、\d.\-—]/g

/** The words after a district's name that make its government the issuer. */
export const GOVERNMENT = /^(人民)?政府(?!办|信息)/
export const PEOPLES_GOVERNMENT = '人民政府'
export const NAMES_GOVERNMENT = /政府$/
/** The office that writes the government's report. */
export const GOVERNMENT_OFFICE = /^(办公室|办公厅|办)/
/** The government's office, however it is shortened: 人民政府办公室, 政府办. */
export const OFFICE_OF_GOVERNMENT = /^(人民)?政府办(公室)?$/
export const STREET_OFFICE = /^.{1,10}(街道|地区)(办事处)?$|^.{2,8}街$/
/** What a street or a township is called without its office: 两城镇 of 两城镇人民政府. */
export const LOCAL_NAME = /^.{1,10}?(?:街道|[乡镇]|苏木)(?=办事处|(?:人民)?政府|$)/
export const TOWNSHIP = /^.{1,12}(?:[乡镇]|苏木)(人民政府|政府)?$/
/** Offices of a government that print its name before their own: 人民政府国有资产监督管理委员会, 人民政府天园街道办事处. */
export const BODY_OF_GOVERNMENT =
  /^(人民)?政府(?=.{1,20}(办公室|局|委员会|委|街道|办事处|中心|处|站|所|院|室|(?:[乡镇]|苏木)(人民)?政府|[乡镇]|苏木)$)(?!办公室$|信息)/

/** A zone that is run like a division and is none: 高新技术产业开发区, 江北新区, 工业园. */
export const ZONE =
  /(开发区|高新区|经开区|新区|示范区|度假区|保税区|保税港区|园区|管理区|实验区|试验区|合作区|风景区|名胜区|景区|先导区|集聚区|工业区|产业园|工业园|科技园|高科园|高新园|物流园|化工园|软件园|创新区|空港区)/
/** A body of a zone: 高新区管委会, 江北新区生态环境局; not one that has a zone's name further down. */
export const ZONE_FIRST = new RegExp(`^[^局委厅院,。;:]{0,16}?${ZONE.source}`, 'u')
/** A place of its own behind a city's name that the registry does not have: 伊滨区管委会, 火星区人民政府. */
export const OTHER_PLACE =
  /^[\p{Script=Han}]{1,4}(?<![市城社地辖校库军灾牧林山院小郊])[区县](?=$|(人民)?政府|管理?委|党工委)/u

/** Words that no body's name holds: 我镇, 全街道, 各乡镇, 认真落实区政府. */
export const NO_NAME = /^[我本全该在]|各|辖区|所属|认真|落实|坚持|贯彻|按照|根据|严格|深入|积极/
/** The office of a street or a township: 两城镇人民政府党政办公室. */
export const OFFICE_OF_LOCAL = /(?<=街道|办事处|[乡镇]|[乡镇](?:人民)?政府)(?:党政办公室|综合办公室|党政办|办公室)$/
/** Where a body's name ends in a sentence: 统计局以…, 东湖街道特编制…, 人民政府办公室严格…. */
export const BODY_IN_SENTENCE =
  /^[^,。;:、《》()“”\d]{0,18}?(?:街道办事处|街道|(?:人民)?政府(?:办公室|办公厅|办(?![理事好]))?|办事处|(?:[乡镇]|苏木)(?:人民政府|政府)?|委员会|管委会|分局|局|办公室|中心|管理处|联合会|档案馆|图书馆|供销合作社|供销社|[支总大]队|党校|学院|学校|医院|集团|公司)(?:党政办公室|综合办公室|党政办|办公室)?/u

/** A branch that a city's bureau has in a district, behind the city's name or with it: 公安局锦江区分局. */
export const BRANCH = /^([^,。;:、《》()“”\d]{1,24}?(?:局|委员会))([^,。;:、《》()“”\d局委]{2,12})分局/u

/** Words of a body that is not a district's government: 我局, 本镇. */
export const OWN_BODY = /[我本](?:局|委|镇|乡|街道|中心|站|队|馆|院|社|会|单位|部门)|镇党委|街道党工委/
/** Whom to ask about the report: 请与伽师县人民政府办公室联系. */
export const CONTACT = /请(?:及时)?(?:直接)?(?:与|和|向|致电|联系)([^。;,:《》()]{2,40})/
/** Who wrote the report: 由高淳区人民政府办公室汇总编制. */
export const COMPILER =
  /由([^由。;,:《》()]{2,30}?)(?:负责)?(?:汇总|综合|编制|编写|起草|撰写|结合|根据|依据|按照|依照|统计)/
/** The sentence in which a chapter begins: 2020年,杨陵区统计局以…. */
export const OPENING_SENTENCE =
  /^(?:\([一二三]\)[^。]{0,12}。)?(?:(?:19|20)\d{2}年度?(?:以来|来)?,?)([^,。;:《》()]{2,40})/

/** A year as printed in a title: 2020年, 2020年度, 二〇二〇年; not a date. */
export const YEAR =
  /((?:19|20)\d{2}|[二一][〇○零九]?[〇○零一二三四五六七八九]{2,3})年(?!\d{1,2}月|[一二三四五六七八九十]{1,2}月)/

/** Every year in a text, with the 度 that belongs to it. */
export const EVERY_YEAR = new RegExp(`${YEAR.source}度?`, 'g')

/** 自2018年1月1日起，至2018年12月31日止: the days that the figures cover. The second year is often left out. */
export const PERIOD =
  /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?:起)?[,、]?(?:至|到|-|—|–|~)(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日?/

/**
 * A sentence of the preface that says what the document is, from the year on: 编制了清江浦区人民政府2021年度政府信息公开工作年度报告. The
 * issuer stands before it.
 */
export const SELF_REFERENCE =
  /((?:19|20)\d{2}年?度?)(?:政府信息公开|信息公开|政务公开)(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:工作|情况)?(?:年度报告|报告|年报|总体情况)/
/** What ends a clause. */
export const CLAUSE_END = /[。;,:《》()]/
/** The words before the issuer in such a sentence. */
export const SELF_REFERENCE_OPENING = /^.*(?:公布|公开|发布|编制|编写|现将|特将|撰写|形成)了?/
/** Where the report is published: 可从龙游县人民政府门户网站下载. */
export const WEBSITE = /([^。;,:《》()]{2,24}?)(?:人民)?政府(?:门户网?|公众信息网|网站|网|官网)/

/** A line that links to, or downloads, a report: not a title. */
export const LINK_LINE = /附件|下载|链接|>|首页|位置[:：]|相关|上一篇|下一篇/
