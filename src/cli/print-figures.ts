import { APPLICANTS } from '../domain/applicants.ts'
import { APPLICATION_ROWS } from '../domain/application-rows.ts'
import { CASE_RESULTS, LITIGATION_ROUTES, REVIEW } from '../domain/cases.ts'
import { DISCLOSURE_ITEMS, DISCLOSURE_MEASURES } from '../domain/disclosure-items.ts'
import type { Figure } from '../domain/figure.ts'
import { FAMILIES, type Family, type FigureKey, type FigurePath, keyOf } from '../domain/figure-paths.ts'
import { SEVERITIES, type Severity } from '../domain/finding.ts'
import type { Locator } from '../domain/locator.ts'
import type { Report } from '../domain/report.ts'
import { codesOf } from '../domain/terms.ts'
import { SEVERITY_STYLES, type Style, styled, width } from './styled-text.ts'

/** What is printed beside a cell, because something further down speaks of it. */
export interface Mark {
  readonly text: string
  readonly severity: Severity
}

/** What a page of tables needs besides the report. */
export interface Print {
  readonly colour: boolean
  /** The marks of each figure, in the order in which they are printed. */
  readonly marksOf: ReadonlyMap<FigurePath, readonly Mark[]>
}

interface PrintedCell {
  readonly text: string
  readonly style: Style | null
}

interface PrintedRow {
  readonly label: string
  /** Where its cells are printed, from the first to the last. */
  readonly places: Locator[]
  /** By column head. */
  readonly cells: Map<string, PrintedCell>
}

/** The figures of a family, row by row: one table for each run of rows with the same columns. */
export function printFigures(report: Report, family: Family, print: Print): string[] {
  return tables(FAMILIES[family].label, rowsOf(report, family, print), print.colour)
}

function rowsOf(report: Report, family: Family, print: Print): PrintedRow[] {
  const rows = new Map<string, PrintedRow>()
  for (const [path, figure] of report.figures) {
    const key = keyOf(path)
    if (key.family !== family) continue
    const { label, column } = nameOf(key)
    const row: PrintedRow = rows.get(label) ?? { label, places: [], cells: new Map() }
    row.cells.set(column, printed(figure, print.marksOf.get(path) ?? []))
    if (figure.at !== null) row.places.push(figure.at)
    rows.set(label, row)
  }
  return [...rows.values()]
}

function nameOf(key: FigureKey): { label: string; column: string } {
  switch (key.family) {
    case 'disclosure':
      return { label: DISCLOSURE_ITEMS[key.item].label, column: DISCLOSURE_MEASURES[key.measure].label }
    case 'applications':
      return { label: APPLICATION_ROWS[key.row].label, column: APPLICANTS[key.applicant].label }
    case 'review':
      return { label: REVIEW.label, column: CASE_RESULTS[key.result].label }
    case 'litigation':
      return { label: LITIGATION_ROUTES[key.route].label, column: CASE_RESULTS[key.result].label }
  }
}

function printed({ state, value, raw }: Figure, marks: readonly Mark[]): PrintedCell {
  const beside = marks.map(({ text }) => text).join('')
  if (state === 'BLANK') return { text: `(blank)${beside}`, style: 'dim' }
  if (state === 'UNREADABLE') return { text: `? ${raw.trim()}${beside}`, style: 'red' }
  const gravest = codesOf(SEVERITIES).find((code) => marks.some(({ severity }) => severity === code))
  return { text: `${value ?? ''}${beside}`, style: gravest === undefined ? null : SEVERITY_STYLES[gravest] }
}

function tables(title: string, rows: readonly PrintedRow[], colour: boolean): string[] {
  const [first] = rows
  if (first === undefined) return []
  const heads = [...first.cells.keys()]
  const next = rows.findIndex(({ cells }) => [...cells.keys()].join() !== heads.join())
  const mine = next < 0 ? rows : rows.slice(0, next)
  return ['', ...table(title, heads, mine, colour), ...tables(title, next < 0 ? [] : rows.slice(next), colour)]
}

function table(title: string, heads: readonly string[], rows: readonly PrintedRow[], colour: boolean): string[] {
  const texts = (head: string) => [head, ...rows.map(({ cells }) => cells.get(head)?.text ?? '')]
  const widths = heads.map((head) => Math.max(...texts(head).map(width)))
  const places = rows.map((row) => placeOfRow(row.places))
  const margin = Math.max(...places.map(width))
  const line = (where: string, cells: readonly PrintedCell[], label: string) =>
    [
      styled(where.padEnd(margin), 'dim', colour),
      ...cells.map(({ text, style }, column) => {
        const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(text)))
        return padding + (style === null ? text : styled(text, style, colour))
      }),
      label,
    ].join('  ')
  return [
    line(
      '',
      heads.map((text) => ({ text, style: 'cyan' })),
      styled(title, 'bold', colour),
    ),
    ...rows.map(({ cells, label }, index) =>
      line(
        places[index] ?? '',
        heads.map((head) => cells.get(head) ?? { text: '', style: null }),
        label,
      ),
    ),
  ]
}

/** Where the cells of a row are printed, in words: `line 12`, `lines 12–18`, `table 2, row 5, cells 3–9`. Empty when nothing tells. */
function placeOfRow(places: readonly Locator[]): string {
  const [first] = places
  const numbers = (of: (at: Locator) => number) => {
    const all = places.map(of)
    return { from: Math.min(...all), to: Math.max(...all) }
  }
  const range = (noun: string, of: (at: Locator) => number) => {
    const { from, to } = numbers(of)
    return from === to ? `${noun} ${from}` : `${noun}s ${from}–${to}`
  }
  switch (first?.kind) {
    case undefined:
      return ''
    case 'TEXT':
      return range('line', (at) => (at.kind === 'TEXT' ? at.line : first.line))
    case 'TABLE': {
      const row = range('row', (at) => (at.kind === 'TABLE' ? at.row : first.row))
      return `table ${first.table}, ${row}, ${range('cell', (at) => (at.kind === 'TABLE' ? at.cell : first.cell))}`
    }
    case 'BLOCK':
      return range('block', (at) => (at.kind === 'BLOCK' ? at.block : first.block))
    case 'PAGE':
      return `page ${first.page}, ${Math.round(first.box[1])} from the top`
  }
}
