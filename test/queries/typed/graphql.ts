/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which agencies; all given conditions must hold. */
export type AgencyFilter = {
  /** All of these hold. */
  AND?: Array<AgencyFilter> | null | undefined;
  /** None of these holds. Whatever has no value fulfils this as well. */
  NOT?: Array<AgencyFilter> | null | undefined;
  /** At least one of these holds; an empty list never does. */
  OR?: Array<AgencyFilter> | null | undefined;
  /** By the district that they belong to. */
  district?: DistrictFilter | null | undefined;
  /** By kind. */
  kind?: AgencyKindFilter | null | undefined;
  /** By name. */
  name?: StringFilter | null | undefined;
  /** By their reports. */
  reports?: ReportListFilter | null | undefined;
};

/** What kind of body issues a report. */
export type AgencyKind =
  /** 部门: Department */
  | 'DEPARTMENT'
  /** 人民政府: People's government of the district */
  | 'GOVERNMENT'
  /** 街道办事处: Subdistrict office */
  | 'STREET'
  /** 乡镇人民政府: Township people's government */
  | 'TOWNSHIP';

/** Conditions on a kind of agency; all given ones must hold. */
export type AgencyKindFilter = {
  /** Is exactly this. */
  equals?: AgencyKind | null | undefined;
  /** Is one of these. */
  in?: Array<AgencyKind> | null | undefined;
};

/** Conditions on the agencies of something; all given ones must hold. */
export type AgencyListFilter = {
  /** All of them are like this; also where there are none. */
  every?: AgencyFilter | null | undefined;
  /** None of them is like this. */
  none?: AgencyFilter | null | undefined;
  /** At least one of them is like this. */
  some?: AgencyFilter | null | undefined;
};

/** Who applied (申请人情况): a column of the applications table. */
export type Applicant =
  /** 商业企业: Commercial enterprises */
  | 'COMMERCIAL_ENTERPRISE'
  /** 法律服务机构: Legal service institutions */
  | 'LEGAL_SERVICE_INSTITUTION'
  /** 自然人: Natural persons */
  | 'NATURAL_PERSON'
  /** 其他: Other organizations */
  | 'OTHER_ORGANIZATION'
  /** 科研机构: Research institutions */
  | 'RESEARCH_INSTITUTION'
  /** 社会公益组织: Public-interest organizations */
  | 'SOCIAL_WELFARE_ORGANIZATION'
  /** 总计: Total */
  | 'TOTAL';

/** Figures of the applications table: all rows that are named here, for all applicants that are named. */
export type ApplicationFigures = {
  /** These columns. When left out, the printed TOTAL; all, TOTAL among them, when grouped by APPLICANT. */
  applicants?: Array<Applicant> | null | undefined;
  /** Rows under these headings; without `rows`, those that have no parts of their own. */
  outcomeGroups?: Array<OutcomeGroup> | null | undefined;
  /** These rows. All when left out; when grouped by OUTCOME_GROUP, those that stand under a heading and have no parts. */
  rows?: Array<ApplicationRow> | null | undefined;
};

/** A row of the applications table (收到和处理政府信息公开申请情况): received, an outcome, a total, carried over. */
export type ApplicationRow =
  /** 属于已主动公开范围数: Already proactively disclosed */
  | 'ALREADY_PUBLIC'
  /** 告知作出更改补充数: Asked to change or supplement the request */
  | 'ASKED_TO_CORRECT'
  /** 上年结转政府信息公开申请数量: Requests carried over from the previous year */
  | 'CARRIED_IN'
  /** 结转下年度继续办理: Carried forward to the next year */
  | 'CARRIED_OVER'
  /** 申请办结数: Requests closed */
  | 'CLOSED'
  /** 延期办结数: Requests closed after an extension */
  | 'CLOSED_EXTENDED'
  /** 按时办结数: Requests closed on time */
  | 'CLOSED_ON_TIME'
  /** 申请信息不存在数: Requested information does not exist */
  | 'DOES_NOT_EXIST'
  /** 予以公开: Granted (disclosed) */
  | 'GRANTED'
  /** 总计: Handled, total */
  | 'HANDLED_TOTAL'
  /** 要求行政机关确认或重新出具已获取信息: Not processed: confirmation or re-issue of information already obtained */
  | 'NOT_PROCESSED_CONFIRMATION'
  /** 无正当理由大量反复申请: Not processed: excessive repeated requests without good reason */
  | 'NOT_PROCESSED_EXCESSIVE'
  /** 信访举报投诉类申请: Not processed: petition, report or complaint */
  | 'NOT_PROCESSED_PETITION'
  /** 要求提供公开出版物: Not processed: public publication requested */
  | 'NOT_PROCESSED_PUBLICATION'
  /** 重复申请: Not processed: repeated request */
  | 'NOT_PROCESSED_REPEAT'
  /** 不属于本行政机关公开数: Not for this agency to disclose */
  | 'NOT_THIS_AGENCY'
  /** 其他处理: Otherwise handled */
  | 'OTHER'
  /** 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请: Otherwise handled: processing fee not paid in time */
  | 'OTHER_FEE_UNPAID'
  /** 其他: Otherwise handled: other */
  | 'OTHER_MISCELLANEOUS'
  /** 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请: Otherwise handled: not corrected in time without good reason */
  | 'OTHER_NOT_CORRECTED_IN_TIME'
  /** 部分公开: Partially disclosed */
  | 'PARTLY_GRANTED'
  /** 本年新收政府信息公开申请数量: Requests newly received this year */
  | 'RECEIVED'
  /** 传真申请数: Requests made by fax */
  | 'RECEIVED_BY_FAX'
  /** 信函申请数: Requests made by letter */
  | 'RECEIVED_BY_LETTER'
  /** 当面申请数: Requests made in person */
  | 'RECEIVED_IN_PERSON'
  /** 网络申请数: Requests made online */
  | 'RECEIVED_ONLINE'
  /** 告知通过其他途径办理数: Told of another channel */
  | 'REDIRECTED'
  /** 不同意公开答复数: Refused */
  | 'REFUSED'
  /** 属于行政查询事项: Refused: administrative look-up matters */
  | 'REFUSED_ADMINISTRATIVE_QUERY'
  /** 属于行政执法案卷: Refused: administrative enforcement case files */
  | 'REFUSED_ENFORCEMENT_FILE'
  /** 属于三类内部事务信息: Refused: internal-affairs information */
  | 'REFUSED_INTERNAL_AFFAIRS'
  /** 不是《条例》所指政府信息: Refused: not government information under the Regulations */
  | 'REFUSED_NOT_GOVERNMENT_INFORMATION'
  /** 法律法规规定的其他情形: Refused: other circumstances in laws and regulations */
  | 'REFUSED_OTHER_LAW'
  /** 涉及个人隐私: Refused: personal privacy */
  | 'REFUSED_PRIVACY'
  /** 属于四类过程性信息: Refused: process (deliberative) information */
  | 'REFUSED_PROCESS_INFORMATION'
  /** 其他法律行政法规禁止公开: Refused: disclosure prohibited by other laws or administrative regulations */
  | 'REFUSED_PROHIBITED_BY_LAW'
  /** 危及“三安全一稳定”: Refused: national, public and economic security and social stability */
  | 'REFUSED_SECURITY_AND_STABILITY'
  /** 属于国家秘密: Refused: state secrets */
  | 'REFUSED_STATE_SECRET'
  /** 保护第三方合法权益: Refused: lawful rights and interests of a third party */
  | 'REFUSED_THIRD_PARTY_RIGHTS'
  /** 涉及商业秘密: Refused: trade secrets */
  | 'REFUSED_TRADE_SECRET'
  /** 本机关不掌握相关政府信息: Unable to provide: not held by this agency */
  | 'UNABLE_NOT_HELD'
  /** 没有现成信息需要另行制作: Unable to provide: no ready-made information, would have to be created */
  | 'UNABLE_NOT_READY_MADE'
  /** 补正后申请内容仍不明确: Unable to provide: still unclear after correction */
  | 'UNABLE_STILL_UNCLEAR';

/** How a case ended: a column of the case table. */
export type CaseResult =
  /** 结果纠正: Corrected (overturned) */
  | 'CORRECTED'
  /** 其他结果: Other result */
  | 'OTHER'
  /** 尚未审结: Pending */
  | 'PENDING'
  /** 总计: Total */
  | 'TOTAL'
  /** 结果维持: Upheld */
  | 'UPHELD';

/** Something that the forms count in common, each in rows of its own. */
export type CategoryCode =
  /** 行政事业性收费金额: Administrative and institutional fees collected */
  | 'ADMINISTRATIVE_FEES_COLLECTED'
  /** 告知作出更改补充: Asked to change or supplement */
  | 'ASKED_TO_CORRECT'
  /** 上年结转申请: Requests carried over from the year before */
  | 'CARRIED_IN'
  /** 结转下年度申请: Requests carried over to the next year */
  | 'CARRIED_OVER'
  /** 申请办结: Requests closed */
  | 'CLOSED'
  /** 延期办结: Requests closed after an extension */
  | 'CLOSED_EXTENDED'
  /** 按时办结: Requests closed on time */
  | 'CLOSED_ON_TIME'
  /** 行政强制处理决定: Compulsion decisions */
  | 'COERCION_DECISIONS'
  /** 其他处理：逾期不缴费: Processing fee not paid in time */
  | 'FEE_UNPAID'
  /** 予以公开: Granted in full */
  | 'GRANTED_IN_FULL'
  /** 部分公开: Granted in part */
  | 'GRANTED_IN_PART'
  /** 本年办理申请总数: Requests handled in the year */
  | 'HANDLED'
  /** 行政许可处理决定: Licensing decisions */
  | 'LICENSING_DECISIONS'
  /** 行政诉讼案件: Litigation cases */
  | 'LITIGATION'
  /** 复议后起诉案件: Suits filed after reconsideration */
  | 'LITIGATION_AFTER_REVIEW'
  /** 行政诉讼：结果纠正: Litigation: corrected */
  | 'LITIGATION_CORRECTED'
  /** 行政诉讼审结案件: Litigation cases decided */
  | 'LITIGATION_DECIDED'
  /** 未经复议直接起诉案件: Suits filed directly without reconsideration */
  | 'LITIGATION_DIRECT'
  /** 行政诉讼：其他结果: Litigation: other result */
  | 'LITIGATION_OTHER'
  /** 行政诉讼：尚未审结: Litigation: pending */
  | 'LITIGATION_PENDING'
  /** 行政诉讼：结果维持: Litigation: upheld */
  | 'LITIGATION_UPHELD'
  /** 本年公开规范性文件: Normative documents disclosed in the year */
  | 'NORMATIVE_DOCUMENTS_DISCLOSED'
  /** 制发规范性文件: Normative documents issued */
  | 'NORMATIVE_DOCUMENTS_ISSUED'
  /** 其他处理：逾期不补正: Not corrected in time */
  | 'NOT_CORRECTED_IN_TIME'
  /** 不是《条例》所指政府信息: Not government information under the Regulations */
  | 'NOT_GOVERNMENT_INFORMATION'
  /** 不掌握相关政府信息: Not held, or does not exist */
  | 'NOT_HELD'
  /** 不予处理: Not processed */
  | 'NOT_PROCESSED'
  /** 不予处理：要求确认或重新出具已获取信息: Not processed: confirmation or re-issue of information already obtained */
  | 'NOT_PROCESSED_CONFIRMATION'
  /** 不予处理：无正当理由大量反复申请: Not processed: excessive repeated requests without good reason */
  | 'NOT_PROCESSED_EXCESSIVE'
  /** 不予处理：信访举报投诉类申请: Not processed: petition, report or complaint */
  | 'NOT_PROCESSED_PETITION'
  /** 不予处理：要求提供公开出版物: Not processed: public publication requested */
  | 'NOT_PROCESSED_PUBLICATION'
  /** 不予处理：重复申请: Not processed: repeated request */
  | 'NOT_PROCESSED_REPEAT'
  /** 没有现成信息需要另行制作: No ready-made information */
  | 'NO_READY_MADE'
  /** 其他处理: Otherwise handled */
  | 'OTHERWISE_HANDLED'
  /** 其他处理：其他: Otherwise handled: other */
  | 'OTHER_MISCELLANEOUS'
  /** 行政处罚处理决定: Penalty decisions */
  | 'PENALTY_DECISIONS'
  /** 主动公开政府信息: Government information proactively disclosed */
  | 'PROACTIVELY_DISCLOSED'
  /** 本年新收申请: Requests received in the year */
  | 'RECEIVED'
  /** 传真申请: Requests made by fax */
  | 'RECEIVED_BY_FAX'
  /** 信函申请: Requests made by letter */
  | 'RECEIVED_BY_LETTER'
  /** 当面申请: Requests made in person */
  | 'RECEIVED_IN_PERSON'
  /** 网络申请: Requests made online */
  | 'RECEIVED_ONLINE'
  /** 告知通过其他途径办理: Told of another channel */
  | 'REDIRECTED'
  /** 不予公开: Refused */
  | 'REFUSED'
  /** 不予公开：行政查询事项: Refused: administrative look-up matters */
  | 'REFUSED_ADMINISTRATIVE_QUERY'
  /** 不予公开：法律法规规定的其他情形，含内部事务、过程性信息与执法案卷: Refused: by other law, with internal affairs, process information and enforcement files */
  | 'REFUSED_BY_OTHER_LAW'
  /** 不予公开：行政执法案卷: Refused: administrative enforcement case files */
  | 'REFUSED_ENFORCEMENT_FILE'
  /** 不予公开：三类内部事务信息: Refused: internal-affairs information */
  | 'REFUSED_INTERNAL_AFFAIRS'
  /** 不予公开：四类过程性信息: Refused: process (deliberative) information */
  | 'REFUSED_PROCESS_INFORMATION'
  /** 不予公开：其他法律行政法规禁止公开: Refused: prohibited by other laws or administrative regulations */
  | 'REFUSED_PROHIBITED_BY_LAW'
  /** 不予公开：危及“三安全一稳定”: Refused: national, public and economic security and social stability */
  | 'REFUSED_SECURITY_AND_STABILITY'
  /** 不予公开：国家秘密: Refused: state secrets */
  | 'REFUSED_STATE_SECRET'
  /** 不予公开：第三方合法权益: Refused: lawful rights and interests of a third party */
  | 'REFUSED_THIRD_PARTY_RIGHTS'
  /** 制发规章: Rules (government regulations) issued */
  | 'REGULATIONS_ISSUED'
  /** 行政复议案件: Reconsideration cases */
  | 'REVIEW'
  /** 行政复议：结果纠正: Reconsideration: corrected */
  | 'REVIEW_CORRECTED'
  /** 行政复议审结案件: Reconsideration cases decided */
  | 'REVIEW_DECIDED'
  /** 行政复议：其他结果: Reconsideration: other result */
  | 'REVIEW_OTHER'
  /** 行政复议：尚未审结: Reconsideration: pending */
  | 'REVIEW_PENDING'
  /** 行政复议：结果维持: Reconsideration: upheld */
  | 'REVIEW_UPHELD'
  /** 补正后申请内容仍不明确: Still unclear after correction */
  | 'STILL_UNCLEAR'
  /** 无法提供: Unable to provide */
  | 'UNABLE';

