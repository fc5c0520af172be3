import { describe, expect, it } from 'vitest'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Report } from '../../../src/domain/report.ts'
import { issueCodes, readReport, valueAt } from '../read-report.ts'

const TITLE = '大兴区2021年政府信息公开工作年度报告'
const RESULTS = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计'
const HEADS = ['行政复议\t行政诉讼', `${RESULTS}\t未经复议直接起诉\t复议后起诉`, `${RESULTS}\t${RESULTS}`]
const table = (...lines: string[]) => readReport([TITLE, ...lines].join('\n'))
const page = (...rows: string[]) => readReport(`<p>${TITLE}</p><table>${rows.join('')}</table>`)
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

/** The fifteen figures in the form's order: _ for a blank, ? for one that is absent. */
const cases = (report: Report) =>
  ['review', 'litigation.DIRECT', 'litigation.AFTER_REVIEW']
    .map((block) =>
      ['UPHELD', 'CORRECTED', 'OTHER', 'PENDING', 'TOTAL']
        .map((result) => valueAt(report, `${block}.${result}` as FigurePath) ?? '?')
        .map((value) => (value === 'BLANK' ? '_' : value))
        .join(' '),
    )
    .join(' | ')

const ALL = '1 2 3 4 10 | 0 0 0 1 1 | 5 0 0 0 5'

