import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type CheckedFile, checkFiles, readFiles, readPrevious } from '../../src/cli/check-files.ts'
import { checkObject } from '../../src/cli/check-object.ts'
import { countsOf } from '../../src/cli/count-problems.ts'
import { printCheck, printTotals, printUnread } from '../../src/cli/print-check.ts'

/** A report with what is left at the end of the year, and at its beginning. */
const report = (agency: string, year: number, carriedIn: number, carriedOver: number) =>
  [
    `${agency}${year}年政府信息公开工作年度报告`,
    '信息内容\t采购项目数量\t采购总金额（万元）',
    '政府集中采购\t12\t28.0902',
    '一、本年新收政府信息公开申请数量\t8\t1\t0\t0\t0\t0\t9',
    `二、上年结转政府信息公开申请数量\t${carriedIn}\t0\t0\t0\t0\t0\t${carriedIn}`,
    `四、结转下年度继续办理\t${carriedOver}\t0\t0\t0\t0\t0\t${carriedOver}`,
  ].join('\n')

const DAXING = '北京市大兴区人民政府'

async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-check-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

/** Checks files by their names in a folder. */
async function check(files: Record<string, string | Uint8Array>, previous?: string) {
  const folder = await folderOf(files)
  const shown = (path: string) => path.slice(folder.length + 1)
  const given = Object.keys(files).filter((name) => name !== previous)
  const read = await readFiles(
    given.map((name) => join(folder, name)),
    shown,
  )
  const before = previous === undefined ? null : await readPrevious(join(folder, previous), read, shown)
  return before?.ok === false ? [before] : checkFiles(read, before)
}

const yearsOf = (checked: object) =>
  (checked as CheckedFile).judgement.findings
    .filter(({ ruleId }) => ruleId.startsWith('years.'))
    .map(({ left, right }) => [...left.paths, left.value, right.value, right.year].join(' '))

describe('the year before', () => {
  it('is found among the files: 3 carried in where 4 were carried over', async () => {
    const [first, second] = await check({
      'b-2020.txt': report(DAXING, 2020, 3, 0),
      'a-2019.txt': report(DAXING, 2019, 0, 4),
    })
    expect(first && yearsOf(first)).toEqual([
      'applications.CARRIED_IN.NATURAL_PERSON 3 4 2019',
      'applications.CARRIED_IN.TOTAL 3 4 2019',
    ])
    expect(second && yearsOf(second)).toEqual([])
    const text = printCheck(first as CheckedFile, false)
    expect(text).toContain(
      [
        'b-2020.txt:5:30: warning years.carried-in: 上年结转政府信息公开申请数量：总计 3 ≠ 2019 年报告中结转下年度继续办理：总计 4，相差 1',
        '    line 5        二、上年结转政府信息公开申请数量  3  0  0  0  0  0  3',
        `${' '.repeat(70)}^`,
        '    2019, line 6  四、结转下年度继续办理  4  0  0  0  0  0  4',
        `${' '.repeat(60)}^`,
        '    → 本年若为 4，或上年为 3，则相符',
      ].join('\n'),
    )
    expect(text).toMatch(/\(北京市大兴区 2020, after a-2019\.txt; rules: \d+ hold, 1 broken, \d+ unknown\)$/)
  })

  it('is of the same agency, whatever it calls itself', async () => {
    const [other] = await check({
      '2020.txt': report(DAXING, 2020, 3, 0),
      '2019.txt': report('北京市大兴区司法局', 2019, 0, 4),
    })
    expect(other).toMatchObject({ previous: null })
    const [same] = await check({
      '2020.txt': report('大兴区司法局', 2020, 3, 0),
      '2019.txt': report('北京市大兴区司法局', 2019, 0, 4),
    })
    expect(same).toMatchObject({ previous: { file: '2019.txt' } })
    expect(same && yearsOf(same)).toHaveLength(2)
  })

  it('is not one of two that are given for it, nor an earlier one', async () => {
    const [first] = await check({
      '2020.txt': report(DAXING, 2020, 3, 0),
      '2019.txt': report(DAXING, 2019, 0, 4),
      '2019-again.txt': report(DAXING, 2019, 0, 3),
      '2018.txt': report(DAXING, 2018, 0, 3),
    })
    expect(first).toMatchObject({ previous: null })
  })

  it('is one file', async () => {
    const folder = await folderOf({})
    const refused = await readPrevious(folder, [], () => 'folder')
    expect(refused).toMatchObject({ ok: false, file: 'folder', error: { code: 'EISDIR' } })
  })

  it('can be named, and is then compared and not checked itself', async () => {
    const checked = await check(
      { '2020.txt': report(DAXING, 2020, 3, 0), 'old.txt': report(DAXING, 2019, 0, 4) },
      'old.txt',
    )
    expect(checked).toMatchObject([{ file: '2020.txt', previous: { file: 'old.txt' } }])
    expect(checked[0] && yearsOf(checked[0])).toHaveLength(2)
  })

  it.each([
    ['another year', report(DAXING, 2018, 0, 4), '北京市大兴区 for 2018'],
    ['another district', report('北京市通州区人民政府', 2019, 0, 4), '北京市通州区 for 2019'],
  ])('is no report of %s', async (_of, old, got) => {
    const files = { '2020.txt': report(DAXING, 2020, 3, 0), 'old.txt': old }
    const message = `Expected the report of the year before by an agency of the files, got that of ${got}.`
    expect(await check(files, 'old.txt')).toEqual([
      { ok: false, file: 'old.txt', error: { code: 'NOT_THE_YEAR_BEFORE', message } },
    ])
  })
})

