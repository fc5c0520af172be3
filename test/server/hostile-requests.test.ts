import { describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'
import { pdfOf, TITLE } from '../parse/hostile-sources.ts'

// What is sent to cost the server more than its size. It refuses, and goes on answering everybody else.

const hub = await testHub({ maxSourceBytes: 1_000_000 })
const address = await hub.listen({ port: 0 })
const authorization = { authorization: `Bearer ${hub.key}` }

const PREVIEW = `mutation ($source: ReportSource!) {
  previewReport(input: { source: $source }) {
    __typename
    ... on PreviewedReport { form applicationOutcomes { path value } }
    ... on UserError { message }
  }
}`

interface Answer {
  readonly data?: { readonly previewReport: { readonly __typename: string; readonly message?: string } } | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

async function answerOf(response: Response): Promise<Answer> {
  return (await response.json()) as Answer
}

const previewText = async (text: string) =>
  answerOf(
    await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { ...authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ query: PREVIEW, variables: { source: { text } } }),
    }),
  )

/** A multipart request as the specification of uploads tells, and whatever else is put in. */
function upload(file: Uint8Array<ArrayBuffer>, more: readonly (readonly [string, string])[] = []) {
  const form = new FormData()
  form.set('operations', JSON.stringify({ query: PREVIEW, variables: { source: { file: null } } }))
  form.set('map', JSON.stringify({ 0: ['variables.source.file'] }))
  form.set('0', new File([file], 'report.pdf', { type: 'application/pdf' }))
  for (const [name, value] of more) form.append(name, value)
  return fetch(`${address}/graphql`, { method: 'POST', headers: authorization, body: form })
}

const RECEIVED = '一、本年新收政府信息公开申请数量'
const GOOD = `${TITLE}\n${RECEIVED}\t3\t0\t0\t0\t0\t0\t3`

async function answersAsEver() {
  expect((await fetch(`${address}/health`)).status).toBe(200)
  const { data } = await previewText(GOOD)
  expect(data?.previewReport).toMatchObject({
    __typename: 'PreviewedReport',
    applicationOutcomes: expect.arrayContaining([{ path: 'applications.RECEIVED.TOTAL', value: 3 }]),
  })
  expect(hub.log).toEqual([])
}

describe('a document made to take all memory', () => {
  it('is refused, while others are answered', async () => {
    const bomb = upload(new Uint8Array(pdfOf('q '.repeat(400_000))))
    let isRead = false
    const read = bomb.finally(() => {
      isRead = true
    })
    await answersAsEver()
    expect(isRead).toBe(false)
    expect((await answerOf(await read)).data?.previewReport.__typename).toBe('TooComplexError')
    await answersAsEver()
  })
})

describe('a request', () => {
  it('of a file over the limit is refused with the limit', async () => {
    const { data } = await answerOf(await upload(new Uint8Array(1_000_001).fill(0x31)))
    expect(data?.previewReport).toMatchObject({
      __typename: 'TooLargeError',
      message: expect.stringContaining('1000000 bytes'),
    })
  })

  it('of thousands of parts that nobody asked for is answered by what was asked, or refused', async () => {
    const parts = Array.from({ length: 5_000 }, (_, index) => [`part ${index}`, 'x'] as const)
    const response = await upload(new TextEncoder().encode(GOOD), parts)
    const { data, errors } = await answerOf(response)
    expect(data?.previewReport.__typename ?? errors?.[0]?.extensions?.code).toBe('PreviewedReport')
    await answersAsEver()
  })

  it.each([
    ['an object in an object', '{"a":', '}'],
    ['a list in a list', '[', ']'],
  ])('with a report object nested without end is refused: %s', async (_name, open, close) => {
    const levels = 200_000
    const nested = `${open.repeat(levels)}1${close.repeat(levels)}`
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { ...authorization, 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(PREVIEW)},"variables":{"source":{"structured":${nested}}}}`,
    })
    const { data, errors } = await answerOf(response)
    expect(data?.previewReport.__typename ?? errors?.[0]?.extensions?.code).toMatch(
      /^(InvalidReportObjectError|BAD_USER_INPUT|BAD_REQUEST)$/,
    )
    await answersAsEver()
  })

  it('with bytes written as letters is no report', async () => {
    const letters = Buffer.alloc(600_000, 'report').toString('base64')
    expect((await previewText(letters)).data?.previewReport.__typename).toBe('NotAReportError')
    await answersAsEver()
  })
})
