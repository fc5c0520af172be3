import { SEVERITIES, type Severity } from '../domain/finding.ts'
import { codesOf } from '../domain/terms.ts'
import type { CheckedFile, UnreadFile } from './check-files.ts'
import { weightOf } from './issue-weights.ts'

/** How many of each severity: findings, and issues that lost a figure or put one in doubt. */
export type Counts = { readonly [severity in Severity]: number }

/** The findings of a file and its issues that matter, by severity. */
export function countsOf({ report, judgement }: CheckedFile): Counts {
  const found = [
    ...judgement.findings.map(({ severity }) => severity),
    ...report.issues.map((issue) => weightOf(issue, report)),
  ]
  const count = (severity: Severity) => found.filter((each) => each === severity).length
  return { ERROR: count('ERROR'), WARNING: count('WARNING'), NOTICE: count('NOTICE') }
}

/** The gravest severity of which there is anything; null when there is nothing. */
export function gravestOf(counts: Counts): Severity | null {
  return codesOf(SEVERITIES).find((severity) => counts[severity] > 0) ?? null
}

/** 0 when nothing is wrong, 1 when there are errors (or warnings, when they count as errors do), 2 when a file could not be read. */
export function exitCodeOf(files: readonly (CheckedFile | UnreadFile)[], isStrict: boolean): 0 | 1 | 2 {
  if (files.some(({ ok }) => !ok)) return 2
  const counts = files.flatMap((file) => (file.ok ? [countsOf(file)] : []))
  return counts.some(({ ERROR, WARNING }) => ERROR > 0 || (isStrict && WARNING > 0)) ? 1 : 0
}
