import { DISCLOSURE_ITEMS, type DisclosureItemCode, type DisclosureMeasure } from '../../domain/disclosure-items.ts'
import type { Form } from '../../domain/forms.ts'
import type { FigureSink } from './assign-figures.ts'
import type { Row } from './collect-rows.ts'

/** The rows of the proactive-disclosure tables → figures. The column heads printed above a row say what its numbers are. */
export function assignDisclosure(rows: readonly Row[], form: Form | null, sink: FigureSink): void {
  for (const row of rows) {
    const meaning = row.known?.meaning
    if (meaning?.table !== 'DISCLOSURE') continue
    const official = form === null ? [] : measuresOf(meaning.item, form)
    const values = row.cells.filter((cell) => cell.plain !== '')
    // A row that is longer than its columns only by empty cells is padded; one that is shorter may have lost any of its cells.
    const cells = values.length === official.length ? values : row.cells.slice(0, official.length)
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
      if (cell !== undefined) sink.add(path, cell)
    })
  }
}

/** Whether the heads are some of the form's, in its order: the others were lost, none was exchanged. */
function isWithin(heads: readonly DisclosureMeasure[], official: readonly DisclosureMeasure[]): boolean {
  let place = 0
  for (const measure of official) if (measure === heads[place]) place += 1
  return place === heads.length
}

function measuresOf(item: DisclosureItemCode, form: Form): readonly DisclosureMeasure[] {
  const cells: { readonly [form in Form]?: readonly DisclosureMeasure[] } = DISCLOSURE_ITEMS[item].cells
  return cells[form] ?? []
}
