import { type DocumentNode, execute, parse, validate } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/graphql/context.ts'
import { withLeafLists } from '../../src/graphql/leaf-lists.ts'
import { NotLeaves } from '../../src/graphql/leaves.ts'
import { schema } from '../../src/graphql/schema.ts'
import { withdraw } from '../../src/ingest/correct-report.ts'
import { OPERATOR } from '../../src/store/actor.ts'
import { hubWithSamples } from '../queries/hub-with-samples.ts'

// Reports of a page that PostgreSQL puts together as the text of the answer, beside what the executor makes of their rows: the same, character by character.

const hub = await hubWithSamples()

async function answerTo(document: DocumentNode, variableValues: Record<string, unknown> = {}) {
  const contextValue = createContext({
    database: hub.db,
    ingestions: {} as never,
    runs: {} as never,
    actor: () => Promise.resolve(null),
  })
  hub.db.forgetStatements()
  return execute({ schema, document, contextValue, variableValues })
}

/** The answer of the executor, and that with texts; null where there are none. */
async function bothAnswers(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const expected = JSON.stringify(await answerTo(document, variables))
  const answer = await answerTo(withLeafLists(schema, document), variables)
  const isLeft = answer.errors?.some(({ originalError }) => originalError instanceof NotLeaves)
  return { expected, answer: isLeft ? null : JSON.stringify(answer), statements: [...hub.db.statements] }
}

/** Whether a page of reports was read as text, and its rows no other way. */
const areTexts = (statements: readonly string[]) =>
  statements.some((text) => text.includes('AS places')) && !statements.some((text) => text.includes('current_number,'))

const FIGURES =
  'applicationOutcomes(rows: [RECEIVED, GRANTED], applicants: [TOTAL, NATURAL_PERSON]) { row applicant state value }'
const EVERYTHING = `
  __typename id year form title createdAt again: updatedAt
  district { id code name fullName level current __typename }
  agency { id name kind district { fullName } }
  some: ${FIGURES}
  evidence: applicationOutcomes(rows: [GRANTED], applicants: [TOTAL]) { __typename path state value raw }`

