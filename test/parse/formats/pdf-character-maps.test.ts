import { describe, expect, it } from 'vitest'
import { pdf } from '../../../src/parse/formats/pdf.ts'
import { characterMap } from '../../../src/parse/formats/pdf-character-maps.ts'
import { smallPdf } from './small-pdf.ts'

/** The lines of a page whose font is not embedded and only names its encoding. */
async function read(encoding: string, ordering: string, codes: string): Promise<string[]> {
  const objects = [
    `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[6 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/FontDescriptor 7 0 R/W[1 95 500 814 908 500]>>`,
    '<</Type/FontDescriptor/FontName/SimSun/Flags 4>>',
  ]
  const content = `BT /F 12 Tf 72 700 Td <${codes}> Tj ET`
  const bytes = smallPdf({ content, resources: '<</Font<</F 5 0 R>>>>', objects })
  const document = await pdf.read({ bytes })
  if (document === null || 'refused' in document) throw new Error(`Expected a document, got ${document?.refused}.`)
  return document.lines.map(({ text }) => text)
}

describe('text in a font that only names its encoding', () => {
  // 公开12, as each encoding has it.
  it.each([
    ['GBK-EUC-H', 'GB1', 'b9abbfaa3132'],
    ['GBKp-EUC-H', 'GB1', 'b9abbfaa3132'],
    ['GB-EUC-H', 'GB1', 'b9abbfaa3132'],
    ['GBK2K-H', 'GB1', 'b9abbfaa3132'],
    ['UniGB-UCS2-H', 'GB1', '516c5f0000310032'],
    ['UniGB-UTF16-H', 'GB1', '516c5f0000310032'],
  ])('%s', async (encoding, ordering, codes) => expect(await read(encoding, ordering, codes)).toEqual(['公开12']))

  it.each([
    ['ETen-B5-H', 'CNS1', 'a4bdb67d3132'],
    ['UniCNS-UCS2-H', 'CNS1', '516c958b00310032'],
  ])('%s, traditional', async (encoding, ordering, codes) =>
    expect(await read(encoding, ordering, codes)).toEqual(['公開12']),
  )
})

it('maps are made for encodings of Chinese only', () => {
  expect(characterMap('90ms-RKSJ-H')).toBeNull()
  expect(characterMap('Adobe-Japan1-UCS2')).toBeNull()
  expect(characterMap('GBK-EUC-V')).toContain('/WMode 1 def')
})
