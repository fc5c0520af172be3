import type { FigurePath } from '../domain/figure-paths.ts'
import { labelOfFigure } from '../domain/figure-terms.ts'
import type { Finding } from '../domain/finding.ts'
import type { Locator } from '../domain/locator.ts'
import type { Report } from '../domain/report.ts'
import type { SnippetRange } from '../domain/snippet.ts'
import type { CheckedFile } from './check-files.ts'
import { figuresOf, statementsOf, totalsOf } from './finding-evidence.ts'
import { type SeverityStyle, styled, width } from './styled-text.ts'

/** A row or a sentence of a document, with what is meant in it. */
export interface Line {
  readonly where: string
  readonly text: string
  /** From where to where in the text, in order. */
  readonly meant: readonly (readonly [number, number])[]
  /** Whether it has numbers that are not meant. */
  readonly isAmbiguous: boolean
  readonly note: string
}

/** The sentences and the rows that a finding speaks of. */
export function linesOf(finding: Finding, { report, previous }: CheckedFile): Line[] {
  const sentences = statementsOf(finding).map(({ sentence, at }) => {
    const number = new RegExp(`(?<![\\d.])${finding.left.value.replace('.', '\\.')}(?![\\d.])`).exec(sentence)
    const meant: Line['meant'] = number === null ? [] : [[number.index, number.index + number[0].length]]
    return { where: at === null ? '' : rowInWords(at), text: sentence, meant, isAmbiguous: false, note: '' }
  })
  const before = previous === null ? [] : rowsOf(previous.report, figuresOf(finding, 'YEAR_BEFORE'))
  const totals = totalsOf(finding)
  // A total before its parts.
  const rows = rowsOf(report, [...new Set([...totals, ...figuresOf(finding)])], totals)
  return [
    ...(finding.left.paths.length > 0 ? [...rows, ...sentences] : [...sentences, ...rows]),
    ...before.map((line) => ({ ...line, where: `${previous?.report.year}, ${line.where}` })),
    ...rowsOf(report, finding.sameAs ?? []).map((line) => ({ ...line, note: 'the same number' })),
  ]
}

/** The rows in which figures stand, each once. Of a sum, parts of 0 are only counted where others are not. */
function rowsOf(report: Report, paths: readonly FigurePath[], always: readonly FigurePath[] = []): Line[] {
  const printed = paths.flatMap((path) => {
    const figure = report.figures.get(path)
    return figure === undefined ? [] : [{ path, ...figure, row: figure.snippet?.index ?? path }]
  })
  const weighty = printed.filter(({ path, value }) => value !== '0' || always.includes(path))
  const listed = weighty.length === 0 ? printed : weighty
  const lines = [...Map.groupBy(listed, ({ row }) => row).values()].flatMap((row): Line[] => {
    const [first] = row
    const ranges = row.flatMap(({ snippet }) => snippet ?? [])
    if (first === undefined) return []
    if (ranges.length > 0) return [lineOf(report, first.at, ranges)]
    const text = `${labelOfFigure(first.path, report.form, 'ZH')}  ${first.raw}`
    const range = { index: 0, start: text.length - first.raw.length, end: text.length }
    return [lineOf({ snippets: [text] }, first.at, [range])]
  })
  const left = printed.filter(({ row }) => listed.every((other) => other.row !== row)).length
  const note = { where: '', text: `and ${left} of 0`, meant: [], isAmbiguous: false, note: '' }
  return left === 0 ? lines : [...lines, note]
}

/** A snippet in one line. Cells are set apart by the two columns that a break between them becomes. */
export function lineOf(
  { snippets }: Pick<Report, 'snippets'>,
  at: Locator | null,
  ranges: readonly SnippetRange[],
): Line {
  const [{ index } = { index: 0 }] = ranges
  const text = snippets[index] ?? ''
  const inLine = (part: string) => part.replace(/[\t\n]/g, '  ')
  const meant = ranges
    .map(({ start, end }) => [inLine(text.slice(0, start)).length, inLine(text.slice(0, end)).length] as const)
    .sort(([left], [right]) => left - right)
  const others = [...text.matchAll(/(?<![^\t\n])[+-]?\d[\d.,]*(?![^\t\n])/g)].filter(({ index: at }) =>
    ranges.every(({ start, end }) => at < start || at >= end),
  )
  return {
    where: at === null ? '' : rowInWords(at),
    text: inLine(text),
    meant,
    isAmbiguous: others.length > 0,
    note: '',
  }
}

/** Lines one below the other. What is meant stands out by its colour; without colours it is pointed at where that is not clear. */
export function printLines(lines: readonly Line[], style: SeverityStyle, colour: boolean): string[] {
  const margin = Math.max(...lines.map(({ where }) => width(where)))
  return lines.flatMap(({ where, text, meant, isAmbiguous, note }) => {
    const before = `    ${where}${' '.repeat(margin - width(where))}  `
    const after = note === '' ? '' : `  ${styled(`(${note})`, 'dim', colour)}`
    const line = `${styled(before, 'dim', colour)}${emphasised(text, meant, style, colour)}${after}`
    return colour || !isAmbiguous ? [line] : [line, ' '.repeat(width(before)) + carets(text, meant)]
  })
}

function emphasised(text: string, meant: Line['meant'], style: SeverityStyle, colour: boolean): string {
  const parts = meant.map(([start, end], index) => {
    return text.slice(meant[index - 1]?.[1] ?? 0, start) + styled(text.slice(start, end), [style, 'bold'], colour)
  })
  return parts.join('') + text.slice(meant.at(-1)?.[1] ?? 0)
}

function carets(text: string, meant: Line['meant']): string {
  const spans = meant.map(([start, end], index) => {
    const gap = width(text.slice(meant[index - 1]?.[1] ?? 0, start))
    return ' '.repeat(gap) + '^'.repeat(width(text.slice(start, end)))
  })
  return spans.join('')
}

/** Where a row begins, as a reader counts it. */
function rowInWords(at: Locator): string {
  switch (at.kind) {
    case 'TEXT':
      return `line ${at.line}`
    case 'TABLE':
      return `table ${at.table}, row ${at.row}`
    case 'BLOCK':
      return `block ${at.block}`
    case 'PAGE':
      return `page ${at.page}`
  }
}
