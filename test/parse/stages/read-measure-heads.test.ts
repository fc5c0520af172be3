import { describe, expect, it } from 'vitest'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Report } from '../../../src/domain/report.ts'
import { readReport, valueAt } from '../read-report.ts'

const TITLE = '北京市大兴区人民政府2022年政府信息公开工作年度报告'
const read = (...lines: readonly string[]) => readReport([TITLE, ...lines].join('\n'))
/** The single row of other ways, which reports of both forms print. */
const SINGLE = [
  '申请人情况',
  '一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0',
  '（六）其他处理\t0\t0\t0\t0\t0\t0\t0',
]
const down = (...heads: readonly string[]) => heads.map((head) => [...head].join('\n'))
const regulations = (report: Report) =>
  ['MADE', 'DISCLOSED', 'DISCLOSED_TOTAL', 'ISSUED', 'REPEALED', 'IN_FORCE'].map(
    (measure) => valueAt(report, `disclosure.REGULATIONS.${measure}` as FigurePath) ?? '?',
  )
const named = (report: Report, path: FigurePath) => report.issues.some(({ paths }) => paths.includes(path))
const fees = (report: Report) => valueAt(report, 'disclosure.ADMINISTRATIVE_FEES.AMOUNT')

const HEADS = ['本年制发件数', '本年废止件数', '现行有效件数']
const OPENING = '第二十条第（一）项'

describe('the heads of a proactive-disclosure table', () => {
  it.each([
    ['written downwards', ['信息内容', ...down(...HEADS)]],
    ['glued', ['信息内容', HEADS.join('')]],
    ['glued to the head of the rows', [`信息内容${HEADS.join('')}`]],
    ['spaced', ['信息内容', '本 年制发件数 本年废 止件数 现行有效件 数']],
  ])('tell the form and the measures when %s', async (_, heads) => {
    const report = await read(OPENING, ...heads, '规章\t1\t2\t3', ...SINGLE)
    expect(report.form).toBe('FORM_2021')
    expect(regulations(report)).toEqual(['?', '?', '?', '1', '2', '3'])
    expect(report.issues.map(({ code }) => code)).not.toContain('header.broken')
  })

  it.each([
    ['that say nothing', ['信息内容\t数量\t数量\t数量']],
    ['that are missing', []],
  ])('%s leave the figures of both forms out', async (_, heads) => {
    const report = await read(OPENING, ...heads, '规章\t1\t2\t3', ...SINGLE)
    expect(regulations(report)).toEqual(['?', '?', '?', '?', '?', '?'])
    for (const measure of ['MADE', 'ISSUED'] as const) {
      expect(named(report, `disclosure.REGULATIONS.${measure}`)).toBe(true)
    }
  })

  it.each([
    ['政府集中采购\t1\t2', 'FORM_2019', ['1', '2', '3', '?', '?', '?']],
    ['行政许可\t4\t0\t9', 'FORM_2019', ['1', '2', '3', '?', '?', '?']],
    ['行政许可\t4', 'FORM_2021', ['?', '?', '?', '1', '2', '3']],
    ['行政事业性收费\t4', 'FORM_2021', ['?', '?', '?', '1', '2', '3']],
  ])('are told by the row %s where none can be read', async (row, form, figures) => {
    const report = await read(OPENING, '规章\t1\t2\t3', row, ...SINGLE)
    expect(report.form).toBe(form)
    expect(regulations(report)).toEqual(figures)
    expect(report.issues.map(({ code }) => code)).toContain('header.broken')
  })
})

describe('an amount', () => {
  const amount = (head: string, value: string, label = '行政事业性收费') =>
    read(OPENING, `信息内容\t${HEADS.join('\t')}`, '规章\t1\t2\t3', '第二十条第（八）项', head, `${label}\t${value}`)

  it.each([
    ['a spaced head', '信息内容 本年收 费金额（单位：元）', '25000', '2.5'],
    ['a broken head', '信息内容 本年费额（单位：元）', '25000', '2.5'],
    ['a head in 万元', '信息内容\t本年收费金额（单位：万元）', '250000', '250000'],
    ['a spaced head in 万元', '信息内容 本年收 费金额（单位：万元）', '2.5', '2.5'],
    ['no unit', '信息内容\t金额', '2.5', '2.5'],
  ])('is read in the unit that stands near: %s', async (_, head, value, expected) => {
    expect(fees(await amount(head, value))).toBe(expected)
  })

  it('is read in the unit of its label', async () => {
    expect(fees(await amount('信息内容\t金额', '25000', '行政事业性收费（元）'))).toBe('2.5')
  })

  it('without a unit is left out where it is very large', async () => {
    const report = await amount('信息内容\t金额', '250000')
    expect(fees(report)).toBeUndefined()
    expect(named(report, 'disclosure.ADMINISTRATIVE_FEES.AMOUNT')).toBe(true)
  })
})
