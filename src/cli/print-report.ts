import { FIGURE_STATES } from '../domain/figure.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import { FAMILIES, keyOf } from '../domain/figure-paths.ts'
import { labelOfFigure } from '../domain/figure-terms.ts'
import { type Finding, type Judgement, REPORT_STATUSES, type Statement } from '../domain/finding.ts'
import { FORMS } from '../domain/forms.ts'
import type { Locator } from '../domain/locator.ts'
import type { Report } from '../domain/report.ts'
import type { ShareTerm } from '../domain/share.ts'
import { type SnippetRange, snippetAt } from '../domain/snippet.ts'
import { codesOf } from '../domain/terms.ts'
import { figuresOf, statementsOf } from './finding-evidence.ts'
import { placeInWords } from './place-in-words.ts'
import { type Mark, printFigures } from './print-figures.ts'
import { printable } from './printable.ts'
import { SEVERITY_STYLES, styled, takesColour, wrapped } from './styled-text.ts'

/** An issue of more figures than the longest row has is one of their table. */
const MOST_MARKED = 15

/** How a report is printed. */
export interface Paper {
  readonly colour: boolean
  /** The columns of the terminal; Infinity where lines are not broken. */
  readonly columns: number
}

/**
 * A report → text to check against the document: what it is, its figures row by row with their places, below each family its issues
 * and its findings under the numbers that stand beside their cells (`[1]` and `!1`), then what speaks of no cell: unrecognised rows,
 * claims, shares, other issues and findings; last how many rules hold.
 */
export function printReport(read: Report, judged: Judgement, paper: Paper = standardOutput()): string {
  const { report, judgement } = printable({ report: read, judgement: judged })
  const { colour } = paper
  const marksOf = new Map<FigurePath, Mark[]>()
  const mark = (paths: readonly FigurePath[], beside: Mark) => {
    for (const path of paths) marksOf.set(path, [...(marksOf.get(path) ?? []), beside])
  }
  const familyOf = (paths: readonly FigurePath[]) => {
    const [first] = paths.filter((path) => report.figures.has(path))
    return first === undefined ? null : keyOf(first).family
  }
  const issues = report.issues.map(({ code, message, at, paths, snippet }, index) => {
    // A mark at every cell of a table tells none from another.
    if (paths.length <= MOST_MARKED) mark(paths, { text: `[${index + 1}]`, severity: 'WARNING' })
    const text = `[${index + 1}] ${place(at)}${styled(code, 'yellow', colour)}: ${message}`
    const lines = snippet === undefined ? [text] : [text, `    ${quotation(report.snippets, snippet, colour)}`]
    return { family: familyOf(paths), lines }
  })
  const findings = judgement.findings.map((finding, index) => {
    const paths = figuresOf(finding)
    mark(paths, { text: `!${index + 1}`, severity: finding.severity })
    return { family: familyOf(paths), lines: printFinding(finding, `!${index + 1}`, report, paper) }
  })
  const linesOf = (told: typeof issues, family: string | null) =>
    told.filter((one) => one.family === family).flatMap(({ lines }) => lines)
  const beside = (told: typeof issues) => {
    const count = told.filter(({ family }) => family !== null).length
    return count === 0 ? '' : `, ${count} of them below their tables`
  }
  const rows = report.unrecognisedRows.map(
    ({ table, label, values, at }) =>
      `${place(at)}${table} ${label.trim()}: ${values.map((value) => value.trim() || '(blank)').join('  ')}`,
  )
  const claims = bySentence(report.claims, ({ subject, value, unit, approximate, scope }) => {
    const number = styled(`${approximate ? 'about ' : ''}${value}${unit ?? ''}`, 'green', colour)
    return `${number} ${subject}${scope === null ? '' : ` (${scope})`}`
  })
  const shares = bySentence(report.shares, ({ percent, part, whole }) => {
    const term = ({ subject, value }: ShareTerm) => [value, subject].filter((known) => known !== null).join(' ')
    return `${styled(`${percent}%`, 'green', colour)} = ${term(part)} / ${term(whole)}`
  })
  const list = (title: string, lines: readonly string[]) => ['', styled(title, 'bold', colour), ...indented(lines)]
  const listed = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : list(title, lines))
  return [
    ...head(report),
    ...codesOf(FAMILIES).flatMap((family) => [
      ...printFigures(report, family, { colour, marksOf }),
      ...indented([...linesOf(issues, family), ...linesOf(findings, family)]),
    ]),
    ...listed(`${rows.length} rows that the form does not have`, rows),
    ...listed(`${report.claims.length} claims in sentences`, claims),
    ...listed(`${report.shares.length} shares in sentences`, shares),
    ...(issues.length === 0 ? [] : list(`${issues.length} issues${beside(issues)}`, linesOf(issues, null))),
    ...(findings.length === 0 ? [] : list(`${findings.length} findings${beside(findings)}`, linesOf(findings, null))),
    '',
    verdict(judgement, colour),
  ].join('\n')
}

