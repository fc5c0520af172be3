import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/domain/figure.ts'
import { FIGURE_PATHS, type FigurePath, formsOf } from '../../src/domain/figure-paths.ts'
import { workbook } from '../../src/export/workbook.ts'
import { WORKBOOK_SHEETS } from '../../src/export/workbook-sheets.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { saveReport } from '../../src/store/save-report.ts'
import { openSnapshot } from '../../src/store/snapshot.ts'
import { testDatabase } from '../database.ts'
import { sample } from '../hub.ts'
import { aReport, aRevision, blank, sameRules, stated, unreadable } from '../store/a-revision.ts'
import { readZipEntries } from './read-zip-entries.ts'

const db = await testDatabase()
for (const name of ['chaoyang-2017', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020'])
  expect(await ingest(db, { kind: 'TEXT', text: sample(name) })).toMatchObject({ ok: true })
const figures = new Map<FigurePath, Figure>([
  ['disclosure.PROCUREMENT.AMOUNT', stated('28130.0902')],
  ['disclosure.LICENSING.CHANGE', { ...unreadable, raw: '=1+1 <&\u0001>' }],
  ['disclosure.LICENSING.DECISIONS', blank],
  ['applications.RECEIVED.TOTAL', { ...unreadable, raw: '约30' }],
  ['review.UPHELD', stated('0')],
])
await saveReport(db, aRevision('odd', { report: aReport({ figures }) }), sameRules)

async function written(options: { mostRows?: number } = {}): Promise<Buffer> {
  const snapshot = await openSnapshot(db)
  const parts: Uint8Array[] = []
  for await (const part of workbook(snapshot, {}, options)) parts.push(part)
  await snapshot.close()
  return Buffer.concat(parts)
}

const bytes = await written()
const { sheets } = await readXlsx(bytes)
const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)!.rows

describe('the workbook, as another program reads it', () => {
  it('has a sheet for each table of each form, and a place on them for every figure', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      '2014 statistics',
      '2019 disclosure',
      '2019 applications',
      '2019 cases',
      '2021 disclosure',
      '2021 applications',
      '2021 cases',
    ])
    for (const form of ['FORM_2014', 'FORM_2019', 'FORM_2021'] as const) {
      const places = WORKBOOK_SHEETS.filter((sheet) => sheet.form === form).flatMap(({ rows }) =>
        rows.flatMap(({ paths }) => paths),
      )
      expect(places.filter((path) => path !== null).toSorted()).toEqual(
        FIGURE_PATHS.filter((path) => formsOf(path).includes(form)).toSorted(),
      )
    }
  })

  it('has heads in both languages, and a row for each row of a report', () => {
    const [heads, english, ...rows] = rowsOf('2021 applications')
    expect(heads?.slice(0, 12)).toEqual([
      'district_code',
      'district',
      'agency',
      'agency_kind',
      'year',
      'revision',
      'row',
      'label',
      'label_en',
      '自然人',
      '商业企业',
      '科研机构',
    ])
    expect(english?.slice(9, 11)).toEqual(['Natural persons', 'Commercial enterprises'])
    expect(rows[0]).toEqual([
      '110107',
      '北京市石景山区',
      '北京市石景山区人民政府',
      'GOVERNMENT',
      2022,
      1,
      'RECEIVED',
      '本年新收政府信息公开申请数量',
      'Requests newly received this year',
      504,
      25,
      0,
      0,
      0,
      1,
      530,
    ])
  })

  it('has numbers with every decimal place, texts for what is none, and nothing where nothing is printed', () => {
    const rows = rowsOf('2019 disclosure').filter((row) => row[0] === '110115')
    const heads = rowsOf('2019 disclosure')[1]!
    const cell = (item: string, head: string) => rows.find((row) => row[6] === item)?.[heads.indexOf(head)] ?? null
    expect(cell('PROCUREMENT', 'Amount')).toBe(28130.0902)
    expect(cell('LICENSING', 'Increase or decrease this year')).toBe('UNREADABLE: =1+1 <&\ufffd>')
    expect(cell('LICENSING', 'Decisions made this year')).toBe('BLANK')
    expect(cell('LICENSING', 'Items in the previous year')).toBeNull()
    expect(rows.map((row) => row[6])).toEqual(['LICENSING', 'PROCUREMENT'])
    expect(
      rowsOf('2019 cases')
        .find((row) => row[0] === '110115')
        ?.slice(6, 8),
    ).toEqual([0, null])
  })

  it('is the same bytes for the same reports', async () => {
    expect((await written()).equals(bytes)).toBe(true)
  })

  it('goes on in another sheet where one is full, and divides no report', async () => {
    const { sheets: some } = await readXlsx(await written({ mostRows: 80 }))
    const parts = some.filter(({ name }) => name.startsWith('2014'))
    expect(parts.map(({ name }) => name)).toEqual(['2014 statistics', '2014 statistics (2)'])
    expect(parts.map(({ rows }) => rows[0])).toEqual([parts[0]!.rows[0], parts[0]!.rows[0]])
    expect(parts.map(({ rows }) => [...new Set(rows.slice(2).map((row) => row[0]))])).toEqual([['110105'], ['110112']])
    expect(parts.flatMap(({ rows }) => rows.slice(2))).toEqual(rowsOf('2014 statistics').slice(2))
  })
})

it('has no formula, and texts only as texts', () => {
  const entries = readZipEntries(bytes)
  expect([...entries.keys()]).toEqual(
    expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/styles.xml']),
  )
  const sheetXml = [...entries].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, xml]) => xml.toString())
  expect(sheetXml.every((xml) => !/<f[ >]/.test(xml))).toBe(true)
  expect(sheetXml.join('')).toContain('<v>28130.0902</v>')
  expect(sheetXml.join('')).toContain(
    't="inlineStr"><is><t xml:space="preserve">UNREADABLE: =1+1 &lt;&amp;\ufffd&gt;</t>',
  )
})

it('that is read no further is broken off', async () => {
  const snapshot = await openSnapshot(db)
  for await (const part of workbook(snapshot, {})) {
    expect(part.length).toBeGreaterThan(0)
    break
  }
  await snapshot.close()
})
