import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type IngestSource, ingest, preview } from '../../src/ingest/ingest.ts'
import { toReportObject } from '../../src/ingest/report-object.ts'
import { testDatabase } from '../database.ts'

const db = await testDatabase()

const sample = async (name: string): Promise<IngestSource> => ({
  kind: 'FILE',
  bytes: await readFile(new URL(`../../samples/${name}.txt`, import.meta.url)),
  name: `${name}.txt`,
  mediaType: 'text/plain',
})
const text = (content: string): IngestSource => ({ kind: 'TEXT', text: content })
const daxing = await sample('daxing-2020')
const proseOnly = (place: string) =>
  text(`${place}2010年政府信息公开工作年度报告\n\n一、概述\n\n本年主动公开政府信息100条。\n`)

describe('preview', () => {
  it('reads and judges, and stores nothing', async () => {
    const previewed = await preview(daxing)
    expect(previewed).toMatchObject({
      ok: true,
      report: { district: { code: '110115' }, year: 2020, form: 'FORM_2019' },
    })
    expect(await db.prisma.report.count()).toBe(0)
  })

  it('leaves open what the document does not tell', async () => {
    expect(await preview(proseOnly('朝阳区'))).toMatchObject({ ok: true, report: { district: null } })
  })
})

describe('ingest', () => {
  it('stores a report with its source, its versions and its figures', async () => {
    const ingested = await ingest(db, daxing, { reason: 'First publication.' })
    expect(ingested).toMatchObject({ ok: true, outcome: 'CREATED', key: { year: 2020, number: 1 } })
    const revision = await db.prisma.revision.findFirstOrThrow({
      include: { applicationOutcomes: true, report: { include: { district: true } } },
    })
    expect(revision.report.district.fullName).toBe('北京市大兴区')
    expect(revision).toMatchObject({ sourceKind: 'FILE', sourceName: 'daxing-2020.txt', mediaType: 'text/plain' })
    expect(revision.applicationOutcomes).toHaveLength(161)
    expect(revision.applicationOutcomes).toContainEqual(
      expect.objectContaining({ row: 'RECEIVED', applicant: 'TOTAL', value: 953 }),
    )
  })

  it('says UNCHANGED for the same bytes', async () => {
    expect(await ingest(db, daxing)).toMatchObject({ ok: true, outcome: 'UNCHANGED', key: { number: 1 } })
  })

  it('takes back what it gives out, whatever the order of the keys', async () => {
    const previewed = await preview(await sample('tongzhou-2018'))
    if (!previewed.ok) expect.fail(previewed.error.message)
    const object = toReportObject(previewed.report, previewed.judgement.findings)
    const first = await ingest(db, { kind: 'STRUCTURED', object })
    expect(first).toMatchObject({ ok: true, outcome: 'CREATED' })
    if (!first.ok) return
    expect(first.report.figures).toEqual(previewed.report.figures)
    expect(first.judgement.findings).toEqual(previewed.judgement.findings)
    const reordered = Object.fromEntries(Object.entries(object).reverse())
    expect(await ingest(db, { kind: 'STRUCTURED', object: reordered })).toMatchObject({
      ok: true,
      outcome: 'UNCHANGED',
    })
  })

  it('uses a district and a year that the document does not tell', async () => {
    const ingested = await ingest(db, proseOnly('朝阳区'), { districtCode: '110105' })
    expect(ingested).toMatchObject({ ok: true, outcome: 'CREATED', report: { form: null, year: 2010 } })
    const report = await db.prisma.report.findFirstOrThrow({
      where: { districtCode: '110105' },
      include: { agency: true },
    })
    expect(report.agency).toMatchObject({ kind: 'GOVERNMENT', name: '北京市朝阳区人民政府' })
  })

  it('keeps a department apart from the government when only its district was in doubt', async () => {
    await ingest(db, proseOnly('朝阳区司法局'), { districtCode: '110105' })
    expect(await db.prisma.agency.findMany({ where: { districtCode: '110105', kind: 'DEPARTMENT' } })).toMatchObject([
      { name: '北京市朝阳区司法局' },
    ])
  })

  it.each([
    ['财政局', 'DEPARTMENT', '北京市密云区财政局'],
    ['古北口镇人民政府', 'TOWNSHIP', '北京市密云区古北口镇人民政府'],
  ] as const)('files %s, which names no district, in the one given', async (body, kind, name) => {
    const ingested = await ingest(db, proseOnly(body), { districtCode: '110118' })
    expect(ingested).toMatchObject({ ok: true, report: { issues: [{ code: 'form.unknown' }] } })
    expect(await db.prisma.agency.findMany({ where: { districtCode: '110118', kind } })).toMatchObject([{ name }])
  })
})

