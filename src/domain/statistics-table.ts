import type { FigurePath } from './figure-paths.ts'
import type { Term } from './terms.ts'
import type { Unit } from './units.ts'

interface StatisticsRow extends Term {
  /** The place in the form's outline, ours: the printed numbers differ between local variants, so rows are read by label. */
  readonly number: string
  readonly path: FigurePath
  readonly unit: Unit
}

/**
 * 政府信息公开情况统计表: the rows of the 2014 form (国办发〔2014〕32号) in printed order, with the block of key areas (1.2) that
 * the variant of Beijing inserts.
 */
export const STATISTICS_TABLE = [
  { number: '1.1', path: 'disclosure.PROACTIVE.COUNT', label: '主动公开政府信息数', labelEn: 'Government information proactively disclosed', unit: 'ENTRIES' },
  { number: '1.1.a', path: 'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED', label: '主动公开规范性文件数', labelEn: 'Normative documents proactively disclosed', unit: 'ENTRIES' },
  { number: '1.1.b', path: 'disclosure.NORMATIVE_DOCUMENTS.ISSUED', label: '制发规范性文件总数', labelEn: 'Normative documents issued', unit: 'DOCUMENTS' },
  { number: '1.2', path: 'disclosure.KEY_AREAS.COUNT', label: '重点领域公开政府信息数', labelEn: 'Key-area information disclosed', unit: 'ENTRIES' },
  { number: '1.2.a', path: 'disclosure.KEY_AREA_BUDGETS.COUNT', label: '主动公开财政预算决算、“三公”经费和行政经费信息数', labelEn: 'Budgets, final accounts and the three public expenses', unit: 'ENTRIES' },
  { number: '1.2.b', path: 'disclosure.KEY_AREA_HOUSING.COUNT', label: '主动公开保障性安居工程建设计划、项目开工和竣工情况，保障性住房的分配和退出等信息数', labelEn: 'Government-subsidized housing', unit: 'ENTRIES' },
  { number: '1.2.c', path: 'disclosure.KEY_AREA_FOOD_SAFETY.COUNT', label: '主动公开食品安全标准，食品生产经营许可、专项检查整治等信息数', labelEn: 'Food safety', unit: 'ENTRIES' },
  { number: '1.2.d', path: 'disclosure.KEY_AREA_ENVIRONMENT.COUNT', label: '主动公开环境核查审批、环境状况公报和重特大突发环境事件等信息数', labelEn: 'Environment', unit: 'ENTRIES' },
  { number: '1.2.e', path: 'disclosure.KEY_AREA_BIDDING.COUNT', label: '主动公开招投标违法违规行为及处理情况、国有资金占控股或者主导地位依法应当招标的项目等信息数', labelEn: 'Bidding and projects with state funds', unit: 'ENTRIES' },
  { number: '1.2.f', path: 'disclosure.KEY_AREA_WORK_SAFETY.COUNT', label: '主动公开生产安全事故的政府举措、处置进展、风险预警、防范措施等信息数', labelEn: 'Work safety', unit: 'ENTRIES' },
  { number: '1.2.g', path: 'disclosure.KEY_AREA_LAND_EXPROPRIATION.COUNT', label: '主动公开农用地转为建设用地批准、征收集体土地批准、征地公告、征地补偿安置公示、集体土地征收结案等信息数', labelEn: 'Land conversion and expropriation', unit: 'ENTRIES' },
  { number: '1.2.h', path: 'disclosure.KEY_AREA_PRICES.COUNT', label: '主动公开政府指导价、政府定价和收费标准调整的项目、价格、依据、执行时间和范围等信息数', labelEn: 'Government-guided prices and fees', unit: 'ENTRIES' },
  { number: '1.2.i', path: 'disclosure.KEY_AREA_ENTERPRISE_CREDIT.COUNT', label: '主动公开本市企业信用信息系统中的警示信息和良好信息等信息数', labelEn: 'Enterprise credit', unit: 'ENTRIES' },
  { number: '1.2.j', path: 'disclosure.KEY_AREA_AUDIT.COUNT', label: '主动公开政府部门预算执行审计结果等信息数', labelEn: 'Budget-execution audits', unit: 'ENTRIES' },
  { number: '1.2.k', path: 'disclosure.KEY_AREA_PUBLIC_INSTITUTIONS.COUNT', label: '主动公开行政机关对与人民群众利益密切相关的公共企事业单位进行监督管理的信息数', labelEn: 'Supervision of public enterprises and institutions', unit: 'ENTRIES' },
  { number: '1.2.l', path: 'disclosure.KEY_AREA_DESIGNATED.COUNT', label: '主动公开市人民政府决定主动公开的其他信息数', labelEn: 'Other information designated by the municipal government', unit: 'ENTRIES' },
  { number: '1.2.m', path: 'disclosure.KEY_AREA_OTHER.COUNT', label: '其他信息', labelEn: 'Other key-area information', unit: 'ENTRIES' },
  { number: '1.3.1', path: 'disclosure.CHANNEL_GAZETTE.COUNT', label: '政府公报公开政府信息数', labelEn: 'Disclosed in government gazettes', unit: 'ENTRIES' },
  { number: '1.3.2', path: 'disclosure.CHANNEL_WEBSITE.COUNT', label: '政府网站公开政府信息数', labelEn: 'Disclosed on government websites', unit: 'ENTRIES' },
  { number: '1.3.3', path: 'disclosure.CHANNEL_WEIBO.COUNT', label: '政务微博公开政府信息数', labelEn: 'Disclosed on government Weibo', unit: 'ENTRIES' },
  { number: '1.3.4', path: 'disclosure.CHANNEL_WECHAT.COUNT', label: '政务微信公开政府信息数', labelEn: 'Disclosed on government WeChat', unit: 'ENTRIES' },
  { number: '1.3.5', path: 'disclosure.CHANNEL_OTHER.COUNT', label: '其他方式公开政府信息数', labelEn: 'Disclosed by other means', unit: 'ENTRIES' },
  { number: '2.1', path: 'disclosure.RESPONSE_HOT_TOPICS.COUNT', label: '回应公众关注热点或重大舆情数', labelEn: 'Responses to hot topics or major public opinion', unit: 'TIMES' },
  { number: '2.2.1', path: 'disclosure.RESPONSE_PRESS_CONFERENCES.COUNT', label: '参加或举办新闻发布会总次数', labelEn: 'Press conferences held or attended', unit: 'TIMES' },
  { number: '2.2.1.a', path: 'disclosure.RESPONSE_PRESS_CONFERENCES_BY_LEADERS.COUNT', label: '主要负责同志参加新闻发布会次数', labelEn: 'Press conferences attended by principal leaders', unit: 'TIMES' },
  { number: '2.2.2', path: 'disclosure.RESPONSE_ONLINE_INTERVIEWS.COUNT', label: '政府网站在线访谈次数', labelEn: 'Online interviews on government websites', unit: 'TIMES' },
  { number: '2.2.2.a', path: 'disclosure.RESPONSE_ONLINE_INTERVIEWS_BY_LEADERS.COUNT', label: '主要负责同志参加政府网站在线访谈次数', labelEn: 'Online interviews attended by principal leaders', unit: 'TIMES' },
  { number: '2.2.3', path: 'disclosure.RESPONSE_POLICY_INTERPRETATIONS.COUNT', label: '政策解读稿件发布数', labelEn: 'Policy interpretations published', unit: 'ARTICLES' },
  { number: '2.2.4', path: 'disclosure.RESPONSE_WEIBO_WECHAT.COUNT', label: '微博微信回应事件数', labelEn: 'Events responded to on Weibo or WeChat', unit: 'TIMES' },
  { number: '2.2.5', path: 'disclosure.RESPONSE_OTHER.COUNT', label: '其他方式回应事件数', labelEn: 'Events responded to by other means', unit: 'TIMES' },
  { number: '3.1', path: 'applications.RECEIVED.TOTAL', label: '收到申请数', labelEn: 'Requests received', unit: 'CASES' },
  { number: '3.1.1', path: 'applications.RECEIVED_IN_PERSON.TOTAL', label: '当面申请数', labelEn: 'Requests made in person', unit: 'CASES' },
  { number: '3.1.2', path: 'applications.RECEIVED_BY_FAX.TOTAL', label: '传真申请数', labelEn: 'Requests made by fax', unit: 'CASES' },
  { number: '3.1.3', path: 'applications.RECEIVED_ONLINE.TOTAL', label: '网络申请数', labelEn: 'Requests made online', unit: 'CASES' },
  { number: '3.1.4', path: 'applications.RECEIVED_BY_LETTER.TOTAL', label: '信函申请数', labelEn: 'Requests made by letter', unit: 'CASES' },
  { number: '3.2', path: 'applications.CLOSED.TOTAL', label: '申请办结数', labelEn: 'Requests closed', unit: 'CASES' },
  { number: '3.2.1', path: 'applications.CLOSED_ON_TIME.TOTAL', label: '按时办结数', labelEn: 'Requests closed on time', unit: 'CASES' },
  { number: '3.2.2', path: 'applications.CLOSED_EXTENDED.TOTAL', label: '延期办结数', labelEn: 'Requests closed after an extension', unit: 'CASES' },
  { number: '3.3', path: 'applications.HANDLED_TOTAL.TOTAL', label: '申请答复数', labelEn: 'Requests answered', unit: 'CASES' },
  { number: '3.3.1', path: 'applications.ALREADY_PUBLIC.TOTAL', label: '属于已主动公开范围数', labelEn: 'Already proactively disclosed', unit: 'CASES' },
  { number: '3.3.2', path: 'applications.GRANTED.TOTAL', label: '同意公开答复数', labelEn: 'Granted (disclosed)', unit: 'CASES' },
  { number: '3.3.3', path: 'applications.PARTLY_GRANTED.TOTAL', label: '同意部分公开答复数', labelEn: 'Partially disclosed', unit: 'CASES' },
  { number: '3.3.4', path: 'applications.REFUSED.TOTAL', label: '不同意公开答复数', labelEn: 'Refused', unit: 'CASES' },
  { number: '3.3.4.a', path: 'applications.REFUSED_STATE_SECRET.TOTAL', label: '涉及国家秘密', labelEn: 'Refused: state secrets', unit: 'CASES' },
  { number: '3.3.4.b', path: 'applications.REFUSED_TRADE_SECRET.TOTAL', label: '涉及商业秘密', labelEn: 'Refused: trade secrets', unit: 'CASES' },
  { number: '3.3.4.c', path: 'applications.REFUSED_PRIVACY.TOTAL', label: '涉及个人隐私', labelEn: 'Refused: personal privacy', unit: 'CASES' },
  { number: '3.3.4.d', path: 'applications.REFUSED_SECURITY_AND_STABILITY.TOTAL', label: '危及国家安全、公共安全、经济安全和社会稳定', labelEn: 'Refused: national, public and economic security and social stability', unit: 'CASES' },
  { number: '3.3.4.e', path: 'applications.REFUSED_NOT_GOVERNMENT_INFORMATION.TOTAL', label: '不是《条例》所指政府信息', labelEn: 'Refused: not government information under the Regulations', unit: 'CASES' },
  { number: '3.3.4.f', path: 'applications.REFUSED_OTHER_LAW.TOTAL', label: '法律法规规定的其他情形', labelEn: 'Refused: other circumstances in laws and regulations', unit: 'CASES' },
  { number: '3.3.5', path: 'applications.NOT_THIS_AGENCY.TOTAL', label: '不属于本行政机关公开数', labelEn: 'Not for this agency to disclose', unit: 'CASES' },
  { number: '3.3.6', path: 'applications.DOES_NOT_EXIST.TOTAL', label: '申请信息不存在数', labelEn: 'Requested information does not exist', unit: 'CASES' },
  { number: '3.3.7', path: 'applications.ASKED_TO_CORRECT.TOTAL', label: '告知作出更改补充数', labelEn: 'Asked to change or supplement the request', unit: 'CASES' },
  { number: '3.3.8', path: 'applications.REDIRECTED.TOTAL', label: '告知通过其他途径办理数', labelEn: 'Told of another channel', unit: 'CASES' },
  { number: '4', path: 'review.TOTAL', label: '行政复议数量', labelEn: 'Reconsideration cases', unit: 'CASES' },
  { number: '4.1', path: 'review.UPHELD', label: '维持具体行政行为数', labelEn: 'Reconsideration: administrative act upheld', unit: 'CASES' },
  { number: '4.2', path: 'review.CORRECTED', label: '被依法纠错数', labelEn: 'Reconsideration: corrected by law', unit: 'CASES' },
  { number: '4.3', path: 'review.OTHER', label: '其他情形数', labelEn: 'Reconsideration: other', unit: 'CASES' },
  { number: '5', path: 'litigation.ALL.TOTAL', label: '行政诉讼数量', labelEn: 'Litigation cases', unit: 'CASES' },
  { number: '5.1', path: 'litigation.ALL.UPHELD', label: '维持具体行政行为或者驳回原告诉讼请求数', labelEn: 'Litigation: act upheld or claims rejected', unit: 'CASES' },
  { number: '5.2', path: 'litigation.ALL.CORRECTED', label: '被依法纠错数', labelEn: 'Litigation: corrected by law', unit: 'CASES' },
  { number: '5.3', path: 'litigation.ALL.OTHER', label: '其他情形数', labelEn: 'Litigation: other', unit: 'CASES' },
  { number: '6', path: 'disclosure.COMPLAINTS.COUNT', label: '举报投诉数量', labelEn: 'Complaints', unit: 'CASES' },
  { number: '7', path: 'disclosure.APPLICATION_FEES.AMOUNT', label: '依申请公开信息收取的费用', labelEn: 'Fees charged for requests', unit: 'TEN_THOUSAND_YUAN' },
  { number: '8.1', path: 'disclosure.OFFICES.COUNT', label: '政府信息公开工作专门机构数', labelEn: 'Dedicated offices', unit: 'UNITS' },
  { number: '8.2', path: 'disclosure.READING_POINTS.COUNT', label: '设置政府信息公开查阅点数', labelEn: 'Public reading points', unit: 'UNITS' },
  { number: '8.3', path: 'disclosure.STAFF.COUNT', label: '从事政府信息公开工作人员数', labelEn: 'Staff working on open government information', unit: 'PERSONS' },
  { number: '8.3.1', path: 'disclosure.STAFF_FULL_TIME.COUNT', label: '专职人员数', labelEn: 'Full-time staff', unit: 'PERSONS' },
  { number: '8.3.2', path: 'disclosure.STAFF_PART_TIME.COUNT', label: '兼职人员数', labelEn: 'Part-time staff', unit: 'PERSONS' },
  { number: '8.4', path: 'disclosure.BUDGET.AMOUNT', label: '政府信息公开专项经费', labelEn: 'Dedicated budget', unit: 'TEN_THOUSAND_YUAN' },
  { number: '9.1', path: 'disclosure.MEETINGS.COUNT', label: '召开政府信息公开工作会议或专题会议数', labelEn: 'Meetings on open government information', unit: 'TIMES' },
  { number: '9.2', path: 'disclosure.TRAINING_CLASSES.COUNT', label: '举办各类培训班数', labelEn: 'Training classes', unit: 'TIMES' },
  { number: '9.3', path: 'disclosure.TRAINEES.COUNT', label: '接受培训人员数', labelEn: 'Trainees', unit: 'PERSON_TIMES' },
] as const satisfies readonly StatisticsRow[]
