import { expect, it } from 'vitest'
import { sample, testHub } from '../hub.ts'

const hub = await testHub()

interface Results {
  readonly ingestReports: readonly Record<string, unknown>[]
}

const INGEST = /* GraphQL */ `
  mutation ($inputs: [IngestReportInput!]!) {
    ingestReports(inputs: $inputs) {
      __typename
      ... on IngestedReport { outcome report { year currentRevision { number } } }
      ... on UserError { message }
    }
  }
`
const text = (value: string, others: object = {}) => ({ source: { text: value }, ...others })
const daxing = sample('daxing-2020')

it('stores each or tells why not, at its place and in the order given', async () => {
  const { ingestReports } = await hub.dataOf<Results, unknown>(INGEST, {
    inputs: [
      text(sample('shijingshan-2022')),
      text('Minutes of a meeting.'),
      text(daxing),
      text(daxing),
      // Follows the one before it, which is of the same call.
      text(daxing.replace('28130.0902', '28130.0903'), { expectedRevision: 1 }),
      text(sample('xigong-2020'), { year: 2019 }),
    ],
  })
  expect(ingestReports).toMatchObject([
    { outcome: 'CREATED', report: { year: 2022 } },
    { __typename: 'NotAReportError' },
    { outcome: 'CREATED' },
    { outcome: 'UNCHANGED' },
    { outcome: 'REVISED', report: { year: 2020, currentRevision: { number: 2 } } },
    { __typename: 'YearMismatchError' },
  ])
})

it('takes no more than a hundred, and none without a key', async () => {
  const many = { inputs: Array.from({ length: 101 }, () => text('x')) }
  const { errors } = await hub.ask(INGEST, many)
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', of: 'sources', limit: 100, got: 101 })
  const refused = await hub.ask(INGEST, { inputs: [text(daxing)] }, {})
  expect(refused).toMatchObject({
    data: { ingestReports: null },
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  })
})

it('tells a fault at its place, and goes on with the others', async () => {
  await hub.db.pool.query(`
    CREATE FUNCTION fail_in_tongzhou() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW.district_code = '110112' THEN RAISE EXCEPTION 'a fault'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER fault BEFORE INSERT ON reports FOR EACH ROW EXECUTE FUNCTION fail_in_tongzhou()`)
  const answer = await hub.ask<Results, unknown>(INGEST, {
    inputs: [text(sample('tongzhou-2018')), text(sample('chaoyang-2017'))],
  })
  expect(answer.data?.ingestReports).toMatchObject([null, { outcome: 'CREATED' }])
  expect(answer.errors).toMatchObject([{ path: ['ingestReports', 0], extensions: { code: 'INTERNAL_SERVER_ERROR' } }])
})