/** Whose number a sentence states. */
export type ClaimScope =
  /** 本级: The agency alone */
  | 'AGENCY'
  /** 全区: The whole district */
  | 'DISTRICT';

/** How what one form counts compares with what another counts, the strongest first. */
export type Comparability =
  /** 口径相近: Nearly the same thing: the reasons tell what differs */
  | 'APPROXIMATE'
  /** 口径一致: Both forms count the same thing in one figure */
  | 'EXACT'
  /** 不可比: One form does not count it, or counts something else */
  | 'NOT_COMPARABLE'
  /** 合并各行后一致: The same thing, as a sum of rows of at least one form */
  | 'SUM_OF_ROWS';

/** Which corrections; all given conditions must hold. */
export type CorrectionFilter = {
  /** All of these hold. */
  AND?: Array<CorrectionFilter> | null | undefined;
  /** None of these holds. Whatever has no value fulfils this as well. */
  NOT?: Array<CorrectionFilter> | null | undefined;
  /** At least one of these holds; an empty list never does. */
  OR?: Array<CorrectionFilter> | null | undefined;
  /** By the agency. */
  agency?: AgencyFilter | null | undefined;
  /** By when it was done. */
  at?: DateTimeFilter | null | undefined;
  /** By the district of the agency: `{ within: "110000" }` is all of 北京市. */
  district?: DistrictFilter | null | undefined;
  /** By what was done. */
  kind?: ReportChangeKindFilter | null | undefined;
  /** By the year that the report is on. */
  year?: YearFilter | null | undefined;
};

/** Conditions on a count; all given ones must hold. */
export type CountFilter = {
  /** Is exactly this. */
  equals?: number | null | undefined;
  /** Is more than this. */
  gt?: number | null | undefined;
  /** Is this or more. */
  gte?: number | null | undefined;
  /** Is less than this. */
  lt?: number | null | undefined;
  /** Is this or less. */
  lte?: number | null | undefined;
};

/** Conditions on a moment; all given ones must hold. */
export type DateTimeFilter = {
  /** Is this or later. */
  gte?: string | null | undefined;
  /** Is before this. */
  lt?: string | null | undefined;
};

/** Conditions on a decimal number; all given ones must hold. */
export type DecimalFilter = {
  /** Is exactly this. */
  equals?: string | null | undefined;
  /** Is more than this. */
  gt?: string | null | undefined;
  /** Is this or more. */
  gte?: string | null | undefined;
  /** Is less than this. */
  lt?: string | null | undefined;
  /** Is this or less. */
  lte?: string | null | undefined;
};

/** Figures of proactive disclosure, and of the 2014 table outside applications, review and litigation. */
export type DisclosureFigures = {
  /** These rows; all when left out. */
  items?: Array<DisclosureItemCode> | null | undefined;
  /** These columns; all when left out. */
  measures?: Array<DisclosureMeasure> | null | undefined;
};

/** What is disclosed or counted (主动公开政府信息情况). */
export type DisclosureItemCode =
  /** 行政事业性收费: Administrative and institutional fees */
  | 'ADMINISTRATIVE_FEES'
  /** 依申请公开信息收取的费用: Fees charged for requests */
  | 'APPLICATION_FEES'
  /** 政府信息公开专项经费: Dedicated budget */
  | 'BUDGET'
  /** 政府公报公开政府信息数: Disclosed in government gazettes */
  | 'CHANNEL_GAZETTE'
  /** 其他方式公开政府信息数: Disclosed by other means */
  | 'CHANNEL_OTHER'
  /** 政府网站公开政府信息数: Disclosed on government websites */
  | 'CHANNEL_WEBSITE'
  /** 政务微信公开政府信息数: Disclosed on government WeChat */
  | 'CHANNEL_WECHAT'
  /** 政务微博公开政府信息数: Disclosed on government Weibo */
  | 'CHANNEL_WEIBO'
  /** 行政强制: Administrative compulsion */
  | 'COERCION'
  /** 举报投诉数量: Complaints */
  | 'COMPLAINTS'
  /** 行政确认: Administrative confirmation */
  | 'CONFIRMATION'
  /** 行政检查: Administrative inspection */
  | 'INSPECTION'
  /** 重点领域公开政府信息数: Key-area information disclosed */
  | 'KEY_AREAS'
  /** 主动公开政府部门预算执行审计结果等信息数: Budget-execution audits */
  | 'KEY_AREA_AUDIT'
  /** 主动公开招投标违法违规行为及处理情况、国有资金占控股或者主导地位依法应当招标的项目等信息数: Bidding and projects with state funds */
  | 'KEY_AREA_BIDDING'
  /** 主动公开财政预算决算、“三公”经费和行政经费信息数: Budgets, final accounts and the three public expenses */
  | 'KEY_AREA_BUDGETS'
  /** 主动公开市人民政府决定主动公开的其他信息数: Other information designated by the municipal government */
  | 'KEY_AREA_DESIGNATED'
  /** 主动公开本市企业信用信息系统中的警示信息和良好信息等信息数: Enterprise credit */
  | 'KEY_AREA_ENTERPRISE_CREDIT'
  /** 主动公开环境核查审批、环境状况公报和重特大突发环境事件等信息数: Environment */
  | 'KEY_AREA_ENVIRONMENT'
  /** 主动公开食品安全标准，食品生产经营许可、专项检查整治等信息数: Food safety */
  | 'KEY_AREA_FOOD_SAFETY'
  /** 主动公开保障性安居工程建设计划、项目开工和竣工情况，保障性住房的分配和退出等信息数: Government-subsidized housing */
  | 'KEY_AREA_HOUSING'
  /** 主动公开农用地转为建设用地批准、征收集体土地批准、征地公告、征地补偿安置公示、集体土地征收结案等信息数: Land conversion and expropriation */
  | 'KEY_AREA_LAND_EXPROPRIATION'
  /** 其他信息: Other key-area information */
  | 'KEY_AREA_OTHER'
  /** 主动公开政府指导价、政府定价和收费标准调整的项目、价格、依据、执行时间和范围等信息数: Government-guided prices and fees */
  | 'KEY_AREA_PRICES'
  /** 主动公开行政机关对与人民群众利益密切相关的公共企事业单位进行监督管理的信息数: Supervision of public enterprises and institutions */
  | 'KEY_AREA_PUBLIC_INSTITUTIONS'
  /** 主动公开生产安全事故的政府举措、处置进展、风险预警、防范措施等信息数: Work safety */
  | 'KEY_AREA_WORK_SAFETY'
  /** 行政许可: Administrative licensing */
  | 'LICENSING'
  /** 召开政府信息公开工作会议或专题会议数: Meetings on open government information */
  | 'MEETINGS'
  /** 规范性文件: Normative documents */
  | 'NORMATIVE_DOCUMENTS'
  /** 政府信息公开工作专门机构数: Dedicated offices */
  | 'OFFICES'
  /** 其他对外管理服务事项: Other external management and service matters */
  | 'OTHER_EXTERNAL_MANAGEMENT'
  /** 行政处罚: Administrative penalties */
  | 'PENALTIES'
  /** 主动公开政府信息数: Government information proactively disclosed */
  | 'PROACTIVE'
  /** 政府集中采购: Centralized government procurement */
  | 'PROCUREMENT'
  /** 设置政府信息公开查阅点数: Public reading points */
  | 'READING_POINTS'
  /** 规章: Rules (government regulations) */
  | 'REGULATIONS'
  /** 回应公众关注热点或重大舆情数: Responses to hot topics or major public opinion */
  | 'RESPONSE_HOT_TOPICS'
  /** 政府网站在线访谈次数: Online interviews on government websites */
  | 'RESPONSE_ONLINE_INTERVIEWS'
  /** 主要负责同志参加政府网站在线访谈次数: Online interviews attended by principal leaders */
  | 'RESPONSE_ONLINE_INTERVIEWS_BY_LEADERS'
  /** 其他方式回应事件数: Events responded to by other means */
  | 'RESPONSE_OTHER'
  /** 政策解读稿件发布数: Policy interpretations published */
  | 'RESPONSE_POLICY_INTERPRETATIONS'
  /** 参加或举办新闻发布会总次数: Press conferences held or attended */
  | 'RESPONSE_PRESS_CONFERENCES'
  /** 主要负责同志参加新闻发布会次数: Press conferences attended by principal leaders */
  | 'RESPONSE_PRESS_CONFERENCES_BY_LEADERS'
  /** 微博微信回应事件数: Events responded to on Weibo or WeChat */
  | 'RESPONSE_WEIBO_WECHAT'
  /** 从事政府信息公开工作人员数: Staff working on open government information */
  | 'STAFF'
  /** 专职人员数: Full-time staff */
  | 'STAFF_FULL_TIME'
  /** 兼职人员数: Part-time staff */
  | 'STAFF_PART_TIME'
  /** 接受培训人员数: Trainees */
  | 'TRAINEES'
  /** 举办各类培训班数: Training classes */
  | 'TRAINING_CLASSES';

