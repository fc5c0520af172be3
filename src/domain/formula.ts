import type { FigurePath } from './figure-paths.ts'

/** A figure that is added, or one that is taken away. */
export type Addend = FigurePath | { readonly minus: FigurePath }

/**
 * What the figures of one form make of a quantity: the first of these sums of which every figure is stated. There is more than one only
 * where reports print the same thing in different rows.
 */
export type Formula = readonly (readonly Addend[])[]

/** The figure that is added or taken away. */
export const pathOfAddend = (addend: Addend): FigurePath => (typeof addend === 'string' ? addend : addend.minus)

/** Every figure that a formula may need, each once. */
export const pathsOfFormula = (formula: Formula): readonly FigurePath[] => [
  ...new Set(formula.flat().map(pathOfAddend)),
]
