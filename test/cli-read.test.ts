import { expect, it } from 'vitest'
import { printReport } from '../src/cli-read.ts'
import { readReport } from './parse/read-report.ts'

it('prints what the report is, its figures row by row, and its issues with their places', async () => {
  const report = await readReport(
    [
      '北京市大兴区人民政府2020年政府信息公开工作年度报告',
      '信息内容\t采购项目数量\t采购总金额（万元）',
      '政府集中采购\t1146\t28130.0902',
      '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t十一\t2\t953',
    ].join('\n'),
  )
  const text = printReport(report, [])
  expect(text).toContain('district  110115 北京市大兴区')
  expect(text).toContain('FORM_2019')
  expect(text).toMatch(/ 1146 +28130\.0902 +政府集中采购/)
  expect(text).toMatch(/ 860 +76 +\(blank\) +4 +\? 十一 +2 +953 +本年新收政府信息公开申请数量/)
  expect(text).toMatch(/line 4, column 29: cell\.unreadable/)
})