describe('assignCases', () => {
  it.each([
    ['one row of fifteen', [...HEADS, '1\t2\t3\t4\t10\t0\t0\t0\t1\t1\t5\t0\t0\t0\t5']],
    [
      'a row for each block',
      [`\t${RESULTS}`, '行政复议\t1\t2\t3\t4\t10', '未经复议直接起诉\t0\t0\t0\t1\t1', '复议后起诉\t5\t0\t0\t0\t5'],
    ],
    [
      'the blocks in another order',
      [
        `行政诉讼\t${RESULTS}`,
        '未经复议直接起诉\t0\t0\t0\t1\t1',
        '复议后起诉\t5\t0\t0\t0\t5',
        '行政复议\t1\t2\t3\t4\t10',
      ],
    ],
    [
      'labels written downwards, under the heads of the whole table',
      [
        ...['行政复议', '行政诉讼', RESULTS, '行', '政', '复', '议', '1\t2\t3\t4\t10', '未经复议', '直接起诉'],
        ...['0\t0\t0\t1\t1', '复议后', '起诉', '5\t0\t0\t0\t5'],
      ],
    ],
    [
      'a table for each block',
      [
        ...['行政复议', RESULTS, '1\t2\t3\t4\t10', '行政诉讼', '未经复议直接起诉', RESULTS, '0\t0\t0\t1\t1'],
        ...['复议后起诉', RESULTS, '5\t0\t0\t0\t5'],
      ],
    ],
    ['two tables', ['行政复议', RESULTS, '1\t2\t3\t4\t10', '行政诉讼', HEADS[2] ?? '', '0\t0\t0\t1\t1\t5\t0\t0\t0\t5']],
    [
      'a row for each result',
      [
        ...['\t行政复议\t未经复议直接起诉\t复议后起诉', '结果维持\t1\t0\t5', '结果纠正\t2\t0\t0', '其他结果\t3\t0\t0'],
        ...['尚未审结\t4\t1\t0', '总计\t10\t1\t5'],
      ],
    ],
    [
      'each number behind its head',
      [
        ...['行政复议', '结果维持\t1', '结果纠正\t2', '其他结果\t3', '尚未审结\t4', '总计\t10', '未经复议直接起诉'],
        ...['结果维持\t0', '结果纠正\t0', '其他结果\t0', '尚未审结\t1', '总计\t1', '复议后起诉'],
        ...['结果维持\t5', '结果纠正\t0', '其他结果\t0', '尚未审结\t0', '总计\t5'],
      ],
    ],
    [
      'heads that are glued line by line',
      [...HEADS.map((line) => line.replaceAll('\t', '')), '1\t2\t3\t4\t10\t0\t0\t0\t1\t1\t5\t0\t0\t0\t5'],
    ],
    [
      'heads that narrow columns tear apart',
      [
        ...['行政复议 行政诉讼', '结果维 结果纠 其他结 尚未审 总计 未经复议直接起诉 复议后起诉', '持 正 果 结'],
        ...['结果维 结果纠 其他结 尚未审 总计 结果维 结果纠 其他结 尚未审 总计', '持 正 果 结 持 正 果 结'],
        '1 2 3 4 10 0 0 0 1 1 5 0 0 0 5',
      ],
    ],
    [
      'blocks whose heads are glued',
      [
        ...[`行政复议${RESULTS.replaceAll('\t', '')}`, '1\t2\t3\t4\t10', '行政诉讼'],
        ...[`未经复议直接起诉${RESULTS.replaceAll('\t', '')}`, '0\t0\t0\t1\t1'],
        ...[`复议后起诉${RESULTS.replaceAll('\t', '')}`, '5\t0\t0\t0\t5'],
      ],
    ],
  ])('%s', async (_, lines) => {
    const report = await table(...lines)
    expect(cases(report)).toBe(ALL)
    expect(issueCodes(report)).not.toContain('row.cell-count')
    expect(issueCodes(report)).not.toContain('header.broken')
  })

  it('takes nothing where the heads exchange the results', async () => {
    const report = await table(
      '行政复议\t行政诉讼',
      '结果纠正\t结果维持\t其他结果\t尚未审结\t总计',
      '1\t2\t3\t4\t10\t0\t0\t0\t1\t1\t5\t0\t0\t0\t5',
    )
    expect(cases(report)).toBe('? ? ? ? ? | ? ? ? ? ? | ? ? ? ? ?')
    expect(report.issues.find(({ code }) => code === 'header.broken')?.paths).toHaveLength(15)
  })

  it('takes nothing where a lone value says that the text is out of order', async () => {
    const report = await table('行政复议', '行政诉讼', '17', '未经复议直接起诉', RESULTS, '0\t0\t0\t0\t0')
    expect(cases(report)).toBe('? ? ? ? ? | ? ? ? ? ? | ? ? ? ? ?')
    expect(issueCodes(report)).toContain('header.broken')
  })

  it('keeps every blank of a real table in its column, at the ends of the row too', async () => {
    const report = await page(
      row('行政复议', '行政诉讼'),
      row(...RESULTS.split('\t'), '未经复议直接起诉', '复议后起诉'),
      row('', '2', '', '4', '7', '0', '0', '', '1', '', '5', '0', '0', '0', ''),
    )
    expect(cases(report)).toBe('_ 2 _ 4 7 | 0 0 _ 1 _ | 5 0 0 0 _')
    expect(issueCodes(report)).not.toContain('row.cell-count')
  })

  it('keeps the blanks of a table with a row for each block', async () => {
    const report = await page(
      row('', '', ...RESULTS.split('\t')),
      '<tr><td colspan="2">行政复议</td><td>1</td><td></td><td>3</td><td>4</td><td>10</td></tr>',
      '<tr><td rowspan="2">行政诉讼</td><td>未经复议直接起诉</td><td></td><td>0</td><td>0</td><td>1</td><td>1</td></tr>',
      row('复议后起诉', '5', '0', '0', '0', ''),
    )
    expect(cases(report)).toBe('1 _ 3 4 10 | _ 0 0 1 1 | 5 0 0 0 _')
  })

  it('lets blanks of a line of text hold their columns when the sums agree', async () => {
    const report = await table(...HEADS, '1\t2\t\t4\t7\t0\t0\t0\t1\t1\t5\t\t\t0\t5')
    expect(cases(report)).toBe('1 2 _ 4 7 | 0 0 0 1 1 | 5 _ _ 0 5')
  })

  it('leaves out the block that is a value short, and no other', async () => {
    const report = await table(...HEADS, '1\t2\t3\t4\t10\t0\t0\t1\t1\t5\t0\t0\t0\t5')
    expect(cases(report)).toBe('1 2 3 4 10 | ? ? ? ? ? | 5 0 0 0 5')
    expect(issueCodes(report)).toContain('row.cell-count')
  })

  it.each([
    ['无', '五、存在的主要问题'],
    ['无。', '六、其他需要报告的情况说明'],
    ['/', '五、问题与打算'],
  ])('does not take %s in the chapter behind it for a value', async (nothing, chapter) => {
    const values = '1\t2\t3\t4\t10\t0\t0\t0\t1\t1\t5\t0\t0\t0\t5'
    const text = await table(...HEADS, values, chapter, nothing)
    const results = RESULTS.split('\t')
    const html = await readReport(
      `<p>${TITLE}</p><table>${row('行政复议', '', '', '', '', '行政诉讼')}${row(...results, ...results, ...results)}${row(...values.split('\t'))}</table>` +
        `<p>${chapter}</p><p>${nothing}</p>`,
    )
    for (const report of [text, html]) {
      expect(cases(report)).toBe(ALL)
      expect(issueCodes(report)).not.toContain('row.cell-count')
    }
  })

  it('does not take a lone mark behind its table for a value', async () => {
    const values = '1\t2\t3\t4\t10\t0\t0\t0\t1\t1\t5\t0\t0\t0\t5'
    const results = RESULTS.split('\t')
    const report = await page(
      row('行政复议', '', '', '', '', '行政诉讼'),
      row(...results, ...results, ...results),
      `${row(...values.split('\t'))}</table><p>无</p><table>`,
    )
    expect(cases(report)).toBe(ALL)
  })

  it('gives fifteen blanks where the row of a table is empty, and none where the values follow it', async () => {
    const results = RESULTS.split('\t')
    const heads = row('行政复议', '', '', '', '', '行政诉讼') + row(...results, ...results, ...results)
    const nothing = row(...results.map(() => ''), ...results.map(() => ''), ...results.map(() => ''))
    const none = '_ _ _ _ _'
    expect(cases(await page(heads, nothing))).toBe([none, none, none].join(' | '))
    expect(cases(await page(heads, nothing, row(...'1 2 3 4 10 0 0 0 1 1 5 0 0 0 5'.split(' '))))).toBe(ALL)
    const short = await page(heads, row(...results.map(() => '')))
    expect(cases(short)).toBe([none, none, none].join(' | ').replaceAll('_', '?'))
    expect(issueCodes(short)).toContain('row.cell-count')
  })

  it.each([
    ['tabs', '\t2\t\t\t2\t\t1\t\t3\t4\t\t\t\t\t'],
    ['bars around its cells', '| | 2 | | | 2 | | 1 | | 3 | 4 | | | | | |'],
  ])(
    'keeps the empty cells of a line that has all cells of the form, with %s, where the blocks add up',
    async (_, line) => {
      expect(cases(await table(...HEADS, line))).toBe('_ 2 _ _ 2 | _ 1 _ 3 4 | _ _ _ _ _')
    },
  )

  it.each([
    ['the blocks do not add up', '\t2\t\t\t3\t\t1\t\t3\t4\t\t\t\t\t'],
    ['all is nought, and the line may be indented and a cell short', `\t${Array(14).fill('0').join('\t')}`],
  ])('leaves such a line out where %s', async (_why, line) => {
    const report = await table(...HEADS, line)
    expect(cases(report)).not.toContain('_')
    expect(issueCodes(report)).toContain('row.cell-count')
  })
})
