import { describe, expect, it } from 'vitest'
import { parseInWorker, workersAlive } from '../../src/parse/parse-in-worker.ts'
import {
  BODY_BEGINNING,
  BODY_END,
  bareObjects,
  billionLaughs,
  docx,
  docxOf,
  megabyteOf,
  packed,
  packedBomb,
  page,
  pdfOf,
  pdfOfStream,
  TITLE,
  text,
  zip,
} from './hostile-sources.ts'

const RECEIVED = '一、本年新收政府信息公开申请数量'
const GOOD = text(`${TITLE}\n${RECEIVED}\t1\t0\t0\t0\t0\t0\t1`)
const BOMB = pdfOf('q '.repeat(500_000))

/** What comes of a source: the code of its error, or a report. */
async function outcome(bytes: Uint8Array, mostMilliseconds?: number): Promise<string> {
  const parsed = await parseInWorker({ bytes }, mostMilliseconds)
  return parsed.ok ? 'a report' : parsed.error.code
}

/** The same, and that a report is read behind it. */
async function outcomeThenGood(bytes: Uint8Array): Promise<string> {
  const result = await outcome(bytes)
  expect(await outcome(GOOD)).toBe('a report')
  return result
}

const filled = (words: string) =>
  text(`${TITLE}\n${RECEIVED}\t1\t0\t0\t0\t0\t0\t1\n${words.repeat(Math.floor(10_000_000 / Buffer.byteLength(words)))}`)
const table = (cell: string, cells: number, rows: number) =>
  docx(`<w:tbl>${`<w:tr>${cell.repeat(cells)}</w:tr>`.repeat(rows)}</w:tbl>`)
const row = (properties: string) => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>`

const form = (content: string, next: number) =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${next} 0 R>>>>/Length ${content.length}>>stream\n${content}\nendstream`
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'
const FORMS = { resources: '<</XObject<</X 5 0 R>>>>' }

describe('an archive that unpacks to more than its size tells', () => {
  const paragraphs = (megabytes: number) => packedBomb(BODY_BEGINNING, megabyteOf('<w:p/>    '), megabytes, BODY_END)

  it('of four gigabytes is unpacked no further than its limit', async () => {
    const parsed = await parseInWorker({ bytes: docxOf(paragraphs(4_200)) })
    expect(parsed).toMatchObject({
      ok: false,
      error: { code: 'UNSUPPORTED_FORMAT', got: 'a Word file that unpacks to more than 100 MB' },
    })
  })

  it('does not make the reader believe a directory that continues behind its count, or an end that points elsewhere', async () => {
    const hidden = docxOf(paragraphs(2_000), [], { count: 2 })
    expect(await outcomeThenGood(hidden)).toBe('UNSUPPORTED_FORMAT')
    const zip64 = docxOf(packed(BODY_BEGINNING + BODY_END), [], { count: 0xffff })
    expect(await outcomeThenGood(zip64)).toBe('UNSUPPORTED_FORMAT')
    const shifted = docxOf(packed(BODY_BEGINNING + BODY_END), [], { before: Buffer.alloc(5_000) })
    expect(await outcomeThenGood(shifted)).toBe('a report')
  })

  it('is read where only the size in its headers is wrong, and refused where its checksum is', async () => {
    const body = packed(`${BODY_BEGINNING}<w:p><w:r><w:t>政府信息公开工作年度报告</w:t></w:r></w:p>${BODY_END}`)
    expect(await outcome(docxOf({ ...body, length: 3 }))).toBe('a report')
    expect(await outcome(docxOf({ ...body, checksum: (body.checksum ^ 1) >>> 0 }))).toBe('UNSUPPORTED_FORMAT')
  })

  it('does not unpack what no report is in: archives in archives, the same bytes under many names', async () => {
    const inner = packed(zip([{ name: '0.zip', packed: packedBomb('', megabyteOf('0'), 1_000, '') }]))
    const nested = zip(Array.from({ length: 16 }, (_, index) => ({ name: `lib ${index}.zip`, packed: inner })))
    expect(await outcomeThenGood(nested)).toBe('UNSUPPORTED_FORMAT')
    const huge = packedBomb('', megabyteOf('0'), 90, '')
    const overlapping = Array.from({ length: 5_000 }, (_, index) => ({
      name: `word/media/${index}.xml`,
      packed: huge,
      offset: 0,
    }))
    const [first, ...others] = [{ name: 'word/media/first.xml', packed: huge }, ...overlapping]
    if (first === undefined) throw new Error('Expected a first file.')
    expect(await outcomeThenGood(docxOf(packed(BODY_BEGINNING + BODY_END), [first, ...others]))).toBe('a report')
  })
})

