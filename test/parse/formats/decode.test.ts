import { describe, expect, it } from 'vitest'
import { brokenText, charsetOf, decode } from '../../../src/parse/formats/decode.ts'

const utf8 = new TextEncoder().encode('信息公开')
const gbk = Uint8Array.from([0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa])
const big5 = Uint8Array.from([0xac, 0x46, 0xb0, 0xc8, 0xa4, 0xbd, 0xb6, 0x7d])
const utf16 = Uint8Array.from([...Buffer.from('信息公开 1', 'utf16le')])

describe('bytes are text in the encoding that makes sense of them', () => {
  it.each([
    ['UTF-8', utf8, [], '信息公开'],
    ['UTF-8 that is said to be GBK', utf8, ['gbk'], '信息公开'],
    ['GBK', gbk, [], '信息公开'],
    ['GBK that is said to be UTF-8', gbk, ['utf-8'], '信息公开'],
    ['GBK under a name that nobody knows', gbk, ['x-chinese'], '信息公开'],
    ['Big5, by what is said', big5, ['big5'], '政務公開'],
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, ...utf16]), ['utf-8'], '信息公开 1'],
    ['UTF-16 without', utf16, [], '信息公开 1'],
    ['UTF-8 with its mark, whatever is said', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), ['gbk'], '信息公开'],
  ])('%s', (_, bytes, declared, text) => expect(decode(bytes, declared)).toBe(text))

  it.each([
    ['NUL bytes', Uint8Array.from([0x41, 0x00, 0x42, 0x43])],
    ['bytes that could be GBK but do not speak of the subject', Uint8Array.from([0xc4, 0xe3, 0xba, 0xc3])],
  ])('%s are no text', (_, bytes) => expect(decode(bytes)).toBeNull())
})

describe('a text with some broken bytes', () => {
  const long = '信息公开工作年度报告，本年新收申请十二件。'.repeat(10)
  it('is read but for these, and says so', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(long), 0x31, 0xe4, 0xb8, 0x32])
    expect(decode(bytes)).toBeNull()
    const broken = brokenText(bytes)
    expect(broken?.text).toBe(`${long}1□2`)
    expect(broken?.issue).toMatchObject({ code: 'text.unreadable', raw: expect.stringContaining('1□2') })
  })

  it('is none where too many are', () => {
    expect(brokenText(Uint8Array.from([...utf8, 0xff, 0xfe]))).toBeNull()
  })

  it('is none where it does not speak of the subject', () => {
    expect(brokenText(Uint8Array.from([...new TextEncoder().encode('天气'.repeat(100)), 0xff]))).toBeNull()
  })
})

describe('the encoding that a media type names', () => {
  it.each([
    ['text/html; charset=GBK', ['GBK']],
    ['text/html; charset="big5"', ['big5']],
    ['text/html', []],
    [undefined, []],
  ])('%s', (mediaType, charsets) => expect(charsetOf(mediaType)).toEqual(charsets))
})
