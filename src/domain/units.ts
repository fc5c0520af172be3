import type { Term } from './terms.ts'

/** The units that the forms print. */
export const UNITS = {
  ENTRIES: { label: '条', labelEn: 'entries' },
  CASES: { label: '件', labelEn: 'cases' },
  DOCUMENTS: { label: '件', labelEn: 'documents' },
  ITEMS: { label: '项', labelEn: 'items' },
  TIMES: { label: '次', labelEn: 'times' },
  ARTICLES: { label: '篇', labelEn: 'articles' },
  UNITS: { label: '个', labelEn: 'units' },
  PERSONS: { label: '人', labelEn: 'persons' },
  PERSON_TIMES: { label: '人次', labelEn: 'attendances' },
  TEN_THOUSAND_YUAN: { label: '万元', labelEn: 'ten thousand yuan' },
} as const satisfies Record<string, Term>

export type Unit = keyof typeof UNITS
