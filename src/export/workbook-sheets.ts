import { APPLICANTS, type Applicant } from '../domain/applicants.ts'
import { APPLICATION_ROWS } from '../domain/application-rows.ts'
import { CASE_RESULTS } from '../domain/cases.ts'
import { DISCLOSURE_ITEMS, DISCLOSURE_MEASURES } from '../domain/disclosure-items.ts'
import { type Family, FIGURE_PATHS, type FigurePath, formsOf, keyOf } from '../domain/figure-paths.ts'
import { labelOfFigure } from '../domain/figure-terms.ts'
import { FORMS, type Form } from '../domain/forms.ts'
import { STATISTICS_TABLE } from '../domain/statistics-table.ts'
import type { Table } from '../domain/tables.ts'
import { codesOf, type Term } from '../domain/terms.ts'
import { UNITS } from '../domain/units.ts'

/** A row that a report has on a sheet: the labels before its figures, and the figure of each column; null where the form has none. */
export interface SheetRow {
  readonly labels: readonly string[]
  readonly paths: readonly (FigurePath | null)[]
}

type Words = Pick<Term, 'label' | 'labelEn'>

/** A sheet of the workbook: one table of one form. */
export interface WorkbookSheet {
  /** At most 31 characters, none of them one of []:*?/\. */
  readonly name: string
  readonly form: Form
  readonly families: readonly Family[]
  /** What stands over the labels. */
  readonly labelHeads: readonly Words[]
  /** What stands over the figures. */
  readonly columns: readonly Words[]
  /** The rows of each report, in printed order. A row of which the report prints nothing is left out. */
  readonly rows: readonly SheetRow[]
}

const nameOf = (form: Form, table: Table) => `${form.replace('FORM_', '')} ${table.toLowerCase()}`

const pathsOf = (form: Form, family: Family) =>
  FIGURE_PATHS.filter((path) => keyOf(path).family === family && formsOf(path).includes(form))

const CODE = { label: 'row', labelEn: 'Row' }
const LABEL = { label: 'label', labelEn: 'Label' }
const LABEL_EN = { label: 'label_en', labelEn: 'Label in English' }
const UNIT = { label: 'unit', labelEn: 'Unit' }

const labelsOf = (code: string, { label, labelEn }: Words) => [code, label, labelEn]

function disclosure(form: Form): WorkbookSheet {
  const paths = pathsOf(form, 'disclosure')
  const key = (path: FigurePath) => keyOf(path) as Extract<ReturnType<typeof keyOf>, { family: 'disclosure' }>
  const measures = codesOf(DISCLOSURE_MEASURES).filter((measure) => paths.some((path) => key(path).measure === measure))
  const items = codesOf(DISCLOSURE_ITEMS).filter((item) => paths.some((path) => key(path).item === item))
  return {
    name: nameOf(form, 'DISCLOSURE'),
    form,
    families: ['disclosure'],
    labelHeads: [CODE, LABEL, LABEL_EN],
    columns: measures.map((measure) => DISCLOSURE_MEASURES[measure]),
    rows: items.map((item) => ({
      labels: labelsOf(item, DISCLOSURE_ITEMS[item]),
      paths: measures.map(
        (measure) => paths.find((path) => key(path).item === item && key(path).measure === measure) ?? null,
      ),
    })),
  }
}

function applications(form: Form): WorkbookSheet {
  const paths = new Set(pathsOf(form, 'applications'))
  const applicants = codesOf(APPLICANTS) as readonly Applicant[]
  const rows = codesOf(APPLICATION_ROWS).filter((row) => paths.has(`applications.${row}.TOTAL`))
  return {
    name: nameOf(form, 'APPLICATIONS'),
    form,
    families: ['applications'],
    labelHeads: [CODE, LABEL, LABEL_EN],
    columns: applicants.map((applicant) => APPLICANTS[applicant]),
    rows: rows.map((row) => ({
      labels: labelsOf(row, APPLICATION_ROWS[row]),
      paths: applicants.map((applicant): FigurePath => `applications.${row}.${applicant}`),
    })),
  }
}

function cases(form: Form): WorkbookSheet {
  const results = codesOf(CASE_RESULTS)
  const paths: readonly FigurePath[] = [
    ...results.map((result): FigurePath => `review.${result}`),
    ...(['DIRECT', 'AFTER_REVIEW'] as const).flatMap((route) =>
      results.map((result): FigurePath => `litigation.${route}.${result}`),
    ),
  ]
  const words = (path: FigurePath): Words => {
    return { label: labelOfFigure(path, form, 'ZH'), labelEn: labelOfFigure(path, form, 'EN') }
  }
  return {
    name: nameOf(form, 'CASES'),
    form,
    families: ['review', 'litigation'],
    labelHeads: [],
    columns: paths.map(words),
    rows: [{ labels: [], paths }],
  }
}

function statistics(): WorkbookSheet {
  return {
    name: nameOf('FORM_2014', 'STATISTICS'),
    form: 'FORM_2014',
    families: ['disclosure', 'applications', 'review', 'litigation'],
    labelHeads: [CODE, LABEL, LABEL_EN, UNIT],
    columns: [{ label: 'value', labelEn: 'Value' }],
    rows: STATISTICS_TABLE.map(({ path, label, labelEn, unit }) => ({
      labels: [path, label, labelEn, UNITS[unit].label],
      paths: [path],
    })),
  }
}

/** Every table of every form, in printed order. */
export const WORKBOOK_SHEETS: readonly WorkbookSheet[] = codesOf(FORMS).flatMap((form) =>
  form === 'FORM_2014' ? [statistics()] : [disclosure(form), applications(form), cases(form)],
)
