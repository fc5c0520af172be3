import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHub } from '../../src/server/server.ts'
import { connect } from '../../src/store/database.ts'
import { loadDistricts } from '../../src/store/load-districts.ts'
import { testHub } from '../hub.ts'

const hub = await testHub()
// Another process would have a pool of its own as well.
const otherDatabase = connect(hub.db.url)
const other = createHub({ database: otherDatabase })
afterAll(async () => {
  await other.close()
  await otherDatabase.close()
})
beforeAll(() => hub.ingestSamples('daxing-2020'))

const COUNT = 'query Count($year: Int) { reports(filter: { year: { equals: $year } }) { totalCount } }'

type Asked = Pick<typeof hub, 'fetch'>
const get = (
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
  asked: Asked = hub,
): Promise<Response> => asked.fetch(`http://hub/graphql?${new URLSearchParams(parameters)}`, { headers })
const etagOf = (response: Response) => response.headers.get('etag') ?? ''
const again = (etag: string, asked: Asked = hub) => get({ query: COUNT }, { 'if-none-match': etag }, asked)

/** A small report of a street of Daxing: an agency of its own for each name. */
const reportOf = (street: string, year: number, received = 3) =>
  `北京市大兴区${street}街道办事处${year}年政府信息公开工作年度报告\n一、本年新收政府信息公开申请数量\t${received}\t0\t0\t0\t0\t0\t${received}`
const ingest = async (text: string) => {
  const { ingestReport } = await hub.dataOf<{ ingestReport: { __typename: string } }, object>(
    'mutation ($text: String!) { ingestReport(input: { source: { text: $text } }) { __typename ... on UserError { message } } }',
    { text },
  )
  expect(ingestReport).toEqual({ __typename: 'IngestedReport' })
}

describe('a question by GET', () => {
  it('has a tag, may be kept by anyone, and is asked about each time', async () => {
    const response = await get({ query: COUNT })
    expect(response.status).toBe(200)
    expect(etagOf(response)).toMatch(/^W\/"[\w-]{22}"$/)
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(response.headers.get('vary')).toBe('accept, accept-encoding, authorization')
  })

  it('is answered by 304, with nothing read but the version of the data, while nothing changes', async () => {
    const etag = etagOf(await get({ query: COUNT }))
    hub.db.forgetStatements()
    const response = await again(etag)
    expect(response.status).toBe(304)
    expect(await response.text()).toBe('')
    // The version is read on a connection beside the pool.
    expect(hub.db.statements).toEqual([])
    expect(etagOf(response)).toBe(etag)
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  })

  it.each([
    ['made strong by a proxy', (etag: string) => etag.replace('W/', '')],
    ['among others', (etag: string) => `"x", ${etag}`],
  ])('is known by its tag when %s', async (_name, sent) => {
    expect((await again(sent(etagOf(await get({ query: COUNT }))))).status).toBe(304)
  })

  it('has the same tag from every hub of the database', async () => {
    const etag = etagOf(await get({ query: COUNT }))
    expect((await again(etag, other)).status).toBe(304)
  })

  it('has another tag for other variables, and for another media type', async () => {
    const tags = await Promise.all([
      get({ query: COUNT }),
      get({ query: COUNT, variables: '{"year":2020}' }),
      get({ query: COUNT }, { accept: 'application/graphql-response+json' }),
      get({ query: COUNT, extensions: '{"cost":true}' }),
      get({ query: `${COUNT} ` }),
    ])
    expect(new Set(tags.map(etagOf)).size).toBe(5)
  })

  it('is kept by nobody when it is refused, or asked with a key', async () => {
    const refused = [
      get({ query: '{ x }' }),
      get({ documentId: 'x' }),
      get({ query: '{ reports(first: 101) { totalCount } }' }),
    ]
    const withKey = get({ query: COUNT }, { authorization: `Bearer ${hub.key}` })
    for (const response of await Promise.all([...refused, withKey])) {
      expect(etagOf(response)).toBe('')
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('tells the origin apart for browsers as well', async () => {
    const response = await get({ query: COUNT }, { origin: 'https://news.example' })
    expect(response.headers.get('vary')?.toLowerCase().split(', ').toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'authorization',
      'origin',
    ])
  })

  it('has no tag by POST', async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await hub.fetch('http://hub/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: COUNT }),
    })
    expect(etagOf(response)).toBe('')
  })
})

describe('the tag is another one', () => {
  let etag: string
  beforeEach(async () => {
    etag = etagOf(await get({ query: COUNT }))
    return async () => {
      const response = await again(etag, other)
      expect(response.status).toBe(200)
      expect(etagOf(response)).not.toBe(etag)
    }
  })

  it('after a report was ingested', () => ingest(reportOf('清源', 2021)))
  it('after a report was revised', async () => {
    const { ingestReport } = await hub.dataOf<{ ingestReport: object }, object>(
      'mutation ($text: String!) { ingestReport(input: { source: { text: $text }, expectedRevision: 1 }) { ... on IngestedReport { outcome } } }',
      { text: reportOf('清源', 2021, 4) },
    )
    expect(ingestReport).toEqual({ outcome: 'REVISED' })
  })
  it('after a judgement went', async () => {
    await hub.db.pool.query(
      'DELETE FROM judgements WHERE agency_id = (SELECT agency_id FROM reports WHERE year = 2021)',
    )
  })
  it('after districts were loaded that differ', async () => {
    await hub.db.pool.query("UPDATE districts SET current = false WHERE code = '110115'")
    expect(await loadDistricts(hub.db)).toBe(1)
  })
  it('after someone wrote by hand', async () => {
    await otherDatabase.pool.query('UPDATE reports SET updated_at = now() WHERE year = 2020')
  })
})

