import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

const hub = await testHub()

/** A structured report with one figure of each state. */
const BUREAU = {
  district: { code: '110115' },
  agency: '北京市大兴区财政局',
  year: 2022,
  form: 'FORM_2021',
  title: '北京市大兴区财政局2022年政府信息公开工作年度报告',
  period: { from: '2022-01-01', to: '2022-12-31' },
  figures: {
    'disclosure.ADMINISTRATIVE_FEES.AMOUNT': { state: 'STATED', value: 4934.0578, raw: '4,934.0578' },
    'applications.RECEIVED.NATURAL_PERSON': {
      state: 'STATED',
      value: 3,
      raw: '３',
      at: { kind: 'TEXT', line: 7, column: 2 },
    },
    'applications.REFUSED_STATE_SECRET.TOTAL': { state: 'BLANK', value: null, raw: '—' },
    'applications.GRANTED.TOTAL': { state: 'STATED', value: 0, raw: '0' },
    'review.UPHELD': { state: 'UNREADABLE', value: null, raw: '约3' },
    'litigation.AFTER_REVIEW.PENDING': { state: 'STATED', value: 1, raw: '1' },
  },
  sections: [{ heading: '一、总体情况', text: '本年受理申请3件。' }],
  issues: [],
  findings: [],
}

beforeAll(async () => {
  await hub.ingestSamples('daxing-2020')
  await hub.dataOf(
    'mutation ($object: JSON!) { ingestReport(input: { source: { structured: $object } }) { __typename } }',
    {
      object: BUREAU,
    },
  )
})

describe('a report', () => {
  it("is that of the district's government, unless an agency is named", async () => {
    const data = await hub.dataOf(`{
      government: report(district: "110115", year: 2020) { agency { name kind } }
      bureau: report(district: "110115", year: 2022, agency: "北京市大兴区财政局") { agency { name kind } period { from to } }
      none: report(district: "110115", year: 2022) { year }
    }`)
    expect(data).toEqual({
      government: { agency: { name: '北京市大兴区人民政府', kind: 'GOVERNMENT' } },
      bureau: {
        agency: { name: '北京市大兴区财政局', kind: 'DEPARTMENT' },
        period: { from: '2022-01-01', to: '2022-12-31' },
      },
      none: null,
    })
  })

  it('is reached from its district and from its agency', async () => {
    const data = await hub.dataOf(`{
      district(code: "110115") {
        reports { totalCount nodes { year } }
        agencies { nodes { name reports { nodes { year } } } }
      }
    }`)
    expect(data).toEqual({
      district: {
        reports: { totalCount: 2, nodes: [{ year: 2022 }, { year: 2020 }] },
        agencies: {
          nodes: [
            { name: '北京市大兴区人民政府', reports: { nodes: [{ year: 2020 }] } },
            { name: '北京市大兴区财政局', reports: { nodes: [{ year: 2022 }] } },
          ],
        },
      },
    })
  })
})

describe('a figure', () => {
  const FIGURE = `
    fragment Printed on Figure { path state raw decimal unit zh: label en: label(language: EN) locator { ... on TextLocator { line column } } }
  `
  const bureau = (selection: string) =>
    hub.dataOf<{ report: Record<string, unknown> }, never>(
      `{ report(district: "110115", year: 2022, agency: "北京市大兴区财政局") { ${selection} } } ${selection.includes('...Printed') ? FIGURE : ''}`,
    )

  it('is an amount to the last digit', async () => {
    const { report } = await bureau('disclosureItems { item measure value ...Printed }')
    expect(report.disclosureItems).toEqual([
      {
        item: 'ADMINISTRATIVE_FEES',
        measure: 'AMOUNT',
        value: '4934.0578',
        path: 'disclosure.ADMINISTRATIVE_FEES.AMOUNT',
        state: 'STATED',
        raw: '4,934.0578',
        decimal: '4934.0578',
        unit: 'TEN_THOUSAND_YUAN',
        zh: '行政事业性收费：金额',
        en: 'Administrative and institutional fees: Amount',
        locator: null,
      },
    ])
  })

  it('is a number, or a blank, and a blank is not zero', async () => {
    const { report } = await bureau('applicationOutcomes { row group value ...Printed }')
    expect(report.applicationOutcomes).toMatchObject([
      { row: 'RECEIVED', group: null, value: 3, raw: '３', decimal: '3', locator: { line: 7, column: 2 } },
      { row: 'GRANTED', group: 'GRANTED', value: 0, state: 'STATED' },
      { row: 'REFUSED_STATE_SECRET', group: 'REFUSED', value: null, decimal: null, state: 'BLANK', raw: '—' },
    ])
  })

  it('may be unreadable, and keeps what is printed', async () => {
    const { report } = await bureau(
      'reviewResults { result value ...Printed } litigationResults { route result value ...Printed }',
    )
    expect(report.reviewResults).toMatchObject([{ result: 'UPHELD', value: null, state: 'UNREADABLE', raw: '约3' }])
    expect(report.litigationResults).toMatchObject([
      { route: 'AFTER_REVIEW', result: 'PENDING', value: 1, unit: 'CASES' },
    ])
  })

  it('is chosen by row and by applicant', async () => {
    const { report } = await bureau('applicationOutcomes(rows: [RECEIVED, GRANTED], applicants: [TOTAL]) { path }')
    expect(report.applicationOutcomes).toEqual([{ path: 'applications.GRANTED.TOTAL' }])
  })

  it('leads back to its revision, and from there to report and district', async () => {
    const { report } = await bureau('reviewResults { revision { number report { year district { name } } } }')
    expect(report.reviewResults).toEqual([
      { revision: { number: 1, report: { year: 2022, district: { name: '大兴区' } } } },
    ])
  })
})

describe('a report that was withdrawn', () => {
  it('is there, says nothing, and keeps its revisions', async () => {
    await hub.db.prisma.report.updateMany({ where: { year: 2022 }, data: { currentNumber: null } })
    const data = await hub.dataOf(`{
      report(district: "110115", year: 2022, agency: "北京市大兴区财政局") {
        year form title period { from } currentRevision { number }
        disclosureItems { path } sections { text } findings { ruleId }
        revisions { nodes { number title disclosureItems { path } } }
      }
    }`)
    expect(data).toEqual({
      report: {
        year: 2022,
        form: null,
        title: null,
        period: null,
        currentRevision: null,
        disclosureItems: [],
        sections: [],
        findings: [],
        revisions: {
          nodes: [
            { number: 1, title: BUREAU.title, disclosureItems: [{ path: 'disclosure.ADMINISTRATIVE_FEES.AMOUNT' }] },
          ],
        },
      },
    })
  })
})
