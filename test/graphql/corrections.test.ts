import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

// Three reports of 大兴区: the government's for 2021 and 2022, a bureau's for 2022. The government's for 2022 is revised twice, withdrawn and
// restored; the bureau's is withdrawn and stays so.

const hub = await testHub()
const BUREAU = '北京市大兴区财政局'

type Cell = number | null | string
/** A report with these figures: a number, a blank (null), or what cannot be read. */
function object(year: number, figures: Readonly<Record<string, Cell>>, agency: string | null = null) {
  const cell = (value: Cell) =>
    typeof value === 'string'
      ? { state: 'UNREADABLE', value: null, raw: value }
      : { state: value === null ? 'BLANK' : 'STATED', value, raw: value === null ? '—' : `${value}` }
  return {
    district: { code: '110115' },
    agency,
    year,
    form: 'FORM_2021',
    title: `${year}年政府信息公开工作年度报告`,
    period: null,
    figures: Object.fromEntries(Object.entries(figures).map(([path, value]) => [path, cell(value)])),
    sections: [{ heading: '一、总体情况', text: '本年受理申请若干件。' }],
    issues: [],
  }
}

interface Told {
  readonly __typename: string
  readonly message?: string
}

async function ingest(given: object, expectedRevision: number | null = null, reason: string | null = null) {
  const { ingestReport } = await hub.dataOf<{ ingestReport: Told & { outcome?: string } }, object>(
    `mutation ($given: JSON!, $expectedRevision: Int, $reason: String) {
      ingestReport(input: { source: { structured: $given }, expectedRevision: $expectedRevision, reason: $reason }) {
        __typename ... on IngestedReport { outcome } ... on UserError { message }
      }
    }`,
    { given, expectedRevision, reason },
  )
  return ingestReport
}

const CHANGE = `
  __typename ... on ReportChange { kind reason revision { number } previousRevision { number } report { year currentRevision { number } } }
  ... on RevisionConflictError { currentRevision } ... on UserError { message }`

async function withdraw(input: object, selection = CHANGE) {
  const query = `mutation ($input: WithdrawReportInput!) { withdrawReport(input: $input) { ${selection} } }`
  return (await hub.dataOf<{ withdrawReport: Told }, object>(query, { input })).withdrawReport
}

async function restore(input: object, selection = CHANGE) {
  const query = `mutation ($input: RestoreRevisionInput!) { restoreRevision(input: $input) { ${selection} } }`
  return (await hub.dataOf<{ restoreRevision: Told }, object>(query, { input })).restoreRevision
}

const RECEIVED = 'applications.RECEIVED.TOTAL'
const government = { district: '110115', year: 2022 }
const bureau = { ...government, agency: BUREAU }

beforeAll(async () => {
  await ingest(object(2021, { [RECEIVED]: 7 }))
  await ingest(
    object(2022, { [RECEIVED]: 10, 'applications.GRANTED.TOTAL': 4, 'review.UPHELD': null, 'review.OTHER': '约3' }),
  )
  await ingest(object(2022, { [RECEIVED]: 3 }, BUREAU))
  await ingest(
    object(2022, {
      ...{ 'disclosure.ADMINISTRATIVE_FEES.AMOUNT': 0.5, [RECEIVED]: 13, 'review.UPHELD': 0, 'review.OTHER': '约4' },
      'litigation.DIRECT.UPHELD': 1,
    }),
    1,
    '笔误',
  )
})