describe('a file', () => {
  it('that is no report, a folder without files and a path without anything hold up nobody', async () => {
    const folder = await folderOf({
      'letter.txt': '致全体居民的一封信',
      'prose.txt': `${DAXING}2020年政府信息公开工作年度报告\n全年收到政府信息公开申请9件。`,
      'report.txt': report(DAXING, 2020, 0, 0),
    })
    await mkdir(join(folder, 'empty'))
    const paths = [join(folder, 'empty'), folder, join(folder, 'absent')]
    const read = await readFiles(paths, (path) => path.slice(folder.length + 1))
    const checked = checkFiles(read, null)
    expect(checked.map((file) => [file.file, file.ok ? 'read' : file.error.code])).toEqual([
      ['empty', 'EMPTY_FOLDER'],
      ['letter.txt', 'NOT_A_REPORT'],
      ['prose.txt', 'form.unknown'],
      ['report.txt', 'read'],
      ['absent', 'ENOENT'],
    ])
    const [, letter] = checked
    if (letter?.ok !== false) return expect.fail()
    expect(printUnread(letter, false)).toMatch(/^letter\.txt: error NOT_A_REPORT: Expected an annual report .*\.$/)
    expect(checkObject(letter)).toEqual({ file: 'letter.txt', error: letter.error })
    expect(printTotals(checked, false)).toBe('5 files: 4 not read, 1 with warnings')
  })
})

