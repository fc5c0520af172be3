import { Big } from 'big.js'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { Report } from '../domain/report.ts'

/**
 * One term of a sum: a figure, or the first of several groups of which the report prints any figure. The last group stands when
 * none is printed; when it is empty, the rows are ones that a local variant adds to the form, and a report may do without them.
 */
export type Operand = FigurePath | { readonly firstPrinted: readonly (readonly FigurePath[])[] }

/** What is compared: two sums of figures. A rule has one relation, or one for each row or column of a table. */
export interface Relation {
  readonly left: readonly Operand[]
  readonly right: readonly Operand[]
}

/** How two sums are compared. */
export interface Kind {
  readonly name: 'EQUATION' | 'AT_MOST'
  /** Between the sides of a relation that holds, and of one that is broken. */
  readonly sign: string
  readonly brokenSign: string
  readonly holds: (left: Big, right: Big) => boolean
}

export type Verdict = 'HOLDS' | 'BROKEN' | 'UNKNOWN'

/** A stated figure of a side. */
export interface Term {
  readonly path: FigurePath
  readonly value: Big
}

export interface Side {
  readonly terms: readonly Term[]
  readonly sum: Big
}

export type Weighed =
  | { readonly verdict: 'HOLDS' | 'BROKEN'; readonly left: Side; readonly right: Side }
  | { readonly verdict: 'UNKNOWN' }

/** Weighs a relation on a report. A blank, missing or unreadable figure on either side makes it unknown: it is never zero. */
export function weigh(kind: Kind, relation: Relation, report: Report): Weighed {
  const left = sideOf(relation.left, report)
  const right = sideOf(relation.right, report)
  if (!left || !right) return { verdict: 'UNKNOWN' }
  return { verdict: kind.holds(left.sum, right.sum) ? 'HOLDS' : 'BROKEN', left, right }
}

function sideOf(operands: readonly Operand[], report: Report): Side | null {
  const terms: Term[] = []
  for (const path of operands.flatMap((operand) => figuresOf(operand, report))) {
    const value = report.figures.get(path)?.value ?? null
    if (value === null) return null
    terms.push({ path, value: new Big(value) })
  }
  return { terms, sum: terms.reduce((sum, { value }) => sum.plus(value), new Big(0)) }
}

function figuresOf(operand: Operand, report: Report): readonly FigurePath[] {
  if (typeof operand === 'string') return [operand]
  const { firstPrinted } = operand
  return firstPrinted.find((group) => group.some((path) => report.figures.has(path))) ?? firstPrinted.at(-1) ?? []
}