describe('a correction', () => {
  it('withdraws a report, and answers with what was in force and what is', async () => {
    expect(await withdraw({ ...government, expectedRevision: 2, reason: '  重新核实  ' })).toEqual({
      __typename: 'ReportChange',
      kind: 'WITHDRAWN',
      reason: '重新核实',
      revision: null,
      previousRevision: { number: 2 },
      report: { year: 2022, currentRevision: null },
    })
  })

  it('restores a revision, whether another one is in force or none', async () => {
    expect(await restore({ ...government, number: 1, expectedRevision: 0, reason: '核实无误' })).toMatchObject({
      kind: 'RESTORED',
      revision: { number: 1 },
      previousRevision: null,
      report: { currentRevision: { number: 1 } },
    })
    expect(await restore({ ...government, number: 2, expectedRevision: 1, reason: '仍以更正为准' })).toMatchObject({
      kind: 'RESTORED',
      revision: { number: 2 },
      previousRevision: { number: 1 },
    })
  })

  it('is refused when it does not name what is in force, and is told what is', async () => {
    expect(await withdraw({ ...government, expectedRevision: 1, reason: 'x' })).toEqual({
      __typename: 'RevisionConflictError',
      currentRevision: 2,
      message:
        'Expected revision 1 to be in force, got revision 2. Look at what happened since, in Report.history; to go on, give expectedRevision 2.',
    })
  })

  it.each([
    ['an empty reason', { reason: ' ' }, /^Expected a reason, got an empty text/],
    ['a long reason', { reason: '长'.repeat(2_001) }, /^Expected a reason of at most 2000 characters/],
    ['no number of a year', { year: -1 }, /^Expected a year of up to four digits/],
    ['a NUL', { district: '1101\u000015' }, /^Expected a text without NUL characters/],
  ])('is not taken with %s', async (_what, given, message) => {
    const input = { ...government, expectedRevision: 2, reason: 'x', ...given }
    const query = 'mutation ($input: WithdrawReportInput!) { withdrawReport(input: $input) { __typename } }'
    const { errors } = await hub.ask(query, { input })
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }])
  })

  it('needs a key', async () => {
    const input = { ...government, expectedRevision: 2, reason: 'x' }
    for (const [field, type, given] of [
      ['withdrawReport', 'WithdrawReportInput', input],
      ['restoreRevision', 'RestoreRevisionInput', { ...input, number: 1 }],
    ] as const) {
      const { errors } = await hub.ask(
        `mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`,
        { input: given },
        {},
      )
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    }
  })
})

