import { expect, it } from 'vitest'
import { width, wrapped } from '../../src/cli/styled-text.ts'

it('counts two columns for a Chinese character', () => {
  expect(width('总计 655，')).toBe(4 + 1 + 3 + 2)
})

it.each([
  [10, ['申请答复数', '655 ≠ 109', '+ 103']],
  [12, ['申请答复数', '655 ≠ 109 +', '103']],
  [Number.POSITIVE_INFINITY, ['申请答复数 655 ≠ 109 + 103']],
])('breaks lines after %d columns, and no number', (columns, lines) => {
  expect(wrapped('申请答复数 655 ≠ 109 + 103', columns)).toEqual(lines)
})

it('begins no line with a comma or a full stop, and keeps words whole', () => {
  expect(wrapped('应为六百，或为七百。', 8)).toEqual(['应为六', '百，或为', '七百。'])
  expect(wrapped('see applications.answers', 8)).toEqual(['see', 'applications.answers'])
  expect(wrapped('', 8)).toEqual([''])
})
