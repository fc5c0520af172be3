import { APPLICANTS } from '../../../src/domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow, OUTCOME_GROUPS } from '../../../src/domain/application-rows.ts'
import { CASE_RESULTS } from '../../../src/domain/cases.ts'
import {
  DISCLOSURE_ITEMS,
  DISCLOSURE_MEASURES,
  type DisclosureItemCode,
  type DisclosureMeasure,
} from '../../../src/domain/disclosure-items.ts'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Form } from '../../../src/domain/forms.ts'
import { STATISTICS_TABLE } from '../../../src/domain/statistics-table.ts'
import { codesOf } from '../../../src/domain/terms.ts'
import { UNITS } from '../../../src/domain/units.ts'
import { groupsOf2014, OUTLINE_2019 } from './official-outline.ts'
import type { CellKind, PrintedCell, PrintedRow, PrintedTable } from './printed-report.ts'

// The tables of the forms with their figures in them.

/** The forms with the variants that were really printed. */
export interface Variant {
  readonly form: Form
  /** 2014: the block of key areas. 2019: the rows 行政检查 and 行政确认. 2021: the single row 其他处理. */
  readonly local: boolean
}

/** The cells of the disclosure tables that the form prints, in its order. */
export function disclosureCells({
  form,
  local,
}: Variant): { item: DisclosureItemCode; measures: readonly DisclosureMeasure[] }[] {
  return codesOf(DISCLOSURE_ITEMS).flatMap((item) => {
    const cells: { readonly [form in Form]?: readonly DisclosureMeasure[] } = DISCLOSURE_ITEMS[item].cells
    const measures = 'article' in DISCLOSURE_ITEMS[item] ? cells[form] : undefined
    const isBeijings = item === 'INSPECTION' || item === 'CONFIRMATION'
    const isReplaced = form === 'FORM_2019' && (local ? item === 'OTHER_EXTERNAL_MANAGEMENT' : isBeijings)
    return measures === undefined || isReplaced ? [] : [{ item, measures }]
  })
}

/** The outcomes that the form prints, in its order. */
export function outcomesOf({ form, local }: Variant): ApplicationRow[] {
  return codesOf(APPLICATION_ROWS).filter((row) => {
    const term = APPLICATION_ROWS[row]
    if (!('group' in term)) return false
    if (form === 'FORM_2021' && term.group === 'OTHERWISE_HANDLED') return local ? row === 'OTHER' : row !== 'OTHER'
    return (term.forms as readonly Form[]).includes(form)
  })
}

/** The blocks of the table of cases, each with its results in their order. */
export function casePaths(): FigurePath[][] {
  return (['review', 'litigation.DIRECT', 'litigation.AFTER_REVIEW'] as const).map((block) =>
    codesOf(CASE_RESULTS).map((result) => `${block}.${result}` as FigurePath),
  )
}

const cell = (kind: CellKind, text: string): PrintedCell => ({ kind, text })
const head = (text: string, columns = 1, rows = 1): PrintedCell => ({ kind: 'HEAD', text, columns, rows })
const groupCell = (text: string, depth: number): PrintedCell => ({ kind: 'GROUP', text, depth })

/** The cell that holds a figure. */
export type ValueCell = (path: FigurePath) => PrintedCell

/** 政府信息公开情况统计表: those of its rows whose figures are given. */
export function statisticsTable(figures: ReadonlyMap<FigurePath, unknown>, value: ValueCell): PrintedTable {
  const rows: PrintedRow[] = [
    [cell('HEAD', '政府信息公开情况统计表')],
    [cell('HEAD', '统计指标'), cell('HEAD', '单位'), cell('HEAD', '统计数')],
  ]
  for (const row of STATISTICS_TABLE.filter(({ path }) => figures.has(path))) {
    const { groups, outline } = groupsOf2014(row.number)
    for (const group of groups) rows.push([cell('GROUP', group)])
    rows.push([cell('LABEL', outline + row.label), cell('UNIT', UNITS[row.unit].label), value(row.path)])
  }
  return { rows }
}

