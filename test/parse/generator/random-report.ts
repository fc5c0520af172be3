import fc from 'fast-check'
import { APPLICANTS } from '../../../src/domain/applicants.ts'
import type { ApplicationRow } from '../../../src/domain/application-rows.ts'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Form } from '../../../src/domain/forms.ts'
import { STATISTICS_TABLE } from '../../../src/domain/statistics-table.ts'
import { codesOf } from '../../../src/domain/terms.ts'
import type { PrintedCell, PrintedReport } from './printed-report.ts'
import {
  applicationsTable,
  casePaths,
  caseTable,
  disclosureCells,
  disclosureTables,
  outcomesOf,
  statisticsTable,
  type Variant,
} from './printed-tables.ts'
import { type PrintedTitle, randomTitle } from './random-title.ts'

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
