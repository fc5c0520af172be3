import { expect, it } from 'vitest'
import { linesOf } from '../../../src/parse/formats/plain-text.ts'

const ROWS = [
  ...['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '1.属于国家秘密'],
  ...['5.属于三类内部事务信息', '6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项', '2.重复申请'],
  ...['3.要求提供公开出版物', '四、结转下年度继续办理'],
]
const TEXT = `某区年度报告 ${'本区依法公开政府信息，及时答复申请。'.repeat(20)} ${ROWS.map((row) => `${row} 1 0 0 0 0 0 1`).join(' ')}`

it('a page as one string has a line for each of its pieces, with their places', () => {
  const { lines } = linesOf(`前言\n${TEXT}\n后记`)
  expect(lines.slice(0, 2).map(({ text }) => text)).toEqual(['前言', '某区年度报告'])
  expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1))
  const label = lines.find(({ text }) => text === '2.重复申请')
  expect(label?.at).toEqual({ kind: 'TEXT', line: 2, column: TEXT.indexOf('2.重复申请') + 1 })
  expect(label?.cells.every(({ line }) => line === label.number)).toBe(true)
  expect(lines.at(-1)?.at).toEqual({ kind: 'TEXT', line: 3, column: 1 })
})

it('a long paragraph stays one line', () => {
  expect(linesOf(`${'本区依法公开政府信息， 及时答复申请。'.repeat(200)}\n后记`).lines).toHaveLength(2)
})