describe('the tag is the same', () => {
  let etag: string
  beforeEach(async () => {
    etag = etagOf(await get({ query: COUNT }))
    return async () => expect((await again(etag)).status).toBe(304)
  })

  it('after the same bytes again', () => hub.ingestSamples('daxing-2020'))
  it('after a key was used', async () => {
    await hub.ask('mutation { previewReport(input: { source: { text: "x" } }) { __typename } }')
  })
  it('after districts were loaded that do not differ', async () => {
    expect(await loadDistricts(hub.db)).toBe(0)
  })
  it('after a transaction was rolled back', async () => {
    const client = await hub.db.pool.connect()
    await client.query('BEGIN; UPDATE reports SET updated_at = now(); SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK')
    client.release()
  })
})

it('writers of different agencies do not wait for each other', async () => {
  await ingest(reportOf('兴丰', 2021))
  await ingest(reportOf('林校路', 2021))
  const { rows } = await hub.db.pool.query<{ id: number }>("SELECT id FROM agencies WHERE name ~ '兴丰|林校路'")
  const [first, second] = rows
  const client = await hub.db.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('UPDATE reports SET updated_at = now() WHERE agency_id = $1', [first!.id])
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    await otherDatabase.pool.query('UPDATE reports SET updated_at = now() WHERE agency_id = $1', [second!.id])
    await client.query('COMMIT')
  } finally {
    client.release()
  }
})

it('never answers by what has changed, while many write and two hubs are asked in every way', async () => {
  const before = await hub.db.prisma.report.count()
  let committed = before
  let writing = true
  const streets = ['观音寺', '天宫院', '高米店', '荣华', '博兴', '瀛海']
  const writers = streets.map(async (street) => {
    for (let year = 2015; year < 2020; year++) {
      await ingest(reportOf(street, year))
      committed += 1
    }
  })

  const countOf = async (response: Response) => {
    const { data } = (await response.json()) as { data: { reports: { totalCount: number } } }
    return data.reports.totalCount
  }
  let unchanged = 0
  let answered = 0
  const reader = async (ask: (etag: string) => Promise<Response>) => {
    let held = { etag: '', count: 0 }
    while (writing) {
      // Whatever was told to be stored by now must show in the answer.
      const known = committed
      const response = await ask(held.etag)
      if (response.status === 304) {
        unchanged += 1
      } else {
        held = { etag: etagOf(response), count: await countOf(response) }
        answered += 1
      }
      expect(held.count).toBeGreaterThanOrEqual(known)
    }
  }
  const byTag = (asked: Asked) => (etag: string) =>
    etag === '' ? get({ query: COUNT }, {}, asked) : again(etag, asked)
  // Over the network equal questions wait for each other, and answers are kept.
  const address = `?${new URLSearchParams({ query: COUNT })}`
  const byNetwork = (to: string) => [
    (etag: string) => fetch(`${to}/graphql${address}`, { headers: etag === '' ? {} : { 'if-none-match': etag } }),
    () => fetch(`${to}/graphql${address}`),
    () => fetch(`${to}/graphql${address}`),
    ...Array.from({ length: 2 }, () => () => {
      const headers = { 'content-type': 'application/json' }
      return fetch(`${to}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: COUNT }) })
    }),
  ]
  const addresses = await Promise.all([hub, other].map((asked) => asked.listen({ port: 0 })))
  const readers = [...[hub, other, hub, other].map(byTag), ...addresses.flatMap(byNetwork)].map(reader)
  await Promise.all(writers)
  writing = false
  await Promise.all(readers)
  expect(committed).toBe(before + 30)
  expect(answered).toBeGreaterThan(readers.length)
  expect(unchanged).toBeGreaterThan(0)
})

it('asks of every table whether it changes the tag', async () => {
  const { rows } = await hub.db.pool.query<{ name: string; triggers: string[] }>(`
    SELECT relname AS name, array_agg(tgname::text) FILTER (WHERE NOT tgisinternal) AS triggers
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace LEFT JOIN pg_trigger ON tgrelid = pg_class.oid
    WHERE nspname = 'public' AND relkind = 'r' GROUP BY relname ORDER BY relname`)
  // What no answer shows, or only one to a request with a key, which has no tag.
  const unseen = [
    ...['_prisma_migrations', 'api_keys', 'audit_chains', 'audit_events', 'data_versions'],
    ...['idempotent_answers', 'ingestion_items', 'ingestion_runs'],
  ]
  // Written with the revision or the judgement that they hang off, and never changed.
  const isPart = (triggers: string[]) => triggers.includes('immutable') || triggers.includes('whole')
  const uncounted = rows.filter(
    ({ name, triggers }) => !unseen.includes(name) && !triggers?.includes('counted') && !isPart(triggers ?? []),
  )
  expect(uncounted, 'A new table needs the trigger "counted", as in the migration data_version.').toEqual([])
  expect(rows.filter(({ triggers }) => triggers?.includes('counted')).map(({ name }) => name)).toEqual([
    'agencies',
    'districts',
    'judgements',
    'report_changes',
    'reports',
    'revisions',
  ])
})
