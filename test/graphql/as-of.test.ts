import { beforeAll, describe, expect, it } from 'vitest'
import { restore, withdraw } from '../../src/ingest/correct-report.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { OPERATOR } from '../../src/store/actor.ts'
import { testHub } from '../hub.ts'

// Reports as they were at an instant. First some facts worked out by hand, then many made up: whatever is done to reports, the hub as of
// the instant at which it was done answers what it answered then.

const hub = await testHub()

const agencyOf = (place: number) => (place === 0 ? null : `北京市大兴区第${place}局`)

/** A report with a total of reconsideration that holds when `upheld` is 2, and is broken otherwise. */
function source(place: number, year: number, { form, upheld }: { form: string; upheld: number }) {
  const cell = (value: number) => ({ state: 'STATED', value, raw: `${value}` })
  const figures = {
    'review.UPHELD': cell(upheld),
    'review.CORRECTED': cell(0),
    'review.OTHER': cell(0),
    'review.PENDING': cell(0),
    'review.TOTAL': cell(2),
  }
  return {
    kind: 'STRUCTURED' as const,
    object: {
      district: { code: '110115' },
      agency: agencyOf(place),
      year,
      form,
      title: `${year}年度报告（${upheld}）`,
      ...{ period: null, figures, sections: [], issues: [] },
    },
  }
}

const named = (place: number, year: number, expectedRevision: number) => ({
  ...{ districtCode: '110115', agencyName: agencyOf(place), year, expectedRevision, reason: '更正', actor: OPERATOR },
})

/** The instant of the latest entry of all logs. */
async function latest(): Promise<string> {
  const { rows } = await hub.db.pool.query<{ at: Date }>('SELECT max(at) AS at FROM report_changes')
  return rows[0]?.at.toISOString() ?? expect.fail()
}

const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()

const TOLD = `fragment Told on Report {
  year agency { name } form title period { from } createdAt updatedAt status judgement { errors } findings { ruleId }
  currentRevision { number title report { year } } figures { path raw revision { number } } metrics(ids: [DISCLOSURE_RATE]) { reason }
  previous { year title currentRevision { number } } next { year title currentRevision { number } }
}`

interface Told {
  readonly year: number
  readonly title: string | null
  readonly currentRevision: { readonly number: number } | null
}

