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

describe('a page without text', () => {
  /** Two pages: the first has a line of text, and the second what is drawn on it. */
  const issues = async (second: string, ...objects: string[]) => {
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R/Resources ${LATIN.resources}>>`
    const stream = `<</Length ${second.length}>>stream\n${second}\nendstream`
    const file = smallPdf({
      content: show('text', 72, 700),
      resources: LATIN.resources,
      objects: [...LATIN.objects, page, stream, ...objects],
    })
    const text = new TextDecoder('latin1').decode(file).replace('/Kids[3 0 R]/Count 1', '/Kids[3 0 R 6 0 R]/Count 2')
    const read = await pdf.read({ bytes: Buffer.from(text, 'latin1') })
    if (read === null || 'refused' in read) throw new Error(`Expected a document, got ${read?.refused}.`)
    return (read.issues ?? []).map(({ code, at }) => [code, at?.kind === 'PAGE' ? at.page : null])
  }
  const picture =
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\n0\nendstream'

  it('is noted where it can be a picture', async () => {
    expect(await issues('q 595 0 0 842 0 0 cm Q', picture)).toEqual([['page.unreadable', 2]])
  })

  it('is noted where it is drawn', async () => {
    expect(await issues('0 0 m 9 9 l S '.repeat(200))).toEqual([['page.unreadable', 2]])
  })

  it('is nothing to note where it is empty', async () => {
    expect(await issues('')).toEqual([])
    expect(await issues(show(' ', 72, 700))).toEqual([])
  })
})

describe('text that runs in another direction', () => {
  it('is a watermark where it runs aslant', async () => {
    const slanted = 'BT /F 40 Tf 0.7 0.7 -0.7 0.7 72 600 Tm (99) Tj ET'
    expect(await texts([show('label', 72, 700), slanted].join('\n'))).toEqual([['line', 'label']])
  })

  it.each([
    ['upwards', '0 1 -1 0', (x: number, y: number) => `${842 - y} ${x}`],
    ['downwards', '0 -1 1 0', (x: number, y: number) => `${y - 250} ${842 - x}`],
    ['on its head', '-1 0 0 -1', (x: number, y: number) => `${595 - x} ${842 - y}`],
  ])('%s all over a page is read as by one who turns the page', async (_, turn, place) => {
    const turned = (text: string, x: number, y: number) => `BT /F 12 Tf ${turn} ${place(x, y)} Tm (${text}) Tj ET`
    const content = [turned('label', 100, 700), turned('4', 300, 700), turned('0', 350, 700), turned('next', 100, 650)]
    expect(await texts(content.join('\n'))).toEqual([
      ['line', 'label', '4', '0'],
      ['line', 'next'],
    ])
  })
})

describe('a number', () => {
  it('does not take a raised mark for its last digit', async () => {
    expect(await texts([show('label', 100, 700), show('5', 300, 700), show('1', 307, 704, 7)].join('\n'))).toEqual([
      ['line', 'label', '5[1]'],
    ])
  })

  it('that is broken, because its cell is narrow, is one', async () => {
    const narrow = draw([100, 700], [200, 700], [100, 740], [200, 740], [100, 700], [100, 740], [170, 700], [170, 740])
    const end = draw([200, 700], [200, 740])
    const content = [narrow, end, show('label', 110, 715), show('123', 175, 723), show('45', 175, 709)]
    expect(await texts(content.join('\n'))).toEqual([['row', 'label', '12345']])
  })

  it('is unreadable where each number of a row stands on two lines: they may be two rows', async () => {
    const cells = [100, 160, 185, 210].flatMap((x) => draw([x, 700], [x, 740]))
    const rows = draw([100, 700], [210, 700], [100, 740], [210, 740])
    const numbers = [162, 187].flatMap((x) => [show('12', x, 723), show('34', x, 709)])
    expect(await texts([...cells, rows, show('label', 110, 715), ...numbers].join('\n'))).toEqual([
      ['row', 'label', '12⏎34', '12⏎34'],
    ])
  })
})

describe('a table without ruling lines whose cells are blank here and there', () => {
  const row = (label: string, y: number, ...numbers: (number | null)[]) =>
    [
      show(label, 100, y),
      ...numbers.flatMap((number, column) => (number === null ? [] : [show(String(number), 300 + column * 50, y)])),
    ].join('\n')

  it('keeps its columns where another row has them all', async () => {
    expect(
      await texts([row('one', 700, 1, 2, 3), row('two', 680, null, 5, null), row('three', 660, 6)].join('\n')),
    ).toEqual([
      ['row', 'one', '1', '2', '3'],
      ['row', 'two', '', '5', ''],
      ['row', 'three', '6', '', ''],
    ])
  })

  it('keeps them where its heads tell them', async () => {
    const heads = [
      show('heads', 100, 720),
      ...['aa', 'bb', 'cc'].map((head, column) => show(head, 297 + column * 50, 720)),
    ]
    expect(await texts([...heads, row('one', 700, null, 2)].join('\n'))).toEqual([
      ['line', 'heads', 'aa', 'bb', 'cc'],
      ['row', 'one', '', '2', ''],
    ])
  })

  it('is left as it is where no row has a number in each', async () => {
    expect(await texts([row('one', 700, 1, 2), row('two', 680, null, 5, 6)].join('\n'))).toEqual([
      ['line', 'one', '1', '2'],
      ['line', 'two', '5', '6'],
    ])
  })

  it('takes the text between two tables for the end of the one', async () => {
    const text = show('some text that goes on below the numbers and ends far behind them', 72, 670)
    expect(await texts([row('one', 700, 1, 2, 3), text, row('two', 640, null, 5)].join('\n'))).toEqual([
      ['line', 'one', '1', '2', '3'],
      ['line', 'some text that goes on below the numbers and ends far behind them'],
      ['line', 'two', '5'],
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
