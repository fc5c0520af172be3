import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toReportObject } from '../../src/ingest/report-object.ts'
import { parse } from '../../src/parse/parse.ts'
import { sample, testHub } from '../hub.ts'

const hub = await testHub({ maxSourceBytes: 50_000 })

const INGEST = /* GraphQL */ `
  mutation ($input: IngestReportInput!) {
    ingestReport(input: $input) {
      __typename
      ... on IngestedReport { outcome report { year district { code } currentRevision { number reason sourceKind sourceName } } }
      ... on UserError { message expected got }
      ... on UnknownDistrictError { candidates { code fullName parent { name } } }
      ... on DistrictMismatchError { given: given { fullName } found: found { fullName } }
      ... on YearMismatchError { givenYear: given foundYear: found }
      ... on RevisionConflictError { currentRevision }
      ... on TooLargeError { limit size }
    }
  }
`

type Input = Record<string, unknown>
const ingest = async (source: Input, others: Input = {}) => {
  const { ingestReport } = await hub.dataOf<{ ingestReport: Input }, Input>(INGEST, { input: { source, ...others } })
  return ingestReport
}
const daxing = sample('daxing-2020')
const proseOnly = (place: string, year = 2010) =>
  `${place}${year}年政府信息公开工作年度报告\n\n一、概述\n\n本年主动公开政府信息100条。\n`
const reportsStored = () => hub.db.prisma.report.count()

describe('without a key that is in use', () => {
  it.each([
    ['no key', {}],
    ['a key that nobody has', { authorization: 'Bearer hub_unknown' }],
    ['another scheme', { authorization: 'Basic aHViOmh1Yg==' }],
  ])('both mutations are refused: %s', async (_name, headers) => {
    const response = await hub.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
      body: JSON.stringify({
        query: `mutation ($source: ReportSource!) {
          previewReport(input: { source: $source }) { __typename }
          ingestReport(input: { source: $source }) { __typename }
        }`,
        variables: { source: { text: daxing } },
      }),
    })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    const { data, errors } = (await response.json()) as { data: unknown; errors: { extensions: { code: string } }[] }
    expect(data).toEqual({ previewReport: null, ingestReport: null })
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED'])
    expect(await reportsStored()).toBe(0)
  })
})

