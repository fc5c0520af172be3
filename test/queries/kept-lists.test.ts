import { getOperationAST, parse } from 'graphql'
import { pino } from 'pino'
import { afterAll, expect, it } from 'vitest'
import { withdraw } from '../../src/ingest/correct-report.ts'
import { createHub, type Hub } from '../../src/server/server.ts'
import { OPERATOR } from '../../src/store/actor.ts'
import { connect } from '../../src/store/database.ts'
import { testHub } from '../hub.ts'
import { EXAMPLES } from './answers.ts'
import { askExample, storeCorrection, storeLastSample, storeSamples } from './ask-example.ts'

// What is kept of revisions changes no answer: not when it is asked for the first time nor later, not after a report was revised, withdrawn
// or put in force again, and not in another hub on the same database.

const hub = await testHub()
const QUERIES = EXAMPLES.filter(({ query }) => getOperationAST(parse(query))?.operation === 'query')

/** Another hub on the database, which keeps so many bytes. */
function another(keptBytes: number): Pick<Hub, 'fetch'> & { readonly kept: () => number } {
  const database = connect(hub.db.url, { keptBytes, connections: 4 })
  const made = createHub({ database, logger: pino({ level: 'silent' }) })
  afterAll(async () => {
    await made.close()
    await database.close()
  })
  return { fetch: made.fetch, kept: () => database.keptLists.bytes }
}

const keeping = another(20_000_000)
const alsoKeeping = another(20_000_000)
// Room for a list or two: what is kept goes all the time.
const keepingLittle = another(10_000)

async function answersOf({ fetch }: Pick<Hub, 'fetch'>) {
  const answers: unknown[] = []
  for (const example of QUERIES) {
    const { data, errors } = await askExample({ fetch, database: hub.db, key: hub.key }, example)
    answers.push([example.name, data, errors])
  }
  return answers
}

async function expectEqualAnswers() {
  const answers = await answersOf(hub)
  expect(answers.length).toBeGreaterThan(20)
  for (const other of [keeping, alsoKeeping, keepingLittle, keeping]) expect(await answersOf(other)).toEqual(answers)
}

it('the saved queries are answered alike, whatever is kept', async () => {
  await storeSamples(hub.db)
  await expectEqualAnswers()
  expect(keeping.kept()).toBeGreaterThan(50_000)
  expect(keepingLittle.kept()).toBeLessThanOrEqual(10_000)
})

it('and so they are by their text, whether lists are made, kept, or kept as text', async () => {
  const query = `{ reports { nodes { year
    applicationOutcomes { row value state applicant }
    a: disclosureItems { item value } b: disclosureItems { measure }
    some: applicationOutcomes(rows: [GRANTED]) { value }
  } } }`
  const textOf = async ({ fetch }: Pick<Hub, 'fetch'>) => {
    const body = JSON.stringify({ query })
    const answer = await fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    return answer.text()
  }
  const text = await textOf(hub)
  expect(text.length).toBeGreaterThan(20_000)
  for (const other of [keeping, keeping, keepingLittle, keeping]) expect((await textOf(other)) === text).toBe(true)
})

it('and after a report came, another was revised and restored, and a third was withdrawn', async () => {
  await storeLastSample(hub.db)
  await storeCorrection(hub.db)
  await expectEqualAnswers()
  const withdrawn = await withdraw(hub.db, {
    ...{ districtCode: '110105', agencyName: null, year: 2017, actor: OPERATOR },
    ...{ expectedRevision: 1, reason: '文件有误' },
  })
  expect(withdrawn.ok).toBe(true)
  await expectEqualAnswers()
})
