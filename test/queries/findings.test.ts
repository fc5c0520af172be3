import { expect, it } from 'vitest'
import { sample } from '../hub.ts'
import { hubWithSamples } from './hub-with-samples.ts'
import {
  BrokenArithmeticDocument,
  FindingsOfAReportDocument,
  MostBrokenRulesDocument,
  OneRuleDocument,
  ReportsWithErrorsDocument,
} from './typed/graphql.ts'

// Saved queries about rules and what breaks them: facts written down by hand. `answers/` has the whole answers.

const hub = await hubWithSamples()

it('broken-arithmetic: what was found, and what could not be read', async () => {
  const { reports } = await hub.dataOf(BrokenArithmeticDocument, { year: 2020 })
  const xigong = reports.nodes.find(({ district }) => district.fullName === '洛阳市西工区')
  expect(xigong?.issues.map(({ code }) => code)).toContain('row.cell-count')
})

it('findings-of-a-report: both sides, as figures in their rows and as sentences in their lines', async () => {
  const { report } = await hub.dataOf(FindingsOfAReportDocument)
  expect(report?.status).toBe('ERRORS')
  const answers = report?.findings.find(({ rule }) => rule?.id === 'statistics.answers')
  expect(answers).toMatchObject({
    severity: 'ERROR',
    difference: '1',
    unit: '件',
    remedy: '若为 654，或各项之和为 655，则相符',
  })
  expect(answers?.rule?.sources).toEqual([{ number: '国办发〔2014〕32号' }])
  expect(answers?.left).toMatchObject({
    value: '655',
    year: null,
    statements: [],
    figures: [{ path: 'applications.HANDLED_TOTAL.TOTAL', raw: '655', snippet: { exact: '655' } }],
  })
  // 3 + 103 + 8 + 117 + 254 + 40 + 75 + 54.
  expect(answers?.right.figures.reduce((sum, { raw }) => sum + Number(raw), 0)).toBe(654)
  const websites = report?.findings.find(({ rule }) => rule?.id === 'prose.disclosure')
  expect(websites).toMatchObject({ difference: '-6724', sameAs: ['disclosure.CHANNEL_WEBSITE.COUNT'] })
  expect(websites?.left.figures).toEqual([])
  const [statement] = websites?.left.statements ?? []
  const lines = sample('tongzhou-2018').split('\n')
  if (!statement?.locator || !('line' in statement.locator)) throw new Error('Expected a place in a text.')
  expect(lines[statement.locator.line - 1]?.startsWith('2018年全区主动公开政府信息10965条')).toBe(true)
})

it('most-broken-rules: how many reports hold, break, and leave open each', async () => {
  const { rules } = await hub.dataOf(MostBrokenRulesDocument)
  const countsOf = (id: string) => rules.find((rule) => rule.id === id)?.reports
  // Two reports on the form of 2014, two on that of 2019, one on that of 2021.
  expect(countsOf('statistics.answers')).toEqual({ held: 1, broken: 1, unknown: 0 })
  expect(countsOf('statistics.staff')).toEqual({ held: 1, broken: 1, unknown: 0 })
  expect(countsOf('statistics.budget-unit')).toEqual({ held: 0, broken: 2, unknown: 0 })
  expect(countsOf('years.carried-in')).toEqual({ held: 0, broken: 0, unknown: 3 })
  const broken = rules.map(({ reports }) => reports.broken)
  expect(broken).toEqual(broken.toSorted((left, right) => right - left))
  expect(rules.at(0)?.reports.broken).toBe(2)
})

it('reports-with-errors: those of a province, and what was found in them', async () => {
  const { reports, findings } = await hub.dataOf(ReportsWithErrorsDocument)
  expect(reports.totalCount).toBe(2)
  expect(reports.nodes.map(({ year, district, judgement }) => [district.name, year, judgement?.errors])).toEqual([
    ['朝阳区', 2017, 1],
    ['通州区', 2018, 1],
  ])
  expect(findings.nodes.slice(0, 2).map(({ ruleId, report }) => [ruleId, report.district.name])).toEqual([
    ['statistics.answers', '通州区'],
    ['statistics.staff', '朝阳区'],
  ])
  expect(findings.nodes.slice(2).every(({ severity }) => severity === 'WARNING')).toBe(true)
  const elsewhere = await hub.dataOf(ReportsWithErrorsDocument, { province: '41' })
  expect(elsewhere.reports).toEqual({ totalCount: 0, nodes: [] })
})

it('one-rule: its source, how many reports break it, and by how much', async () => {
  const { rule, findings } = await hub.dataOf(OneRuleDocument)
  expect(rule).toMatchObject({
    severity: 'ERROR',
    forms: ['FORM_2014'],
    sources: [{ number: '国办发〔2014〕32号' }],
    reports: { held: 1, broken: 1, unknown: 0 },
  })
  expect(findings.nodes.map(({ difference, report }) => [report.district.fullName, report.year, difference])).toEqual([
    ['北京市通州区', 2018, '1'],
  ])
})
