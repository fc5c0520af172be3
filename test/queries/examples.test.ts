import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readExamples } from '../../src/server/plugins/example-queries.ts'
import { sample, testHub } from '../hub.ts'
import {
  ApplicationsComparedDocument,
  BrokenArithmeticDocument,
  ClaimsDocument,
  DisclosureRatesDocument,
  EvidenceDocument,
  FindingsOfAReportDocument,
  FormsDocument,
  LatestReportsDocument,
  MostBrokenRulesDocument,
  NeighboursDocument,
  OneDistrictDocument,
  PreviewAReportDocument,
  ProvincesRankedDocument,
  PublishAReportDocument,
  ReadAReportDocument,
  ReceivedOverYearsDocument,
  RefusalsByApplicantDocument,
  ReportsWithErrorsDocument,
  SearchDocument,
  WhatWouldBlockDocument,
  YearBeforeAndAfterDocument,
} from './typed/graphql.ts'

// Each saved query: its answer on the five samples, by facts written down by hand, and how many statements it takes.

const hub = await testHub()
beforeAll(() => hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020'))

const EXAMPLES = new URL('../../examples/', import.meta.url)

/** The answer, once it is seen to take so many statements. */
async function answerIn<Result, Variables>(
  statements: number,
  document: Parameters<typeof hub.dataOf<Result, Variables>>[0],
  variables?: Variables,
): Promise<Result> {
  hub.db.forgetStatements()
  const data = await hub.dataOf(document, variables)
  expect(hub.db.statements, hub.db.statements.join('\n')).toHaveLength(statements)
  return data
}

describe('the saved queries', () => {
  it('have a title each, and a test each in this file', () => {
    const examples = readExamples(EXAMPLES.pathname)
    expect(examples.map(({ name }) => name).sort()).toEqual([
      'applications-compared',
      'broken-arithmetic',
      'claims',
      'disclosure-rates',
      'evidence',
      'findings-of-a-report',
      'forms',
      'latest-reports',
      'most-broken-rules',
      'neighbours',
      'one-district',
      'preview-a-report',
      'provinces-ranked',
      'publish-a-report',
      'read-a-report',
      'received-over-years',
      'refusals-by-applicant',
      'reports-with-errors',
      'search',
      'what-would-block',
      'year-before-and-after',
    ])
    for (const { name, title } of examples) expect(title).not.toBe(name)
    expect(readdirSync(EXAMPLES).filter((name) => name.endsWith('.graphql'))).toHaveLength(examples.length)
  })
})

it('one-district: the published figures of all four families', async () => {
  // district and count, reports, current revisions, four families.
  const { district } = await answerIn(7, OneDistrictDocument)
  expect(district).toMatchObject({ code: '110115', fullName: '北京市大兴区', reports: { totalCount: 1 } })
  const [report] = district!.reports.nodes
  expect(report).toMatchObject({
    year: 2020,
    form: 'FORM_2019',
    title: '北京市大兴区人民政府2020年政府信息公开工作年度报告',
  })
  const figures = report!.disclosureItems.length + report!.applicationOutcomes.length
  expect(figures + report!.reviewResults.length + report!.litigationResults.length).toBe(201)
  expect(report!.disclosureItems).toContainEqual({
    item: 'PROCUREMENT',
    measure: 'AMOUNT',
    value: '28130.0902',
    unit: 'TEN_THOUSAND_YUAN',
  })
  expect(report!.applicationOutcomes).toContainEqual({
    row: 'GRANTED',
    applicant: 'TOTAL',
    value: 261,
    state: 'STATED',
  })
  expect(report!.reviewResults).toContainEqual({ result: 'TOTAL', value: 117 })
  expect(report!.litigationResults).toContainEqual({ route: 'DIRECT', result: 'TOTAL', value: 37 })
})

it('latest-reports: by year, and page by page', async () => {
  // the page, reports, current revisions, agencies, districts, the count.
  const { reports } = await answerIn(6, LatestReportsDocument, { first: 2 })
  expect(reports).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } })
  expect(reports.nodes.map(({ year, district }) => [year, district.code])).toEqual([
    [2022, '110107'],
    [2020, '110115'],
  ])
  const next = await answerIn(6, LatestReportsDocument, { first: 2, after: reports.pageInfo.endCursor })
  expect(next.reports.nodes.map(({ year, agency }) => [year, agency.name])).toEqual([
    [2020, '洛阳市西工区人民政府'],
    [2018, '北京市通州区人民政府'],
  ])
})

