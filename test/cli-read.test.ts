import { expect, it } from 'vitest'
import { printReport } from '../src/cli-read.ts'
import { readReport } from './parse/read-report.ts'

it('prints what the report is, its figures row by row, and its issues with their places', async () => {
  const report = await readReport(
    [
      '北京市大兴区人民政府2020年政府信息公开工作年度报告',
      '信息内容\t采购项目数量\t采购总金额（万元）',
      '政府集中采购\t1146\t28130.0902',
      '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953',
    ].join('\n'),
  )
  const text = printReport(report, [], false)
  expect(text).toContain('district  110115 北京市大兴区')
  expect(text).toContain('FORM_2019')
  expect(text).toMatch(/ 1146 +28130\.0902 +政府集中采购/)
  expect(text).toMatch(/ 860 +76 +\(blank\) +4 +\? 约30\[\d\] +2 +953 +本年新收政府信息公开申请数量/)
  expect(text).toMatch(/\[\d\] line 4, column 29: cell\.approximate/)
})

it('prints claims and unrecognised rows below the tables, and in colour only when asked to', async () => {
  const report = await readReport(
    [
      '北京市大兴区人民政府2020年政府信息公开工作年度报告',
      '全区共受理政府信息公开申请953件。',
      '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953',
      '本地自设的一行\t1\t2\t3\t4\t5\t6\t7',
    ].join('\n'),
  )
  const text = printReport(report, [], false)
  expect(text).toContain(
    'line 2, column 1: applications.RECEIVED.TOTAL 953件 (DISTRICT): 全区共受理政府信息公开申请953件。',
  )
  expect(text).toContain('line 4, column 1: APPLICATIONS 本地自设的一行: 1  2  3  4  5  6  7')
  expect(text).not.toContain('\u001b')
  expect(printReport(report, [], true)).toContain('\u001b[31m? 约30[1]\u001b[39m')
})
