import { DISCLOSURE_ITEMS, type DisclosureItemCode, type DisclosureMeasure } from '../../domain/disclosure-items.ts'
import { MONEY_UNIT } from '../../domain/document-words.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Form } from '../../domain/forms.ts'
import { MARKED_PAGE_NUMBER } from '../../domain/page-marks.ts'
import type { Cell } from '../document.ts'
import type { FigureSink } from './assign-figures.ts'
import { otherMoneyIn } from './read-figure.ts'
import { numberIn } from './read-loose-number.ts'
import { areMiscounted, formOfDisclosure } from './recognise-form.ts'
import type { Row } from './row.ts'

/** A billion yuan, in ten thousands: few districts have it, and nearly all figures in yuan are above. */
const LARGE_AMOUNT = 100_000

/** The rows of the proactive-disclosure tables → figures. The column heads printed above a row say what its numbers are. */
export function assignDisclosure(rows: readonly Row[], form: Form | null, sink: FigureSink): void {
  // Where a row that has all its values has empty cells beside them, empty cells hold no columns.
  const padded = rows.some((row) => {
    const values = valuesOf(row)
    return !row.isRow && values.length < row.cells.length && values.length === officialOf(row, form).length
  })
  // Rows of text that are all as long are framed; in others an empty cell more than the columns may stand anywhere.
  const isFramed = new Set(rows.filter(({ isRow }) => !isRow).map(({ cells }) => cells.length)).size === 1
  // An empty cell at the end may close the line of a row that has lost another; in a row that is too long and empty at both ends nothing
  // tells which of them is no column.
  const holdsColumns = (row: Row) => {
    const { length } = officialOf(row, form)
    const isOpen = valuesOf(row).length > 0 && row.cells.length > length && row.cells[0]?.plain === ''
    const isWhole = row.cells.slice(length).every((cell) => cell.plain === '')
    const isKept = isFramed || row.cells.length === length
    return !isOpen && isWhole && (row.isRow || (!padded && isKept && row.cells[length - 1]?.plain !== ''))
  }
  // The rows of 其他处理 alone tell nothing of these tables: see recogniseForm.
  const isTold = form !== null && formOfDisclosure(rows) === form
  const areNumbersGlued = areMiscounted(rows)
  for (const row of rows) {
    const meaning = row.known?.meaning
    if (meaning?.table !== 'DISCLOSURE') continue
    if (!isTold) {
      noteUntold(row, meaning.item, sink)
      continue
    }
    const official = officialOf(row, form)
    const values = valuesOf(row)
    // A row that is longer than its columns only by empty cells is padded; one that is shorter may have lost any of its cells.
    // - 2 -: the number of a page in a line of text.
    const isPageNumber = !row.isRow && MARKED_PAGE_NUMBER.test(values.map(({ plain }) => plain).join(''))
    const isMiscounted = (official.length > 1 && areNumbersGlued) || isPageNumber
    const cells = isMiscounted
      ? []
      : values.length === official.length
        ? values
        : holdsColumns(row)
          ? row.cells.slice(0, official.length)
          : []
    const paths = official.map((measure) => `disclosure.${meaning.item}.${measure}` as const)
    const headsAgree = isWithin(row.heads, official)
    const fits = official.length > 0 && cells.length === official.length && values.length <= official.length
    if (row.heads.length !== official.length || !headsAgree || !fits) {
      const assigned = headsAgree && fits
      sink.note({
        code: headsAgree && row.heads.length === official.length ? 'row.cell-count' : 'header.broken',
        message:
          `Expected ${official.length} values in the row "${row.label.text}" (${official.join(', ') || 'not on this form'}), ` +
          `got ${values.length} under the heads ${row.heads.join(', ') || '(none)'}. ` +
          (assigned ? "They were taken in the form's order." : 'None was assigned.'),
        paths,
        raw: [row.label, ...row.cells].map(({ text }) => text).join('\t'),
        at: row.label.at,
      })
      if (!assigned) continue
    }
    paths.forEach((path, column) => {
      const cell = cells[column]
      const money = official[column] === 'AMOUNT' ? otherMoneyIn(row.unit?.plain ?? '') : null
      if (cell === undefined) return
      if (official[column] !== 'AMOUNT' || MONEY_UNIT.test(row.unit?.plain ?? '') || !isLarge(cell))
        sink.add(path, cell, money)
      else noteUnit(path, cell, sink)
    })
  }
}

/** Nothing tells whether the numbers are those of 2019 or of 2021: the figures of both are named. */
function noteUntold({ label, cells }: Row, item: DisclosureItemCode, sink: FigureSink): void {
  const measures = [...measuresOf(item, 'FORM_2019'), ...measuresOf(item, 'FORM_2021')]
  sink.note({
    code: 'header.broken',
    message:
      `Expected heads that say what the values in the row "${label.text}" are, or other rows that tell the form; found none. ` +
      'None was assigned.',
    paths: [...new Set(measures)].map((measure) => `disclosure.${item}.${measure}` as const),
    raw: [label, ...cells].map(({ text }) => text).join('\t'),
    at: label.at,
  })
}

function noteUnit(path: FigurePath, { text, at }: Cell, sink: FigureSink): void {
  sink.note({
    code: 'unit.missing',
    message: `Expected a unit for ${path}, got "${text}" without one: in ten thousand yuan it would be very much. It was not taken.`,
    paths: [path],
    raw: text,
    at,
  })
}

/** Whether an amount in ten thousand yuan is more likely one in yuan. */
function isLarge({ plain }: Cell): boolean {
  const value = numberIn(plain)
  return value !== null && Number.isInteger(value) && value >= LARGE_AMOUNT
}

/** Whether the heads are some of the form's, in its order: the others were lost, none was exchanged. */
function isWithin(heads: readonly DisclosureMeasure[], official: readonly DisclosureMeasure[]): boolean {
  let place = 0
  for (const measure of official) if (measure === heads[place]) place += 1
  return place === heads.length
}

const valuesOf = ({ cells }: Row) => cells.filter((cell) => cell.plain !== '')

function officialOf({ known }: Row, form: Form | null): readonly DisclosureMeasure[] {
  return known?.meaning.table === 'DISCLOSURE' && form !== null ? measuresOf(known.meaning.item, form) : []
}

function measuresOf(item: DisclosureItemCode, form: Form): readonly DisclosureMeasure[] {
  const cells: { readonly [form in Form]?: readonly DisclosureMeasure[] } = DISCLOSURE_ITEMS[item].cells
  return cells[form] ?? []
}
