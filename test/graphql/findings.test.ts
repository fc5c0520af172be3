import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'
import { aYear } from '../ingest/a-year.ts'

const hub = await testHub()

const INGEST = /* GraphQL */ `
  mutation ($input: IngestReportInput!) {
    ingestReport(input: $input) {
      __typename
      ... on IngestedReport { outcome report { status findings { ruleId } } }
      ... on UserError { message }
      ... on BrokenRulesError {
        findings { __typename ruleId report { year } left { value figures { path raw revision { number } } } right { value year figures { path } } }
      }
    }
  }
`
type Json = Record<string, unknown>
const objectOf = (...given: Parameters<typeof aYear>) => {
  const source = aYear(...given)
  return source.kind === 'STRUCTURED' ? source.object : expect.fail()
}
async function ingest(object: unknown, others: Json = {}) {
  const input = { source: { structured: object }, ...others }
  const { ingestReport } = await hub.dataOf<{ ingestReport: Json }, Json>(INGEST, { input })
  return ingestReport
}
const data = <Result = Json>(query: string, variables?: Json) => hub.dataOf<Result, Json>(query, variables)

// 2021 carries over 5; 2022 carries in 4, and 13 that came in are 12 handled and 6 carried over; 2020 says nothing that can be weighed.
const Y2020 = objectOf(2020, { RECEIVED: 1 }, { form: 'FORM_2019' })
const Y2021 = objectOf(2021, { CARRIED_OVER: 5 })
const Y2022 = objectOf(2022, { RECEIVED: 13, CARRIED_IN: 4, HANDLED_TOTAL: 12, CARRIED_OVER: 6 })

beforeAll(async () => {
  for (const object of [Y2020, Y2021, Y2022]) expect(await ingest(object)).toMatchObject({ outcome: 'CREATED' })
})

describe('a report', () => {
  it('has a status, counts that can be recounted, and findings', async () => {
    const { report } = await data(`{
      report(district: "110115", year: 2022) {
        status
        judgement {
          status rulesVersion judgedAt held broken unknown errors warnings notices
          brokenRules: rules(verdict: BROKEN) { id }
          heldRules: rules(verdict: HOLDS) { id }
          unknownRules: rules(verdict: UNKNOWN) { id }
        }
        findings { ruleId severity difference }
      }
      rulesVersion
    }`)
    const judgement = (report as { judgement: Json }).judgement
    expect(report).toMatchObject({
      status: 'ERRORS',
      judgement: {
        status: 'ERRORS',
        broken: 2,
        errors: 1,
        warnings: 1,
        brokenRules: [{ id: 'applications.balance' }, { id: 'years.carried-in' }],
      },
      findings: [
        { ruleId: 'applications.balance', severity: 'ERROR', difference: '-1' },
        { ruleId: 'years.carried-in', severity: 'WARNING', difference: '-1' },
      ],
    })
    expect(judgement.heldRules).toHaveLength(Number(judgement.held))
    expect(judgement.unknownRules).toHaveLength(Number(judgement.unknown))
  })

  it('is found by its status', async () => {
    const years = async (status: string) => {
      const { reports } = await data<{ reports: { totalCount: number; nodes: { year: number }[] } }>(
        `{ reports(filter: { status: ${status} }) { totalCount nodes { year } } }`,
      )
      expect(reports.totalCount).toBe(reports.nodes.length)
      return reports.nodes.map(({ year }) => year)
    }
    expect(await years('{ equals: ERRORS }')).toEqual([2022])
    expect(await years('{ in: [UNJUDGED, CLEAN] }')).toEqual([2021, 2020])
    expect(await years('{ equals: WARNINGS }')).toEqual([])
  })
})

