import { APPLICANTS } from './domain/applicants.ts'
import { APPLICATION_ROWS } from './domain/application-rows.ts'
import { CASE_RESULTS, LITIGATION_ROUTES, REVIEW } from './domain/cases.ts'
import { DISCLOSURE_ITEMS, DISCLOSURE_MEASURES } from './domain/disclosure-items.ts'
import type { Figure } from './domain/figure.ts'
import { FAMILIES, type Family, type FigureKey, keyOf } from './domain/figure-paths.ts'
import type { Finding } from './domain/finding.ts'
import { FORMS } from './domain/forms.ts'
import type { Locator } from './domain/locator.ts'
import type { Report } from './domain/report.ts'
import { codesOf } from './domain/terms.ts'

interface PrintedRow {
  readonly label: string
  /** By column head. */
  readonly cells: Map<string, string>
}

/** A report → text to check against the document: what it is, its figures row by row, its issues and findings with their places. */
export function printReport(report: Report, findings: readonly Finding[]): string {
  const issues = report.issues.map(({ code, message, at }) => `${place(at)}${code}: ${message}`)
  const broken = findings.map(({ severity, ruleId, message }) => `${severity} ${ruleId}: ${message}`)
  return [
    ...head(report),
    ...codesOf(FAMILIES).flatMap((family) => tables(FAMILIES[family].label, rowsOf(report, family))),
    ...list(`${report.issues.length} issues`, issues),
    ...list(`${findings.length} findings`, broken),
  ].join('\n')
}

function head({ title, district, agency, year, form, period, figures }: Report): string[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['title', title],
    ['district', district === null ? null : `${district.code} ${district.name}`],
    ['agency', agency === null ? null : `${agency.name} (${agency.kind})`],
    ['year', year === null ? null : String(year)],
    ['form', form === null ? null : `${form} ${FORMS[form].label}`],
    ['period', period === null ? null : `${period.from} – ${period.to}`],
    ['figures', String(figures.size)],
  ]
  return facts.map(([name, value]) => `${name.padEnd(9)} ${value ?? '–'}`)
}

function rowsOf(report: Report, family: Family): PrintedRow[] {
  const rows = new Map<string, PrintedRow>()
  for (const [path, figure] of report.figures) {
    const key = keyOf(path)
    if (key.family !== family) continue
    const { label, column } = nameOf(key)
    const row = rows.get(label) ?? { label, cells: new Map() }
    row.cells.set(column, printed(figure))
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

function printed({ state, value, raw }: Figure): string {
  if (state === 'STATED') return value ?? ''
  return state === 'BLANK' ? '(blank)' : `? ${raw}`
}

/** The rows of a family as tables: one for each run of rows with the same columns. */
function tables(title: string, rows: readonly PrintedRow[]): string[] {
  const [first] = rows
  if (first === undefined) return []
  const heads = [...first.cells.keys()]
  const next = rows.findIndex(({ cells }) => [...cells.keys()].join() !== heads.join())
  const mine = next < 0 ? rows : rows.slice(0, next)
  return ['', ...table(title, heads, mine), ...tables(title, next < 0 ? [] : rows.slice(next))]
}

function table(title: string, heads: readonly string[], rows: readonly PrintedRow[]): string[] {
  const widths = heads.map((head) => Math.max(...[head, ...rows.map(({ cells }) => cells.get(head) ?? '')].map(width)))
  const line = (cells: readonly string[], label: string) =>
    `${cells.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')}  ${label}`
  return [
    line(heads, title),
    ...rows.map(({ cells, label }) =>
      line(
        heads.map((head) => cells.get(head) ?? ''),
        label,
      ),
    ),
  ]
}

/** Chinese characters take two places in a terminal. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0)
}

const padded = (text: string, to: number) => ' '.repeat(Math.max(0, to - width(text))) + text

function place(at: Locator | null): string {
  switch (at?.kind) {
    case undefined:
      return ''
    case 'TEXT':
      return `line ${at.line}, column ${at.column}: `
    case 'TABLE':
      return `table ${at.table}, row ${at.row}, cell ${at.cell}: `
    case 'BLOCK':
      return `block ${at.block}: `
    case 'PAGE':
      return `page ${at.page}, ${Math.round(at.box[0])} from the left, ${Math.round(at.box[1])} from the top: `
  }
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}
