import { beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { sample, testHub } from '../hub.ts'
import { aYear } from '../ingest/a-year.ts'

const hub = await testHub()
beforeAll(() => hub.ingestSamples('daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020'))

const VALUE = 'metric { id } value numerator denominator reason missing'

const valuesOf = async (selection: string, of = 'district: "110115", year: 2020') => {
  const { report } = await hub.dataOf<{ report: { metrics: readonly Readonly<Record<string, unknown>>[] } }, never>(
    `{ report(${of}) { metrics${selection} } }`,
  )
  return report.metrics
}

describe('the metrics of a report', () => {
  it('are those asked for, in the order in which they are asked for', async () => {
    expect(await valuesOf(`(ids: [BACKLOG_RATIO, DISCLOSURE_RATE, REQUESTS_RECEIVED]) { ${VALUE} }`)).toEqual([
      {
        metric: { id: 'BACKLOG_RATIO' },
        value: '0.037037',
        numerator: '37',
        denominator: '999',
        reason: null,
        missing: [],
      },
      {
        metric: { id: 'DISCLOSURE_RATE' },
        value: '0.27131',
        numerator: '261',
        denominator: '962',
        reason: null,
        missing: [],
      },
      {
        metric: { id: 'REQUESTS_RECEIVED' },
        value: '953',
        numerator: '953',
        denominator: null,
        reason: null,
        missing: [],
      },
    ])
  })

  it('are all of them when none is named, those that the form does not tell with the reason', async () => {
    const all = await valuesOf(`{ ${VALUE} }`)
    expect(all).toHaveLength(38)
    expect(all).toContainEqual({
      metric: { id: 'ON_TIME_SHARE' },
      value: null,
      numerator: null,
      denominator: null,
      reason: 'NOT_ON_FORM',
      missing: [],
    })
    expect(all.filter(({ reason }) => reason === null)).toHaveLength(32)
  })

  it('have the figures that they are made of, with their evidence', async () => {
    const [value] = await valuesOf('(ids: [BACKLOG_RATIO]) { figures { path decimal snippet { exact } } }')
    expect(value).toEqual({
      figures: [
        { path: 'applications.CARRIED_OVER.TOTAL', decimal: '37', snippet: { exact: '37' } },
        { path: 'applications.RECEIVED.TOTAL', decimal: '953', snippet: { exact: '953' } },
        { path: 'applications.CARRIED_IN.TOTAL', decimal: '46', snippet: { exact: '46' } },
      ],
    })
  })

  it('tell how they compare with another form, and what differs', async () => {
    const rate =
      'comparison { form comparedWith comparability } with2014: comparison(with: FORM_2014) { comparability }'
    expect(await valuesOf(`(ids: [DISCLOSURE_RATE]) { ${rate} }`, 'district: "110112", year: 2018')).toEqual([
      {
        comparison: { form: 'FORM_2014', comparedWith: 'FORM_2021', comparability: 'APPROXIMATE' },
        with2014: { comparability: 'EXACT' },
      },
    ])
    const [{ comparison } = { comparison: null }] = await valuesOf(
      '(ids: [NOT_HELD_RATE]) { comparison { reasons(language: EN) } }',
      'district: "110112", year: 2018',
    )
    expect(comparison).toEqual({
      reasons: [
        'The form of 2014 prints “not for this agency to disclose” and “does not exist”: only their sum compares.',
        'The form of 2014 counts answers, and among them notices to change or supplement a request, which do not close it.',
      ],
    })
  })

  it('have no value where they would be divided by zero', async () => {
    expect(
      await valuesOf(
        '(ids: [LITIGATION_CORRECTION_RATE]) { value denominator reason }',
        'district: "410303", year: 2020',
      ),
    ).toEqual([{ value: null, denominator: '0', reason: 'ZERO_DENOMINATOR' }])
  })

  it('have no value where a figure is blank, and name it', async () => {
    const source = aYear(2021, { RECEIVED: 5, CARRIED_IN: null, CARRIED_OVER: 1 })
    if (!(await ingest(hub.db, source)).ok) throw new Error('Expected a report.')
    const selection = '(ids: [BACKLOG_RATIO, DISCLOSURE_RATE]) { value reason missing figures { path state } }'
    expect(await valuesOf(selection, 'district: "110115", year: 2021')).toEqual([
      {
        value: null,
        reason: 'FIGURE_BLANK',
        missing: ['applications.CARRIED_IN.TOTAL'],
        figures: [
          { path: 'applications.CARRIED_OVER.TOTAL', state: 'STATED' },
          { path: 'applications.RECEIVED.TOTAL', state: 'STATED' },
          { path: 'applications.CARRIED_IN.TOTAL', state: 'BLANK' },
        ],
      },
      {
        value: null,
        reason: 'FIGURE_ABSENT',
        missing: ['applications.GRANTED.TOTAL', 'applications.HANDLED_TOTAL.TOTAL'],
        figures: [],
      },
    ])
  })

  it('are those of a preview as well', async () => {
    const { previewReport } = await hub.dataOf<{ previewReport: object }, object>(
      'mutation ($text: String!) { previewReport(input: { source: { text: $text } }) { ... on PreviewedReport { metrics(ids: [DISCLOSURE_RATE]) { value figures { decimal } } } } }',
      { text: sample('shijingshan-2022') },
    )
    expect(previewReport).toEqual({
      metrics: [{ value: '0.588571', figures: [{ decimal: '309' }, { decimal: '525' }] }],
    })
  })

  it('take as many statements for many reports as for one', async () => {
    hub.db.forgetStatements()
    const selection = 'metrics(ids: [DISCLOSURE_RATE, LITIGATION_PER_REQUEST]) { value figures { raw } }'
    await hub.dataOf(`{ reports(first: 50) { nodes { ${selection} } } }`)
    // The page, reports with their current revisions, two families.
    expect(hub.db.statements).toHaveLength(3)
  })
})

describe('the catalogue of metrics', () => {
  it('tells what each is, on each form', async () => {
    const { metrics } = await hub.dataOf<{ metrics: readonly Readonly<Record<string, unknown>>[] }, never>(`{
      metrics {
        id label(language: EN) says(language: EN) unit forms sources { number }
        onForms { form numerator { addends { path isTakenAway } } denominator { addends { path } } comparison { comparability } }
      }
    }`)
    expect(metrics.find(({ id }) => id === 'REFUSAL_RATE')).toMatchObject({
      label: 'Refusal rate',
      says: expect.stringContaining('Article 36 (3)'),
      unit: 'RATIO',
      forms: ['FORM_2014', 'FORM_2019', 'FORM_2021'],
      sources: [{ number: '国务院令第711号' }],
      onForms: [
        {
          form: 'FORM_2014',
          numerator: [
            {
              addends: [
                { path: 'applications.REFUSED.TOTAL', isTakenAway: false },
                { path: 'applications.REFUSED_NOT_GOVERNMENT_INFORMATION.TOTAL', isTakenAway: true },
              ],
            },
          ],
          denominator: [{ addends: [{ path: 'applications.HANDLED_TOTAL.TOTAL' }] }],
          comparison: { comparability: 'APPROXIMATE' },
        },
        { form: 'FORM_2019', comparison: { comparability: 'SUM_OF_ROWS' } },
        { form: 'FORM_2021', comparison: { comparability: 'EXACT' } },
      ],
    })
    expect(metrics.find(({ id }) => id === 'ON_TIME_SHARE')).toMatchObject({
      forms: ['FORM_2014'],
      onForms: [{}, { numerator: [], denominator: [], comparison: { comparability: 'NOT_COMPARABLE' } }, {}],
    })
  })

  it('is of one form when asked so', async () => {
    const { metrics } = await hub.dataOf<{ metrics: readonly { id: string }[] }, never>(
      '{ metrics(form: FORM_2014) { id } }',
    )
    const ids = metrics.map(({ id }) => id)
    expect(ids).toContain('ON_TIME_SHARE')
    expect(ids).not.toContain('BACKLOG_RATIO')
  })
})

describe('the crosswalk', () => {
  it('tells of each category what each form has of it, and how it compares', async () => {
    const { categories } = await hub.dataOf<{ categories: readonly Readonly<Record<string, unknown>>[] }, never>(`{
      categories { code label onForms { form sums { addends { path } } comparison(with: FORM_2019) { comparability reasons } } }
    }`)
    expect(categories.find(({ code }) => code === 'OTHERWISE_HANDLED')).toEqual({
      code: 'OTHERWISE_HANDLED',
      label: '其他处理',
      onForms: [
        {
          form: 'FORM_2014',
          sums: [],
          comparison: { comparability: 'NOT_COMPARABLE', reasons: ['2014年统计表没有这一情形。'] },
        },
        {
          form: 'FORM_2019',
          sums: [{ addends: [{ path: 'applications.OTHER.TOTAL' }] }],
          comparison: { comparability: 'EXACT', reasons: [] },
        },
        {
          form: 'FORM_2021',
          sums: [
            {
              addends: [
                { path: 'applications.OTHER_NOT_CORRECTED_IN_TIME.TOTAL' },
                { path: 'applications.OTHER_FEE_UNPAID.TOTAL' },
                { path: 'applications.OTHER_MISCELLANEOUS.TOTAL' },
              ],
            },
            { addends: [{ path: 'applications.OTHER.TOTAL' }] },
          ],
          comparison: {
            comparability: 'SUM_OF_ROWS',
            reasons: ['2021年格式把“其他处理”分为三项，只有三项之和可比。'],
          },
        },
      ],
    })
  })

  it('tells of each figure of a form where it is counted', async () => {
    const { forms } = await hub.dataOf<
      { forms: readonly { figures: readonly { path: string; categories: readonly string[] }[] }[] },
      never
    >('{ forms { figures { path categories } } }')
    const categoriesOf = (form: number, path: string) =>
      forms[form]?.figures.find((figure) => figure.path === path)?.categories
    expect(categoriesOf(0, 'applications.ALREADY_PUBLIC.TOTAL')).toEqual(['GRANTED_IN_FULL'])
    expect(categoriesOf(2, 'applications.REFUSED_STATE_SECRET.NATURAL_PERSON')).toEqual([
      'REFUSED',
      'REFUSED_STATE_SECRET',
    ])
    expect(categoriesOf(1, 'disclosure.PROCUREMENT.AMOUNT')).toEqual([])
  })
})
