import { createClient } from 'graphql-sse'
import { afterAll, expect, it } from 'vitest'
import { createHub } from '../../src/server/server.ts'
import { openIngestionFeed } from '../../src/store/ingestion-feed.ts'
import { sample, testHub } from '../hub.ts'

// Over HTTP, as the client of graphql-sse asks. The reports are stored by one hub, and told by another on the same database.

const hub = await testHub()

/** Another hub on the database, which serves at most so many subscriptions. */
async function anotherHub(maxSubscriptions = 10) {
  const feed = openIngestionFeed(hub.db)
  let served = 0
  const join: typeof feed.join = async (listener) => {
    const leave = await feed.join(listener)
    served += 1
    return () => {
      served -= 1
      leave()
    }
  }
  const other = createHub({ database: hub.db, ingestions: { ...feed, join }, maxSubscriptions })
  afterAll(() => other.close())
  return { ...other, url: `${await other.listen({ port: 0 })}/graphql`, served: () => served }
}

type Other = Awaited<ReturnType<typeof anotherHub>>

interface Told {
  readonly outcome: string
  readonly report: { year: number; currentRevision: { number: number }; district: { name: string } }
}

/** Subscribes at the hub, and resolves when it has begun to tell. */
async function subscribe(other: Other, filter: object | null = null) {
  const query = `subscription ($filter: ReportFilter) {
    reportIngested(filter: $filter) { outcome report { year currentRevision { number } district { name } } }
  }`
  const before = other.served()
  const client = createClient({ url: other.url, retryAttempts: 0 })
  const events = client.iterate<{ reportIngested: Told }>({ query, variables: { filter } })
  // Nothing is asked before something is taken.
  const taken = [events.next()]
  await expect.poll(other.served).toBe(before + 1)
  return {
    next: async () => (await (taken.shift() ?? events.next())).value,
    async leave() {
      const left = other.served() - 1
      client.dispose()
      await events.return?.()
      await expect.poll(other.served).toBe(left)
    },
  }
}

/** Subscribes to corrections, and resolves when the hub has begun to tell. */
async function subscribeToCorrections(other: Other, filter: object | null = null) {
  const query = `subscription ($filter: CorrectionFilter) {
    reportCorrected(filter: $filter) {
      kind reason at report { year } previousRevision { number } revision { number } changes { path }
    }
  }`
  const before = other.served()
  const client = createClient({ url: other.url, retryAttempts: 0 })
  const events = client.iterate<{ reportCorrected: object }>({ query, variables: { filter } })
  const taken = [events.next()]
  await expect.poll(other.served).toBe(before + 1)
  return {
    next: async () => (await (taken.shift() ?? events.next())).value?.data?.reportCorrected,
    async leave() {
      const left = other.served() - 1
      client.dispose()
      await events.return?.()
      await expect.poll(other.served).toBe(left)
    },
  }
}

const ingestText = (text: string, expectedRevision?: number) =>
  hub.dataOf<{ ingestReport: { __typename: string } }, unknown>(
    'mutation ($text: String!, $expected: Int) { ingestReport(input: { source: { text: $text }, expectedRevision: $expected }) { __typename } }',
    { text, expected: expectedRevision },
  )

it('tells what another process stores: each event as the report is then, and the same bytes again not at all', async () => {
  const other = await anotherHub()
  const all = await subscribe(other)
  const of2020 = await subscribe(other, { form: { equals: 'FORM_2021' } })
  await ingestText(sample('daxing-2020'))
  await ingestText(sample('daxing-2020'))
  await ingestText(`${sample('daxing-2020')}\n`, 1)
  await hub.ingestSamples('shijingshan-2022')

  const first = await all.next()
  expect(first?.data?.reportIngested).toEqual({
    outcome: 'CREATED',
    report: { year: 2020, currentRevision: { number: 1 }, district: { name: '大兴区' } },
  })
  const second = await all.next()
  expect(second?.data?.reportIngested).toMatchObject({ outcome: 'REVISED', report: { currentRevision: { number: 2 } } })
  expect((await all.next())?.data?.reportIngested.report.district.name).toBe('石景山区')
  expect((await of2020.next())?.data?.reportIngested.report.district.name).toBe('石景山区')
  await of2020.leave()
  await all.leave()
})

