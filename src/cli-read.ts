import { styleText } from 'node:util'
import { FIGURE_STATES } from './domain/figure.ts'
import type { FigurePath } from './domain/figure-paths.ts'
import { FAMILIES, keyOf } from './domain/figure-paths.ts'
import type { Finding } from './domain/finding.ts'
import { FORMS } from './domain/forms.ts'
import type { Report } from './domain/report.ts'
import type { ShareTerm } from './domain/share.ts'
import { type SnippetRange, snippetAt } from './domain/snippet.ts'
import { codesOf } from './domain/terms.ts'
import { place, printFigures, styled } from './print-figures.ts'

/** An issue of more figures than the longest row has is one of their table. */
const MOST_MARKED = 15

/**
 * A report → text to check against the document: what it is, its figures row by row with their places, below each family its issues
 * under the numbers that stand beside their cells, each with what is printed there, then what speaks of no cell: unrecognised rows,
 * claims, shares, other issues, findings.
 */
export function printReport(report: Report, findings: readonly Finding[], colour = takesColour()): string {
  const issuesOf = new Map<FigurePath, number[]>()
  report.issues.forEach(({ paths }, index) => {
    // A mark at every cell of a table tells none from another.
    if (paths.length > MOST_MARKED) return
    for (const path of paths) issuesOf.set(path, [...(issuesOf.get(path) ?? []), index + 1])
  })
  const issues = report.issues.map(({ code, message, at, paths, snippet }, index) => {
    const [first] = paths.filter((path) => report.figures.has(path))
    const text = `[${index + 1}] ${place(at)}${styled(code, 'yellow', colour)}: ${message}`
    const lines = snippet === undefined ? [text] : [text, `    ${quotation(report.snippets, snippet, colour)}`]
    return { family: first === undefined ? null : keyOf(first).family, lines }
  })
  const under = (family: string | null) =>
    issues.filter((issue) => issue.family === family).flatMap(({ lines }) => lines.map((line) => `  ${line}`))
  const beside = issues.filter(({ family }) => family !== null).length
  const rows = report.unrecognisedRows.map(
    ({ table, label, values, at }) =>
      `${place(at)}${table} ${label.trim()}: ${values.map((value) => value.trim() || '(blank)').join('  ')}`,
  )
  const claims = report.claims.flatMap(({ subject, value, unit, approximate, scope, sentence, at }, index) => {
    const number = styled(`${approximate ? 'about ' : ''}${value}${unit ?? ''}`, 'green', colour)
    const before = report.claims[index - 1]
    const isSameSentence = before?.sentence === sentence && place(before.at) === place(at)
    const claim = `  ${number} ${subject}${scope === null ? '' : ` (${scope})`}`
    return isSameSentence ? [claim] : [`${place(at)}${sentence}`, claim]
  })
  const shares = report.shares.map(({ percent, part, whole, sentence, at }) => {
    const term = ({ subject, value }: ShareTerm) => [value, subject].filter((known) => known !== null).join(' ')
    return `${place(at)}${styled(`${percent}%`, 'green', colour)} = ${term(part)} / ${term(whole)}: ${sentence}`
  })
  const broken = findings.map(({ severity, ruleId, message }) => {
    return `${styled(severity, severity === 'ERROR' ? 'red' : 'yellow', colour)} ${ruleId}: ${message}`
  })
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', styled(title, 'bold', colour), ...lines.map((line) => `  ${line}`)]
  return [
    ...head(report),
    ...codesOf(FAMILIES).flatMap((family) => [...printFigures(report, family, { colour, issuesOf }), ...under(family)]),
    ...list(`${rows.length} rows that the form does not have`, rows),
    ...list(`${report.claims.length} claims in sentences`, claims),
    ...list(`${shares.length} shares in sentences`, shares),
    ...list(
      `${report.issues.length} issues${beside === 0 ? '' : `, ${beside} of them below their tables`}`,
      beside === report.issues.length ? [] : under(null).map((line) => line.slice(2)),
    ),
    ...list(`${findings.length} findings`, broken),
  ].join('\n')
}

/** A snippet in one line, with what it was asked for set off. */
function quotation(snippets: readonly string[], range: SnippetRange, colour: boolean): string {
  const { prefix, exact, suffix } = snippetAt(snippets, range)
  const inLine = (text: string) => text.replace(/[\t\n]/g, '  ')
  const dim = (text: string) => (text === '' ? '' : styled(inLine(text), 'dim', colour))
  return `${dim(prefix)}${inLine(exact)}${dim(suffix)}`
}

/** Whether standard output takes colours: a terminal, or FORCE_COLOR; never with NO_COLOR. `styleText` itself knows. */
const takesColour = () => styleText('red', '!') !== '!'

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
