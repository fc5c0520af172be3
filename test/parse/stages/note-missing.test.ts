import { describe, expect, it } from 'vitest'
import { STATISTICS_TABLE } from '../../../src/domain/statistics-table.ts'
import { readReport } from '../read-report.ts'

const read = (rows: readonly string[]) =>
  readReport(
    [
      '合肥市肥东县人民政府2016年政府信息公开工作年度报告',
      '政府信息公开情况统计表',
      '统计指标\t单位\t统计数',
      ...rows,
    ].join('\n'),
  )

it('the rows of the 2014 form that a document leaves out, are noted once', async () => {
  const rows = STATISTICS_TABLE.filter(({ number }) => !number.startsWith('1.2')).map(({ label }) => `${label}\t件\t1`)
  const missing = ({ issues }: Awaited<ReturnType<typeof read>>) => issues.filter(({ code }) => code === 'row.missing')
  expect(missing(await read(rows))).toEqual([])

  const [noted, ...more] = missing(await read(rows.filter((row) => !/举报投诉|专职/u.test(row))))
  expect(noted?.paths).toEqual(['disclosure.COMPLAINTS.COUNT', 'disclosure.STAFF_FULL_TIME.COUNT'])
  expect(noted?.message).toContain('"举报投诉数量" and 1 more')
  expect(more).toEqual([])
})

const TITLE = '北京市大兴区人民政府2022年政府信息公开工作年度报告'
const HEADS_2019 = '信息内容\t上一年项目数量\t本年增/减\t处理决定数量'
const HEADS_2021 = '信息内容\t本年制发件数\t本年废止件数\t现行有效件数'
const RECEIVED = '一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0'
const missing = async (code: string, ...rows: readonly string[]) =>
  (await readReport([TITLE, ...rows].join('\n'))).issues.filter((issue) => issue.code === code)

describe('a table of which something is there', () => {
  it('has one note with the figures of all rows of proactive disclosure that are missing', async () => {
    const [noted, ...others] = await missing('row.missing', HEADS_2021, '规章\t1\t2\t3')
    expect(others).toEqual([])
    expect(noted?.message).toContain('found no "规范性文件" and 4 more')
    expect(noted?.paths).toEqual([
      ...['ISSUED', 'REPEALED', 'IN_FORCE'].map((measure) => `disclosure.NORMATIVE_DOCUMENTS.${measure}`),
      ...['LICENSING', 'PENALTIES', 'COERCION'].map((item) => `disclosure.${item}.DECISIONS`),
      'disclosure.ADMINISTRATIVE_FEES.AMOUNT',
    ])
  })

  it('does not miss both a row and the two into which it is divided', async () => {
    const pathsBeside = async (...labels: readonly string[]) =>
      (await missing('row.missing', HEADS_2019, ...labels.map((label) => `${label}\t1\t2\t3`))).flatMap(
        ({ paths }) => paths,
      )
    const single = 'disclosure.OTHER_EXTERNAL_MANAGEMENT.CHANGE'
    const inspection = 'disclosure.INSPECTION.CHANGE'
    expect(await pathsBeside('其他对外管理服务事项')).not.toContain(inspection)
    expect(await pathsBeside('行政确认')).toContain(inspection)
    expect(await pathsBeside('行政确认')).not.toContain(single)
    expect(await pathsBeside('行政许可')).toEqual(expect.arrayContaining([single, inspection]))
  })

  it('names a row once that another note names already', async () => {
    const report = await readReport([TITLE, HEADS_2021, '规章\t1\t2'].join('\n'))
    expect(report.issues.filter(({ paths }) => paths.includes('disclosure.REGULATIONS.ISSUED'))).toHaveLength(1)
  })

  it('misses the single row of other ways, too, where none of the three is there', async () => {
    const none = await missing('row.missing', HEADS_2021, '规章\t1\t2\t3', RECEIVED)
    expect(none.flatMap(({ paths }) => paths)).toContain('applications.OTHER.TOTAL')
    const one = await missing(
      'row.missing',
      HEADS_2021,
      RECEIVED,
      '2.申请人逾期未按收费通知要求缴纳费用\t0\t0\t0\t0\t0\t0\t0',
    )
    expect(one.flatMap(({ paths }) => paths)).not.toContain('applications.OTHER.TOTAL')
  })

  it('names the columns of the case table that a document leaves out', async () => {
    const [noted] = (
      await missing(
        'row.missing',
        HEADS_2021,
        '规章\t1\t2\t3',
        RECEIVED,
        '行政复议',
        '结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
        '1\t0\t0\t0\t1',
      )
    ).filter(({ paths }) => paths.some((path) => path.startsWith('litigation')))
    expect(noted?.paths).toHaveLength(10)
    expect(noted?.paths).not.toContain('review.TOTAL')
  })
})

