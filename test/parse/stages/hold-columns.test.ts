import { describe, expect, it } from 'vitest'
import { APPLICANTS } from '../../../src/domain/applicants.ts'
import type { ApplicationRow } from '../../../src/domain/application-rows.ts'
import { CASE_RESULTS } from '../../../src/domain/cases.ts'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Report } from '../../../src/domain/report.ts'
import { codesOf } from '../../../src/domain/terms.ts'
import { issueCodes, readReport, valueAt } from '../read-report.ts'

const TITLE = '南陵县2022年政府信息公开工作年度报告'

type Cells = readonly string[]
const RECEIVED: Cells = ['一、本年新收政府信息公开申请数量', '12', '3', '', '', '', '1', '16']
const CARRIED_IN: Cells = ['二、上年结转政府信息公开申请数量', '2', '', '', '', '', '', '2']
const GRANTED: Cells = ['（一）予以公开', '', '', '', '', '', '', '']
const PARTLY_GRANTED: Cells = ['（二）部分公开', '9', '', '', '', '', '', '']
const HANDLED_TOTAL: Cells = ['（七）总计', '13', '2', '', '', '', '1', '16']
const CARRIED_OVER: Cells = ['四、结转下年度继续办理', '1', '1', '', '', '', '', '2']
const ROWS = [RECEIVED, CARRIED_IN, GRANTED, PARTLY_GRANTED, HANDLED_TOTAL, CARRIED_OVER]

/** A report with the rows of one table, or two, each cell as the layout prints it. */
const read = (rows: readonly Cells[], layout: (cells: Cells) => string, ...behind: string[]) =>
  readReport([TITLE, '三、收到和处理政府信息公开申请情况', ...rows.map(layout), ...behind].join('\n'))

const figures = (report: Report, paths: readonly FigurePath[]) =>
  paths
    .map((path) => valueAt(report, path) ?? '?')
    .map((value) => (value === 'BLANK' ? '_' : value))
    .join(' ')

/** The seven figures of a row: _ for a blank, ? for one that is absent. */
const row = (report: Report, code: ApplicationRow) =>
  figures(
    report,
    codesOf(APPLICANTS).map((applicant): FigurePath => `applications.${code}.${applicant}`),
  )

const barBehind = (cells: Cells) => cells.map((text) => (text === '' ? '|' : `${text} |`)).join('\n')

const LAYOUTS: readonly (readonly [string, (cells: Cells) => string])[] = [
  ['a bar behind each cell', barBehind],
  ['a bar alone before each row', (cells) => `|\n${barBehind(cells)}`],
  ['bars at the end of each row for what its label covers', (cells) => `${barBehind(cells)}\n||`],
  ['an empty line between two cells', (cells) => cells.join('\n\n')],
  ['a line with a tab between two cells', (cells) => cells.join('\n\t\n')],
]

