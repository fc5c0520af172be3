import type { Claim } from '../../src/domain/claim.ts'
import type { District } from '../../src/domain/district.ts'
import type { Figure } from '../../src/domain/figure.ts'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import type { Issue } from '../../src/domain/issue.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Share } from '../../src/domain/share.ts'
import type { UnrecognisedRow } from '../../src/domain/unrecognised-row.ts'
import { cellOf } from '../../src/parse/document.ts'
import { readFigure } from '../../src/parse/stages/read-figure.ts'
import type { PrintedRow, PrintedTable } from '../../test/parse/generator/printed-report.ts'
import {
  applicationsTable,
  caseTable,
  disclosureTables,
  statisticsTable,
  type ValueCell,
  type Variant,
} from '../../test/parse/generator/printed-tables.ts'
import type { Figures } from './divided-figures.ts'
import type { Chapter, Paragraph } from './prose.ts'
import { placeOf } from './roster.ts'

/** A report as a text, and what the parser reads of it. */
export interface GeneratedDocument {
  readonly text: string
  readonly report: Report
}

/** A row that a place adds to the tables of proactive disclosure, and no form has: 行政裁决. */
export interface OwnRow {
  readonly label: string
  readonly value: string
}

/**
 * Prints a report as a text, a row of a table a line with tabs between its cells, and says what is read of it: every figure with its
 * place and its snippet, every section, every number that a sentence states. The parser is a hundred times slower; a test holds the two equal.
 */
export function printReport(
  { district, year, variant }: { readonly district: District; readonly year: number; readonly variant: Variant },
  figures: Figures,
  chapters: readonly Chapter[],
  ownRow: OwnRow | null,
): GeneratedDocument {
  const press = new Press()
  const title = `${placeOf(district)}人民政府${year}年政府信息公开工作年度报告`
  press.begin(null)
  press.line(title)
  press.gap()
  press.line(
    `本报告依据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
  )
  press.gap()
  const value: ValueCell = (path) => ({ kind: 'VALUE', text: figures.get(path) ?? '', path })
  for (const { heading, paragraphs } of chapters) {
    press.begin(heading)
    for (const paragraph of paragraphs) press.paragraph(paragraph)
    for (const table of tablesUnder(heading, variant, figures, value)) press.table(table, ownRow)
    press.gap()
  }
  press.end()
  return {
    text: press.text,
    report: {
      district: { code: district.code, name: district.fullName },
      agency: { kind: 'GOVERNMENT', name: `${district.fullName}人民政府` },
      year,
      form: variant.form,
      title,
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
      figures: press.figures,
      unrecognisedRows: press.unrecognisedRows,
      claims: press.claims,
      shares: press.shares,
      sections: press.sections.map(({ heading, lines, line }) => ({
        heading,
        text: lines.join('\n'),
        at: { kind: 'TEXT', line, column: 1 },
      })),
      issues: press.issues,
      snippets: press.snippets,
    },
  }
}

function tablesUnder(heading: string, variant: Variant, figures: Figures, value: ValueCell): readonly PrintedTable[] {
  if (variant.form === 'FORM_2014') return heading.startsWith('五') ? [statisticsTable(figures, value)] : []
  if (heading.startsWith('二')) return disclosureTables(variant, value)
  if (heading.startsWith('三')) return [applicationsTable(variant, value)]
  return heading.startsWith('四') ? [caseTable(value)] : []
}

/** Lines, one below the other, with what stands in them. */
class Press {
  readonly figures = new Map<FigurePath, Figure>()
  readonly claims: Claim[] = []
  readonly shares: Share[] = []
  readonly issues: Issue[] = []
  readonly unrecognisedRows: UnrecognisedRow[] = []
  readonly snippets: string[] = []
  readonly sections: { readonly heading: string | null; readonly lines: string[]; readonly line: number }[] = []
  readonly #lines: string[] = []
  readonly #afterwards: (() => void)[] = []
  readonly #snippetOf = new Map<string, number>()

  get text(): string {
    return `${this.#lines.join('\n')}\n`
  }

  begin(heading: string | null): void {
    this.sections.push({ heading, lines: [], line: this.#lines.length + 1 })
    if (heading !== null) this.#lines.push(heading)
  }

  gap(): void {
    this.#lines.push('')
  }

  line(text: string): void {
    this.#lines.push(text)
    this.sections.at(-1)?.lines.push(text)
  }

  paragraph(said: Paragraph): void {
    let column = 1
    for (const { text, claims = [], share } of said) {
      const place = { sentence: text, at: { kind: 'TEXT', line: this.#lines.length + 1, column } as const }
      for (const claim of claims) this.claims.push({ ...claim, approximate: false, scope: null, ...place })
      if (share !== undefined) this.shares.push({ ...share, ...place })
      column += text.length
    }
    this.line(said.map(({ text }) => text).join(''))
  }

  table({ rows }: PrintedTable, ownRow: OwnRow | null): void {
    for (const row of rows) {
      this.#row(row)
      const measures = row.filter(({ kind }) => kind === 'VALUE').length
      if (ownRow !== null && row.some(({ path }) => path === 'disclosure.COERCION.DECISIONS')) {
        this.#ownRow(ownRow, measures)
      }
    }
  }

  /** The parser keeps the row as it is, takes none of its values, and says so. */
  #ownRow({ label, value }: OwnRow, measures: number): void {
    const values = Array.from({ length: measures }, () => value)
    const row = [label, ...values].join('\t')
    this.#lines.push(row)
    const at = { kind: 'TEXT', line: this.#lines.length, column: 1 } as const
    this.unrecognisedRows.push({ table: 'DISCLOSURE', label, values, at })
    this.#afterwards.push(() => {
      const snippet = { index: this.#snippet(row), start: 0, end: row.length }
      const message = `Expected a row of the form in the table DISCLOSURE, got "${label}". Its values were not taken.`
      this.issues.push({ code: 'row.unrecognised', message, paths: [], raw: row, at, snippet })
    })
  }

  /** What the parser notes when it has read all figures. */
  end(): void {
    for (const note of this.#afterwards) note()
  }

  #row(row: PrintedRow): void {
    const text = row.map((cell) => cell.text).join('\t')
    this.#lines.push(text)
    let start = 0
    for (const cell of row) {
      if (cell.path !== undefined) this.#figure(cell.path, cell.text, text, start)
      start += cell.text.length + 1
    }
  }

  #figure(path: FigurePath, raw: string, row: string, start: number): void {
    const at = { kind: 'TEXT', line: this.#lines.length, column: start + 1 } as const
    const snippet = { index: this.#snippet(row), start, end: start + raw.length }
    const isNumber = /^-?[0-9.]+$/.test(raw)
    const figure: Figure = isNumber
      ? { state: 'STATED', value: raw, raw, at }
      : readFigure(path, cellOf(raw, at, at.line), (issue) => this.issues.push({ ...issue, snippet }))
    this.figures.set(path, { ...figure, snippet })
  }

  #snippet(row: string): number {
    const known = this.#snippetOf.get(row)
    if (known !== undefined) return known
    this.#snippetOf.set(row, this.snippets.length)
    return this.snippets.push(row) - 1
  }
}
