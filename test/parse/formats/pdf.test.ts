import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/parse/document.ts'
import { pdf } from '../../../src/parse/formats/pdf.ts'
import { refuse } from '../read-report.ts'
import { LATIN, show, smallPdf } from './small-pdf.ts'

const GOLDEN = readFileSync(join(import.meta.dirname, '../../golden/pdf-blank-cells/report.pdf'))

async function lines(content: string): Promise<Document['lines']> {
  const read = await pdf.read({ bytes: smallPdf({ content, ...LATIN }) })
  if (read === null || 'refused' in read) throw new Error(`Expected lines, got ${read?.refused}.`)
  return read.lines
}

const texts = async (content: string) =>
  (await lines(content)).map(({ isRow, cells }) => [isRow ? 'row' : 'line', ...cells.map(({ text }) => text)])

/** Lines between the points of a grid, in pairs: from, to. */
const draw = (...points: readonly (readonly [number, number])[]) =>
  points.map(([x, y], index) => `${x} ${y} ${index % 2 === 0 ? 'm' : 'l S'}`).join('\n')

/** Two columns and two rows, 100 wide and 40 high each, from (100, 700) to (300, 780). */
const GRID = draw(
  ...([700, 740, 780].flatMap((y) => [
    [100, y],
    [300, y],
  ]) as [number, number][]),
  ...([100, 200, 300].flatMap((x) => [
    [x, 700],
    [x, 780],
  ]) as [number, number][]),
)

describe('a PDF file', () => {
  it('is known by its signature, also behind other bytes', () => {
    expect(pdf.match({ bytes: new TextEncoder().encode('%PDF-1.7') })).toBe(true)
    expect(pdf.match({ bytes: new TextEncoder().encode('\n\n%PDF-1.7') })).toBe(true)
    expect(pdf.match({ bytes: new TextEncoder().encode('PDF') })).toBe(false)
  })

  it('gives lines from top to bottom, whatever order they are drawn in', async () => {
    expect(await texts([show('second', 72, 600), show('first', 72, 700)].join('\n'))).toEqual([
      ['line', 'first'],
      ['line', 'second'],
    ])
  })

  it('takes a text that is printed twice at one place for bold type', async () => {
    expect(await texts([show('21', 72, 700), show('21', 72.4, 700)].join('\n'))).toEqual([['line', '21']])
  })

  it('tells the place of a line from the top left corner', async () => {
    const [line] = await lines(show('10', 100, 742, 10))
    // Two digits of half an em; the baseline is 100 points below the upper edge.
    expect(line?.at).toEqual({ kind: 'PAGE', page: 1, box: [100, 91.4, 11.1, 10] })
  })
})

describe('a ruled table', () => {
  it('gives rows that hold their empty cells', async () => {
    const numbers = [show('Label', 120, 755), show('7', 250, 755), show('Other', 120, 715)]
    expect(await texts([GRID, ...numbers].join('\n'))).toEqual([
      ['row', 'Label', '7'],
      ['row', 'Other', ''],
    ])
  })

  it('is known by thin filled rectangles, too', async () => {
    const rules = [
      ...[700, 740, 780].map((y) => `100 ${y} 200 0.5 re f`),
      ...[100, 200, 300].map((x) => `${x} 700 0.5 80 re f`),
    ]
    expect(await texts([...rules, show('a', 120, 755), show('1', 250, 715)].join('\n'))).toEqual([
      ['row', 'a', ''],
      ['row', '', '1'],
    ])
  })

  it('is not made by paths that only clip', async () => {
    const clips = [100, 200].map((x) => `q ${x} 700 100 80 re W n Q`)
    expect(await texts([...clips, show('a', 120, 755)].join('\n'))).toEqual([['line', 'a']])
  })

  it('puts a cell that takes two rows into the first of them', async () => {
    const merged = draw([100, 780], [300, 780], [200, 740], [300, 740], [100, 700], [300, 700])
    const columns = draw([100, 700], [100, 780], [200, 700], [200, 780], [300, 700], [300, 780])
    const cells = [show('group', 120, 735), show('1', 250, 755), show('2', 250, 715)]
    expect(await texts([merged, columns, ...cells].join('\n'))).toEqual([
      ['row', 'group', '1'],
      ['row', '2'],
    ])
  })

  it('does not take two numbers for one where a ruling line is missing', async () => {
    const read = await texts([GRID, show('label', 110, 755), show('0', 220, 755), show('3', 270, 755)].join('\n'))
    expect(read[0]).toEqual(['line', 'label', '0', '3'])
  })

  it('does not take two numbers below each other for one', async () => {
    const read = await texts([GRID, show('label', 110, 755), show('1', 250, 764), show('2', 250, 746)].join('\n'))
    expect(read[0]).toEqual(['row', 'label', '1⏎2'])
  })
})

describe('a table without ruling lines', () => {
  it('puts a label together that stands on two lines around its numbers', async () => {
    const content = [show('label-of', 100, 707), show('two-lines', 100, 693), show('4', 300, 700), show('0', 350, 700)]
    expect(await texts(content.join('\n'))).toEqual([['line', 'label-of two-lines', '4', '0']])
  })

  it('leaves a line alone that stands on one side of the numbers only', async () => {
    const content = [show('head', 100, 714), show('label', 100, 700), show('4', 300, 700), show('0', 350, 700)]
    expect(await texts(content.join('\n'))).toEqual([
      ['line', 'head'],
      ['line', 'label', '4', '0'],
    ])
  })
})

describe('a PDF file that cannot be read is refused by what it is', () => {
  it('scanned', async () => {
    expect(await refuse(smallPdf({ content: '0 0 595 842 re f' }))).toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      got: 'a PDF file without text: its pages are pictures, as a scanner makes them',
    })
  })

  it('behind a password', async () => {
    const secret = `<${'ab'.repeat(32)}>`
    const trailer = `/Encrypt<</Filter/Standard/V 1/R 2/O${secret}/U${secret}/P -4>>/ID[${secret}${secret}]`
    expect(await refuse(smallPdf({ content: '', trailer }))).toMatchObject({ got: 'a PDF file behind a password' })
  })

  it('with a font that does not tell its characters', async () => {
    const objects = [
      '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[6 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
      '<</Type/FontDescriptor/FontName/SimSun/Flags 4>>',
    ]
    const content = 'BT /F 12 Tf 72 700 Td <04000401> Tj ET'
    expect(await refuse(smallPdf({ content, resources: LATIN.resources, objects }))).toMatchObject({
      got: 'a PDF file whose fonts do not tell what characters they show',
    })
  })

  it('with a font that gives codes in place of characters', async () => {
    const map = '1 begincodespacerange<00><ff>endcodespacerange 1 beginbfrange<20><7e><e000>endbfrange'
    const objects = [
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
      `<</Length ${map.length}>>stream\n${map}\nendstream`,
    ]
    expect(
      await refuse(smallPdf({ content: show('2023', 72, 700), resources: LATIN.resources, objects })),
    ).toMatchObject({
      got: 'a PDF file whose fonts do not tell what characters they show',
    })
  })

  it('of 501 pages', async () => {
    expect(await refuse(smallPdf({ content: '', pages: 501 }))).toMatchObject({
      got: 'a PDF file of 501 pages, more than 500',
    })
  })

  it('broken, wherever it ends', async () => {
    for (const part of [0.01, 0.2, 0.5, 0.9]) {
      const error = await refuse(GOLDEN.subarray(0, GOLDEN.length * part))
      expect(error.code).toBe('UNSUPPORTED_FORMAT')
    }
  })
})
