import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type GeneratedVersion, reportsOf } from '../../bench/generate/country.ts'
import { Random } from '../../bench/generate/random.ts'
import { FIRST_YEAR, LAST_YEAR, rosterOf } from '../../bench/generate/roster.ts'
import { shareOf } from '../../bench/generate/share-of.ts'
import { DISTRICTS } from '../../src/domain/district-registry.ts'
import { judgeReport } from '../../src/ingest/judge-report.ts'
import { readReport } from '../parse/read-report.ts'

const SEED = 1
/** The governments of Beijing and some thirty others: every level, and every form with its local variant. */
const SAMPLE = rosterOf(900, SEED)

const generate = (seed: number, bytes?: number) =>
  rosterOf(150, seed).flatMap((reporter) => [...reportsOf(reporter, { seed, ...(bytes !== undefined && { bytes }) })])
const digestOf = (seed: number) => {
  const texts = generate(seed).flatMap(({ versions }) => versions.map(({ text }) => text))
  return createHash('sha256').update(texts.join('\0')).digest('hex')
}

describe('a country of a seed', () => {
  it('is the same, byte by byte, whenever it is made', () => {
    expect(digestOf(7)).toBe(digestOf(7))
    expect(digestOf(7)).not.toBe(digestOf(8))
  })

  it('has reports that do not depend on which others are made', () => {
    const [first, second] = SAMPLE
    const after = [...reportsOf(first!, { seed: SEED }), ...reportsOf(second!, { seed: SEED })].slice(
      -second!.years.length,
    )
    expect([...reportsOf(second!, { seed: SEED })]).toEqual(after)
  })

  it.each([1_000, 10_000, 58_000])('has as many reports as are asked for: %d', (reports) => {
    const roster = rosterOf(reports, SEED)
    expect(roster.reduce((sum, { years }) => sum + years.length, 0)).toBe(reports)
    expect(new Set(roster.map(({ district }) => district.code)).size).toBe(roster.length)
    for (const { years } of roster) {
      expect(years.every((year) => year >= FIRST_YEAR && year <= LAST_YEAR)).toBe(true)
    }
    expect(roster[0]?.district.name).toBe('北京市')
  })

  it('is the whole country with 58,000 reports: every province, and nearly every prefecture and county', () => {
    const codes = new Set(rosterOf(58_000, SEED).map(({ district }) => district.code))
    const there = (level: string) => {
      const all = DISTRICTS.filter((district) => district.level === level && district.current)
      return all.filter(({ code }) => codes.has(code)).length / all.length
    }
    expect(there('PROVINCE')).toBeGreaterThan(0.95)
    expect(there('PREFECTURE')).toBeGreaterThan(0.9)
    expect(there('COUNTY')).toBeGreaterThan(0.9)
  })

  it('has no more reports than the registry has divisions for', () => {
    expect(() => rosterOf(70_000, SEED)).toThrow(/Expected at most \d+ reports, got 70000/)
  })
})

const VERSIONS = SAMPLE.flatMap((reporter) =>
  [...reportsOf(reporter, { seed: SEED })].flatMap(({ district, year, versions }) => {
    return versions.map((version) => ({ ...version, district, year }))
  }),
)

describe('its reports', () => {
  it('have all figures of their forms', () => {
    const counts = new Map<string, number>()
    for (const { report, district } of VERSIONS) {
      const isBeijings = district.code.startsWith('11') && report.form !== 'FORM_2021'
      const isUndivided = report.figures.has('applications.OTHER.TOTAL') && report.form === 'FORM_2021'
      const name = `${report.form}${isBeijings ? " Beijing's" : ''}${isUndivided ? ' with one row for other outcomes' : ''}`
      expect(counts.get(name) ?? report.figures.size).toBe(report.figures.size)
      counts.set(name, report.figures.size)
    }
    expect(Object.fromEntries(counts)).toEqual({
      // The rows of the statistics table, without the thirteen of key areas, and with all but the one that some places add.
      FORM_2014: 58,
      "FORM_2014 Beijing's": 71,
      // 22 cells of proactive disclosure, 23 rows by 7, 15 cases; Beijing divides one row of three cells in two.
      FORM_2019: 198,
      "FORM_2019 Beijing's": 201,
      // 10 cells, 25 rows by 7, 15 cases; without the division of 其他处理 two rows fewer.
      FORM_2021: 200,
      'FORM_2021 with one row for other outcomes': 186,
    })
  })

  it('are mostly on the form of their year, and a few on that of another', () => {
    const own = (year: number) => (year <= 2018 ? 'FORM_2014' : year <= 2020 ? 'FORM_2019' : 'FORM_2021')
    const others = VERSIONS.filter(({ report, year }) => report.form !== own(year))
    expect(others.length).toBeGreaterThan(5)
    expect(others.length / VERSIONS.length).toBeLessThan(0.1)
  })

  it('are of very different sizes', () => {
    const received = VERSIONS.map(({ report }) => Number(report.figures.get('applications.RECEIVED.TOTAL')?.value ?? 0))
    const sorted = received.sort((one, other) => one - other)
    const median = sorted[Math.floor(sorted.length / 2)]!
    expect(median).toBeGreaterThan(5)
    expect(sorted.at(-1)).toBeGreaterThan(20 * median)
  })

  it('have cells that are blank, and cells that cannot be read', () => {
    const states = VERSIONS.flatMap(({ report }) => [...report.figures.values()].map(({ state }) => state))
    expect(states.filter((state) => state === 'BLANK').length).toBeGreaterThan(10)
    expect(states.filter((state) => state === 'UNREADABLE').length).toBeGreaterThan(5)
    expect(states.filter((state) => state !== 'STATED').length / states.length).toBeLessThan(0.01)
  })

  it('have rows that their form does not have, now and then', () => {
    const own = VERSIONS.filter(({ report }) => report.unrecognisedRows.length > 0)
    expect(own.length).toBeGreaterThan(3)
    expect(own.length / VERSIONS.length).toBeLessThan(0.05)
  })

  it('break the rules that were planted, and no other that counts', () => {
    const kinds = new Set<string>()
    let before: GeneratedVersion['report'] | null = null
    for (const { report, planted, district, year } of VERSIONS) {
      const isNext = before?.district?.code === district.code && before.year === year - 1
      const { findings } = judgeReport(report, isNext && before ? { ...before, year: year - 1 } : null)
      const broken = new Set(findings.flatMap(({ ruleId, severity }) => (severity === 'NOTICE' ? [] : [ruleId])))
      expect([...broken].sort(), `${district.fullName} ${year}`).toEqual(planted.flatMap(({ rules }) => rules).sort())
      for (const { kind } of planted) kinds.add(kind)
      // A report that is published again is the last version.
      if (!(before?.year === year && before.district?.code === district.code) || planted.length === 0) before = report
    }
    expect(kinds.size).toBeGreaterThan(7)
  })

  it('that are published again are right then', () => {
    const corrected = SAMPLE.flatMap((reporter) => [...reportsOf(reporter, { seed: SEED })]).filter(
      ({ versions }) => versions.length > 1,
    )
    expect(corrected.length).toBeGreaterThan(5)
    for (const { versions } of corrected) {
      expect(versions.map(({ planted }) => planted.length)).toEqual([1, 0])
      expect(versions[0]?.text).not.toBe(versions[1]?.text)
    }
  })
})

