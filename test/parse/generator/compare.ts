import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Report } from '../../../src/domain/report.ts'
import type { MangledReport } from './mangles.ts'

/** What reading made of a figure. */
export type Verdict = 'right' | 'flagged' | 'absent' | 'wrong but flagged' | 'silently lost' | 'silently wrong'
export const VERDICTS: readonly Verdict[] = [
  'right',
  'flagged',
  'absent',
  'wrong but flagged',
  'silently lost',
  'silently wrong',
]
/** What no report that is read may have. */
export const FAULTS: readonly Verdict[] = ['wrong but flagged', 'silently lost', 'silently wrong']

export interface Comparison {
  readonly path: FigurePath
  readonly verdict: Verdict
  readonly printed: string | null | undefined
  readonly read: string | null | undefined
}

/** Each figure that was printed, or read, and whether the one is the other. */
export function compare({ report: { figures }, dropped }: MangledReport, read: Report): Comparison[] {
  const named = new Set(read.issues.flatMap(({ paths }) => paths))
  return [...new Set([...figures.keys(), ...read.figures.keys()])].map((path) => {
    const printed = figures.get(path)
    const figure = read.figures.get(path)
    const verdict = (): Verdict => {
      if (figure === undefined) {
        if (dropped.has(path) || printed === null || printed === 'UNREADABLE') return 'absent'
        return named.has(path) ? 'absent' : 'silently lost'
      }
      if (figure.state === 'UNREADABLE') {
        if (printed === 'UNREADABLE') return 'right'
        return named.has(path) ? 'flagged' : 'silently lost'
      }
      if (figure.value === printed || (figure.state === 'BLANK' && dropped.has(path))) return 'right'
      return named.has(path) ? 'wrong but flagged' : 'silently wrong'
    }
    return {
      path,
      verdict: verdict(),
      printed,
      read: figure === undefined ? undefined : (figure.value ?? figure.state),
    }
  })
}
