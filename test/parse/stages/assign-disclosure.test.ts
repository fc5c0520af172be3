import { expect, it } from 'vitest'
import { issueCodes, readReport, valueAt } from '../read-report.ts'

const TITLE =
  '大兴区2020年政府信息公开工作年度报告\n第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量'

it('takes no value of a row with a number behind its last column', async () => {
  const report = await readReport(`${TITLE}\n行政许可\t\t\t4\t13\t\t\n其他对外管理服务事项\t5\t-1\t7`)
  for (const measure of ['PREVIOUS_ITEMS', 'CHANGE', 'DECISIONS'] as const)
    expect(valueAt(report, `disclosure.LICENSING.${measure}`)).toBeUndefined()
  expect(issueCodes(report)).toContain('row.cell-count')
  expect(valueAt(report, 'disclosure.OTHER_EXTERNAL_MANAGEMENT.CHANGE')).toBe('-1')
})
