import { expect, it } from 'vitest'
import { storeCorrection } from './ask-example.ts'
import { hubWithSamples } from './hub-with-samples.ts'
import { CorrectedLatelyDocument, ReportAsOfDocument, WithdrawAReportDocument } from './typed/graphql.ts'

// The report of 大兴区 on 2020 counts 953 requests, 860 by natural persons; a correction said 954 and 861, and was taken back.

const hub = await hubWithSamples()
await storeCorrection(hub.db)

it('corrected-lately: what was corrected, the latest first, with each figure before and after and the difference', async () => {
  const { corrections } = await hub.dataOf(CorrectedLatelyDocument)
  expect(corrections.totalCount).toBe(2)
  expect(
    corrections.nodes.map(({ kind, reason, previousRevision, revision, changes }) => [
      ...[kind, reason, previousRevision?.number, revision?.number],
      changes?.map(({ path, from, to, difference }) => [path, from?.value, to?.value, difference]),
    ]),
  ).toEqual([
    [
      ...['RESTORED', '原数字无误，予以恢复', 2, 1],
      [
        ['applications.RECEIVED.NATURAL_PERSON', '861', '860', '-1'],
        ['applications.RECEIVED.TOTAL', '954', '953', '-1'],
      ],
    ],
    [
      ...['REVISED', '数字录入有误', 1, 2],
      [
        ['applications.RECEIVED.NATURAL_PERSON', '860', '861', '1'],
        ['applications.RECEIVED.TOTAL', '953', '954', '1'],
      ],
    ],
  ])
  const elsewhere = await hub.dataOf(CorrectedLatelyDocument, { filter: { district: { within: '410000' } } })
  expect(elsewhere.corrections).toMatchObject({ totalCount: 0, nodes: [] })
})

it('report-as-of: what a report said at each moment of its history', async () => {
  const { now } = await hub.dataOf(ReportAsOfDocument)
  const moments = now?.history.nodes.map(({ at }) => at).toReversed() ?? []
  const said = await Promise.all(
    moments.map(async (asOf) => {
      const { then } = await hub.dataOf(ReportAsOfDocument, { asOf })
      return [then?.currentRevision?.number, then?.figure?.decimal, then?.status, then?.updatedAt === asOf]
    }),
  )
  expect(said).toEqual([
    [1, '953', 'CLEAN', true],
    [2, '954', 'ERRORS', true],
    [1, '953', 'CLEAN', true],
  ])
  expect((await hub.dataOf(ReportAsOfDocument, { asOf: '2000-01-01T00:00:00Z' })).then).toBeNull()
})

it('withdraw-a-report: is answered by the number of the revision in force, and withdraws that', async () => {
  const { withdrawReport } = await hub.dataOf(WithdrawAReportDocument)
  expect(withdrawReport).toMatchObject({ __typename: 'RevisionConflictError', currentRevision: 1 })
  const input = { district: '110115', year: 2020, expectedRevision: 1, reason: '误报' }
  expect((await hub.dataOf(WithdrawAReportDocument, { input })).withdrawReport).toMatchObject({
    __typename: 'ReportChange',
    previousRevision: { number: 1 },
  })
  const { now } = await hub.dataOf(ReportAsOfDocument)
  expect(now).toMatchObject({ title: null, status: null, currentRevision: null, figure: null })
})
