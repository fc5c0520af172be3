import { expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { sample } from '../hub.ts'
import { hubWithSamples } from './hub-with-samples.ts'
import {
  ClaimsDocument,
  CorrectionsOfAReportDocument,
  EvidenceDocument,
  LatestReportsDocument,
  ReadAReportDocument,
  SearchDocument,
  TwoReportsComparedDocument,
  WholeReportDocument,
} from './typed/graphql.ts'

// Saved queries about reports and their text: facts written down by hand. `answers/` has the whole answers.

const hub = await hubWithSamples()

it('latest-reports: by year, and page by page', async () => {
  const { reports } = await hub.dataOf(LatestReportsDocument, { first: 2 })
  expect(reports).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } })
  expect(reports.nodes.map(({ year, district }) => [year, district.code])).toEqual([
    [2022, '110107'],
    [2020, '110115'],
  ])
  const next = await hub.dataOf(LatestReportsDocument, { first: 2, after: reports.pageInfo.endCursor })
  expect(next.reports.nodes.map(({ year, agency }) => [year, agency.name])).toEqual([
    [2020, '洛阳市西工区人民政府'],
    [2018, '北京市通州区人民政府'],
  ])
})

it('claims: what sentences state, at the line where they state it', async () => {
  const { report } = await hub.dataOf(ClaimsDocument)
  const letters = report?.claims.find(({ subject }) => subject === 'applications.RECEIVED_BY_LETTER.TOTAL')
  expect(letters).toMatchObject({ value: '446', parts: [], unit: '件', approximate: false, scope: null })
  const lines = sample('tongzhou-2018').split('\n')
  for (const { locator, sentence } of report!.claims) {
    if (!locator || !('line' in locator)) throw new Error('Expected a place in a text.')
    expect(lines[locator.line - 1]?.slice(locator.column - 1).startsWith(sentence)).toBe(true)
  }
})

it('evidence: line and column of each figure, the row around it, and the source it stands in', async () => {
  const { report } = await hub.dataOf(EvidenceDocument)
  const { createHash } = await import('node:crypto')
  expect(report?.currentRevision).toMatchObject({
    number: 1,
    sourceName: null,
    sourceSha256: createHash('sha256').update(sample('daxing-2020')).digest('hex'),
  })
  const lines = sample('daxing-2020').split('\n')
  expect(report?.reviewResults).toHaveLength(5)
  for (const { locator, raw } of report!.reviewResults) {
    if (!locator || !('line' in locator)) throw new Error('Expected a place in a text.')
    expect(lines[locator.line - 1]?.slice(locator.column - 1).startsWith(raw)).toBe(true)
  }
  for (const { snippet, raw } of report!.reviewResults) expect(snippet?.exact).toBe(raw)
  expect(report?.reviewResults[0]?.snippet?.suffix).toBe('\n10\n7\n11\n117\n25\n3\n0\n9\n37\n8\n0\n2\n2\n12')
  expect(report?.reviewResults[0]).toMatchObject({
    path: 'review.UPHELD',
    label: '行政复议：结果维持',
    state: 'STATED',
    value: 89,
  })
})

it('read-a-report: the text, heading by heading', async () => {
  const { report } = await hub.dataOf(ReadAReportDocument)
  expect(report?.agency.name).toBe('北京市石景山区人民政府')
  const overview = report?.sections.find(({ heading }) => heading?.endsWith('总体情况'))
  expect(overview?.text).toContain('全区受理申请530件')
})

it('search: sections with all of the words, and where these stand', async () => {
  const { search } = await hub.dataOf(SearchDocument)
  expect(search?.totalCount).toBe(3)
  expect(search?.nodes.map(({ report, section }) => [report.year, section.heading])).toEqual([
    [2022, '总体情况'],
    [2020, '一、总体情况'],
    [2017, '二、信息公开数据'],
  ])
  expect(search?.nodes.slice(0, 1)).toMatchObject([
    {
      rank: 'MENTIONED',
      report: { year: 2022, agency: { name: '北京市石景山区人民政府' } },
      section: { heading: '总体情况' },
      highlights: [
        { words: '行政复议', isInHeading: false, exact: '行政复议', suffix: expect.stringMatching(/^12件：维持4件，/) },
        { words: '培训', isInHeading: false, prefix: '（三）', exact: '培训', suffix: '与监督' },
      ],
    },
  ])
  const { search: cases } = await hub.dataOf(SearchDocument, { query: '复议', filter: { year: { equals: 2018 } } })
  expect(cases?.nodes.map(({ rank, report }) => [rank, report.year])).toEqual([['REPEATED', 2018]])
})

it('two-reports-compared: a figure of both, with the row in which each stands', async () => {
  const { one, other } = await hub.dataOf(TwoReportsComparedDocument)
  const granted = [one, other].map((report) =>
    report?.figures.find(({ path }) => path === 'applications.GRANTED.TOTAL'),
  )
  expect(granted.map((figure) => [figure?.decimal, figure?.snippet?.prefix])).toEqual([
    ['261', '（一）予以公开\n234\n26\n0\n1\n0\n0\n'],
    ['309', '（一）予以公开\n297\n12\n0\n0\n0\n0\n'],
  ])
  // The form of 2021 does not ask what was newly disclosed.
  expect([one?.figures.length, other?.figures.length]).toEqual([4, 3])
})

it('whole-report: the same in one piece as in parts', async () => {
  const { report } = await hub.dataOf(WholeReportDocument)
  expect(report).toMatchObject({ form: 'FORM_2021', status: 'CLEAN', findings: [], issues: [] })
  expect(report?.figures).toContainEqual({ path: 'applications.GRANTED.TOTAL', decimal: '309', state: 'STATED' })
  expect(report?.claims).toContainEqual({
    subject: 'disclosure.PROACTIVE.COUNT',
    value: '9660',
    sentence: '2022年主动公开政府信息9660条，重点领域专栏发布1980条。',
  })
})

it('corrections-of-a-report: each revision, the latest first, with its reason', async () => {
  const text = sample('daxing-2020').replace(
    '860\n\t76\n\t0\n\t4\n\t11\n\t2\n\t953',
    '861\n\t76\n\t0\n\t4\n\t11\n\t2\n\t954',
  )
  expect(text).not.toBe(sample('daxing-2020'))
  await ingest(hub.db, { kind: 'TEXT', text }, { expectedRevision: 1, reason: '更正新收申请数' })
  const { report } = await hub.dataOf(CorrectionsOfAReportDocument)
  expect(report?.currentRevision).toEqual({ number: 2 })
  expect(report?.revisions.nodes.map(({ number, reason, figure }) => [number, reason, figure?.decimal])).toEqual([
    [2, '更正新收申请数', '954'],
    [1, null, '953'],
  ])
})
