import type { District } from './district.ts'
import {
  BODY_OF_GOVERNMENT,
  BRANCH,
  GOVERNMENT,
  GOVERNMENT_OFFICE,
  OFFICE_OF_GOVERNMENT,
  STREET_OFFICE,
  TOWNSHIP,
  ZONE,
} from './document-words.ts'
import { isBareNameOf, shortPlaceNames } from './short-place-name.ts'
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
 * 北京市大兴区司法局, 区政府办 is 北京市大兴区人民政府办公室. A district's government goes by the district's name,
 * the branch of a city's bureau by the city's: 成都市公安局锦江区分局.
 */
export function agencyNameOf(
  { kind, name }: { readonly kind: AgencyKind; readonly name: string },
  district: Pick<District, 'name' | 'fullName'>,
): string {
  if (kind === 'GOVERNMENT') return `${district.fullName}${AGENCY_KINDS.GOVERNMENT.label}`
  const branch = branchOf(name, district)
  if (branch !== null) return branch
  const printed = bodyWithin(name, district) ?? name.replace(OWN_LEVEL, '')
  const body = printed.replace(BODY_OF_GOVERNMENT, '').replace(OFFICE_OF_GOVERNMENT, '人民政府办公室')
  if (kind === 'STREET') return `${district.fullName}${body.replace(/街(道)?$/, '街道办事处')}`
  if (kind === 'TOWNSHIP') return `${district.fullName}${body.replace(/([乡镇]|苏木)(政府)?$/, '$1人民政府')}`
  return `${district.fullName}${body}`
}

/** The level by which a body is named that names no place: 区 of 区财政局; null where it names none. */
export function ownLevelOf(name: string): string | null {
  return OWN_LEVEL.exec(name)?.[0].at(-1) ?? null
}

/** The branch that a bureau of the city above has in the district, in full; null where the name is not of one. */
function branchOf(name: string, { name: place, fullName }: Pick<District, 'name' | 'fullName'>): string | null {
  const [, printed = '', where = ''] = BRANCH.exec(name) ?? []
  if (!isBareNameOf(where, place)) return null
  const city = fullName.slice(0, -place.length)
  const at = printed.indexOf(city)
  const bureau = at < 0 ? printed.replace(OWN_LEVEL, '') : printed.slice(at + city.length)
  return `${city}${bureau}${place}分局`
}

/** What stands behind the district's name, in full or for short; null where the name does not hold it. */
function bodyWithin(name: string, district: Pick<District, 'name'>): string | null {
  for (const place of [district.name, ...shortPlaceNames(district.name)]) {
    const at = name.indexOf(place)
    if (at >= 0) return name.slice(at + place.length)
  }
  return null
}

/** 区财政局, 我县林业局: a body that is named by its level only; 市场监督管理局 is not. */
const OWN_LEVEL = /^(我|本)?[省市区县旗](?=.{2})(?!场|容|政[管园设工公])/

/** A division, or its government: 火星区, 海淀区人民政府; not a zone that an agency runs. */
const PLACE = /.(?<!开发|园|新|示范|风景|保护|景|矿|厂|校)[省市区县旗州盟](人民政府|政府)?$/

/**
 * Whether a name is that of another division's government than the district's: 海淀区人民政府 in 大兴区, or a government within it that
 * has a code of its own. Bodies without a division in their name are the district's.
 */
export function namesAnotherPlace(name: string, district: Pick<District, 'name'>): boolean {
  return PLACE.test(bodyWithin(name, district) ?? name.replace(OWN_LEVEL, ''))
}

/**
 * What kind of body a name is of, within its district: 北京市大兴区人民政府 is the government, 大兴区司法局 a department of it. The
 * district's bare name stands for its government; so does that of any division where the district is not known.
 */
export function agencyKindOf(name: string, district: Pick<District, 'name'> | null): AgencyKind {
  if (district === null) return PLACE.test(name) ? 'GOVERNMENT' : agencyKindOf(name, { name: '\0' })
  const printed = bodyWithin(name, district) ?? name.replace(OWN_LEVEL, '')
  // 黄埔区人民政府广州开发区管委会: a zone that shares the government's offices.
  const body = ZONE.test(printed) ? printed : printed.replace(BODY_OF_GOVERNMENT, '')
  const within = body.replace(GOVERNMENT, '')
  if (body === '') return 'GOVERNMENT'
  if (within !== body && !GOVERNMENT_OFFICE.test(within)) return 'GOVERNMENT'
  if (STREET_OFFICE.test(body)) return 'STREET'
  return TOWNSHIP.test(body) ? 'TOWNSHIP' : 'DEPARTMENT'
}