describe('a finding', () => {
  const CARRIED = '{ findings(filter: { ruleId: { equals: "years.carried-in" } }) { nodes { '

  it('has the figures of both sides, each with its revision, also those of the year before', async () => {
    const { findings } = await data(`${CARRIED}
      message remedy unit sameAs report { year } rule { id kind severity sources { number } }
      left { value year paths statements { sentence } figures { path raw decimal revision { report { year } } } }
      right { value year paths statements { sentence } figures { path raw decimal revision { report { year } } } }
    } } }`)
    expect(findings).toEqual({
      nodes: [
        {
          message: expect.stringContaining('相差 1'),
          remedy: '本年若为 5，或上年为 4，则相符',
          unit: '件',
          sameAs: [],
          report: { year: 2022 },
          rule: {
            id: 'years.carried-in',
            kind: 'CONTINUITY',
            severity: 'WARNING',
            sources: [{ number: '国办公开办函〔2019〕60号' }, { number: '国办公开办函〔2021〕30号' }],
          },
          left: {
            value: '4',
            year: null,
            paths: ['applications.CARRIED_IN.TOTAL'],
            statements: [],
            figures: [
              { path: 'applications.CARRIED_IN.TOTAL', raw: '4', decimal: '4', revision: { report: { year: 2022 } } },
            ],
          },
          right: {
            value: '5',
            year: 2021,
            paths: ['applications.CARRIED_OVER.TOTAL'],
            statements: [],
            figures: [
              { path: 'applications.CARRIED_OVER.TOTAL', raw: '5', decimal: '5', revision: { report: { year: 2021 } } },
            ],
          },
        },
      ],
    })
  })

  it('is found again by its global id, from the list and from its report', async () => {
    const { findings } = await data<{ findings: { nodes: { id: string }[] } }>(`${CARRIED} id } } }`)
    const [listed] = findings.nodes
    expect(atob(listed?.id ?? '')).toMatch(/^StoredFinding:\d+-2022-1-1$/)
    const { report } = await data<{ report: { findings: { id: string; report: Json }[] } }>(
      '{ report(district: "110115", year: 2022) { findings { ... on StoredFinding { id report { year } } } } }',
    )
    expect(report.findings[1]).toEqual({ id: listed?.id, report: { year: 2022 } })
    const { node } = await data('query ($id: ID!) { node(id: $id) { __typename ... on Finding { ruleId } } }', listed)
    expect(node).toEqual({ __typename: 'StoredFinding', ruleId: 'years.carried-in' })
    const { none } = await data(`{ none: node(id: "${btoa('StoredFinding:1-2022-1-99')}") { id } }`)
    expect(none).toBeNull()
  })
})

