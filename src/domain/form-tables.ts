import { APPLICANTS, ORGANIZATIONS } from './applicants.ts'
import {
  APPLICATION_ROWS,
  type ApplicationRow,
  OUTCOME_GROUPS,
  OUTCOMES_HEADING,
  type OutcomeGroup,
} from './application-rows.ts'
import { CASE_RESULTS, LITIGATION_ROUTES, REVIEW } from './cases.ts'
import {
  DISCLOSURE_ITEMS,
  DISCLOSURE_MEASURES,
  type DisclosureItemCode,
  type DisclosureMeasure,
} from './disclosure-items.ts'
import type { FigurePath } from './figure-paths.ts'
import type { Form } from './forms.ts'
import { isOptional, STATISTICS_TABLE } from './statistics-table.ts'
import type { Table } from './tables.ts'
import { codesOf, type Term } from './terms.ts'
import { UNITS } from './units.ts'

// The tables of a form as it prints them: heads, labels and the places of figures, cell by cell.

/** A cell with words of the form, over so many columns and rows. */
export interface WordCell {
  readonly kind: 'WORDS'
  readonly term: Pick<Term, 'label' | 'labelEn'>
  readonly columns: number
  readonly rows: number
}

/** A cell for a figure, over so many columns. */
export interface FigureCell {
  readonly kind: 'FIGURE'
  readonly path: FigurePath
  readonly columns: number
}

export type FormCell = WordCell | FigureCell

/** What a form has and a report does not print. */
export const NOT_PRINTED = { label: '未列出', labelEn: 'Not printed' } as const satisfies Term

export interface FormTable {
  readonly table: Table
  readonly rows: readonly (readonly FormCell[])[]
}

/**
 * The tables of a form, in printed order.
 * @param isPrinted whether the report prints a figure: rows that only some places print stand in the table where it does.
 */
export function tablesOfForm(form: Form, isPrinted: (path: FigurePath) => boolean): readonly FormTable[] {
  if (form === 'FORM_2014') return [{ table: 'STATISTICS', rows: statisticsRows(isPrinted) }]
  return [
    { table: 'DISCLOSURE', rows: disclosureRows(form, isPrinted) },
    { table: 'APPLICATIONS', rows: applicationRows(form, isPrinted) },
    { table: 'CASES', rows: caseRows() },
  ]
}

type Words = Pick<Term, 'label' | 'labelEn'>

const words = (term: Words, columns = 1, rows = 1): WordCell => ({ kind: 'WORDS', term, columns, rows })
const place = (path: FigurePath, columns = 1): FigureCell => ({ kind: 'FIGURE', path, columns })
/** A term with its place in the outline before it. */
const numbered = (outline: string, { label, labelEn }: Words): Words => ({ label: `${outline}${label}`, labelEn })

/** What stands over the labels of the proactive-disclosure tables. */
const CONTENT = { label: '信息内容', labelEn: 'Information' } as const satisfies Term

/** Columns that a form prints in other words for one item. */
const PRINTED_MEASURES: Readonly<Record<string, Words>> = {
  'ADMINISTRATIVE_FEES.AMOUNT': {
    label: '本年收费金额（单位：万元）',
    labelEn: 'Fees charged this year (ten thousand yuan)',
  },
  'PROCUREMENT.AMOUNT': { label: '采购总金额（单位：万元）', labelEn: 'Total amount (ten thousand yuan)' },
}

/** Items that only some places print. */
const ADDED_ITEMS: ReadonlySet<DisclosureItemCode> = new Set<DisclosureItemCode>(['INSPECTION', 'CONFIRMATION'])

