import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Report } from '../../../src/domain/report.ts'
import { type SnippetRange, snippetAt } from '../../../src/domain/snippet.ts'
import { readReportObject, toReportObject } from '../../../src/ingest/report-object.ts'
import { parse } from '../../../src/parse/parse.ts'
import { randomDocument, VARIANTS } from '../generator/random-document.ts'
import { readReport } from '../read-report.ts'

const TITLE = '北京市大兴区人民政府2020年政府信息公开工作年度报告'

/** The snippet as it is, with what was asked for in corner brackets. */
const show = ({ snippets }: Report, range: SnippetRange | undefined) => {
  if (range === undefined) return undefined
  const { prefix, exact, suffix } = snippetAt(snippets, range)
  return `${prefix}【${exact}】${suffix}`
}
const shown = (report: Report, path: FigurePath) => show(report, report.figures.get(path)?.snippet)
const golden = async (name: string) => readReport(await readFile(new URL(`../../golden/${name}`, import.meta.url)))
const sample = (name: string) => readFile(new URL(`../../../samples/${name}.txt`, import.meta.url))

describe('the snippet of a figure', () => {
  it('is its line in a text, as it is spaced, with its blank cells', async () => {
    const report = await readReport(`${TITLE}\n  一、本年新收政府信息公开申请数量\t860\t 76\t\t4\t5\t\t945  `)
    expect(report.snippets).toEqual(['一、本年新收政府信息公开申请数量\t860\t 76\t\t4\t5\t\t945'])
    expect(shown(report, 'applications.RECEIVED.COMMERCIAL_ENTERPRISE')).toBe(
      '一、本年新收政府信息公开申请数量\t860\t 【76】\t\t4\t5\t\t945',
    )
    expect(shown(report, 'applications.RECEIVED.OTHER_ORGANIZATION')).toBe(
      '一、本年新收政府信息公开申请数量\t860\t 76\t\t4\t5\t【】\t945',
    )
  })

  it('begins with the label where each cell has a line of its own', async () => {
    const lines = [TITLE, '一、本年新收政府信息公开申请数量', '860', '', '76', '0', '4', '11', '2', '953']
    const report = await readReport(lines.join('\n'))
    expect(shown(report, 'applications.RECEIVED.COMMERCIAL_ENTERPRISE')).toBe(
      '一、本年新收政府信息公开申请数量\n860\n【76】\n0\n4\n11\n2\n953',
    )
  })

  it('has the pipes of Markdown within the row', async () => {
    const report = await readReport(`${TITLE}\n| 一、本年新收政府信息公开申请数量 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |`)
    expect(shown(report, 'applications.RECEIVED.TOTAL')).toBe(
      '一、本年新收政府信息公开申请数量 | 7 | 0 | 0 | 0 | 0 | 0 | 【7】 |',
    )
  })

  it('has the unit that stands between label and number', async () => {
    const report = await readReport(await sample('tongzhou-2018'))
    expect(shown(report, 'applications.GRANTED.TOTAL')).toBe('2.同意公开答复数\n件\n【103】')
  })

  it('is the row of a table in a web page, with its empty cells', async () => {
    const cells = ['一、本年新收政府信息公开申请数量', '3', '', '', '', '', '4', '7']
    const row = cells.map((text) => `<td>${text}</td>`).join('')
    const report = await readReport(`<h1>${TITLE}</h1><table><tr>${row}</tr></table>`)
    expect(shown(report, 'applications.RECEIVED.SOCIAL_WELFARE_ORGANIZATION')).toBe(
      '一、本年新收政府信息公开申请数量\t3\t\t\t【】\t\t4\t7',
    )
    expect(shown(report, 'applications.RECEIVED.OTHER_ORGANIZATION')).toBe(
      '一、本年新收政府信息公开申请数量\t3\t\t\t\t\t【4】\t7',
    )
  })

  it.each([
    ['html-rowspan-and-colspan/page.html', '三、本年度办理结果\t（一）予以公开\t2\t7\t0\t2\t0\t1\t【12】'],
    ['docx-blank-cells/report.docx', '三、本年度办理结果\t（一）予以公开\t\t0\t6\t\t0\t4\t【10】'],
    ['doc-merged-cells/report.doc', '三、本年度办理结果\t（一）予以公开\t0\t0\t0\t0\t0\t0\t【0】'],
    ['pdf-unruled-table/report.pdf', '（一）予以公开\t2\t0\t1\t7\t0\t1\t【11】'],
    ['markdown-pipe-tables/report.md', '（一）予以公开   | 0 | 0 | 0 | 0 | 0 | 0 | 【0】 |'],
  ])('is the row as it is printed: %s', async (name, expected) => {
    expect(shown(await golden(name), 'applications.GRANTED.TOTAL')).toBe(expected)
  })

  it.each([
    'html-blank-cells/page.html',
    'html-one-paragraph/page.html',
    'docx-blank-cells/report.docx',
    'docx-merged-cells/report.docx',
    'doc-merged-cells/report.doc',
    'pdf-blank-cells/report.pdf',
    'pdf-two-pages/report.pdf',
  ])('quotes the raw text of every figure: %s', async (name) => {
    const report = await golden(name)
    expect(report.figures.size).toBe(200)
    for (const [path, { raw, snippet }] of report.figures) {
      expect(snippet && snippetAt(report.snippets, snippet).exact, path).toBe(raw)
    }
  })

  it('is cut around the row where the whole document is one line', async () => {
    const before = '本机关全年工作平稳有序推进'.repeat(60)
    const row = '一、本年新收政府信息公开申请数量\t860\t76\t0\t4\t11\t2\t953'
    const report = await readReport(`${TITLE}\n${before}\t${row}\t${before}`)
    const { snippet } = report.figures.get('applications.RECEIVED.TOTAL') ?? {}
    const { prefix, exact, suffix } = snippetAt(report.snippets, snippet ?? expect.fail())
    expect(exact).toBe('953')
    expect(prefix.endsWith('一、本年新收政府信息公开申请数量\t860\t76\t0\t4\t11\t2\t')).toBe(true)
    expect(prefix.length + suffix.length).toBeLessThan(300)
  })
})

