import { auditServer } from 'graphql-http'
import { expect, it } from 'vitest'
import { testHub } from '../hub.ts'

const hub = await testHub()
const address = await hub.listen({ port: 0 })

it('passes all 61 audits of GraphQL over HTTP with everything switched on', async () => {
  const results = await auditServer({ url: `${address}/graphql` })
  const failed = results.flatMap((result) => (result.status === 'ok' ? [] : [`${result.name}: ${result.reason}`]))
  expect(failed).toEqual([])
  expect(results).toHaveLength(61)
})
