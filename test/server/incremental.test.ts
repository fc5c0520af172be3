import { beforeAll, describe, expect, it } from 'vitest'
import { testHub } from '../hub.ts'

const hub = await testHub()
beforeAll(() => hub.ingestSamples('daxing-2020', 'xigong-2020'))

/** The parts in which the hub answers. */
async function partsOf(query: string): Promise<Record<string, unknown>[]> {
  const response = await hub.fetch('http://hub/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'multipart/mixed' },
    body: JSON.stringify({ query }),
  })
  expect(response.headers.get('content-type')).toMatch(/^multipart\/mixed/)
  const text = await response.text()
  return [...text.matchAll(/^\{.*\}\r?$/gm)].map(([part]) => JSON.parse(part))
}

describe('an answer in parts', () => {
  it('gives what is quick first and what is deferred later', async () => {
    const parts = await partsOf(`{
      report(district: "110115", year: 2020) {
        year
        ... @defer(label: "text") { sections { heading } }
      }
    }`)
    expect(parts[0]).toMatchObject({ data: { report: { year: 2020 } }, hasNext: true })
    expect(parts[0]?.data).toEqual({ report: { year: 2020 } })
    const deferred = parts.flatMap(({ incremental }) => (incremental ?? []) as Record<string, unknown>[])
    expect(deferred).toHaveLength(1)
    expect(deferred[0]).toMatchObject({ label: 'text', path: ['report'] })
    expect(JSON.stringify(deferred[0])).toContain('总体情况')
    expect(parts.at(-1)).toMatchObject({ hasNext: false })
  })

  it('gives the rest of a list item by item', async () => {
    const parts = await partsOf(`{
      report(district: "110115", year: 2020) { reviewResults @stream(initialCount: 2) { result value } }
    }`)
    expect(parts[0]).toMatchObject({
      data: { report: { reviewResults: [{ result: 'UPHELD' }, { result: 'CORRECTED' }] } },
    })
    const items = parts.flatMap(({ incremental }) =>
      ((incremental ?? []) as { items?: { result: string }[] }[]).flatMap(({ items = [] }) => items),
    )
    expect(items.map(({ result }) => result)).toEqual(['OTHER', 'PENDING', 'TOTAL'])
  })

  it.each(['-1', 'null', '$count'])('does not begin with %s items', async (count) => {
    const declared = count === '$count' ? '($count: Int)' : ''
    const query = `query ${declared} { reports { nodes @stream(initialCount: ${count}) { year } } }`
    const { errors } = await hub.ask(query, { count: -5 })
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT'])
  })

  it('takes as many statements as one in one piece', async () => {
    const query = (rest: string) => `{ reports { nodes { year ${rest} } } }`
    hub.db.forgetStatements()
    await hub.dataOf(query('sections { heading } issues { code }'))
    const whole = hub.db.statements.length
    hub.db.forgetStatements()
    await partsOf(query('... @defer { sections { heading } issues { code } }'))
    expect(hub.db.statements).toHaveLength(whole)
  })

  it.each(['application/json', 'application/graphql-response+json', '*/*'])(
    'is one piece for who accepts %s',
    async (accept) => {
      const query =
        '{ report(district: "110115", year: 2020) { ... @defer { year } reviewResults @stream { result } } }'
      const headers = { 'content-type': 'application/json', accept }
      const response = await hub.fetch('http://hub/graphql', {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      })
      expect(response.headers.get('content-type')).toMatch(/json/)
      const results = ['UPHELD', 'CORRECTED', 'OTHER', 'PENDING', 'TOTAL'].map((result) => ({ result }))
      expect(await response.json()).toEqual({ data: { report: { year: 2020, reviewResults: results } } })
    },
  )
})
