import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/domain/figure.ts'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import { dataPackage } from '../../src/export/data-package.ts'
import { FIGURE_COLUMNS, type FigureColumn } from '../../src/export/figure-columns.ts'
import { figureTable } from '../../src/export/figure-table.ts'
import { saveReport } from '../../src/store/save-report.ts'
import { openSnapshot } from '../../src/store/snapshot.ts'
import { testDatabase } from '../database.ts'
import { aReport, aRevision, blank, sameRules, stated, unreadable } from '../store/a-revision.ts'

const db = await testDatabase()

const dash = (raw: string): Figure => ({ ...blank, raw })
const figures: readonly (readonly [FigurePath, Figure])[] = [
  ['disclosure.PROCUREMENT.AMOUNT', stated('28130.0902')],
  ['disclosure.LICENSING.CHANGE', stated('-15')],
  ['disclosure.LICENSING.DECISIONS', dash('－')],
  ['disclosure.COERCION.DECISIONS', dash('')],
  ['applications.RECEIVED.TOTAL', { ...unreadable, raw: '=HYPERLINK("http://a.cn","见附件")' }],
  ['applications.CARRIED_IN.TOTAL', { ...unreadable, raw: '@约\n30' }],
  ['applications.GRANTED.TOTAL', { ...stated('1234'), raw: '1,234' }],
  ['review.UPHELD', { ...unreadable, raw: '-1+2' }],
]
await saveReport(db, aRevision('one', { report: aReport({ figures: new Map(figures), form: null }) }), sameRules)

async function table(bom = false): Promise<string> {
  const snapshot = await openSnapshot(db)
  let text = ''
  for await (const part of figureTable(snapshot, {}, { bom })) text += part
  await snapshot.close()
  return text
}

const read = (text: string) => parseCsv(text, { typeInference: false }) as string[][]

describe('the table of figures', async () => {
  const [head = [], ...rows] = read(await table())
  const cell = (path: string, column: string) =>
    rows.find((row) => row[head.indexOf('path')] === path)?.[head.indexOf(column)]

  it('has a row a figure, in the order of the catalogue, and none for what is not printed', () => {
    expect(rows.map((row) => row[head.indexOf('path')])).toEqual([
      'disclosure.LICENSING.CHANGE',
      'disclosure.LICENSING.DECISIONS',
      'disclosure.COERCION.DECISIONS',
      'disclosure.PROCUREMENT.AMOUNT',
      'applications.RECEIVED.TOTAL',
      'applications.CARRIED_IN.TOTAL',
      'applications.GRANTED.TOTAL',
      'review.UPHELD',
    ])
  })

  it('has numbers with every decimal place, and no number for what is none', () => {
    expect(cell('disclosure.PROCUREMENT.AMOUNT', 'value')).toBe('28130.0902')
    expect(cell('disclosure.LICENSING.CHANGE', 'value')).toBe('-15')
    expect(cell('disclosure.LICENSING.DECISIONS', 'state')).toBe('BLANK')
    expect(cell('disclosure.LICENSING.DECISIONS', 'value')).toBe('')
    expect(cell('applications.RECEIVED.TOTAL', 'state')).toBe('UNREADABLE')
    expect(cell('applications.RECEIVED.TOTAL', 'value')).toBe('')
  })

  it('lets no text be a formula, and leaves numbers and dashes as they are', () => {
    expect(cell('applications.RECEIVED.TOTAL', 'raw')).toBe('\'=HYPERLINK("http://a.cn","见附件")')
    expect(cell('applications.CARRIED_IN.TOTAL', 'raw')).toBe("'@约\n30")
    expect(cell('review.UPHELD', 'raw')).toBe("'-1+2")
    expect(cell('disclosure.LICENSING.CHANGE', 'raw')).toBe('-15')
    expect(cell('disclosure.LICENSING.DECISIONS', 'raw')).toBe('－')
    expect(cell('applications.GRANTED.TOTAL', 'raw')).toBe('1,234')
  })

  it('has the words of the catalogue', () => {
    expect(['label', 'label_en', 'unit'].map((column) => cell('applications.GRANTED.TOTAL', column))).toEqual([
      '予以公开：总计',
      'Granted (disclosed): Total',
      'CASES',
    ])
  })

  it('begins with a byte order mark where that is asked for', async () => {
    expect((await table(true)).startsWith('\uFEFFdistrict_code,')).toBe(true)
    expect((await table()).startsWith('district_code,')).toBe(true)
  })

  it('is what the data package says, column by column', () => {
    const { resources } = dataPackage() as {
      resources: { name: string; schema: { fields: FigureColumn[]; primaryKey: string[] } }[]
    }
    const { schema } = resources.find(({ name }) => name === 'figures')!
    expect(head).toEqual(schema.fields.map(({ name }) => name))
    for (const row of rows) {
      for (const [place, { name, type, constraints }] of schema.fields.entries()) {
        const value = row[place]!
        if (value === '') {
          expect(constraints.required, name).toBe(false)
          continue
        }
        if (type === 'integer') expect(value, name).toMatch(/^-?\d+$/)
        if (type === 'number') expect(value, name).toMatch(/^-?\d+(\.\d+)?$/)
        if (constraints.enum) expect(constraints.enum, name).toContain(value)
        if (constraints.pattern) expect(value, name).toMatch(new RegExp(`^(?:${constraints.pattern})$`))
        if (constraints.minimum !== undefined) expect(Number(value), name).toBeGreaterThanOrEqual(constraints.minimum)
        if (constraints.maximum !== undefined) expect(Number(value), name).toBeLessThanOrEqual(constraints.maximum)
      }
    }
    const keys = rows.map((row) => schema.primaryKey.map((name) => row[head.indexOf(name)]).join())
    expect(new Set(keys).size).toBe(rows.length)
    expect(FIGURE_COLUMNS.every(({ description }) => description.endsWith('.'))).toBe(true)
  })
})
