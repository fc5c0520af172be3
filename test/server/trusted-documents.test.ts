import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExamples } from '../../src/server/plugins/example-queries.ts'
import { createHub } from '../../src/server/server.ts'
import { printedExample, readManifest, trustedDocuments } from '../../src/server/trusted-documents.ts'
import { testHub } from '../hub.ts'
import { OneDistrictDocument } from '../queries/typed/graphql.ts'

const EXAMPLES = new URL('../../examples/', import.meta.url).pathname
const WRITTEN = new URL('../queries/typed/persisted-documents.json', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'disclosure-hub-manifest-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const manifestOf = (content: unknown) => {
  const path = join(folder, `${sha256(JSON.stringify(content))}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const OWN = 'query Own { districts(first: 1) { totalCount } }'
const GONE = '{ noSuchField }'
const trustedManifest = manifestOf({ [`sha256:${sha256(OWN)}`]: OWN, own: OWN, gone: GONE })

const hub = await testHub({ trustedManifest })
beforeAll(() => hub.ingestSamples('daxing-2020'))

interface Answer {
  readonly data?: Readonly<Record<string, unknown>>
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

const post = (body: object, asked: Pick<typeof hub, 'fetch'> = hub) =>
  asked.fetch('http://hub/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const get = (parameters: Record<string, string>, asked: Pick<typeof hub, 'fetch'> = hub) =>
  asked.fetch(`http://hub/graphql?${new URLSearchParams(parameters)}`)
const answerOf = async (response: Promise<Response>) => (await (await response).json()) as Answer
const refusalOf = async (asked: Promise<Response>) => {
  const response = await asked
  const { errors } = (await response.json()) as Answer
  expect(errors).toHaveLength(1)
  return { status: response.status, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message }
}

/** A multipart request as the specification of uploads tells, without a file. */
function multipart(): FormData {
  const form = new FormData()
  form.set('operations', JSON.stringify({ query: OWN }))
  form.set('map', '{}')
  return form
}

/** The id that code generation gives the document. */
const id = (OneDistrictDocument as unknown as { __meta__: { hash: string } }).__meta__.hash

describe('the saved queries', () => {
  it('are trusted under the ids, and with the texts, that code generation writes for their callers', () => {
    const examples = readExamples(EXAMPLES)
    const printed = examples.map((example) => {
      const text = printedExample(example)
      return [`sha256:${sha256(text)}`, text]
    })
    expect(Object.fromEntries(printed)).toEqual(JSON.parse(readFileSync(WRITTEN, 'utf8')))
    const findDocument = trustedDocuments(examples, new Map())
    for (const [id = '', text] of printed) expect(findDocument(id)).toBe(text)
  })

  it.each([
    ['as it is written', id],
    ['without its prefix', id.replace('sha256:', '')],
    ['of the file', sha256(readFileSync(join(EXAMPLES, 'one-district.graphql'), 'utf8'))],
  ])('are asked by the id, %s, by POST and by GET', async (_name, documentId) => {
    for (const asked of [post({ documentId }), get({ documentId })]) {
      expect((await answerOf(asked)).data).toMatchObject({ district: { fullName: '北京市大兴区' } })
    }
  })

  it('take variables', async () => {
    const { data } = await answerOf(get({ documentId: id, variables: '{"code":"110112"}' }))
    expect(data).toMatchObject({ district: { fullName: '北京市通州区' } })
  })

  it('are asked as the links of Apollo do', async () => {
    const sha256Hash = id.replace('sha256:', '')
    const { data } = await answerOf(post({ extensions: { persistedQuery: { version: 1, sha256Hash } } }))
    expect(data).toMatchObject({ district: { code: '110115' } })
  })

  it('do not run by GET when they are mutations', async () => {
    const documentId = sha256(readFileSync(join(EXAMPLES, 'publish-a-report.graphql'), 'utf8'))
    expect(await refusalOf(get({ documentId }))).toMatchObject({ status: 405, code: 'BAD_REQUEST' })
  })
})

describe('a manifest', () => {
  it.each([`sha256:${sha256(OWN)}`, sha256(OWN), 'own'])('is asked by its ids: %s', async (documentId) => {
    expect((await answerOf(post({ documentId }))).data).toHaveProperty('districts')
  })

  it('may hold documents that the schema does not answer any more: the log tells of them, and who asks gets to know', async () => {
    expect(await refusalOf(post({ documentId: 'gone' }))).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' })
    const told = hub.log.map((line) => JSON.parse(line))
    expect(told).toEqual([expect.objectContaining({ id: 'gone', error: expect.stringContaining('noSuchField') })])
  })

  it.each([
    ['is not there', join(folder, 'none.json'), 'ENOENT'],
    ['is no JSON', manifestOf('{'), 'JSON'],
    ['is other JSON', manifestOf([OWN]), 'other JSON'],
    ['has a document under the digest of another', manifestOf({ [sha256(GONE)]: OWN }), 'under its own SHA-256'],
  ])('is refused when it %s', (_name, path, words) => {
    expect(() => readManifest(path)).toThrow(expect.objectContaining({ name: 'ManifestError' }))
    expect(() => readManifest(path)).toThrow(words)
  })
})

describe('an id', () => {
  it.each(['x', '', `sha256:${'0'.repeat(64)}`, '__proto__', 'constructor'])(
    'is refused when nothing is trusted under it: %j',
    async (documentId) => {
      const refusal = { status: 400, code: 'PERSISTED_QUERY_NOT_FOUND' }
      expect(await refusalOf(post({ documentId }))).toMatchObject(refusal)
      expect(await refusalOf(get({ documentId }))).toMatchObject(refusal)
    },
  )

  it.each([{ documentId: 1 }, { documentId: {} }, { documentId: id, query: '{ __typename }' }])(
    'is refused when it is none, or comes beside a document: %j',
    async (body) => expect(await refusalOf(post(body))).toMatchObject({ status: 400, code: 'BAD_REQUEST' }),
  )

  it('is refused beside a document in an address as well', async () => {
    const refusal = { status: 400, code: 'BAD_REQUEST', message: 'Expected either "query" or "documentId", got both.' }
    expect(await refusalOf(get({ documentId: id, query: '{ __typename }' }))).toEqual(refusal)
  })
})

describe('a hub that answers trusted documents alone', () => {
  const closed = createHub({ database: hub.db, trustedManifest: manifestOf({ own: OWN }), trustedDocuments: 'only' })
  afterAll(() => closed.close())

  it('answers them', async () => {
    expect((await answerOf(get({ documentId: id }, closed))).data).toHaveProperty('district')
    expect((await answerOf(post({ documentId: 'own' }, closed))).data).toHaveProperty('districts')
  })

  it.each(['{ __typename }', '{ __schema { types { name } } }', OWN, '{'])(
    'answers nothing else: %s',
    async (query) => {
      const refusal = { status: 403, code: 'PERSISTED_QUERY_ONLY' }
      expect(await refusalOf(post({ query }, closed))).toMatchObject(refusal)
      expect(await refusalOf(get({ query }, closed))).toMatchObject(refusal)
      const sha256Hash = sha256(query)
      const registering = { query, extensions: { persistedQuery: { version: 1, sha256Hash } } }
      expect(await refusalOf(post(registering, closed))).toMatchObject(refusal)
    },
  )

  it.each([
    ['application/graphql', OWN],
    ['application/x-www-form-urlencoded', new URLSearchParams({ query: OWN }).toString()],
    ['multipart/form-data', multipart()],
  ])('takes a document in no other dress: %s', async (contentType, body) => {
    const headers = {
      'graphql-require-preflight': '1',
      ...(typeof body === 'string' && { 'content-type': contentType }),
    }
    const refusal = { status: 403, code: 'PERSISTED_QUERY_ONLY' }
    const asked = closed.fetch('http://hub/graphql', { method: 'POST', headers, body })
    expect(await refusalOf(asked)).toMatchObject(refusal)
  })

  it('tells what is missing when there is neither', async () => {
    expect(await refusalOf(post({}, closed))).toMatchObject({ code: 'BAD_REQUEST' })
  })
})
