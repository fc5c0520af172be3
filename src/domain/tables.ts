import type { Term } from './terms.ts'

/** The tables of the forms: three since 2019, one in 2014. */
export const TABLES = {
  DISCLOSURE: { label: '主动公开政府信息情况', labelEn: 'Proactive disclosure' },
  APPLICATIONS: { label: '收到和处理政府信息公开申请情况', labelEn: 'Requests received and handled' },
  CASES: { label: '政府信息公开行政复议、行政诉讼情况', labelEn: 'Reconsideration and litigation' },
  STATISTICS: { label: '政府信息公开情况统计表', labelEn: 'Statistics of 2014 to 2018' },
} as const satisfies Record<string, Term>

export type Table = keyof typeof TABLES