/** What is counted of an item: the columns of the tables. */
export type DisclosureMeasure =
  /** 金额: Amount */
  | 'AMOUNT'
  /** 本年增/减: Increase or decrease this year */
  | 'CHANGE'
  /** 统计数: Count */
  | 'COUNT'
  /** 本年处理决定数量: Decisions made this year */
  | 'DECISIONS'
  /** 本年新公开数量: Newly disclosed this year */
  | 'DISCLOSED'
  /** 对外公开总数量: Disclosed to the public in total */
  | 'DISCLOSED_TOTAL'
  /** 现行有效件数: In force */
  | 'IN_FORCE'
  /** 本年制发件数: Issued this year */
  | 'ISSUED'
  /** 本年新制作数量: Newly made this year */
  | 'MADE'
  /** 上一年项目数量: Items in the previous year */
  | 'PREVIOUS_ITEMS'
  /** 采购项目数量: Procurement projects */
  | 'PROJECTS'
  /** 本年废止件数: Repealed this year */
  | 'REPEALED';

/** Which districts; all given conditions must hold. */
export type DistrictFilter = {
  /** All of these hold. */
  AND?: Array<DistrictFilter> | null | undefined;
  /** None of these holds. Whatever has no value fulfils this as well. */
  NOT?: Array<DistrictFilter> | null | undefined;
  /** At least one of these holds; an empty list never does. */
  OR?: Array<DistrictFilter> | null | undefined;
  /** By the bodies in it that issue reports. */
  agencies?: AgencyListFilter | null | undefined;
  /** By the divisions that belong to it directly. */
  children?: DistrictListFilter | null | undefined;
  /** By code. */
  code?: StringFilter | null | undefined;
  /** Whether the present edition of the registry has it. */
  current?: boolean | null | undefined;
  /** By the name with its ancestors. */
  fullName?: StringFilter | null | undefined;
  /** By level. */
  level?: DistrictLevelFilter | null | undefined;
  /** By name. */
  name?: StringFilter | null | undefined;
  /** By the division that it belongs to. */
  parent?: DistrictFilter | null | undefined;
  /** By the reports of its agencies. */
  reports?: ReportListFilter | null | undefined;
  /** The code of a division: itself and everything in it. `"110000"` is all of 北京市. */
  within?: string | null | undefined;
};

/** A level of GB/T 2260. */
export type DistrictLevel =
  /** 县级: County */
  | 'COUNTY'
  /** 地级: Prefecture */
  | 'PREFECTURE'
  /** 省级: Province */
  | 'PROVINCE';

/** Conditions on a level; all given ones must hold. */
export type DistrictLevelFilter = {
  /** Is exactly this. */
  equals?: DistrictLevel | null | undefined;
  /** Is one of these. */
  in?: Array<DistrictLevel> | null | undefined;
};

/** Conditions on the districts of something; all given ones must hold. */
export type DistrictListFilter = {
  /** All of them are like this; also where there are none. */
  every?: DistrictFilter | null | undefined;
  /** None of them is like this. */
  none?: DistrictFilter | null | undefined;
  /** At least one of them is like this. */
  some?: DistrictFilter | null | undefined;
};

/** What a cell holds. Blank, unreadable and zero are three different things. */
export type FigureState =
  /** 空白: Blank */
  | 'BLANK'
  /** 已填写: Stated */
  | 'STATED'
  /** 无法辨认: Unreadable */
  | 'UNREADABLE';

/** Which findings; all given conditions must hold. */
export type FindingFilter = {
  /** All of these hold. */
  AND?: Array<FindingFilter> | null | undefined;
  /** None of these holds. Whatever has no value fulfils this as well. */
  NOT?: Array<FindingFilter> | null | undefined;
  /** At least one of these holds; an empty list never does. */
  OR?: Array<FindingFilter> | null | undefined;
  /** By the figures that they speak of. */
  path?: FindingPathFilter | null | undefined;
  /** By the report: its year, form, district, agency, status. */
  report?: ReportFilter | null | undefined;
  /** By the rule; `startsWith: "prose."` is all about sentences. */
  ruleId?: StringFilter | null | undefined;
  /** By how much they weigh. */
  severity?: SeverityFilter | null | undefined;
};

/** Conditions on the findings of something; all given ones must hold. */
export type FindingListFilter = {
  /** All of them are like this; also where there are none. */
  every?: FindingFilter | null | undefined;
  /** None of them is like this. */
  none?: FindingFilter | null | undefined;
  /** At least one of them is like this. */
  some?: FindingFilter | null | undefined;
};

/** Conditions on the figures of both sides; all given ones must hold. */
export type FindingPathFilter = {
  /** This figure is among them. */
  contains?: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }` | null | undefined;
  /** One of these figures is among them. */
  containsAny?: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> | null | undefined;
};

/** A statutory form of the annual report. */
export type Form =
  /** 政府信息公开情况统计表（2014年）: Statistics table of 2014 */
  | 'FORM_2014'
  /** 政府信息公开工作年度报告格式（试行，2019年）: Trial annual report form of 2019 */
  | 'FORM_2019'
  /** 政府信息公开工作年度报告格式（2021年）: Annual report form of 2021 */
  | 'FORM_2021';

/** Conditions on a form; all given ones must hold. */
export type FormFilter = {
  /** Is exactly this. */
  equals?: Form | null | undefined;
  /** Is one of these. */
  in?: Array<Form> | null | undefined;
};

/** What ingestion did. */
export type IngestOutcome =
  /** The report is new: its first revision was made. */
  | 'CREATED'
  /** The content differs, or the report was withdrawn: a new revision was made, and is the current one. */
  | 'REVISED'
  /** The same bytes are in force already: nothing was changed. */
  | 'UNCHANGED';

/** A report to store. */
export type IngestReportInput = {
  /** The code of the district, if known: it must then agree with the document, and is used when that does not tell. */
  district?: string | null | undefined;
  /** The number of the revision in force, when other content is to replace it; 0 when the report was withdrawn, and is to have a new one. It guards against overwriting what one has not seen. Left out, the report is to be a new one. */
  expectedRevision?: number | null | undefined;
  /** Why a new revision is made; kept with it. At most 2000 characters. */
  reason?: string | null | undefined;
  /** Refuse the report with a BrokenRulesError when the rules find anything of this severity, or weightier. A report that breaks rules is stored, and says so in its status, when this is left out. */
  refuseOn?: Severity | null | undefined;
  /** The report. */
  source: ReportSource;
  /** Where the document was published, an address of http or https; kept with the revision that is made, and never asked for. Not kept when the same bytes are there already (`UNCHANGED`): their revision stays as it is. At most 2000 characters. */
  sourceUrl?: string | null | undefined;
  /** The year reported on, if known: it must then agree with the document, and is used when that does not tell. */
  year?: number | null | undefined;
};

/** Figures of administrative litigation. */
export type LitigationFigures = {
  /** These results. When left out, the printed TOTAL; all, TOTAL among them, when grouped by RESULT. */
  results?: Array<CaseResult> | null | undefined;
  /** How the suits came to court; all when left out. */
  routes?: Array<LitigationRoute> | null | undefined;
};

/** How a suit came to court. */
export type LitigationRoute =
  /** 复议后起诉: Suit filed after reconsideration */
  | 'AFTER_REVIEW'
  /** 行政诉讼: Administrative litigation, undivided */
  | 'ALL'
  /** 未经复议直接起诉: Suit filed directly without reconsideration */
  | 'DIRECT';

/** A metric. Ids are permanent. */
export type MetricId =
  /** 行政事业性收费金额: Administrative and institutional fees collected */
  | 'ADMINISTRATIVE_FEES_COLLECTED'
  /** 结转率: Backlog ratio */
  | 'BACKLOG_RATIO'
  /** 行政强制处理决定数: Compulsion decisions */
  | 'COERCION_DECISIONS'
  /** 商业企业申请占比: Share of requests by commercial enterprises */
  | 'COMMERCIAL_ENTERPRISE_SHARE'
  /** 公开率: Disclosure rate */
  | 'DISCLOSURE_RATE'
  /** 公开率（含部分公开）: Disclosure rate, partial disclosure included */
  | 'DISCLOSURE_RATE_WITH_PARTIAL'
  /** 传真申请占比: Share of requests by fax */
  | 'FAX_SHARE'
  /** 当面申请占比: Share of requests in person */
  | 'IN_PERSON_SHARE'
  /** 法律服务机构申请占比: Share of requests by legal service institutions */
  | 'LEGAL_SERVICE_INSTITUTION_SHARE'
  /** 信函申请占比: Share of requests by letter */
  | 'LETTER_SHARE'
  /** 行政许可处理决定数: Licensing decisions */
  | 'LICENSING_DECISIONS'
  /** 行政诉讼纠正率: Correction rate in litigation */
  | 'LITIGATION_CORRECTION_RATE'
  /** 申请诉讼比: Litigation cases per request */
  | 'LITIGATION_PER_REQUEST'
  /** 自然人申请占比: Share of requests by natural persons */
  | 'NATURAL_PERSON_SHARE'
  /** 制发规范性文件数: Normative documents issued */
  | 'NORMATIVE_DOCUMENTS_ISSUED'
  /** 不掌握率: Not-held rate */
  | 'NOT_HELD_RATE'
  /** 不予处理率: Not-processed rate */
  | 'NOT_PROCESSED_RATE'
  /** 网络申请占比: Share of requests online */
  | 'ONLINE_SHARE'
  /** 按时办结率: On-time share */
  | 'ON_TIME_SHARE'
  /** 其他处理率: Otherwise-handled rate */
  | 'OTHERWISE_HANDLED_RATE'
  /** 其他组织申请占比: Share of requests by other organizations */
  | 'OTHER_ORGANIZATION_SHARE'
  /** 行政处罚处理决定数: Penalty decisions */
  | 'PENALTY_DECISIONS'
  /** 不予公开率: Refusal rate */
  | 'REFUSAL_RATE'
  /** 不予公开率：行政查询事项: Refusal rate: administrative look-up matters */
  | 'REFUSAL_RATE_ADMINISTRATIVE_QUERY'
  /** 不予公开率：行政执法案卷: Refusal rate: enforcement case files */
  | 'REFUSAL_RATE_ENFORCEMENT_FILE'
  /** 不予公开率：内部事务信息: Refusal rate: internal-affairs information */
  | 'REFUSAL_RATE_INTERNAL_AFFAIRS'
  /** 不予公开率：过程性信息: Refusal rate: process information */
  | 'REFUSAL_RATE_PROCESS_INFORMATION'
  /** 不予公开率：其他法律行政法规禁止公开: Refusal rate: prohibited by other laws or administrative regulations */
  | 'REFUSAL_RATE_PROHIBITED_BY_LAW'
  /** 不予公开率：危及“三安全一稳定”: Refusal rate: security and stability */
  | 'REFUSAL_RATE_SECURITY_AND_STABILITY'
  /** 不予公开率：国家秘密: Refusal rate: state secrets */
  | 'REFUSAL_RATE_STATE_SECRET'
  /** 不予公开率：第三方合法权益: Refusal rate: rights of a third party */
  | 'REFUSAL_RATE_THIRD_PARTY_RIGHTS'
  /** 办理申请数: Requests handled */
  | 'REQUESTS_HANDLED'
  /** 新收申请数: Requests received */
  | 'REQUESTS_RECEIVED'
  /** 科研机构申请占比: Share of requests by research institutions */
  | 'RESEARCH_INSTITUTION_SHARE'
  /** 申请复议比: Reconsideration cases per request */
  | 'REVIEWS_PER_REQUEST'
  /** 行政复议纠正率: Correction rate in reconsideration */
  | 'REVIEW_CORRECTION_RATE'
  /** 社会公益组织申请占比: Share of requests by public-interest organizations */
  | 'SOCIAL_WELFARE_ORGANIZATION_SHARE'
  /** 无法提供率: Unable rate */
  | 'UNABLE_RATE';

/** What kind of number a metric is. */
export type MetricUnit =
  /** 金额（万元）: An amount in ten thousand yuan */
  | 'AMOUNT'
  /** 数量: A count */
  | 'COUNT'
  /** 比率: Numerator by denominator, rounded half up to six places */
  | 'RATIO';

/** Why there is no value. Unknown is never zero. */
export type NoValueReason =
  /** 未印出: A figure that is needed is not printed */
  | 'FIGURE_ABSENT'
  /** 空白: A figure that is needed is blank */
  | 'FIGURE_BLANK'
  /** 无法辨认: A figure that is needed cannot be read */
  | 'FIGURE_UNREADABLE'
  /** 无法认定格式: The report follows no known form */
  | 'FORM_UNKNOWN'
  /** 该格式没有: The form of the report does not tell it */
  | 'NOT_ON_FORM'
  /** 分母为零: The denominator is zero */
  | 'ZERO_DENOMINATOR';

/** The heading under which an outcome stands. */
export type OutcomeGroup =
  /** 予以公开: Granted (disclosed) */
  | 'GRANTED'
  /** 不予处理: Not processed */
  | 'NOT_PROCESSED'
  /** 其他处理: Otherwise handled */
  | 'OTHERWISE_HANDLED'
  /** 部分公开: Partially disclosed */
  | 'PARTLY_GRANTED'
  /** 不予公开: Not disclosed (refused) */
  | 'REFUSED'
  /** 无法提供: Unable to provide */
  | 'UNABLE';

/** What became of what is in force of a report. */
export type ReportChangeKind =
  /** 首次入库: its first revision was made */
  | 'CREATED'
  /** 恢复: an earlier revision is in force again */
  | 'RESTORED'
  /** 更正: a new revision was made, and is in force */
  | 'REVISED'
  /** 撤回: it was withdrawn: nothing is in force */
  | 'WITHDRAWN';

/** Conditions on what was done; all given ones must hold. The creation of a report is no correction. */
export type ReportChangeKindFilter = {
  /** Is exactly this. */
  equals?: ReportChangeKind | null | undefined;
  /** Is one of these. */
  in?: Array<ReportChangeKind> | null | undefined;
};

/** Which reports; all given conditions must hold. */
export type ReportFilter = {
  /** All of these hold. */
  AND?: Array<ReportFilter> | null | undefined;
  /** None of these holds. Whatever has no value fulfils this as well. */
  NOT?: Array<ReportFilter> | null | undefined;
  /** At least one of these holds; an empty list never does. */
  OR?: Array<ReportFilter> | null | undefined;
  /** By the agency. */
  agency?: AgencyFilter | null | undefined;
  /** By when their first revision was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the district of the agency. */
  district?: DistrictFilter | null | undefined;
  /** By what the rules found in them, as they are now. */
  findings?: FindingListFilter | null | undefined;
  /** By the statutory form. */
  form?: FormFilter | null | undefined;
  /** By what the rules make of them. */
  status?: ReportStatusFilter | null | undefined;
  /** By when they last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** By the year they report on. */
  year?: YearFilter | null | undefined;
};

/** Conditions on the reports of something; all given ones must hold. */
export type ReportListFilter = {
  /** All of them are like this; also where there are none. */
  every?: ReportFilter | null | undefined;
  /** None of them is like this. */
  none?: ReportFilter | null | undefined;
  /** At least one of them is like this. */
  some?: ReportFilter | null | undefined;
};

/** A report to read: exactly one of these. */
export type ReportSource =
  {   /** The document as a file. */
  file: File; structured?: never; text?: never; }
  |  { file?: never;   /** The report as an object, as `hub read FILE --json` prints it: for publishers who have their figures as data. */
  structured: unknown; text?: never; }
  |  { file?: never; structured?: never;   /** The text of the document, tables as lines. */
  text: string; };

/** What the rules make of a report as a whole. Notices do not count. */
export type ReportStatus =
  /** 未见不符: Some rule held, and none is broken */
  | 'CLEAN'
  /** 有错误: Identities of the form are broken */
  | 'ERRORS'
  /** 未能核对: No rule could be weighed */
  | 'UNJUDGED'
  /** 有警告: Statements disagree */
  | 'WARNINGS';

/** Conditions on a status; all given ones must hold. A report that was not judged fulfils none. */
export type ReportStatusFilter = {
  /** Is exactly this. */
  equals?: ReportStatus | null | undefined;
  /** Is one of these. */
  in?: Array<ReportStatus> | null | undefined;
};

/** A table of a statutory form. */
export type ReportTable =
  /** 收到和处理政府信息公开申请情况: Requests received and handled */
  | 'APPLICATIONS'
  /** 政府信息公开行政复议、行政诉讼情况: Reconsideration and litigation */
  | 'CASES'
  /** 主动公开政府信息情况: Proactive disclosure */
  | 'DISCLOSURE'
  /** 政府信息公开情况统计表: Statistics of 2014 to 2018 */
  | 'STATISTICS';

/** Figures of administrative reconsideration. */
export type ReviewFigures = {
  /** These results. When left out, the printed TOTAL; all, TOTAL among them, when grouped by RESULT. */
  results?: Array<CaseResult> | null | undefined;
};

/** What a rule compares. */
export type RuleKind =
  /** The left side is not more than the right. */
  | 'AT_MOST'
  /** A number in a sentence equals a figure that it may speak of. */
  | 'CLAIM'
  /** The figures agree with those of the report of the year before. */
  | 'CONTINUITY'
  /** The sums of both sides are equal. */
  | 'EQUATION'
  /** The numbers that a sentence lists add up to their total. */
  | 'LIST'
  /** A number is not above what any agency of its level reaches. */
  | 'MAGNITUDE'
  /** The figures are stated where any figure of their table is. */
  | 'PRESENT'
  /** A printed percentage is its part by its whole. */
  | 'RATIO';

/** How well a section answers a search, the best first. Counted are characters and pairs of them, so that a longer word may stand a rank too high. */
export type SearchRank =
  /** 标题中有全部检索词: its heading has all that is searched for */
  | 'HEADING'
  /** 出现全部检索词: all that is searched for stands there */
  | 'MENTIONED'
  /** 各检索词均出现三次以上: all that is searched for stands there three times or more */
  | 'REPEATED';

/** What to follow over the years. */
export type SeriesSubject =
  {   /** What the forms count in common. */
  category: CategoryCode; metric?: never; path?: never; }
  |  { category?: never;   /** A metric. */
  metric: MetricId; path?: never; }
  |  { category?: never; metric?: never;   /** One figure. */
  path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`; };

