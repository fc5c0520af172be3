import type { District } from '../../src/domain/district.ts'
import type { Form } from '../../src/domain/forms.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Variant } from '../../test/parse/generator/printed-tables.ts'
import { type Agency, agencyOf, type Carried, NOTHING_CARRIED } from './agency-state.ts'
import { dividedFigures, type Figures } from './divided-figures.ts'
import { type Planted, plant } from './plant.ts'
import { type OwnRow, printReport } from './printed-report.ts'
import { chaptersOf } from './prose.ts'
import { Random } from './random.ts'
import type { Reporter } from './roster.ts'
import { statisticsFigures } from './statistics-figures.ts'

/** A report of a country that there is not. */
export interface GeneratedReport {
  readonly district: District
  readonly year: number
  /** What is published, in the order in which it is. A second text corrects the first. */
  readonly versions: readonly GeneratedVersion[]
}

export interface GeneratedVersion {
  readonly text: string
  /** What the parser reads of the text. */
  readonly report: Report
  /** What is wrong in it on purpose. */
  readonly planted: readonly Planted[]
}

export interface CountryOptions {
  readonly seed: number
  /** How large a text is at least, in bytes of UTF-8; texts are some 6 kB otherwise. */
  readonly bytes?: number
}

/** One report in so many: has a mistake in its figures; tells another number than its table; was published again, corrected; has cells without a number; is on another year's form; has a row that its form has not. */
const WRONG = 12
const SLIPPED = 25
const CORRECTED = 40
const UNTIDY = 14
const OTHER_FORM = 20
const WITH_OWN_ROW = 30

/** About so long is a paragraph that makes a text longer. */
const BYTES_OF_PARAGRAPH = 500

/** The reports of a government, year by year, each coherent with the one before but for what is planted. */
export function* reportsOf({ district, years }: Reporter, options: CountryOptions): Generator<GeneratedReport> {
  const agency = agencyOf(district, options.seed)
  let carried = NOTHING_CARRIED
  let before: { readonly year: number; readonly form: Form } | null = null
  for (const year of years) {
    const random = new Random(options.seed, district.code, year)
    const variant = variantOf(district, year, random)
    const isNext = before?.year === year - 1
    const made = figuresOf(variant, agency, year, isNext ? carried : NOTHING_CARRIED, random)
    yield {
      district,
      year,
      versions: versionsOf(
        agency,
        year,
        variant,
        made.figures,
        isNext && before?.form !== 'FORM_2014',
        random,
        options,
      ),
    }
    carried = made.carried
    before = { year, form: variant.form }
  }
}

function variantOf(district: District, year: number, random: Random): Variant {
  const others: readonly Form[] = year <= 2018 ? ['FORM_2014'] : ['FORM_2014', 'FORM_2019', 'FORM_2021']
  const own: Form = year <= 2018 ? 'FORM_2014' : year <= 2020 ? 'FORM_2019' : 'FORM_2021'
  const form = random.happens(1 / OTHER_FORM) ? random.oneOf(others) : own
  const isBeijings = district.code.startsWith('11')
  return { form, local: form === 'FORM_2021' ? random.happens(0.04) : isBeijings }
}

function figuresOf(
  variant: Variant,
  agency: Agency,
  year: number,
  carried: Carried,
  random: Random,
): { figures: Figures; carried: Carried } {
  if (variant.form !== 'FORM_2014') return dividedFigures(variant, agency, year, carried, random)
  return { figures: statisticsFigures(variant, agency, year, random), carried: NOTHING_CARRIED }
}

function versionsOf(
  agency: Agency,
  year: number,
  variant: Variant,
  exact: Figures,
  hasYearBefore: boolean,
  random: Random,
  { seed, bytes = 0 }: CountryOptions,
): GeneratedVersion[] {
  const { district } = agency
  const published = new Map(exact)
  const isCorrected = random.happens(1 / CORRECTED)
  const planted =
    isCorrected || random.happens(1 / WRONG) ? plant(published, variant.form, hasYearBefore, random) : null
  const slip = planted === null && random.happens(1 / SLIPPED) ? random.between(1, 20) : 0
  // A cell that states nothing would leave open what is wrong.
  const blanks: Figures =
    planted === null && slip === 0 && random.happens(1 / UNTIDY) ? untidy(published, random) : new Map()
  const proseSeed = random.next()
  const ownRow = ownRowOf(district, year, seed)
  const print = (figures: Figures, slipped: number) => {
    const write = (more: number) => {
      const chapters = chaptersOf(variant.form, figures, new Random(proseSeed), { more, slip: slipped })
      return printReport({ district, year, variant }, new Map([...figures, ...blanks]), chapters, ownRow)
    }
    let document = write(0)
    for (let more = 0; ; document = write(more)) {
      const missing = bytes - Buffer.byteLength(document.text)
      if (missing <= 0) return document
      more += Math.ceil(missing / BYTES_OF_PARAGRAPH)
    }
  }
  const plantedInProse = slip === 0 ? [] : [{ kind: 'another number in the prose', rules: ['prose.applications'] }]
  const first = { ...print(published, slip), planted: [...(planted === null ? [] : [planted]), ...plantedInProse] }
  return planted !== null && isCorrected ? [first, { ...print(exact, 0), planted: [] }] : [first]
}

/** A row of the place's own, in some reports: it follows from a seed of its own, and moves nothing else. */
function ownRowOf(district: District, year: number, seed: number): OwnRow | null {
  const random = new Random(seed, district.code, year, 'own row')
  return random.happens(1 / WITH_OWN_ROW) ? { label: '行政裁决', value: String(random.below(40)) } : null
}

/** Some cells that state no number: left blank, or told about. */
function untidy(figures: Figures, random: Random): Figures {
  return new Map(
    Array.from({ length: random.between(1, 3) }, () => {
      const [path, value] = random.oneOf([...figures])
      return [
        path,
        random.oneOf(value.startsWith('-') ? ['-'] : ['—', '-', '/', '无', `约${value}`, `${value}多`]),
      ] as const
    }),
  )
}
