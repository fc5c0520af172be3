import { describe, expect, it } from 'vitest'
import { readReportObject, toReportObject } from '../../src/ingest/report-object.ts'
import { reportObjectJsonSchema } from '../../src/ingest/report-object-schema.ts'
import { readReport } from '../parse/read-report.ts'

const TEXT = [
  '北京市大兴区人民政府2020年政府信息公开工作年度报告',
  '二、主动公开政府信息情况',
  '信息内容\t采购项目数量\t采购总金额（万元，保留四位小数）',
  '政府集中采购\t1146\t28130.0902',
  '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
  '行政许可\t255\t-15\t/',
].join('\n')

const ISSUE = { code: 'unit.missing', message: 'Expected a unit.', paths: [], raw: null, at: null }
const NOTHING = { subject: null, value: null }
const CLAIM = {
  subject: 'applications.RECEIVED.TOTAL',
  value: '3',
  unit: '件',
  approximate: false,
  scope: null,
  sentence: '受理申请3件。',
}

const object = async () => toReportObject(await readReport(TEXT), [])

describe('the report object', () => {
  it('gives a figure as a JSON number with its raw text and place, and null for a blank', async () => {
    const { figures, snippets = [] } = await object()
    expect(figures['disclosure.PROCUREMENT.AMOUNT']).toEqual({
      state: 'STATED',
      value: 28130.0902,
      raw: '28130.0902',
      at: { kind: 'TEXT', line: 4, column: 13 },
      snippet: { index: 0, start: 12, end: 22 },
    })
    expect(snippets[0]).toBe('政府集中采购\t1146\t28130.0902')
    expect(figures['disclosure.LICENSING.DECISIONS']).toMatchObject({ state: 'BLANK', value: null, raw: '/' })
  })

  it('comes back in as the same report', async () => {
    const given = JSON.parse(JSON.stringify(await object()))
    const read = readReportObject(given)
    expect(read.ok && toReportObject(read.report, [])).toEqual(given)
  })

  it('keeps claims, unrecognised rows, issues and snippets on the way out and in', async () => {
    const report = await readReport(
      [
        TEXT,
        '全区共受理政府信息公开申请953件。',
        '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953',
        '本地自设的一行\t1\t\t3',
      ].join('\n'),
    )
    const given = JSON.parse(JSON.stringify(toReportObject(report, [])))
    expect(given.claims).toMatchObject([{ value: '953', unit: '件', scope: 'DISTRICT', at: { line: 7, column: 1 } }])
    expect(given.unrecognisedRows).toEqual([
      {
        table: 'APPLICATIONS',
        label: '本地自设的一行',
        values: ['1', '', '3'],
        at: { kind: 'TEXT', line: 9, column: 1 },
      },
    ])
    expect(given.issues.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['cell.approximate', 'row.unrecognised']),
    )
    expect(given.snippets).toContain('本地自设的一行\t1\t\t3')
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
    [
      'a snippet that is not there',
      (o: object) => withFigure(o, 'disclosure.LICENSING.CHANGE', -15, { snippet: { index: 9, start: 0, end: 3 } }),
      'its snippet does not have',
    ],
    [
      'a snippet that says otherwise',
      (o: object) => withFigure(o, 'disclosure.LICENSING.CHANGE', -15, { snippet: { index: 1, start: 0, end: 3 } }),
      'the raw text "-15", which its snippet does not have there',
    ],
    [
      'an issue with a snippet that is not there',
      (o: object) => ({ ...o, issues: [{ ...ISSUE, snippet: { index: 0, start: 5, end: 4 } }] }),
      'issues.0.snippet',
    ],
    ['a title without end', (o: object) => ({ ...o, title: '年'.repeat(501) }), 'at title: a text of more than 500'],
    [
      'a cell without end',
      (o: object) => withFigure(o, 'disclosure.LICENSING.CHANGE', -15, { raw: '1'.repeat(10_001) }),
      'at figures.disclosure.LICENSING.CHANGE.raw: a text of more than 10000 characters',
    ],
    [
      'a label without end',
      (o: object) => ({ ...o, unrecognisedRows: [{ table: 'CASES', label: '行'.repeat(10_001), values: [] }] }),
      'at unrecognisedRows.0.label: a text of more than 10000 characters',
    ],
    [
      'a sentence without end',
      (o: object) => ({ ...o, claims: [{ ...CLAIM, sentence: '句'.repeat(10_001) }] }),
      'at claims.0.sentence: a text of more than 10000 characters',
    ],
    [
      'a heading without end',
      (o: object) => ({ ...o, sections: [{ heading: '一'.repeat(10_001), text: '' }] }),
      'at sections.0.heading',
    ],
    [
      'a share of nothing',
      (o: object) => ({ ...o, shares: [{ percent: '5', part: NOTHING, whole: NOTHING, sentence: '占5%。' }] }),
      'at shares.0.part: neither a subject nor a value',
    ],
    ['rows without end', (o: object) => ({ ...o, snippets: Array(10_001).fill('') }), 'at snippets: more than 10000'],
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
