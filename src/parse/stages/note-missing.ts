import { APPLICANTS } from '../../domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow } from '../../domain/application-rows.ts'
import { CASE_RESULTS } from '../../domain/cases.ts'
import { DISCLOSURE_ITEMS, type DisclosureItemCode, type DisclosureMeasure } from '../../domain/disclosure-items.ts'
import { FIGURE_PATHS, type FigurePath, formsOf } from '../../domain/figure-paths.ts'
import type { Form } from '../../domain/forms.ts'
import type { Issue } from '../../domain/issue.ts'
import { isAddition, isOptional, STATISTICS_TABLE } from '../../domain/statistics-table.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Table } from '../vocabulary.ts'
import type { Note } from './read-figure.ts'
import { formOfDisclosure } from './recognise-form.ts'
import type { Row } from './row.ts'

const TABLES_OF: { readonly [form in Form]: readonly Table[] } = {
  FORM_2014: ['STATISTICS'],
  FORM_2019: ['DISCLOSURE', 'APPLICATIONS', 'CASES'],
  FORM_2021: ['DISCLOSURE', 'APPLICATIONS', 'CASES'],
}

const SINCE_2019: readonly Form[] = ['FORM_2019', 'FORM_2021']

const RESULTS = codesOf(CASE_RESULTS)
const CASE_PATHS: readonly FigurePath[] = [
  ...RESULTS.map((result) => `review.${result}` as const),
  ...RESULTS.map((result) => `litigation.DIRECT.${result}` as const),
  ...RESULTS.map((result) => `litigation.AFTER_REVIEW.${result}` as const),
]

/** The row of the form of 2019 that some of its local variants divide into two. */
const DIVIDED: DisclosureItemCode = 'OTHER_EXTERNAL_MANAGEMENT'
const PARTS: readonly DisclosureItemCode[] = ['INSPECTION', 'CONFIRMATION']
/** The single row of 2019 and the rows of 2021 that reports which mix the forms print for each other. */
const SINGLE: ApplicationRow = 'OTHER'
const THREE: readonly ApplicationRow[] = ['OTHER_NOT_CORRECTED_IN_TIME', 'OTHER_FEE_UNPAID', 'OTHER_MISCELLANEOUS']

/** What was read of a document, and noted, before this stage. */
interface Read {
  readonly figures: ReadonlyMap<FigurePath, unknown>
  readonly issues: readonly Issue[]
}

/** The figures of some that were not read, and of which no note speaks. */
type Untold = (paths: readonly FigurePath[]) => readonly FigurePath[]

/** Notes the tables, and the rows and columns of its tables, that the form requires and the document does not have. */
export function noteMissing(form: Form | null, rows: readonly Row[], { figures, issues }: Read, note: Note): void {
  const named = new Set(issues.flatMap(({ paths }) => paths))
  const untold = (paths: readonly FigurePath[]) => paths.filter((path) => !figures.has(path) && !named.has(path))
  const found = new Set(rows.map(({ table }) => table))
  if (form === null) {
    noteForm(found.has('APPLICATIONS') || found.has('DISCLOSURE'), untold, note)
    return
  }
  for (const table of TABLES_OF[form].filter((required) => !found.has(required))) {
    note({
      code: 'table.missing',
      message: `Expected the table ${table} of ${form}; found none.`,
      paths: untold(pathsOf(table, form)),
      raw: null,
      at: null,
    })
  }
  if (form === 'FORM_2014') noteMissingStatistics(rows, note)
  if (found.has('DISCLOSURE')) noteMissingItems(form, rows, figures, untold, note)
  if (found.has('APPLICATIONS')) noteMissingRows(form, rows, note)
  if (found.has('CASES')) noteMissingCases(untold(CASE_PATHS), note)
}

/** Without a form every figure that a form has may be missing: of the forms of 2019 and 2021, where the tables are theirs. */
function noteForm(isSince2019: boolean, untold: Untold, note: Note): void {
  const forms = isSince2019 ? SINCE_2019 : codesOf(TABLES_OF)
  note({
    code: isSince2019 ? 'form.ambiguous' : 'form.unknown',
    message: isSince2019
      ? 'Expected tables that tell the form of 2019 from that of 2021: the heads of those of proactive disclosure, their rows, or ' +
        'the rows of other ways of handling; found none. The figures on which the two differ were left out.'
      : 'Expected the tables of the form of 2014, 2019 or 2021; found none that tells which. No figures of it were read.',
    paths: untold(FIGURE_PATHS.filter((path) => formsOf(path).some((form) => forms.includes(form)))),
    raw: null,
    at: null,
  })
}

function pathsOf(table: Table, form: Form): readonly FigurePath[] {
  if (table === 'CASES') return CASE_PATHS
  if (table === 'STATISTICS') return STATISTICS_TABLE.map(({ path }) => path)
  if (table === 'DISCLOSURE') return codesOf(DISCLOSURE_ITEMS).flatMap((item) => pathsOfItem(item, SINCE_2019))
  return codesOf(APPLICATION_ROWS)
    .flatMap(pathsOfRow)
    .filter((path) => formsOf(path).includes(form))
}

