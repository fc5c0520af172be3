import { APPLICANTS } from '../../src/domain/applicants.ts'
import type { ApplicationRow } from '../../src/domain/application-rows.ts'
import type { DisclosureItemCode, DisclosureMeasure } from '../../src/domain/disclosure-items.ts'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import { codesOf } from '../../src/domain/terms.ts'
import { casePaths, disclosureCells, outcomesOf, type Variant } from '../../test/parse/generator/printed-tables.ts'
import { type Agency, type Carried, usualIn } from './agency-state.ts'
import type { Random } from './random.ts'

/** The figures of a report in plain digits, by path. */
export type Figures = Map<FigurePath, string>

const PEOPLE = codesOf(APPLICANTS).filter((applicant) => applicant !== 'TOTAL')
/** Of a hundred requests, by who made them. */
const APPLICANTS_OF_100 = [84, 11, 0.5, 0.7, 2.3, 1.5] as const
/** Of a hundred requests, by what became of them; the rest share one in fifty. */
const OUTCOMES_OF_100: Partial<Record<ApplicationRow, number>> = {
  GRANTED: 45,
  PARTLY_GRANTED: 7,
  REFUSED_STATE_SECRET: 0.3,
  REFUSED_PROHIBITED_BY_LAW: 0.8,
  REFUSED_THIRD_PARTY_RIGHTS: 1.2,
  REFUSED_INTERNAL_AFFAIRS: 0.8,
  REFUSED_PROCESS_INFORMATION: 1.2,
  REFUSED_ENFORCEMENT_FILE: 1.5,
  REFUSED_ADMINISTRATIVE_QUERY: 1.2,
  UNABLE_NOT_HELD: 25,
  UNABLE_NOT_READY_MADE: 1.5,
  UNABLE_STILL_UNCLEAR: 2,
  NOT_PROCESSED_PETITION: 4,
  NOT_PROCESSED_REPEAT: 1.5,
  OTHER: 5,
  OTHER_NOT_CORRECTED_IN_TIME: 2,
  OTHER_MISCELLANEOUS: 3,
}
const RARE = 0.15
/** Reviews, suits without one before, and suits after one. */
const CASES_OF_A_REQUEST = [0.03, 0.012, 0.006] as const

/** All figures of the forms of 2019 and 2021, coherent with each other and with the year before, and what goes over into the next year. */
export function dividedFigures(
  variant: Variant,
  agency: Agency,
  year: number,
  carried: Carried,
  random: Random,
): { figures: Figures; carried: Carried } {
  const figures: Figures = new Map()
  const inForce: Partial<Record<DisclosureItemCode, number>> = {}
  const items: Partial<Record<DisclosureItemCode, number>> = {}
  for (const { item, measures } of disclosureCells(variant)) {
    const set = (measure: DisclosureMeasure, value: number | string) => {
      figures.set(`disclosure.${item}.${measure}` as FigurePath, String(value))
    }
    if (measures.includes('IN_FORCE')) {
      const makes = item !== 'REGULATIONS' || agency.district.level !== 'COUNTY'
      const before =
        carried.inForce?.[item] ?? (makes ? Math.round(random.heavyTailed(item === 'REGULATIONS' ? 20 : 90, 0.6)) : 0)
      const issued = makes ? random.count(before * 0.09) : 0
      const repealed = Math.min(before, makes ? random.count(before * 0.07) : 0)
      inForce[item] = before + issued - repealed
      set('ISSUED', issued)
      set('REPEALED', repealed)
      set('IN_FORCE', inForce[item])
    } else if (measures.includes('MADE')) {
      const makes = item !== 'REGULATIONS' || agency.district.level !== 'COUNTY'
      const total = makes ? Math.round(random.heavyTailed(item === 'REGULATIONS' ? 20 : 120, 0.6)) : 0
      const made = makes ? Math.min(total, random.count(total * 0.1)) : 0
      set('MADE', made)
      set('DISCLOSED', made - Math.min(made, random.below(3)))
      set('DISCLOSED_TOTAL', total)
    }
    if (measures.includes('PREVIOUS_ITEMS')) {
      const before =
        carried.items?.[item] ?? Math.round(random.heavyTailed(item === 'ADMINISTRATIVE_FEES' ? 25 : 300, 0.8))
      const change = Math.max(-before, Math.round(random.normal() * Math.sqrt(before)))
      items[item] = before + change
      set('PREVIOUS_ITEMS', before)
      set('CHANGE', change)
    }
    if (measures.includes('DECISIONS')) {
      const part = item === 'LICENSING' ? 0.6 : item === 'COERCION' ? 0.02 : 0.15
      set('DECISIONS', random.count(usualIn(agency.decisions * part, agency, year, random)))
    }
    if (measures.includes('PROJECTS'))
      set('PROJECTS', random.count(usualIn(agency.decisions / 40, agency, year, random)))
    if (measures.includes('AMOUNT')) set('AMOUNT', amountOf(random, item === 'PROCUREMENT' ? 9_000 : 2_500))
  }
  const requests = applications(figures, variant, agency, year, carried, random)
  for (const [index, block] of casePaths().entries()) {
    cases(figures, block, CASES_OF_A_REQUEST[index] ?? 0, agency, year, random)
  }
  return {
    figures,
    carried: {
      requests,
      inForce: variant.form === 'FORM_2021' ? inForce : null,
      items: variant.form === 'FORM_2019' ? items : null,
    },
  }
}