describe('the history of a report', () => {
  it('tells what was in force from when on, and why', async () => {
    const { report } = await hub.dataOf<{ report: { history: object } }, never>(`{
      report(district: "110115", year: 2022) {
        history { totalCount nodes { kind reason revision { number } previousRevision { number } } }
      }
    }`)
    expect(report.history).toEqual({
      totalCount: 5,
      nodes: [
        { kind: 'RESTORED', reason: '仍以更正为准', revision: { number: 2 }, previousRevision: { number: 1 } },
        { kind: 'RESTORED', reason: '核实无误', revision: { number: 1 }, previousRevision: null },
        { kind: 'WITHDRAWN', reason: '重新核实', revision: null, previousRevision: { number: 2 } },
        { kind: 'REVISED', reason: '笔误', revision: { number: 2 }, previousRevision: { number: 1 } },
        { kind: 'CREATED', reason: null, revision: { number: 1 }, previousRevision: null },
      ],
    })
  })

  it('is paged', async () => {
    const page = async (after: string | null) => {
      const query = `query ($after: String) {
        report(district: "110115", year: 2022) {
          history(first: 2, after: $after) { nodes { kind } pageInfo { hasNextPage endCursor } }
        }
      }`
      interface Page {
        report: { history: { nodes: { kind: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
      }
      return (await hub.dataOf<Page, object>(query, { after })).report.history
    }
    const first = await page(null)
    const second = await page(first.pageInfo.endCursor)
    const third = await page(second.pageInfo.endCursor)
    const kinds = [first, second, third].map(({ nodes }) => nodes.map(({ kind }) => kind))
    expect(kinds).toEqual([['RESTORED', 'RESTORED'], ['WITHDRAWN', 'REVISED'], ['CREATED']])
    expect(third.pageInfo.hasNextPage).toBe(false)
  })
})

const DIFFERS = [
  {
    path: 'disclosure.ADMINISTRATIVE_FEES.AMOUNT',
    label: '行政事业性收费：金额',
    from: null,
    to: { state: 'STATED', value: '0.5', raw: '0.5' },
    difference: null,
  },
  {
    path: RECEIVED,
    label: '本年新收政府信息公开申请数量：总计',
    from: { state: 'STATED', value: '10', raw: '10' },
    to: { state: 'STATED', value: '13', raw: '13' },
    difference: '3',
  },
  {
    path: 'applications.GRANTED.TOTAL',
    label: '予以公开：总计',
    from: { state: 'STATED', value: '4', raw: '4' },
    to: null,
    difference: null,
  },
  {
    path: 'review.UPHELD',
    label: '行政复议：结果维持',
    from: { state: 'BLANK', value: null, raw: '—' },
    to: { state: 'STATED', value: '0', raw: '0' },
    difference: null,
  },
  {
    path: 'review.OTHER',
    label: '行政复议：其他结果',
    from: { state: 'UNREADABLE', value: null, raw: '约3' },
    to: { state: 'UNREADABLE', value: null, raw: '约4' },
    difference: null,
  },
  {
    path: 'litigation.DIRECT.UPHELD',
    label: '未经复议直接起诉：结果维持',
    from: null,
    to: { state: 'STATED', value: '1', raw: '1' },
    difference: null,
  },
]
const FIGURES = 'path label from { state value raw } to { state value raw } difference'

describe('the figures that differ', () => {
  it('are told of each revision, against the one before it: a blank is no zero, and makes no difference', async () => {
    const { report } = await hub.dataOf<{ report: { revisions: { nodes: object[] } } }, never>(
      `{ report(district: "110115", year: 2022) { revisions { nodes { number changes { ${FIGURES} } } } } }`,
    )
    expect(report.revisions.nodes).toEqual([
      { number: 2, changes: DIFFERS },
      { number: 1, changes: null },
    ])
  })

  it('are told of each entry of the history: backwards when an earlier revision is restored, and of none where there is only one side', async () => {
    const { report } = await hub.dataOf<{ report: { history: { nodes: { changes: object[] | null }[] } } }, never>(
      `{ report(district: "110115", year: 2022) { history { nodes { changes { ${FIGURES} } } } } }`,
    )
    expect(report.history.nodes.map(({ changes }) => changes)).toEqual([DIFFERS, null, null, DIFFERS, null])
    await restore({ ...government, number: 1, expectedRevision: 2, reason: '再恢复' })
    const { corrections } = await hub.dataOf<{ corrections: { nodes: object[] } }, never>(
      `{ corrections(first: 1) { nodes { changes { ${FIGURES} } } } }`,
    )
    const turned = DIFFERS.map(({ from, to, difference, ...others }) => {
      return { ...others, from: to, to: from, difference: difference && `-${difference}` }
    })
    expect(corrections.nodes).toEqual([{ changes: turned }])
    await restore({ ...government, number: 2, expectedRevision: 1, reason: '以更正为准' })
  })

  it('are read in one statement, however many revisions are asked about', async () => {
    const statementsOf = async (first: number) => {
      hub.db.forgetStatements()
      await hub.dataOf(`{ corrections(first: ${first}) { nodes { changes { path } } } }`)
      return hub.db.statements.length
    }
    // The page, its rows, the figures.
    expect([await statementsOf(4), await statementsOf(6)]).toEqual([3, 3])
  })
})

describe('the corrections', () => {
  it('are what followed the creation of each report, the latest first', async () => {
    await withdraw({ ...bureau, expectedRevision: 1, reason: '误报' })
    const { corrections } = await hub.dataOf<{ corrections: object }, never>(`{
      corrections { totalCount nodes { kind report { agency { name } } revision { number } } }
    }`)
    const agency = { name: '北京市大兴区人民政府' }
    const of = (kind: string, number: number | null) => {
      return { kind, report: { agency }, revision: number && { number } }
    }
    expect(corrections).toEqual({
      totalCount: 7,
      nodes: [
        { kind: 'WITHDRAWN', report: { agency: { name: BUREAU } }, revision: null },
        of('RESTORED', 2),
        of('RESTORED', 1),
        of('RESTORED', 2),
        of('RESTORED', 1),
        of('WITHDRAWN', null),
        of('REVISED', 2),
      ],
    })
  })

  it.each([
    ['{ kind: { in: [WITHDRAWN, REVISED] } }', 3],
    ['{ kind: { equals: CREATED } }', 0],
    ['{ year: { equals: 2021 } }', 0],
    ['{ year: { gte: 2022 } }', 7],
    ['{ district: { within: "110000" } }', 7],
    ['{ district: { within: "120000" } }', 0],
    ['{ agency: { kind: { equals: DEPARTMENT } } }', 1],
    ['{ at: { gte: "2100-01-01T00:00:00Z" } }', 0],
    ['{ at: { lt: "2100-01-01T00:00:00Z" }, NOT: [{ kind: { equals: RESTORED } }] }', 3],
    ['{ OR: [{ kind: { equals: REVISED } }, { agency: { name: { equals: "北京市大兴区财政局" } } }] }', 2],
  ])('are chosen by %s', async (filter, totalCount) => {
    const { corrections } = await hub.dataOf<{ corrections: { nodes: object[] } }, never>(
      `{ corrections(filter: ${filter}) { totalCount nodes { id } } }`,
    )
    expect(corrections).toMatchObject({ totalCount })
    expect(corrections.nodes).toHaveLength(totalCount)
  })

  it('are paged either way, each once', async () => {
    interface Page {
      corrections: { edges: { cursor: string; node: { id: string } }[]; pageInfo: Record<string, boolean> }
    }
    const page = async (args: string) =>
      (
        await hub.dataOf<Page, never>(
          `{ corrections(${args}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }`,
        )
      ).corrections
    const whole = (await page('first: 100')).edges
    const some = await page(`first: 3, after: "${whole[1]?.cursor}"`)
    expect(some).toEqual({ edges: whole.slice(2, 5), pageInfo: { hasNextPage: true, hasPreviousPage: true } })
    const back = await page(`last: 2, before: "${whole[2]?.cursor}"`)
    expect(back).toEqual({ edges: whole.slice(0, 2), pageInfo: { hasNextPage: true, hasPreviousPage: false } })
  })
})

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

describe('a report that was withdrawn', () => {
  const everywhere = `{
    report(district: "110115", year: 2022, agency: "${BUREAU}") {
      year form title currentRevision { number } status judgement { errors } figures { path } sections { heading } findings { ruleId }
      metrics { value } revisions { totalCount nodes { number figures { path } } } history { totalCount }
    }
    reports(filter: { year: { equals: 2022 } }) { totalCount nodes { agency { name } } }
    district(code: "110115") {
      reports(filter: { year: { equals: 2022 } }) { totalCount nodes { agency { name } } }
      agencies { nodes { name reports { totalCount nodes { year } } } }
    }
    reporting: agencies(filter: { reports: { some: {} } }) { nodes { name } }
    silent: agencies(filter: { reports: { none: {} } }) { nodes { name } }
    districts(filter: { reports: { some: { agency: { kind: { equals: DEPARTMENT } } } } }) { totalCount }
    search(query: "受理申请", filter: { year: { equals: 2022 } }) { totalCount nodes { report { agency { name } } } }
    totals(of: { applications: { rows: [RECEIVED] } }, filter: { year: { equals: 2022 } }, groupBy: [AGENCY_KIND]) {
      nodes { sum reports }
    }
    series(of: { path: "${RECEIVED}" }, agencyKind: null, filter: { year: { equals: 2022 } }) {
      lines { totalCount nodes { agency { name } } } totals(accept: NOT_COMPARABLE) { value reports }
    }
    findings(filter: { report: { agency: { kind: { equals: DEPARTMENT } } } }) { totalCount }
    rules { reports { held broken unknown } }
  }`

  it('is found by its name with its revisions and its history, says nothing, and is left out everywhere else', async () => {
    const data = await hub.dataOf<Record<string, unknown>, never>(everywhere)
    const { rules, ...others } = data
    // The government's two reports, and not the bureau's.
    const counts = (rules as { reports: Record<string, number> }[]).map(({ reports }) => sumOf(Object.values(reports)))
    expect(Math.max(...counts)).toBe(2)
    const name = '北京市大兴区人民政府'
    expect(others).toEqual({
      report: {
        ...{ year: 2022, form: null, title: null, currentRevision: null, status: null, judgement: null },
        ...{ figures: [], sections: [], findings: [] },
        metrics: expect.toSatisfy((metrics: { value: unknown }[]) => metrics.every(({ value }) => value === null)),
        revisions: { totalCount: 1, nodes: [{ number: 1, figures: [{ path: RECEIVED }] }] },
        history: { totalCount: 2 },
      },
      reports: { totalCount: 1, nodes: [{ agency: { name } }] },
      district: {
        reports: { totalCount: 1, nodes: [{ agency: { name } }] },
        agencies: {
          nodes: [
            { name, reports: { totalCount: 2, nodes: [{ year: 2022 }, { year: 2021 }] } },
            { name: BUREAU, reports: { totalCount: 0, nodes: [] } },
          ],
        },
      },
      reporting: { nodes: [{ name }] },
      silent: { nodes: [{ name: BUREAU }] },
      districts: { totalCount: 0 },
      search: { totalCount: 1, nodes: [{ report: { agency: { name } } }] },
      totals: { nodes: [{ sum: '13', reports: 1 }] },
      series: { lines: { totalCount: 1, nodes: [{ agency: { name } }] }, totals: [{ value: '13', reports: 1 }] },
      findings: { totalCount: 0 },
    })
  })

  it('is not brought back by its document, and is by whoever knows that it was withdrawn', async () => {
    const document = object(2022, { [RECEIVED]: 3 }, BUREAU)
    expect(await ingest(document)).toEqual({
      __typename: 'RevisionConflictError',
      message:
        'Expected no report of this agency on this year, got one that was withdrawn. Look at its history; restore a revision of it, or send this one with expectedRevision 0, and say why it is back.',
    })
    expect(await ingest(document, 0, '再次提交')).toEqual({ __typename: 'IngestedReport', outcome: 'REVISED' })
    const { report } = await hub.dataOf<{ report: object }, never>(
      `{ report(district: "110115", year: 2022, agency: "${BUREAU}") { currentRevision { number changes { path } } } }`,
    )
    expect(report).toEqual({ currentRevision: { number: 2, changes: [] } })
  })
})
