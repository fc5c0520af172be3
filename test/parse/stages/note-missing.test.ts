import { expect, it } from 'vitest'
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
