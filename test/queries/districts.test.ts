import { expect, it } from 'vitest'
import { hubWithSamples } from './hub-with-samples.ts'
import {
  DepartmentsOfADistrictDocument,
  MissingReportsDocument,
  NeighboursDocument,
  NeighboursRankedDocument,
  OneDistrictDocument,
  PublishedEveryYearDocument,
  YearBeforeAndAfterDocument,
} from './typed/graphql.ts'

// Saved queries about districts: facts written down by hand. `answers/` has the whole answers.

const hub = await hubWithSamples()

it('one-district: the published figures of all four families', async () => {
  const { district } = await hub.dataOf(OneDistrictDocument)
  expect(district).toMatchObject({ code: '110115', fullName: '北京市大兴区', reports: { totalCount: 1 } })
  const [report] = district!.reports.nodes
  expect(report).toMatchObject({
    year: 2020,
    form: 'FORM_2019',
    title: '北京市大兴区人民政府2020年政府信息公开工作年度报告',
  })
  const figures = report!.disclosureItems.length + report!.applicationOutcomes.length
  expect(figures + report!.reviewResults.length + report!.litigationResults.length).toBe(201)
  expect(report!.disclosureItems).toContainEqual({
    item: 'PROCUREMENT',
    measure: 'AMOUNT',
    value: '28130.0902',
    unit: 'TEN_THOUSAND_YUAN',
  })
  expect(report!.applicationOutcomes).toContainEqual({
    row: 'GRANTED',
    applicant: 'TOTAL',
    value: 261,
    state: 'STATED',
  })
  expect(report!.reviewResults).toContainEqual({ result: 'TOTAL', value: 117 })
  expect(report!.litigationResults).toContainEqual({ route: 'DIRECT', result: 'TOTAL', value: 37 })
})

it('neighbours: up to the province, and down to the sister districts', async () => {
  const { district } = await hub.dataOf(NeighboursDocument)
  expect(district?.ancestors).toEqual([{ code: '110000', name: '北京市', level: 'PROVINCE' }])
  const withReports = district?.parent?.children.nodes.filter(({ reports }) => reports.nodes.length > 0)
  expect(withReports?.map(({ name }) => name)).toEqual(['朝阳区', '石景山区', '通州区', '大兴区'])
})

it('year-before-and-after: none of another agency, and the districts around', async () => {
  const { report } = await hub.dataOf(YearBeforeAndAfterDocument)
  expect(report).toMatchObject({ year: 2020, previous: null, next: null })
  expect(report?.district).toMatchObject({ name: '大兴区', province: { name: '北京市' }, prefecture: null })
  const published = report?.district.neighbours.filter(({ reports }) => reports.nodes.length > 0)
  expect(published?.map(({ name, reports }) => [name, reports.nodes[0]?.year])).toEqual([
    ['朝阳区', 2017],
    ['石景山区', 2022],
    ['通州区', 2018],
  ])
})

it('missing-reports: the districts of a province without one for the year', async () => {
  const { districts } = await hub.dataOf(MissingReportsDocument)
  // 北京 has 16 districts, of which 大兴 has a report for 2020.
  expect(districts.totalCount).toBe(15)
  expect(districts.nodes.map(({ code }) => code)).not.toContain('110115')
  const other = districts.nodes.find(({ code }) => code === '110105')
  expect(other?.reports.nodes).toEqual([{ year: 2017 }])
})

it('published-every-year: the years between the first and the last of the list', async () => {
  const { series } = await hub.dataOf(PublishedEveryYearDocument)
  const years = series?.lines.nodes.map(({ district, missingYears, points }) => [
    district.fullName,
    points.map(({ year }) => year),
    missingYears,
  ])
  expect(years).toEqual([
    ['北京市朝阳区', [2017], [2018, 2019, 2020, 2021, 2022]],
    ['北京市石景山区', [2022], [2017, 2018, 2019, 2020, 2021]],
    ['北京市通州区', [2018], [2017, 2019, 2020, 2021, 2022]],
    ['北京市大兴区', [2020], [2017, 2018, 2019, 2021, 2022]],
  ])
})

it('neighbours-ranked: by what is asked for, those of one parent alone', async () => {
  const { totals } = await hub.dataOf(NeighboursRankedDocument, { year: { lte: 2018 } })
  expect(totals?.nodes.map(({ key, sum }) => [key.year, key.district?.name, sum])).toEqual([
    [2018, '通州区', '674'],
    [2017, '朝阳区', '2555'],
  ])
  const elsewhere = await hub.dataOf(NeighboursRankedDocument, { parent: '410300' })
  expect(elsewhere.totals?.nodes.map(({ key, sum }) => [key.district?.name, sum])).toEqual([['西工区', '13']])
})

it('departments-of-a-district: its government alone, where nothing else reports', async () => {
  const { district } = await hub.dataOf(DepartmentsOfADistrictDocument)
  expect(district?.agencies.nodes.map(({ kind, name }) => [kind, name])).toEqual([
    ['GOVERNMENT', '北京市通州区人民政府'],
  ])
  expect(district?.agencies.nodes[0]?.reports.nodes[0]?.figures.map(({ decimal }) => decimal)).toEqual([
    '333',
    '674',
    '54',
  ])
  const departments = await hub.dataOf(DepartmentsOfADistrictDocument, { kinds: ['DEPARTMENT'] })
  expect(departments.district?.agencies).toEqual({ totalCount: 0, nodes: [] })
})