describe('holdColumns', () => {
  it.each(LAYOUTS)('keeps blank cells in their columns with one cell a line and %s', async (_layout, layout) => {
    const report = await read(ROWS, layout)
    expect(row(report, 'RECEIVED')).toBe('12 3 _ _ _ 1 16')
    expect(row(report, 'CARRIED_IN')).toBe('2 _ _ _ _ _ 2')
    expect(row(report, 'GRANTED')).toBe('_ _ _ _ _ _ _')
    expect(row(report, 'PARTLY_GRANTED')).toBe('9 _ _ _ _ _ _')
    expect(row(report, 'HANDLED_TOTAL')).toBe('13 2 _ _ _ 1 16')
    expect(row(report, 'CARRIED_OVER')).toBe('1 1 _ _ _ _ 2')
    expect(issueCodes(report)).not.toContain('row.cell-count')
  })

  it('shows a blank figure on its own line', async () => {
    const report = await read(ROWS, barBehind)
    const at = (applicant: 'NATURAL_PERSON' | 'RESEARCH_INSTITUTION') => {
      const place = report.figures.get(`applications.RECEIVED.${applicant}`)?.at
      return place?.kind === 'TEXT' ? place.line : null
    }
    expect(at('NATURAL_PERSON')).toBe(4)
    expect(at('RESEARCH_INSTITUTION')).toBe(6)
  })

  it('takes nothing for certain where rows that print less take fewer lines', async () => {
    const report = await read(ROWS, (cells) => cells.filter((text) => text !== '').join('\n\n'))
    expect(row(report, 'RECEIVED')).toBe('? ? ? ? ? ? ?')
    expect(row(report, 'PARTLY_GRANTED')).toBe('? ? ? ? ? ? ?')
  })

  it('takes nothing for certain where blank cells take fewer lines than others', async () => {
    const report = await read(ROWS, (cells) => cells.map((text) => (text === '' ? '|' : `${text}\n|`)).join('\n'))
    expect(row(report, 'RECEIVED')).toBe('? ? ? ? ? ? ?')
  })

  it('takes nothing for certain where each row may have lost its blank cells and been filled up behind', async () => {
    const filledUp = (cells: Cells) => {
      const printed = cells.filter((text) => text !== '')
      return barBehind([...printed, ...cells.slice(printed.length).map(() => '')])
    }
    const report = await read(ROWS, filledUp)
    expect(row(report, 'RECEIVED')).toBe('? ? ? ? ? ? ?')
    expect(row(report, 'CARRIED_IN')).toBe('? ? ? ? ? ? ?')
  })

  it('takes nothing for certain where all rows print as many values: then nothing tells how long a blank cell is', async () => {
    const report = await read([RECEIVED, HANDLED_TOTAL], barBehind)
    expect(row(report, 'RECEIVED')).toBe('? ? ? ? ? ? ?')
  })

  it('takes nothing for certain where no row prints its total, as where there is no such column, or its first either', async () => {
    const rows = ROWS.map((cells) => cells.map((text, column) => (column === 7 ? '' : text)))
    const report = await read(rows, (cells) => `${barBehind(cells)}\n|`)
    expect(row(report, 'RECEIVED')).toBe('? ? ? ? ? ? ?')
    const withoutEnds = rows.map((cells) => cells.map((text, column) => (column === 1 ? '' : text)))
    const doubtful = await read(withoutEnds, (cells) => `${barBehind(cells)}\n|`)
    expect(row(doubtful, 'RECEIVED')).toBe('? ? ? ? ? ? ?')
  })

  it('leaves the last row out when it has lost a line: its next would tell, and there is none', async () => {
    const report = await read(ROWS.slice(0, -1), barBehind, barBehind(CARRIED_OVER.filter((_, column) => column !== 3)))
    expect(row(report, 'HANDLED_TOTAL')).toBe('13 2 _ _ _ 1 16')
    expect(row(report, 'CARRIED_OVER')).toBe('? ? ? ? ? ? ?')
  })

  it('keeps the blank cells of the other tables, too, once the applications table tells the layout', async () => {
    const heads = ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉']
    const results = codesOf(CASE_RESULTS).map((result) => CASE_RESULTS[result].label)
    const values = ['4', '', '', '1', '5', '', '2', '', '', '2', '', '', '', '', '']
    const withCases = (...lines: string[]) =>
      read(ROWS, barBehind, '四、政府信息公开行政复议、行政诉讼情况', ...lines, '五、存在的主要问题及改进情况')
    const head = barBehind([...heads, ...results, ...results, ...results])
    const report = await withCases(head, '|||||', barBehind(values))
    const paths = (block: 'review' | 'litigation.DIRECT' | 'litigation.AFTER_REVIEW') =>
      codesOf(CASE_RESULTS).map((result): FigurePath => `${block}.${result}`)
    expect(figures(report, paths('review'))).toBe('4 _ _ 1 5')
    expect(figures(report, paths('litigation.DIRECT'))).toBe('_ 2 _ _ 2')
    expect(figures(report, paths('litigation.AFTER_REVIEW'))).toBe('_ _ _ _ _')
    const withALineToSpare = await withCases(head, barBehind(values), '|')
    expect(figures(withALineToSpare, paths('review'))).toBe('? ? ? ? ?')
  })
})