describe('the text of a report', () => {
  // Every ninth, and all that have something odd: on another form's row, with a cell without a number, or published again.
  const read = VERSIONS.filter(
    ({ report, planted }, index) => index % 9 === 0 || report.issues.length > 0 || planted.length > 1,
  )

  it('is read as the report that it was made of: figures, places, snippets, sections, claims, shares, issues', async () => {
    expect(new Set(read.map(({ report }) => report.form)).size).toBe(3)
    for (const { text, report } of read) expect(await readReport(text)).toEqual(report)
  }, 300_000)

  it('is as long as it is asked to be, and read as well', async () => {
    for (const { versions } of generate(3, 25_000).filter((_, index) => index % 30 === 0)) {
      for (const { text, report } of versions) {
        expect(Buffer.byteLength(text)).toBeGreaterThanOrEqual(25_000)
        expect(Buffer.byteLength(text)).toBeLessThan(35_000)
        expect(await readReport(text)).toEqual(report)
      }
    }
  }, 120_000)

  it('names its government so that it is found again', async () => {
    const governments = rosterOf(58_000, SEED).filter((_, index) => index % 40 === 0)
    for (const { district, years } of governments) {
      const [made] = reportsOf({ district, years: years.slice(0, 1) }, { seed: SEED })
      const { district: found } = await readReport(made!.versions[0]!.text)
      expect(found?.code, district.fullName).toBe(district.code)
    }
  }, 120_000)

  it('has words that most reports have, and words that hardly any has', () => {
    const having = (word: string) => VERSIONS.filter(({ text }) => text.includes(word)).length / VERSIONS.length
    expect(having('公开')).toBe(1)
    expect(having('乡村振兴')).toBeGreaterThan(0.05)
    // The last of fifty themes, and one of some fifty thousand places.
    expect(having('冬虫夏草')).toBeLessThan(having('乡村振兴') / 3)
    expect(having('鹤塬变电站')).toBeLessThan(0.01)
  })
})

describe('chance', () => {
  it('splits a total into parts that add up to it, about as the weights say', () => {
    const random = new Random('parts')
    for (const total of [0, 1, 7, 24, 25, 1_000, 123_456]) {
      const parts = random.split(total, [6, 3, 1])
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
    }
    const [most, some] = random.split(1_000_000, [6, 3, 1])
    expect(most).toBeGreaterThan(590_000)
    expect(most).toBeLessThan(610_000)
    expect(some).toBeGreaterThan(290_000)
  })

  it('takes the first of a list often and the last seldom', () => {
    const random = new Random('words')
    const taken = Array.from({ length: 2_000 }, () => random.rarelyTheLast(['a', 'b', 'c', 'd', 'e', 'f', 'g']))
    const times = (word: string) => taken.filter((one) => one === word).length
    expect(times('a')).toBeGreaterThan(5 * times('g'))
    expect(times('g')).toBeGreaterThan(0)
  })
})

describe('a share', () => {
  it.each([
    ['1', '3', '33.33'],
    ['2', '3', '66.67'],
    ['1', '8', '12.50'],
    // 0.005 goes up.
    ['1', '20000', '0.01'],
    ['5', '5', '100.00'],
    ['0', '5', '0.00'],
  ])('of %s in %s is %s per cent', (part, whole, percent) => {
    expect(shareOf(part, whole)).toBe(percent)
  })

  it('of nothing is none', () => {
    expect(shareOf('0', '0')).toBeNull()
  })
})