function pathsOfItem(item: DisclosureItemCode, forms: readonly Form[]): readonly FigurePath[] {
  const cells: { readonly [form in Form]?: readonly DisclosureMeasure[] } = DISCLOSURE_ITEMS[item].cells
  return [...new Set(forms.flatMap((form) => cells[form] ?? []))].map(
    (measure) => `disclosure.${item}.${measure}` as const,
  )
}

const pathsOfRow = (row: ApplicationRow) =>
  codesOf(APPLICANTS).map((applicant): FigurePath => `applications.${row}.${applicant}`)

function isPrintedIn(form: Form, row: ApplicationRow): boolean {
  const forms: readonly Form[] = APPLICATION_ROWS[row].forms
  return forms.includes(form)
}

/** One note for the table: what was cut off, or lost its label, is seldom one row. A row without a number is as good as missing. */
function noteMissingStatistics(rows: readonly Row[], note: Note): void {
  const named = new Set(rows.flatMap(({ known }) => (known?.meaning.table === 'STATISTICS' ? [known.meaning.row] : [])))
  const required = STATISTICS_TABLE.filter((row) => !isOptional(row))
  const mayBeOptional = hasOptionalRows(rows) || 2 * required.filter((row) => named.has(row)).length < required.length
  const lacking = STATISTICS_TABLE.filter((row) => !named.has(row) && (mayBeOptional || !isOptional(row)))
  // Where nothing else is amiss, a row that few places print was not printed. Elsewhere what could not be read may be that one.
  const isWhole = lacking.every(isAddition) && rows.every(({ known }) => known !== null)
  const missing = isWhole ? [] : lacking
  const [first] = missing
  if (first === undefined) return
  note({
    code: 'row.missing',
    message: `Expected each row of the statistics table with a number; found none in "${first.label}"${andMore(missing)}.`,
    paths: missing.map(({ path }) => path),
    raw: null,
    at: null,
  })
}

/** Whether the table has the block that only some variants of the form have, or rows in its place that could not be read. */
function hasOptionalRows(rows: readonly Row[]): boolean {
  let isInPlace = true
  return rows.some(({ known }) => {
    if (known === null) return isInPlace
    if (known.meaning.table !== 'STATISTICS') return false
    isInPlace = known.meaning.row.number.startsWith('1.')
    return isOptional(known.meaning.row)
  })
}

const andMore = ({ length }: readonly unknown[]) => (length > 1 ? ` and ${length - 1} more` : '')

/** One note for the tables, as for that of 2014. */
function noteMissingItems(
  form: Form,
  rows: readonly Row[],
  figures: Read['figures'],
  untold: Untold,
  note: Note,
): void {
  const named = new Set(
    rows.flatMap(({ known }) => (known?.meaning.table === 'DISCLOSURE' ? [known.meaning.item] : [])),
  )
  // Where the rows of 其他处理 alone tell the form, these tables may be those of the other.
  const forms = formOfDisclosure(rows) === null ? SINCE_2019 : [form]
  const isDivided = PARTS.some((part) => named.has(part))
  const isUndivided = named.has(DIVIDED) && pathsOfItem(DIVIDED, forms).some((path) => figures.has(path))
  const missing = codesOf(DISCLOSURE_ITEMS).filter((item) => {
    if (item === DIVIDED && isDivided) return false
    if (PARTS.includes(item) && isUndivided && !isDivided) return false
    return untold(pathsOfItem(item, forms)).length > 0
  })
  const [first] = missing
  if (first === undefined) return
  note({
    code: 'row.missing',
    message: `Expected each row of the tables of proactive disclosure of ${form}; found no "${DISCLOSURE_ITEMS[first].label}"${andMore(missing)}.`,
    paths: missing.flatMap((item) => untold(pathsOfItem(item, forms))),
    raw: null,
    at: null,
  })
}

function noteMissingRows(form: Form, rows: readonly Row[], note: Note): void {
  const named = new Set(
    rows.flatMap(({ known }) => (known?.meaning.table === 'APPLICATIONS' ? [known.meaning.row] : [])),
  )
  for (const row of codesOf(APPLICATION_ROWS)) {
    if (!isPrintedIn(form, row) || named.has(row) || (THREE.includes(row) && named.has(SINGLE))) continue
    const isEither = row === THREE[0] && !THREE.some((one) => named.has(one))
    const { label } = APPLICATION_ROWS[row]
    note({
      code: 'row.missing',
      message: `Expected the row "${label}" of ${form}; found none.`,
      paths: isEither ? [...pathsOfRow(row), ...pathsOfRow(SINGLE)] : pathsOfRow(row),
      raw: null,
      at: null,
    })
  }
}

function noteMissingCases(missing: readonly FigurePath[], note: Note): void {
  if (missing.length === 0) return
  note({
    code: 'row.missing',
    message: `Expected ${CASE_PATHS.length} values in the table of reconsideration and litigation; found none for ${missing.length} of its columns.`,
    paths: missing,
    raw: null,
    at: null,
  })
}
