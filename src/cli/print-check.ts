import type { FigurePath } from '../domain/figure-paths.ts'
import { labelOfFigure } from '../domain/figure-terms.ts'
import { type Finding, SEVERITIES, type Severity } from '../domain/finding.ts'
import type { Issue } from '../domain/issue.ts'
import type { Locator } from '../domain/locator.ts'
import type { Report } from '../domain/report.ts'
import { type SnippetRange, snippetAt } from '../domain/snippet.ts'
import { codesOf } from '../domain/terms.ts'
import type { CheckedFile, ReadFile, UnreadFile } from './check-files.ts'
import { figuresOf, placeOf, statementsOf, totalsOf } from './finding-evidence.ts'
import { weightOf } from './issue-weights.ts'
import { placeInWords } from './place-in-words.ts'
import { SEVERITY_STYLES, type Style, styled, takesColour, width } from './styled-text.ts'

/** How many of each severity: findings, and issues that lost a figure or put one in doubt. */
export type Counts = { readonly [severity in Severity]: number }

interface Problem {
  readonly severity: Severity
  readonly at: Locator | null
  /** The id of the rule, or the code of the issue. */
  readonly code: string
  readonly message: string
  /** What stands there, and what would make it hold. */
  readonly details: readonly string[]
}

/** A row or a sentence of a document, with what is meant in it. */
interface Line {
  readonly where: string
  readonly text: string
  /** From where to where in the text, in order. */
  readonly meant: readonly (readonly [number, number])[]
  /** Whether it has numbers that are not meant. */
  readonly isAmbiguous: boolean
  readonly note: string
}

/**
 * What is to be mended in a file, the gravest first: a line that editors and CI understand (`path:line:column: error rule: message`),
 * below it what stands there; last the file in one line. A document that has no lines has its places in words.
 */
export function printCheck(checked: CheckedFile, colour = takesColour()): string {
  const { file } = checked
  const problems = problemsOf(checked, colour).map(({ severity, at, code, message, details }) => {
    const place = at?.kind === 'TEXT' ? `:${at.line}:${at.column}` : at === null ? '' : `: ${placeInWords(at)}`
    const head = styled(severity.toLowerCase(), [SEVERITY_STYLES[severity], 'bold'], colour)
    return [`${file}${place}: ${head} ${styled(code, 'bold', colour)}: ${message}`, ...details]
  })
  const spaced = problems.flatMap((lines, index) => {
    const isListed = lines.length === 1 && problems[index - 1]?.length === 1
    return index === 0 || isListed ? lines : ['', ...lines]
  })
  return [...spaced, ...(spaced.length === 0 ? [] : ['']), summary(checked, colour)].join('\n')
}

/** A file that could not be read, in one line. */
export function printUnread({ file, error }: UnreadFile, colour = takesColour()): string {
  return `${file}: ${styled('error', ['red', 'bold'], colour)} ${styled(error.code, 'bold', colour)}: ${error.message}`
}

/** All files in one line. */
export function printTotals(files: readonly (CheckedFile | UnreadFile)[], colour = takesColour()): string {
  const gravest = files.map((file) => (file.ok ? gravestOf(countsOf(file)) : 'UNREAD'))
  const told = (
    [
      ['UNREAD', 'not read', 'red'],
      ['ERROR', 'with errors', 'red'],
      ['WARNING', 'with warnings', 'yellow'],
      ['NOTICE', 'with notices', 'cyan'],
      [null, 'clean', 'green'],
    ] as const
  ).flatMap(([kind, words, style]) => {
    const count = gravest.filter((found) => found === kind).length
    return count === 0 ? [] : [styled(`${count} ${words}`, style, colour)]
  })
  return `${files.length} files: ${told.join(', ')}`
}

/** The findings of a file and its issues that matter, by severity. */
export function countsOf({ report, judgement }: CheckedFile): Counts {
  const found = [
    ...judgement.findings.map(({ severity }) => severity),
    ...report.issues.map((issue) => weightOf(issue, report)),
  ]
  const count = (severity: Severity) => found.filter((each) => each === severity).length
  return { ERROR: count('ERROR'), WARNING: count('WARNING'), NOTICE: count('NOTICE') }
}

/** A file as one object of JSON: the judgement with the place of each finding and its figures, and the issues that matter. */
export function checkObject(checked: CheckedFile | UnreadFile): object {
  if (!checked.ok) return { file: checked.file, error: checked.error }
  const { file, report, judgement, previous } = checked
  const { findings, ...verdicts } = judgement
  const { district, agency, year, form } = report
  return {
    ...{ file, previous: previous?.file ?? null, district, agency: agency?.name ?? null, year, form },
    ...verdicts,
    findings: findings.map((finding) => ({
      ...finding,
      at: placeOf(finding, report),
      evidence: [...evidence(checked, figuresOf(finding)), ...evidence(previous, figuresOf(finding, 'YEAR_BEFORE'))],
    })),
    issues: report.issues.flatMap((issue) => {
      const severity = weightOf(issue, report)
      const { snippet, ...told } = issue
      if (severity === null) return []
      return [{ severity, ...told, ...(snippet && { snippet: snippetAt(report.snippets, snippet) }) }]
    }),
  }
}

