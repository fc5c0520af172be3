import { describe, expect, it } from 'vitest'
import { withoutMarkdown } from '../../../src/parse/formats/markdown.ts'

describe('marks of Markdown become spaces, and nothing moves', () => {
  it.each([
    ['|---|:--:|', '          '],
    ['--- | ---', '         '],
    ['| 总计 | - | 1', '  总计 | - | 1'],
    ['| - | - |', '  - | - |'],
    ['## 一、总体情况', '   一、总体情况'],
    ['**总计**', '  总计  '],
    ['1\\.属于国家秘密', '1 .属于国家秘密'],
    ['商业<br>企业', '商业    企业'],
    ['---', '---'],
    ['#1 总计 5', '#1 总计 5'],
  ])('%j', (line, without) => expect(withoutMarkdown(line)).toBe(without))
})
