import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type IngestSource, ingest, preview } from '../../src/ingest/ingest.ts'
import { toReportObject } from '../../src/ingest/report-object.ts'
import { sample, testHub } from '../hub.ts'

// Each fact with its place and with what is printed around it, from the document through the store to the answer.

const hub = await testHub()

const TITLE = '北京市大兴区人民政府2020年政府信息公开工作年度报告'
const TEXT = [
  TITLE,
  '全区共受理政府信息公开申请953件。',
  '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953',
  '本地自设的一行\t1\t\t3',
].join('\n')

const EVIDENCE = /* GraphQL */ `
  fragment Place on Locator {
    ... on TextLocator { line column }
    ... on TableLocator { table row cell }
    ... on BlockLocator { block }
    ... on PageLocator { page left top width height }
  }
  fragment Quote on Snippet { text prefix exact suffix }
  fragment Evidence on ReportContent {
    applicationOutcomes(rows: [RECEIVED]) { path value state raw locator { ...Place } snippet { ...Quote } }
    claims { subject value unit approximate scope sentence locator { ...Place } }
    unrecognisedRows { table label values locator { ...Place } }
    issues { code paths raw locator { ...Place } snippet { ...Quote } }
  }
`

interface Evidence {
  readonly applicationOutcomes: readonly Readonly<Record<string, unknown>>[]
  readonly claims: readonly unknown[]
  readonly unrecognisedRows: readonly unknown[]
  readonly issues: readonly Readonly<Record<string, unknown>>[]
}

/** Stores a source, and asks for its evidence. */
async function stored(source: IngestSource, year = 2020, district = '110115'): Promise<Evidence> {
  const ingested = await ingest(hub.db, source, { year, districtCode: district })
  if (!ingested.ok) throw new Error(ingested.error.message)
  const query = `query ($district: String!, $year: Int!) { report(district: $district, year: $year) { ...Evidence } } ${EVIDENCE}`
  return (await hub.dataOf<{ report: Evidence }, object>(query, { district, year })).report
}

const golden = (name: string): IngestSource => ({
  kind: 'FILE',
  bytes: readFileSync(new URL(`../golden/${name}`, import.meta.url)),
  name,
  mediaType: '',
})

function expectEvidenceOfText({ applicationOutcomes, claims, unrecognisedRows, issues }: Evidence) {
  expect(applicationOutcomes).toHaveLength(7)
  const row = '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953'
  expect(applicationOutcomes).toContainEqual({
    path: 'applications.RECEIVED.SOCIAL_WELFARE_ORGANIZATION',
    value: 4,
    state: 'STATED',
    raw: '4',
    locator: { line: 3, column: 27 },
    snippet: {
      text: row,
      prefix: '一、本年新收政府信息公开申请数量\t860\t76\t-\t',
      exact: '4',
      suffix: '\t约30\t2\t953',
    },
  })
  expect(claims).toEqual([
    {
      subject: 'applications.RECEIVED.TOTAL',
      value: '953',
      unit: '件',
      approximate: false,
      scope: 'DISTRICT',
      sentence: '全区共受理政府信息公开申请953件。',
      locator: { line: 2, column: 1 },
    },
  ])
  expect(unrecognisedRows).toEqual([
    { table: 'APPLICATIONS', label: '本地自设的一行', values: ['1', '', '3'], locator: { line: 4, column: 1 } },
  ])
  expect(issues).toContainEqual({
    code: 'cell.approximate',
    paths: ['applications.RECEIVED.LEGAL_SERVICE_INSTITUTION'],
    raw: '约30',
    locator: { line: 3, column: 29 },
    snippet: {
      text: row,
      prefix: '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t',
      exact: '约30',
      suffix: '\t2\t953',
    },
  })
  expect(issues.find(({ code }) => code === 'row.unrecognised')?.snippet).toMatchObject({
    prefix: '',
    exact: '本地自设的一行\t1\t\t3',
    suffix: '',
  })
}

describe('the evidence of a text', () => {
  it('is stored, and found again', async () => {
    expectEvidenceOfText(await stored({ kind: 'TEXT', text: TEXT }))
  })

  it('is in a preview as well', async () => {
    const query = `mutation ($text: String!) { previewReport(input: { source: { text: $text } }) { ...Evidence } } ${EVIDENCE}`
    const { previewReport } = await hub.dataOf<{ previewReport: Evidence }, object>(query, { text: TEXT })
    expectEvidenceOfText(previewReport)
  })
})