/** Figures with what the document prints for them. */
function evidence(read: ReadFile | null, paths: readonly FigurePath[]): object[] {
  if (read === null) return []
  const { figures, snippets, form } = read.report
  return paths.flatMap((path) => {
    const figure = figures.get(path)
    if (figure === undefined) return []
    const { snippet, ...printed } = figure
    const label = labelOfFigure(path, form, 'ZH')
    return [{ file: read.file, path, label, ...printed, ...(snippet && { snippet: snippetAt(snippets, snippet) }) }]
  })
}

function problemsOf(checked: CheckedFile, colour: boolean): Problem[] {
  const { report, judgement } = checked
  const ofIssues = report.issues.flatMap((issue, index): Problem[] => {
    const severity = weightOf(issue, report)
    const isLike = (other: Issue) => other.code === issue.code && weightOf(other, report) === 'NOTICE'
    // Doubts that settled themselves come by the dozen: one stands for all of a kind.
    const isFolded = severity === 'NOTICE' && report.issues.slice(0, index).some(isLike)
    if (severity === null || isFolded) return []
    const { code, at, snippet } = issue
    const more = severity === 'NOTICE' ? report.issues.slice(index + 1).filter(isLike).length : 0
    const message = more === 0 ? issue.message : `${issue.message} And ${more} more like this.`
    // Of a figure that was read, though with doubts, the message tells enough.
    const lines = snippet === undefined || severity === 'NOTICE' ? [] : [lineOf(report, at, [snippet])]
    return [{ severity, at, code, message, details: printLines(lines, 'yellow', colour) }]
  })
  const ofRules = judgement.findings.map((finding): Problem => {
    const { severity, ruleId: code, message, remedy } = finding
    const lines = printLines(linesOf(finding, checked), SEVERITY_STYLES[severity], colour)
    const mend = remedy === undefined ? [] : [`${MARGIN}${styled('→', 'green', colour)} ${remedy}`]
    return { severity, at: placeOf(finding, report), code, message, details: [...lines, ...mend] }
  })
  const all = [...ofIssues, ...ofRules]
  return codesOf(SEVERITIES).flatMap((severity) => all.filter((problem) => problem.severity === severity))
}

/** The sentences and the rows that a finding speaks of. */
function linesOf(finding: Finding, { report, previous }: CheckedFile): Line[] {
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
function lineOf({ snippets }: Pick<Report, 'snippets'>, at: Locator | null, ranges: readonly SnippetRange[]): Line {
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
function printLines(lines: readonly Line[], style: Style, colour: boolean): string[] {
  const margin = Math.max(...lines.map(({ where }) => width(where)))
  return lines.flatMap(({ where, text, meant, isAmbiguous, note }) => {
    const before = `${MARGIN}${where}${' '.repeat(margin - width(where))}  `
    const after = note === '' ? '' : `  ${styled(`(${note})`, 'dim', colour)}`
    const line = `${styled(before, 'dim', colour)}${emphasised(text, meant, style, colour)}${after}`
    return colour || !isAmbiguous ? [line] : [line, ' '.repeat(width(before)) + carets(text, meant)]
  })
}

function emphasised(text: string, meant: Line['meant'], style: Style, colour: boolean): string {
  const parts = meant.flatMap(([start, end], index) => [
    styled(text.slice(meant[index - 1]?.[1] ?? 0, start), 'dim', colour),
    styled(text.slice(start, end), style, colour),
  ])
  return parts.join('') + styled(text.slice(meant.at(-1)?.[1] ?? 0), 'dim', colour)
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

function summary(checked: CheckedFile, colour: boolean): string {
  const { file, report, judgement, previous } = checked
  const counts = countsOf(checked)
  const gravest = gravestOf(counts)
  const found = codesOf(SEVERITIES).flatMap((severity) => {
    const { [severity]: count } = counts
    const words = `${count} ${severity.toLowerCase()}${count === 1 ? '' : 's'}`
    return count === 0 ? [] : [styled(words, SEVERITY_STYLES[severity], colour)]
  })
  const clean = styled('nothing to mend', 'green', colour)
  const { held, broken, unknown } = judgement
  const rules = `rules: ${held.length} hold, ${broken.length} broken, ${unknown.length} unknown`
  const who = [report.district?.name ?? 'district unknown', report.year ?? 'year unknown'].join(' ')
  const before = previous === null ? '' : `, after ${previous.file}`
  const mark = styled(MARKS[gravest ?? 'NONE'], gravest === null ? 'green' : SEVERITY_STYLES[gravest], colour)
  return `${mark} ${styled(file, 'bold', colour)}: ${found.join(', ') || clean} (${who}${before}; ${rules})`
}

const MARGIN = '    '
const MARKS = { ERROR: '✖', WARNING: '⚠', NOTICE: '✔', NONE: '✔' } as const

function gravestOf(counts: Counts): Severity | null {
  return codesOf(SEVERITIES).find((severity) => counts[severity] > 0) ?? null
}
