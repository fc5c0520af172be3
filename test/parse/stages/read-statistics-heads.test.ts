import { describe, expect, it } from 'vitest'
import { issueCodes, readReport, valueAt } from '../read-report.ts'

const read = (heads: string, rows: string) =>
  readReport(`海淀区2017年政府信息公开工作年度报告\n政府信息公开情况统计表\n统计指标\t单位\t${heads}\n${rows}`)

const ROWS = '1.当面申请数\t件\t12\t34\n2.传真申请数\t件\t\t5\n3.网络申请数\t件\t6\t'

describe('two columns of numbers', () => {
  it.each([
    ['本年\t上年', '12'],
    ['2016年\t2017年', '34'],
    ['上年数\t本年数', '34'],
    ['本期实际\t本年累计', '34'],
    ['统计数\t上年同期', '12'],
  ])('%s', async (heads, value) => {
    const report = await read(heads, ROWS)
    expect(valueAt(report, 'applications.RECEIVED_IN_PERSON.TOTAL')).toBe(value)
  })

  it('keep their empty cells', async () => {
    const report = await read('本年\t上年', ROWS)
    expect(report.figures.get('applications.RECEIVED_BY_FAX.TOTAL')?.state).toBe('BLANK')
    expect(valueAt(report, 'applications.RECEIVED_ONLINE.TOTAL')).toBe('6')
  })

  it.each(['统计数\t统计数', '2015年\t2016年', '本年数\t本年数'])(
    'give nothing where no head tells: %s',
    async (heads) => {
      const report = await read(heads, ROWS)
      expect(valueAt(report, 'applications.RECEIVED_IN_PERSON.TOTAL')).toBeUndefined()
      expect(valueAt(report, 'applications.RECEIVED_BY_FAX.TOTAL')).toBeUndefined()
      expect(issueCodes(report)).toContain('row.cell-count')
    },
  )

  it('give nothing of a row that has lost a cell', async () => {
    const report = await read('本年\t上年', '1.当面申请数\t件\t12\t34\n2.传真申请数\t件\t5')
    expect(valueAt(report, 'applications.RECEIVED_IN_PERSON.TOTAL')).toBe('12')
    expect(valueAt(report, 'applications.RECEIVED_BY_FAX.TOTAL')).toBeUndefined()
  })
})