describe('a page of reports', () => {
  beforeAll(async () => {
    // A report without a current revision is listed as well.
    const { rows } = await hub.db.pool.query<{ districtCode: string; agencyName: string }>(
      `SELECT agency.district_code AS "districtCode", agency.name AS "agencyName"
       FROM agencies AS agency JOIN reports AS report ON report.agency_id = agency.id WHERE report.year = 2018`,
    )
    const request = { ...rows[0]!, year: 2018, expectedRevision: 1, reason: 'For a test.', actor: OPERATOR }
    expect(await withdraw(hub.db, request)).toMatchObject({ ok: true })
  })

  it.each([
    ['with everything that there is', `{ reports { nodes { ${EVERYTHING} } } }`],
    [
      'in the middle',
      `{ reports(first: 2) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { year ${FIGURES} } totalCount } }`,
    ],
    [
      'from its end',
      `{ reports(last: 2) { nodes { year district { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    ],
    ['of one', `{ reports(first: 1) { nodes { year } pageInfo { startCursor endCursor hasNextPage } } }`],
    [
      'of none',
      `{ reports(first: 0) { nodes { year } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
    ],
    [
      'that is empty',
      `{ reports(filter: { year: { equals: 1999 } }) { nodes { year } pageInfo { startCursor hasNextPage } totalCount } }`,
    ],
    ['filtered', `{ reports(filter: { district: { within: "110000" }, findings: { some: {} } }) { nodes { title } } }`],
    [
      'sorted by what is joined',
      `{ reports(orderBy: [{ district: { name: DESC } }, { form: ASC }, { agency: { name: ASC } }]) { nodes { year district { name } } } }`,
    ],
    [
      'sorted by the status',
      `{ reports(orderBy: [{ status: DESC }], first: 3) { nodes { year } pageInfo { endCursor } } }`,
    ],
    ['under other names', `{ list: reports { rows: nodes { y: year d: district { c: code } f: ${FIGURES} } } }`],
    [
      'with fragments',
      `{ reports { nodes { ...Row } } } fragment Row on Report { year ...Content district { ...Place } } fragment Content on ReportContent { title applicationOutcomes(rows: [GRANTED], applicants: [TOTAL]) { ... on Figure { state } value } } fragment Place on District { code }`,
    ],
    ['merged', `{ reports { nodes { district { code } district { name } year year } } }`],
  ])('%s', async (_name, query) => {
    const { expected, answer, statements } = await bothAnswers(query)
    expect(JSON.parse(expected).errors).toBeUndefined()
    expect(areTexts(statements), statements.join('\n')).toBe(true)
    expect(answer).toBe(expected)
  })

  it('goes on from a cursor, both ways', async () => {
    const page = '{ nodes { year agency { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }'
    const { answer } = await bothAnswers(`{ reports(first: 2) ${page} }`)
    const { endCursor } = JSON.parse(answer!).data.reports.pageInfo
    for (const query of [
      `{ reports(first: 2, after: "${endCursor}") ${page} }`,
      `{ reports(last: 1, before: "${endCursor}") ${page} }`,
    ]) {
      const { expected, answer } = await bothAnswers(query)
      expect(answer).toBe(expected)
      expect(JSON.parse(expected).data.reports.nodes.length).toBeGreaterThan(0)
    }
  })

  it('tells what was printed', async () => {
    const { answer } = await bothAnswers(
      '{ reports(filter: { year: { equals: 2022 } }) { nodes { year district { fullName } some: applicationOutcomes(rows: [RECEIVED], applicants: [TOTAL]) { state value } } } }',
    )
    const { value } = (
      await hub.db.pool.query(
        `SELECT value FROM application_outcomes WHERE year = 2022 AND "row" = 'RECEIVED' AND applicant = 'TOTAL'`,
      )
    ).rows[0]
    expect(JSON.parse(answer!)).toEqual({
      data: {
        reports: {
          nodes: [{ year: 2022, district: { fullName: '北京市石景山区' }, some: [{ state: 'STATED', value }] }],
        },
      },
    })
  })

  it('takes one statement', async () => {
    const { statements } = await bothAnswers(`{ reports { pageInfo { endCursor } nodes { ${EVERYTHING} } } }`)
    expect(statements).toHaveLength(1)
  })
})

describe('the executor’s is a page of reports', () => {
  it.each([
    ['of which more is asked', '{ reports { nodes { year period { from } } } }'],
    ['of whose figures more is asked', `{ reports { nodes { ${FIGURES.replace('value', 'unit')} } } }`],
    ['with a whole table', '{ reports { nodes { reviewResults { result value } applicationOutcomes { value } } } }'],
    ['with edges', '{ reports { nodes { year } edges { node { year } } } }'],
    ['that is asked for twice', '{ reports { nodes { year } nodes { title } } }'],
    ['in a fragment', '{ reports { ...Page } } fragment Page on ReportConnection { nodes { year } }'],
    ['as of an instant', '{ reports(asOf: "2020-01-01T00:00:00Z") { nodes { year } } }'],
    ['within a district', '{ district(code: "110115") { reports { nodes { year } } } }'],
  ])('%s', async (_name, query) => {
    const { expected, answer, statements } = await bothAnswers(query)
    expect(statements.some((text) => text.includes('AS places'))).toBe(false)
    expect(answer).toBe(expected)
  })

  it.each([
    ['nothing', '(rows: [])'],
    ['everything', '(rows: null, applicants: null)'],
    ['more than a few', '(applicants: [TOTAL])'],
    ['so many that they are refused', `(rows: [${Array.from({ length: 1_000 }, () => 'GRANTED').join()}])`],
    ['what variables tell', '(rows: $rows)'],
  ])('that asks for outcomes of %s', async (_name, picked) => {
    const query = `query ($rows: [ApplicationRow!]) { rulesVersion
      reports { totalCount pageInfo { endCursor } nodes { year applicationOutcomes${picked} { row value } } } }`
    const asked = picked.includes('$') ? query : query.replace('($rows: [ApplicationRow!])', '')
    for (const rows of picked.includes('$') ? [null, ['GRANTED'], []] : [null]) {
      const { expected, answer, statements } = await bothAnswers(asked, { rows })
      expect(answer).toBe(expected)
      // Nothing is executed a second time.
      expect(statements.filter((text) => text.includes('count(*)::int AS total')).length).toBeLessThan(2)
      expect(areTexts(statements)).toBe(false)
    }
  })

  it('where two fields ask for the same connection', async () => {
    const query = '{ reports { nodes { year } } reports { pageInfo { endCursor } nodes { title } } }'
    const { expected, answer, statements } = await bothAnswers(query)
    expect(answer).toBe(expected)
    expect(areTexts(statements)).toBe(false)
  })

  it('that asks for more columns than can be put together, and up to these it is not', async () => {
    const columns = (count: number) => Array.from({ length: count }, (_, at) => `a${at}: year`).join(' ')
    for (const count of [45, 46, 60]) {
      const { expected, answer, statements } = await bothAnswers(
        `{ reports(first: 1) { nodes { ${columns(count)} } } }`,
      )
      expect(JSON.parse(expected).errors).toBeUndefined()
      expect(answer).toBe(expected)
      expect(areTexts(statements)).toBe(count <= 45)
    }
  })
})