describe('a district that is given must be one that the document may mean', () => {
  it.each([
    ['鼓楼区', '110115', ['320106', '320302', '350102', '410204']],
    ['火星区人民政府', '110115', []],
  ])('%s is not %s', async (place, districtCode, codes) => {
    const refused = await ingest(db, proseOnly(place), { districtCode })
    expect(refused).toMatchObject({ ok: false, error: { code: 'UNKNOWN_DISTRICT' } })
    const candidates = refused.ok || !('candidates' in refused.error) ? [] : refused.error.candidates
    expect(candidates.map(({ code }) => code)).toEqual(codes)
  })
})

describe('ingest refuses', () => {
  const error = async (...args: Parameters<typeof ingest> extends [unknown, ...infer Rest] ? Rest : never) => {
    const before = await db.prisma.revision.count()
    const ingested = await ingest(db, ...args)
    expect(await db.prisma.revision.count()).toBe(before)
    return ingested.ok ? expect.fail('Expected an error.') : ingested.error
  }

  it('a district that is in doubt, with its candidates', async () => {
    const refused = await error(proseOnly('朝阳区'))
    expect(refused).toMatchObject({
      code: 'UNKNOWN_DISTRICT',
      message: expect.stringContaining('长春市朝阳区 (220104)'),
    })
    expect(refused.code === 'UNKNOWN_DISTRICT' && refused.candidates.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['110105', '220104']),
    )
  })

  it('a code that the registry does not have', async () => {
    expect(await error(daxing, { districtCode: '999999' })).toMatchObject({ code: 'UNKNOWN_DISTRICT', candidates: [] })
  })

  it('a district that contradicts the document, naming both', async () => {
    expect(await error(daxing, { districtCode: '410303' })).toMatchObject({
      code: 'DISTRICT_MISMATCH',
      given: { code: '410303' },
      found: { code: '110115' },
      message: expect.stringMatching(/西工区.*大兴区/),
    })
  })

  it('a year that contradicts the document, naming both', async () => {
    expect(await error(daxing, { year: 2019 })).toMatchObject({ code: 'YEAR_MISMATCH', given: 2019, found: 2020 })
  })

  it('a report whose year nobody tells', async () => {
    const undated = text('北京市大兴区政府信息公开工作年度报告\n\n一、概述\n\n本区主动公开政府信息。\n')
    expect(await error(undated)).toMatchObject({
      code: 'UNKNOWN_YEAR',
      message: expect.stringContaining('Give the year beside it.'),
    })
    expect(await error(undated, { year: 1800 })).toMatchObject({
      code: 'UNKNOWN_YEAR',
      message: 'Expected a reporting year from 1990 to 2099, got 1800. Correct the year.',
    })
  })

  it('other content without the revision that it follows', async () => {
    const other = {
      ...daxing,
      bytes: Buffer.concat([(daxing as { bytes: Uint8Array }).bytes, Buffer.from('\n')]),
    } as IngestSource
    expect(await error(other)).toMatchObject({ code: 'REVISION_CONFLICT', current: 1 })
    expect(await error(other, { expectedRevision: 4 })).toMatchObject({ code: 'REVISION_CONFLICT', current: 1 })
    expect(await ingest(db, other, { expectedRevision: 1 })).toMatchObject({
      ok: true,
      outcome: 'REVISED',
      key: { number: 2 },
    })
  })

  it('a source over the limit', async () => {
    expect(await error(daxing, { maxSourceBytes: 100 })).toMatchObject({ code: 'TOO_LARGE', limit: 100 })
  })

  it('what is no report, and what is nothing', async () => {
    expect(await error(text('hello'))).toMatchObject({ code: 'NOT_A_REPORT' })
    expect(await error(text('  \n'))).toMatchObject({ code: 'EMPTY_SOURCE' })
  })

  it('an object that is not a report object', async () => {
    expect(await error({ kind: 'STRUCTURED', object: { year: 'x' } })).toMatchObject({ code: 'INVALID_REPORT_OBJECT' })
    expect(await error({ kind: 'STRUCTURED', object: undefined })).toMatchObject({ code: 'INVALID_REPORT_OBJECT' })
  })
})
