import { describe, expect, it } from 'vitest'
import { BLANK_CELL } from '../../../src/domain/document-words.ts'
import { plain } from '../../../src/parse/plain.ts'
import { readNumber } from '../../../src/parse/stages/read-number.ts'

describe('readNumber', () => {
  it.each([
    ['12', '12'],
    ['１２', '12'],
    ['1,204', '1204'],
    ['1，204', '1204'],
    ['+8', '8'],
    ['-15', '-15'],
    ['−15', '-15'],
    ['–15', '-15'],
    ['28130.0902', '28130.0902'],
    ['12.50', '12.5'],
    ['007', '7'],
    ['-0', '0'],
    [' 5 ', '5'],
    ['1 204', '1204'],
  ])('reads %j as %s', (raw, value) => expect(readNumber(plain(raw))).toEqual({ state: 'STATED', value }))

  it.each(['', ' ', '\u00a0', '-', '—', '——', '/', '无', '－', '_', '＿＿'])(
    'takes %j for blank, not for zero',
    (raw) => expect(readNumber(plain(raw))).toEqual({ state: 'BLANK', value: null }),
  )

  it.each(['24①', '24²', '0⑴', '3₁', '7⓪'])('does not take the mark of %j for a digit', (raw) =>
    expect(readNumber(plain(raw))).toEqual({ state: 'UNREADABLE', value: null }),
  )

  it.each(['约30', '三', '12,34', '1.2.3', '12件', '0x10', '1e3', '1.23456', '1234567890123456', '99.5%', 'O'])(
    'does not read %j',
    (raw) => expect(readNumber(plain(raw))).toEqual({ state: 'UNREADABLE', value: null }),
  )
})

it('takes no mark for a word: what begins with a Chinese character and goes on is no number', () => {
  const marks = BLANK_CELL.source.replace(/^\^\(|\)\$$/g, '').split('|')
  expect(marks).toContain('无')
  expect(marks.filter((mark) => /^[\u4e00-\u9fff]./u.test(mark))).toEqual([])
})
