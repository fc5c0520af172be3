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
    const measures = row.heads.length > 0 ? row.heads : official
    const values = row.cells.filter((cell) => cell.plain !== '')
    // A row that is longer than its heads only by empty cells is padded; one that is shorter may have lost any of its cells.
    const cells = values.length === measures.length ? values : row.cells.slice(0, measures.length)
    const paths = measures.map((measure) => `disclosure.${meaning.item}.${measure}` as const)
    const printsThem = measures.every((measure) => official.includes(measure)) && measures.length > 0
    if (!printsThem || cells.length !== measures.length || values.length > measures.length) {
      sink.note({
        code: printsThem ? 'row.cell-count' : 'header.broken',
        message:
          `Expected ${official.length} values in the row "${row.label.text}" (${official.join(', ') || 'not on this form'}), ` +
          `got ${values.length} under the heads ${row.heads.join(', ') || '(none)'}. None was assigned.`,
        paths: printsThem ? paths : [],
        raw: [row.label, ...row.cells].map(({ text }) => text).join('\t'),
        at: row.label.at,
      })
      continue
    }
    paths.forEach((path, column) => {
      const cell = cells[column]
      if (cell !== undefined) sink.add(path, cell)
    })
  }
}

function measuresOf(item: DisclosureItemCode, form: Form): readonly DisclosureMeasure[] {
  const cells: { readonly [form in Form]?: readonly DisclosureMeasure[] } = DISCLOSURE_ITEMS[item].cells
  return cells[form] ?? []
}
