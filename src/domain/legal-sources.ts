/** A normative document on which the forms and their arithmetic rest. */
export interface LegalSource {
  readonly title: string
  readonly titleEn: string
  /** The document number, as cited. */
  readonly number: string
  /** The date of issue, ISO 8601. */
  readonly issued: string
}

/** The normative documents. Keys are permanent. */
export const LEGAL_SOURCES = {
  LEGISLATION_LAW: {
    title: '中华人民共和国立法法',
    titleEn: 'Legislation Law',
    number: '主席令第三十一号',
    issued: '2000-03-15',
  },
  REGULATION_492: {
    title: '中华人民共和国政府信息公开条例（2007年）',
    titleEn: 'Regulations on Open Government Information (2007)',
    number: '国务院令第492号',
    issued: '2007-04-05',
  },
  REGULATION_711: {
    title: '中华人民共和国政府信息公开条例（2019年修订）',
    titleEn: 'Regulations on Open Government Information (as revised in 2019)',
    number: '国务院令第711号',
    issued: '2019-04-03',
  },
  NOTICE_2014_32: {
    title: '关于加强和规范政府信息公开情况统计报送工作的通知',
    titleEn: 'Notice on strengthening and standardizing statistical reporting on open government information',
    number: '国办发〔2014〕32号',
    issued: '2014-06',
  },
  NOTICE_2019_60: {
    title: '关于政府信息公开工作年度报告有关事项的通知',
    titleEn: 'Notice on the annual report on open government information work',
    number: '国办公开办函〔2019〕60号',
    issued: '2019',
  },
  NOTICE_2021_30: {
    title: '关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
    titleEn: 'Notice issuing the form of the annual report on open government information work',
    number: '国办公开办函〔2021〕30号',
    issued: '2021-09-26',
  },
  FEE_RULES_2020_109: {
    title: '政府信息公开信息处理费管理办法',
    titleEn: 'Measures on information processing fees',
    number: '国办函〔2020〕109号',
    issued: '2020-11-17',
  },
} as const satisfies Record<string, LegalSource>

export type LegalSourceId = keyof typeof LEGAL_SOURCES
