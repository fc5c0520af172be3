import { Big } from 'big.js'
import type { Figure, FigureState } from '../domain/figure.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import type { Form } from '../domain/forms.ts'
import { type Addend, type Formula, pathOfAddend } from '../domain/formula.ts'
import type { Term } from '../domain/terms.ts'
import type { Quantity } from './quantity.ts'

/** How many places a quotient has. */
export const PLACES_OF_A_RATIO = 6

/** Why a quantity has no value. Unknown is never zero. */
export const REASONS = {
  FORM_UNKNOWN: { label: '无法认定格式', labelEn: 'The report follows no known form' },
  NOT_ON_FORM: { label: '该格式没有', labelEn: 'The form of the report does not tell it' },
  FIGURE_ABSENT: { label: '未印出', labelEn: 'A figure that is needed is not printed' },
  FIGURE_BLANK: { label: '空白', labelEn: 'A figure that is needed is blank' },
  FIGURE_UNREADABLE: { label: '无法辨认', labelEn: 'A figure that is needed cannot be read' },
  ZERO_DENOMINATOR: { label: '分母为零', labelEn: 'The denominator is zero' },
} as const satisfies Record<string, Term>

export type Reason = keyof typeof REASONS

const REASON_OF = {
  BLANK: 'FIGURE_BLANK',
  UNREADABLE: 'FIGURE_UNREADABLE',
} as const satisfies Record<Exclude<FigureState, 'STATED'>, Reason>

/** The figures of a report, by path: those that it prints. */
export type Figures = ReadonlyMap<FigurePath, Pick<Figure, 'state' | 'value'>>

/** What a quantity comes to in one report. Values are plain decimal digits. */
export interface Evaluation {
  readonly value: string | null
  readonly numerator: string | null
  /** Null also where nothing is divided. */
  readonly denominator: string | null
  /** The figures that it is made of, or would be, numerator first. */
  readonly paths: readonly FigurePath[]
  /** Of these, the figures for want of which there is no value. */
  readonly missing: readonly FigurePath[]
  /** Null when there is a value. */
  readonly reason: Reason | null
}

/** What the quantity comes to in a report of that form. */
export function evaluate(quantity: Quantity, form: Form | null, figures: Figures): Evaluation {
  const formulas = form && quantity.formulas(form)
  if (!formulas) return nothing(form === null ? 'FORM_UNKNOWN' : 'NOT_ON_FORM')
  const above = sumOf(formulas.numerator, figures)
  const below = formulas.denominator && sumOf(formulas.denominator, figures)
  const missing = [...new Set([...above.missing, ...(below?.missing ?? [])])]
  const [lacking] = missing
  return {
    ...(lacking === undefined ? divide(above, below) : unknown(reasonOf(lacking, figures))),
    numerator: above.value?.toFixed() ?? null,
    denominator: below?.value?.toFixed() ?? null,
    paths: [...new Set([...above.paths, ...(below?.paths ?? [])])],
    missing,
  }
}

const Quotient = Big()
Quotient.DP = PLACES_OF_A_RATIO
Quotient.RM = Big.roundHalfUp

/** A quotient in plain decimal digits, rounded half up; null when nothing can be divided by it. */
export function quotientOf(numerator: string, denominator: string): string | null {
  const below = new Quotient(denominator)
  return below.eq(0) ? null : new Quotient(numerator).div(below).toFixed()
}

interface Sum {
  /** Null when a figure is missing. */
  readonly value: Big | null
  readonly paths: readonly FigurePath[]
  readonly missing: readonly FigurePath[]
}

/** A formula without a sum: no form has one. */
const NO_SUM: Sum = { value: null, paths: [], missing: [] }

/** The first sum of which all figures are stated; else the first of which any is printed tells what is missing. */
function sumOf(formula: Formula, figures: Figures): Sum {
  const sums = formula.map((addends) => sumOfAddends(addends, figures))
  const found =
    sums.find(({ missing }) => missing.length === 0) ??
    sums.find(({ paths }) => paths.some((path) => figures.has(path)))
  return found ?? sums[0] ?? NO_SUM
}

function sumOfAddends(addends: readonly Addend[], figures: Figures): Sum {
  const paths = addends.map(pathOfAddend)
  const missing: FigurePath[] = []
  let value = new Big(0)
  for (const addend of addends) {
    const path = pathOfAddend(addend)
    const figure = figures.get(path)?.value ?? null
    if (figure === null) missing.push(path)
    else value = path === addend ? value.plus(figure) : value.minus(figure)
  }
  return { value: missing.length === 0 ? value : null, paths, missing }
}

function divide(above: Sum, below: Sum | null): Pick<Evaluation, 'value' | 'reason'> {
  if (!above.value) return { value: null, reason: null }
  if (!below?.value) return { value: above.value.toFixed(), reason: null }
  const value = quotientOf(above.value.toFixed(), below.value.toFixed())
  return { value, reason: value === null ? 'ZERO_DENOMINATOR' : null }
}

function reasonOf(path: FigurePath, figures: Figures): Reason {
  const state = figures.get(path)?.state
  return state === undefined || state === 'STATED' ? 'FIGURE_ABSENT' : REASON_OF[state]
}

const unknown = (reason: Reason) => ({ value: null, reason })

const nothing = (reason: Reason): Evaluation => ({
  ...unknown(reason),
  numerator: null,
  denominator: null,
  paths: [],
  missing: [],
})
