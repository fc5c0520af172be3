import { describe, expect, it } from 'vitest'
import { plain } from '../../src/parse/plain.ts'

describe('plain', () => {
  it.each([
    ['　　收到申请１２件，其中（含上年）３件；占５０％：是。 ', '收到申请12件,其中(含上年)3件;占50%:是。'],
    ['公开（kāi）制度', '公开制度'],
    ['公开（ＫAI）制度', '公开制度'],
    ['（１）\t公 开', '(1)公开'],
    ['24①件', '24(1)件'],
    ['公\ufeff开\u200b数\ufffd', '公开数'],
    ['⾏政许可', '行政许可'],
    ['', ''],
  ])('%j is %j', (text, expected) => {
    expect(plain(text)).toBe(expected)
  })
})
