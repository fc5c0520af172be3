import type { Form } from './forms.ts'
import type { Term } from './terms.ts'
import type { Unit } from './units.ts'

interface MeasureTerm extends Term {
  readonly unit?: Unit
  /** Whether a figure may be below zero: only a change may. */
  readonly signed?: true
  /** Whether it is what is there on a day (a stock), and not what came about in a year (a flow). */
  readonly stock?: true
}

/** The columns of the proactive-disclosure tables of 2019 and 2021; COUNT and AMOUNT are also the cells of the 2014 table. */
export const DISCLOSURE_MEASURES = {
  MADE: { label: '本年新制作数量', labelEn: 'Newly made this year', unit: 'DOCUMENTS' },
  DISCLOSED: { label: '本年新公开数量', labelEn: 'Newly disclosed this year', unit: 'DOCUMENTS' },
  DISCLOSED_TOTAL: {
    label: '对外公开总数量',
    labelEn: 'Disclosed to the public in total',
    unit: 'DOCUMENTS',
    stock: true,
  },
  PREVIOUS_ITEMS: {
    label: '上一年项目数量',
    labelEn: 'Items in the previous year',
    unit: 'ITEMS',
    aliases: ['上年项目数量', '上年度项目数量', '上一年度项目数量'],
    stock: true,
  },
  CHANGE: { label: '本年增/减', labelEn: 'Increase or decrease this year', unit: 'ITEMS', signed: true },
  DECISIONS: {
    label: '本年处理决定数量',
    labelEn: 'Decisions made this year',
    unit: 'CASES',
    variants: ['处理决定数量'],
  },
  PROJECTS: { label: '采购项目数量', labelEn: 'Procurement projects', unit: 'ITEMS' },
  AMOUNT: {
    label: '金额',
    labelEn: 'Amount',
    unit: 'TEN_THOUSAND_YUAN',
    variants: ['本年收费金额', '采购总金额'],
  },
  ISSUED: {
    label: '本年制发件数',
    labelEn: 'Issued this year',
    unit: 'DOCUMENTS',
    aliases: ['本年制发数', '本年制发数量'],
  },
  REPEALED: {
    label: '本年废止件数',
    labelEn: 'Repealed this year',
    unit: 'DOCUMENTS',
    aliases: ['本年废止数', '本年废止数量'],
  },
  IN_FORCE: {
    label: '现行有效件数',
    labelEn: 'In force',
    unit: 'DOCUMENTS',
    aliases: ['现行有效件', '现行有效数', '现行有效数量'],
    stock: true,
  },
  COUNT: { label: '统计数', labelEn: 'Count' },
} as const satisfies Record<string, MeasureTerm>

export type DisclosureMeasure = keyof typeof DISCLOSURE_MEASURES

interface DisclosureItemTerm extends Term {
  /** The item of Article 20 of the Regulations (国务院令第711号) under which the forms of 2019 and 2021 print it. */
  readonly article?: string
  /** The measures that each form prints for the item, in column order. */
  readonly cells: { readonly [form in Form]?: readonly DisclosureMeasure[] }
  /** Whether it is what is there on a day (a stock), and not what came about in a year (a flow). */
  readonly stock?: true
}

