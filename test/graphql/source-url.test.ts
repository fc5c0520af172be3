import { expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { toReportObject } from '../../src/ingest/report-object.ts'
import { sample, testHub } from '../hub.ts'
import { readReport } from '../parse/read-report.ts'

const hub = await testHub()

const URL = 'https://www.bjdx.gov.cn/bjsdxqrmzf/2020.html'
const INGEST = `mutation ($source: ReportSource!, $sourceUrl: String) {
  ingestReport(input: { source: $source, sourceUrl: $sourceUrl }) {
    __typename
    ... on IngestedReport { outcome report { currentRevision { sourceUrl } } }
    ... on UserError { message }
  }
}`

const text = sample('daxing-2020')
const withUrl = async (sourceUrl: unknown, name = 'shijingshan-2022') => ({
  structured: { ...toReportObject(await readReport(sample(name)), []), sourceUrl },
})

it('is kept with the revision, and the same bytes again leave it as it is', async () => {
  const stored = { report: { currentRevision: { sourceUrl: URL } } }
  expect(await hub.dataOf(INGEST, { source: { text }, sourceUrl: URL })).toMatchObject({
    ingestReport: { outcome: 'CREATED', ...stored },
  })
  expect(await hub.dataOf(INGEST, { source: { text }, sourceUrl: 'https://another.cn/' })).toMatchObject({
    ingestReport: { outcome: 'UNCHANGED', ...stored },
  })
})

it('is none where nobody told', async () => {
  expect(await hub.dataOf(INGEST, { source: { text: sample('tongzhou-2018') } })).toMatchObject({
    ingestReport: { report: { currentRevision: { sourceUrl: null } } },
  })
})

it('comes with a report object as well, which what is told beside it must not contradict', async () => {
  const source = await withUrl(URL)
  expect(await hub.dataOf(INGEST, { source, sourceUrl: 'https://another.cn/' })).toMatchObject({
    ingestReport: {
      __typename: 'InvalidReportObjectError',
      message: `Expected a report object as its JSON Schema describes; at sourceUrl: "${URL}", and "https://another.cn/" beside it.`,
    },
  })
  expect(await hub.dataOf(INGEST, { source })).toMatchObject({
    ingestReport: { outcome: 'CREATED', report: { currentRevision: { sourceUrl: URL } } },
  })
})

it.each(['ftp://a.cn/b', 'www.a.cn', 'https://user:secret@a.cn/', ''])(
  'is refused where it is "%s"',
  async (sourceUrl) => {
    const { errors } = await hub.ask(INGEST, { source: { text }, sourceUrl })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect(errors?.[0]?.message).toBe(
      `Expected "sourceUrl" to be an address that begins with http:// or https://, names a host and no user, and has at most 2000 characters, got ${JSON.stringify(sourceUrl)}.`,
    )
    expect(await hub.dataOf(INGEST, { source: await withUrl(sourceUrl) })).toMatchObject({
      ingestReport: {
        __typename: 'InvalidReportObjectError',
        message: expect.stringContaining('at sourceUrl: not an address'),
      },
    })
  },
)

it('has at most 2,000 characters', async () => {
  const { errors } = await hub.ask(INGEST, { source: { text }, sourceUrl: `https://a.cn/${'x'.repeat(1_988)}` })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', of: 'sourceUrl', limit: 2_000, got: 2_001 } }])
  expect(errors?.[0]?.message).toBe('Expected a sourceUrl of at most 2000 characters.')
})

it('the store itself takes nothing else', async () => {
  await expect(
    ingest(hub.db, { kind: 'TEXT', text: sample('xigong-2020') }, { sourceUrl: 'javascript:alert(1)' }),
  ).rejects.toThrow('revisions_source_url_check')
})
