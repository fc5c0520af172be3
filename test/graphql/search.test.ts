import { beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { testHub } from '../hub.ts'
import { aYear } from '../ingest/a-year.ts'

// What stands where in the five samples was read by a person.

const hub = await testHub()
beforeAll(() => hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020'))

interface Highlight {
  readonly words: string
  readonly isInHeading: boolean
  readonly prefix: string
  readonly exact: string
  readonly suffix: string
}
interface Found {
  readonly totalCount: number
  readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor', unknown>>
  readonly edges: readonly {
    readonly cursor: string
    readonly node: {
      readonly rank: string
      readonly section: { readonly heading: string | null; readonly text: string }
      readonly report: { readonly year: number; readonly district: { readonly name: string } }
      readonly highlights: readonly Highlight[]
    }
  }[]
}

async function search(query: string, args = '', variables: object = {}): Promise<Found> {
  const { search: found } = await hub.dataOf<{ search: Found }, object>(
    `query ($query: String!, $filter: ReportFilter) {
      search(query: $query, filter: $filter ${args}) {
        totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges {
          cursor
          node {
            rank
            section { heading text }
            report { year district { name } }
            highlights { words isInHeading prefix exact suffix }
          }
        }
      }
    }`,
    { query, ...variables },
  )
  return found
}

const placesOf = ({ edges }: Found) =>
  edges.map(({ node: { report, section } }) => `${report.district.name} ${report.year} ${section.heading ?? ''}`.trim())

const OVERVIEW = '大兴区 2020 一、总体情况'
const SHIJINGSHAN = '石景山区 2022 总体情况'
const CHAOYANG = '朝阳区 2017 二、信息公开数据'
const TONGZHOU = '通州区 2018 二、信息公开数据'
const XIGONG = '西工区 2020 一、总体情况'
const CASES = [
  '石景山区 2022 政府信息公开行政复议、行政诉讼情况',
  '大兴区 2020 四、政府信息公开行政复议、行政诉讼情况',
  '西工区 2020 四、政府信息公开行政复议、行政诉讼情况',
]

it('a search takes radicals for the characters that they stand for, as it does in texts', async () => {
  expect(placesOf(await search('⾏政复议'))).toEqual(placesOf(await search('行政复议')))
  expect((await search('⾏政复议')).totalCount).toBeGreaterThan(0)
})

it('a search finds words that the end of a line breaks', async () => {
  const lines = ['一、总体情况', '本年加强渠', '道建设，开阔', '听取意见']
  const text = ['北京市大兴区人民政府2009年政府信息公开工作年度报告', '', ...lines].join('\n')
  const stored = await ingest(hub.db, { kind: 'TEXT', text })
  if (!stored.ok) throw new Error(stored.error.message)
  const found = await search('渠道建设')
  expect(placesOf(found)).toEqual(['大兴区 2009 一、总体情况'])
  expect(found.edges[0]?.node.highlights).toEqual([
    { words: '渠道建设', isInHeading: false, prefix: '本年加强', exact: '渠\n道建设', suffix: '，开阔' },
  ])
  expect(placesOf(await search('阔听'))).toEqual(['大兴区 2009 一、总体情况'])
})

describe('a search finds', () => {
  it.each<[why: string, query: string, places: string[]]>([
    ['a word of one character', '征', [CHAOYANG]],
    ['a section that is one character', '无 "无"', ['西工区 2020 六、其他需要报告的事项']],
    ['a word of two', '微信', [CHAOYANG, XIGONG].toReversed()],
    ['a word of three', '档案馆', [TONGZHOU]],
    ['a longer one', '政府信息公开年报', ['朝阳区 2017']],
    ['all of several words', '行政复议 530', [SHIJINGSHAN]],
    ['all of them, in heading and text together', '问题 扩大', []],
    ['a number', '953', [OVERVIEW]],
    ['a number with what it counts', '953件', [OVERVIEW]],
    ['a number whole: not in 953', '95', []],
    ['a number whole: not in 11087', '1087', []],
    ['a number whole: not behind the point of 3.79', '79', []],
    ['a number with its point', '3.79%', [TONGZHOU]],
    ['digits of full width', '９５３', [OVERVIEW]],
    ['full-width digits of a document', '8.50', [TONGZHOU]],
    ['traditional characters', '檔案館', [TONGZHOU]],
    ['words in quotation marks one behind the other', '"行政复议 行政诉讼"', CASES],
    ['the same in Chinese marks, with whatever parts them', '“行政复议，行政诉讼”', CASES],
    ['no quotation that stands there the other way round', '"行政诉讼 行政复议"', []],
    ['no word that stands there in pieces only', '信息条例', []],
    ['no word that begins in the heading and ends in the text', '情况全年', []],
    ['nothing that stands in tables only', '规章', []],
    ['nothing', '鲢鱼', []],
  ])('%s', async (_why, query, places) => {
    const found = await search(query)
    expect(placesOf(found)).toEqual(places)
    expect(found.totalCount).toBe(places.length)
  })

  it('headings first, then what is said three times, then the rest; in each the latest year first', async () => {
    const { edges, ...found } = await search('复议')
    expect(edges.map(({ node: { rank, report, section } }) => [rank, report.year, section.heading])).toEqual([
      ['HEADING', 2022, '政府信息公开行政复议、行政诉讼情况'],
      ['HEADING', 2020, '四、政府信息公开行政复议、行政诉讼情况'],
      ['HEADING', 2020, '四、政府信息公开行政复议、行政诉讼情况'],
      ['REPEATED', 2022, '总体情况'],
      ['REPEATED', 2018, '二、信息公开数据'],
      ['REPEATED', 2017, '二、信息公开数据'],
      ['MENTIONED', 2020, '一、总体情况'],
    ])
    expect(found.totalCount).toBe(7)
  })

  it('what the filter leaves', async () => {
    const of = async (filter: object) => {
      const found = await search('复议', '', { filter })
      expect(found.totalCount).toBe(found.edges.length)
      return placesOf(found)
    }
    expect(await of({ year: { equals: 2018 } })).toEqual([TONGZHOU])
    expect(await of({ district: { code: { startsWith: '41' } } })).toEqual([CASES[2], XIGONG])
    expect(await of({ status: { equals: 'ERRORS' } })).toEqual([TONGZHOU, CHAOYANG])
    expect(await of({ year: { lte: 2010 } })).toEqual([])
    expect(await of({ year: null, district: null })).toHaveLength(7)
  })
})

describe('highlights', () => {
  it('cover each word exactly, with its line around it', async () => {
    const [hit] = (await search('政府信息 ９５３件 "依申请公开　2020年"')).edges
    expect(hit?.node.highlights).toEqual([
      {
        words: '政府信息',
        isInHeading: false,
        prefix: '（一）主动公开。全年主动公开',
        exact: '政府信息',
        suffix: '11087条，其中工作动态2181条、通知公告653条、重点领域5789条、政民互动1520条。网站上可以查到63家单位',
      },
      {
        words: '９５３件',
        isInHeading: false,
        prefix: '（二）依申请公开。2020年新受理申请',
        exact: '953件',
        suffix: '，上年结转46件；答复了962件，还有37件结转下年度继续办理。',
      },
      {
        words: '依申请公开 2020年',
        isInHeading: false,
        prefix: '（二）',
        exact: '依申请公开。2020年',
        suffix: '新受理申请953件，上年结转46件；答复了962件，还有37件结转下年度继续办理。',
      },
    ])
  })

  it('show the heading where it has the word, and text as it is printed', async () => {
    const [heading] = (await search('訴訟')).edges
    expect(heading?.node.highlights).toEqual([
      { words: '訴訟', isInHeading: true, prefix: '政府信息公开行政复议、行政', exact: '诉讼', suffix: '情况' },
    ])
    const [text] = (await search('8.50%')).edges
    expect(text?.node.highlights).toMatchObject([
      { prefix: '非本机关掌握56件，占总数的', exact: '8.50', suffix: '％；' },
    ])
  })
})

describe('a page of a search', () => {
  it('goes on behind its last section, and back', async () => {
    const all = await search('复议')
    const cursors = all.edges.map(({ cursor }) => cursor)
    for (let at = 0; at < cursors.length; at++) {
      const behind = await search('复议', `first: 2, after: "${cursors[at]}"`)
      expect(behind.edges).toEqual(all.edges.slice(at + 1, at + 3))
      expect(behind.pageInfo).toMatchObject({ hasNextPage: at + 3 < cursors.length, hasPreviousPage: true })
      const before = await search('复议', `last: 2, before: "${cursors[at]}"`)
      expect(before.edges).toEqual(all.edges.slice(Math.max(0, at - 2), at))
      expect(before.pageInfo).toMatchObject({ hasPreviousPage: at > 2 })
    }
    const last = await search('复议', 'last: 3')
    expect(last.edges).toEqual(all.edges.slice(-3))
  })

  it('may be empty, and has then no cursors', async () => {
    const empty = { edges: [], pageInfo: { startCursor: null, endCursor: null } }
    expect(await search('鲢鱼')).toMatchObject(empty)
    expect(await search('复议', 'first: 0')).toMatchObject({ ...empty, totalCount: 7 })
  })

  it('neither repeats nor leaves out anything when reports come in between', async () => {
    const add = (year: number) =>
      ingest(
        hub.db,
        withSections(year, [
          { heading: '复议', text: '复议' },
          { heading: null, text: '复议' },
        ]),
      )
    const before = await search('复议')
    const first = await search('复议', 'first: 3')
    await add(2023)
    await add(2015)
    const second = await search('复议', `first: 3, after: "${first.pageInfo.endCursor}"`)
    const third = await search('复议', `first: 3, after: "${second.pageInfo.endCursor}"`)
    const [, , rest] = [first, second, third]
    const paged = [first, second, rest].flatMap(placesOf)
    // What came in behind the first page is found, what came in before it is not.
    expect(paged).toEqual(
      [...placesOf(before).slice(0, 3), '大兴区 2015 复议', ...placesOf(before).slice(3, 7), '大兴区 2023'].toSorted(
        (one, other) => paged.indexOf(one) - paged.indexOf(other),
      ),
    )
    expect((await search('复议')).totalCount).toBe(11)
    await hub.db.pool.query('UPDATE reports SET current_number = NULL WHERE year IN (2015, 2023)')
    expect((await search('复议')).totalCount).toBe(7)
  })
})

function withSections(year: number, sections: readonly object[]) {
  const source = aYear(year, { RECEIVED: 1 })
  if (source.kind !== 'STRUCTURED') throw new Error('Expected a report object.')
  return { ...source, object: { ...(source.object as object), sections } }
}

describe('a revision that is no longer current', () => {
  it('is not found, and the one that replaced it is', async () => {
    await ingest(hub.db, withSections(2016, [{ heading: null, text: '旧的修订版本' }]))
    expect(placesOf(await search('修订版本'))).toEqual(['大兴区 2016'])
    await ingest(hub.db, withSections(2016, [{ heading: null, text: '新的修订版本' }]), { expectedRevision: 1 })
    const found = await search('修订版本')
    expect(found.totalCount).toBe(1)
    expect(found.edges.map(({ node }) => node.section.text)).toEqual(['新的修订版本'])
    expect(await search('旧的')).toMatchObject({ totalCount: 0, edges: [] })
    // Withdrawn.
    await hub.db.pool.query('UPDATE reports SET current_number = NULL WHERE year = 2016')
    expect(await search('修订版本')).toMatchObject({ totalCount: 0, edges: [] })
    expect(await search('修订版本', '', { filter: { year: { equals: 2016 } } })).toMatchObject({
      totalCount: 0,
      edges: [],
    })
  })
})

describe('the number of statements', () => {
  it('is the same for one section as for all', async () => {
    const query = (first: number) => `{
      search(query: "公开", first: ${first}) {
        totalCount
        nodes { rank section { heading text } highlights { exact } report { year agency { name } district { name } } }
      }
    }`
    for (const first of [1, 100]) {
      hub.db.forgetStatements()
      await hub.dataOf(query(first))
      // The sections; how many there are; their texts; highlights; reports with their current revisions, agencies and districts.
      expect(hub.db.statements, hub.db.statements.join('\n')).toHaveLength(5)
    }
  })

  it('is one where nothing but the rank is asked for', async () => {
    hub.db.forgetStatements()
    await hub.dataOf('{ search(query: "公开") { nodes { rank } } }')
    expect(hub.db.statements).toHaveLength(1)
  })
})