describe('sources that cost their reader more than their size', () => {
  it.each<[string, () => Uint8Array]>([
    [
      'DOCX: 90 MB of one word',
      () =>
        docxOf(packedBomb(`${BODY_BEGINNING}<w:p><w:r><w:t>`, megabyteOf('公'), 90, `</w:t></w:r></w:p>${BODY_END}`)),
    ],
    ['DOCX: nine million paragraphs', () => docxOf(packedBomb(BODY_BEGINNING, megabyteOf('<w:p/>    '), 90, BODY_END))],
    ['DOCX: a million empty cells', () => table('<w:tc><w:p/></w:tc>', 10, 100_000)],
    ['DOCX: cells of a thousand million columns', () => table(row('<w:gridSpan w:val="1000000000"/>'), 10, 1_000)],
    ['DOCX: cells that go on below', () => table(row('<w:gridSpan w:val="1000000"/><w:vMerge/>'), 10, 2_000)],
    ['DOCX: tables in tables', () => docx('<w:tbl><w:tr><w:tc>'.repeat(30_000))],
    ['DOCX: entities in entities', billionLaughs],
    ['PDF: a stream of 600 MB', () => pdfOfStream(packedBomb('', megabyteOf('q '), 600, ''))],
    ['PDF: a text of 600 MB', () => pdfOfStream(packedBomb('BT /F 12 Tf (', megabyteOf('a'), 600, ') Tj ET'))],
    ['PDF: 50 MB of words', () => pdfOfStream(packedBomb('BT /F 12 Tf ', megabyteOf('(1) Tj   '), 50, ' ET'))],
    ['PDF: 500,000 operators', () => BOMB],
    ['PDF: pages in themselves', () => bareObjects([CATALOG, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100>>'])],
    [
      'PDF: a catalogue of a thousand million pages',
      () => bareObjects([CATALOG, '<</Type/Pages/Kids[2 0 R]/Count 1000000000>>']),
    ],
    ['PDF: a form in itself', () => pdfOf('/X Do', { ...FORMS, objects: [form('/X Do /X Do', 5)] })],
    [
      'PDF: forms that grow tenfold',
      () =>
        pdfOf('/X Do '.repeat(10), {
          ...FORMS,
          objects: Array.from({ length: 10 }, (_, level) => form(level < 9 ? '/X Do '.repeat(10) : 'q Q', 6 + level)),
        }),
    ],
    [
      'PDF: a million objects',
      () =>
        bareObjects([
          CATALOG,
          '<</Type/Pages/Kids[3 0 R]/Count 1>>',
          '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
          ...Array<string>(1_000_000).fill('<<>>'),
        ]),
    ],
    ['HTML: a million levels', () => page('<div>'.repeat(1_000_000))],
    ['HTML: a million paragraphs', () => page('<p>'.repeat(1_000_000))],
    ['HTML: tables that never end', () => page('<table>'.repeat(500_000))],
    ['HTML: links that never end', () => page('<a><p>'.repeat(300_000))],
    [
      'HTML: cells of a thousand million columns and rows',
      () => page(`<table>${`<tr>${'<td colspan=1000000000 rowspan=1000000000>1'.repeat(8)}`.repeat(20_000)}`),
    ],
    ['HTML: a row of two million cells', () => page(`<table><tr>${'<td>1'.repeat(2_000_000)}`)],
    ['HTML: 400,000 tables', () => page('<table><tr><td>1</table>'.repeat(400_000))],
    ['HTML: half a million attributes', () => page(`<div ${'a b c d e '.repeat(100_000)}>`)],
    [
      'text: a number of a million digits',
      () => text(`${TITLE}\n${RECEIVED}\t${'9'.repeat(1_000_000)}\t0\t0\t0\t0\t0\t1`),
    ],
    ['text: 100,000 headings', () => text(`${TITLE}\n${'一、总体情况\n本年。\n'.repeat(100_000)}`)],
    [
      'text: 300,000 districts',
      () => text(`2020年政府信息公开工作年度报告\n${'朝阳区鼓楼区人民政府\n'.repeat(100_000)}`),
    ],
    ['text: labels that are like one of the form', () => filled('（一）予以公幵（区分处理\n1\n')],
    ['text: rows that are like one of the form', () => filled('1.属于国家秘蜜\t0\t0\t0\t0\t0\t0\t0\n')],
    ['text: sentences in one line', () => filled('全年受理政府信息公开申请12件，办结率100%。')],
    ['text: sentences without an end', () => filled('受理申请12件，')],
    ['text: a report in each line', () => filled(`${TITLE}\n`)],
    ['text: tables without an end', () => filled('行政复议\n1\n')],
    ['text: outline numbers without an end', () => filled('1、')],
    ['text: small cells', () => filled('1\t')],
    ['text: small lines', () => filled('1\n')],
    ['text: small words', () => filled('1 2 3\n')],
    [
      'text: surrogates without their other half',
      () => Buffer.from(`\ufeff${TITLE}${'\ud800'.repeat(5_000_000)}`, 'utf16le'),
    ],
    ...[
      '1',
      ' ',
      '\t',
      '\n',
      '\f',
      '|',
      '<',
      '&',
      '(',
      ',',
      '-',
      '#',
      '一',
      '\u00a0',
      '\u3000',
      '\u0301',
      '\u202e',
      '\ufdfa',
      '\0',
    ].map((character): [string, () => Uint8Array] => [
      `text: 10 MB of ${JSON.stringify(character)}`,
      () => filled(character),
    ]),
  ])('%s', async (_, source) => {
    expect(await outcomeThenGood(source())).toMatch(/^(?:a report|[A-Z]+(?:_[A-Z]+)+)$/)
  })

  it('take no memory from whoever waits for them', async () => {
    const before = process.memoryUsage.rss()
    let most = before
    const clock = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 10)
    const bytes = pdfOfStream(packedBomb('BT /F 12 Tf (', megabyteOf('a'), 600, ') Tj ET'))
    expect(await outcome(bytes)).toBe('TOO_COMPLEX')
    expect(await outcome(docxOf(packedBomb(BODY_BEGINNING, megabyteOf('<w:p/>    '), 90, BODY_END)))).toBe(
      'TOO_COMPLEX',
    )
    clearInterval(clock)
    expect(most - before).toBeLessThan(200_000_000)
  })
})

describe('the processes that read documents', () => {
  it('are replaced when they were ended, with no document lost and none charged for another', async () => {
    const sources = Array.from({ length: 24 }, (_, index) => (index % 3 === 0 ? BOMB : GOOD))
    const outcomes = await Promise.all(sources.map((bytes) => outcome(bytes, bytes === BOMB ? 300 : undefined)))
    expect(outcomes).toEqual(sources.map((bytes) => (bytes === BOMB ? 'TOO_COMPLEX' : 'a report')))
  })

  it('are never more than two, and fifty bombs in a row leave none behind', async () => {
    const seen = new Set<number>()
    for (let bomb = 0; bomb < 50; bomb += 1) {
      expect(await outcome(BOMB, 100)).toBe('TOO_COMPLEX')
      seen.add(workersAlive())
    }
    expect(Math.max(...seen)).toBeLessThanOrEqual(2)
    expect(await outcome(GOOD)).toBe('a report')
    await expect.poll(workersAlive).toBeLessThanOrEqual(2)
  })
})