it('applications-compared: two rows of four reports, across two forms', async () => {
  // the page, reports, current revisions, districts, outcomes.
  const { reports } = await answerIn(5, ApplicationsComparedDocument)
  const rows = reports.nodes.map(({ year, district, applicationOutcomes }) => [
    district.name,
    year,
    ...applicationOutcomes.map(({ value }) => value),
  ])
  expect(rows).toEqual([
    ['朝阳区', 2017, 2555, 752],
    ['石景山区', 2022, 530, 309],
    ['通州区', 2018, 674, 103],
    ['大兴区', 2020, 953, 261],
  ])
  expect(reports.nodes[0]?.applicationOutcomes[0]?.label).toBe('Requests received')
})

it('broken-arithmetic: what was found, and what could not be read', async () => {
  // the page, reports, current revisions, districts, findings, issues.
  const { reports } = await answerIn(6, BrokenArithmeticDocument, { year: 2020 })
  const xigong = reports.nodes.find(({ district }) => district.fullName === '洛阳市西工区')
  expect(xigong?.issues.map(({ code }) => code)).toContain('row.cell-count')
})

it('claims: what sentences state, at the line where they state it', async () => {
  // report, current revision, claims, shares, unrecognised rows.
  const { report } = await answerIn(5, ClaimsDocument)
  const letters = report?.claims.find(({ subject }) => subject === 'applications.RECEIVED_BY_LETTER.TOTAL')
  expect(letters).toMatchObject({ value: '446', parts: [], unit: '件', approximate: false, scope: null })
  const lines = sample('tongzhou-2018').split('\n')
  for (const { locator, sentence } of report!.claims) {
    if (!locator || !('line' in locator)) throw new Error('Expected a place in a text.')
    expect(lines[locator.line - 1]?.slice(locator.column - 1).startsWith(sentence)).toBe(true)
  }
})

