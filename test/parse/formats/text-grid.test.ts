import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/parse/formats/plain-text.ts'

const rowsOf = (text: string) =>
  linesOf(text)
    .lines.filter(({ isRow }) => isRow)
    .map(({ cells }) => cells.map((cell) => cell.text))

describe('a table that is drawn with characters', () => {
  it('has cells of several lines, and empty ones', () => {
    const text =
      '+----------+-----+\n| 行政     | 12  |\n| 处罚     |     |\n+==========+=====+\n| 行政强制 |     |\n+----------+-----+'
    expect(rowsOf(text)).toEqual([
      ['行政处罚', '12'],
      ['行政强制', ''],
    ])
  })

  it('has cells that reach over columns and rows', () => {
    const text =
      '┌────┬─────────┐\n│甲  │乙       │\n│    ├────┬────┤\n│    │1   │    │\n├────┴────┼────┤\n│丙       │3   │\n└─────────┴────┘'
    expect(rowsOf(text)).toEqual([
      ['甲', '乙'],
      ['1', ''],
      ['丙', '3'],
    ])
  })

  it('may be drawn by a program that counts every character as one', () => {
    expect(rowsOf('+------+---+\n| 行政许可 | 5 |\n+------+---+')).toEqual([['行政许可', '5']])
    expect(rowsOf('+----+---+\n| 甲乙 | 5 |\n+----+---+\n| 丙丁 |   |\n+----+---+')).toEqual([
      ['甲乙', '5'],
      ['丙丁', ''],
    ])
  })

  it('tells two numbers below each other in a cell from one', () => {
    expect(
      rowsOf(
        '+----+----+\n| 甲 | 12 |\n| 乙 | 34 |\n+----+----+\n| 丙 | 5  |\n+----+----+\n| 丁 | 6  |\n+----+----+',
      )[0],
    ).toEqual(['甲乙', '12⏎34'])
  })

  it('keeps its lines where nothing parts its rows', () => {
    expect(rowsOf('+----+----+\n| 甲 | 12 |\n| 乙 | 34 |\n+----+----+')).toEqual([])
  })

  it('is none where its lines do not meet', () => {
    expect(rowsOf('+----+----+\n| 甲 | 12 |\n+--+------+\n| 乙 |\n+----+----+')).toEqual([])
  })

  it('keeps the places of what it prints', () => {
    const [row] = linesOf('  +------+---+\n  | 许可 | 5 |\n  +------+---+').lines.filter(({ isRow }) => isRow)
    expect(row?.cells.map(({ at }) => at)).toEqual([
      { kind: 'TEXT', line: 2, column: 5 },
      { kind: 'TEXT', line: 2, column: 10 },
    ])
  })
})
