import { describe, expect, it } from 'vitest'
import { readReportObject, reportObjectJsonSchema, toReportObject } from '../../src/ingest/report-object.ts'
import { readReport } from '../parse/read-report.ts'

const TEXT = [
  '北京市大兴区人民政府2020年政府信息公开工作年度报告',
  '二、主动公开政府信息情况',
  '信息内容\t采购项目数量\t采购总金额（万元，保留四位小数）',
  '政府集中采购\t1146\t28130.0902',
  '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
  '行政许可\t255\t-15\t/',
].join('\n')

const object = async () => toReportObject(await readReport(TEXT), [])

describe('the report object', () => {
  it('gives a figure as a JSON number with its raw text and place, and null for a blank', async () => {
    const { figures } = await object()
    expect(figures['disclosure.PROCUREMENT.AMOUNT']).toEqual({
      state: 'STATED',
      value: 28130.0902,
      raw: '28130.0902',
      at: { kind: 'TEXT', line: 4, column: 13 },
    })
    expect(figures['disclosure.LICENSING.DECISIONS']).toMatchObject({ state: 'BLANK', value: null, raw: '/' })
  })

  it('comes back in as the same report', async () => {
    const given = JSON.parse(JSON.stringify(await object()))
    const read = readReportObject(given)
    expect(read.ok && toReportObject(read.report, [])).toEqual(given)
  })

  it('takes a figure without raw text and place', async () => {
    const given = { ...(await object()), figures: { 'disclosure.LICENSING.CHANGE': { state: 'STATED', value: -15 } } }
    const read = readReportObject(given)
    expect(read.ok && read.report.figures.get('disclosure.LICENSING.CHANGE')).toEqual({
      state: 'STATED',
      value: '-15',
      raw: '-15',
      at: null,
    })
  })

  it.each([
    ['a list', () => [], 'at the object'],
    ['an unknown field', (o: object) => ({ ...o, years: 1 }), 'years'],
    ['a year as text', (o: object) => ({ ...o, year: '2020' }), 'at year'],
    [
      'a period that ends before it begins',
      (o: object) => ({ ...o, period: { from: '2020-12-31', to: '2020-01-01' } }),
      'ends before',
    ],
    [
      'a place beyond any document',
      (o: object) =>
        withFigure(o, 'disclosure.LICENSING.CHANGE', 1, { at: { kind: 'TEXT', line: 2 ** 40, column: 1 } }),
      'at.line',
    ],
    ['a day of no year', (o: object) => ({ ...o, period: { from: '0000-01-01', to: '0000-12-31' } }), 'period'],
    ['half a character', (o: object) => ({ ...o, title: '\ud800' }), 'at title'],
    ['a NUL', (o: object) => ({ ...o, agency: '大\0' }), 'at agency'],
    ['another name for the code', (o: object) => ({ ...o, district: { code: '110115', name: '火星' } }), '火星'],
    ['the government of another place', (o: object) => ({ ...o, district: { code: '110112' } }), 'of another place'],
    [
      'a raw text that says otherwise',
      (o: object) => withFigure(o, 'disclosure.LICENSING.CHANGE', 7, { raw: '860' }),
      'raw text "860"',
    ],
    ['a code of five digits', (o: object) => ({ ...o, district: { code: '11011' } }), 'at district.code'],
    ['a code that no district has', (o: object) => ({ ...o, district: { code: '999999' } }), '999999'],
    [
      'a path that is none',
      (o: object) => withFigure(o, 'applications.NONSENSE.TOTAL', 1),
      'applications.NONSENSE.TOTAL',
    ],
    ['a figure of another form', (o: object) => withFigure(o, 'disclosure.STAFF.COUNT', 1), 'FORM_2019 does not have'],
    ['a count below zero', (o: object) => withFigure(o, 'applications.RECEIVED.TOTAL', -1), '-1'],
    ['half a case', (o: object) => withFigure(o, 'applications.RECEIVED.TOTAL', 0.5), '0.5'],
    [
      'five decimal places',
      (o: object) => withFigure(o, 'disclosure.PROCUREMENT.AMOUNT', 1.23456),
      'four of them decimal',
    ],
    ['a stated figure without value', (o: object) => withFigure(o, 'applications.RECEIVED.TOTAL', null), 'STATED'],
  ])('refuses %s, and names the place', async (_, change, named) => {
    const read = readReportObject(change(await object()))
    expect(read).toMatchObject({ ok: false, error: { code: 'INVALID_REPORT_OBJECT' } })
    expect(read.ok || read.error.message).toContain(named)
  })

  it('has a JSON Schema', () => {
    expect(reportObjectJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false })
  })
})

function withFigure(object: object, path: string, value: number | null, more: object = {}) {
  return { ...object, figures: { [path]: { state: 'STATED', value, ...more } } }
}
