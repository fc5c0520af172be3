import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { printReport } from '../src/cli-read.ts'
import { readReport } from './parse/read-report.ts'

it('prints what the report is, its figures row by row, and its issues with their places', async () => {
  const report = await readReport(
    [
      '北京市大兴区人民政府2020年政府信息公开工作年度报告',
      '信息内容\t采购项目数量\t采购总金额（万元）',
      '政府集中采购\t1146\t28130.0902',
      '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953',
    ].join('\n'),
  )
  const text = printReport(report, [], false)
  expect(text).toContain('district  110115 北京市大兴区')
  expect(text).toContain('FORM_2019')
  expect(text).toContain('figures   9: 7 stated, 1 blank, 1 unreadable')
  expect(text).toMatch(/^line 3 +1146 +28130\.0902 +政府集中采购$/m)
  expect(text).toMatch(/^line 4 +860 +76 +\(blank\) +4 +\? 约30\[\d\] +2 +953 +本年新收政府信息公开申请数量/m)
  expect(text).toMatch(/\[\d\] line 4, column 29: cell\.approximate/)
  expect(text).toContain('      一、本年新收政府信息公开申请数量  860  76  -  4  约30  2  953\n')
})

it.each([
  [
    'docx-blank-cells/report.docx',
    /^table 2, row 12, cells 2–8 +\(blank\) +0 +0 +\(blank\) +0 +0 +\(blank\) +属于三类内部事务信息$/m,
  ],
  ['html-rowspan-and-colspan/page.html', /^table \d+, row \d+, cells 3–9 +2 +7 +0 +2 +0 +1 +12 +予以公开$/m],
  [
    'doc-merged-cells/report.doc',
    /^table 2, row 4, cells 2–8 +10 +18 +8 +13 +23 +30 +102 +本年新收政府信息公开申请数量$/m,
  ],
  ['pdf-two-pages/report.pdf', /^page 2, 566 from the top +0 +1 +0 +0 +2 +1 +4 +上年结转政府信息公开申请数量$/m],
  ['markdown-pipe-tables/report.md', /^line \d+ +0 +0 +0 +0 +0 +0 +0 +予以公开$/m],
])('says of each row where it stands: %s', async (name, row) => {
  const report = await readReport(await readFile(new URL(`golden/${name}`, import.meta.url)))
  expect(printReport(report, [], false)).toMatch(row)
})

it('says from which line to which a row stands that has a line for each cell', async () => {
  const text = printReport(
    await readReport(await readFile(new URL('../samples/daxing-2020.txt', import.meta.url))),
    [],
    false,
  )
  const lines = (await readFile(new URL('../samples/daxing-2020.txt', import.meta.url), 'utf8')).split('\n')
  const [, from, to] = /^lines (\d+)–(\d+) +860 .* 953 +本年新收政府信息公开申请数量$/m.exec(text) ?? expect.fail(text)
  expect([lines[Number(from) - 1]?.trim(), lines[Number(to) - 1]?.trim()]).toEqual(['860', '953'])
})

it('marks the cells of an issue unless it concerns a whole table', async () => {
  const report = await readReport(await readFile(new URL('../samples/chaoyang-2017.txt', import.meta.url)))
  const text = printReport(report, [], false)
  expect(text).toMatch(/\[1\] line 109, column 1: unit\.missing: /)
  expect(text).toMatch(/^line 460 +2555 +本年新收政府信息公开申请数量$/m)
})

it('prints the shares that sentences state, and what they are of', async () => {
  const report = await readReport(await readFile(new URL('../samples/chaoyang-2017.txt', import.meta.url)))
  expect(printReport(report, [], false)).toContain(
    '\n  line 19, column 1: 57.9% = 33874 / 58524 disclosure.PROACTIVE.COUNT: 2017年主动公开政府信息58524条,其中规范性文件33874条,占57.9%。\n',
  )
})

it('sets blank cells, unreadable ones and those with an issue off by colour', async () => {
  const report = await readReport(
    [
      '北京市大兴区人民政府2020年政府信息公开工作年度报告',
      '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953',
    ].join('\n'),
  )
  const text = printReport(report, [], true)
  expect(text).toContain('\u001b[2m(blank)\u001b[22m')
  expect(text).toContain('\u001b[31m? 约30[1]\u001b[39m')
  // What an issue quotes stands out from the row around it.
  expect(text).toContain(
    '\u001b[2m一、本年新收政府信息公开申请数量  860  76  -  4  \u001b[22m约30\u001b[2m  2  953\u001b[22m',
  )
})

it('prints claims and unrecognised rows below the tables, and in colour only when asked to', async () => {
  const report = await readReport(
    [
      '北京市大兴区人民政府2020年政府信息公开工作年度报告',
      '全区共受理政府信息公开申请953件，其中当面申请156件，传真申请1件。',
      '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953',
      '本地自设的一行\t1\t2\t3\t4\t5\t6\t7',
    ].join('\n'),
  )
  const text = printReport(report, [], false)
  expect(text).toContain(
    [
      '3 claims in sentences',
      '  line 2, column 1: 全区共受理政府信息公开申请953件，其中当面申请156件，传真申请1件。',
      '    953件 applications.RECEIVED.TOTAL (DISTRICT)',
      '    156件 applications.RECEIVED_IN_PERSON.TOTAL (DISTRICT)',
      '    1件 applications.RECEIVED_BY_FAX.TOTAL (DISTRICT)',
    ].join('\n'),
  )
  expect(text).toContain('line 4, column 1: APPLICATIONS 本地自设的一行: 1  2  3  4  5  6  7')
  expect(text).not.toContain('\u001b')
  expect(printReport(report, [], true)).toContain('\u001b[31m? 约30[1]\u001b[39m')
})
