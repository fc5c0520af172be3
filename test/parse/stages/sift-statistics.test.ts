import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/domain/report.ts'
import { expectIssue, issueCodes, readReport, valueAt } from '../read-report.ts'

const TITLE = '合肥市肥东县人民政府2016年政府信息公开工作年度报告'

const ROWS = [
  '（一）收到申请数\t件\t31',
  '1.当面申请数\t件\t12',
  '2.传真申请数\t件\t',
  '3.网络申请数\t件\t19',
  '（二）申请办结数\t件\t30',
  '1.按时办结数\t件\t',
  '2.延期办结数\t件\t4',
  '（三）申请答复数\t件\t30',
]

/** The codes of issues on what the rows print: the rows that a text leaves out are noted once for all. */
const codesOfRows = (report: Report) => issueCodes(report).filter((code) => code !== 'row.missing')

const read = (...lines: string[]) => readReport([TITLE, '政府信息公开情况统计表', ...lines].join('\n'))

describe('a column of running numbers holds no values', () => {
  it.each<[string, (row: string, number: number) => string]>([
    ['before the labels', (row, number) => `${number}\t${row}`],
    ['behind the units', (row, number) => row.replace('\t件\t', `\t件\t${number}\t`)],
  ])('%s', async (_, numbered) => {
    const report = await read('统计指标\t单位\t统计数', ...ROWS.map((row, index) => numbered(row, index + 9)))
    expect(report.form).toBe('FORM_2014')
    expect(valueAt(report, 'applications.RECEIVED.TOTAL')).toBe('31')
    expect(valueAt(report, 'applications.RECEIVED_IN_PERSON.TOTAL')).toBe('12')
    expect(report.figures.has('applications.RECEIVED_BY_FAX.TOTAL')).toBe(false)
    expect(valueAt(report, 'applications.CLOSED_EXTENDED.TOTAL')).toBe('4')
    expect(valueAt(report, 'applications.HANDLED_TOTAL.TOTAL')).toBe('30')
    expect(report.figures.has('applications.CLOSED_ON_TIME.TOTAL')).toBe(false)
    expect(codesOfRows(report)).toEqual([])
  })
})

it('a table with two columns of numbers gives none of them, also where one is empty', async () => {
  const report = await read('统计指标\t单位\t统计数\t统计数', ...ROWS.map((row) => `${row}\t88`))
  expect(report.figures.size).toBe(0)
  expect(codesOfRows(report)).toEqual(ROWS.map(() => 'row.cell-count'))
})

it('a remark beside a number is none', async () => {
  const report = await read(
    '统计指标\t单位\t统计数\t备注',
    ...ROWS.map((row, index) => `${row}\t${index === 0 ? '含乡镇' : ''}`),
  )
  expect(valueAt(report, 'applications.RECEIVED.TOTAL')).toBe('31')
  expect(codesOfRows(report)).toEqual([])
})

it('维持具体行政行为数 behind the number of suits is theirs', async () => {
  const report = await read(
    '统计指标\t单位\t统计数',
    '1.按时办结数\t件\t3',
    '四、行政复议数量\t件\t9',
    '（二）被依法纠错数\t件\t2',
    '五、行政诉讼数量\t件\t8',
    '（一）维持具体行政行为数\t件\t5',
    '（二）被依法纠错数\t件\t1',
    '（三）其他情形数\t件\t2',
  )
  expect(report.figures.has('review.UPHELD')).toBe(false)
  expect(valueAt(report, 'review.CORRECTED')).toBe('2')
  expect(valueAt(report, 'litigation.ALL.UPHELD')).toBe('5')
  expect(valueAt(report, 'litigation.ALL.CORRECTED')).toBe('1')
  expect(valueAt(report, 'litigation.ALL.OTHER')).toBe('2')
})

describe('a local table of the years before the form', () => {
  const LOCAL = [
    '主动公开信息数\t条\t120',
    '提供服务类信息数\t条\t30',
    '网上咨询数\t人次\t7',
    '申请总数\t条\t9',
    '其中：1.当面申请数\t条\t4',
    '2.电子邮件申请数\t条\t5',
    '对申请的答复总数\t条\t9',
    '其中：1.同意公开答复数\t条\t8',
    '2.否决公开答复总数\t条\t1',
  ]

  it.each(['统计指标', '指标名称', '指标'])(
    'under %s is not the form of 2014: its rows are kept as printed',
    async (head) => {
      const report = await read(`${head}\t单位\t数量`, ...LOCAL)
      expect(report.form).toBeNull()
      expect(report.figures.size).toBe(0)
      expect(report.unrecognisedRows).toHaveLength(LOCAL.length)
      expect(report.unrecognisedRows[4]).toEqual({
        table: 'STATISTICS',
        label: '其中：1.当面申请数',
        values: ['4'],
        at: { kind: 'TEXT', line: 8, column: 1 },
      })
      expectIssue(report, 'form.unknown')
      expect(issueCodes(report).filter((code) => code === 'row.unrecognised')).toHaveLength(LOCAL.length)
    },
  )
})