/** 主动公开政府信息情况: the rows of the proactive-disclosure tables, then the indicators that only the 2014 form has. */
export const DISCLOSURE_ITEMS = {
  REGULATIONS: {
    label: '规章',
    labelEn: 'Rules (government regulations)',
    article: '第二十条第（一）项',
    cells: { FORM_2019: ['MADE', 'DISCLOSED', 'DISCLOSED_TOTAL'], FORM_2021: ['ISSUED', 'REPEALED', 'IN_FORCE'] },
  },
  NORMATIVE_DOCUMENTS: {
    label: '规范性文件',
    labelEn: 'Normative documents',
    variants: ['行政规范性文件'],
    article: '第二十条第（一）项',
    cells: {
      FORM_2014: ['DISCLOSED', 'ISSUED'],
      FORM_2019: ['MADE', 'DISCLOSED', 'DISCLOSED_TOTAL'],
      FORM_2021: ['ISSUED', 'REPEALED', 'IN_FORCE'],
    },
  },
  LICENSING: {
    label: '行政许可',
    labelEn: 'Administrative licensing',
    article: '第二十条第（五）项',
    cells: { FORM_2019: ['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'], FORM_2021: ['DECISIONS'] },
  },
  OTHER_EXTERNAL_MANAGEMENT: {
    label: '其他对外管理服务事项',
    labelEn: 'Other external management and service matters',
    article: '第二十条第（五）项',
    cells: { FORM_2019: ['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'] },
  },
  INSPECTION: {
    label: '行政检查',
    labelEn: 'Administrative inspection',
    article: '第二十条第（五）项',
    cells: { FORM_2019: ['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'] },
  },
  CONFIRMATION: {
    label: '行政确认',
    labelEn: 'Administrative confirmation',
    article: '第二十条第（五）项',
    cells: { FORM_2019: ['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'] },
  },
  PENALTIES: {
    label: '行政处罚',
    labelEn: 'Administrative penalties',
    article: '第二十条第（六）项',
    cells: { FORM_2019: ['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'], FORM_2021: ['DECISIONS'] },
  },
  COERCION: {
    label: '行政强制',
    labelEn: 'Administrative compulsion',
    article: '第二十条第（六）项',
    cells: { FORM_2019: ['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'], FORM_2021: ['DECISIONS'] },
  },
  ADMINISTRATIVE_FEES: {
    label: '行政事业性收费',
    labelEn: 'Administrative and institutional fees',
    article: '第二十条第（八）项',
    cells: { FORM_2019: ['PREVIOUS_ITEMS', 'CHANGE'], FORM_2021: ['AMOUNT'] },
  },
  PROCUREMENT: {
    label: '政府集中采购',
    labelEn: 'Centralized government procurement',
    article: '第二十条第（九）项',
    cells: { FORM_2019: ['PROJECTS', 'AMOUNT'] },
  },
  PROACTIVE: {
    label: '主动公开政府信息数',
    labelEn: 'Government information proactively disclosed',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREAS: {
    label: '重点领域公开政府信息数',
    labelEn: 'Key-area information disclosed',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_BUDGETS: {
    label: '主动公开财政预算决算、“三公”经费和行政经费信息数',
    labelEn: 'Budgets, final accounts and the three public expenses',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_HOUSING: {
    label: '主动公开保障性安居工程建设计划、项目开工和竣工情况，保障性住房的分配和退出等信息数',
    labelEn: 'Government-subsidized housing',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_FOOD_SAFETY: {
    label: '主动公开食品安全标准，食品生产经营许可、专项检查整治等信息数',
    labelEn: 'Food safety',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_ENVIRONMENT: {
    label: '主动公开环境核查审批、环境状况公报和重特大突发环境事件等信息数',
    labelEn: 'Environment',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_BIDDING: {
    label: '主动公开招投标违法违规行为及处理情况、国有资金占控股或者主导地位依法应当招标的项目等信息数',
    labelEn: 'Bidding and projects with state funds',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_WORK_SAFETY: {
    label: '主动公开生产安全事故的政府举措、处置进展、风险预警、防范措施等信息数',
    labelEn: 'Work safety',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_LAND_EXPROPRIATION: {
    label: '主动公开农用地转为建设用地批准、征收集体土地批准、征地公告、征地补偿安置公示、集体土地征收结案等信息数',
    labelEn: 'Land conversion and expropriation',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_PRICES: {
    label: '主动公开政府指导价、政府定价和收费标准调整的项目、价格、依据、执行时间和范围等信息数',
    labelEn: 'Government-guided prices and fees',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_ENTERPRISE_CREDIT: {
    label: '主动公开本市企业信用信息系统中的警示信息和良好信息等信息数',
    labelEn: 'Enterprise credit',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_AUDIT: {
    label: '主动公开政府部门预算执行审计结果等信息数',
    labelEn: 'Budget-execution audits',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_PUBLIC_INSTITUTIONS: {
    label: '主动公开行政机关对与人民群众利益密切相关的公共企事业单位进行监督管理的信息数',
    labelEn: 'Supervision of public enterprises and institutions',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_DESIGNATED: {
    label: '主动公开市人民政府决定主动公开的其他信息数',
    labelEn: 'Other information designated by the municipal government',
    cells: { FORM_2014: ['COUNT'] },
  },
  KEY_AREA_OTHER: {
    label: '其他信息',
    labelEn: 'Other key-area information',
    cells: { FORM_2014: ['COUNT'] },
  },
  CHANNEL_GAZETTE: {
    label: '政府公报公开政府信息数',
    labelEn: 'Disclosed in government gazettes',
    cells: { FORM_2014: ['COUNT'] },
  },
  CHANNEL_WEBSITE: {
    label: '政府网站公开政府信息数',
    labelEn: 'Disclosed on government websites',
    cells: { FORM_2014: ['COUNT'] },
  },
  CHANNEL_WEIBO: {
    label: '政务微博公开政府信息数',
    labelEn: 'Disclosed on government Weibo',
    cells: { FORM_2014: ['COUNT'] },
  },
  CHANNEL_WECHAT: {
    label: '政务微信公开政府信息数',
    labelEn: 'Disclosed on government WeChat',
    cells: { FORM_2014: ['COUNT'] },
  },
  CHANNEL_OTHER: {
    label: '其他方式公开政府信息数',
    labelEn: 'Disclosed by other means',
    cells: { FORM_2014: ['COUNT'] },
  },
  RESPONSE_HOT_TOPICS: {
    label: '回应公众关注热点或重大舆情数',
    labelEn: 'Responses to hot topics or major public opinion',
    cells: { FORM_2014: ['COUNT'] },
  },
  RESPONSE_PRESS_CONFERENCES: {
    label: '参加或举办新闻发布会总次数',
    labelEn: 'Press conferences held or attended',
    cells: { FORM_2014: ['COUNT'] },
  },
  RESPONSE_PRESS_CONFERENCES_BY_LEADERS: {
    label: '主要负责同志参加新闻发布会次数',
    labelEn: 'Press conferences attended by principal leaders',
    cells: { FORM_2014: ['COUNT'] },
  },
  RESPONSE_ONLINE_INTERVIEWS: {
    label: '政府网站在线访谈次数',
    labelEn: 'Online interviews on government websites',
    cells: { FORM_2014: ['COUNT'] },
  },
  RESPONSE_ONLINE_INTERVIEWS_BY_LEADERS: {
    label: '主要负责同志参加政府网站在线访谈次数',
    labelEn: 'Online interviews attended by principal leaders',
    cells: { FORM_2014: ['COUNT'] },
  },
  RESPONSE_POLICY_INTERPRETATIONS: {
    label: '政策解读稿件发布数',
    labelEn: 'Policy interpretations published',
    cells: { FORM_2014: ['COUNT'] },
  },
  RESPONSE_WEIBO_WECHAT: {
    label: '微博微信回应事件数',
    labelEn: 'Events responded to on Weibo or WeChat',
    cells: { FORM_2014: ['COUNT'] },
  },
  RESPONSE_OTHER: {
    label: '其他方式回应事件数',
    labelEn: 'Events responded to by other means',
    cells: { FORM_2014: ['COUNT'] },
  },
  COMPLAINTS: {
    label: '举报投诉数量',
    labelEn: 'Complaints',
    cells: { FORM_2014: ['COUNT'] },
  },
  APPLICATION_FEES: {
    label: '依申请公开信息收取的费用',
    labelEn: 'Fees charged for requests',
    cells: { FORM_2014: ['AMOUNT'] },
  },
  OFFICES: {
    label: '政府信息公开工作专门机构数',
    labelEn: 'Dedicated offices',
    cells: { FORM_2014: ['COUNT'] },
    stock: true,
  },
  READING_POINTS: {
    label: '设置政府信息公开查阅点数',
    labelEn: 'Public reading points',
    cells: { FORM_2014: ['COUNT'] },
    stock: true,
  },
  STAFF: {
    label: '从事政府信息公开工作人员数',
    labelEn: 'Staff working on open government information',
    cells: { FORM_2014: ['COUNT'] },
    stock: true,
  },
  STAFF_FULL_TIME: {
    label: '专职人员数',
    labelEn: 'Full-time staff',
    cells: { FORM_2014: ['COUNT'] },
    stock: true,
  },
  STAFF_PART_TIME: {
    label: '兼职人员数',
    labelEn: 'Part-time staff',
    cells: { FORM_2014: ['COUNT'] },
    stock: true,
  },
  BUDGET: {
    label: '政府信息公开专项经费',
    labelEn: 'Dedicated budget',
    cells: { FORM_2014: ['AMOUNT'] },
  },
  MEETINGS: {
    label: '召开政府信息公开工作会议或专题会议数',
    labelEn: 'Meetings on open government information',
    cells: { FORM_2014: ['COUNT'] },
  },
  TRAINING_CLASSES: {
    label: '举办各类培训班数',
    labelEn: 'Training classes',
    cells: { FORM_2014: ['COUNT'] },
  },
  TRAINEES: {
    label: '接受培训人员数',
    labelEn: 'Trainees',
    cells: { FORM_2014: ['COUNT'] },
  },
} as const satisfies Record<string, DisclosureItemTerm>

export type DisclosureItemCode = keyof typeof DISCLOSURE_ITEMS
