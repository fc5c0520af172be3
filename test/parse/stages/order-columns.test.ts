import { describe, expect, it } from 'vitest'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Report } from '../../../src/domain/report.ts'
import { issueCodes, readReport, rowOf, valueAt } from '../read-report.ts'

const TITLE = '北京市大兴区人民政府2022年政府信息公开工作年度报告'
const KINDS = '商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他'
const text = (...lines: readonly string[]) => readReport([TITLE, ...lines].join('\n'))
const page = (...rows: readonly (readonly string[])[]) =>
  readReport(
    `<p>${TITLE}</p><table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  )

const RECEIVED = '一、本年新收政府信息公开申请数量'
const CARRIED_IN = '二、上年结转政府信息公开申请数量'
const HEADER_BROKEN = (report: Report) => report.issues.filter(({ code }) => code === 'header.broken')
const received = (report: Report) => rowOf(report, 'RECEIVED').join(' ')
const carriedIn = (report: Report) => rowOf(report, 'CARRIED_IN').join(' ')

describe('the columns of the applications table', () => {
  const totalFirst = [`${RECEIVED}\t15\t7\t3\t0\t1\t0\t4`, `${CARRIED_IN}\t6\t5\t0\t0\t0\t1\t0`]

  it.each([
    ['two lines of heads', ['申请人情况', '总计\t自然人\t法人或其他组织', KINDS]],
    ['one line of heads', ['申请人情况', `总计\t自然人\t${KINDS}`]],
    ['a line for each head', ['申请人情况', '总计', '自然人', '法人或其他组织', ...KINDS.split('\t')]],
    ['heads glued', ['申请人情况', '总计自然人法人或其他组织', KINDS.replaceAll('\t', '')]],
  ])('stand as the heads say, where the sums agree: %s', async (_, heads) => {
    const report = await text(...heads, ...totalFirst)
    expect(received(report)).toBe('7 3 0 1 0 4 15')
    expect(carriedIn(report)).toBe('5 0 0 0 1 0 6')
    const [noted] = HEADER_BROKEN(report)
    expect(noted?.message).toContain('got 总计, 自然人, 商业企业')
    expect(noted?.paths).toContain('applications.CARRIED_IN.NATURAL_PERSON')
  })

  it('stand as the heads of a table say, where a sum tells nothing', async () => {
    const report = await page(
      ['', '申请人情况'],
      ['商业企业', '自然人', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
      [RECEIVED, '7', '3', '0', '1', '0', '4', '15'],
    )
    expect(received(report)).toBe('3 7 0 1 0 4 15')
    expect(HEADER_BROKEN(report)).not.toEqual([])
  })

  it('are left out where the sums say that they are others and no head can be read', async () => {
    const report = await text('申请人情况', ...totalFirst)
    expect([...report.figures.keys()]).toEqual([])
    expect(HEADER_BROKEN(report)[0]?.paths).toContain('applications.RECEIVED.TOTAL')
  })

  it('with a row that has fewer values are taken but for this row', async () => {
    const report = await text(
      '申请人情况',
      '总计\t自然人\t法人或其他组织',
      KINDS,
      ...totalFirst,
      '（一）予以公开\t3\t3\t0',
    )
    expect(carriedIn(report)).toBe('5 0 0 0 1 0 6')
    expect(rowOf(report, 'GRANTED')).toEqual([])
    expect(HEADER_BROKEN(report)[0]?.paths).toContain('applications.GRANTED.TOTAL')
  })

  const usual = [`${RECEIVED}\t7\t3\t0\t1\t0\t4\t15`, `${CARRIED_IN}\t5\t0\t0\t0\t1\t0\t6`]
  it.each([
    ['the form’s heads', ['申请人情况', '自然人\t法人或其他组织\t总计', KINDS]],
    ['heads torn by their places on the page', ['申请人情况', '法人或其他组织', '自然人\t总计', KINDS]],
    ['the total before the kinds', ['申请人情况', '自然人\t总计', KINDS]],
    ['the total drawn first', ['总计', '申请人情况', '自然人\t法人或其他组织', KINDS]],
    ['heads broken over lines', ['商业\t科研\t社会公\t法律服\t其他', '企业\t机构\t益组织\t务机构']],
    ['heads written downwards line by line', ['自\t法\t总', '然\t人\t计', '人\t或', '\t其', '\t他', '\t组', '\t织']],
    ['a head that is missing', ['申请人情况', '总计\t自然人', '商业企业\t其他']],
    ['no heads', []],
  ])('stand as on the form with %s', async (_, heads) => {
    const report = await text(...heads, ...usual)
    expect(received(report)).toBe('7 3 0 1 0 4 15')
    expect(carriedIn(report)).toBe('5 0 0 0 1 0 6')
    expect(issueCodes(report)).not.toContain('header.broken')
  })

  it('stand as on the form where one total is wrong', async () => {
    const report = await text('申请人情况', `${RECEIVED}\t3\t3\t0\t0\t0\t0\t0`, `${CARRIED_IN}\t5\t0\t0\t0\t1\t0\t6`)
    expect(received(report)).toBe('3 3 0 0 0 0 0')
  })
})

describe('the results of the case table', () => {
  const cases = (report: Report) =>
    ['review', 'litigation.DIRECT', 'litigation.AFTER_REVIEW']
      .map((block) =>
        ['UPHELD', 'CORRECTED', 'OTHER', 'PENDING', 'TOTAL']
          .map((result) => valueAt(report, `${block}.${result}` as FigurePath) ?? '?')
          .join(' '),
      )
      .join(' | ')
  const table = (results: string, ...rows: readonly string[]) =>
    text('行政复议\t行政诉讼', `${results}\t未经复议直接起诉\t复议后起诉`, `${results}\t${results}`, ...rows)

  it('stand as the heads say', async () => {
    const totalFirst = await table(
      '总计\t结果维持\t结果纠正\t其他结果\t尚未审结',
      '10\t1\t2\t3\t4\t1\t0\t0\t0\t1\t0\t0\t0\t0\t0',
    )
    expect(cases(totalFirst)).toBe('1 2 3 4 10 | 0 0 0 1 1 | 0 0 0 0 0')
    expect(issueCodes(totalFirst)).toContain('header.broken')
    const results = ['结果维持', '结果纠正', '尚未审结', '其他结果', '总计']
    const pending = await page(
      ['行政复议', '未经复议直接起诉', '复议后起诉'],
      [...results, ...results, ...results],
      [...'1 2 4 3'.split(' '), '10', ...'0 0 1 0 1 0 0 0 0 0'.split(' ')],
    )
    expect(cases(pending)).toBe('1 2 3 4 10 | 0 0 0 1 1 | 0 0 0 0 0')
    expect(issueCodes(pending)).toContain('header.broken')
  })

  it('stand so in each row under the same heads', async () => {
    const report = await text(
      '\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结',
      '行政复议\t10\t1\t2\t3\t4',
      '未经复议直接起诉\t1\t0\t0\t0\t1',
      '复议后起诉\t5\t5\t0\t0\t0',
    )
    expect(cases(report)).toBe('1 2 3 4 10 | 0 0 0 1 1 | 5 0 0 0 5')
  })

  it('are left out where sums and heads disagree, or sums alone say that they are others', async () => {
    const values = '10\t1\t2\t3\t4\t1\t0\t0\t0\t1\t0\t0\t0\t0\t0'
    for (const report of [
      await table('结果维持\t总计\t结果纠正\t其他结果\t尚未审结', values),
      await text('行政复议\t行政诉讼', '未经复议直接起诉\t复议后起诉', values),
    ]) {
      expect(cases(report)).toBe('? ? ? ? ? | ? ? ? ? ? | ? ? ? ? ?')
      expect(HEADER_BROKEN(report)[0]?.paths).toContain('litigation.AFTER_REVIEW.TOTAL')
    }
  })

  it('stand as on the form under its heads, broken heads and none', async () => {
    const values = '1\t2\t3\t4\t10\t0\t0\t0\t1\t1\t0\t0\t0\t0\t0'
    for (const report of [
      await table('结果维持\t结果纠正\t其他结果\t尚未审结\t总计', values),
      await table('结\t果\t维\t持\t结\t果\t纠\t正\t其\t他\t结\t果\t尚\t未\t审\t结\t总\t计', values),
      await table('结果\t结果\t其他\t尚未\t总计', '维持\t纠正\t结果\t审结', values),
      await text('行政复议\t行政诉讼', values),
    ]) {
      expect(cases(report)).toBe('1 2 3 4 10 | 0 0 0 1 1 | 0 0 0 0 0')
      expect(issueCodes(report)).not.toContain('header.broken')
    }
  })
})

describe('the columns of a proactive-disclosure table', () => {
  const OTHER = ['申请人情况', '1.申请人无正当理由逾期不补正\t0\t0\t0\t0\t0\t0\t0']

  it('stand as their heads say where these stand in one line', async () => {
    const report = await text('信息内容\t本年废止件数\t本年制发件数\t现行有效件数', '规章\t2\t1\t9', ...OTHER)
    expect(valueAt(report, 'disclosure.REGULATIONS.ISSUED')).toBe('1')
    expect(valueAt(report, 'disclosure.REGULATIONS.REPEALED')).toBe('2')
    expect(valueAt(report, 'disclosure.REGULATIONS.IN_FORCE')).toBe('9')
    expect(HEADER_BROKEN(report)[0]?.paths).toContain('disclosure.REGULATIONS.REPEALED')
  })

  it('are left out where the heads stand in several lines in another order', async () => {
    const report = await text('信息内容', '本年废止件数', '本年制发件数\t现行有效件数', '规章\t2\t1\t9', ...OTHER)
    expect(valueAt(report, 'disclosure.REGULATIONS.ISSUED')).toBeUndefined()
    expect(HEADER_BROKEN(report)[0]?.paths).toContain('disclosure.REGULATIONS.REPEALED')
  })
})
