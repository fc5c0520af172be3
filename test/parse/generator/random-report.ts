import fc from 'fast-check'
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
import type { CellKind, PrintedCell, PrintedReport, PrintedRow, PrintedTable } from './printed-report.ts'
import { type PrintedTitle, randomTitle } from './random-title.ts'

/** The forms with the variants that were really printed. */
export interface Variant {
  readonly form: Form
  /** 2014: the block of key areas. 2019: the rows 行政检查 and 行政确认. 2021: the single row 其他处理. */
  readonly local: boolean
}

type Figures = Map<FigurePath, string | null | 'UNREADABLE'>

const YEARS = { FORM_2014: 2016, FORM_2019: 2020, FORM_2021: 2022 } as const satisfies Record<Form, number>

const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(30) },
  { weight: 1, arbitrary: fc.nat(40_000) },
)
const change = fc.oneof(fc.constant(0), fc.integer({ min: -900, max: 900 }))
const amount = fc.oneof(
  fc.constant(0),
  fc.nat(99_999),
  fc.nat(999_999_999).map((tenThousandths) => tenThousandths / 10_000),
)

/** Reports of a form: the arithmetic mostly holds, and now and then it does not, as published. */
export function randomReport(variant: Variant): fc.Arbitrary<PrintedReport> {
  const figures = variant.form === 'FORM_2014' ? statistics(variant) : divided(variant)
  return fc
    .tuple(
      figures,
      fc.array(fc.tuple(fc.nat(400), fc.nat(20)), { maxLength: 2 }),
      fc.nat(9),
      randomTitle(YEARS[variant.form]),
    )
    .map(([exact, errors, kind, title]) => {
      const published: Figures = new Map(exact)
      const paths = [...published.keys()]
      for (const [index, value] of kind < 3 ? errors : []) {
        const path = paths[index % paths.length]
        if (path !== undefined) published.set(path, String(value))
      }
      return printed(variant, published, title)
    })
}

function statistics({ local }: Variant): fc.Arbitrary<Figures> {
  const rows = STATISTICS_TABLE.filter(({ number }) => local || !number.startsWith('1.2'))
  return fc.tuple(...rows.map(({ path }) => (path.endsWith('.AMOUNT') ? amount : count))).map((values) => {
    const figures: Figures = new Map(rows.map(({ path }, index) => [path, String(values[index] ?? 0)]))
    return figures
  })
}

function disclosureCells({
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
function outcomesOf({ form, local }: Variant): ApplicationRow[] {
  return codesOf(APPLICATION_ROWS).filter((row) => {
    const term = APPLICATION_ROWS[row]
    if (!('group' in term)) return false
    if (form === 'FORM_2021' && term.group === 'OTHERWISE_HANDLED') return local ? row === 'OTHER' : row !== 'OTHER'
    return (term.forms as readonly Form[]).includes(form)
  })
}

function divided(variant: Variant): fc.Arbitrary<Figures> {
  const cells = disclosureCells(variant).flatMap(({ item, measures }) =>
    measures.map((measure) => ({
      path: `disclosure.${item}.${measure}` as FigurePath,
      arbitrary: measure === 'AMOUNT' ? amount : measure === 'CHANGE' ? change : count,
    })),
  )
  const outcomes = outcomesOf(variant)
  const people = codesOf(APPLICANTS).slice(0, -1)
  const numbers = (length: number) => fc.array(count, { minLength: length, maxLength: length })
  return fc
    .tuple(
      fc.tuple(...cells.map(({ arbitrary }) => arbitrary)),
      numbers(outcomes.length * people.length),
      numbers(people.length),
      numbers(people.length),
      numbers(12),
    )
    .map(([disclosed, handled, carriedIn, carriedOver, cases]) => {
      const figures: Figures = new Map(cells.map(({ path }, index) => [path, String(disclosed[index] ?? 0)]))
      const rows: Partial<Record<ApplicationRow, number[]>> = {}
      outcomes.forEach((row, index) => {
        rows[row] = people.map((_, column) => handled[index * people.length + column] ?? 0)
      })
      rows.HANDLED_TOTAL = people.map((_, column) => outcomes.reduce((sum, row) => sum + (rows[row]?.[column] ?? 0), 0))
      rows.CARRIED_OVER = carriedOver
      const dueIn = people.map((_, column) => (rows.HANDLED_TOTAL?.[column] ?? 0) + (carriedOver[column] ?? 0))
      rows.CARRIED_IN = people.map((_, column) => Math.min(carriedIn[column] ?? 0, dueIn[column] ?? 0))
      rows.RECEIVED = people.map((_, column) => (dueIn[column] ?? 0) - (rows.CARRIED_IN?.[column] ?? 0))
      for (const row of codesOf(rows) as ApplicationRow[]) {
        const values = rows[row] ?? []
        for (const [column, applicant] of people.entries()) {
          figures.set(`applications.${row}.${applicant}`, String(values[column]))
        }
        figures.set(`applications.${row}.TOTAL`, String(values.reduce((sum, value) => sum + value, 0)))
      }
      casePaths().forEach((block, index) => {
        const results = cases.slice(index * 4, index * 4 + 4)
        const values = [...results, results.reduce((sum, value) => sum + value, 0)]
        for (const [column, path] of block.entries()) figures.set(path, String(values[column]))
      })
      return figures
    })
}

function casePaths(): FigurePath[][] {
  return (['review', 'litigation.DIRECT', 'litigation.AFTER_REVIEW'] as const).map((block) =>
    codesOf(CASE_RESULTS).map((result) => `${block}.${result}` as FigurePath),
  )
}

const cell = (kind: CellKind, text: string): PrintedCell => ({ kind, text })
const head = (text: string, columns = 1, rows = 1): PrintedCell => ({ kind: 'HEAD', text, columns, rows })
const groupCell = (text: string, depth: number): PrintedCell => ({ kind: 'GROUP', text, depth })

function printed(variant: Variant, figures: Figures, title: PrintedTitle): PrintedReport {
  const value = (path: FigurePath): PrintedCell => ({ kind: 'VALUE', text: figures.get(path) ?? '', path })
  const { form } = variant
  if (form === 'FORM_2014') {
    return { form, title, blocks: ['一、概述', '本年各项工作有序开展。', statisticsTable(figures, value)], figures }
  }
  const blocks = [
    '一、总体情况',
    '本年各项工作有序开展。',
    '二、主动公开政府信息情况',
    ...disclosureTables(variant, value),
    '三、收到和处理政府信息公开申请情况',
    applicationsTable(variant, value),
    '四、政府信息公开行政复议、行政诉讼情况',
    caseTable(value),
    '五、存在的主要问题及改进情况',
    '公开的内容还不够。',
    '六、其他需要报告的事项',
    '无。',
  ]
  return { form, title, blocks, figures }
}

type ValueCell = (path: FigurePath) => PrintedCell

function statisticsTable(figures: Figures, value: ValueCell): PrintedTable {
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
function disclosureTables(variant: Variant, value: ValueCell): PrintedTable[] {
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

function applicationsTable(variant: Variant, value: ValueCell): PrintedTable {
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

function caseTable(value: ValueCell): PrintedTable {
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
