import { describe, expect, it } from 'vitest'
import { isUnseenText, paragraphProperties } from '../../../src/parse/formats/doc-properties.ts'

const hex = (...words: string[]) => Buffer.from(words.join('').replaceAll(' ', ''), 'hex')
/** The layout of a row with cells at 0, 720 and 1440 twentieths of a point, of which the second goes on with the one above. */
const LAYOUT = hex(
  '08d6 4600 03 0000 d002 a005 7008',
  '0000'.padEnd(40, '0'),
  '2000'.padEnd(40, '0'),
  ''.padEnd(40, '0'),
)
const IN_TABLE = hex('1624 01')
const ENDS_ROW = hex('1724 01')
/** The depth of a paragraph in tables, two bytes of its four after the other. */
const depth = (number: string) => hex('4966', number)

describe('paragraphProperties', () => {
  it('tells the end of a row, the edges of its cells and which of them go on with the ones above', () => {
    expect(paragraphProperties(Buffer.concat([IN_TABLE, ENDS_ROW, LAYOUT]), null)).toEqual({
      depth: 1,
      endsRow: true,
      endsInnerCell: false,
      layout: { edges: [0, 720, 1440], continues: [false, true, false] },
    })
  })

  it('follows a long list into the stream in which it stands', () => {
    const data = Buffer.concat([hex('ffff'), hex('0600'), IN_TABLE, ENDS_ROW])
    const { endsRow } = paragraphProperties(hex('4666 02000000'), data)
    expect(endsRow).toBe(true)
    expect(paragraphProperties(hex('4666 ffff0000'), data).endsRow).toBe(false)
  })

  it('refuses a depth that no document has', () => {
    expect(paragraphProperties(depth('02000000'), null).depth).toBe(2)
    expect(() => paragraphProperties(depth('ffffff7f'), null)).toThrow(RangeError)
    expect(() => paragraphProperties(depth('ffffffff'), null)).toThrow(RangeError)
  })

  it('reads a list that is cut off as far as it goes', () => {
    expect(paragraphProperties(Buffer.concat([IN_TABLE, LAYOUT.subarray(0, 9)]), null)).toMatchObject({
      depth: 1,
      layout: null,
    })
  })
})

describe('isUnseenText', () => {
  it.each([
    ['deleted', '0008 01', true],
    ['hidden', '3c08 01', true],
    ['not hidden any more', '3c08 00', false],
    ['bold', '3508 01', false],
    ['hidden behind a colour', '422a 02 3c08 01', true],
  ])('%s', (_, list, unseen) => expect(isUnseenText(hex(list))).toBe(unseen))
})