it('tells nothing of what was refused', async () => {
  const other = await anotherHub()
  const events = await subscribe(other)
  // Another content without the revision that it is to follow.
  await ingestText(`${sample('shijingshan-2022')}\n`)
  await ingestText('这不是年度报告')
  await hub.ingestSamples('xigong-2020')
  expect((await events.next())?.data?.reportIngested.report.district.name).toBe('西工区')
  await events.leave()
})

it('ends with an error when the connection to the store is lost, and serves whoever comes next', async () => {
  const other = await anotherHub()
  const events = await subscribe(other)
  await hub.db.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'disclosure-hub feed'",
  )
  expect(await events.next()).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_ENDED' } }] })
  const again = await subscribe(other)
  await hub.ingestSamples('tongzhou-2018')
  expect((await again.next())?.data?.reportIngested.report.district.name).toBe('通州区')
  await again.leave()
})

it('refuses one more than it serves, and says how many that is', async () => {
  const other = await anotherHub(2)
  const served = [await subscribe(other), await subscribe(other)]
  // 503: the client of graphql-sse tries again, as often as it is told.
  const refused = await fetch(other.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { reportIngested { outcome } }' }),
  })
  expect(refused.status).toBe(503)
  const [, event = ''] = /^data: (.+)$/m.exec(await refused.text()) ?? []
  expect(JSON.parse(event).errors[0].extensions).toEqual({
    code: 'TOO_MANY_SUBSCRIPTIONS',
    of: 'subscriptions',
    limit: 2,
    got: 3,
  })
  await served[0]?.leave()
  const next = await subscribe(other)
  for (const events of [next, served[1]]) await events?.leave()
})

it('ends when the hub is closed', async () => {
  const other = await anotherHub()
  const events = await subscribe(other)
  await other.close()
  expect(await events.next()).toMatchObject({ errors: [{ extensions: { code: 'SUBSCRIPTION_ENDED' } }] })
})

it('tells what another process corrects, each with what was in force before and after, and a restoration to nobody who follows ingestions', async () => {
  const other = await anotherHub()
  const ingested = await subscribe(other)
  const corrected = await subscribeToCorrections(other)
  const withdrawn = await subscribeToCorrections(other, {
    kind: { equals: 'WITHDRAWN' },
    district: { within: '110000' },
  })
  const elsewhere = await subscribeToCorrections(other, { district: { within: '410000' } })
  const correct = (field: string, input: string) =>
    hub.dataOf(
      `mutation { ${field}(input: { district: "110115", year: 2020, reason: "更正", ${input} }) { __typename } }`,
    )
  await ingestText(`${sample('daxing-2020')}\n\n`, 2)
  await correct('withdrawReport', 'expectedRevision: 3')
  await correct('restoreRevision', 'expectedRevision: 0, number: 1')
  // What is created is no correction; what is refused is none either.
  await correct('restoreRevision', 'expectedRevision: 0, number: 2')
  await hub.ingestSamples('chaoyang-2017')
  await ingestText(`${sample('chaoyang-2017')}\n`, 1)

  const of = (kind: string, before: number | null, after: number | null) => {
    return { kind, previousRevision: before && { number: before }, revision: after && { number: after } }
  }
  expect(await corrected.next()).toMatchObject(of('REVISED', 2, 3))
  expect(await corrected.next()).toMatchObject(of('WITHDRAWN', 3, null))
  expect(await corrected.next()).toMatchObject({ ...of('RESTORED', null, 1), reason: '更正', report: { year: 2020 } })
  expect(await corrected.next()).toMatchObject({ ...of('REVISED', 1, 2), report: { year: 2017 } })
  expect(await withdrawn.next()).toMatchObject(of('WITHDRAWN', 3, null))
  const outcomes = [await ingested.next(), await ingested.next(), await ingested.next()]
  expect(outcomes.map((told) => [told?.data?.reportIngested.outcome, told?.data?.reportIngested.report.year])).toEqual([
    ['REVISED', 2020],
    ['CREATED', 2017],
    ['REVISED', 2017],
  ])
  await ingestText(`${sample('xigong-2020')}\n`, 1)
  expect(await elsewhere.next()).toMatchObject({ ...of('REVISED', 1, 2), report: { year: 2020 } })
  for (const events of [ingested, corrected, withdrawn, elsewhere]) await events.leave()
})
