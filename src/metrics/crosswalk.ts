import type { Applicant } from '../domain/applicants.ts'
import { type FigurePath, formsOf, keyOf, pathOf } from '../domain/figure-paths.ts'
import { FORMS, type Form } from '../domain/forms.ts'
import { type Addend, type Formula, pathOfAddend } from '../domain/formula.ts'
import { codesOf } from '../domain/terms.ts'
import { CASES } from './categories/cases.ts'
import { DISCLOSURE } from './categories/disclosure.ts'
import { OUTCOMES } from './categories/outcomes.ts'
import { REQUESTS } from './categories/requests.ts'
import type { Category, OnForm } from './category.ts'
import { type Comparison, isWeaker, SAME, together } from './comparability.ts'
import { UNCOMPARED } from './uncompared.ts'

/**
 * The crosswalk: what the three forms count in common, under codes that are permanent, and what each form has of it. Rows were renamed,
 * split and dropped by the notices of 2019 (国办公开办函〔2019〕60号) and 2021 (国办公开办函〔2021〕30号).
 */
export const CATEGORIES = { ...REQUESTS, ...OUTCOMES, ...CASES, ...DISCLOSURE } as const satisfies Record<
  string,
  Category
>

export type CategoryCode = keyof typeof CATEGORIES

const CODES = codesOf(CATEGORIES)
const onForm = (code: CategoryCode, form: Form): OnForm => CATEGORIES[code].on[form]

/** What a form's figures make of a category, for one kind of applicant or for all; null when the form does not count it. */
export function formulaOfCategory(code: CategoryCode, form: Form, applicant: Applicant = 'TOTAL'): Formula | null {
  const { formula } = onForm(code, form)
  if (formula === null || applicant === 'TOTAL') return formula
  const paths = formula.map((sum) => sum.map((addend) => ofApplicant(addend, applicant)))
  return paths.flat().every((addend) => formsOf(pathOfAddend(addend)).includes(form)) ? paths : null
}

/** The figure of the same row for one kind of applicant; figures of other families are of all. */
function ofApplicant(addend: Addend, applicant: Applicant): Addend {
  if (typeof addend !== 'string') return { minus: columnOf(addend.minus, applicant) }
  return columnOf(addend, applicant)
}

function columnOf(path: FigurePath, applicant: Applicant): FigurePath {
  const key = keyOf(path)
  return key.family === 'applications' ? pathOf({ ...key, applicant }) : path
}

const NO_APPLICANTS: Comparison = {
  comparability: 'NOT_COMPARABLE',
  reasons: [{ zh: '2014年统计表不分申请人类别。', en: 'The form of 2014 does not divide requests by applicant.' }],
}

/** How a category on one form compares with the same category on another. */
export function compareCategory(
  code: CategoryCode,
  form: Form,
  reference: Form,
  applicant: Applicant = 'TOTAL',
): Comparison {
  const pair = form === reference ? [form] : [form, reference]
  const divided = pair.every((one) => onForm(code, one).formula === null || formulaOfCategory(code, one, applicant))
  const comparison = together([...pair.map((one) => compared(onForm(code, one))), divided ? SAME : NO_APPLICANTS])
  // A form compares with itself, whatever it counts, if it counts it.
  return form === reference && comparison.comparability !== 'NOT_COMPARABLE' ? SAME : comparison
}

const compared = (on: OnForm): Comparison => ({
  comparability: on.comparability,
  reasons: on.comparability === 'EXACT' ? [] : [on.why],
})

const ABSENT_FROM = Object.fromEntries(
  codesOf(FORMS).map((form): [Form, Comparison] => [
    form,
    {
      comparability: 'NOT_COMPARABLE',
      reasons: [
        { zh: `${FORMS[form].label}没有这一项。`, en: `${FORMS[form].labelEn}: the form does not have the figure.` },
      ],
    },
  ]),
) as Readonly<Record<Form, Comparison>>

const COUNTED_WITH_OTHERS: Comparison = {
  comparability: 'NOT_COMPARABLE',
  reasons: [
    {
      zh: '该项在另一格式中与其他项合并或拆分，只有所属类别可比。',
      en: 'Another form divides this figure, or counts it together with others: only its category compares.',
    },
  ],
}

/** How a figure of one form compares with the figure of the same path on another. */
export function comparePath(path: FigurePath, form: Form, reference: Form): Comparison {
  const missing = [form, reference].filter((one) => !formsOf(path).includes(one))
  if (missing.length > 0) return together([...missing.map((one) => ABSENT_FROM[one]), ...uncompared(path)])
  if (form === reference) return SAME
  const total = columnOf(path, 'TOTAL')
  const categories = CODES.filter((code) => has(code, form, total) && has(code, reference, total))
  const whole = categories.filter((code) => isAlone(code, form, total) && isAlone(code, reference, total))
  if (whole.length > 0) return strongest(whole.map((code) => compareCategory(code, form, reference)))
  const alike = categories.filter((code) => isAlike(onForm(code, form).formula, onForm(code, reference).formula))
  if (alike.length === 0) return COUNTED_WITH_OTHERS
  const comparison = strongest(alike.map((code) => compareCategory(code, form, reference)))
  // Both forms have the same rows of the sum: then each row compares by itself.
  return comparison.comparability === 'SUM_OF_ROWS' ? SAME : comparison
}

const has = (code: CategoryCode, form: Form, path: FigurePath) =>
  onForm(code, form)
    .formula?.flat()
    .some((addend) => pathOfAddend(addend) === path) ?? false

const isAlone = (code: CategoryCode, form: Form, path: FigurePath) =>
  onForm(code, form).formula?.some((sum) => sum.length === 1 && sum[0] === path) ?? false

const isAlike = (one: Formula | null, other: Formula | null) => JSON.stringify(one) === JSON.stringify(other)

const strongest = (comparisons: readonly Comparison[]): Comparison =>
  comparisons.reduce((best, one) => (isWeaker(best.comparability, one.comparability) ? one : best))

function uncompared(path: FigurePath): readonly Comparison[] {
  const found = UNCOMPARED.find(({ paths }) => paths.includes(path))
  return found ? [{ comparability: 'NOT_COMPARABLE', reasons: [found.why] }] : []
}

/** The categories that a form's figure is counted in; of a column of the applications table, those of its row. */
export function categoriesOf(path: FigurePath, form: Form): readonly CategoryCode[] {
  const total = columnOf(path, 'TOTAL')
  return CODES.filter((code) => has(code, form, total))
}
