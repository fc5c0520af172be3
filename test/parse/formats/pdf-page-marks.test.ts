import { describe, expect, it } from 'vitest'
import type { Strip } from '../../../src/parse/formats/pdf-lines.ts'
import { withoutPageMarks } from '../../../src/parse/formats/pdf-page-marks.ts'

/** A page as its lines: what each says, at what height; `|` begins the row of a ruled table. */
type Page = readonly (readonly [text: string, top: number])[]

const stripOf = (page: number, text: string, top: number): Strip => {
  const box = { left: 100, top, right: 400, bottom: top + 12 }
  return { page, box, cells: [{ text: text.replace('|', ''), box }], isRow: text.startsWith('|'), size: 12 }
}

const kept = (...pages: readonly Page[]) =>
  withoutPageMarks(pages.map((page, index) => page.map(([text, top]) => stripOf(index + 1, text, top)))).map((page) =>
    page.map(({ cells }) => cells[0]?.text),
  )

describe('page marks are no text of the document', () => {
  it.each(['- 3 -', '—3—', '第 3 页', '第3页 共8页', '3/8'])('%s at the foot of a page', (mark) => {
    expect(
      kept([
        ['text', 100],
        [mark, 780],
      ]),
    ).toEqual([['text']])
  })

  it('bare numbers that count the pages at the same height', () => {
    expect(
      kept(
        [
          ['text', 100],
          ['4', 780],
        ],
        [
          ['more', 100],
          ['5', 781],
        ],
      ),
    ).toEqual([['text'], ['more']])
  })

  it('a running foot, and a running head but for the first one, which may be the title', () => {
    const foot = 'http://www.example.gov.cn/a.html 1/2'
    expect(
      kept(
        [
          ['年度报告', 30],
          ['text', 100],
          [foot, 800],
        ],
        [
          ['年度报告', 30],
          ['more', 100],
          [foot.replace('1/2', '2/2'), 800],
        ],
      ),
    ).toEqual([['年度报告', 'text'], ['more']])
  })
})

describe('figures are no page marks', () => {
  it('a number that does not count pages', () => {
    expect(
      kept(
        [
          ['text', 100],
          ['0', 780],
        ],
        [
          ['more', 100],
          ['0', 780],
        ],
      ),
    ).toEqual([
      ['text', '0'],
      ['more', '0'],
    ])
  })

  it('a number that stands as close to the text as its lines do', () => {
    expect(
      kept([
        ['规章', 100],
        ['1', 116],
      ]),
    ).toEqual([['规章', '1']])
  })

  it('whatever stands between ruling lines', () => {
    expect(
      kept(
        [
          ['text', 100],
          ['|1', 780],
        ],
        [
          ['more', 100],
          ['|2', 780],
        ],
      ),
    ).toEqual([
      ['text', '1'],
      ['more', '2'],
    ])
  })

  it('a line that is repeated within the pages', () => {
    const page: Page = [
      ['a', 50],
      ['b', 100],
      ['重复的话', 400],
      ['c', 500],
      ['d', 600],
      ['e', 650],
      ['f', 700],
    ]
    expect(
      kept(page, [
        ['g', 60],
        ['h', 110],
        ['重复的话', 400],
        ['i', 510],
        ['j', 610],
        ['k', 660],
        ['l', 710],
      ]).flat(),
    ).toHaveLength(14)
  })
})
