import { describe, expect, it } from 'vitest'
import { APPLICANTS } from '../../../src/domain/applicants.ts'
import type { ApplicationRow } from '../../../src/domain/application-rows.ts'
import type { Report } from '../../../src/domain/report.ts'
import { codesOf } from '../../../src/domain/terms.ts'
import { issueCodes, readReport, valueAt } from '../read-report.ts'

const TITLE = '大兴区2021年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况'
const table = (...lines: string[]) => readReport([TITLE, ...lines].join('\n'))

/** The seven figures of a row: _ for a blank, ? for one that is absent. */
const row = (report: Report, code: ApplicationRow) =>
  codesOf(APPLICANTS)
    .map((applicant) => valueAt(report, `applications.${code}.${applicant}`) ?? '?')
    .map((value) => (value === 'BLANK' ? '_' : value))
    .join(' ')

const TOTALS = '（七）总计\t3\t0\t1\t0\t0\t0\t4'

describe('assignApplications', () => {
  it('takes the lines of a text as they stand when each has all cells of the form, though many are empty', async () => {
    const report = await table(
      '一、本年新收政府信息公开申请数量\t3\t\t1\t0\t\t/\t',
      '（一）予以公开\t0\t\t\t0\t\t/\t',
      '（二）部分公开\t2\t\t1\t\t\t\t3',
      TOTALS,
    )
    expect(row(report, 'RECEIVED')).toBe('3 _ 1 0 _ _ _')
    expect(row(report, 'GRANTED')).toBe('0 _ _ 0 _ _ _')
    expect(row(report, 'PARTLY_GRANTED')).toBe('2 _ 1 _ _ _ 3')
    expect(row(report, 'HANDLED_TOTAL')).toBe('3 0 1 0 0 0 4')
    expect(issueCodes(report)).not.toContain('row.cell-count')
  })

  it.each([
    ['one row is a cell short', '（一）予以公开\t0\t\t2\t0\t\t2'],
    ['one row goes on in another line', '（一）予以公开\t0\t\t2\t0\n\t0\t\t2'],
  ])('leaves rows with empty cells out where %s', async (_why, doubtful) => {
    const report = await table('一、本年新收政府信息公开申请数量\t3\t\t1\t0\t\t\t', doubtful, TOTALS)
    expect(row(report, 'RECEIVED')).toBe('? ? ? ? ? ? ?')
    expect(row(report, 'HANDLED_TOTAL')).toBe('3 0 1 0 0 0 4')
    expect(issueCodes(report).filter((code) => code === 'row.cell-count')).toHaveLength(2)
  })

  it('leaves out a row that may have lost cells and was filled up behind, and no other', async () => {
    const report = await table(
      '一、本年新收政府信息公开申请数量\t3\t\t1\t0\t\t\t',
      '（一）予以公开\t0\t2\t0\t3\t1\t\t',
      TOTALS,
    )
    expect(row(report, 'RECEIVED')).toBe('3 _ 1 0 _ _ _')
    expect(row(report, 'GRANTED')).toBe('? ? ? ? ? ? ?')
    expect(issueCodes(report)).toContain('row.cell-count')
  })

  const ADDING = [
    '一、本年新收政府信息公开申请数量 | 9 | 3 | | | | 1 | 13 | ||',
    '二、上年结转政府信息公开申请数量 | 2 | | | | | | 2 | ||',
    '三、本年度办理结果 | （一）予以公开 | 4 | | | | | 1 | | |',
    '（二）部分公开 | 6 | 2 | | | | | | ||',
    '（七）总计 | 10 | 2 | | | | 1 | 13 | ||',
    '四、结转下年度继续办理 | 1 | 1 | | | | | 2 | ||',
  ]

  it('takes rows that are empty behind as they stand where every column adds up, whatever bars close the lines', async () => {
    const report = await table(...ADDING)
    expect(row(report, 'RECEIVED')).toBe('9 3 _ _ _ 1 13')
    expect(row(report, 'CARRIED_IN')).toBe('2 _ _ _ _ _ 2')
    expect(row(report, 'GRANTED')).toBe('4 _ _ _ _ 1 _')
    expect(row(report, 'PARTLY_GRANTED')).toBe('6 2 _ _ _ _ _')
    expect(row(report, 'HANDLED_TOTAL')).toBe('10 2 _ _ _ 1 13')
    expect(row(report, 'CARRIED_OVER')).toBe('1 1 _ _ _ _ 2')
    expect(issueCodes(report)).not.toContain('row.cell-count')
  })

  it.each([
    ['a column does not make its total', ADDING.map((line) => line.replace('| 6 | 2 |', '| 6 | 3 |'))],
    [
      'what came in is not what was handled and what is left',
      ADDING.map((line) => line.replace('| 2 | | |', '| 3 | | |')),
    ],
    ['rows have lost their empty cells', ADDING.map((line) => line.replaceAll(/(?: \|){2,} (?=\d)/gu, ' | '))],
  ])('leaves a row that is empty behind out where %s', async (_why, lines) => {
    expect(row(await table(...lines), 'PARTLY_GRANTED')).toBe('? ? ? ? ? ? ?')
  })

  it('takes no row as it stands where what each label covers stands as an empty cell before the values', async () => {
    const shifted = ADDING.map((line) => line.replace(/ \| (?=\d)/u, ' | | ').replace(/ \|\|$/u, ''))
    const report = await table(...shifted)
    expect(row(report, 'RECEIVED')).toBe('? ? ? ? ? ? ?')
    expect(row(report, 'PARTLY_GRANTED')).toBe('? ? ? ? ? ? ?')
  })

  it('takes no column for blank that stands behind the labels where the totals are left out', async () => {
    const report = await table(
      '一、本年新收政府信息公开申请数量\t\t9\t0\t0\t1\t0\t2',
      '（一）予以公开\t\t4\t0\t0\t1\t0\t2',
      '（二）部分公开\t\t5\t0\t0\t0\t0\t0',
    )
    expect(row(report, 'GRANTED')).toBe('? ? ? ? ? ? ?')
    expect(issueCodes(report)).toContain('row.cell-count')
  })

  it('leaves no number out of a row with a cell too many, though the others would add up', async () => {
    const report = await table('一、本年新收政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t0\t0', TOTALS)
    expect(row(report, 'RECEIVED')).toBe('? ? ? ? ? ? ?')
    expect(issueCodes(report)).toContain('row.cell-count')
  })
})
