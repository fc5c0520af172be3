import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LIMITS } from '../../src/graphql/limits.ts'
import { testHub } from '../hub.ts'

const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8')

it('docs/limits.md has a row for every limit, with its number and its code', () => {
  const rows = Object.entries(LIMITS).map(([name, { most, of, code }]) => {
    const number = most.toLocaleString('en')
    return `| \`${name}\` | ${number} | ${of} | ${code === null ? 'none' : `\`${code}\``} |`
  })
  expect(page.match(/^\| `.*$/gm)).toEqual(rows)
})

it('docs/limits.md shows what its question takes', async () => {
  const hub = await testHub()
  const [, body = ''] = page.match(/-d '(.*)'/) ?? []
  const [, shown = ''] = page.match(/```json\n([\s\S]*?)```/) ?? []
  const headers = { 'content-type': 'application/json' }
  const response = await hub.fetch('http://hub/graphql', { method: 'POST', headers, body })
  expect(await response.json()).toMatchObject({ extensions: { cost: JSON.parse(shown) } })
})

it('an address longer than the headers may be is answered by status 431', async () => {
  const hub = await testHub()
  const address = await hub.listen({ port: 0 })
  const query = `{ __typename } #${'x'.repeat(LIMITS.headerBytes.most)}`
  expect((await fetch(`${address}/graphql?${new URLSearchParams({ query })}`)).status).toBe(431)
})