/** How much a finding weighs. */
export type Severity =
  /** 错误: An identity of the form is broken */
  | 'ERROR'
  /** 提示: Unusual, worth a look */
  | 'NOTICE'
  /** 警告: Two statements disagree */
  | 'WARNING';

/** Conditions on a severity; all given ones must hold. */
export type SeverityFilter = {
  /** Is exactly this. */
  equals?: Severity | null | undefined;
  /** Is one of these. */
  in?: Array<Severity> | null | undefined;
};

/** How a source came. */
export type SourceKind =
  /** As a file. */
  | 'FILE'
  /** As a structured report. */
  | 'STRUCTURED'
  /** As text. */
  | 'TEXT';

/** Conditions on a text; all given ones must hold. */
export type StringFilter = {
  /** Contains this. */
  contains?: string | null | undefined;
  /** Is exactly this. */
  equals?: string | null | undefined;
  /** Is one of these, at most 100. */
  in?: Array<string> | null | undefined;
  /** Begins with this. */
  startsWith?: string | null | undefined;
};

/** Which groups, by what comes out; all given conditions must hold. What is null fulfils none. */
export type TotalHaving = {
  /** The sum by the number of stated figures, rounded to four places. Null when none is stated. */
  average?: DecimalFilter | null | undefined;
  /** How many figures are blank. They are not zero: they are left out of the sum. */
  blank?: CountFilter | null | undefined;
  /** The largest stated figure. Null when none is stated. */
  maximum?: DecimalFilter | null | undefined;
  /** The middle one of the stated figures, or half-way between the two in the middle: exact, to five places at most. Null when none is stated. */
  median?: DecimalFilter | null | undefined;
  /** The least stated figure. Null when none is stated. */
  minimum?: DecimalFilter | null | undefined;
  /** How many reports print a figure of the group. */
  reports?: CountFilter | null | undefined;
  /** How many of these reports break an identity of their form with a figure that is in the sum: a finding of severity ERROR speaks of it. The sum has it as printed. */
  reportsWithErrors?: CountFilter | null | undefined;
  /** How many figures are stated: what sum, average and the others are made of. */
  stated?: CountFilter | null | undefined;
  /** The sum of the stated figures: exact. Null when none is stated. What is there on a day (staff, documents in force, requests carried over, cases pending) is added up within one year alone. */
  sum?: DecimalFilter | null | undefined;
  /** How many figures cannot be read. They are left out of the sum. */
  unreadable?: CountFilter | null | undefined;
};

/** The figures that are added up, of one family: `{ applications: { rows: [RECEIVED] } }`. */
export type TotalOf =
  {   /** Applications for disclosure. */
  applications: ApplicationFigures; disclosure?: never; litigation?: never; review?: never; }
  |  { applications?: never;   /** Proactive disclosure. */
  disclosure: DisclosureFigures; litigation?: never; review?: never; }
  |  { applications?: never; disclosure?: never;   /** Administrative litigation. */
  litigation: LitigationFigures; review?: never; }
  |  { applications?: never; disclosure?: never; litigation?: never;   /** Administrative reconsideration. */
  review: ReviewFigures; };

/** A unit that the forms print. */
export type Unit =
  /** 篇: articles */
  | 'ARTICLES'
  /** 件: cases */
  | 'CASES'
  /** 件: documents */
  | 'DOCUMENTS'
  /** 条: entries */
  | 'ENTRIES'
  /** 项: items */
  | 'ITEMS'
  /** 人: persons */
  | 'PERSONS'
  /** 人次: attendances */
  | 'PERSON_TIMES'
  /** 万元: ten thousand yuan */
  | 'TEN_THOUSAND_YUAN'
  /** 次: times */
  | 'TIMES'
  /** 个: units */
  | 'UNITS';

/** A report to withdraw. */
export type WithdrawReportInput = {
  /** The name of the agency within the district; the district's government when left out. */
  agency?: string | null | undefined;
  /** The code of the district: `110115`. */
  district: string;
  /** The number of the revision in force; 0 when the report was withdrawn. It guards against undoing what one has not seen. */
  expectedRevision: number;
  /** Why, for those who used the report; kept with it. At most 2000 characters. */
  reason: string;
  /** The year it reports on. */
  year: number;
};

/** Conditions on a year; all given ones must hold. */
export type YearFilter = {
  /** Is exactly this. */
  equals?: number | null | undefined;
  /** Is this or more. */
  gte?: number | null | undefined;
  /** Is one of these, at most 100. */
  in?: Array<number> | null | undefined;
  /** Is this or less. */
  lte?: number | null | undefined;
};

export type ApplicationsComparedQueryVariables = Exact<{
  province?: string;
}>;


export type ApplicationsComparedQuery = { reports: { nodes: Array<{ year: number, district: { name: string }, applicationOutcomes: Array<{ row: ApplicationRow, value: number | null, label: string }> }> } };

export type BacklogQueryVariables = Exact<{
  filter?: ReportFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type BacklogQuery = { reports: { totalCount: number, nodes: Array<{ year: number, district: { fullName: string }, applicationOutcomes: Array<{ row: ApplicationRow, value: number | null, state: FigureState }>, metrics: Array<{ value: string | null, reason: NoValueReason | null, missing: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> }> }> } };

export type BrokenArithmeticQueryVariables = Exact<{
  year?: number | null | undefined;
}>;


export type BrokenArithmeticQuery = { reports: { nodes: Array<{ year: number, district: { fullName: string }, findings: Array<
        | { ruleId: string, severity: Severity, message: string, difference: string, left: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> }, right: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> } }
        | { ruleId: string, severity: Severity, message: string, difference: string, left: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> }, right: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> } }
      >, issues: Array<{ code: string, message: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`>, raw: string | null }> }> } };

export type ClaimsQueryVariables = Exact<{
  district?: string;
  year?: number;
}>;


export type ClaimsQuery = { report: { title: string | null, claims: Array<{ subject: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, value: string, parts: Array<string>, unit: string | null, approximate: boolean, scope: ClaimScope | null, sentence: string, locator:
        | { line: number, column: number }
        | Record<PropertyKey, never>
       | null }>, shares: Array<{ percent: string, sentence: string, part: { subject: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }` | null, value: string | null }, whole: { subject: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }` | null, value: string | null } }>, unrecognisedRows: Array<{ table: ReportTable, label: string, values: Array<string> }> } | null };

export type CorrectedLatelyQueryVariables = Exact<{
  filter?: CorrectionFilter | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type CorrectedLatelyQuery = { corrections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: ReportChangeKind, at: string, reason: string | null, report: { year: number, agency: { name: string } }, previousRevision: { number: number } | null, revision: { number: number } | null, changes: Array<{ path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, label: string, difference: string | null, from: { state: FigureState, value: string | null, raw: string } | null, to: { state: FigureState, value: string | null, raw: string } | null }> | null }> } };

export type CorrectionsOfAReportQueryVariables = Exact<{
  district?: string;
  year?: number;
  path?: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`;
}>;


