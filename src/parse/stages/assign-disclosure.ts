import { DISCLOSURE_ITEMS, type DisclosureItemCode, type DisclosureMeasure } from '../../domain/disclosure-items.ts'
import type { Form } from '../../domain/forms.ts'
import type { FigureSink } from './assign-figures.ts'
import type { Row } from './collect-rows.ts'
import { otherMoneyIn } from './read-figure.ts'

/** The rows of the proactive-disclosure tables → figures. The column heads printed above a row say what its numbers are. */
export function assignDisclosure(rows: readonly Row[], form: Form | null, sink: FigureSink): void {
  // Where a row that has all its values has empty cells beside them, empty cells hold no columns.
  const padded = rows.some((row) => {
    const values = valuesOf(row)
    return !row.isRow && values.length < row.cells.length && values.length === officialOf(row, form).length
  })
  // An empty cell at the end may close the line of a row that has lost another.
  const holdsColumns = (row: Row) => row.isRow || (!padded && row.cells[officialOf(row, form).length - 1]?.plain !== '')
  for (const row of rows) {
    const meaning = row.known?.meaning
    if (meaning?.table !== 'DISCLOSURE') continue
    const official = officialOf(row, form)
    const values = valuesOf(row)
    // A row that is longer than its columns only by empty cells is padded; one that is shorter may have lost any of its cells.
    const cells =
      values.length === official.length ? values : holdsColumns(row) ? row.cells.slice(0, official.length) : []
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
      if (cell !== undefined) sink.add(path, cell, money)
    })
  }
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