describe('a source', () => {
  it('is taken as text', async () => {
    expect(await ingest({ text: daxing }, { reason: 'First.' })).toEqual({
      __typename: 'IngestedReport',
      outcome: 'CREATED',
      report: {
        year: 2020,
        district: { code: '110115' },
        currentRevision: { number: 1, reason: 'First.', sourceKind: 'TEXT', sourceName: null },
      },
    })
  })

  it('has no reason when that is empty', async () => {
    const others = { reason: ' ', district: '110115', year: 2010 }
    expect(await ingest({ text: proseOnly('北京市大兴区') }, others)).toMatchObject({
      outcome: 'CREATED',
      report: { currentRevision: { reason: null } },
    })
  })

  it('is taken as a file', async () => {
    const form = new FormData()
    form.set('operations', JSON.stringify({ query: INGEST, variables: { input: { source: { file: null } } } }))
    form.set('map', JSON.stringify({ 0: ['variables.input.source.file'] }))
    const file = readFileSync(new URL('../../samples/shijingshan-2022.txt', import.meta.url))
    form.set('0', new File([file], 'shijingshan-2022.txt', { type: 'text/plain' }))
    const response = await hub.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${hub.key}` },
      body: form,
    })
    expect(await response.json()).toMatchObject({
      data: {
        ingestReport: {
          outcome: 'CREATED',
          report: { year: 2022, currentRevision: { sourceKind: 'FILE', sourceName: 'shijingshan-2022.txt' } },
        },
      },
    })
  })

  it('is taken as the object that reading prints', async () => {
    const parsed = await parse({ bytes: Buffer.from(sample('tongzhou-2018')) })
    if (!parsed.ok) throw new Error(parsed.error.message)
    expect(await ingest({ structured: toReportObject(parsed.report, []) })).toMatchObject({
      outcome: 'CREATED',
      report: { year: 2018, district: { code: '110112' }, currentRevision: { sourceKind: 'STRUCTURED' } },
    })
  })

  it('is exactly one of the three', async () => {
    const { errors } = await hub.ask(INGEST, { input: { source: { text: 'x', structured: {} } } })
    expect(errors?.[0]?.message).toContain('Exactly one key must be specified')
  })
})

describe('a report that is there', () => {
  it('stays as it is when the same bytes come again', async () => {
    expect(await ingest({ text: daxing })).toMatchObject({
      outcome: 'UNCHANGED',
      report: { currentRevision: { number: 1 } },
    })
  })

  it('is not overwritten by those who do not name its current revision', async () => {
    const corrected = daxing.replace('28130.0902', '28130.0903')
    expect(await ingest({ text: corrected })).toMatchObject({ __typename: 'RevisionConflictError', currentRevision: 1 })
    expect(await ingest({ text: corrected }, { expectedRevision: 7 })).toMatchObject({
      __typename: 'RevisionConflictError',
      currentRevision: 1,
      expected: 'revision 7 to be the current one',
    })
  })

  it('gets a new revision from those who do, and keeps the old one', async () => {
    const corrected = daxing.replace('28130.0902', '28130.0903')
    expect(await ingest({ text: corrected }, { expectedRevision: 1, reason: 'A digit.' })).toMatchObject({
      outcome: 'REVISED',
      report: { currentRevision: { number: 2, reason: 'A digit.' } },
    })
    const { report } = await hub.dataOf<{ report: unknown }, never>(`{
      report(district: "110115", year: 2020) {
        disclosureItems { item measure value }
        revisions { totalCount nodes { number disclosureItems { item measure value } } }
      }
    }`)
    const amount = (value: string) => expect.arrayContaining([{ item: 'PROCUREMENT', measure: 'AMOUNT', value }])
    expect(report).toEqual({
      disclosureItems: amount('28130.0903'),
      revisions: {
        totalCount: 2,
        nodes: [
          { number: 2, disclosureItems: amount('28130.0903') },
          { number: 1, disclosureItems: amount('28130.0902') },
        ],
      },
    })
  })

  it('is not expected where there is none', async () => {
    expect(await ingest({ text: proseOnly('北京市海淀区') }, { expectedRevision: 1 })).toMatchObject({
      __typename: 'RevisionConflictError',
      currentRevision: 0,
    })
  })
})

describe('what cannot be stored is told apart', () => {
  it.each([
    ['an empty source', { text: ' \n' }, {}, { __typename: 'EmptySourceError' }],
    ['a text that is no report', { text: 'Minutes of a meeting.' }, {}, { __typename: 'NotAReportError' }],
    ['two reports', { text: `${daxing}\n${sample('xigong-2020')}` }, {}, { __typename: 'SeveralReportsError' }],
    ['an object that is no report', { structured: { figures: 1 } }, {}, { __typename: 'InvalidReportObjectError' }],
    ['too much', { text: `${daxing}${' '.repeat(50_000)}` }, {}, { __typename: 'TooLargeError', limit: 50_000 }],
    [
      'a name that several districts bear',
      { text: proseOnly('朝阳区') },
      {},
      {
        __typename: 'UnknownDistrictError',
        candidates: expect.arrayContaining([
          { code: '110105', fullName: '北京市朝阳区', parent: { name: '北京市' } },
          { code: '220104', fullName: '长春市朝阳区', parent: { name: '长春市' } },
        ]),
      },
    ],
    [
      'a code that no district has',
      { text: daxing },
      { district: '999999' },
      { __typename: 'UnknownDistrictError', candidates: [] },
    ],
    [
      'another district than the document names',
      { text: daxing },
      { district: '110105' },
      { __typename: 'DistrictMismatchError', given: { fullName: '北京市朝阳区' }, found: { fullName: '北京市大兴区' } },
    ],
    [
      'another year than the document reports on',
      { text: daxing },
      { year: 2021 },
      {
        __typename: 'YearMismatchError',
        givenYear: 2021,
        foundYear: 2020,
        expected: 'a report on 2021',
        got: 'one on 2020',
      },
    ],
  ])('%s', async (_name, source, others, expected) => {
    const before = await reportsStored()
    expect(await ingest(source, others)).toMatchObject(expected)
    expect(await reportsStored()).toBe(before)
  })

  it('bytes in another encoding', async () => {
    const form = new FormData()
    form.set('operations', JSON.stringify({ query: INGEST, variables: { input: { source: { file: null } } } }))
    form.set('map', JSON.stringify({ 0: ['variables.input.source.file'] }))
    form.set(
      '0',
      new File([new Uint8Array([0xb1, 0xb1, 0xbe, 0xa9, 0xca, 0xd0, 0xff])], 'gbk.txt', { type: 'text/plain' }),
    )
    const response = await hub.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${hub.key}` },
      body: form,
    })
    expect(await response.json()).toMatchObject({ data: { ingestReport: { __typename: 'WrongEncodingError' } } })
  })
})

describe('a district that the document leaves in doubt', () => {
  it('may be given beside it', async () => {
    expect(await ingest({ text: proseOnly('朝阳区', 2011) }, { district: '220104' })).toMatchObject({
      outcome: 'CREATED',
      report: { year: 2011, district: { code: '220104' } },
    })
  })
})
