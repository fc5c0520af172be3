import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { read, store } from '../../src/ingest/ingest.ts'
import { rejudge } from '../../src/ingest/rejudge.ts'
import { testDatabase } from '../database.ts'

const db = await testDatabase()
const SAMPLES = join(import.meta.dirname, '../../samples')

/** The samples as read, and one of them on the years around it, the latest first. */
async function reports() {
  const texts = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(SAMPLES, name), 'utf8'))
  const daxing = readFileSync(join(SAMPLES, 'daxing-2020.txt'), 'utf8')
  const years = [2019, 2018, 2021].map((year) => daxing.replaceAll('2020', `${year}`))
  const all = await Promise.all([...texts, ...years].map((text) => read({ kind: 'TEXT', text })))
  return all.map((one) => (one.ok ? one : expect.fail(one.error.message)))
}

it('judges what it is going to write as what it would read', async () => {
  const stored = await store(db, await reports())
  expect(stored.map((one) => 'outcome' in one && one.outcome)).toEqual(stored.map(() => 'CREATED'))
  const again = []
  for await (const one of rejudge(db)) again.push(one)
  expect(again).toHaveLength(stored.length)
  expect(again.some(({ judgement }) => judgement.findings.length > 0)).toBe(true)
  // Where a report that came later has changed the judgement of one that came before, that is what is stored.
  expect(again.filter(({ gained, lost }) => gained.length + lost.length > 0)).toEqual([])
  const { rows } = await db.pool.query(
    `SELECT count(*)::int AS judgements, count(DISTINCT (agency_id, year, number))::int AS revisions FROM judgements`,
  )
  expect(rows).toEqual([{ judgements: stored.length, revisions: stored.length }])
})