/** What sentences state, below each sentence and its place. */
function bySentence<Told extends Statement>(all: readonly Told[], tell: (told: Told) => string): string[] {
  return all.flatMap((told, index) => {
    const before = all[index - 1]
    const isSame = before?.sentence === told.sentence && place(before.at) === place(told.at)
    return [...(isSame ? [] : [`${place(told.at)}${told.sentence}`]), `  ${tell(told)}`]
  })
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`)

/** Standard output as it is: broken into lines where a terminal would do it. */
const standardOutput = (): Paper => ({
  colour: takesColour(),
  columns: process.stdout.columns ?? Number.POSITIVE_INFINITY,
})

/** A finding: what is broken, the sentences that state a side, the other figures with that number, and what would make it hold. */
function printFinding(finding: Finding, mark: string, report: Report, { colour, columns }: Paper): string[] {
  const { severity, ruleId, message, sameAs = [], remedy, left } = finding
  const style = SEVERITY_STYLES[severity]
  const margin = ' '.repeat(mark.length + 1)
  const sentences = statementsOf(finding).map(({ sentence, at }) => `${place(at)}${sentence}`)
  const same = sameAs.map((path) => {
    return `${place(report.figures.get(path)?.at ?? null)}${labelOfFigure(path, report.form, 'ZH')} ${left.value}, the same number`
  })
  // Two for the margin of the list.
  const lines = (text: string) => wrapped(text, columns - margin.length - 2).map((line) => margin + line)
  return [
    `${styled(mark, style, colour)} ${styled(severity, style, colour)} ${ruleId}`,
    ...lines(message),
    ...[...sentences, ...same].flatMap(lines).map((line) => styled(line, 'dim', colour)),
    ...(remedy === undefined ? [] : lines(`→ ${remedy}`).map((line) => styled(line, 'green', colour))),
  ]
}

function verdict({ rulesVersion, status, held, broken, unknown }: Judgement, colour: boolean): string {
  const counts = `${held.length} hold, ${broken.length} broken, ${unknown.length} unknown`
  return `${styled('rules', 'bold', colour)}     ${status}: ${counts} (version ${rulesVersion}; ${REPORT_STATUSES[status].labelEn.toLowerCase()})`
}

/** A place in words, with a colon; empty when there is none. */
const place = (at: Locator | null) => (at === null ? '' : `${placeInWords(at)}: `)

/** A snippet in one line, with what it was asked for set off. */
function quotation(snippets: readonly string[], range: SnippetRange, colour: boolean): string {
  const { prefix, exact, suffix } = snippetAt(snippets, range)
  const inLine = (text: string) => text.replace(/[\t\n]/g, '  ')
  const dim = (text: string) => (text === '' ? '' : styled(inLine(text), 'dim', colour))
  return `${dim(prefix)}${inLine(exact)}${dim(suffix)}`
}

function head({ title, district, agency, year, form, period, figures }: Report): string[] {
  const states = codesOf(FIGURE_STATES).map((state) => {
    const count = [...figures.values()].filter((figure) => figure.state === state).length
    return `${count} ${FIGURE_STATES[state].labelEn.toLowerCase()}`
  })
  const facts: readonly (readonly [string, string | null])[] = [
    ['title', title],
    ['district', district === null ? null : `${district.code} ${district.name}`],
    ['agency', agency === null ? null : `${agency.name} (${agency.kind})`],
    ['year', year === null ? null : String(year)],
    ['form', form === null ? null : `${form} ${FORMS[form].label}`],
    ['period', period === null ? null : `${period.from} – ${period.to}`],
    ['figures', `${figures.size}: ${states.join(', ')}`],
  ]
  return facts.map(([name, value]) => `${name.padEnd(9)} ${value ?? '–'}`)
}
