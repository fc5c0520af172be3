import { expect, it } from 'vitest'
import { hubWithSamples } from './hub-with-samples.ts'
import {
  ApplicationsComparedDocument,
  BacklogDocument,
  DisclosureRatesDocument,
  FeesAndProcurementDocument,
  FormsComparedDocument,
  FormsDocument,
  GroundsOfRefusalDocument,
  LostCasesDocument,
  MetricsInLawDocument,
  OneFigureThroughTheYearsDocument,
  ProvincesRankedDocument,
  ReceivedOverYearsDocument,
  RefusalsByApplicantDocument,
} from './typed/graphql.ts'

// Saved queries about figures, rates and sums: facts written down by hand. `answers/` has the whole answers.

const hub = await hubWithSamples()

it('applications-compared: two rows of four reports, across two forms', async () => {
  const { reports } = await hub.dataOf(ApplicationsComparedDocument)
  const rows = reports.nodes.map(({ year, district, applicationOutcomes }) => [
    district.name,
    year,
    ...applicationOutcomes.map(({ value }) => value),
  ])
  expect(rows).toEqual([
    ['朝阳区', 2017, 2555, 752],
    ['石景山区', 2022, 530, 309],
    ['通州区', 2018, 674, 103],
    ['大兴区', 2020, 953, 261],
  ])
  expect(reports.nodes[0]?.applicationOutcomes[0]?.label).toBe('Requests received')
})

it('forms: the catalogue, without asking the store', async () => {
  const { forms } = await hub.dataOf(FormsDocument)
  expect(forms.map(({ code, source }) => [code, source.number])).toEqual([
    ['FORM_2014', '国办发〔2014〕32号'],
    ['FORM_2019', '国办公开办函〔2019〕60号'],
    ['FORM_2021', '国办公开办函〔2021〕30号'],
  ])
  const [form2014, form2019] = forms
  const path = 'disclosure.NORMATIVE_DOCUMENTS.DISCLOSED'
  expect(form2014?.figures).toHaveLength(72)
  expect(form2014?.figures).toContainEqual({
    path,
    unit: 'ENTRIES',
    label: 'Normative documents proactively disclosed',
  })
  expect(form2019?.figures).toContainEqual({
    path,
    unit: 'DOCUMENTS',
    label: 'Normative documents: Newly disclosed this year',
  })
})

it('provinces-ranked: sums that tell what they are of', async () => {
  const { totals } = await hub.dataOf(ProvincesRankedDocument)
  const figures = { stated: 4, blank: 0, unreadable: 0 }
  expect(totals?.nodes).toEqual([
    {
      key: { province: { code: '110000', name: '北京市' } },
      unit: 'CASES',
      // 2555 + 674 + 953 + 530; half-way between 674 and 953.
      sum: '4712',
      average: '1178',
      median: '813.5',
      minimum: '530',
      maximum: '2555',
      reports: 4,
      figures,
    },
    {
      key: { province: { code: '410000', name: '河南省' } },
      unit: 'CASES',
      sum: '13',
      average: '13',
      median: '13',
      minimum: '13',
      maximum: '13',
      reports: 1,
      figures: { ...figures, stated: 1 },
    },
  ])
  const later = await hub.dataOf(ProvincesRankedDocument, { filter: { year: { gte: 2020 } } })
  // 953 + 530.
  expect(later.totals?.nodes.map(({ sum }) => sum)).toEqual(['1483', '13'])
})

it('refusals-by-applicant: grounds by applicant, the most frequent first', async () => {
  const { totals } = await hub.dataOf(RefusalsByApplicantDocument)
  const found = totals?.nodes.map(({ key, sum, figures }) => [key.row, key.applicant, sum, figures.stated])
  // 大兴 22 + 西工 0 + 石景山 3; 15 + 1 + 3; 13 + 5, all of natural persons.
  expect(found?.slice(0, 5)).toEqual([
    ['REFUSED_ENFORCEMENT_FILE', 'TOTAL', '25', 3],
    ['REFUSED_ENFORCEMENT_FILE', 'NATURAL_PERSON', '23', 3],
    ['REFUSED_PROCESS_INFORMATION', 'TOTAL', '19', 3],
    ['REFUSED_ADMINISTRATIVE_QUERY', 'NATURAL_PERSON', '18', 3],
    ['REFUSED_ADMINISTRATIVE_QUERY', 'TOTAL', '18', 3],
  ])
  // Seven grounds for all and for natural persons, and four cells of organizations.
  expect(totals?.totalCount).toBe(18)
  const all = await hub.dataOf(RefusalsByApplicantDocument, { having: null })
  expect(all.totals).toMatchObject({ totalCount: 56, pageInfo: { hasNextPage: true } })
})

