import { describe, expect, it } from 'vitest'
import { refuse } from './read-report.ts'

const applications = (received: string) =>
  [
    '三、收到和处理政府信息公开申请情况',
    `一、本年新收政府信息公开申请数量\t${received}`,
    `（七）总计\t${received}`,
  ].join('\n')

describe('a document that is not one report is refused with what was expected and what came', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t \r\n'],
    ['the byte-order mark of UTF-8', Uint8Array.of(0xef, 0xbb, 0xbf)],
    ['the byte-order mark of UTF-8 and a line break', Uint8Array.of(0xef, 0xbb, 0xbf, 0x0a)],
    ['the byte-order mark of UTF-16, little end first', Uint8Array.of(0xff, 0xfe)],
    ['the byte-order mark of UTF-16, big end first', Uint8Array.of(0xfe, 0xff)],
  ])('%s', async (_, text) => {
    expect(await refuse(text)).toMatchObject({ code: 'EMPTY_SOURCE', expected: 'the text of a report' })
  })

  it('another text', async () => {
    const error = await refuse('今天天气很好。\n明天也是。')
    expect(error.code).toBe('NOT_A_REPORT')
    expect(error.message).toContain('今天天气很好')
  })

  it('bytes that are no text', async () => {
    expect(await refuse(Uint8Array.from([0xff, 0x00, 0xfe, 0x80, 0x81]))).toMatchObject({
      code: 'WRONG_ENCODING',
      got: 'bytes in neither (they begin with ff 00 fe 80 81)',
    })
  })

  it('a text with a NUL, by the character and its place', async () => {
    expect(
      await refuse(`北京市大兴区人民政府2020年政府信息公开工作年度报告\n一、总体情况${'。'.repeat(50)}\0`),
    ).toEqual({
      code: 'WRONG_ENCODING',
      expected: 'a text of whole characters without NUL',
      got: 'a NUL (U+0000) in line 2, column 57',
      message:
        'Expected a text of whole characters without NUL, got a NUL (U+0000) in line 2, column 57. Leave it out.',
    })
  })

  it.each([
    ['a broken PDF file', '%PDF-1.7\n'],
    ['an XML document', '<?xml version="1.0"?><w:wordDocument/>'],
    ['an RTF file', '{\\rtf1 }'],
  ])('%s', async (format, text) => {
    expect(await refuse(text)).toMatchObject({ code: 'UNSUPPORTED_FORMAT', got: format })
  })

  it('two reports in one document', async () => {
    const error = await refuse(
      [
        '北京市大兴区人民政府2020年政府信息公开工作年度报告',
        applications('1\t0\t0\t0\t0\t0\t1'),
        '北京市通州区人民政府2020年政府信息公开工作年度报告',
        applications('2\t0\t0\t0\t0\t0\t2'),
      ].join('\n'),
    )
    expect(error.code).toBe('SEVERAL_REPORTS')
    expect(error.got).toContain('大兴区')
    expect(error.got).toContain('通州区')
  })

  it('two years in one document, each with its table', async () => {
    const error = await refuse(
      [
        '北京市大兴区人民政府2020年政府信息公开工作年度报告',
        applications('1\t0\t0\t0\t0\t0\t1'),
        '北京市大兴区人民政府2021年政府信息公开工作年度报告',
        applications('2\t0\t0\t0\t0\t0\t2'),
      ].join('\n'),
    )
    expect(error.code).toBe('SEVERAL_REPORTS')
  })

  it('two reports, the title of the first broken over two lines', async () => {
    const error = await refuse(
      [
        '北京市大兴区人民政府\n2020年政府信息公开工作年度报告',
        applications('1\t0\t0\t0\t0\t0\t1'),
        '北京市通州区人民政府2020年政府信息公开工作年度报告',
        applications('2\t0\t0\t0\t0\t0\t2'),
      ].join('\n'),
    )
    expect(error.code).toBe('SEVERAL_REPORTS')
  })

  it('two years in one document, though their tables are alike', async () => {
    const error = await refuse(
      [
        '北京市大兴区人民政府2020年政府信息公开工作年度报告',
        applications('1\t0\t0\t0\t0\t0\t1'),
        '北京市大兴区人民政府2021年政府信息公开工作年度报告',
        applications('1\t0\t0\t0\t0\t0\t1'),
      ].join('\n'),
    )
    expect(error.code).toBe('SEVERAL_REPORTS')
  })

  it('a report without a title before one with its title', async () => {
    const error = await refuse(
      [
        applications('1\t0\t0\t0\t0\t0\t1'),
        '北京市大兴区人民政府2021年政府信息公开工作年度报告',
        applications('2\t0\t0\t0\t0\t0\t2'),
      ].join('\n'),
    )
    expect(error.code).toBe('SEVERAL_REPORTS')
  })

  it('two years in one document that has no tables', async () => {
    const error = await refuse(
      '大兴区2009年政府信息公开工作年度报告\n共10件。\n大兴区2010年政府信息公开工作年度报告\n共12件。',
    )
    expect(error.code).toBe('SEVERAL_REPORTS')
  })
})
