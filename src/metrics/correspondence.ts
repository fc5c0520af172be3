import { APPLICANTS } from '../domain/applicants.ts'
import type { FigurePath } from '../domain/figure-paths.ts'
import { FORMS, type Form } from '../domain/forms.ts'
import { type Formula, pathsOfFormula } from '../domain/formula.ts'
import { codesOf } from '../domain/terms.ts'
import { type Comparison, isWeaker } from './comparability.ts'
import { CATEGORIES, compareCategory, comparePath, formulaOfCategory } from './crosswalk.ts'

// Which figures of a form are added up to count what another form counts: the crosswalk, seen from the figures.

/** Each category, for all requests and for those of each kind of applicant. */
const COUNTED = codesOf(CATEGORIES).flatMap((category) =>
  codesOf(APPLICANTS).map((applicant) => ({ category, applicant })),
)

/** The figures of a form that come to a category together, for each category that is a sum. */
export const sumsOn = (form: Form): readonly (readonly FigurePath[])[] =>
  COUNTED.map(({ category, applicant }) => addedUp(formulaOfCategory(category, form, applicant)))

/**
 * The figures whose sum a formula is; none where one is taken away. Of rows that reports print instead of each other all are needed,
 * since one report has these and another those.
 */
function addedUp(formula: Formula | null): readonly FigurePath[] {
  if (formula === null || formula.flat().some((addend) => typeof addend !== 'string')) return []
  return pathsOfFormula(formula)
}

/** Whether what two forms count may be added up as one thing. */
const isSameNumber = ({ comparability }: Comparison) => !isWeaker(comparability, 'SUM_OF_ROWS')

/** What both of two forms count in categories of which the one is as good as the other, each with its figures on either form. */
const CORRESPONDING = new Map(
  codesOf(FORMS).map((form) => [form, new Map(codesOf(FORMS).map((other) => [other, corresponding(form, other)]))]),
)

function corresponding(form: Form, other: Form) {
  return COUNTED.filter(({ category, applicant }) => isSameNumber(compareCategory(category, form, other, applicant)))
    .map(({ category, applicant }) => ({
      here: addedUp(formulaOfCategory(category, form, applicant)),
      there: addedUp(formulaOfCategory(category, other, applicant)),
    }))
    .filter(({ here, there }) => here.length > 0 && there.length > 0)
}

/** Figures of one form. */
type OnForm = readonly [form: Form, figures: readonly FigurePath[]]

/**
 * Which of the figures of two forms count something that the others do not; none when both come to the same number. They do when they
 * are whole categories that compare, or figures that both forms print and that compare one by one.
 */
export function differing([form, figures]: OnForm, [otherForm, otherFigures]: OnForm): readonly FigurePath[] {
  const [left, right] = [new Set(figures), new Set(otherFigures)]
  for (const { here, there } of CORRESPONDING.get(form)?.get(otherForm) ?? []) {
    if (!here.every((path) => left.has(path)) || !there.every((path) => right.has(path))) continue
    for (const path of here) left.delete(path)
    for (const path of there) right.delete(path)
  }
  const isSame = (path: FigurePath) =>
    left.has(path) && right.has(path) && comparePath(path, form, otherForm).comparability === 'EXACT'
  return [...new Set([...left, ...right])].filter((path) => !isSame(path))
}