describe('of random reports, in every layout and format', () => {
  it.each(VARIANTS)('each figure has its raw text in its snippet: %o', async (variant) => {
    for (const { layout, bytes } of fc.sample(randomDocument(variant), { numRuns: 40, seed: 20 })) {
      const parsed = await parse({ bytes })
      if (!parsed.ok) continue
      const { report } = parsed
      for (const [path, { raw, snippet }] of report.figures) {
        // Where words alone part the cells of a line, it cannot always be told which of many noughts a figure is.
        if (snippet === undefined) expect(layout, path).toContain('on one line')
        else expect(snippetAt(report.snippets, snippet).exact, `${layout} ${path}`).toBe(raw)
      }
      for (const { at, snippet, message } of report.issues) {
        if (!layout.includes('on one line')) expect(snippet !== undefined, `${layout} ${message}`).toBe(at !== null)
      }
      const object: unknown = JSON.parse(JSON.stringify(toReportObject(report, [])))
      const back = readReportObject(object)
      expect(back.ok && toReportObject(back.report, []), layout).toEqual(object)
    }
  })
})

describe('a document without end', () => {
  const row = '一、本年新收政府信息公开申请数量\t860\t76\t0\t4\t11\t2\t953'

  it('has the snippets of its rows, however many numbers follow one label', async () => {
    const report = await readReport(`${TITLE}\n${row}\n二、上年结转政府信息公开申请数量\n${'7\n'.repeat(150_000)}`)
    expect(shown(report, 'applications.RECEIVED.TOTAL')).toBe(row.replace('953', '【953】'))
    expect(report.issues.map(({ code }) => code)).toContain('row.cell-count')
  })

  it('has ten thousand snippets at most', async () => {
    const rows = Array.from({ length: 10_100 }, (_, number) => `本地自设的一行\t${number}`)
    const report = await readReport([TITLE, row, ...rows].join('\n'))
    expect(report.unrecognisedRows).toHaveLength(10_100)
    expect(report.snippets).toHaveLength(10_000)
    expect(report.issues.filter(({ snippet }) => snippet !== undefined)).toHaveLength(9_999)
  })
})

describe('the snippet of an issue', () => {
  it('is its row, with the cell or the label or all of the row that it speaks of', async () => {
    const row = '一、本年新收政府信息公开申请量\t860\t76\t0\t4\t约30\t2\t953'
    const other = '二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0'
    const report = await readReport(`${TITLE}\n${other}\n${row}\n本地自设的一行\t1\t2`)
    const shownIssues = report.issues.map((issue) => [issue.code, show(report, issue.snippet)])
    expect(shownIssues).toContainEqual([
      'cell.approximate',
      '一、本年新收政府信息公开申请量\t860\t76\t0\t4\t【约30】\t2\t953',
    ])
    expect(shownIssues).toContainEqual([
      'label.alias',
      '【一、本年新收政府信息公开申请量】\t860\t76\t0\t4\t约30\t2\t953',
    ])
    expect(shownIssues).toContainEqual(['row.unrecognised', '【本地自设的一行\t1\t2】'])
  })

  it('is there for each place that an issue tells, and for no other', async () => {
    const report = await readReport(await sample('xigong-2020'))
    expect(report.issues).toHaveLength(21)
    for (const { at, snippet, message } of report.issues) expect(snippet !== undefined, message).toBe(at !== null)
  })
})
