import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/parse/formats/plain-text.ts'
import { dropRunningNumbers } from '../../../src/parse/stages/drop-running-numbers.ts'

const cellsOf = (text: string) =>
  dropRunningNumbers(linesOf(text)).lines.map(({ cells }) => cells.map((cell) => cell.text))

const LABELS = [
  '属于国家秘密',
  '属于三类内部事务信息',
  '属于四类过程性信息',
  '属于行政执法案卷',
  '属于行政查询事项',
  '重复申请',
]

describe('running numbers', () => {
  it('are no values before the labels, whatever stands before them', () => {
    const text = LABELS.map((label, index) => `${index + 9}\t${label}\t0\t${index}`).join('\n')
    expect(cellsOf(`本年新收政府信息公开申请数量\t3\t8\n${text}`).slice(1)).toEqual(
      LABELS.map((label, index) => [label, '0', String(index)]),
    )
  })

  it('are no values behind the labels', () => {
    const text = LABELS.map((label, index) => `${label}\t${index + 1}\t7\t7`).join('\n')
    expect(cellsOf(text)).toEqual(LABELS.map((label) => [label, '7', '7']))
  })

  it('are no part of a label that they share a cell with', () => {
    const text = LABELS.map((label, index) => `${index + 1} ${index + 1}.${label} 0 0 0`).join('\n')
    expect(cellsOf(text)).toEqual(LABELS.map((label, index) => [`${index + 1}.${label}`, '0', '0', '0']))
  })

  it('are known in a short table by their head only', () => {
    const rows = '1\t规章\t0\t0\t4\n2\t规范性文件\t1\t2\t3'
    expect(cellsOf(`第二十条第（一）项\n序号\t信息内容\n${rows}`).slice(2)).toEqual([
      ['规章', '0', '0', '4'],
      ['规范性文件', '1', '2', '3'],
    ])
    expect(cellsOf(`第二十条第（一）项\n信息内容\n${rows}`).slice(2)[1]).toEqual(['2', '规范性文件', '1', '2', '3'])
  })

  it('are others where they do not run on', () => {
    const counts = [4, 4, 1, 9, 2, 0]
    const text = LABELS.map((label, index) => `${counts[index]}\t${label}\t5`).join('\n')
    expect(cellsOf(text)).toEqual(LABELS.map((label, index) => [String(counts[index]), label, '5']))
  })
})
