import { Converter } from 'opencc-js/t2cn'
import { beforeAll, describe, expect, it } from 'vitest'
import { RADICAL_FORMS } from '../../src/domain/character-forms.ts'
import { saveReport } from '../../src/store/save-report.ts'
import { countSections, type SearchQuestion, searchSections } from '../../src/store/search.ts'
import { highlightsOf } from '../../src/store/search-highlights.ts'
import { testDatabase } from '../database.ts'
import { aReport, aRevision, sameRules } from './a-revision.ts'

const db = await testDatabase()

/** Every assigned character that is a letter, a mark or a digit, without those that stand for halves of others. */
const WORD_CHARACTERS = Array.from({ length: 0x32000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /[\p{L}\p{N}]/u.test(character))

async function one<Row>(text: string, values: unknown[]): Promise<Row> {
  const { rows } = await db.pool.query(text, values)
  return rows[0] as Row
}

describe('folding', () => {
  const simplified = Converter({ from: 't', to: 'cn' })
  const single = (text: string, otherwise: string) => ([...text].length === 1 ? text : otherwise)
  const IDEOGRAPH = /[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{31fff}]/u
  const LATIN_OR_DIGIT = /[A-Z０-９Ａ-Ｚａ-ｚ]/

  /** By Unicode and OpenCC: small half-width letters and digits, and simplified ideographs; one character for each. */
  function foldedOf(character: string): string {
    if (LATIN_OR_DIGIT.test(character)) return character.normalize('NFKC').toLowerCase()
    if (!IDEOGRAPH.test(character)) return character
    const compatible = single(RADICAL_FORMS[character] ?? character.normalize('NFKC'), character)
    // OpenCC leads from some characters to others that it leads on from.
    return single(simplified(simplified(compatible)), compatible)
  }

  it('does to each character what Unicode and OpenCC say', async () => {
    const parts = Array.from({ length: Math.ceil(WORD_CHARACTERS.length / 500) }, (_, part) =>
      WORD_CHARACTERS.slice(part * 500, part * 500 + 500).join(''),
    )
    const { folded } = await one<{ folded: string }>(
      "SELECT string_agg(search_fold(part), '' ORDER BY place) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS parts (part, place)",
      [parts],
    )
    const characters = [...folded]
    expect(characters).toHaveLength(WORD_CHARACTERS.length)
    const otherwise = WORD_CHARACTERS.filter((character, place) => characters[place] !== foldedOf(character))
    expect(otherwise).toEqual([])
    // Folded once is folded.
    expect(characters.filter((character) => foldedOf(character) !== character)).toEqual([])
  })

  it.each([
    ['政府信息公開', '政府信息公开'],
    ['２０２０年ＧＤＰ', '2020年gdp'],
    ['⺠政⼀', '民政一'],
    ['一㎡…', '一㎡…'],
    ['', ''],
  ])('%s → %s', async (printed, folded) => {
    expect(await one('SELECT search_fold($1) AS folded', [printed])).toEqual({ folded })
  })
})

describe('grams', () => {
  it('take no letter and no digit for a separator', async () => {
    const text = WORD_CHARACTERS.join('')
    const { left } = await one<{ left: string }>(
      "SELECT regexp_replace($1, '[' || search_separators() || ']', '', 'g') AS left",
      [text],
    )
    expect(left).toBe(text)
  })

  it('are characters, pairs, numbers and Latin words, with how often they stand there', async () => {
    const { rows } = await db.pool.query<{ gram: string; times: string }>(
      'SELECT gram, times::int FROM search_grams(\'公开、公开 11,087条3.5gb2 x，\') ORDER BY gram COLLATE "C"',
    )
    expect(rows.map(({ gram, times }) => `${gram} ${times}`)).toEqual([
      '11,087 1',
      '2 1',
      '3.5 1',
      'gb 1',
      'x 1',
      '公 2',
      '公开 2',
      '开 2',
      '条 1',
    ])
  })
})

describe('a year behind an outline number', () => {
  const sections = [
    { heading: '1.2016年工作', text: '3.2.2015年以来，增长9.53%，共1.2014件。', at: null },
    { heading: '完全', text: '２．２０１３年，又2012，2011年，另1.1850年。', at: null },
  ]
  beforeAll(() =>
    saveReport(db, aRevision('years', { year: 2008, report: aReport({ year: 2008, sections }) }), sameRules),
  )
  const find = async (...words: string[]) => {
    const hits = await searchSections(db, { words }, { limit: 10, way: 'FORWARDS' })
    const highlights = await highlightsOf(db, words, hits)
    return hits.map(({ position }, place) => [position, ...(highlights[place] ?? []).map(({ exact }) => exact)])
  }

  it.each([
    ['2016', [[0, '2016']]],
    ['2016年', [[0, '2016年']]],
    ['1.2016', [[0, '1.2016']]],
    ['2015', [[0, '2015']]],
    ['2015年以来', [[0, '2015年以来']]],
    ['2013', [[1, '２０１３']]],
    ['2011', [[1, '2011']]],
    // What no 年 follows, and what is no year, may be a decimal.
    ['2014', []],
    ['53', []],
    ['1850', []],
    ['016', []],
    ['1.20', []],
  ])('is found by itself, and nothing else behind a point is: %s', async (words, found) => {
    expect(await find(words)).toEqual(found)
    expect(await countSections(db, { words: [words] })).toBe(found.length)
  })
})

const MEGABYTE = 1_000_000
/** A text in which hardly two characters follow each other twice: what the index holds of it is as large as can be. */
const dense = (first: number, range: number, bytes: number) => {
  let seed = 1
  let text = ''
  for (let size = 0; size < bytes; ) {
    seed = (seed * 48_271) % 2_147_483_647
    const character = String.fromCodePoint(first + (seed % range))
    size += Buffer.byteLength(character)
    text += character
  }
  return text
}

describe('long sections', () => {
  const sections = [
    { heading: '长', text: `${'公开信息。\n'.repeat(MEGABYTE / 16)}末尾的珍珠鸟`, at: null },
    { heading: '密', text: `${dense(0x4e00, 20_000, 299_000)}末尾的金丝雀`, at: null },
    { heading: '疏', text: `${dense(0x20000, 40_000, 299_000)}末尾的红腹锦鸡`, at: null },
    { heading: '字', text: `${'a'.repeat(200_000)} ${'1'.repeat(200_000)} 末尾的画眉`, at: null },
    { heading: '短', text: `${'b'.repeat(150)} ${'7'.repeat(150)} 末尾的黄鹂`, at: null },
  ]
  beforeAll(() => saveReport(db, aRevision('long', { report: aReport({ sections }) }), sameRules))
  const find = (...words: string[]) => searchSections(db, { words }, { limit: 10, way: 'FORWARDS' })

  it.each([
    ['鸟', 0],
    ['珍珠鸟', 0],
    ['金丝', 1],
    ['金丝雀', 1],
    ['红腹锦鸡', 2],
    ['画眉', 3],
    ['黄鹂', 4],
  ])('are found by %s at their end', async (words, position) => {
    expect(await find(words)).toMatchObject([{ position }])
    expect(await countSections(db, { words: [words] })).toBe(1)
    const [highlights] = await highlightsOf(db, [words], await find(words))
    expect(highlights).toMatchObject([{ words, exact: words, isInHeading: false }])
  })

  it('are not found by what they have in pieces only', async () => {
    expect(await find('珍珠雀')).toEqual([])
    expect(await find('信公')).toEqual([])
    expect(await find('公开', '金丝雀')).toEqual([])
  })

  it('are found by words longer than an entry of the index', async () => {
    expect(await find('b'.repeat(100))).toEqual([])
    expect(await find('b'.repeat(60))).toEqual([])
    expect(await find('7'.repeat(150))).toMatchObject([{ position: 4 }])
  })
})

describe('the plan of a search', () => {
  it.each<[string, SearchQuestion]>([
    ['one word', { words: ['公开'] }],
    ['several', { words: ['行政复议', '2020'] }],
    ['with a filter', { words: ['公开'], reports: { district: { within: '110000' } } }],
  ])('for %s looks into the index, and reads no table of sections', async (_name, question) => {
    const plans: string[] = []
    const explained = {
      ...db,
      pool: {
        query: async (text: string, values: unknown[]) => {
          const { rows } = await db.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
          plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
          return { rows: [] }
        },
      },
    } as unknown as typeof db
    await searchSections(explained, question, { limit: 20, way: 'FORWARDS' })
    await countSections(explained, question)
    expect(plans).toHaveLength(2)
    for (const plan of plans) {
      expect(plan).toContain('Bitmap Index Scan on sections_search_idx')
      expect(plan).not.toContain('Seq Scan on sections')
    }
  })
})

it('the index is built anew where PostgreSQL has no path to look for functions in', async () => {
  await db.pool.query("SET search_path = ''; REINDEX INDEX public.sections_search_idx; RESET search_path")
  expect(await searchSections(db, { words: ['黄鹂'] }, { limit: 10, way: 'FORWARDS' })).toHaveLength(1)
})
