import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { ingest } from '../../../src/ingest/ingest.ts'
import { rejudge } from '../../../src/ingest/rejudge.ts'
import { createHub } from '../../../src/server/server.ts'
import { createApiKey } from '../../../src/store/api-keys.ts'
import { type Backup, takeBackup } from '../../../src/store/backup/take-backup.ts'
import { connect, type Database } from '../../../src/store/database.ts'
import { emptyDatabase, testDatabase } from '../../database.ts'
import { sample } from '../../hub.ts'
import { comparable, EXAMPLES } from '../../queries/answers.ts'
import { askExample, isSubscription, storeLastSample, storeSamples } from '../../queries/ask-example.ts'
import { backUp, contentOf, folder, restore } from './a-backup.ts'
import { anotherServer } from './another-server.ts'

// What docs/backup.md has operators practise, while reports are ingested, and to a server of another version where there are two.

const source = await testDatabase()
const replayed = await testDatabase()
const databaseElsewhere = await anotherServer()
const { key } = await createApiKey(source, 'the city')

it('takes what was committed up to one moment, while more is ingested, to another server and back', async () => {
  await storeFirst(source)
  const writer = keepIngesting(source)
  const taken = await takenMeanwhile(writer).finally(writer.stop)

  const elsewhere = await databaseElsewhere('restored')
  await restore(taken.file, elsewhere)
  const second = await backUp(elsewhere)
  expect(contentOf(second)).toEqual(contentOf(taken))
  const home = await emptyDatabase()
  await restore(second.file, home)
  expect(contentOf(await backUp(home))).toEqual(contentOf(taken))

  const restored = open(elsewhere)
  const ingested = await ingestedInto(restored)
  // The last of them was followed by others, and none before it is missing.
  expect(ingested.length).toBeGreaterThan(0)
  expect(ingested.length).toBeLessThan(writer.committed.length)
  expect(ingested).toEqual(writer.committed.slice(0, ingested.length))
  expect(await brokenJudgements(restored)).toEqual([])
  expect(await rejudgedOtherwise(restored)).toEqual([])

  // Another store, into which the same was ingested one after the other, and nothing else.
  await storeFirst(replayed)
  for (const [year, number] of ingested) await ingestYear(replayed, year, number)
  const { key: anotherKey } = await createApiKey(replayed, 'the city')
  expect(await answersOf(restored, key)).toEqual(await answersOf(replayed, anotherKey))
})

async function storeFirst(db: Database): Promise<void> {
  await storeSamples(db)
  await storeLastSample(db)
}

/** A year and the number of its revision. */
type Ingested = readonly [year: number, number: number]

interface Writer {
  /** What was committed, in order. */
  readonly committed: readonly Ingested[]
  stop(): Promise<void>
}

/** Ingests revision after revision of one year after the other, until it is told to stop: there are more than a backup has time for. */
function keepIngesting(db: Database): Writer {
  const committed: Ingested[] = []
  let isStopped = false
  const write = async () => {
    for (let year = 1990; year < 2020; year += 1) {
      for (let number = 1; number <= 50; number += 1) {
        if (isStopped) return
        await ingestYear(db, year, number)
        committed.push([year, number])
      }
    }
  }
  const written = write()
  return {
    committed,
    async stop() {
      isStopped = true
      await written
    },
  }
}

async function ingestYear(db: Database, year: number, number: number): Promise<void> {
  const text = `${sample('daxing-2020').replaceAll('2020', String(year))}${'\n'.repeat(number)}`
  const ingested = await ingest(
    db,
    { kind: 'TEXT', text },
    { year, ...(number > 1 && { expectedRevision: number - 1 }) },
  )
  if (!ingested.ok) throw new Error(ingested.error.message)
}

/** A backup before which something was ingested, and after each table of which something more was. */
async function takenMeanwhile({ committed }: Writer): Promise<Backup & { readonly file: string }> {
  const more = async () => {
    const before = committed.length
    await expect.poll(() => committed.length).toBeGreaterThan(before)
  }
  await more()
  const file = join(await folder(), 'hub.backup')
  return { file, ...(await takeBackup(source.url, file, { hubVersion: '1', told: more })) }
}

/** What the writer ingested: the samples are older. */
async function ingestedInto({ pool }: Database): Promise<Ingested[]> {
  const { rows } = await pool.query<{ year: number; number: number }>(
    `SELECT year, number FROM revisions JOIN agencies ON id = agency_id
     WHERE district_code = '110115' AND year < 2020 ORDER BY year, number`,
  )
  return rows.map(({ year, number }) => [year, number])
}

/** What the trigger of judgements would refuse: it does not fire when they are restored. */
async function brokenJudgements({ pool }: Database): Promise<unknown[]> {
  const { rows } = await pool.query(
    `SELECT agency_id, year, number FROM judgements LEFT JOIN findings USING (agency_id, year, number)
     GROUP BY judgements.agency_id, judgements.year, judgements.number
     HAVING errors + warnings + notices <> count(findings.position)
       OR cardinality(broken) <> count(DISTINCT rule_id)`,
  )
  return rows
}

/** Reports of which the rules, asked again, would not say the same: their figures would be others. */
async function rejudgedOtherwise(db: Database): Promise<unknown[]> {
  const otherwise: unknown[] = []
  for await (const { key, statusBefore, judgement, gained, lost } of rejudge(db, { isDryRun: true })) {
    if (statusBefore !== judgement.status || gained.length + lost.length > 0) otherwise.push(key)
  }
  return otherwise
}

async function answersOf(database: Database, key: string): Promise<Record<string, unknown>> {
  const hub = createHub({ database, logger: pino({ level: 'silent' }) })
  const answers: Record<string, unknown> = {}
  for (const example of EXAMPLES.filter((one) => !isSubscription(one))) {
    const answer = await askExample({ fetch: hub.fetch, database, key }, example)
    expect(answer.errors, example.name).toBeUndefined()
    answers[example.name] = comparable(answer)
  }
  await hub.close()
  return answers
}

function open(url: string): Database {
  const db = connect(url)
  onTestFinished(() => db.close())
  return db
}