describe('what is printed of a finding', () => {
  const WRONG = report(DAXING, 2020, 0, 0).replace('0\t9', '0\t10')

  it('points at the cells of a sum, the total first, where colours do not', async () => {
    const [checked] = await check({ 'wrong.txt': WRONG })
    const text = printCheck(checked as CheckedFile, false)
    // 8 + 1 = 9; the total begins in column 30 of the fourth line.
    expect(text).toContain(
      [
        'wrong.txt:4:30: error applications.applicants: 本年新收政府信息公开申请数量：自然人 8 + 本年新收政府信息公开申请数量：商业企业 1（另有 4 项为 0） = 9 ≠ 本年新收政府信息公开申请数量：总计 10，相差 1',
        '    line 4  一、本年新收政府信息公开申请数量  8  1  0  0  0  0  10',
        `${' '.repeat(46)}^  ^              ^^`,
        '    → 若为 9，或各项之和为 10，则相符',
      ].join('\n'),
    )
    // Errors before anything else.
    expect(text.split('\n')[0]).toMatch(/^wrong\.txt:4:30: error applications\.applicants: /)
    expect(countsOf(checked as CheckedFile)).toMatchObject({ ERROR: 1, NOTICE: 0 })
  })

  it('sets them off by colours where there are any', async () => {
    const [checked] = await check({ 'wrong.txt': WRONG })
    const text = printCheck(checked as CheckedFile, true)
    expect(text).toContain('\u001b[31m\u001b[1merror\u001b[22m\u001b[39m \u001b[1mapplications.applicants\u001b[22m: ')
    expect(text).toContain('\u001b[31m\u001b[1m8\u001b[22m\u001b[39m  \u001b[31m\u001b[1m1\u001b[22m\u001b[39m')
    expect(text).not.toContain('^')
  })

  it('has the place and the printed figures as JSON', async () => {
    const [checked] = await check({ 'wrong.txt': WRONG })
    expect(checked && checkObject(checked)).toMatchObject({
      file: 'wrong.txt',
      status: 'ERRORS',
      year: 2020,
      previous: null,
      broken: ['applications.applicants'],
      findings: [
        {
          ruleId: 'applications.applicants',
          left: { value: '9' },
          right: { value: '10', paths: ['applications.RECEIVED.TOTAL'] },
          difference: '-1',
          remedy: '若为 9，或各项之和为 10，则相符',
          at: { kind: 'TEXT', line: 4, column: 30 },
          evidence: expect.arrayContaining([
            expect.objectContaining({
              file: 'wrong.txt',
              path: 'applications.RECEIVED.TOTAL',
              raw: '10',
              snippet: { prefix: '一、本年新收政府信息公开申请数量\t8\t1\t0\t0\t0\t0\t', exact: '10', suffix: '' },
            }),
          ]),
        },
      ],
    })
  })

  it('names the place of a document without lines in words', async () => {
    const html = (total: number) =>
      `<html><body><h1>${DAXING}2020年政府信息公开工作年度报告</h1><table><tr><th>信息内容</th><th>采购项目数量</th><th>采购总金额</th></tr><tr><td>政府集中采购</td><td>12</td><td>28.0902</td></tr></table><table><tr><td>一、本年新收政府信息公开申请数量</td>${[8, 1, 0, 0, 0, 0, total].map((n) => `<td>${n}</td>`).join('')}</tr></table></body></html>`
    const [checked] = await check({ 'page.html': html(10) })
    const text = printCheck(checked as CheckedFile, false)
    expect(text).toMatch(/^page\.html: table 2, row 1, cell 8: error applications\.applicants: /)
    expect(text).toContain('    table 2, row 1  一、本年新收政府信息公开申请数量  8  1  0  0  0  0  10\n')
  })

  it('points at the one figure in which all errors meet', async () => {
    const daxing = await readFile(join(import.meta.dirname, '../../samples/daxing-2020.txt'), 'utf8')
    // The total of natural persons is 869: one more breaks its row, its column and the balance.
    const [checked] = await check({ 'daxing.txt': daxing.replace(/^(\s*)869(\s*)$/m, '$1870$2') })
    const text = printCheck(checked as CheckedFile, false)
    expect(text.match(/: error (\S+): /g)).toEqual([
      ': error applications.applicants: ',
      ': error applications.outcomes: ',
      ': error applications.balance: ',
    ])
    expect(text).toContain('\n  All 3 errors speak of one figure: line 344, column 2: 总计：自然人 870\n')
    // Two cells that have nothing to do with each other.
    const [both] = await check({
      'daxing.txt': daxing.replace(/^(\s*)869(\s*)$/m, '$1870$2').replace(/^(\s*)117(\s*)$/m, '$1118$2'),
    })
    expect(countsOf(both as CheckedFile)).toMatchObject({ ERROR: 4 })
    expect(printCheck(both as CheckedFile, false)).not.toContain('one figure')
  })

  it('names the places of a report object in words: they are those of its document', async () => {
    const object = {
      ...{ district: { code: '110115' }, agency: DAXING, year: 2020, form: 'FORM_2019', title: null, period: null },
      figures: {
        'review.UPHELD': { state: 'STATED', value: 3, raw: '3', at: { kind: 'TEXT', line: 7, column: 1 } },
        'review.CORRECTED': { state: 'STATED', value: 1 },
        'review.OTHER': { state: 'STATED', value: 0 },
        'review.PENDING': { state: 'STATED', value: 0 },
        'review.TOTAL': { state: 'STATED', value: 5, raw: '5', at: { kind: 'TEXT', line: 7, column: 9 } },
      },
      ...{ sections: [], issues: [] },
    }
    const [checked] = await check({ 'report.json': JSON.stringify(object) })
    expect(
      printCheck(checked as CheckedFile, false)
        .split('\n')
        .slice(0, 6),
    ).toEqual([
      'report.json: line 7, column 9: error review.results: 行政复议：结果维持 3 + 行政复议：结果纠正 1（另有 2 项为 0） = 4 ≠ 行政复议：总计 5，相差 1',
      '    line 7  行政复议：总计  5',
      '    line 7  行政复议：结果维持  3',
      '            行政复议：结果纠正  1',
      '            and 2 of 0',
      '    → 若为 4，或各项之和为 5，则相符',
    ])
  })

  it('quotes the row of a figure that was lost', async () => {
    const [checked] = await check({
      'lost.txt': report(DAXING, 2020, 0, 0).replace('8\t1\t0', '8\t1\t约30'),
    })
    const text = printCheck(checked as CheckedFile, false)
    expect(text).toContain([`lost.txt:4:22: warning cell.approximate: `].join('\n'))
    expect(text).toContain('    line 4  一、本年新收政府信息公开申请数量  8  1  约30  0  0  0  9\n')
  })

  it('counts the doubts of one kind and prints the first', async () => {
    const [xigong] = checkFiles(
      await readFiles([join(import.meta.dirname, '../../samples/xigong-2020.txt')], () => 'xigong-2020.txt'),
      null,
    )
    const text = printCheck(xigong as CheckedFile, false)
    expect(text.match(/notice row\.cell-count/g)).toHaveLength(1)
    expect(text).toContain('And 19 more like this.\n')
    expect(countsOf(xigong as CheckedFile)).toEqual({ ERROR: 0, WARNING: 1, NOTICE: 20 })
  })
})