export type CorrectionsOfAReportQuery = { report: { createdAt: string, updatedAt: string, currentRevision: { number: number } | null, revisions: { totalCount: number, nodes: Array<{ number: number, createdAt: string, reason: string | null, sourceKind: SourceKind, sourceName: string | null, sourceSha256: string, agencyAsPrinted: string | null, figure:
          | { decimal: string | null, raw: string }
          | { decimal: string | null, raw: string }
          | { decimal: string | null, raw: string }
          | { decimal: string | null, raw: string }
         | null, judgement: { errors: number, warnings: number, notices: number } | null }> } } | null };

export type DepartmentsOfADistrictQueryVariables = Exact<{
  district?: string;
  kinds?: Array<AgencyKind> | AgencyKind | null | undefined;
  year?: YearFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type DepartmentsOfADistrictQuery = { district: { fullName: string, agencies: { totalCount: number, nodes: Array<{ kind: AgencyKind, name: string, reports: { nodes: Array<{ year: number, status: ReportStatus | null, figures: Array<
              | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, state: FigureState }
              | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, state: FigureState }
              | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, state: FigureState }
              | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, state: FigureState }
            > }> } }> } } | null };

export type DisclosureRatesQueryVariables = Exact<{
  province?: string;
}>;


export type DisclosureRatesQuery = { reports: { nodes: Array<{ year: number, district: { name: string }, metrics: Array<{ value: string | null, numerator: string | null, denominator: string | null, reason: NoValueReason | null, metric: { id: MetricId, label: string }, figures: Array<
          | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string }
          | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string }
          | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string }
          | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string }
        >, comparison: { comparability: Comparability, reasons: Array<string> } | null }> }> } };

export type EvidenceQueryVariables = Exact<{
  district?: string;
  year?: number;
}>;


export type EvidenceQuery = { report: { title: string | null, currentRevision: { number: number, createdAt: string, sourceName: string | null, sourceSha256: string, parserVersion: string } | null, reviewResults: Array<{ path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, label: string, state: FigureState, raw: string, value: number | null, snippet: { prefix: string, exact: string, suffix: string } | null, locator:
        | { __typename: 'BlockLocator', block: number }
        | { __typename: 'PageLocator', page: number, left: number, top: number, width: number, height: number }
        | { __typename: 'TableLocator', table: number, row: number, cell: number }
        | { __typename: 'TextLocator', line: number, column: number }
       | null }>, issues: Array<{ code: string, message: string, raw: string | null, snippet: { text: string } | null }> } | null };

export type FeesAndProcurementQueryVariables = Exact<{
  filter?: ReportFilter | null | undefined;
}>;


export type FeesAndProcurementQuery = { totals: { nodes: Array<{ unit: Unit, sum: string | null, median: string | null, reports: number, key: { form: Form | null, item: DisclosureItemCode | null }, figures: { stated: number, blank: number, unreadable: number } }> } | null };

export type FindingsOfAReportQueryVariables = Exact<{
  district?: string;
  year?: number;
}>;


export type FindingsOfAReportQuery = { report: { title: string | null, status: ReportStatus | null, judgement: { rulesVersion: string, held: number, broken: number, unknown: number } | null, findings: Array<
      | { severity: Severity, message: string, difference: string, unit: string | null, remedy: string | null, sameAs: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`>, rule: { id: string, says: string, sources: Array<{ number: string }> } | null, left: { value: string, year: number | null, statements: Array<{ sentence: string, locator:
              | { line: number, column: number }
              | Record<PropertyKey, never>
             | null }>, figures: Array<
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
          > }, right: { value: string, year: number | null, statements: Array<{ sentence: string, locator:
              | { line: number, column: number }
              | Record<PropertyKey, never>
             | null }>, figures: Array<
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
          > } }
      | { severity: Severity, message: string, difference: string, unit: string | null, remedy: string | null, sameAs: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`>, rule: { id: string, says: string, sources: Array<{ number: string }> } | null, left: { value: string, year: number | null, statements: Array<{ sentence: string, locator:
              | { line: number, column: number }
              | Record<PropertyKey, never>
             | null }>, figures: Array<
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
          > }, right: { value: string, year: number | null, statements: Array<{ sentence: string, locator:
              | { line: number, column: number }
              | Record<PropertyKey, never>
             | null }>, figures: Array<
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
            | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
          > } }
    > } | null };

export type EvidenceFragment = { value: string, year: number | null, statements: Array<{ sentence: string, locator:
      | { line: number, column: number }
      | Record<PropertyKey, never>
     | null }>, figures: Array<
    | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
    | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
    | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
    | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, raw: string, snippet: { prefix: string, exact: string, suffix: string } | null }
  > };

export type FollowIngestionSubscriptionVariables = Exact<{
  filter?: ReportFilter | null | undefined;
}>;


export type FollowIngestionSubscription = { reportIngested: { outcome: IngestOutcome, report: { year: number, status: ReportStatus | null, district: { fullName: string }, agency: { name: string }, currentRevision: { number: number, reason: string | null } | null } } };

export type FormsComparedQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsComparedQuery = { categories: Array<{ code: CategoryCode, label: string, onForms: Array<{ form: Form, sums: Array<{ addends: Array<{ path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, isTakenAway: boolean }> }>, comparison: { comparability: Comparability, reasons: Array<string> } }> }> };

export type FormsQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsQuery = { forms: Array<{ code: Form, label: string, prescribedFrom: number, prescribedTo: number | null, source: { number: string, title: string }, figures: Array<{ path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, unit: Unit, label: string }> }> };

export type GroundsOfRefusalQueryVariables = Exact<{
  filter?: ReportFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type GroundsOfRefusalQuery = { byDistrict: { nodes: Array<{ sum: string | null, reports: number, key: { district: { code: string, fullName: string } | null } }> } | null, byGround: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ sum: string | null, key: { row: ApplicationRow | null, district: { code: string, fullName: string } | null } }> } | null };

export type LatestReportsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LatestReportsQuery = { reports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, year: number, form: Form | null, title: string | null, agency: { name: string }, district: { code: string, fullName: string } }> } };

export type LostCasesQueryVariables = Exact<{
  filter?: ReportFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type LostCasesQuery = { review: { nodes: Array<{ sum: string | null, key: { result: CaseResult | null, route: LitigationRoute | null, district: { fullName: string } | null }, figures: { stated: number, blank: number, unreadable: number } }> } | null, litigation: { nodes: Array<{ sum: string | null, key: { result: CaseResult | null, route: LitigationRoute | null, district: { fullName: string } | null }, figures: { stated: number, blank: number, unreadable: number } }> } | null };

export type CasesFragment = { sum: string | null, key: { result: CaseResult | null, route: LitigationRoute | null, district: { fullName: string } | null }, figures: { stated: number, blank: number, unreadable: number } };

export type MetricsInLawQueryVariables = Exact<{
  form?: Form | null | undefined;
}>;


export type MetricsInLawQuery = { metrics: Array<{ id: MetricId, label: string, says: string, unit: MetricUnit, sources: Array<{ number: string, title: string, issued: string }>, onForms: Array<{ form: Form, numerator: Array<{ addends: Array<{ path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, isTakenAway: boolean }> }>, denominator: Array<{ addends: Array<{ path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, isTakenAway: boolean }> }>, comparison: { comparability: Comparability, reasons: Array<string> } }> }> };

export type MissingReportsQueryVariables = Exact<{
  province?: string;
  year?: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MissingReportsQuery = { districts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, fullName: string, reports: { nodes: Array<{ year: number }> } }> } };

export type MostBrokenRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type MostBrokenRulesQuery = { rules: Array<{ id: string, says: string, severity: Severity, kind: RuleKind, forms: Array<Form>, sources: Array<{ number: string, title: string }>, reports: { held: number, broken: number, unknown: number } }> };

export type NeighboursRankedQueryVariables = Exact<{
  parent?: string;
  year?: YearFilter | null | undefined;
  of?: TotalOf;
  first?: number | null | undefined;
}>;


export type NeighboursRankedQuery = { totals: { totalCount: number, nodes: Array<{ sum: string | null, unit: Unit, key: { year: number | null, district: { code: string, name: string } | null } }> } | null };

export type NeighboursQueryVariables = Exact<{
  code?: string;
}>;


export type NeighboursQuery = { district: { name: string, ancestors: Array<{ code: string, name: string, level: DistrictLevel }>, parent: { children: { totalCount: number, nodes: Array<{ code: string, name: string, reports: { nodes: Array<{ year: number, agency: { name: string, kind: AgencyKind } }> } }> } } | null } | null };

export type OneDistrictQueryVariables = Exact<{
  code?: string;
}>;


export type OneDistrictQuery = { district: { code: string, fullName: string, reports: { totalCount: number, nodes: Array<{ year: number, form: Form | null, title: string | null, disclosureItems: Array<{ item: DisclosureItemCode, measure: DisclosureMeasure, value: string | null, unit: Unit }>, applicationOutcomes: Array<{ row: ApplicationRow, applicant: Applicant, value: number | null, state: FigureState }>, reviewResults: Array<{ result: CaseResult, value: number | null }>, litigationResults: Array<{ route: LitigationRoute, result: CaseResult, value: number | null }> }> } } | null };

export type OneFigureThroughTheYearsQueryVariables = Exact<{
  path?: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`;
  filter?: ReportFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OneFigureThroughTheYearsQuery = { series: { lines: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ agency: { name: string }, points: Array<{ year: number, value: string | null, reason: NoValueReason | null, figures: Array<
            | { raw: string, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null, locator:
                | { line: number, column: number }
                | Record<PropertyKey, never>
               | null, revision: { number: number, sourceSha256: string } | null }
            | { raw: string, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null, locator:
                | { line: number, column: number }
                | Record<PropertyKey, never>
               | null, revision: { number: number, sourceSha256: string } | null }
            | { raw: string, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null, locator:
                | { line: number, column: number }
                | Record<PropertyKey, never>
               | null, revision: { number: number, sourceSha256: string } | null }
            | { raw: string, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null, locator:
                | { line: number, column: number }
                | Record<PropertyKey, never>
               | null, revision: { number: number, sourceSha256: string } | null }
          > }> }> } } | null };

export type OneRuleQueryVariables = Exact<{
  rule?: string | number;
  ruleId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OneRuleQuery = { rule: { says: string, severity: Severity, forms: Array<Form>, operands: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`>, sources: Array<{ number: string, title: string }>, reports: { held: number, broken: number, unknown: number } } | null, findings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ message: string, difference: string, remedy: string | null, report: { year: number, district: { fullName: string } } }> } };

export type PreviewAReportMutationVariables = Exact<{
  source?: ReportSource;
}>;


export type PreviewAReportMutation = { previewReport:
    | { __typename: 'BrokenRulesError', message: string, expected: string, got: string }
    | { __typename: 'DistrictMismatchError', message: string, expected: string, got: string }
    | { __typename: 'EmptySourceError', message: string, expected: string, got: string }
    | { __typename: 'InvalidReportObjectError', message: string, expected: string, got: string }
    | { __typename: 'NotAReportError', message: string, expected: string, got: string }
    | { __typename: 'PreviewedReport', year: number | null, form: Form | null, title: string | null, district: { fullName: string } | null, applicationOutcomes: Array<{ row: ApplicationRow, value: number | null }>, issues: Array<{ code: string, message: string }>, findings: Array<
        | { ruleId: string, message: string }
        | { ruleId: string, message: string }
      > }
    | { __typename: 'SeveralReportsError', message: string, expected: string, got: string }
    | { __typename: 'TooComplexError', message: string, expected: string, got: string }
    | { __typename: 'TooLargeError', message: string, expected: string, got: string }
    | { __typename: 'UnknownDistrictError', message: string, expected: string, got: string, candidates: Array<{ code: string, fullName: string }> }
    | { __typename: 'UnknownYearError', message: string, expected: string, got: string }
    | { __typename: 'UnsupportedFormatError', message: string, expected: string, got: string }
    | { __typename: 'WrongEncodingError', message: string, expected: string, got: string }
    | { __typename: 'YearMismatchError', message: string, expected: string, got: string }
   | null };