it('disclosure-rates: rates with the figures behind them, across two forms', async () => {
  const { reports } = await hub.dataOf(DisclosureRatesDocument)
  const rates = reports.nodes.map(({ year, district, metrics }) => [
    district.name,
    year,
    ...metrics.map(({ value, reason }) => value ?? reason),
  ])
  // (149 + 752) / 2,258 and 309 / 525; the form of 2014 tells nothing of what the year before left over.
  expect(rates).toEqual([
    ['朝阳区', 2017, '0.399026', '0.019486', 'NOT_ON_FORM'],
    ['通州区', 2018, '0.323664', '0.038168', 'NOT_ON_FORM'],
    ['大兴区', 2020, '0.27131', '0.071726', '0.037037'],
    ['石景山区', 2022, '0.588571', '0.04381', '0.020522'],
  ])
  const [rate] = reports.nodes[1]?.metrics ?? []
  expect(rate?.figures.map(({ raw }) => raw)).toEqual(['109', '103', '655'])
  expect(rate?.comparison?.comparability).toBe('APPROXIMATE')
})

it('received-over-years: points, gaps and totals of all forms', async () => {
  const { series } = await hub.dataOf(ReceivedOverYearsDocument)
  expect(series?.totals.map(({ year, value, refusal }) => [year, value, refusal])).toEqual([
    [2017, '2555', null],
    [2018, '674', null],
    [2020, '966', null],
    [2022, '530', null],
  ])
  expect(series?.lines.nodes.map(({ district, points }) => [district.code, points[0]?.year, points[0]?.value])).toEqual(
    [
      ['110105', 2017, '2555'],
      ['110107', 2022, '530'],
      ['110112', 2018, '674'],
      ['110115', 2020, '953'],
      ['410303', 2020, '13'],
    ],
  )
  expect(series?.lines.nodes[0]?.missingYears).toEqual([2018, 2019, 2020, 2021, 2022])
  const granted = await hub.dataOf(ReceivedOverYearsDocument, { of: { category: 'GRANTED_IN_FULL' }, from: 2018 })
  expect(granted.series?.totals[0]).toMatchObject({ year: 2018, value: '212', comparability: 'SUM_OF_ROWS' })
  const rate = await hub.dataOf(ReceivedOverYearsDocument, { of: { metric: 'DISCLOSURE_RATE' }, from: 2018 })
  expect(rate.series?.totals[0]).toMatchObject({
    value: null,
    refusal: { message: expect.stringContaining('FORM_2014') },
  })
})

it('grounds-of-refusal: the districts, and the grounds of each', async () => {
  const { byDistrict, byGround } = await hub.dataOf(GroundsOfRefusalDocument)
  expect(byDistrict?.nodes.map(({ key, sum }) => [key.district?.fullName, sum])).toEqual([
    // 22 + 15 + 13 + 8 + 6 + 3 + 2.
    ['北京市大兴区', '69'],
    // 7 + 5 + 4 + 3 + 3 + 1.
    ['北京市石景山区', '23'],
    ['洛阳市西工区', '1'],
  ])
  expect(byGround?.nodes[0]).toEqual({
    key: { district: { code: '110115', fullName: '北京市大兴区' }, row: 'REFUSED_ENFORCEMENT_FILE' },
    sum: '22',
  })
  expect(byGround?.totalCount).toBe(14)
})

