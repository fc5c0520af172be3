import { APPLICANTS, type Applicant } from './applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow } from './application-rows.ts'
import { CASE_RESULTS, type CaseResult, LITIGATION_ROUTES, type LitigationRoute } from './cases.ts'
import { DISCLOSURE_ITEMS, type DisclosureItemCode, type DisclosureMeasure } from './disclosure-items.ts'
import type { Form } from './forms.ts'
import { codesOf, type Term } from './terms.ts'

/** The four families of figures: the first word of every path. */
export const FAMILIES = {
  disclosure: { label: '主动公开', labelEn: 'Proactive disclosure' },
  applications: { label: '依申请公开', labelEn: 'Disclosure upon request' },
  review: { label: '行政复议', labelEn: 'Administrative reconsideration' },
  litigation: { label: '行政诉讼', labelEn: 'Administrative litigation' },
} as const satisfies Record<string, Term>

export type Family = keyof typeof FAMILIES

/**
 * The one address of a figure, the same in a parsed report, a row of the store, a finding and the API:
 * `applications.REFUSED_STATE_SECRET.NATURAL_PERSON`, `litigation.AFTER_REVIEW.PENDING`.
 */
export type FigurePath =
  | `disclosure.${DisclosureItemCode}.${DisclosureMeasure}`
  | `applications.${ApplicationRow}.${Applicant}`
  | `review.${CaseResult}`
  | `litigation.${LitigationRoute}.${CaseResult}`

/** A path taken apart. */
export type FigureKey =
  | { readonly family: 'disclosure'; readonly item: DisclosureItemCode; readonly measure: DisclosureMeasure }
  | { readonly family: 'applications'; readonly row: ApplicationRow; readonly applicant: Applicant }
  | { readonly family: 'review'; readonly result: CaseResult }
  | { readonly family: 'litigation'; readonly route: LitigationRoute; readonly result: CaseResult }

/** The path of a figure. */
export function pathOf(key: FigureKey): FigurePath {
  switch (key.family) {
    case 'disclosure':
      return `disclosure.${key.item}.${key.measure}`
    case 'applications':
      return `applications.${key.row}.${key.applicant}`
    case 'review':
      return `review.${key.result}`
    case 'litigation':
      return `litigation.${key.route}.${key.result}`
  }
}

function catalogue(): Map<string, { key: FigureKey; forms: Form[] }> {
  const entries = new Map<string, { key: FigureKey; forms: Form[] }>()
  const add = (key: FigureKey, form: Form) => {
    const entry = entries.get(pathOf(key))
    if (entry) entry.forms.push(form)
    else entries.set(pathOf(key), { key, forms: [form] })
  }
  for (const item of codesOf(DISCLOSURE_ITEMS)) {
    const cells: { readonly [form in Form]?: readonly DisclosureMeasure[] } = DISCLOSURE_ITEMS[item].cells
    for (const form of codesOf(cells) as Form[]) {
      for (const measure of cells[form] ?? []) add({ family: 'disclosure', item, measure }, form)
    }
  }
  for (const row of codesOf(APPLICATION_ROWS)) {
    for (const form of APPLICATION_ROWS[row].forms) {
      const applicants = form === 'FORM_2014' ? (['TOTAL'] as const) : codesOf(APPLICANTS)
      for (const applicant of applicants) add({ family: 'applications', row, applicant }, form)
    }
  }
  // The single row 其他处理 of 2019 is also found in reports that otherwise follow the form of 2021.
  for (const applicant of codesOf(APPLICANTS)) add({ family: 'applications', row: 'OTHER', applicant }, 'FORM_2021')
  for (const result of codesOf(CASE_RESULTS)) {
    for (const form of ['FORM_2014', 'FORM_2019', 'FORM_2021'] as const) {
      if (form === 'FORM_2014' && result === 'PENDING') continue
      add({ family: 'review', result }, form)
      for (const route of codesOf(LITIGATION_ROUTES)) {
        const forms: readonly Form[] = LITIGATION_ROUTES[route].forms
        if (forms.includes(form)) add({ family: 'litigation', route, result }, form)
      }
    }
  }
  return entries
}

const CATALOGUE: ReadonlyMap<string, { readonly key: FigureKey; readonly forms: readonly Form[] }> = catalogue()

/** Every path that some form has, in the order of the catalogue. */
export const FIGURE_PATHS = [...CATALOGUE.keys()] as readonly FigurePath[]

/** Whether a text is the path of a figure. */
export function isFigurePath(text: string): text is FigurePath {
  return CATALOGUE.has(text)
}

/** The path taken apart. */
export function keyOf(path: FigurePath): FigureKey {
  const entry = CATALOGUE.get(path)
  if (!entry) throw new RangeError(`Expected the path of a figure of some form, got "${path}".`)
  return entry.key
}

/** The forms on which the figure can stand. */
export function formsOf(path: FigurePath): readonly Form[] {
  return CATALOGUE.get(path)?.forms ?? []
}