describe('a report', () => {
  // The government's for 2020: first, second, withdrawn, first again.
  const moments: string[] = []
  beforeAll(async () => {
    await ingest(hub.db, source(0, 2020, { form: 'FORM_2019', upheld: 2 }))
    moments.push(await latest())
    await ingest(hub.db, source(0, 2020, { form: 'FORM_2021', upheld: 3 }), { expectedRevision: 1 })
    moments.push(await latest())
    await withdraw(hub.db, named(0, 2020, 2))
    moments.push(await latest())
    await restore(hub.db, { ...named(0, 2020, 0), number: 1 })
    moments.push(await latest())
  })

  const asOf = async (instant: string | null, selection = '...Told') =>
    (
      await hub.dataOf<{ report: Told | null }, object>(
        `query ($asOf: DateTime) { report(district: "110115", year: 2020, asOf: $asOf) { ${selection} } } ${selection.includes('...Told') ? TOLD : ''}`,
        { asOf: instant },
      )
    ).report

  it('is what it was from each moment of its history on, until the next', async () => {
    const [first = '', second = '', withdrawn = '', restored = ''] = moments
    expect(await asOf(justBefore(first))).toBeNull()
    expect(await asOf('0001-01-01T00:00:00Z')).toBeNull()
    const original = { form: 'FORM_2019', title: '2020年度报告（2）', status: 'CLEAN', findings: [], createdAt: first }
    for (const instant of [first, justBefore(second)])
      expect(await asOf(instant)).toMatchObject({ ...original, currentRevision: { number: 1 }, updatedAt: first })
    for (const instant of [second, justBefore(withdrawn)]) {
      expect(await asOf(instant)).toMatchObject({
        ...{
          form: 'FORM_2021',
          title: '2020年度报告（3）',
          status: 'ERRORS',
          findings: [{ ruleId: 'review.results' }],
        },
        ...{ currentRevision: { number: 2, title: '2020年度报告（3）' }, createdAt: first, updatedAt: second },
      })
    }
    for (const instant of [withdrawn, justBefore(restored)]) {
      expect(await asOf(instant)).toMatchObject({
        ...{ form: null, title: null, status: null, currentRevision: null, figures: [], findings: [] },
        ...{ createdAt: first, updatedAt: withdrawn },
      })
    }
    for (const instant of [restored, null, '2100-01-01T00:00:00Z'])
      expect(await asOf(instant)).toMatchObject({ ...original, currentRevision: { number: 1 }, updatedAt: restored })
  })

  it('is so in what is deferred, too', async () => {
    const deferred = '... @defer { title currentRevision { number title } }'
    const then = `asOf: "${moments[1]}"`
    const query = `{
      report(district: "110115", year: 2020, ${then}) { year ${deferred} }
      reports(${then}, filter: { year: { equals: 2020 } }) { nodes { year ${deferred} } }
      today: report(district: "110115", year: 2020) { year ${deferred} }
    }`
    const answer = await hub.fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'multipart/mixed' },
      body: JSON.stringify({ query }),
    })
    const parts = [...(await answer.text()).matchAll(/^\{.*\}\r?$/gm)].map(([part]) => JSON.parse(part))
    const told = parts.flatMap(({ incremental = [] }) => incremental.map(({ path, data }: never) => [path, data]))
    const second = { title: '2020年度报告（3）', currentRevision: { number: 2, title: '2020年度报告（3）' } }
    const first = { title: '2020年度报告（2）', currentRevision: { number: 1, title: '2020年度报告（2）' } }
    expect(told.toSorted()).toEqual([
      [['report'], second],
      [['reports', 'nodes', 0], second],
      [['today'], first],
    ])
  })

  it('is another node than the report of today, which is found again by its id', async () => {
    const selection = 'id currentRevision { number }'
    const [today, ...then] = await Promise.all(
      [null, ...moments.slice(1, 3)].map((instant) => asOf(instant, selection)),
    )
    const ids = [today, ...then].map((report) => (report as unknown as { id: string }).id)
    expect(
      ids.map((id) =>
        Buffer.from(id, 'base64')
          .toString()
          .replace(/^Report:\d+-/, ''),
      ),
    ).toEqual(['2020', `2020@${moments[1]}`, `2020@${moments[2]}`])
    const { nodes } = await hub.dataOf<{ nodes: object[] }, object>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Report { ${selection} } } }`,
      { ids },
    )
    const expected = [today, ...then].map((report) => ({ __typename: 'Report', ...report }))
    expect(nodes).toEqual(expected)
    for (const [place, id] of ids.entries()) {
      const query = `query ($id: ID!) { node(id: $id) { __typename ... on Report { ${selection} } } }`
      expect((await hub.dataOf<{ node: object }, object>(query, { id })).node).toEqual(expected[place])
    }
    const early = Buffer.from(`Report:1-2020@${justBefore(moments[0] ?? '')}`).toString('base64')
    const wrong = Buffer.from('Report:1-2020@2026-13-01T00:00:00.000Z').toString('base64')
    const { data, errors } = await hub.ask<{ nodes: unknown }, object>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: [early, wrong] },
    )
    expect(data).toEqual({ nodes: [null, null] })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  it('is asked of at several instants side by side', async () => {
    const [first, second, withdrawn] = moments
    const one = (instant: string | undefined) =>
      `report(district: "110115", year: 2020, asOf: "${instant}") { title currentRevision { number } }`
    const data = await hub.dataOf<object, never>(
      `{ a: ${one(first)} b: ${one(second)} c: ${one(withdrawn)} d: report(district: "110115", year: 2020) { title currentRevision { number } } }`,
    )
    const original = { title: '2020年度报告（2）', currentRevision: { number: 1 } }
    expect(data).toEqual({
      a: original,
      b: { title: '2020年度报告（3）', currentRevision: { number: 2 } },
      c: { title: null, currentRevision: null },
      d: original,
    })
  })

  it('takes a moment of the common era', async () => {
    const { errors } = await hub.ask('{ reports(asOf: "0000-01-01T00:00:00Z") { totalCount } }')
    expect(errors).toMatchObject([
      { message: 'Expected a moment of the common era.', extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })
})

/** What is asked at present and as of an instant alike. */
const EVERYTHING = `query ($asOf: DateTime) {
  all: reports(asOf: $asOf, first: 20) { totalCount nodes { ...Told } }
  changed: reports(asOf: $asOf, orderBy: [{ updatedAt: DESC }]) { nodes { year agency { name } } }
  judged: reports(asOf: $asOf, orderBy: [{ status: DESC }, { form: ASC }, { agency: { name: DESC } }]) { nodes { year agency { name } } }
  clean: reports(asOf: $asOf, filter: { status: { equals: CLEAN } }) { totalCount nodes { year agency { name } } }
  older: reports(asOf: $asOf, filter: { NOT: [{ form: { equals: FORM_2021 } }] }) { totalCount }
  found: reports(asOf: $asOf, filter: { findings: { some: { ruleId: { equals: "review.results" } } } }) { totalCount }
  sisters: reports(asOf: $asOf, filter: { agency: { reports: { every: { status: { equals: CLEAN } } } } }) { totalCount }
  others: reports(asOf: $asOf, filter: { district: { reports: { none: { form: { equals: FORM_2019 } } } } }) { totalCount }
  last: reports(asOf: $asOf, last: 2) { nodes { year title } pageInfo { hasPreviousPage } }
  government: report(asOf: $asOf, district: "110115", year: 2021) { ...Told }
  bureau: report(asOf: $asOf, district: "110115", agency: "北京市大兴区第1局", year: 2022) { ...Told }
} ${TOLD}`

/** Whole numbers below a bound, the same ones each time. */
function dice(seed: number) {
  let state = seed
  return (bound: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % bound
  }
}

describe('all reports', () => {
  it('are as of each entry of the logs what they were when it was written, whatever was done', async () => {
    const roll = dice(20_261_129)
    const answered: { readonly at: string; readonly answer: unknown }[] = []
    const done = new Map<string, number>()
    for (let step = 0; step < 60; step++) {
      const place = roll(3)
      const year = 2021 + roll(3)
      const agency = agencyOf(place) ?? '北京市大兴区人民政府'
      const report = await hub.db.prisma.report.findFirst({
        where: { year, agency: { name: agency } },
        include: { revisions: true },
      })
      const current = report?.currentNumber ?? 0
      const number = 1 + roll(report?.revisions.length || 1)
      const content = { form: ['FORM_2019', 'FORM_2021'][roll(2)] ?? '', upheld: 2 + roll(3) }
      const act = ['INGEST', 'WITHDRAW', 'RESTORE'][roll(3)]
      const outcome =
        report === null || act === 'INGEST'
          ? await ingest(hub.db, source(place, year, content), report === null ? {} : { expectedRevision: current })
          : act === 'WITHDRAW'
            ? await withdraw(hub.db, named(place, year, current))
            : await restore(hub.db, { ...named(place, year, current), number })
      if (!outcome.ok || ('outcome' in outcome && outcome.outcome === 'UNCHANGED')) continue
      const kind = report === null ? 'CREATE' : (act ?? '')
      done.set(kind, (done.get(kind) ?? 0) + 1)
      answered.push({ at: await latest(), answer: await hub.dataOf(EVERYTHING, { asOf: null }) })
    }
    // Everything was done, and often.
    expect([...done.values()].every((times) => times >= 5) && done.size === 4, JSON.stringify([...done])).toBe(true)
    expect(new Set(answered.map(({ at }) => at)).size).toBe(answered.length)
    for (const { at, answer } of answered) expect(await hub.dataOf(EVERYTHING, { asOf: at }), at).toEqual(answer)
    // And a millisecond before an entry they are what they were since the one before.
    for (const [place, { at }] of answered.entries()) {
      const earlier = answered[place - 1]
      if (earlier) expect(await hub.dataOf(EVERYTHING, { asOf: justBefore(at) }), at).toEqual(earlier.answer)
    }
  })

  it('are paged by cursors that are good for their instant alone', async () => {
    interface Page {
      reports: { edges: { cursor: string; node: object }[]; pageInfo: { hasNextPage: boolean } }
    }
    const { rows } = await hub.db.pool.query<{ at: Date }>(
      'SELECT at FROM report_changes ORDER BY at OFFSET 20 LIMIT 1',
    )
    const asOf = rows[0]?.at.toISOString()
    const query = `query ($first: Int, $after: String, $asOf: DateTime) {
      reports(first: $first, after: $after, asOf: $asOf, orderBy: [{ form: DESC }]) {
        edges { cursor node { year title } } pageInfo { hasNextPage }
      }
    }`
    const whole = (await hub.dataOf<Page, object>(query, { first: 100, asOf })).reports.edges
    expect(whole.length).toBeGreaterThan(3)
    const paged: object[] = []
    let after: string | undefined
    for (;;) {
      const { edges, pageInfo } = (await hub.dataOf<Page, object>(query, { first: 2, after, asOf })).reports
      paged.push(...edges)
      after = edges.at(-1)?.cursor
      if (!pageInfo.hasNextPage) break
    }
    expect(paged).toEqual(whole)
    for (const other of [null, justBefore(asOf ?? '')]) {
      const { errors } = await hub.ask(query, { first: 2, after, asOf: other })
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/got one of another list\.$/), extensions: { code: 'BAD_USER_INPUT' } },
      ])
    }
  })

  it('take as many statements however many they are', async () => {
    const statementsOf = async (query: string) => {
      hub.db.forgetStatements()
      await hub.dataOf(query)
      return hub.db.statements.length
    }
    const instant = '2100-01-01T00:00:00Z'
    const list = (first: number) =>
      statementsOf(`{ reports(first: ${first}, asOf: "${instant}") { nodes { title agency { name } } } }`)
    // The page, reports with their agencies; what was in force, the revisions.
    expect([await list(2), await list(5)]).toEqual([4, 4])
    // The report, what was in force, the revision; the year before, its report, what was in force, the revision.
    const one = `report(district: "110115", year: 2021, asOf: "${instant}") { title previous { title } }`
    expect(await statementsOf(`{ ${one} }`)).toBe(7)
  })
})
