import { DISCLOSURE_MEASURES } from './disclosure-items.ts'
import { type FigurePath, keyOf } from './figure-paths.ts'

/** What kind of number a figure is. */
export interface NumberKind {
  /** Whether it may have decimal places: only amounts of money may. */
  readonly decimal: boolean
  /** Whether it may be below zero: only a change may. */
  readonly signed: boolean
}

/** The largest count that the store holds; nothing that is counted in these reports comes near. */
const LARGEST_COUNT = 2_147_483_647

/** The kind of number that a figure is: an amount, a change, or a count. */
export function numberKindOf(path: FigurePath): NumberKind {
  const key = keyOf(path)
  if (key.family !== 'disclosure') return { decimal: false, signed: false }
  return { decimal: key.measure === 'AMOUNT', signed: 'signed' in DISCLOSURE_MEASURES[key.measure] }
}

/** Whether a number in plain decimal digits is of the kind. */
export function isOfKind(value: string, { decimal, signed }: NumberKind): boolean {
  if (!signed && value.startsWith('-')) return false
  return decimal || (!value.includes('.') && Math.abs(Number(value)) <= LARGEST_COUNT)
}
