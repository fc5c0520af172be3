import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { openStore } from '../../src/open-store.ts'
import { createHub } from '../../src/server/server.ts'
import { readSettings } from '../../src/settings.ts'
import { createApiKey } from '../../src/store/api-keys.ts'
import { answersOnSamples, exampleNamed, keepAnswer, mustHaveNoAnswer } from './answers.ts'

/**
 * `npm run golden:queries -- NAME …`: keeps what saved queries are answered on the five samples, to be read before it is committed.
 * What is kept already is replaced with --force only.
 */
async function writeAnswers(names: readonly string[], replace: boolean): Promise<void> {
  const examples = names.map(exampleNamed)
  for (const { name } of examples) if (!replace) mustHaveNoAnswer(name)
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-answers-'))
  const store = await openStore(readSettings({ DATA_DIR: join(folder, 'data') }), 'OWN')
  const hub = createHub({ database: store.db, logger: pino({ level: 'warn' }) })
  try {
    const { key } = await createApiKey(store.db, 'answers')
    const answers = await answersOnSamples({ fetch: hub.fetch, database: store.db, key }, examples)
    for (const [name, answer] of answers) console.log(`Wrote ${keepAnswer(name, answer)}`)
  } finally {
    await hub.close()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ options: { force: { type: 'boolean' } }, allowPositionals: true })
  try {
    if (positionals.length === 0) {
      throw new Error('Expected names of saved queries: npm run golden:queries -- one-district [--force]')
    }
    await writeAnswers(positionals, values.force ?? false)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
