import type { District } from '../../src/domain/district.ts'
import { ancestorsOf, DISTRICTS, districtsNamed } from '../../src/domain/district-registry.ts'
import { Random } from './random.ts'

/** A district's government, and the years on which it reports. */
export interface Reporter {
  readonly district: District
  readonly years: readonly number[]
}

export const FIRST_YEAR = 2008
export const LAST_YEAR = 2025
/** Of divisions that have been merged since. */
const LAST_YEAR_OF_ABOLISHED = 2016
/** One year in thirty has no report. */
const MISSING = 1 / 30
/** A municipality that is there whatever the number of reports, so that queries find the same districts in each store. */
const ALWAYS = '110000'

/**
 * Which governments report on which years, until there are so many reports: first those of Beijing, and then the rest of the country, in an
 * order that follows from the seed.
 */
export function rosterOf(reports: number, seed: number): Reporter[] {
  const roster: Reporter[] = []
  let left = reports
  for (const district of inOrder(seed)) {
    if (left <= 0) break
    const years = yearsOf(district, seed).slice(0, left)
    left -= years.length
    if (years.length > 0) roster.push({ district, years })
  }
  if (left > 0)
    throw new RangeError(
      `Expected at most ${reports - left} reports, got ${reports}: the registry has no more districts.`,
    )
  return roster
}

function inOrder(seed: number): District[] {
  const random = new Random(seed, 'order')
  const isAlways = (district: District) => district.code.startsWith(ALWAYS.slice(0, 2)) && district.current
  const places = new Map(
    DISTRICTS.filter(isReporting).map((district) => [district, isAlways(district) ? -1 : random.next()]),
  )
  return [...places.keys()].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
}

/** A division that has a government, and a name that is no other's: 三沙市 has islands that have none. */
function isReporting({ name, fullName }: District): boolean {
  return (
    /[省市区县旗州盟]$/u.test(name) && districtsNamed(name).filter((other) => other.fullName === fullName).length === 1
  )
}

function yearsOf({ code, current }: District, seed: number): number[] {
  const random = new Random(seed, code, 'years')
  const last = current ? LAST_YEAR : LAST_YEAR_OF_ABOLISHED
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
  return years.filter(() => !random.happens(MISSING))
}

/** The district with all that it stands in, as titles print it: 甘肃省定西市安定区. */
export function placeOf(district: District): string {
  const province = ancestorsOf(district).at(-1)
  return province === undefined || district.fullName.startsWith(province.name)
    ? district.fullName
    : province.name + district.fullName
}
