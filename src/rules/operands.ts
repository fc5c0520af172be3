import { Big } from 'big.js'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { Figures } from './subject.ts'

/**
 * One term of a sum: a figure, a figure that is taken away, or the first of several groups of which the report prints any figure. The
 * last group stands when none is printed; when it is empty, the rows are ones that a local variant adds to the form, and a report may
 * do without them.
 */
export type Operand =
  | FigurePath
  | { readonly minus: FigurePath }
  | { readonly firstPrinted: readonly (readonly FigurePath[])[]; readonly taken?: 'AWAY' }

/** A stated figure of a sum. */
export interface Term {
  readonly path: FigurePath
  readonly value: Big
  readonly isTakenAway: boolean
}

export interface Sum {
  readonly terms: readonly Term[]
  readonly value: Big
}

/** What the operands come to. Null when one is blank, missing or unreadable: it is never zero. */
export function sumOf(operands: readonly Operand[], figures: Figures): Sum | null {
  const terms: Term[] = []
  for (const operand of operands) {
    for (const path of termsOf(operand, figures)) {
      const value = figures.get(path)?.value ?? null
      if (value === null) return null
      terms.push({ path, value: new Big(value), isTakenAway: isTakenAway(operand) })
    }
  }
  const value = terms.reduce(
    (sum, term) => (term.isTakenAway ? sum.minus(term.value) : sum.plus(term.value)),
    new Big(0),
  )
  return { terms, value }
}

/** Every figure that the operand may speak of. */
export function pathsOf(operand: Operand): readonly FigurePath[] {
  if (typeof operand === 'string') return [operand]
  return 'minus' in operand ? [operand.minus] : operand.firstPrinted.flat()
}

function termsOf(operand: Operand, figures: Figures): readonly FigurePath[] {
  if (typeof operand === 'string' || 'minus' in operand) return pathsOf(operand)
  const { firstPrinted } = operand
  return firstPrinted.find((group) => group.some((path) => figures.has(path))) ?? firstPrinted.at(-1) ?? []
}

/** Whether the operand is subtracted. */
export const isTakenAway = (operand: Operand) =>
  typeof operand !== 'string' && ('minus' in operand || operand.taken === 'AWAY')
