import type { LegalSourceId } from './legal-sources.ts'
import type { Term } from './terms.ts'

/** A statutory form. A report's form is decided by the tables found in it, never by its year. */
export interface FormTerm extends Term {
  readonly source: LegalSourceId
  /** The reporting years for which the form was prescribed: told to readers, never used to recognise a form. */
  readonly prescribedFrom: number
  readonly prescribedTo: number | null
}

/** 年度报告的三种法定格式. Keys are permanent. */
export const FORMS = {
  FORM_2014: {
    label: '政府信息公开情况统计表（2014年）',
    labelEn: 'Statistics table of 2014',
    source: 'NOTICE_2014_32',
    prescribedFrom: 2014,
    prescribedTo: 2018,
  },
  FORM_2019: {
    label: '政府信息公开工作年度报告格式（试行，2019年）',
    labelEn: 'Trial annual report form of 2019',
    source: 'NOTICE_2019_60',
    prescribedFrom: 2019,
    prescribedTo: 2020,
  },
  FORM_2021: {
    label: '政府信息公开工作年度报告格式（2021年）',
    labelEn: 'Annual report form of 2021',
    source: 'NOTICE_2021_30',
    prescribedFrom: 2021,
    prescribedTo: null,
  },
} as const satisfies Record<string, FormTerm>

export type Form = keyof typeof FORMS
