import { readFileSync } from 'node:fs'
import { generate, loadContext } from '@graphql-codegen/cli'
import { expect, it } from 'vitest'

it('the typed documents are those of schema.graphql and examples/ (npm run codegen writes them)', async () => {
  const context = await loadContext('codegen.yml')
  const files = await generate({ ...context.getConfig(), silent: true }, false)
  expect(files).toHaveLength(4)
  for (const { filename, content } of files) expect(readFileSync(filename, 'utf8'), filename).toBe(content)
})
