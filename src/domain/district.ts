import type { Term } from './terms.ts'

/** The levels of GB/T 2260. */
export const DISTRICT_LEVELS = {
  PROVINCE: { label: '省级', labelEn: 'Province' },
  PREFECTURE: { label: '地级', labelEn: 'Prefecture' },
  COUNTY: { label: '县级', labelEn: 'County' },
} as const satisfies Record<string, Term>

export type DistrictLevel = keyof typeof DISTRICT_LEVELS

/** An administrative division of GB/T 2260. */
export interface District {
  /** Six digits; ends in 0000 for a province, in 00 for a prefecture. */
  readonly code: string
  readonly name: string
  /** The name as commonly cited, a county with what it belongs to: 北京市大兴区, 洛阳市西工区, 宿迁市. */
  readonly fullName: string
  readonly level: DistrictLevel
  readonly parentCode: string | null
  /** False for a division that an earlier edition of the registry has and the present one has not. */
  readonly current: boolean
}
