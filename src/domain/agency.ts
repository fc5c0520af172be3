import type { District } from './district.ts'
import { GOVERNMENT, GOVERNMENT_OFFICE, STREET_OFFICE, TOWNSHIP } from './document-words.ts'
import type { Term } from './terms.ts'

/** What kind of body issues a report. */
export const AGENCY_KINDS = {
  GOVERNMENT: { label: '人民政府', labelEn: "People's government of the district" },
  DEPARTMENT: { label: '部门', labelEn: 'Department' },
  STREET: { label: '街道办事处', labelEn: 'Subdistrict office' },
  TOWNSHIP: { label: '乡镇人民政府', labelEn: "Township people's government" },
} as const satisfies Record<string, Term>

export type AgencyKind = keyof typeof AGENCY_KINDS

/**
 * The one name of an agency within its district, however a document shortens it: 大兴区司法局, 区司法局 and 北京市大兴区司法局 are
 * 北京市大兴区司法局. A district's government goes by the district's name.
 */
export function agencyNameOf(
  { kind, name }: { readonly kind: AgencyKind; readonly name: string },
  district: Pick<District, 'name' | 'fullName'>,
): string {
  if (kind === 'GOVERNMENT') return `${district.fullName}${AGENCY_KINDS.GOVERNMENT.label}`
  const place = name.indexOf(district.name)
  const body = place < 0 ? name.replace(OWN_LEVEL, '') : name.slice(place + district.name.length)
  return `${district.fullName}${body}`
}

/** 区财政局, 我县林业局: a body that is named by its level only. */
const OWN_LEVEL = /^(我|本)?[省市区县旗](?=.{2})/

/** A division, or its government: 火星区, 海淀区人民政府; not a zone that an agency runs. */
const PLACE = /.(?<!开发|园|新|示范|风景|保护|景|矿|厂|校)[省市区县旗州盟](人民政府|政府)?$/

/**
 * Whether a name is that of another division's government than the district's: 海淀区人民政府 in 大兴区, or a government within it that
 * has a code of its own. Bodies without a division in their name are the district's.
 */
export function namesAnotherPlace(name: string, district: Pick<District, 'name'>): boolean {
  const place = name.indexOf(district.name)
  return PLACE.test(place < 0 ? name.replace(OWN_LEVEL, '') : name.slice(place + district.name.length))
}

/**
 * What kind of body a name is of, within its district: 北京市大兴区人民政府 is the government, 大兴区司法局 a department of it. The
 * district's bare name stands for its government; so does that of any division where the district is not known.
 */
export function agencyKindOf(name: string, district: Pick<District, 'name'> | null): AgencyKind {
  if (district === null) return PLACE.test(name) ? 'GOVERNMENT' : agencyKindOf(name, { name: '\0' })
  const place = name.indexOf(district.name)
  const body = place < 0 ? name : name.slice(place + district.name.length)
  const within = body.replace(GOVERNMENT, '')
  if (body === '') return 'GOVERNMENT'
  if (within !== body && !GOVERNMENT_OFFICE.test(within)) return 'GOVERNMENT'
  if (STREET_OFFICE.test(body)) return 'STREET'
  return TOWNSHIP.test(body) ? 'TOWNSHIP' : 'DEPARTMENT'
}