describe('the evidence of a file', () => {
  const received = '一、本年新收政府信息公开申请数量'

  it.each([
    ['docx-blank-cells/report.docx', '430102', 2021, { table: 2, row: 4, cell: 2 }, '76', '\t26\t35\t19\t16\t27\t199'],
    ['doc-merged-cells/report.doc', '500103', 2023, { table: 2, row: 4, cell: 2 }, '10', '\t18\t8\t13\t23\t30\t102'],
    ['html-blank-cells/page.html', '510104', 2023, { table: 2, row: 4, cell: 2 }, '31', '\t8\t18\t35\t8\t24\t124'],
    [
      'pdf-two-pages/report.pdf',
      '310105',
      2022,
      { page: 2, left: 306.9, top: 532, width: 41.3, height: 34.4 },
      '177',
      '\t16\t20\t33\t11\t31\t288',
    ],
  ])('is its cell and its row: %s', async (name, district, year, locator, exact, suffix) => {
    const { applicationOutcomes } = await stored(golden(name), year, district)
    expect(applicationOutcomes[0]).toEqual({
      path: 'applications.RECEIVED.NATURAL_PERSON',
      value: Number(exact),
      state: 'STATED',
      raw: exact,
      locator,
      snippet: { text: `${received}\t${exact}${suffix}`, prefix: `${received}\t`, exact, suffix },
    })
  })
})

describe('what sentences state', () => {
  const SAID =
    'claims { subject value parts } shares { percent part { subject value } whole { subject value } locator { ...Place } }'
  interface Said {
    readonly claims: readonly unknown[]
    readonly shares: readonly unknown[]
  }
  const [, places = ''] = /(fragment Place [\s\S]*?\n {2}\})/.exec(EVIDENCE) ?? []

  function expectWhatIsSaid({ claims, shares }: Said) {
    // 判决撤销8件,判决履行职责3件, of line 57.
    expect(claims).toContainEqual({ subject: 'litigation.ALL.CORRECTED', value: '11', parts: ['8', '3'] })
    expect(claims).toContainEqual({ subject: 'litigation.ALL.TOTAL', value: '91', parts: [] })
    // 当面784件,占总数的30.69%, of line 27.
    expect(shares).toContainEqual({
      percent: '30.69',
      part: { subject: 'applications.RECEIVED_IN_PERSON.TOTAL', value: '784' },
      whole: { subject: 'applications.RECEIVED.TOTAL', value: '2555' },
      locator: { line: 27, column: 13 },
    })
    // 主动公开政府信息58524条,其中规范性文件33874条,占57.9%, of line 19.
    expect(shares[0]).toEqual({
      percent: '57.9',
      part: { subject: null, value: '33874' },
      whole: { subject: 'disclosure.PROACTIVE.COUNT', value: '58524' },
      locator: { line: 19, column: 1 },
    })
    expect(shares).toHaveLength(13)
  }

  it('is stored with the parts of sums, and shares of what they are', async () => {
    await hub.ingestSamples('chaoyang-2017')
    const query = `{ report(district: "110105", year: 2017) { ${SAID} } } ${places}`
    expectWhatIsSaid((await hub.dataOf<{ report: Said }, never>(query)).report)
  })

  it('is in a preview, and in a report object', async () => {
    const previewed = await preview({ kind: 'TEXT', text: sample('chaoyang-2017') })
    if (!previewed.ok) throw new Error(previewed.error.message)
    const structured = toReportObject(previewed.report, previewed.judgement.findings)
    const query = `mutation ($source: ReportSource!) { previewReport(input: { source: $source }) { ... on PreviewedReport { ${SAID} } } } ${places}`
    for (const source of [{ text: sample('chaoyang-2017') }, { structured }]) {
      expectWhatIsSaid((await hub.dataOf<{ previewReport: Said }, object>(query, { source })).previewReport)
    }
  })
})

it('is kept of a report object, which is what a document was read as', async () => {
  const previewed = await preview({ kind: 'TEXT', text: TEXT.replace('2020', '2021') })
  if (!previewed.ok) throw new Error(previewed.error.message)
  const object: unknown = JSON.parse(JSON.stringify(toReportObject(previewed.report, previewed.judgement.findings)))
  expectEvidenceOfText(await stored({ kind: 'STRUCTURED', object }, 2021))
})

it('is null where a report object gives none', async () => {
  const figures = { 'applications.RECEIVED.TOTAL': { state: 'STATED', value: 5 } }
  const nothing = { title: null, period: null, sections: [], issues: [] }
  const object = { district: { code: '110115' }, agency: null, year: 2022, form: 'FORM_2021', ...nothing, figures }
  const { applicationOutcomes, claims } = await stored({ kind: 'STRUCTURED', object }, 2022)
  expect(applicationOutcomes).toEqual([
    { path: 'applications.RECEIVED.TOTAL', value: 5, state: 'STATED', raw: '5', locator: null, snippet: null },
  ])
  expect(claims).toEqual([])
})