it('a table that is missing as a whole is one note with all its figures, those of the single row of other ways, too', async () => {
  const tables = await missing('table.missing', HEADS_2021, '规章\t1\t2\t3')
  expect(tables.map(({ paths }) => paths.length)).toEqual([26 * 7, 15])
})

it('tables of proactive disclosure that are missing are named as both forms have them', async () => {
  const [disclosure] = await missing('table.missing', '申请人情况', RECEIVED, '3.其他\t0\t0\t0\t0\t0\t0\t0')
  expect(disclosure?.paths).toEqual(
    expect.arrayContaining(['disclosure.REGULATIONS.MADE', 'disclosure.REGULATIONS.ISSUED']),
  )
})

it('a report whose rows stand on two forms alike has no form, and the figures on which they differ are named', async () => {
  const [ambiguous, ...others] = await missing(
    'form.ambiguous',
    '申请人情况',
    RECEIVED,
    '（六）其他处理\t1\t0\t0\t0\t0\t0\t1',
  )
  expect(others).toEqual([])
  expect(ambiguous?.paths).toEqual(
    expect.arrayContaining([
      'disclosure.REGULATIONS.MADE',
      'disclosure.REGULATIONS.ISSUED',
      'applications.OTHER_FEE_UNPAID.TOTAL',
    ]),
  )
  expect(ambiguous?.paths).not.toContain('applications.OTHER.TOTAL')
  expect(ambiguous?.paths).not.toContain('applications.RECEIVED_BY_FAX.TOTAL')
})

it('rows whose numbers are glued together do not tell the form by how many they are', async () => {
  const rows = ['信息内容', '规章111332', '行政强制32777', '行政事业性收费214']
  const [ambiguous] = await missing('form.ambiguous', ...rows)
  expect(ambiguous?.paths).toContain('disclosure.PROCUREMENT.AMOUNT')
})

it('a report without any table names every figure of every form', async () => {
  const [unknown] = await missing('form.unknown', '一、总体情况', '本年无申请。')
  expect(unknown?.paths).toEqual(
    expect.arrayContaining(['disclosure.PROACTIVE.COUNT', 'applications.RECEIVED.TOTAL', 'litigation.DIRECT.PENDING']),
  )
})

describe('the rows of key areas, which only some variants of the form of 2014 have', () => {
  const ALL = STATISTICS_TABLE.map(({ label }) => `${label}\t件\t1`)
  const pathsOf = ({ issues }: Awaited<ReturnType<typeof read>>) =>
    issues.filter(({ code }) => code === 'row.missing').flatMap(({ paths }) => paths)

  it('are missed where others of them stand', async () => {
    expect(pathsOf(await read(ALL.filter((row) => !row.includes('食品安全'))))).toEqual([
      'disclosure.KEY_AREA_FOOD_SAFETY.COUNT',
    ])
  })

  it('are missed where a row in their place cannot be read', async () => {
    const rows = ALL.filter((_, index) => !STATISTICS_TABLE[index]?.number.startsWith('1.2'))
    expect(pathsOf(await read(rows))).toEqual([])
    expect(pathsOf(await read([...rows.slice(0, 3), '某某信息数\t条\t4', ...rows.slice(3)]))).toHaveLength(14)
    expect(pathsOf(await read([...rows, '某某信息数\t条\t4']))).toEqual([])
  })
})
