import {
  getDocument,
  PasswordException,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'unpdf/pdfjs'
import type { Issue } from '../../domain/issue.ts'
import type { Locator } from '../../domain/locator.ts'
import { cellOf, type Document, lineOf, rowOf } from '../document.ts'
import type { Refusal } from './format.ts'
import { CharacterMaps } from './pdf-character-maps.ts'
import { alignColumns } from './pdf-columns.ts'
import { type Box, centreOf, middleOf } from './pdf-geometry.ts'
import { gridsOf } from './pdf-grid.ts'
import { joinLabels } from './pdf-labels.ts'
import { rowsOf, type Strip, textStrips } from './pdf-lines.ts'
import { type PageContent, readPage } from './pdf-page.ts'
import { joinCutRows } from './pdf-page-breaks.ts'
import { withoutPageMarks } from './pdf-page-marks.ts'
import { joinParagraphs } from './pdf-paragraphs.ts'
import { withoutWatermarks } from './pdf-watermarks.ts'

/** Annual reports have some tens of pages. */
const MOST_PAGES = 500
/** In milliseconds; a report takes a second or two. The library pauses now and then, so that it can be stopped. */
const LONGEST = 10_000

/** Control characters, codes that stand for no character, and scripts that no report is written in. */
const MEANINGLESS =
  /[\p{Cc}\p{Co}\p{Cn}\ufffd]|[^\p{Script=Han}\p{Script=Latin}\p{Script=Common}\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Arabic}]/gu
/** The part of a text that must be characters. */
const LEAST_LEGIBLE = 0.7

const refusals = {
  encrypted: {
    refused: 'a PDF file behind a password',
    advice: 'Send a copy that opens without a password.',
  },
  scanned: {
    refused: 'a PDF file without text: its pages are pictures, as a scanner makes them',
    advice: 'Send the document that was scanned, or a copy with recognised text.',
  },
  characterless: {
    refused: 'a PDF file whose fonts do not tell what characters they show',
    advice: 'Send the document that it was made from, or a copy with its fonts embedded.',
  },
  broken: {
    refused: 'a broken PDF file',
    advice: 'Download it again, or save it anew from a program that still opens it.',
  },
  slow: {
    refused: `a PDF file that takes longer than ${LONGEST / 1000} seconds to read`,
    advice: 'Send only the pages of the report.',
  },
} satisfies Record<string, Refusal>

const tooLong = (pages: number): Refusal => ({
  refused: `a PDF file of ${pages} pages, more than ${MOST_PAGES}`,
  advice: 'Send only the pages of the report.',
})

/** A PDF file → its lines of text and rows of tables, or why there are none. */
export async function readPdf(bytes: Uint8Array): Promise<Document | Refusal> {
  const task = getDocument({
    // The library keeps what it is given, and wants no Buffer: it gets a copy.
    data: Uint8Array.from(bytes),
    // Nothing is drawn: neither fonts nor pictures are needed.
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    BinaryDataFactory: CharacterMaps,
    useWorkerFetch: false,
    cMapPacked: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  const reading = readAll(
    task,
    PICTURES.some((mark) => Buffer.from(bytes).includes(mark)),
  )
  let timer: NodeJS.Timeout | undefined
  const expiry = new Promise<Refusal>((resolve) => {
    timer = setTimeout(resolve, LONGEST, refusals.slow)
  })
  try {
    return await Promise.race([reading, expiry])
  } catch (error) {
    return error instanceof PasswordException ? refusals.encrypted : refusals.broken
  } finally {
    clearTimeout(timer)
    // What is still being read ends with an error that nobody waits for.
    reading.catch(() => {})
    task.destroy().catch(() => {})
  }
}

async function readAll(task: PDFDocumentLoadingTask, hasPictures: boolean): Promise<Document | Refusal> {
  const pdf = await task.promise
  if (pdf.numPages > MOST_PAGES) return tooLong(pdf.numPages)
  const pages = await readPages(pdf)
  const texts = pages.flatMap(({ words }) => words.map(({ text }) => text))
  if (texts.length > 0) return isLegible(texts.join('')) ? documentOf(pages, hasPictures) : refusals.characterless
  return pages.some(({ showsText }) => showsText) ? refusals.characterless : refusals.scanned
}

async function readPages(pdf: PDFDocumentProxy): Promise<PageContent[]> {
  const pages: PageContent[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    pages.push(await readPage(page, number))
    page.cleanup()
  }
  return pages
}

/** Whether the fonts tell real characters: where they do not, codes without meaning, or of any script, come instead. */
function isLegible(text: string): boolean {
  return text.replace(MEANINGLESS, '').length >= text.length * LEAST_LEGIBLE
}

function documentOf(pages: readonly PageContent[], hasPictures: boolean): Document {
  const bare = withoutPageMarks(withoutWatermarks(pages).map(stripsOf))
  const issues = pages.flatMap((page, index) => issueOf(page, bare[index]?.length === 0, hasPictures) ?? [])
  const texts = joinCutRows(bare).map((strips) => alignColumns(joinLabels(strips)))
  const strips = joinParagraphs(texts.flat())
  return { lines: strips.map((strip, index) => lineOfStrip(strip, index + 1)), issues }
}

/** How a picture is named in the file. Which page shows it is not asked: it would have to be unpacked. */
const PICTURES = ['/Subtype/Image', '/Subtype /Image']

/** A page of a report that says nothing: a picture, text in fonts that cannot be told, or a drawing. An empty page is none. */
function issueOf(
  { number, words, showsText, isDrawn }: PageContent,
  isBare: boolean,
  hasPictures: boolean,
): Issue | null {
  const text = words.map((word) => word.text).join('')
  const isGarbled = words.length > 0 && !isLegible(text)
  if (!isGarbled && !(isBare && (hasPictures || isDrawn || (showsText && words.length === 0)))) return null
  const got = isGarbled || (showsText && words.length === 0) ? 'text in fonts that do not tell its characters' : 'none'
  const message =
    `Expected text on page ${number}, got ${got}${got === 'none' ? ': it is a picture, as a scanner makes it, or empty' : ''}. ` +
    'Compare the page with what was read.'
  const at: Locator = { kind: 'PAGE', page: number, box: [0, 0, 0, 0] }
  return { code: 'page.unreadable', message, paths: [], raw: null, at }
}

function stripsOf({ words, rulings, number }: PageContent): Strip[] {
  const grids = gridsOf(rulings)
  const rows = grids.flatMap((grid) => rowsOf(grid, words, number))
  const outside = words.filter(({ box }) => !grids.some((grid) => grid.cellAt(centreOf(box), middleOf(box))))
  return [...rows, ...textStrips(outside, number)].toSorted((one, other) => one.box.top - other.box.top)
}

function lineOfStrip({ page, box, cells, isRow }: Strip, number: number) {
  const at = placeOf(page, box)
  const own = cells.map((cell) => cellOf(cell.text, placeOf(page, cell.box), number))
  return isRow ? rowOf(number, at, own) : lineOf(number, cells.map(({ text }) => text).join('\t'), at, own)
}

function placeOf(page: number, { left, top, right, bottom }: Box): Locator {
  const tenth = (length: number) => Math.round(length * 10) / 10
  return { kind: 'PAGE', page, box: [tenth(left), tenth(top), tenth(right - left), tenth(bottom - top)] }
}