/** The heads of the tables as the forms print them; where two items share an article, they share a table. */
export function disclosureTables(variant: Variant, value: ValueCell): PrintedTable[] {
  const rows: PrintedRow[] = []
  let article = ''
  for (const { item, measures } of disclosureCells(variant)) {
    const term = DISCLOSURE_ITEMS[item]
    const itsArticle = 'article' in term ? term.article : ''
    if (itsArticle !== article) {
      rows.push([cell('HEAD', itsArticle)])
      rows.push([
        cell('HEAD', '信息内容'),
        ...measures.map((measure) => cell('HEAD', headOf(measure, item, variant.form))),
      ])
    }
    article = itsArticle
    const group = item === 'INSPECTION' ? [groupCell(DISCLOSURE_ITEMS.OTHER_EXTERNAL_MANAGEMENT.label, 0)] : []
    const values = measures.map((measure) => value(`disclosure.${item}.${measure}`))
    const label = item === 'NORMATIVE_DOCUMENTS' && variant.form === 'FORM_2021' ? '行政规范性文件' : term.label
    rows.push([...group, cell('LABEL', label), ...values])
  }
  return [{ rows }]
}

function headOf(measure: DisclosureMeasure, item: DisclosureItemCode, form: Form): string {
  if (measure === 'AMOUNT' && item === 'PROCUREMENT') return '采购总金额（单位：万元，保留4位小数）'
  if (measure === 'AMOUNT') return '本年收费金额（单位：万元）'
  if (measure === 'DECISIONS' && form === 'FORM_2019') return '处理决定数量'
  return DISCLOSURE_MEASURES[measure].label
}

const OUTCOMES = '三、本年度办理结果'

/** 三、收到和处理政府信息公开申请情况 */
export function applicationsTable(variant: Variant, value: ValueCell): PrintedTable {
  const heads = [
    [head('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), head('申请人情况', 7)],
    [head('自然人', 1, 2), head('法人或其他组织', 5), head('总计', 1, 2)],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => head(text)),
  ]
  const values = (row: ApplicationRow) =>
    codesOf(APPLICANTS).map((applicant) => value(`applications.${row}.${applicant}`))
  const rows: PrintedRow[] = [...heads]
  const labelled = (row: ApplicationRow, label: string, groups: readonly string[]) =>
    rows.push([
      ...groups.map((group) => groupCell(group, group === OUTCOMES ? 0 : 1)),
      cell('LABEL', label),
      ...values(row),
    ])
  labelled('RECEIVED', '一、本年新收政府信息公开申请数量', [])
  labelled('CARRIED_IN', '二、上年结转政府信息公开申请数量', [])
  let group = ''
  let number = 0
  for (const row of outcomesOf(variant)) {
    const term = APPLICATION_ROWS[row]
    const itsGroup = 'group' in term ? term.group : 'GRANTED'
    const opens = itsGroup !== group
    number = opens ? 1 : number + 1
    group = itsGroup
    const single = row === 'GRANTED' || row === 'PARTLY_GRANTED' || row === 'OTHER'
    const groups = [
      ...(row === 'GRANTED' ? [OUTCOMES] : []),
      ...(opens && !single ? [OUTLINE_2019[itsGroup] + OUTCOME_GROUPS[itsGroup].label] : []),
    ]
    labelled(row, single ? OUTLINE_2019[itsGroup] + labelOf(row) : `${number}.${labelOf(row)}`, groups)
  }
  labelled('HANDLED_TOTAL', '（七）总计', [])
  labelled('CARRIED_OVER', '四、结转下年度继续办理', [])
  return { rows }
}

const labelOf = (row: ApplicationRow) =>
  row === 'PARTLY_GRANTED' ? '部分公开（区分处理的，只计这一情形，不计其他情形）' : APPLICATION_ROWS[row].label

/** 四、政府信息公开行政复议、行政诉讼情况 */
export function caseTable(value: ValueCell): PrintedTable {
  const results = (rows: number) => codesOf(CASE_RESULTS).map((result) => head(CASE_RESULTS[result].label, 1, rows))
  return {
    rows: [
      [head('行政复议', 5), head('行政诉讼', 10)],
      [...results(2), head('未经复议直接起诉', 5), head('复议后起诉', 5)],
      [...results(1), ...results(1)],
      casePaths().flat().map(value),
    ],
  }
}