export type ProvincesRankedQueryVariables = Exact<{
  filter?: ReportFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type ProvincesRankedQuery = { totals: { totalCount: number, nodes: Array<{ unit: Unit, sum: string | null, average: string | null, median: string | null, minimum: string | null, maximum: string | null, reports: number, key: { province: { code: string, name: string } | null }, figures: { stated: number, blank: number, unreadable: number } }> } | null };

export type PublishAReportMutationVariables = Exact<{
  input?: IngestReportInput;
}>;


export type PublishAReportMutation = { ingestReport:
    | { __typename: 'BrokenRulesError', message: string, expected: string, got: string }
    | { __typename: 'DistrictMismatchError', message: string, expected: string, got: string }
    | { __typename: 'EmptySourceError', message: string, expected: string, got: string }
    | { __typename: 'IngestedReport', outcome: IngestOutcome, report: { id: string, year: number, district: { fullName: string }, currentRevision: { number: number } | null, findings: Array<
          | { ruleId: string, message: string }
          | { ruleId: string, message: string }
        > } }
    | { __typename: 'InvalidReportObjectError', message: string, expected: string, got: string }
    | { __typename: 'NotAReportError', message: string, expected: string, got: string }
    | { __typename: 'NotPermittedError', message: string, expected: string, got: string }
    | { __typename: 'RevisionConflictError', message: string, expected: string, got: string, currentRevision: number }
    | { __typename: 'SeveralReportsError', message: string, expected: string, got: string }
    | { __typename: 'TooComplexError', message: string, expected: string, got: string }
    | { __typename: 'TooLargeError', message: string, expected: string, got: string }
    | { __typename: 'UnknownDistrictError', message: string, expected: string, got: string }
    | { __typename: 'UnknownYearError', message: string, expected: string, got: string }
    | { __typename: 'UnsupportedFormatError', message: string, expected: string, got: string }
    | { __typename: 'WrongEncodingError', message: string, expected: string, got: string }
    | { __typename: 'YearMismatchError', message: string, expected: string, got: string }
   | null };

export type PublishedEveryYearQueryVariables = Exact<{
  within?: string;
  from?: number;
  first?: number;
  after?: string | null | undefined;
}>;


export type PublishedEveryYearQuery = { series: { lines: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ missingYears: Array<number>, district: { code: string, fullName: string }, points: Array<{ year: number, form: Form | null, report: { status: ReportStatus | null } }> }> } } | null };

export type ReadAReportQueryVariables = Exact<{
  district?: string;
  year?: number;
}>;


export type ReadAReportQuery = { report: { title: string | null, period: { from: string, to: string } | null, agency: { name: string }, sections: Array<{ heading: string | null, text: string }> } | null };

export type ReceivedOverYearsQueryVariables = Exact<{
  of?: SeriesSubject;
  from?: number;
  first?: number;
  after?: string | null | undefined;
}>;