describe('the list of findings', () => {
  interface Page {
    readonly totalCount: number
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
    readonly nodes: readonly { readonly ruleId: string }[]
  }
  const page = async (args: string) => {
    const { findings } = await data<{ findings: Page }>(
      `{ findings${args && `(${args})`} { totalCount pageInfo { endCursor hasNextPage } nodes { ruleId } } }`,
    )
    return findings
  }
  const rulesOf = ({ nodes }: Page) => nodes.map(({ ruleId }) => ruleId)
  const BOTH = ['applications.balance', 'years.carried-in']

  it.each([
    ['nothing', '', BOTH],
    ['a rule', 'filter: { ruleId: { startsWith: "years." } }', ['years.carried-in']],
    ['a severity', 'filter: { severity: { equals: ERROR } }', ['applications.balance']],
    ['a figure', 'filter: { path: { contains: "applications.CARRIED_OVER.TOTAL" } }', BOTH],
    ['another figure', 'filter: { path: { contains: "applications.RECEIVED.TOTAL" } }', ['applications.balance']],
    [
      'some figures',
      'filter: { path: { containsAny: ["review.TOTAL", "applications.RECEIVED.TOTAL"] } }',
      ['applications.balance'],
    ],
    ['no figure that is there', 'filter: { path: { contains: "review.TOTAL" } }', []],
    ['a year', 'filter: { report: { year: { equals: 2021 } } }', []],
    ['a district', 'filter: { report: { district: { code: { startsWith: "11" } } } }', BOTH],
    ['another district', 'filter: { report: { district: { code: { startsWith: "41" } } } }', []],
    ['form and status', 'filter: { report: { form: { equals: FORM_2021 }, status: { in: [ERRORS] } } }', BOTH],
    ['conditions left out', 'filter: { ruleId: null, path: { contains: null }, report: { year: null } }', BOTH],
  ])('is filtered by %s', async (_name, args, rules) => {
    const found = await page(args)
    expect(rulesOf(found)).toEqual(rules)
    expect(found.totalCount).toBe(rules.length)
  })

  it.each([
    ['severity: ASC', BOTH],
    ['severity: DESC', BOTH.toReversed()],
    ['ruleId: DESC', BOTH.toReversed()],
    ['difference: ASC', BOTH],
    ['year: ASC', BOTH],
  ])('is sorted by %s, and paged in that order', async (order, rules) => {
    const first = await page(`orderBy: [{ ${order} }], first: 1`)
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
    const second = await page(`orderBy: [{ ${order} }], first: 1, after: "${first.pageInfo.endCursor}"`)
    expect(second.pageInfo.hasNextPage).toBe(false)
    expect([...rulesOf(first), ...rulesOf(second)]).toEqual(rules)
  })

  it('is paged from end to end in every order, forwards and backwards alike', async () => {
    // Six more reports of a department, of which each breaks the balance in one column or in two.
    const counts = [
      [9, 1],
      [9, 2],
      [8, 1],
      [7, 3],
      [9, 1],
      [6, 5],
    ] as const
    for (const [place, [received, handled]] of counts.entries()) {
      const totals = { RECEIVED: received, CARRIED_IN: place, HANDLED_TOTAL: handled, CARRIED_OVER: place + 2 }
      await ingest(objectOf(2010 + place, totals, { agency: '北京市大兴区司法局' }))
    }
    const key = '... on StoredFinding { id } ruleId'
    type Ids = {
      findings: { totalCount: number; pageInfo: Record<'startCursor' | 'endCursor', string>; nodes: { id: string }[] }
    }
    const ids = async (args: string) => {
      const asked = `{ findings(${args}) { totalCount pageInfo { startCursor endCursor } nodes { ${key} } } }`
      const { findings } = await data<Ids>(asked)
      return { ...findings, ids: findings.nodes.map(({ id }) => id) }
    }
    const orders = ['year: DESC', 'severity: ASC', 'severity: DESC', 'difference: ASC', 'ruleId: DESC', 'year: ASC']
    for (const order of [...orders, 'severity: DESC }, { ruleId: ASC }, { difference: DESC']) {
      const orderBy = `orderBy: [{ ${order} }]`
      const all = await ids(`${orderBy}, first: 100`)
      // Six of the balance, five of what is carried in, and the two from before.
      expect(all.totalCount).toBe(13)
      expect(new Set(all.ids).size).toBe(13)
      let page = await ids(`${orderBy}, first: 4`)
      const forwards = [...page.ids]
      while (forwards.length < 13) {
        page = await ids(`${orderBy}, first: 4, after: "${page.pageInfo.endCursor}"`)
        forwards.push(...page.ids)
      }
      expect(forwards, order).toEqual(all.ids)
      page = await ids(`${orderBy}, last: 5`)
      const backwards = [...page.ids]
      while (backwards.length < 13) {
        page = await ids(`${orderBy}, last: 5, before: "${page.pageInfo.startCursor}"`)
        backwards.unshift(...page.ids)
      }
      expect(backwards, order).toEqual(all.ids)
    }
    await hub.db.prisma.report.updateMany({ where: { agency: { kind: 'DEPARTMENT' } }, data: { currentNumber: null } })
    expect((await page('')).totalCount).toBe(2)
  })

  it('refuses a cursor of another list, and a page too large', async () => {
    const { reports } = await data<{ reports: { pageInfo: { endCursor: string } } }>(
      '{ reports { pageInfo { endCursor } } }',
    )
    for (const args of [`after: "${reports.pageInfo.endCursor}"`, 'first: 101']) {
      const { errors } = await hub.ask(`{ findings(${args}) { nodes { ruleId } } }`)
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    }
  })

  it('takes as many statements for one as for all', async () => {
    const QUERY = (first: number) =>
      `{ findings(first: ${first}) { nodes { rule { id } report { district { name } } left { figures { raw snippet { text } } } } } }`
    for (const first of [1, 100]) {
      hub.db.forgetStatements()
      await data(QUERY(first))
      // the page, findings, reports, their current revisions and districts; the revisions for the figures, and the one family.
      expect(hub.db.statements, hub.db.statements.join('\n')).toHaveLength(7)
    }
  })
})

