import { APPLICANTS } from '../../domain/applicants.ts'
import type { Figure } from '../../domain/figure.ts'
import { type FigurePath, formsOf } from '../../domain/figure-paths.ts'
import type { Form } from '../../domain/forms.ts'
import type { OtherMoney } from '../../domain/numerals.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Cell } from '../document.ts'
import type { Table } from '../vocabulary.ts'
import { assignApplications } from './assign-applications.ts'
import { assignCases } from './assign-cases.ts'
import { assignDisclosure } from './assign-disclosure.ts'
import { assignStatistics } from './assign-statistics.ts'
import type { Snippets } from './cut-snippets.ts'
import { type Note, readFigure } from './read-figure.ts'
import type { StatisticsColumns } from './read-statistics-heads.ts'
import type { Row } from './row.ts'

/** Where the tables' stages put what they read. */
export interface FigureSink {
  readonly note: Note
  /** Takes a cell for a figure; amounts may be printed in another unit of money than the forms'. */
  add(path: FigurePath, cell: Cell, money?: OtherMoney | null): void
}

/** The rows of all tables → the figures of the report. A figure printed twice with different values is not chosen between. */
export function assignFigures(
  rows: readonly Row[],
  form: Form | null,
  statistics: StatisticsColumns | null,
  snippets: Snippets,
  note: Note,
): ReadonlyMap<FigurePath, Figure> {
  const figures = new Map<FigurePath, Figure>()
  const contested = new Set<FigurePath>()
  /** The figures of the numbers in tables, by their places. */
  const taken = new Map<string, FigurePath>()
  const sink: FigureSink = {
    note,
    add(path, cell, money = null) {
      const place = cell.at.kind === 'TABLE' ? JSON.stringify(cell.at) : null
      const covering = place === null ? undefined : taken.get(place)
      // A number that is merged over several cells holds the others open by empty cells with its own place.
      if (cell.plain === '' && covering !== undefined) {
        const number = figures.get(covering)?.raw ?? null
        note({
          code: 'row.cell-count',
          message:
            `Expected a cell of its own for ${path}, got one that is merged with that of ${covering}, "${number}". ` +
            'The number was taken for the latter only.',
          paths: [covering, path],
          raw: number,
          at: cell.at,
        })
        return
      }
      if (place !== null && cell.plain !== '') taken.set(place, path)
      const snippet = snippets.ofCell(cell)
      const figure = { ...readFigure(path, cell, note, money), ...(snippet !== null && { snippet }) }
      const before = figures.get(path)
      if (before === undefined) figures.set(path, figure)
      else if (before.state !== figure.state || before.value !== figure.value) {
        contested.add(path)
        note({
          code: 'row.repeated',
          message: `Expected ${path} once, got "${before.raw}" and then "${figure.raw}". Neither was taken.`,
          paths: [path],
          raw: figure.raw,
          at: figure.at,
        })
      }
    },
  }
  const of = (table: Table) => rows.filter((row) => row.table === table)
  assignStatistics(of('STATISTICS'), statistics, sink)
  assignDisclosure(of('DISCLOSURE'), form, sink)
  assignApplications(rowsOfForm(of('APPLICATIONS'), form, note), sink)
  assignCases(of('CASES'), sink)
  for (const path of contested) {
    const figure = figures.get(path)
    if (figure !== undefined) figures.set(path, { ...figure, state: 'UNREADABLE', value: null })
  }
  return figures
}

/** The rows of the applications table that the form has: another form's row is noted, and its label is likelier to be cut off. */
function rowsOfForm(rows: readonly Row[], form: Form | null, note: Note): readonly Row[] {
  return rows.filter(({ known, label, cells }) => {
    if (form === null || known?.meaning.table !== 'APPLICATIONS') return true
    const { row } = known.meaning
    const paths = codesOf(APPLICANTS).map((applicant): FigurePath => `applications.${row}.${applicant}`)
    if (paths.every((path) => formsOf(path).includes(form))) return true
    note({
      code: 'row.unrecognised',
      message: `Expected a row of ${form}, got "${label.text}", which that form does not have. Its values were not taken.`,
      paths,
      raw: [label, ...cells].map(({ text }) => text).join('\t'),
      at: label.at,
    })
    return false
  })
}
