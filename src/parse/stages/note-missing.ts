import { APPLICANTS } from '../../domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow } from '../../domain/application-rows.ts'
import type { FigurePath } from '../../domain/figure-paths.ts'
import type { Form } from '../../domain/forms.ts'
import { isOptional, STATISTICS_TABLE } from '../../domain/statistics-table.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Table } from '../vocabulary.ts'
import type { Row } from './collect-rows.ts'
import type { Note } from './read-figure.ts'

const TABLES_OF: { readonly [form in Form]: readonly Table[] } = {
  FORM_2014: ['STATISTICS'],
  FORM_2019: ['DISCLOSURE', 'APPLICATIONS', 'CASES'],
  FORM_2021: ['DISCLOSURE', 'APPLICATIONS', 'CASES'],
}

/** Notes the tables, and the rows of the applications table, that the form requires and the document does not have. */
export function noteMissing(form: Form | null, rows: readonly Row[], note: Note): void {
  if (form === null) {
    note({
      code: 'form.unknown',
      message:
        'Expected the tables of the form of 2014, 2019 or 2021; found none that tells which. No figures of it were read.',
      paths: [],
      raw: null,
      at: null,
    })
    return
  }
  const found = new Set(rows.map(({ table }) => table))
  for (const table of TABLES_OF[form].filter((required) => !found.has(required))) {
    note({
      code: 'table.missing',
      message: `Expected the table ${table} of ${form}; found none.`,
      paths: [],
      raw: null,
      at: null,
    })
  }
  if (form === 'FORM_2014') noteMissingStatistics(rows, note)
  else if (found.has('APPLICATIONS')) noteMissingRows(form, rows, note)
}

/** One note for the table: what was cut off, or lost its label, is seldom one row. A row without a number is as good as missing. */
function noteMissingStatistics(rows: readonly Row[], note: Note): void {
  const named = new Set(rows.flatMap(({ known }) => (known?.meaning.table === 'STATISTICS' ? [known.meaning.row] : [])))
  const missing = STATISTICS_TABLE.filter((row) => !named.has(row) && !isOptional(row))
  const [first] = missing
  if (first === undefined) return
  const others = missing.length > 1 ? ` and ${missing.length - 1} more` : ''
  note({
    code: 'row.missing',
    message: `Expected each row of the statistics table with a number; found none in "${first.label}"${others}.`,
    paths: missing.map(({ path }) => path),
    raw: null,
    at: null,
  })
}

function noteMissingRows(form: Form, rows: readonly Row[], note: Note): void {
  const named = new Set(
    rows.flatMap(({ known }) => (known?.meaning.table === 'APPLICATIONS' ? [known.meaning.row] : [])),
  )
  for (const row of codesOf(APPLICATION_ROWS)) {
    const forms: readonly Form[] = APPLICATION_ROWS[row].forms
    if (!forms.includes(form) || named.has(row) || isReplaced(row, named)) continue
    const paths = codesOf(APPLICANTS).map((applicant): FigurePath => `applications.${row}.${applicant}`)
    const { label } = APPLICATION_ROWS[row]
    note({
      code: 'row.missing',
      message: `Expected the row "${label}" of ${form}; found none.`,
      paths,
      raw: null,
      at: null,
    })
  }
}

/** The single row 其他处理 of 2019 stands for the three rows of 2021 in reports that mix the forms. */
function isReplaced(row: ApplicationRow, named: ReadonlySet<ApplicationRow>): boolean {
  return row.startsWith('OTHER_') && named.has('OTHER')
}