describe('rules', () => {
  it('have a sentence, sources, forms, figures and examples', async () => {
    const { rule, none } = await data(`{
      rule(id: "applications.balance") {
        id zh: says en: says(language: EN) severity kind forms operands
        sources { number issued }
        examples { verdict why figures { path value } previousFigures { path } }
        reports { held broken unknown }
      }
      none: rule(id: "no.such.rule") { id }
    }`)
    expect(none).toBeNull()
    expect(rule).toMatchObject({
      id: 'applications.balance',
      severity: 'ERROR',
      kind: 'EQUATION',
      forms: ['FORM_2019', 'FORM_2021'],
      operands: expect.arrayContaining(['applications.RECEIVED.TOTAL', 'applications.CARRIED_OVER.NATURAL_PERSON']),
      // 13 and 4 are not 12 and 6; the others say too little.
      reports: { held: 0, broken: 1, unknown: 2 },
    })
    const { examples } = rule as { examples: { verdict: string; figures: unknown[] }[] }
    expect(new Set(examples.map(({ verdict }) => verdict))).toEqual(new Set(['HOLDS', 'BROKEN', 'UNKNOWN']))
    expect(examples.every(({ figures }) => figures.length > 0)).toBe(true)
  })

  it('are sorted and chosen, and counted in one statement', async () => {
    hub.db.forgetStatements()
    const { rules } = await data<{ rules: { id: string; reports: Json }[] }>(
      '{ rules(form: FORM_2021, orderBy: { broken: DESC }) { id reports { broken } } }',
    )
    expect(hub.db.statements).toHaveLength(1)
    expect(rules.slice(0, 3).map(({ id, reports }) => [id, reports.broken])).toEqual([
      ['applications.balance', 1],
      ['years.carried-in', 1],
      [expect.any(String), 0],
    ])
    const { all } = await data<{ all: { forms: string[]; sources: Json[] }[] }>(
      '{ all: rules { forms sources { issued } } }',
    )
    expect(all.length).toBeGreaterThan(rules.length)
    expect(all.every(({ sources }) => sources.length > 0)).toBe(true)
  })
})

describe('a publisher', () => {
  const Y2023 = objectOf(2023, { CARRIED_IN: 7 })
  const PREVIEW = /* GraphQL */ `
    mutation ($input: PreviewReportInput!) {
      previewReport(input: $input) {
        __typename
        ... on PreviewedReport {
          status
          judgement { broken judgedAt }
          findings { __typename ruleId report { year } left { figures { raw } } right { year figures { raw revision { number } } } }
        }
        ... on UserError { message }
      }
    }
  `

  it('sees in a preview what the year before makes of the report, with its figures', async () => {
    const { previewReport } = await data(PREVIEW, { input: { source: { structured: Y2023 } } })
    expect(previewReport).toEqual({
      __typename: 'PreviewedReport',
      status: 'WARNINGS',
      judgement: { broken: 1, judgedAt: null },
      findings: [
        {
          __typename: 'PreviewedFinding',
          ruleId: 'years.carried-in',
          report: null,
          left: { figures: [{ raw: '7' }] },
          right: { year: 2022, figures: [{ raw: '6', revision: { number: 1 } }] },
        },
      ],
    })
  })

  it('has the report refused, with what stands against it, and nothing stored', async () => {
    const before = await hub.db.prisma.report.count()
    expect(await ingest(Y2023, { refuseOn: 'WARNING' })).toEqual({
      __typename: 'BrokenRulesError',
      message: expect.stringContaining('years.carried-in'),
      findings: [
        {
          __typename: 'PreviewedFinding',
          ruleId: 'years.carried-in',
          report: null,
          left: { value: '7', figures: [{ path: 'applications.CARRIED_IN.TOTAL', raw: '7', revision: null }] },
          right: { value: '6', year: 2022, figures: [] },
        },
      ],
    })
    const { previewReport } = await data(PREVIEW, { input: { source: { structured: Y2023 }, refuseOn: 'NOTICE' } })
    expect(previewReport).toMatchObject({ __typename: 'BrokenRulesError' })
    expect(await hub.db.prisma.report.count()).toBe(before)
  })

  it('may have it stored as it is, marked', async () => {
    expect(await ingest(Y2023, { refuseOn: 'ERROR' })).toMatchObject({
      outcome: 'CREATED',
      report: { status: 'WARNINGS', findings: [{ ruleId: 'years.carried-in' }] },
    })
  })

  it('makes findings of the year after go by a correction; those of the revision replaced are not listed', async () => {
    const corrected = objectOf(2022, { RECEIVED: 13, CARRIED_IN: 5, HANDLED_TOTAL: 11, CARRIED_OVER: 7 })
    expect(await ingest(corrected, { expectedRevision: 1 })).toMatchObject({
      outcome: 'REVISED',
      report: { status: 'CLEAN' },
    })
    const { findings, report } = await data(`{
      findings { totalCount nodes { ruleId } }
      report(district: "110115", year: 2022) { revisions { nodes { number status findings { ruleId } } } }
    }`)
    expect(findings).toEqual({ totalCount: 0, nodes: [] })
    expect(report).toEqual({
      revisions: {
        nodes: [
          { number: 2, status: 'CLEAN', findings: [] },
          {
            number: 1,
            status: 'ERRORS',
            findings: [{ ruleId: 'applications.balance' }, { ruleId: 'years.carried-in' }],
          },
        ],
      },
    })
  })
})
