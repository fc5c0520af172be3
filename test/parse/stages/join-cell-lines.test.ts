import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/parse/formats/plain-text.ts'
import { joinCellLines } from '../../../src/parse/stages/join-cell-lines.ts'

const LABELS = [
  ...[
    '二、上年结转政府信息公开申请数量',
    '（一）予以公开',
    '1.属于国家秘密',
    '5.属于三类内部事务信息',
    '6.属于四类过程性信息',
  ],
  ...['7.属于行政执法案卷', '8.属于行政查询事项', '2.重复申请', '3.要求提供公开出版物'],
]
const VALUES = ['3', '', '\t', ' ', '\u00a0', '4', '7']
const HEADS = ['自然人', '法人或其他组织', '总计', '', '商业企业', '其他']

const rowsOf = (rows: readonly (readonly string[])[]) =>
  joinCellLines(
    linesOf(
      [...HEADS, ...rows.flat(), '四、结转下年度继续办理', '1', '', '', '', '', '', '1', '', '四、其他'].join('\n'),
    ),
  )
    .lines.filter(({ isRow }) => isRow)
    .map(({ cells }) => cells.map(({ plain }) => plain).join('|'))

describe('lines of one cell', () => {
  it('are cells of a row, empty ones too, where every row has as many as the form', () => {
    expect(rowsOf(LABELS.map((label) => [label, ...VALUES]))).toEqual([
      ...LABELS.map((label) => `${label.replace('（', '(').replace('）', ')')}|3|||||4|7`),
      '四、结转下年度继续办理|1||||||1',
    ])
  })

  it('may have an empty line behind each row', () => {
    expect(rowsOf(LABELS.map((label) => [label, ...VALUES, '']))).toHaveLength(LABELS.length + 1)
  })

  it('tell nothing where one row has another number of them', () => {
    expect(rowsOf(LABELS.map((label, index) => [label, ...VALUES.slice(index === 4 ? 1 : 0)]))).toEqual([])
  })
})
