import type { Big } from 'big.js'
import { CLAIM_SUMS, type ClaimSubject, type ClaimSum } from '../domain/claim.ts'
import { type FigurePath, isFigurePath } from '../domain/figure-paths.ts'
import { labelOfFigure, unitOfFigure } from '../domain/figure-terms.ts'
import type { FindingSide } from '../domain/finding.ts'
import type { Form } from '../domain/forms.ts'
import { labelOf } from '../domain/terms.ts'
import { UNITS } from '../domain/units.ts'
import type { Sum, Term } from './operands.ts'

/** Plain decimal digits, never an exponent. */
export const decimal = (value: Big): string => value.toFixed()

/** A sum as a side of a finding; `year` when its figures are another report's. */
export function sideOf({ terms, value }: Sum, year: number | null = null): FindingSide {
  return { paths: terms.map(({ path }) => path), value: decimal(value), year, statements: [] }
}

/** A sum as it is read aloud: `甲 1 + 乙 2（另有 3 项为 0）= 3`. Zeros are counted, not listed: an outcome column has many. */
export function say({ terms, value }: Sum, form: Form | null): string {
  const spoken = (term: Term) => `${labelOfFigure(term.path, form, 'ZH')} ${decimal(term.value)}`
  const others = terms.filter((term) => !term.value.eq(0))
  const zeros = terms.length - others.length
  if (terms.length === 1) return terms.map(spoken).join()
  if (others.length === 0) return `${zeros} 项之和 0`
  const sum = others.map((term, place) => `${signOf(term, place)}${spoken(term)}`).join('')
  return `${sum}${zeros > 0 ? `（另有 ${zeros} 项为 0）` : ''} = ${decimal(value)}`
}

function signOf({ isTakenAway }: Term, place: number): string {
  if (place === 0) return isTakenAway ? '− ' : ''
  return isTakenAway ? ' − ' : ' + '
}

/** What a claim speaks of, in words. */
export function subjectLabel(path: ClaimSubject, form: Form | null): string {
  return isFigurePath(path) ? labelOfFigure(path, form, 'ZH') : labelOf(CLAIM_SUMS[path as ClaimSum], 'ZH')
}

/** The unit in which a figure counts, as printed. */
export const unitLabel = (path: ClaimSubject, form: Form | null): string =>
  isFigurePath(path) ? UNITS[unitOfFigure(path, form)].label : UNITS.CASES.label

/** The unit that all figures share; null when they differ. */
export function sharedUnit(paths: readonly FigurePath[], form: Form | null): string | null {
  const units = new Set(paths.map((path) => unitLabel(path, form)))
  const [unit] = units
  return units.size === 1 && unit !== undefined ? unit : null
}
