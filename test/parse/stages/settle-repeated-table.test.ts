import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/domain/report.ts'
import { issueCodes, readReport, rowOf } from '../read-report.ts'

const TITLE = '大兴区2022年政府信息公开工作年度报告'
const WHOLE = [
  '一、本年新收政府信息公开申请数量\t30\t2\t0\t0\t0\t0\t32',
  '二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0',
  '三、本年度办理结果\t（一）予以公开\t30\t1\t0\t0\t0\t0\t31',
  '（七）总计\t30\t2\t0\t0\t0\t0\t32',
]
const PART = [
  '一、本年新收政府信息公开申请数量\t7\t1\t0\t0\t0\t0\t8',
  '二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0',
  '三、本年度办理结果\t（一）予以公开\t7\t1\t0\t0\t0\t0\t8',
  '（七）总计\t7\t1\t0\t0\t0\t0\t8',
]
const read = (...lines: string[]) => readReport([TITLE, '三、收到和处理政府信息公开申请情况', ...lines].join('\n'))
const repeated = (report: Report) => report.issues.filter(({ code }) => code === 'row.repeated')

describe('an applications table that a report prints twice', () => {
  it.each([
    ['first', ['（一）全区申请情况', ...WHOLE, '（二）区政府本级申请情况', ...PART]],
    ['last', ['（一）区政府本级申请情况', ...PART, '（二）全区申请情况', ...WHOLE]],
  ])('is that of the whole district where the headings say so, and it stands %s', async (_, lines) => {
    const report = await read(...lines)
    expect(rowOf(report, 'RECEIVED')).toEqual(['30', '2', '0', '0', '0', '0', '32'])
    expect(rowOf(report, 'GRANTED')).toEqual(['30', '1', '0', '0', '0', '0', '31'])
    expect(rowOf(report, 'HANDLED_TOTAL')).toEqual(['30', '2', '0', '0', '0', '0', '32'])
    expect(repeated(report).map(({ paths }) => paths[6])).toEqual([
      'applications.RECEIVED.TOTAL',
      'applications.GRANTED.TOTAL',
      'applications.HANDLED_TOTAL.TOTAL',
    ])
  })

  it.each([
    ['say nothing', ['表一', ...PART, '表二', ...WHOLE]],
    ['name two parts', ['（一）区政府本级', ...PART, '（二）各部门', ...WHOLE]],
    ['both speak of the whole', ['（一）全区情况', ...WHOLE, '（二）全区本级情况', ...PART]],
  ])('gives only what is alike in both where the headings %s', async (_, lines) => {
    const report = await read(...lines)
    expect(rowOf(report, 'CARRIED_IN')).toEqual(['0', '0', '0', '0', '0', '0', '0'])
    for (const row of ['RECEIVED', 'GRANTED', 'HANDLED_TOTAL']) expect(rowOf(report, row)).toEqual([])
    expect(repeated(report)).toHaveLength(3)
  })

  it('is one table where both are alike', async () => {
    const report = await read(...PART, ...PART)
    expect(rowOf(report, 'RECEIVED')).toEqual(['7', '1', '0', '0', '0', '0', '8'])
    expect(issueCodes(report)).not.toContain('row.repeated')
  })

  it('is not two reports because each page is headed by the title', async () => {
    const report = await read('（一）全区', ...WHOLE, '2022年政府信息公开工作年度报告', '（二）本级', ...PART)
    expect(rowOf(report, 'RECEIVED')).toEqual(['30', '2', '0', '0', '0', '0', '32'])
  })
})
