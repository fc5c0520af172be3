import { labelOfFigure } from '../domain/figure-terms.ts'
import { SEVERITIES, type Severity } from '../domain/finding.ts'
import type { Issue } from '../domain/issue.ts'
import type { Locator } from '../domain/locator.ts'
import { codesOf } from '../domain/terms.ts'
import type { CheckedFile, UnreadFile } from './check-files.ts'
import { countsOf, gravestOf } from './count-problems.ts'
import { placeOf, sharedFigure } from './finding-evidence.ts'
import { weightOf } from './issue-weights.ts'
import { placeInWords } from './place-in-words.ts'
import { printable } from './printable.ts'
import { lineOf, linesOf, printLines } from './quote-lines.ts'
import { SEVERITY_STYLES, styled, takesColour } from './styled-text.ts'

interface Problem {
  readonly severity: Severity
  readonly at: Locator | null
  /** The id of the rule, or the code of the issue. */
  readonly code: string
  readonly message: string
  /** What stands there, and what would make it hold. */
  readonly details: readonly string[]
}

/**
 * What is to be mended in a file, the gravest first: a line that editors and CI understand (`path:line:column: error rule: message`),
 * below it what stands there; last the file in one line. A document that has no lines has its places in words.
 */
export function printCheck(file: CheckedFile, colour = takesColour()): string {
  const checked = printable(file)
  const problems = problemsOf(checked, colour).map(({ severity, at, code, message, details }) => {
    const place = at === null ? '' : placeBehind(at, checked)
    const head = styled(severity.toLowerCase(), [SEVERITY_STYLES[severity], 'bold'], colour)
    return [`${checked.file}${place}: ${head} ${styled(code, 'bold', colour)}: ${message}`, ...details]
  })
  const spaced = problems.flatMap((lines, index) => {
    const isListed = lines.length === 1 && problems[index - 1]?.length === 1
    return index === 0 || isListed ? lines : ['', ...lines]
  })
  const rest = [...meeting(checked, colour), summary(checked, colour)]
  return [...spaced, ...(spaced.length === 0 ? [] : ['']), ...rest].join('\n')
}

/** A wrong cell breaks its row and its column: where all errors meet in one figure, it is the one to look at first. */
function meeting({ report, judgement }: CheckedFile, colour: boolean): string[] {
  const errors = judgement.findings.filter(({ severity }) => severity === 'ERROR')
  const path = sharedFigure(errors)
  const figure = path === null ? undefined : report.figures.get(path)
  if (path === null || figure === undefined) return []
  const where = figure.at === null ? '' : `${placeInWords(figure.at)}: `
  const what = `${labelOfFigure(path, report.form, 'ZH')} ${styled(figure.raw.trim(), ['red', 'bold'], colour)}`
  return [`  All ${errors.length} errors speak of one figure: ${where}${what}`]
}

/** A place behind its file: as editors jump to it where the file has such lines, else in words. */
function placeBehind(at: Locator, { isDocument }: CheckedFile): string {
  return at.kind === 'TEXT' && isDocument ? `:${at.line}:${at.column}` : `: ${placeInWords(at)}`
}

/** A file that could not be read, in one line. */
export function printUnread(unread: UnreadFile, colour = takesColour()): string {
  const { file, error } = printable(unread)
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
    const mend = remedy === undefined ? [] : [`    ${styled('→', 'green', colour)} ${remedy}`]
    return { severity, at: placeOf(finding, report), code, message, details: [...lines, ...mend] }
  })
  const all = [...ofIssues, ...ofRules]
  return codesOf(SEVERITIES).flatMap((severity) => all.filter((problem) => problem.severity === severity))
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

const MARKS = { ERROR: '✖', WARNING: '⚠', NOTICE: '✔', NONE: '✔' } as const