/** An amount in ten thousand yuan, with up to four places. */
export function amountOf(random: Random, median: number): string {
  if (random.happens(0.06)) return '0'
  const places = random.oneOf([0, 1, 2, 2, 4, 4])
  return String(Number(random.heavyTailed(median, 1).toFixed(places)))
}

function applications(
  figures: Figures,
  variant: Variant,
  agency: Agency,
  year: number,
  carried: Carried,
  random: Random,
): Readonly<Partial<Record<(typeof PEOPLE)[number], number>>> {
  const received = random.split(random.count(usualIn(agency.requests, agency, year, random)), APPLICANTS_OF_100)
  const carriedIn = PEOPLE.map((applicant, column) => {
    return carried.requests?.[applicant] ?? random.count((received[column] ?? 0) * 0.03)
  })
  const due = received.map((count, column) => count + (carriedIn[column] ?? 0))
  const slow = 0.08 * random.next()
  const carriedOver = due.map((count) => Math.min(count, Math.floor(count * slow + random.next() * 0.5)))
  const outcomes = outcomesOf(variant)
  const weights = outcomes.map((row) => (OUTCOMES_OF_100[row] ?? RARE) * random.heavyTailed(1, 0.5))
  const handled = due.map((count, column) => count - (carriedOver[column] ?? 0))
  const became = handled.map((count) => random.split(count, weights))
  const row = (code: ApplicationRow, values: readonly number[]) => {
    for (const [column, applicant] of PEOPLE.entries())
      figures.set(`applications.${code}.${applicant}`, String(values[column]))
    figures.set(`applications.${code}.TOTAL`, String(values.reduce((sum, value) => sum + value, 0)))
  }
  row('RECEIVED', received)
  row('CARRIED_IN', carriedIn)
  for (const [index, code] of outcomes.entries())
    row(
      code,
      became.map((column) => column[index] ?? 0),
    )
  row('HANDLED_TOTAL', handled)
  row('CARRIED_OVER', carriedOver)
  return Object.fromEntries(PEOPLE.map((applicant, column) => [applicant, carriedOver[column] ?? 0]))
}

/** Reviews or suits of a block: 维持, 纠正, 其他, 尚未审结, and their total. */
function cases(
  figures: Figures,
  block: readonly FigurePath[],
  part: number,
  agency: Agency,
  year: number,
  random: Random,
): void {
  const total = random.count(usualIn(agency.requests * part, agency, year, random))
  const values = [...random.split(total, [62, 9, 19, 10]), total]
  for (const [column, path] of block.entries()) figures.set(path, String(values[column]))
}
