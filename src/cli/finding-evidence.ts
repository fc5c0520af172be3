import type { FigurePath } from '../domain/figure-paths.ts'
import type { Finding, FindingSide, Statement } from '../domain/finding.ts'
import type { Locator } from '../domain/locator.ts'
import type { Report } from '../domain/report.ts'

// What of a document a finding speaks of: where a person looks to mend it.

/** The figures on both sides that are the report's own, or those of the year before. */
export function figuresOf({ left, right }: Finding, whose: 'OWN' | 'YEAR_BEFORE' = 'OWN'): FigurePath[] {
  const sides = [left, right].filter((side) => isOwn(side) === (whose === 'OWN'))
  return [...new Set(sides.flatMap(({ paths }) => paths))]
}

/** The figures of the report that are a whole side: a total beside its parts. */
export function totalsOf({ left, right }: Finding): FigurePath[] {
  return [left, right].filter(isOwn).flatMap(({ paths }) => (paths.length === 1 ? paths : []))
}

/** The one figure of which all these findings speak: most likely the wrong one. Null when they are not several, or share none or more. */
export function sharedFigure(findings: readonly Finding[]): FigurePath | null {
  const [first, ...others] = findings.map((finding) => figuresOf(finding))
  const shared = first?.filter((path) => others.every((paths) => paths.includes(path))) ?? []
  const [path] = shared
  return others.length > 0 && shared.length === 1 && path !== undefined ? path : null
}

/** The sentences that state a side. */
export function statementsOf({ left, right }: Finding): readonly Statement[] {
  return [...(left.statements ?? []), ...(right.statements ?? [])]
}

/** The one place to look at first: the cell that is blank, the total or the sentence; null when nothing tells. */
export function placeOf(finding: Finding, { figures }: Pick<Report, 'figures'>): Locator | null {
  const own = figuresOf(finding)
  const blank = own.find((path) => figures.get(path)?.state === 'BLANK')
  if (blank !== undefined) return figures.get(blank)?.at ?? null
  const sides = [finding.left, finding.right].filter(isOwn)
  // A total has one figure, its parts have several.
  const pointing = sides.find(({ paths, statements }) => paths.length === (statements?.length ? 0 : 1))
  const [path] = pointing?.paths ?? own
  const [statement] = pointing?.statements ?? []
  return path === undefined ? (statement?.at ?? null) : (figures.get(path)?.at ?? null)
}

const isOwn = ({ year }: FindingSide) => (year ?? null) === null
