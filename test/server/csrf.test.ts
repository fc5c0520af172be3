import { describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

const hub = await testHub()
const address = await hub.listen({ port: 0 })

const post = (contentType: string | null, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { ...headers, ...(contentType !== null && { 'content-type': contentType }) },
    body,
  })

const query = '{ __typename }'

/** A multipart request as the specification of uploads tells, without a file. */
function multipart(): FormData {
  const form = new FormData()
  form.set('operations', JSON.stringify({ query }))
  form.set('map', '{}')
  return form
}

describe('a request that a form of another site could send', () => {
  it.each([
    ['url-encoded', 'application/x-www-form-urlencoded', new URLSearchParams({ query }).toString()],
    ['multipart', null, multipart()],
    ['plain text', 'text/plain', JSON.stringify({ query })],
  ])('is refused when %s', async (_name, contentType, body) => {
    const response = await post(contentType, body)
    expect(response.status).toBe(403)
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] }
    expect(errors[0]?.extensions.code).toBe('CSRF_PREVENTED')
    expect(errors[0]?.message).toContain('GraphQL-Require-Preflight: 1')
  })

  it.each([
    ['the header of this hub', { 'graphql-require-preflight': '1' }],
    ['the header of Apollo', { 'apollo-require-preflight': 'true' }],
    ['a key', { authorization: 'Bearer hub_x' }],
  ])('is answered when it carries %s, which no form can', async (_name, headers) => {
    const response = await post(null, multipart(), headers)
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })
})

it('answers application/graphql, which browsers ask about first', async () => {
  const response = await post('application/graphql', query)
  expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
})

it('does not execute mutations that come by GET', async () => {
  const mutation = 'mutation { previewReport(input: { source: { text: "x" } }) { __typename } }'
  const response = await fetch(`${address}/graphql?query=${encodeURIComponent(mutation)}`, {
    headers: { authorization: `Bearer ${hub.key}` },
  })
  expect(response.status).toBe(405)
})

it('lets pages of any site ask, and never with credentials', async () => {
  const response = await fetch(`${address}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://news.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  })
  expect(response.status).toBe(204)
  expect(response.headers.get('access-control-allow-origin')).toBe('https://news.example')
  expect(response.headers.get('access-control-allow-headers')).toBe('authorization,content-type')
  expect(response.headers.has('access-control-allow-credentials')).toBe(false)
})
