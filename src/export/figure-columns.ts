import { AGENCY_KINDS } from '../domain/agency.ts'
import { FIGURE_STATES } from '../domain/figure.ts'
import { FAMILIES, type FigurePath, keyOf } from '../domain/figure-paths.ts'
import { labelOfFigure, unitOfFigure } from '../domain/figure-terms.ts'
import { FORMS, type Form } from '../domain/forms.ts'
import { codesOf } from '../domain/terms.ts'
import { UNITS } from '../domain/units.ts'
import type { ReportHead } from '../store/snapshot.ts'
import type { BareFigure } from '../store/whole-reports.ts'

/** A figure among others of all reports. */
export interface FigureRow {
  readonly head: ReportHead
  readonly path: FigurePath
  readonly figure: BareFigure
}

/** A column of the table of figures, as CSV has it and as a data package describes it (Table Schema of Frictionless Data). */
export interface FigureColumn {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number'
  readonly title: string
  readonly description: string
  readonly constraints: {
    readonly required: boolean
    readonly enum?: readonly string[]
    readonly pattern?: string
    readonly minimum?: number
    readonly maximum?: number
  }
  /** Plain text; empty where the column has nothing to say. */
  readonly valueOf: (row: FigureRow) => string
}

const required = { required: true } as const

/** The table of figures: one row a figure that a report prints. */
export const FIGURE_COLUMNS: readonly FigureColumn[] = [
  {
    name: 'district_code',
    type: 'string',
    title: 'Code of the district',
    description: 'The division of GB/T 2260 in which the agency is, six digits.',
    constraints: { ...required, pattern: '\\d{6}' },
    valueOf: ({ head }) => head.district.code,
  },
  {
    name: 'district',
    type: 'string',
    title: 'District',
    description: 'The full name of the division.',
    constraints: required,
    valueOf: ({ head }) => head.district.name,
  },
  {
    name: 'agency',
    type: 'string',
    title: 'Agency',
    description: 'Who issues the report, under its one name within the district.',
    constraints: required,
    valueOf: ({ head }) => head.agency.name,
  },
  {
    name: 'agency_kind',
    type: 'string',
    title: 'Kind of agency',
    description: 'A government, a department, a street or a township.',
    constraints: { ...required, enum: codesOf(AGENCY_KINDS) },
    valueOf: ({ head }) => head.agency.kind,
  },
  {
    name: 'year',
    type: 'integer',
    title: 'Year',
    description: 'The year that the report is on.',
    constraints: { ...required, minimum: 1990, maximum: 2099 },
    valueOf: ({ head }) => String(head.key.year),
  },
  {
    name: 'form',
    type: 'string',
    title: 'Form',
    description: 'The statutory form, as the tables show; empty when they show none.',
    constraints: { required: false, enum: codesOf(FORMS) },
    valueOf: ({ head }) => head.form ?? '',
  },
  {
    name: 'revision',
    type: 'integer',
    title: 'Revision',
    description: 'The number of the revision in force, within this hub.',
    constraints: { ...required, minimum: 1 },
    valueOf: ({ head }) => String(head.key.number),
  },
  {
    name: 'path',
    type: 'string',
    title: 'Path of the figure',
    description: 'The one address of the figure, the same in every report: applications.GRANTED.TOTAL.',
    constraints: { ...required, pattern: '[a-z]+(\\.[A-Z0-9_]+){1,2}' },
    valueOf: ({ path }) => path,
  },
  {
    name: 'family',
    type: 'string',
    title: 'Family',
    description: 'The first word of the path.',
    constraints: { ...required, enum: codesOf(FAMILIES) },
    valueOf: ({ path }) => keyOf(path).family,
  },
  {
    name: 'label',
    type: 'string',
    title: 'Label',
    description: 'What the figure counts, in the words of the form.',
    constraints: required,
    valueOf: ({ head, path }) => wordsOf(path, head.form).label,
  },
  {
    name: 'label_en',
    type: 'string',
    title: 'Label in English',
    description: 'The same in English.',
    constraints: required,
    valueOf: ({ head, path }) => wordsOf(path, head.form).labelEn,
  },
  {
    name: 'unit',
    type: 'string',
    title: 'Unit',
    description: 'What the value is a number of. Amounts are in TEN_THOUSAND_YUAN.',
    constraints: { ...required, enum: codesOf(UNITS) },
    valueOf: ({ head, path }) => wordsOf(path, head.form).unit,
  },
  {
    name: 'state',
    type: 'string',
    title: 'State',
    description:
      'STATED: the cell holds a number. BLANK: it is empty, or has a dash. UNREADABLE: it holds something that is no number. None of the last two is zero, and a figure that a report does not print has no row.',
    constraints: { ...required, enum: codesOf(FIGURE_STATES) },
    valueOf: ({ figure }) => figure.state,
  },
  {
    name: 'value',
    type: 'number',
    title: 'Value',
    description: 'The number in plain decimal digits, with every decimal place it has; empty unless it is STATED.',
    constraints: { required: false },
    valueOf: ({ figure }) => figure.value ?? '',
  },
  {
    name: 'raw',
    type: 'string',
    title: 'Raw text',
    description:
      'The text of the cell, as printed. A text that a spreadsheet would take for a formula has an apostrophe before it; JSON Lines have it without.',
    constraints: { required: false },
    valueOf: ({ figure }) => figure.raw,
  },
]

interface Words {
  readonly label: string
  readonly labelEn: string
  readonly unit: string
}

/** Worked out once for each figure of each form: there are a few hundred, and millions of rows. */
const WORDS = new Map<string, Words>()

function wordsOf(path: FigurePath, form: Form | null): Words {
  const key = `${form}/${path}`
  let words = WORDS.get(key)
  if (words === undefined) {
    const label = labelOfFigure(path, form, 'ZH')
    words = { label, labelEn: labelOfFigure(path, form, 'EN'), unit: unitOfFigure(path, form) }
    WORDS.set(key, words)
  }
  return words
}
