import { expect, it } from 'vitest'
import { splitCells } from '../../../src/parse/stages/split-cells.ts'

const cells = (text: string) => splitCells(text, 1).cells.map(({ text: cell }) => cell)

it.each([
  ['三、本年度           （一）予以公开         18    0   3', ['三、本年度', '（一）予以公开', '18', '0', '3']],
  ['（三）不     1.属于国家秘密  0 0 0', ['（三）不', '1.属于国家秘密', '0', '0', '0']],
  ['本年度我区 （一）工作有序开展 3 次', ['本年度我区 （一）工作有序开展 3 次']],
])('cuts a label from the group beside it: %s', (text, expected) => {
  expect(cells(text)).toEqual(expected)
})
