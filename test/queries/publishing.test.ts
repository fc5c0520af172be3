import { expect, it } from 'vitest'
import { sample } from '../hub.ts'
import { hubWithSamples } from './hub-with-samples.ts'
import { PreviewAReportDocument, PublishAReportDocument, WhatWouldBlockDocument } from './typed/graphql.ts'

// Saved queries of those who publish: facts written down by hand. `answers/` has the whole answers.

const hub = await hubWithSamples()

it('preview-a-report: reads, judges, and stores nothing', async () => {
  const before = await hub.db.prisma.report.count()
  const { previewReport } = await hub.dataOf(PreviewAReportDocument)
  expect(previewReport).toMatchObject({
    __typename: 'PreviewedReport',
    district: { fullName: '北京市大兴区' },
    year: 2012,
    form: null,
    issues: [{ code: 'form.unknown' }],
  })
  const full = await hub.dataOf(PreviewAReportDocument, { source: { text: sample('daxing-2020') } })
  if (full.previewReport?.__typename !== 'PreviewedReport') throw new Error('Expected a previewed report.')
  expect(full.previewReport.applicationOutcomes).toContainEqual({ row: 'RECEIVED', value: 953 })
  expect(await hub.db.prisma.report.count()).toBe(before)
})

it('publish-a-report: stores nothing before a report is put into it', async () => {
  const before = await hub.db.prisma.report.count()
  const { ingestReport } = await hub.dataOf(PublishAReportDocument)
  expect(ingestReport).toMatchObject({ __typename: 'NotAReportError', message: expect.stringContaining('Expected') })
  expect(await hub.db.prisma.report.count()).toBe(before)
})

it('publish-a-report: says what it did', async () => {
  const { ingestReport } = await hub.dataOf(PublishAReportDocument, {
    input: { source: { text: sample('daxing-2020') } },
  })
  expect(ingestReport).toMatchObject({
    __typename: 'IngestedReport',
    outcome: 'UNCHANGED',
    report: { year: 2020, district: { fullName: '北京市大兴区' }, currentRevision: { number: 1 } },
  })
})

it('what-would-block: a total that is not the sum of its parts', async () => {
  const before = await hub.db.prisma.report.count()
  const { previewReport } = await hub.dataOf(WhatWouldBlockDocument)
  expect(previewReport).toMatchObject({
    __typename: 'BrokenRulesError',
    message: expect.stringContaining('review.results'),
    findings: [{ severity: 'ERROR', left: { value: '5' }, right: { value: '4', paths: ['review.TOTAL'] } }],
  })
  const clean = await hub.dataOf(WhatWouldBlockDocument, {
    source: { text: sample('daxing-2020') },
    refuseOn: 'NOTICE',
  })
  expect(clean.previewReport).toEqual({ __typename: 'PreviewedReport', status: 'CLEAN', findings: [] })
  expect(await hub.db.prisma.report.count()).toBe(before)
})