it('backlog: what was carried in and over, the latest year first', async () => {
  const { reports } = await hub.dataOf(BacklogDocument)
  const rows = reports.nodes.map(({ district, applicationOutcomes, metrics }) => [
    district.fullName,
    ...['CARRIED_IN', 'RECEIVED', 'CARRIED_OVER'].map(
      (row) => applicationOutcomes.find((one) => one.row === row)?.value,
    ),
    metrics[0]?.value,
  ])
  expect(rows).toEqual([
    // 11 / (530 + 6), 37 / (953 + 46), 0 / 13.
    ['北京市石景山区', 6, 530, 11, '0.020522'],
    ['北京市大兴区', 46, 953, 37, '0.037037'],
    ['洛阳市西工区', 0, 13, 0, '0'],
  ])
})

it('lost-cases: corrected ones, and all', async () => {
  const { review, litigation } = await hub.dataOf(LostCasesDocument)
  expect(review?.nodes.map(({ key, sum }) => [key.district?.fullName, key.result, sum])).toEqual([
    ['北京市大兴区', 'CORRECTED', '10'],
    ['北京市石景山区', 'CORRECTED', '5'],
    ['洛阳市西工区', 'CORRECTED', '0'],
    ['北京市大兴区', 'TOTAL', '117'],
    ['北京市石景山区', 'TOTAL', '12'],
    ['洛阳市西工区', 'TOTAL', '1'],
  ])
  expect(litigation?.nodes[0]).toMatchObject({ key: { result: 'CORRECTED', route: 'DIRECT' }, sum: '3' })
})

it('metrics-in-law: formulas of each form, and none where a form does not ask', async () => {
  const { metrics } = await hub.dataOf(MetricsInLawDocument)
  const backlog = metrics.find(({ id }) => id === 'BACKLOG_RATIO')
  const paths = backlog?.onForms.map(({ form, denominator }) => [
    form,
    denominator.flatMap(({ addends }) => addends.map(({ path }) => path)),
  ])
  expect(paths).toEqual([
    ['FORM_2014', []],
    ['FORM_2019', ['applications.RECEIVED.TOTAL', 'applications.CARRIED_IN.TOTAL']],
    ['FORM_2021', ['applications.RECEIVED.TOTAL', 'applications.CARRIED_IN.TOTAL']],
  ])
  expect(backlog?.onForms[0]?.comparison.comparability).toBe('NOT_COMPARABLE')
  expect(backlog?.sources.map(({ number }) => number)).toEqual(['国办公开办函〔2019〕60号', '国办公开办函〔2021〕30号'])
})

it('forms-compared: what is one figure on one form and two on another', async () => {
  const { categories } = await hub.dataOf(FormsComparedDocument)
  const granted = categories.find(({ code }) => code === 'GRANTED_IN_FULL')
  expect(granted?.onForms.map(({ sums, comparison }) => [sums[0]?.addends.length, comparison.comparability])).toEqual([
    [2, 'SUM_OF_ROWS'],
    [1, 'EXACT'],
    [1, 'EXACT'],
  ])
})

it('one-figure-through-the-years: the cell, its row and its line', async () => {
  const { series } = await hub.dataOf(OneFigureThroughTheYearsDocument)
  expect(series?.lines.nodes.map(({ points }) => points.map(({ year, value }) => [year, value]))).toEqual([
    [[2017, '752']],
    [[2022, '309']],
    [[2018, '103']],
    [[2020, '261']],
  ])
  expect(series?.lines.nodes[0]?.points[0]?.figures).toMatchObject([
    { raw: '752', snippet: { prefix: '2.同意公开答复数\n', exact: '752' }, locator: { line: 560, column: 1 } },
  ])
})

it('fees-and-procurement: amounts, form by form', async () => {
  const { totals } = await hub.dataOf(FeesAndProcurementDocument)
  expect(totals?.nodes.map(({ key, sum, reports }) => [key.form, key.item, sum, reports])).toEqual([
    ['FORM_2014', 'APPLICATION_FEES', '0', 2],
    // 94230 + 430200, printed as 万元 where the sentence of 朝阳 says 元: the rule statistics.budget-unit finds it.
    ['FORM_2014', 'BUDGET', '524430', 2],
    // 28130.0902 + 1723.2952.
    ['FORM_2019', 'PROCUREMENT', '29853.3854', 2],
    ['FORM_2021', 'ADMINISTRATIVE_FEES', '4934.0578', 1],
  ])
})