it('evidence: line and column of each figure, the row around it, and the source it stands in', async () => {
  // report, current revision, results, issues, snippets.
  const { report } = await answerIn(5, EvidenceDocument)
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

it('neighbours: up to the province, and down to the sister districts', async () => {
  // district, its parent and count, the grandparent, sisters, their reports, current revisions, agencies.
  const { district } = await answerIn(7, NeighboursDocument)
  expect(district?.ancestors).toEqual([{ code: '110000', name: '北京市', level: 'PROVINCE' }])
  const withReports = district?.parent?.children.nodes.filter(({ reports }) => reports.nodes.length > 0)
  expect(withReports?.map(({ name }) => name)).toEqual(['朝阳区', '石景山区', '通州区', '大兴区'])
})

it('read-a-report: the text, heading by heading', async () => {
  // report, current revision, agency, sections.
  const { report } = await answerIn(4, ReadAReportDocument)
  expect(report?.agency.name).toBe('北京市石景山区人民政府')
  const overview = report?.sections.find(({ heading }) => heading?.endsWith('总体情况'))
  expect(overview?.text).toContain('全区受理申请530件')
})

it('forms: the catalogue, without asking the store', async () => {
  const { forms } = await answerIn(0, FormsDocument)
  expect(forms.map(({ code, source }) => [code, source.number])).toEqual([
    ['FORM_2014', '国办发〔2014〕32号'],
    ['FORM_2019', '国办公开办函〔2019〕60号'],
    ['FORM_2021', '国办公开办函〔2021〕30号'],
  ])
  const [form2014, form2019] = forms
  const path = 'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED'
  expect(form2014?.figures).toHaveLength(72)
  expect(form2014?.figures).toContainEqual({
    path,
    unit: 'ENTRIES',
    label: 'Normative documents proactively disclosed',
  })
  expect(form2019?.figures).toContainEqual({
    path,
    unit: 'DOCUMENTS',
    label: 'Normative documents: Newly disclosed this year',
  })
})

it('preview-a-report: reads, judges, and stores nothing', async () => {
  const before = await hub.db.prisma.report.count()
  // The key, and the report of the year before.
  const { previewReport } = await answerIn(2, PreviewAReportDocument)
  expect(previewReport).toMatchObject({
    __typename: 'PreviewedReport',
    district: { fullName: '北京市大兴区' },
    year: 2012,
    form: null,
    issues: [{ code: 'form.unknown' }],
  })
  const full = await answerIn(2, PreviewAReportDocument, { source: { text: sample('daxing-2020') } })
  if (full.previewReport?.__typename !== 'PreviewedReport') throw new Error('Expected a previewed report.')
  expect(full.previewReport.applicationOutcomes).toContainEqual({ row: 'RECEIVED', value: 953 })
  expect(await hub.db.prisma.report.count()).toBe(before)
})

it('publish-a-report: stores nothing before a report is put into it', async () => {
  const before = await hub.db.prisma.report.count()
  const { ingestReport } = await hub.dataOf(PublishAReportDocument)
  expect(ingestReport).toMatchObject({ __typename: 'NotAReportError', message: expect.stringContaining('Expected') })
  expect(await hub.db.prisma.report.count()).toBe(before)
})

it('publish-a-report: says what it did', async () => {
  const { ingestReport } = await hub.dataOf(PublishAReportDocument, {
    input: { source: { text: sample('daxing-2020') } },
  })
  expect(ingestReport).toMatchObject({
    __typename: 'IngestedReport',
    outcome: 'UNCHANGED',
    report: { year: 2020, district: { fullName: '北京市大兴区' }, currentRevision: { number: 1 } },
  })
})

it('findings-of-a-report: both sides, as figures in their rows and as sentences in their lines', async () => {
  // report, current revision, judgement, findings, the revision for its figures, two families of them, snippets.
  const { report } = await answerIn(8, FindingsOfAReportDocument)
  expect(report?.status).toBe('ERRORS')
  const answers = report?.findings.find(({ rule }) => rule?.id === 'statistics.answers')
  expect(answers).toMatchObject({
    severity: 'ERROR',
    difference: '1',
    unit: '件',
    remedy: '若为 654，或各项之和为 655，则相符',
  })
  expect(answers?.rule?.sources).toEqual([{ number: '国办发〔2014〕32号' }])
  expect(answers?.left).toMatchObject({
    value: '655',
    year: null,
    statements: [],
    figures: [{ path: 'applications.HANDLED_TOTAL.TOTAL', raw: '655', snippet: { exact: '655' } }],
  })
  // 3 + 103 + 8 + 117 + 254 + 40 + 75 + 54.
  expect(answers?.right.figures.reduce((sum, { raw }) => sum + Number(raw), 0)).toBe(654)
  const websites = report?.findings.find(({ rule }) => rule?.id === 'prose.disclosure')
  expect(websites).toMatchObject({ difference: '-6724', sameAs: ['disclosure.CHANNEL_WEBSITE.COUNT'] })
  expect(websites?.left.figures).toEqual([])
  const [statement] = websites?.left.statements ?? []
  const lines = sample('tongzhou-2018').split('\n')
  if (!statement?.locator || !('line' in statement.locator)) throw new Error('Expected a place in a text.')
  expect(lines[statement.locator.line - 1]?.startsWith('2018年全区主动公开政府信息10965条')).toBe(true)
})

it('most-broken-rules: how many reports hold, break, and leave open each', async () => {
  // The counts of all rules at once.
  const { rules } = await answerIn(1, MostBrokenRulesDocument)
  const countsOf = (id: string) => rules.find((rule) => rule.id === id)?.reports
  // Two reports on the form of 2014, two on that of 2019, one on that of 2021.
  expect(countsOf('statistics.answers')).toEqual({ held: 1, broken: 1, unknown: 0 })
  expect(countsOf('statistics.staff')).toEqual({ held: 1, broken: 1, unknown: 0 })
  expect(countsOf('statistics.budget-unit')).toEqual({ held: 0, broken: 2, unknown: 0 })
  expect(countsOf('years.carried-in')).toEqual({ held: 0, broken: 0, unknown: 3 })
  const broken = rules.map(({ reports }) => reports.broken)
  expect(broken).toEqual(broken.toSorted((left, right) => right - left))
  expect(rules.at(0)?.reports.broken).toBe(2)
})

it('reports-with-errors: those of a province, and what was found in them', async () => {
  // the page, reports, current revisions, districts, the count, judgements; and for findings: the page, these, their reports, current
  // revisions, districts, the count.
  const { reports, findings } = await answerIn(12, ReportsWithErrorsDocument)
  expect(reports.totalCount).toBe(2)
  expect(reports.nodes.map(({ year, district, judgement }) => [district.name, year, judgement?.errors])).toEqual([
    ['朝阳区', 2017, 1],
    ['通州区', 2018, 1],
  ])
  expect(findings.nodes.slice(0, 2).map(({ ruleId, report }) => [ruleId, report.district.name])).toEqual([
    ['statistics.answers', '通州区'],
    ['statistics.staff', '朝阳区'],
  ])
  expect(findings.nodes.slice(2).every(({ severity }) => severity === 'WARNING')).toBe(true)
  const elsewhere = await hub.dataOf(ReportsWithErrorsDocument, { province: '41' })
  expect(elsewhere.reports).toEqual({ totalCount: 0, nodes: [] })
})

it('what-would-block: a total that is not the sum of its parts', async () => {
  const before = await hub.db.prisma.report.count()
  // The key, and the report of the year before.
  const { previewReport } = await answerIn(2, WhatWouldBlockDocument)
  expect(previewReport).toMatchObject({
    __typename: 'BrokenRulesError',
    message: expect.stringContaining('review.results'),
    findings: [{ severity: 'ERROR', left: { value: '5' }, right: { value: '4', paths: ['review.TOTAL'] } }],
  })
  const clean = await answerIn(2, WhatWouldBlockDocument, {
    source: { text: sample('daxing-2020') },
    refuseOn: 'NOTICE',
  })
  expect(clean.previewReport).toEqual({ __typename: 'PreviewedReport', status: 'CLEAN', findings: [] })
  expect(await hub.db.prisma.report.count()).toBe(before)
})

it('provinces-ranked: sums that tell what they are of', async () => {
  // The totals, and the provinces.
  const { totals } = await answerIn(2, ProvincesRankedDocument)
  const figures = { stated: 4, blank: 0, unreadable: 0 }
  expect(totals.nodes).toEqual([
    {
      key: { province: { code: '110000', name: '北京市' } },
      unit: 'CASES',
      // 2555 + 674 + 953 + 530; half-way between 674 and 953.
      sum: '4712',
      average: '1178',
      median: '813.5',
      minimum: '530',
      maximum: '2555',
      reports: 4,
      figures,
    },
    {
      key: { province: { code: '410000', name: '河南省' } },
      unit: 'CASES',
      sum: '13',
      average: '13',
      median: '13',
      minimum: '13',
      maximum: '13',
      reports: 1,
      figures: { ...figures, stated: 1 },
    },
  ])
  const later = await answerIn(2, ProvincesRankedDocument, { filter: { year: { gte: 2020 } } })
  // 953 + 530.
  expect(later.totals.nodes.map(({ sum }) => sum)).toEqual(['1483', '13'])
})

it('refusals-by-applicant: grounds by applicant, the most frequent first', async () => {
  const { totals } = await answerIn(1, RefusalsByApplicantDocument)
  const found = totals.nodes.map(({ key, sum, figures }) => [key.row, key.applicant, sum, figures.stated])
  // 大兴 22 + 西工 0 + 石景山 3; 15 + 1 + 3; 13 + 5, all of natural persons.
  expect(found.slice(0, 5)).toEqual([
    ['REFUSED_ENFORCEMENT_FILE', 'TOTAL', '25', 3],
    ['REFUSED_ENFORCEMENT_FILE', 'NATURAL_PERSON', '23', 3],
    ['REFUSED_PROCESS_INFORMATION', 'TOTAL', '19', 3],
    ['REFUSED_ADMINISTRATIVE_QUERY', 'NATURAL_PERSON', '18', 3],
    ['REFUSED_ADMINISTRATIVE_QUERY', 'TOTAL', '18', 3],
  ])
  // Seven grounds for all and for natural persons, and four cells of organizations.
  expect(totals.totalCount).toBe(18)
  const all = await answerIn(1, RefusalsByApplicantDocument, { having: null })
  expect(all.totals).toMatchObject({ totalCount: 56, pageInfo: { hasNextPage: true } })
})

it('disclosure-rates: rates with the figures behind them, across two forms', async () => {
  // the page, reports, current revisions, districts, outcomes.
  const { reports } = await answerIn(5, DisclosureRatesDocument)
  const rates = reports.nodes.map(({ year, district, metrics }) => [
    district.name,
    year,
    ...metrics.map(({ value, reason }) => value ?? reason),
  ])
  // (149 + 752) / 2,258 and 309 / 525; the form of 2014 tells nothing of what the year before left over.
  expect(rates).toEqual([
    ['朝阳区', 2017, '0.399026', '0.019486', 'NOT_ON_FORM'],
    ['通州区', 2018, '0.323664', '0.038168', 'NOT_ON_FORM'],
    ['大兴区', 2020, '0.27131', '0.071726', '0.037037'],
    ['石景山区', 2022, '0.588571', '0.04381', '0.020522'],
  ])
  const [rate] = reports.nodes[1]?.metrics ?? []
  expect(rate?.figures.map(({ raw }) => raw)).toEqual(['109', '103', '655'])
  expect(rate?.comparison?.comparability).toBe('APPROXIMATE')
})

it('received-over-years: points, gaps and totals of all forms', async () => {
  // The totals, the lines, the districts.
  const { series } = await answerIn(3, ReceivedOverYearsDocument)
  expect(series.totals.map(({ year, value, refusal }) => [year, value, refusal])).toEqual([
    [2017, '2555', null],
    [2018, '674', null],
    [2020, '966', null],
    [2022, '530', null],
  ])
  expect(series.lines.nodes.map(({ district, points }) => [district.code, points[0]?.year, points[0]?.value])).toEqual([
    ['110105', 2017, '2555'],
    ['110107', 2022, '530'],
    ['110112', 2018, '674'],
    ['110115', 2020, '953'],
    ['410303', 2020, '13'],
  ])
  expect(series.lines.nodes[0]?.missingYears).toEqual([2018, 2019, 2020, 2021, 2022])
  // What is granted in full is called otherwise in 2014, and compares as a sum; the rate made of it does not.
  const granted = await answerIn(3, ReceivedOverYearsDocument, { of: { category: 'GRANTED_IN_FULL' }, from: 2018 })
  expect(granted.series.totals[0]).toMatchObject({ year: 2018, value: '212', comparability: 'SUM_OF_ROWS' })
  const rate = await answerIn(3, ReceivedOverYearsDocument, { of: { metric: 'DISCLOSURE_RATE' }, from: 2018 })
  expect(rate.series.totals[0]).toMatchObject({
    value: null,
    refusal: { message: expect.stringContaining('FORM_2014') },
  })
})

it('search: sections with all of the words, and where these stand', async () => {
  // sections, the count; reports, current revisions, agencies; headings, highlights.
  const { search } = await answerIn(7, SearchDocument)
  expect(search.totalCount).toBe(3)
  expect(search.nodes.map(({ report, section }) => [report.year, section.heading])).toEqual([
    [2022, '总体情况'],
    [2020, '一、总体情况'],
    [2017, '二、信息公开数据'],
  ])
  expect(search.nodes.slice(0, 1)).toMatchObject([
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
  const { search: cases } = await answerIn(7, SearchDocument, { query: '复议', filter: { year: { equals: 2018 } } })
  expect(cases.nodes.map(({ rank, report }) => [rank, report.year])).toEqual([['REPEATED', 2018]])
})

it('year-before-and-after: none of another agency, and the districts around', async () => {
  // report, current revision, district, parent, grandparent, neighbours, their reports, current revisions; the years around.
  const { report } = await answerIn(9, YearBeforeAndAfterDocument)
  expect(report).toMatchObject({ year: 2020, previous: null, next: null })
  expect(report?.district).toMatchObject({ name: '大兴区', province: { name: '北京市' }, prefecture: null })
  const published = report?.district.neighbours.filter(({ reports }) => reports.nodes.length > 0)
  expect(published?.map(({ name, reports }) => [name, reports.nodes[0]?.year])).toEqual([
    ['朝阳区', 2017],
    ['石景山区', 2022],
    ['通州区', 2018],
  ])
})
