import type { Term } from './terms.ts'

/** What kind of body issues a report. */
export const AGENCY_KINDS = {
  GOVERNMENT: { label: '人民政府', labelEn: "People's government of the district" },
  DEPARTMENT: { label: '部门', labelEn: 'Department' },
  STREET: { label: '街道办事处', labelEn: 'Subdistrict office' },
  TOWNSHIP: { label: '乡镇人民政府', labelEn: "Township people's government" },
} as const satisfies Record<string, Term>

export type AgencyKind = keyof typeof AGENCY_KINDS
