import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { printReport } from '../../src/cli/print-report.ts'
import type { Report } from '../../src/domain/report.ts'
import { judgeReport } from '../../src/ingest/judge-report.ts'
import { readReport } from '../parse/read-report.ts'

const printed = (report: Report, colour = false, columns = Number.POSITIVE_INFINITY) =>
  printReport(report, judgeReport(report), { colour, columns })

it('prints what the report is, its figures row by row, and its issues with their places', async () => {
  const report = await readReport(
    [
      '北京市大兴区人民政府2020年政府信息公开工作年度报告',
      '信息内容\t采购项目数量\t采购总金额（万元）',
      '政府集中采购\t1146\t28130.0902',
      '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953',
    ].join('\n'),
  )
  const text = printed(report)
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
  const report = await readReport(await readFile(new URL(`../golden/${name}`, import.meta.url)))
  expect(printed(report)).toMatch(row)
})

it('says from which line to which a row stands that has a line for each cell', async () => {
  const text = printed(await readReport(await readFile(new URL('../../samples/daxing-2020.txt', import.meta.url))))
  const lines = (await readFile(new URL('../../samples/daxing-2020.txt', import.meta.url), 'utf8')).split('\n')
  const [, from, to] = /^lines (\d+)–(\d+) +860 .* 953 +本年新收政府信息公开申请数量$/m.exec(text) ?? expect.fail(text)
  expect([lines[Number(from) - 1]?.trim(), lines[Number(to) - 1]?.trim()]).toEqual(['860', '953'])
})

it('marks the cells of an issue unless it concerns a whole table', async () => {
  const report = await readReport(await readFile(new URL('../../samples/chaoyang-2017.txt', import.meta.url)))
  const text = printed(report)
  expect(text).toMatch(/\[1\] line 109, column 1: unit\.missing: /)
  expect(text).toMatch(/^line 460 +2555 +本年新收政府信息公开申请数量$/m)
})

it('prints the shares that sentences state, and what they are of', async () => {
  const report = await readReport(await readFile(new URL('../../samples/chaoyang-2017.txt', import.meta.url)))
  expect(printed(report)).toContain(
    '\n  line 19, column 1: 2017年主动公开政府信息58524条,其中规范性文件33874条,占57.9%。\n    57.9% = 33874 / 58524 disclosure.PROACTIVE.COUNT\n',
  )
})

it('sets blank cells, unreadable ones and those with an issue off by colour', async () => {
  const report = await readReport(
    [
      '北京市大兴区人民政府2020年政府信息公开工作年度报告',
      '一、本年新收政府信息公开申请数量\t860\t76\t-\t4\t约30\t2\t953',
    ].join('\n'),
  )
  const text = printed(report, true)
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
  const text = printed(report)
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
  expect(printed(report, true)).toContain('\u001b[31m? 约30[1]\u001b[39m')
})

const SUM = [
  '北京市大兴区人民政府2020年政府信息公开工作年度报告',
  '2020年共收到政府信息公开申请960件。',
  '信息内容\t采购项目数量\t采购总金额（万元）',
  '政府集中采购\t1146\t28130.0902',
  '一、本年新收政府信息公开申请数量\t860\t76\t0\t4\t11\t2\t955',
  '二、上年结转政府信息公开申请数量\t41\t5\t0\t0\t0\t0\t46',
].join('\n')

it('marks the cells of a finding, and prints below their table what is broken, where it is said and what would make it hold', async () => {
  const text = printed(await readReport(SUM))
  // 860 + 76 + 4 + 11 + 2 = 953
  expect(text).toMatch(/^line 5 +860!1 +76!1 +0!1 +4!1 +11!1 +2!1 +955!1!2 +本年新收政府信息公开申请数量$/m)
  expect(text).toContain(
    [
      '  !1 ERROR applications.applicants',
      '     本年新收政府信息公开申请数量：自然人 860 + 本年新收政府信息公开申请数量：商业企业 76 + 本年新收政府信息公开申请数量：社会公益组织 4 + 本年新收政府信息公开申请数量：法律服务机构 11 + 本年新收政府信息公开申请数量：其他 2（另有 1 项为 0） = 953 ≠ 本年新收政府信息公开申请数量：总计 955，相差 2',
      '     → 若为 953，或各项之和为 955，则相符',
      '  !2 WARNING prose.applications',
    ].join('\n'),
  )
  expect(text).toContain(
    '     line 2, column 1: 2020年共收到政府信息公开申请960件。\n     → 文中若为 955，或表中为 960，则相符\n',
  )
  expect(text).toContain('2 findings, 2 of them below their tables\n')
  expect(text).toMatch(/\nrules {5}ERRORS: \d+ hold, 2 broken, \d+ unknown \(version \d+\.\d+\.\d+; .*\)$/)
})

it('colours findings by severity, and breaks their lines where the terminal ends', async () => {
  const text = printed(await readReport(SUM), true, 60)
  expect(text).toContain('\u001b[31m860!1\u001b[39m')
  expect(text).toContain('\u001b[31m955!1!2\u001b[39m')
  expect(text).toContain('\u001b[31m!1\u001b[39m \u001b[31mERROR\u001b[39m applications.applicants')
  const [, message] = /ERROR.*\n([\s\S]*?)\n.*→/.exec(text) ?? expect.fail(text)
  const lines = message?.split('\n') ?? []
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) {
    expect(line).toMatch(/^ {5}\S/)
    // Every Chinese character takes two columns.
    expect(line.replace(/[\u2e80-\uffef]/gu, 'xx').length).toBeLessThanOrEqual(60)
  }
  expect(
    lines
      .map((line) => line.slice(5))
      .join('')
      .replaceAll(' ', ''),
  ).toContain('法律服务机构11+本年新收')
})

it('prints findings that speak of no cell by themselves', async () => {
  const report = await readReport(await readFile(new URL('../../samples/chaoyang-2017.txt', import.meta.url)))
  const text = printed(report)
  const [, alone] = text.split(/\d+ findings, \d+ of them below their tables\n/)
  // 784 of 2,555 are 30.68 %.
  expect(alone).toContain(
    [
      ' WARNING prose.shares',
      '     文中当面申请数占比 30.69% ≠ 784 ÷ 2555 = 30.68%，相差 0.01 个百分点',
      '     line 27, column 13: 当面784件,占总数的30.69%;传真1件,占总数的0.04%;信函1389件,占总数的54.36%;互联网381件,占总数的14.91%。',
      '     → 若为 30.68%，则相符',
    ].join('\n'),
  )
})

it('shows control characters, and sends none to the terminal', async () => {
  const report = await readReport(
    [
      '北京市大兴区人民政府2020年政府信息公开工作年度报告',
      '一、本年新收政府信息公开申请数量\t860\t76\t0\t4\t\u001b]0;约30\u0007\t2\t953',
      '本地自设\u001b[2J\u009b31m的一行\t1\t2\t3\t4\t5\t6\t7',
    ].join('\n'),
  )
  const text = printed(report)
  expect(text).toContain('␛]0;约30␇')
  expect(text).toContain('本地自设␛[2J')
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
})
