import { expect, it } from 'vitest'
import type { PageContent, Word } from '../../../src/parse/formats/pdf-page.ts'
import { withoutWatermarks } from '../../../src/parse/formats/pdf-watermarks.ts'

const word = (text: string, left: number, size = 10): Word => ({
  text,
  size,
  box: { left, top: 100, right: left + size * text.length, bottom: 100 + size },
})
const pageOf = (...words: Word[]): PageContent => ({
  number: 1,
  words,
  rulings: { across: [], down: [] },
  showsText: true,
  isDrawn: false,
})
const kept = (...pages: PageContent[]) => withoutWatermarks(pages).map(({ words }) => words.map(({ text }) => text))

const small = ['a', 'b', 'c'].map((text, index) => word(text, index * 50))

it('takes away large words that stand at one place on every page', () => {
  expect(kept(pageOf(...small, word('2023', 200, 60)), pageOf(...small, word('2023', 200, 60)))).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ])
})

it.each([
  ['is missing on a page', [word('2023', 200, 60)], []],
  ['stands elsewhere', [word('2023', 200, 60)], [word('2023', 300, 60)]],
  ['says something else', [word('1', 200, 60)], [word('2', 200, 60)]],
  ['is as small as the text', [word('12', 200, 12)], [word('12', 200, 12)]],
])('keeps a word that %s', (_, one, other) => {
  expect(kept(pageOf(...small, ...one), pageOf(...small, ...other)).flat()).toHaveLength(6 + one.length + other.length)
})

it('keeps all of a document of one page', () => {
  expect(kept(pageOf(...small, word('2023', 200, 60)))).toEqual([['a', 'b', 'c', '2023']])
})
