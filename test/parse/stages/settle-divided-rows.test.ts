import { expect, it } from 'vitest'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import { readReport, rowOf, valueAt } from '../read-report.ts'

const TITLE = '北京市大兴区人民政府2022年政府信息公开工作年度报告'
const read = (...lines: readonly string[]) => readReport([TITLE, ...lines].join('\n'))

const HEADS_2019 = '信息内容\t上一年项目数量\t本年增/减\t处理决定数量'
const APPLICATIONS = ['申请人情况', '一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3']
const ONE = '\t1\t0\t0\t0\t0\t0\t1'

const named = ({ issues }: Awaited<ReturnType<typeof read>>, path: FigurePath) =>
  issues.filter(({ paths }) => paths.includes(path)).map(({ code }) => code)

it('a heading is not taken for a row when one of the rows under it has lost its label', async () => {
  const report = await read(HEADS_2019, '行政许可\t4\t0\t5', '其他对外管理服务事项\t\t1\t2\t3', '行政确认\t7\t8\t9')
  expect(valueAt(report, 'disclosure.OTHER_EXTERNAL_MANAGEMENT.CHANGE')).toBeUndefined()
  expect(valueAt(report, 'disclosure.CONFIRMATION.CHANGE')).toBe('8')
  expect(named(report, 'disclosure.OTHER_EXTERNAL_MANAGEMENT.CHANGE')).toContain('row.unrecognised')
  expect(named(report, 'disclosure.INSPECTION.CHANGE')).toContain('row.unrecognised')
})

it('a row that is printed with both of its parts is a row', async () => {
  const report = await read(HEADS_2019, '其他对外管理服务事项\t3\t4\t5', '行政检查\t1\t2\t3', '行政确认\t2\t2\t2')
  expect(valueAt(report, 'disclosure.OTHER_EXTERNAL_MANAGEMENT.CHANGE')).toBe('4')
})

it('the row before one that the form does not have may be a heading, unless that one is a part of it', async () => {
  const before = async (label: string) =>
    valueAt(
      await read(HEADS_2019, '其他对外管理服务事项\t1\t2\t3', `${label}\t1\t1\t1`, '行政处罚\t0\t0\t0'),
      'disclosure.OTHER_EXTERNAL_MANAGEMENT.CHANGE',
    )
  expect(await before('某某事项')).toBeUndefined()
  expect(await before('其中：某某事项')).toBe('2')
})

it('其他 is the last of three rows when it has the third number, and may be what is left of 其他处理 when it has none', async () => {
  const third = await read(...APPLICATIONS, `3.其他${ONE}`)
  expect(rowOf(third, 'OTHER_MISCELLANEOUS')).toEqual(['1', '0', '0', '0', '0', '0', '1'])
  expect(third.form).toBe('FORM_2021')

  const cut = await read(...APPLICATIONS, `（六）其他${ONE}`)
  expect(rowOf(cut, 'OTHER_MISCELLANEOUS')).toEqual([])
  expect(cut.form).toBeNull()
  expect(named(cut, 'applications.OTHER.TOTAL')).toContain('row.unrecognised')
  expect(named(cut, 'applications.OTHER_MISCELLANEOUS.TOTAL')).toContain('row.unrecognised')
})
