import { APPLICANTS } from './applicants.ts'
import { APPLICATION_ROWS } from './application-rows.ts'
import { CASE_RESULTS, LITIGATION_ROUTES, REVIEW } from './cases.ts'
import { DISCLOSURE_ITEMS, DISCLOSURE_MEASURES } from './disclosure-items.ts'
import { type FigureKey, type FigurePath, keyOf } from './figure-paths.ts'
import type { Form } from './forms.ts'
import { STATISTICS_TABLE } from './statistics-table.ts'
import { type Language, labelOf, type Term } from './terms.ts'
import type { Unit } from './units.ts'

const STATISTICS_ROWS: ReadonlyMap<string, (typeof STATISTICS_TABLE)[number]> = new Map(
  STATISTICS_TABLE.map((row) => [row.path, row]),
)

/** The row of the 2014 table, when the figure stands on that form: it prints labels and units of its own. */
const statisticsRowOf = (path: FigurePath, form: Form | null) =>
  form === 'FORM_2014' ? STATISTICS_ROWS.get(path) : undefined

/** The row and the column of a figure; the column of a single indicator says nothing. */
function termsOf(key: FigureKey): readonly Term[] {
  switch (key.family) {
    case 'disclosure':
      return [DISCLOSURE_ITEMS[key.item], DISCLOSURE_MEASURES[key.measure]]
    case 'applications':
      return [APPLICATION_ROWS[key.row], APPLICANTS[key.applicant]]
    case 'review':
      return [REVIEW, CASE_RESULTS[key.result]]
    case 'litigation':
      return [LITIGATION_ROUTES[key.route], CASE_RESULTS[key.result]]
  }
}

/** What a figure of a form says, in words: 予以公开：自然人. */
export function labelOfFigure(path: FigurePath, form: Form | null, language: Language): string {
  const row = statisticsRowOf(path, form)
  if (row) return labelOf(row, language)
  return termsOf(keyOf(path))
    .map((term) => labelOf(term, language))
    .join(language === 'ZH' ? '：' : ': ')
}

/** Whether a figure is what is there on a day (staff, documents in force, cases pending), which years do not add up. */
export const isStock = (path: FigurePath): boolean => termsOf(keyOf(path)).some((term) => 'stock' in term)

/** The unit in which a figure of a form counts. */
export function unitOfFigure(path: FigurePath, form: Form | null): Unit {
  const row = statisticsRowOf(path, form)
  if (row) return row.unit
  const key = keyOf(path)
  if (key.family !== 'disclosure') return 'CASES'
  const measure = DISCLOSURE_MEASURES[key.measure]
  // Only COUNT has no unit of its own: it stands on the 2014 table alone, where each row has one.
  return 'unit' in measure ? measure.unit : (STATISTICS_ROWS.get(path)?.unit ?? 'UNITS')
}