function disclosureRows(form: Form, isPrinted: (path: FigurePath) => boolean): FormCell[][] {
  const measuresOf = (item: DisclosureItemCode) =>
    (DISCLOSURE_ITEMS[item].cells as { readonly [form in Form]?: readonly DisclosureMeasure[] })[form] ?? []
  const pathsOf = (item: DisclosureItemCode) =>
    measuresOf(item).map((measure): FigurePath => `disclosure.${item}.${measure}`)
  const items = codesOf(DISCLOSURE_ITEMS).filter(
    (item) => pathsOf(item).length > 0 && (!ADDED_ITEMS.has(item) || pathsOf(item).some(isPrinted)),
  )
  const articleOf = (item: DisclosureItemCode): string | undefined => {
    const term: Term & { readonly article?: string } = DISCLOSURE_ITEMS[item]
    return term.article
  }
  const width = Math.max(...items.map((item) => measuresOf(item).length))
  /** The last of few columns takes the room of many. */
  const spread = (count: number, place: number) => (place === count - 1 ? width - place : 1)
  return [...Map.groupBy(items, (item) => articleOf(item) ?? '')].flatMap(([article, some]) => {
    const measures = some[0] === undefined ? [] : measuresOf(some[0])
    const heads = measures.map((measure, place) =>
      words(PRINTED_MEASURES[`${some[0]}.${measure}`] ?? DISCLOSURE_MEASURES[measure], spread(measures.length, place)),
    )
    return [
      [words({ label: article, labelEn: `Article 20 of the Regulations: ${article}` }, width + 1)],
      [words(CONTENT), ...heads],
      ...some.map((item) => [
        words(DISCLOSURE_ITEMS[item]),
        ...pathsOf(item).map((path, index) => place(path, spread(measures.length, index))),
      ]),
    ]
  })
}

/** What the form prints in the corner of the applications table. */
const IDENTITY = {
  label: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  labelEn: 'Rows one and two add up to rows three and four',
} as const satisfies Term
const APPLICANTS_HEAD = { label: '申请人情况', labelEn: 'Applicants' } as const satisfies Term

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七'] as const

function applicationRows(form: Form, isPrinted: (path: FigurePath) => boolean): FormCell[][] {
  const pathsOf = (row: ApplicationRow) =>
    codesOf(APPLICANTS).map((applicant): FigurePath => `applications.${row}.${applicant}`)
  const cells = (row: ApplicationRow) => pathsOf(row).map((path) => place(path))
  const isOnForm = (row: ApplicationRow) => (APPLICATION_ROWS[row].forms as readonly Form[]).includes(form)
  const groupOf = (row: ApplicationRow): OutcomeGroup | undefined => {
    const term: Term & { readonly group?: OutcomeGroup } = APPLICATION_ROWS[row]
    return term.group
  }
  const rows = codesOf(APPLICATION_ROWS).filter(
    // The single row of 2019 is also found in reports on the form of 2021.
    (row) => isOnForm(row) || (row === 'OTHER' && pathsOf(row).some(isPrinted)),
  )
  const outcomes = codesOf(OUTCOME_GROUPS).flatMap((group, index) => {
    const some = rows.filter((row) => groupOf(row) === group)
    const outline = `（${NUMERALS[index]}）`
    const [only] = some
    if (some.length === 1 && only !== undefined) {
      return [[words(numbered(outline, APPLICATION_ROWS[only]), 2), ...cells(only)]]
    }
    return some.map((row, number) => [
      ...(number === 0 ? [words(numbered(outline, OUTCOME_GROUPS[group]), 1, some.length)] : []),
      words(numbered(`${number + 1}.`, APPLICATION_ROWS[row])),
      ...cells(row),
    ])
  })
  const total = [words(numbered(`（${NUMERALS[6]}）`, APPLICATION_ROWS.HANDLED_TOTAL), 2), ...cells('HANDLED_TOTAL')]
  const [first = [], ...others] = [...outcomes, total]
  const heading = numbered(`${NUMERALS[2]}、`, { label: OUTCOMES_HEADING, labelEn: 'Outcomes of this year' })
  const whole = (outline: string, row: ApplicationRow) => [
    words(numbered(outline, APPLICATION_ROWS[row]), 3),
    ...cells(row),
  ]
  return [
    [words(IDENTITY, 3, 3), words(APPLICANTS_HEAD, 7)],
    [words(APPLICANTS.NATURAL_PERSON, 1, 2), words(ORGANIZATIONS, 5), words(APPLICANTS.TOTAL, 1, 2)],
    codesOf(APPLICANTS)
      .slice(1, -1)
      .map((applicant) => words(APPLICANTS[applicant])),
    whole(`${NUMERALS[0]}、`, 'RECEIVED'),
    whole(`${NUMERALS[1]}、`, 'CARRIED_IN'),
    [words(heading, 1, others.length + 1), ...first],
    ...others,
    whole(`${NUMERALS[3]}、`, 'CARRIED_OVER'),
  ]
}