export type ReceivedOverYearsQuery = { series: { comparedWith: Form, totals: Array<{ year: number, value: string | null, reports: number, missing: number, comparability: Comparability | null, refusal: { message: string } | null }>, lines: { nodes: Array<{ missingYears: Array<number>, district: { code: string, fullName: string }, points: Array<{ year: number, value: string | null, reason: NoValueReason | null, comparison: { comparability: Comparability } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RefusalsByApplicantQueryVariables = Exact<{
  having?: TotalHaving | null | undefined;
  after?: string | null | undefined;
}>;


export type RefusalsByApplicantQuery = { totals: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ sum: string | null, average: string | null, key: { row: ApplicationRow | null, applicant: Applicant | null }, figures: { stated: number, blank: number, unreadable: number } }> } | null };

export type ReportAsOfQueryVariables = Exact<{
  district?: string;
  year?: number;
  path?: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`;
  asOf?: string;
}>;


export type ReportAsOfQuery = { then: { title: string | null, status: ReportStatus | null, updatedAt: string, currentRevision: { number: number, reason: string | null } | null, figure:
      | { decimal: string | null, raw: string }
      | { decimal: string | null, raw: string }
      | { decimal: string | null, raw: string }
      | { decimal: string | null, raw: string }
     | null } | null, now: { title: string | null, status: ReportStatus | null, updatedAt: string, history: { nodes: Array<{ kind: ReportChangeKind, at: string, reason: string | null, revision: { number: number } | null }> }, currentRevision: { number: number, reason: string | null } | null, figure:
      | { decimal: string | null, raw: string }
      | { decimal: string | null, raw: string }
      | { decimal: string | null, raw: string }
      | { decimal: string | null, raw: string }
     | null } | null };

export type AsToldFragment = { title: string | null, status: ReportStatus | null, updatedAt: string, currentRevision: { number: number, reason: string | null } | null, figure:
    | { decimal: string | null, raw: string }
    | { decimal: string | null, raw: string }
    | { decimal: string | null, raw: string }
    | { decimal: string | null, raw: string }
   | null };

export type ReportsWithErrorsQueryVariables = Exact<{
  province?: string;
  first?: number | null | undefined;
}>;


export type ReportsWithErrorsQuery = { reports: { totalCount: number, nodes: Array<{ year: number, district: { name: string }, judgement: { errors: number, warnings: number, notices: number } | null }> }, findings: { totalCount: number, nodes: Array<{ severity: Severity, ruleId: string, message: string, report: { year: number, district: { name: string } } }> } };

export type SearchQueryVariables = Exact<{
  query?: string;
  filter?: ReportFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ rank: SearchRank, report: { year: number, agency: { name: string } }, section: { heading: string | null }, highlights: Array<{ words: string, isInHeading: boolean, prefix: string, exact: string, suffix: string }> }> } | null };

export type TwoReportsComparedQueryVariables = Exact<{
  paths?: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> | `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`;
  district?: string;
  year?: number;
  otherDistrict?: string;
  otherYear?: number;
}>;


export type TwoReportsComparedQuery = { one: { title: string | null, form: Form | null, figures: Array<
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
    > } | null, other: { title: string | null, form: Form | null, figures: Array<
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
    > } | null };

export type ComparedFragment = { title: string | null, form: Form | null, figures: Array<
    | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
    | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
    | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
    | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, unit: Unit, state: FigureState, snippet: { prefix: string, exact: string, suffix: string } | null }
  > };

export type WhatWouldBlockMutationVariables = Exact<{
  source?: ReportSource;
  refuseOn?: Severity;
}>;


export type WhatWouldBlockMutation = { previewReport:
    | { __typename: 'BrokenRulesError', message: string, findings: Array<
        | { severity: Severity, message: string, remedy: string | null, left: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> }, right: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> } }
        | { severity: Severity, message: string, remedy: string | null, left: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> }, right: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> } }
      > }
    | { __typename: 'DistrictMismatchError', message: string }
    | { __typename: 'EmptySourceError', message: string }
    | { __typename: 'InvalidReportObjectError', message: string }
    | { __typename: 'NotAReportError', message: string }
    | { __typename: 'PreviewedReport', status: ReportStatus | null, findings: Array<
        | { severity: Severity, message: string, remedy: string | null, left: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> }, right: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> } }
        | { severity: Severity, message: string, remedy: string | null, left: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> }, right: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> } }
      > }
    | { __typename: 'SeveralReportsError', message: string }
    | { __typename: 'TooComplexError', message: string }
    | { __typename: 'TooLargeError', message: string }
    | { __typename: 'UnknownDistrictError', message: string }
    | { __typename: 'UnknownYearError', message: string }
    | { __typename: 'UnsupportedFormatError', message: string }
    | { __typename: 'WrongEncodingError', message: string }
    | { __typename: 'YearMismatchError', message: string }
   | null };

type Blocking_PreviewedFinding_Fragment = { severity: Severity, message: string, remedy: string | null, left: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> }, right: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> } };

type Blocking_StoredFinding_Fragment = { severity: Severity, message: string, remedy: string | null, left: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> }, right: { value: string, paths: Array<`${"applications" | "disclosure" | "litigation" | "review"}.${ string }`> } };

export type BlockingFragment =
  | Blocking_PreviewedFinding_Fragment
  | Blocking_StoredFinding_Fragment
;

export type WholeReportQueryVariables = Exact<{
  district?: string;
  year?: number;
}>;


export type WholeReportQuery = { report: { title: string | null, form: Form | null, status: ReportStatus | null, period: { from: string, to: string } | null, agency: { name: string, kind: AgencyKind }, metrics: Array<{ value: string | null, reason: NoValueReason | null, metric: { id: MetricId } }>, figures: Array<
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, state: FigureState }
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, state: FigureState }
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, state: FigureState }
      | { path: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, decimal: string | null, state: FigureState }
    > } & ({ sections: Array<{ heading: string | null, text: string }> } | { sections?: never }) & ({ claims: Array<{ subject: `${"applications" | "disclosure" | "litigation" | "review"}.${ string }`, value: string, sentence: string }> } | { claims?: never }) & ({ shares: Array<{ percent: string, sentence: string }> } | { shares?: never }) & ({ unrecognisedRows: Array<{ label: string, values: Array<string> }> } | { unrecognisedRows?: never }) & ({ findings: Array<
      | { severity: Severity, message: string, remedy: string | null }
      | { severity: Severity, message: string, remedy: string | null }
    > } | { findings?: never }) & ({ issues: Array<{ code: string, message: string }> } | { issues?: never }) | null };

export type WithdrawAReportMutationVariables = Exact<{
  input?: WithdrawReportInput;
}>;


export type WithdrawAReportMutation = { withdrawReport:
    | { __typename: 'AlreadyWithdrawnError', message: string }
    | { __typename: 'NotPermittedError', message: string }
    | { __typename: 'ReportChange', at: string, report: { year: number, agency: { name: string } }, previousRevision: { number: number } | null }
    | { __typename: 'ReportNotFoundError', message: string }
    | { __typename: 'RevisionConflictError', currentRevision: number, message: string }
   | null };

export type YearBeforeAndAfterQueryVariables = Exact<{
  district?: string;
  year?: number;
}>;


export type YearBeforeAndAfterQuery = { report: { year: number, previous: { year: number, applicationOutcomes: Array<{ value: number | null }> } | null, next: { year: number, applicationOutcomes: Array<{ value: number | null }> } | null, district: { name: string, province: { name: string }, prefecture: { name: string } | null, neighbours: Array<{ code: string, name: string, reports: { nodes: Array<{ year: number }> } }> } } | null };

export const EvidenceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Evidence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FindingSide"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"locator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextLocator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}}]}}]}}]}}]} as unknown as DocumentNode<EvidenceFragment, unknown>;
export const CasesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cases"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Total"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"route"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sum"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stated"}},{"kind":"Field","name":{"kind":"Name","value":"blank"}},{"kind":"Field","name":{"kind":"Name","value":"unreadable"}}]}}]}}]} as unknown as DocumentNode<CasesFragment, unknown>;
export const AsToldFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AsTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Report"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decimal"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}}]} as unknown as DocumentNode<AsToldFragment, unknown>;
export const ComparedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Compared"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Report"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"paths"},"value":{"kind":"Variable","name":{"kind":"Name","value":"paths"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}}]}}]}}]}}]} as unknown as DocumentNode<ComparedFragment, unknown>;
export const BlockingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Blocking"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Finding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"left"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"paths"}}]}},{"kind":"Field","name":{"kind":"Name","value":"right"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"paths"}}]}}]}}]} as unknown as DocumentNode<BlockingFragment, unknown>;
export const ApplicationsComparedDocument = {"__meta__":{"hash":"sha256:f8504b70ccfefa49c0986d50428d835c4cad29ea4d9ba60a52105f968c981f81"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApplicationsCompared"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"province"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"11","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"startsWith"},"value":{"kind":"Variable","name":{"kind":"Name","value":"province"}}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"EnumValue","value":"ASC"}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"applicationOutcomes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"rows"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"RECEIVED"},{"kind":"EnumValue","value":"GRANTED"}]}},{"kind":"Argument","name":{"kind":"Name","value":"applicants"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOTAL"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]}}]}}]}}]} as unknown as DocumentNode<ApplicationsComparedQuery, ApplicationsComparedQueryVariables>;
export const BacklogDocument = {"__meta__":{"hash":"sha256:5a039838c7456ffc58dc5f8270a3ae7e37c867a012fb49a856a4854a5d547df6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Backlog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"form"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"FORM_2019"},{"kind":"EnumValue","value":"FORM_2021"}]}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"EnumValue","value":"DESC"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"EnumValue","value":"ASC"}}]}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"applicationOutcomes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"rows"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CARRIED_IN"},{"kind":"EnumValue","value":"RECEIVED"},{"kind":"EnumValue","value":"CARRIED_OVER"}]}},{"kind":"Argument","name":{"kind":"Name","value":"applicants"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOTAL"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"BACKLOG_RATIO"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BacklogQuery, BacklogQueryVariables>;
export const BrokenArithmeticDocument = {"__meta__":{"hash":"sha256:0cef0f9b1b6a833912474adca9903d99b0ccf2f3c8abb556760091b965687644"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BrokenArithmetic"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"equals"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"left"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"paths"}}]}},{"kind":"Field","name":{"kind":"Name","value":"right"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"paths"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"paths"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BrokenArithmeticQuery, BrokenArithmeticQueryVariables>;
export const ClaimsDocument = {"__meta__":{"hash":"sha256:478ba1888547576ff9ac4bb76550a5167cd40283f6f9e52488be41d759283923"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Claims"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110112","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2018"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"parts"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"approximate"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"locator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextLocator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"shares"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"part"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whole"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unrecognisedRows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"table"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}}]}}]}}]} as unknown as DocumentNode<ClaimsQuery, ClaimsQueryVariables>;
export const CorrectedLatelyDocument = {"__meta__":{"hash":"sha256:234800fd359ba10ead41acb02edb151ff9d04e1150c5b89c02f0e70c3d0e6a9c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CorrectedLately"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CorrectionFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"corrections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"previousRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","name":{"kind":"Name","value":"difference"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CorrectedLatelyQuery, CorrectedLatelyQueryVariables>;
export const CorrectionsOfAReportDocument = {"__meta__":{"hash":"sha256:9f597f5bc10dd88f0a2e02d9b240ae5056d30677bdd5784627238c71ac0b9965"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CorrectionsOfAReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110115","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2020"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FigurePath"}}},"defaultValue":{"kind":"StringValue","value":"applications.RECEIVED.TOTAL","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"sourceKind"}},{"kind":"Field","name":{"kind":"Name","value":"sourceName"}},{"kind":"Field","name":{"kind":"Name","value":"sourceSha256"}},{"kind":"Field","name":{"kind":"Name","value":"agencyAsPrinted"}},{"kind":"Field","name":{"kind":"Name","value":"figure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decimal"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","name":{"kind":"Name","value":"judgement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CorrectionsOfAReportQuery, CorrectionsOfAReportQueryVariables>;
export const DepartmentsOfADistrictDocument = {"__meta__":{"hash":"sha256:bf875c9b41f9124e64bb3450828d6ce1e761e1a49eb0070862ca041294e4a06a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DepartmentsOfADistrict"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110112","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AgencyKind"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"YearFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"agencies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"kind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"paths"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"disclosure.NORMATIVE_DOCUMENTS.DISCLOSED","block":false},{"kind":"StringValue","value":"applications.RECEIVED.TOTAL","block":false},{"kind":"StringValue","value":"applications.REFUSED.TOTAL","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DepartmentsOfADistrictQuery, DepartmentsOfADistrictQueryVariables>;
export const DisclosureRatesDocument = {"__meta__":{"hash":"sha256:d1c59a85e911a2bdda7f0aedf68c0d10ec23e5fd2210895ca469faf7e35c0853"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DisclosureRates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"province"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"11","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"startsWith"},"value":{"kind":"Variable","name":{"kind":"Name","value":"province"}}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISCLOSURE_RATE"},{"kind":"EnumValue","value":"REFUSAL_RATE"},{"kind":"EnumValue","value":"BACKLOG_RATIO"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"numerator"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}},{"kind":"Field","name":{"kind":"Name","value":"comparison"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"with"},"value":{"kind":"EnumValue","value":"FORM_2021"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comparability"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DisclosureRatesQuery, DisclosureRatesQueryVariables>;
export const EvidenceDocument = {"__meta__":{"hash":"sha256:6c089e65b204faa790be16c91a5046d883f54f8cba59892b976b533f0e9fdf7f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Evidence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110115","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2020"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"sourceName"}},{"kind":"Field","name":{"kind":"Name","value":"sourceSha256"}},{"kind":"Field","name":{"kind":"Name","value":"parserVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewResults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH"}}]},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}}]}},{"kind":"Field","name":{"kind":"Name","value":"locator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextLocator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TableLocator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"table"}},{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"cell"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BlockLocator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"block"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageLocator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"page"}},{"kind":"Field","name":{"kind":"Name","value":"left"}},{"kind":"Field","name":{"kind":"Name","value":"top"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EvidenceQuery, EvidenceQueryVariables>;
export const FeesAndProcurementDocument = {"__meta__":{"hash":"sha256:88bf860a9d19af64da11b6217e8f110a2889a419666fa87e145c1a5a774cbe80"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FeesAndProcurement"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"disclosure"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"measures"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"AMOUNT"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"FORM"},{"kind":"EnumValue","value":"ITEM"}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"form"},"value":{"kind":"EnumValue","value":"ASC"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"item"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"sum"}},{"kind":"Field","name":{"kind":"Name","value":"median"}},{"kind":"Field","name":{"kind":"Name","value":"reports"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stated"}},{"kind":"Field","name":{"kind":"Name","value":"blank"}},{"kind":"Field","name":{"kind":"Name","value":"unreadable"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FeesAndProcurementQuery, FeesAndProcurementQueryVariables>;
export const FindingsOfAReportDocument = {"__meta__":{"hash":"sha256:071ca6040592cb7dc2c821ef310ce6fbdce1c774c63f5750437e8b5d2ca7a4ba"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindingsOfAReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110112","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2018"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"judgement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rulesVersion"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"broken"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"sameAs"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"says"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"left"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Evidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"right"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Evidence"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Evidence"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FindingSide"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"locator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextLocator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}}]}}]}}]}}]} as unknown as DocumentNode<FindingsOfAReportQuery, FindingsOfAReportQueryVariables>;
export const FollowIngestionDocument = {"__meta__":{"hash":"sha256:744c3769afd2e4450efd182121df93f576c218cc51ede7ad661d39dbe5c5caae"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FollowIngestion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportIngested"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FollowIngestionSubscription, FollowIngestionSubscriptionVariables>;
export const FormsComparedDocument = {"__meta__":{"hash":"sha256:0d6c9c1a355451f0852bd613932228663d30c032e0bace1753ab6e2021d82713"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FormsCompared"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"onForms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"sums"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addends"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"isTakenAway"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"comparison"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"with"},"value":{"kind":"EnumValue","value":"FORM_2021"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comparability"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]}}]}}]}}]} as unknown as DocumentNode<FormsComparedQuery, FormsComparedQueryVariables>;
export const FormsDocument = {"__meta__":{"hash":"sha256:2ec840c0d4f6e68233744e501b907aca12d4dc0972fd25c95b2bc76fcab5f8a7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Forms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"prescribedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"prescribedTo"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]}}]}}]} as unknown as DocumentNode<FormsQuery, FormsQueryVariables>;
export const GroundsOfRefusalDocument = {"__meta__":{"hash":"sha256:be64534bb2bf77210fcde816b2f0a19d331d81cde6aa4ef002080d696a4ab6f8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroundsOfRefusal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"form"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"FORM_2019"},{"kind":"EnumValue","value":"FORM_2021"}]}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"byDistrict"},"name":{"kind":"Name","value":"totals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"applications"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"outcomeGroups"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"REFUSED"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"applicants"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOTAL"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISTRICT"}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sum"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sum"}},{"kind":"Field","name":{"kind":"Name","value":"reports"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"byGround"},"name":{"kind":"Name","value":"totals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"applications"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"outcomeGroups"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"REFUSED"}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"applicants"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOTAL"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISTRICT"},{"kind":"EnumValue","value":"ROW"}]}},{"kind":"Argument","name":{"kind":"Name","value":"having"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sum"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gt"},"value":{"kind":"StringValue","value":"0","block":false}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sum"},"value":{"kind":"EnumValue","value":"DESC"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"row"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sum"}}]}}]}}]}}]} as unknown as DocumentNode<GroundsOfRefusalQuery, GroundsOfRefusalQueryVariables>;
export const LatestReportsDocument = {"__meta__":{"hash":"sha256:bdd74aa49b65c660bc2128c3ac144b0f13c5690ea27403d9524fea14576003be"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LatestReports"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"EnumValue","value":"DESC"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"EnumValue","value":"ASC"}}]}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LatestReportsQuery, LatestReportsQueryVariables>;
export const LostCasesDocument = {"__meta__":{"hash":"sha256:ef88feb7621ddac9412d2ac83ee92e841cc6e29f74d2aeb46e91dc3cc59a2f3f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LostCases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"form"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"FORM_2019"},{"kind":"EnumValue","value":"FORM_2021"}]}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"review"},"name":{"kind":"Name","value":"totals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"review"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"results"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CORRECTED"},{"kind":"EnumValue","value":"TOTAL"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISTRICT"},{"kind":"EnumValue","value":"RESULT"}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"result"},"value":{"kind":"EnumValue","value":"ASC"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sum"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cases"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"litigation"},"name":{"kind":"Name","value":"totals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"litigation"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"results"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"CORRECTED"},{"kind":"EnumValue","value":"TOTAL"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISTRICT"},{"kind":"EnumValue","value":"RESULT"},{"kind":"EnumValue","value":"ROUTE"}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"result"},"value":{"kind":"EnumValue","value":"ASC"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sum"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Cases"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Cases"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Total"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"route"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sum"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stated"}},{"kind":"Field","name":{"kind":"Name","value":"blank"}},{"kind":"Field","name":{"kind":"Name","value":"unreadable"}}]}}]}}]} as unknown as DocumentNode<LostCasesQuery, LostCasesQueryVariables>;
export const MetricsInLawDocument = {"__meta__":{"hash":"sha256:9d82b691f3e75bbd66d04816a0669cea8e0ab9707b45a9a9bb700fc761d27675"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MetricsInLaw"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"form"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Form"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"form"},"value":{"kind":"Variable","name":{"kind":"Name","value":"form"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"says"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH"}}]},{"kind":"Field","name":{"kind":"Name","value":"issued"}}]}},{"kind":"Field","name":{"kind":"Name","value":"onForms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"numerator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addends"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"isTakenAway"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"denominator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addends"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"isTakenAway"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"comparison"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"with"},"value":{"kind":"EnumValue","value":"FORM_2021"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comparability"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]}}]}}]}}]} as unknown as DocumentNode<MetricsInLawQuery, MetricsInLawQueryVariables>;
export const MissingReportsDocument = {"__meta__":{"hash":"sha256:07090baae4ed7cb06778a14aa07c99c03725dc5289d1779b98b9d7e28a65553f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MissingReports"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"province"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110000","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2020"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"districts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"province"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"current"},"value":{"kind":"BooleanValue","value":true}},{"kind":"ObjectField","name":{"kind":"Name","value":"level"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"equals"},"value":{"kind":"EnumValue","value":"COUNTY"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"reports"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"none"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"equals"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}]}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MissingReportsQuery, MissingReportsQueryVariables>;
export const MostBrokenRulesDocument = {"__meta__":{"hash":"sha256:21e9110cc9fe57570f49fd55842ab034b62a8410bc8346a0422ef192b64f0929"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MostBrokenRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"broken"},"value":{"kind":"EnumValue","value":"DESC"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"says"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"forms"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"broken"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}}]}}]}}]} as unknown as DocumentNode<MostBrokenRulesQuery, MostBrokenRulesQueryVariables>;
export const NeighboursRankedDocument = {"__meta__":{"hash":"sha256:36788fc1cbc44b012fa918291f853655bc7d11d12c325c57003d78ca2aced515"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NeighboursRanked"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"parent"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110000","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"YearFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"of"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TotalOf"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"applications"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"rows"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"RECEIVED"}]}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"of"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"parent"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"equals"},"value":{"kind":"Variable","name":{"kind":"Name","value":"parent"}}}]}}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DISTRICT"},{"kind":"EnumValue","value":"YEAR"}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"EnumValue","value":"DESC"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sum"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sum"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}}]}}]}}]} as unknown as DocumentNode<NeighboursRankedQuery, NeighboursRankedQueryVariables>;
export const NeighboursDocument = {"__meta__":{"hash":"sha256:8d3a49b0a0fdf5f9a91d9abb671cf2257b7271c6cad5a52db7f26af8505376f6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Neighbours"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110115","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ancestors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"children"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<NeighboursQuery, NeighboursQueryVariables>;
export const OneDistrictDocument = {"__meta__":{"hash":"sha256:7fa688b6548be5b79ce69e14b9d4b91522835a209dbd44a5ff8beb7422a39814"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneDistrict"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110115","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"disclosureItems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"applicationOutcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"applicant"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewResults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"litigationResults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OneDistrictQuery, OneDistrictQueryVariables>;
export const OneFigureThroughTheYearsDocument = {"__meta__":{"hash":"sha256:2175d663b47eda6295c4ebc52f8cee40516818b0a4dd33008fceb58ea5f66a8c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneFigureThroughTheYears"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FigurePath"}}},"defaultValue":{"kind":"StringValue","value":"applications.GRANTED.TOTAL","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportFilter"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"within"},"value":{"kind":"StringValue","value":"110000","block":false}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"raw"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}}]}},{"kind":"Field","name":{"kind":"Name","value":"locator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TextLocator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"line"}},{"kind":"Field","name":{"kind":"Name","value":"column"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"revision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"sourceSha256"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OneFigureThroughTheYearsQuery, OneFigureThroughTheYearsQueryVariables>;
export const OneRuleDocument = {"__meta__":{"hash":"sha256:f7f061a6621aa8521a1f6fa09f28954cc51a323e03d83c20c822d6c540417cd2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"rule"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},"defaultValue":{"kind":"StringValue","value":"statistics.answers","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ruleId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"statistics.answers","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"rule"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"forms"}},{"kind":"Field","name":{"kind":"Name","value":"operands"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"title"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ZH"}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"broken"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ruleId"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"equals"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ruleId"}}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"absoluteDifference"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OneRuleQuery, OneRuleQueryVariables>;
export const PreviewAReportDocument = {"__meta__":{"hash":"sha256:0f3e85e0a0aae3329be35177650e9a31bf1adf24a7c90892873f526e802ed285"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PreviewAReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"source"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportSource"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"text"},"value":{"kind":"StringValue","value":"北京市大兴区2012年政府信息公开工作年度报告\n\n一、概述\n本年主动公开政府信息100条。","block":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"Variable","name":{"kind":"Name","value":"source"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewedReport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"applicationOutcomes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"applicants"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOTAL"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"got"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnknownDistrictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PreviewAReportMutation, PreviewAReportMutationVariables>;
export const ProvincesRankedDocument = {"__meta__":{"hash":"sha256:a34cf7a400f8316e42a1ff44aa558138aeee9ada5ca6bc4a529d9d73ae269eec"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProvincesRanked"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"34"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"applications"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"rows"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"RECEIVED"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PROVINCE"}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sum"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"sum"}},{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"median"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"maximum"}},{"kind":"Field","name":{"kind":"Name","value":"reports"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stated"}},{"kind":"Field","name":{"kind":"Name","value":"blank"}},{"kind":"Field","name":{"kind":"Name","value":"unreadable"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ProvincesRankedQuery, ProvincesRankedQueryVariables>;
export const PublishAReportDocument = {"__meta__":{"hash":"sha256:9ce689f927c4f7e55e85baad14ed02471f0fc4bca0992b2bbf576726622c5569"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishAReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IngestReportInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"text"},"value":{"kind":"StringValue","value":"The text of a report, tables as lines.","block":false}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"StringValue","value":"First publication.","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ingestReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IngestedReport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"got"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}}]}}]}}]}}]} as unknown as DocumentNode<PublishAReportMutation, PublishAReportMutationVariables>;
export const PublishedEveryYearDocument = {"__meta__":{"hash":"sha256:99ca1bb1423745cf166f772d6329a0e1485dd4c6be99bd413af0d43fd3cb3530"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PublishedEveryYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110000","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2014"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"category"},"value":{"kind":"EnumValue","value":"RECEIVED"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missingYears"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PublishedEveryYearQuery, PublishedEveryYearQueryVariables>;
export const ReadAReportDocument = {"__meta__":{"hash":"sha256:926016eba3da37134db67f1371e57ef8cf95965f4eeb747159c8a269a0de91c4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadAReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110107","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2022"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heading"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]} as unknown as DocumentNode<ReadAReportQuery, ReadAReportQueryVariables>;
export const ReceivedOverYearsDocument = {"__meta__":{"hash":"sha256:b80e70cb27de563b73aeb634e6770fa7e2fa36ad62845bff69f4a7da7cb74f4e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReceivedOverYears"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"of"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SeriesSubject"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"category"},"value":{"kind":"EnumValue","value":"RECEIVED"}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2014"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"of"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comparedWith"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"reports"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"comparability"}},{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missingYears"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"comparison"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comparability"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReceivedOverYearsQuery, ReceivedOverYearsQueryVariables>;
export const RefusalsByApplicantDocument = {"__meta__":{"hash":"sha256:451b8189ebeda50a327e1b9b6221a2bf1dcab9148dac8b6cc6f189ac2c484d3b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RefusalsByApplicant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"having"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TotalHaving"}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sum"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gt"},"value":{"kind":"StringValue","value":"0","block":false}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"applications"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"outcomeGroups"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"REFUSED"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"form"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"FORM_2019"},{"kind":"EnumValue","value":"FORM_2021"}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ROW"},{"kind":"EnumValue","value":"APPLICANT"}]}},{"kind":"Argument","name":{"kind":"Name","value":"having"},"value":{"kind":"Variable","name":{"kind":"Name","value":"having"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"sum"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"applicant"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sum"}},{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stated"}},{"kind":"Field","name":{"kind":"Name","value":"blank"}},{"kind":"Field","name":{"kind":"Name","value":"unreadable"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RefusalsByApplicantQuery, RefusalsByApplicantQueryVariables>;
export const ReportAsOfDocument = {"__meta__":{"hash":"sha256:2ba209e622a9652a010c37def8a072895dd8821c4c61b2e458cbe96c42ac9ac7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportAsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110115","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2020"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FigurePath"}}},"defaultValue":{"kind":"StringValue","value":"applications.RECEIVED.TOTAL","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},"defaultValue":{"kind":"StringValue","value":"2100-01-01T00:00:00Z","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"then"},"name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AsTold"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"now"},"name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AsTold"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"revision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AsTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Report"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"currentRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figure"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decimal"}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}}]} as unknown as DocumentNode<ReportAsOfQuery, ReportAsOfQueryVariables>;
export const ReportsWithErrorsDocument = {"__meta__":{"hash":"sha256:e645fe94fd82af7256cc963ee91246aadf455d040ec94a805dedd263a46e22a7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportsWithErrors"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"province"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"11","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"equals"},"value":{"kind":"EnumValue","value":"ERRORS"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"startsWith"},"value":{"kind":"Variable","name":{"kind":"Name","value":"province"}}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"EnumValue","value":"ASC"}}]}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"judgement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"}},{"kind":"Field","name":{"kind":"Name","value":"warnings"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"severity"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"in"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ERROR"},{"kind":"EnumValue","value":"WARNING"}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"report"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"code"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"startsWith"},"value":{"kind":"Variable","name":{"kind":"Name","value":"province"}}}]}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"severity"},"value":{"kind":"EnumValue","value":"ASC"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"ruleId"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportsWithErrorsQuery, ReportsWithErrorsQueryVariables>;
export const SearchDocument = {"__meta__":{"hash":"sha256:201248fe94021a2f8e07621bbea9a5e91ca31323b1f5657c856969831212af09"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"行政复议 培训","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heading"}}]}},{"kind":"Field","name":{"kind":"Name","value":"highlights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"isInHeading"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const TwoReportsComparedDocument = {"__meta__":{"hash":"sha256:d8b5b3317ef578cae4e5cb4744ee6e1d2047e257029a5dc2c32ac14b14c2daea"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TwoReportsCompared"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"paths"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FigurePath"}}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"StringValue","value":"applications.RECEIVED.TOTAL","block":false},{"kind":"StringValue","value":"applications.GRANTED.TOTAL","block":false},{"kind":"StringValue","value":"review.TOTAL","block":false},{"kind":"StringValue","value":"disclosure.NORMATIVE_DOCUMENTS.DISCLOSED","block":false}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110115","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2020"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"otherDistrict"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110107","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"otherYear"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2022"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"one"},"name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Compared"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"other"},"name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"otherDistrict"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"otherYear"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Compared"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Compared"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Report"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"paths"},"value":{"kind":"Variable","name":{"kind":"Name","value":"paths"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"suffix"}}]}}]}}]}}]} as unknown as DocumentNode<TwoReportsComparedQuery, TwoReportsComparedQueryVariables>;
export const WhatWouldBlockDocument = {"__meta__":{"hash":"sha256:cd55b9fa1618ab6168c9ed5762decfa06ddefe92dfeb03b6c17ed88c356eb65e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WhatWouldBlock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"source"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportSource"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"text"},"value":{"kind":"StringValue","value":"北京市大兴区人民政府2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n| 第二十条第（一）项 |\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 1 | 13 |\n\n四、政府信息公开行政复议、行政诉讼情况\n| 行政复议 |\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 4 | 0 | 0 | 1 | 4 |","block":true}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"refuseOn"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Severity"}}},"defaultValue":{"kind":"EnumValue","value":"ERROR"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"source"},"value":{"kind":"Variable","name":{"kind":"Name","value":"source"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"refuseOn"},"value":{"kind":"Variable","name":{"kind":"Name","value":"refuseOn"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewedReport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Blocking"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BrokenRulesError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Blocking"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Blocking"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Finding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"left"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"paths"}}]}},{"kind":"Field","name":{"kind":"Name","value":"right"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"paths"}}]}}]}}]} as unknown as DocumentNode<WhatWouldBlockMutation, WhatWouldBlockMutationVariables>;
export const WholeReportDocument = {"__meta__":{"hash":"sha256:f0f2ed1576a0f59fca32514f02ebb472e8e4a9458dcd81aad8b91d88ca4ec6c9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WholeReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110107","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2022"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"metrics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metric"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"decimal"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"InlineFragment","directives":[{"kind":"Directive","name":{"kind":"Name","value":"defer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"StringValue","value":"text","block":false}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heading"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"InlineFragment","directives":[{"kind":"Directive","name":{"kind":"Name","value":"defer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"StringValue","value":"statements","block":false}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shares"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unrecognisedRows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}}]}},{"kind":"InlineFragment","directives":[{"kind":"Directive","name":{"kind":"Name","value":"defer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"label"},"value":{"kind":"StringValue","value":"judgement","block":false}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WholeReportQuery, WholeReportQueryVariables>;
export const WithdrawAReportDocument = {"__meta__":{"hash":"sha256:0c500027315051f0a4bb66b0156ab74b233f5984b1355853e5a8ec674f0e5059"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawAReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WithdrawReportInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"district"},"value":{"kind":"StringValue","value":"110115","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"year"},"value":{"kind":"IntValue","value":"2020"}},{"kind":"ObjectField","name":{"kind":"Name","value":"expectedRevision"},"value":{"kind":"IntValue","value":"7"}},{"kind":"ObjectField","name":{"kind":"Name","value":"reason"},"value":{"kind":"StringValue","value":"The figures of another year were sent by mistake.","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"previousRevision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflictError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawAReportMutation, WithdrawAReportMutationVariables>;
export const YearBeforeAndAfterDocument = {"__meta__":{"hash":"sha256:dd8cce4d9ccad0033cfdd062c137ab909c5db3e20b2abbe5b71861a1902b62c7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"YearBeforeAndAfter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"district"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"110115","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"year"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"2020"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"district"},"value":{"kind":"Variable","name":{"kind":"Name","value":"district"}}},{"kind":"Argument","name":{"kind":"Name","value":"year"},"value":{"kind":"Variable","name":{"kind":"Name","value":"year"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"applicationOutcomes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"rows"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"RECEIVED"}]}},{"kind":"Argument","name":{"kind":"Name","value":"applicants"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOTAL"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"applicationOutcomes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"rows"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"RECEIVED"}]}},{"kind":"Argument","name":{"kind":"Name","value":"applicants"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TOTAL"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"district"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"prefecture"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"neighbours"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"current"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<YearBeforeAndAfterQuery, YearBeforeAndAfterQueryVariables>;