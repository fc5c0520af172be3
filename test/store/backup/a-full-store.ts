import { readFileSync } from 'node:fs'
import { itemOfFile } from '../../../src/ingest/archive/item-of-file.ts'
import { ingest } from '../../../src/ingest/ingest.ts'
import { everyFormula } from '../../../src/metrics/every-formula.ts'
import { OPERATOR } from '../../../src/store/actor.ts'
import { addItems } from '../../../src/store/add-items.ts'
import { createApiKey, findApiKey } from '../../../src/store/api-keys.ts'
import type { Database } from '../../../src/store/database.ts'
import { addUp, beginSums } from '../../../src/store/sums/add-up.ts'
import { sample } from '../../hub.ts'
import { storeLastSample, storeSamples } from '../../queries/ask-example.ts'

/** Text with whatever separates, ends or escapes something in the format in which tables are copied. */
export const AWKWARD = 'tab\t line\n return\r backslash \\ \\. \\N \\x41 quote \' " 𠮷 \u2028\u0001\n\\.\n'

/** Brings it about that every table has rows: revised and withdrawn reports, used and revoked keys, rows that no form has. */
export async function fillStore(db: Database): Promise<void> {
  const { key } = await createApiKey(db, "the city's, \\N")
  const actor = { key: await findApiKey(db, key), requestId: AWKWARD.replaceAll('\u0001', '') }
  await storeSamples(db)
  await storeLastSample(db)
  const revised = sample('daxing-2020').replace('大兴区', '大兴区 ')
  await store(db, revised, { expectedRevision: 1, reason: AWKWARD, actor })
  await store(db, readFileSync(new URL('../../golden/text-row-of-the-places-own/report.txt', import.meta.url), 'utf8'))
  await db.pool.query(
    `INSERT INTO sections (agency_id, year, number, position, heading, text, locator)
     SELECT agency_id, year, number, 1000, $1, $1, jsonb_build_object('text', $2::text) FROM revisions`,
    [AWKWARD, AWKWARD.replaceAll('\u0001', '')],
  )
  const run = '00000000-0000-4000-8000-000000000001'
  await db.pool.query('INSERT INTO ingestion_runs (id, name) VALUES ($1, $2)', [run, AWKWARD])
  await addItems(db, OPERATOR, run, [itemOfFile('report.txt', Buffer.from(AWKWARD))])
  await db.pool.query(
    `INSERT INTO idempotent_answers (key_id, idempotency_key, request_sha256, owner)
     SELECT id, $1, sha256('request'), 1 FROM api_keys`,
    [AWKWARD],
  )
  await beginSums(db, everyFormula())
  await addUp(db, everyFormula())
  // After which the sums are behind of it.
  await db.pool.query('UPDATE reports SET current_number = NULL WHERE year = 2018')
}

async function store(db: Database, text: string, options: Parameters<typeof ingest>[2] = {}): Promise<void> {
  const ingested = await ingest(db, { kind: 'TEXT', text }, options)
  if (!ingested.ok) throw new Error(ingested.error.message)
}
