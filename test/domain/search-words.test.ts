import { describe, expect, it } from 'vitest'
import { searchWords } from '../../src/domain/search-words.ts'

describe('the words of a search', () => {
  it.each<[why: string, query: string, words: string[]]>([
    ['white space parts them, of any kind', ' 不予公开\t行政复议\u3000诉讼\n', ['不予公开', '行政复议', '诉讼']],
    ['punctuation and symbols part them', '公开、申请（依法）2020-2021', ['公开', '申请', '依法', '2020', '2021']],
    [
      'operators of other search languages part them',
      "公开&!申请|(诉讼):* \\ ' 复议",
      ['公开', '申请', '诉讼', '复议'],
    ],
    ['a number keeps its point and its commas', '11,087条 3.79% 2．5', ['11,087条', '3.79', '2．5']],
    ['a point or comma at the end of a number is none of it', '2020, 953。5.', ['2020', '953', '5']],
    ['a quotation is one entry', '"行政复议 行政诉讼" 2020', ['行政复议 行政诉讼', '2020']],
    ['in any quotation marks', '“行政复议、诉讼”「结转」＂申请＂', ['行政复议 诉讼', '结转', '申请']],
    ['a mark without its like is white space', '公开"申请', ['公开', '申请']],
    ['a mark of another kind closes none', '“公开" 申请', ['公开', '申请']],
    ['each once', '公开 公开 "公开"', ['公开']],
    ['marks belong to their letter', 'cafe\u0301', ['cafe\u0301']],
    ['characters beyond the first plane', '𠮷林', ['𠮷林']],
    ['radicals for characters', '⽂件 ⾏政', ['⽂件', '⾏政']],
    ['nothing', '', []],
    ['only punctuation', '，。"" “、” & | ! ★', []],
    ['characters that no text has', '\0\ud800 \udfff', []],
  ])('%s', (_why, query, words) => {
    expect(searchWords(query)).toEqual(words)
  })
})