const ROUTES = ['DIRECT', 'AFTER_REVIEW'] as const

function caseRows(): FormCell[][] {
  const results = codesOf(CASE_RESULTS)
  return [
    [words(REVIEW, 5), words({ ...LITIGATION_ROUTES.ALL, labelEn: 'Administrative litigation' }, 10)],
    [
      ...results.map((result) => words(CASE_RESULTS[result], 1, 2)),
      ...ROUTES.map((route) => words(LITIGATION_ROUTES[route], 5)),
    ],
    ROUTES.flatMap(() => results.map((result) => words(CASE_RESULTS[result]))),
    [
      ...results.map((result) => place(`review.${result}`)),
      ...ROUTES.flatMap((route) => results.map((result) => place(`litigation.${route}.${result}`))),
    ],
  ]
}

const STATISTICS_HEADS = [
  { label: '统计指标', labelEn: 'Indicator' },
  { label: '单位', labelEn: 'Unit' },
  { label: '统计数', labelEn: 'Count' },
] as const satisfies readonly Term[]

/** The headings above rows of the statistics table, by the place of the row below. */
const STATISTICS_HEADINGS: Readonly<Record<string, Words>> = {
  '1.1': { label: '一、主动公开情况', labelEn: 'Proactive disclosure' },
  '1.3.1': { label: '（三）通过不同渠道和方式公开政府信息的情况', labelEn: 'Disclosed by channel' },
  '2.1': { label: '二、回应解读情况', labelEn: 'Response and interpretation' },
  '2.2.1': { label: '（二）通过不同渠道和方式回应解读的情况', labelEn: 'Response by channel' },
  '3.1': { label: '三、依申请公开情况', labelEn: 'Disclosure upon request' },
  '8.1': { label: '八、机构建设和保障经费情况', labelEn: 'Offices and budgets' },
  '9.1': { label: '九、政府信息公开会议和培训情况', labelEn: 'Meetings and training' },
}

const LATER_NUMERALS = [...NUMERALS, '八', '九'] as const

/** The outline number of a row: `4` is 四、, `3.3` （三）, `3.3.4` 4., and a letter opens with 其中：. */
function outlineOf(number: string): string {
  const parts = number.split('.')
  const last = parts.at(-1) ?? ''
  if (/[a-z]/.test(last)) return last === 'a' ? '其中：' : ''
  if (parts.length === 1) return `${LATER_NUMERALS[Number(last) - 1]}、`
  return parts.length === 2 ? `（${LATER_NUMERALS[Number(last) - 1]}）` : `${last}.`
}

function statisticsRows(isPrinted: (path: FigurePath) => boolean): FormCell[][] {
  return [
    STATISTICS_HEADS.map((term) => words(term)),
    ...STATISTICS_TABLE.filter((row) => !isOptional(row) || isPrinted(row.path)).flatMap((row) => {
      const heading = STATISTICS_HEADINGS[row.number]
      return [
        ...(heading === undefined ? [] : [[words(heading, 3)]]),
        [words(numbered(outlineOf(row.number), row)), words(UNITS[row.unit]), place(row.path)],
      ]
    }),
  ]
}
