import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { copyRows } from './copy-rows.ts'
import { reportsOf } from './country.ts'
import { rosterOf } from './roster.ts'
import { AgencyRows, noRows, type StoreRows } from './store-rows.ts'

/** What a worker is told, and what it answers. */
export interface Share {
  readonly url: string
  readonly reports: number
  readonly seed: number
  /** The agencies whose numbers leave this rest by the number of workers: chains of events are of one worker only, and nobody waits. */
  readonly share: number
  readonly shares: number
}

export interface Loaded {
  readonly reports: number
  readonly revisions: number
  readonly figures: number
  readonly planted: number
  /** Milliseconds of making reports, of making rows of them and judging them, and of waiting for the database. */
  readonly generating: number
  readonly mapping: number
  readonly waiting: number
}

/** Reports a transaction: more would be more memory, and fewer more commits. */
const BATCH = 100

const PUT_IN_FORCE = `
  UPDATE reports SET current_number = (
    SELECT max(number) FROM revisions WHERE (revisions.agency_id, revisions.year) = (reports.agency_id, reports.year)
  )
  WHERE agency_id = ANY($1)`

const { url, reports, seed, share, shares } = workerData as Share
const client = new pg.Client({ connectionString: url })
await client.connect()
// Nobody is told that anything is stored before all of it is.
await client.query('SET synchronous_commit = off')
let last = Date.now()
/** Each moment is later than the one before: a list of the latest has an order. */
const now = () => {
  last = Math.max(last + 1, Date.now())
  return new Date(last)
}
const done = { reports: 0, revisions: 0, figures: 0, planted: 0, generating: 0, mapping: 0, waiting: 0 }
const timed = <T>(what: 'generating' | 'mapping', work: () => T): T => {
  const began = performance.now()
  try {
    return work()
  } finally {
    done[what] += performance.now() - began
  }
}
let rows = noRows()
let writing: Promise<void> = Promise.resolve()
/** Hands the rows to the database, which takes them while the next ones are made. */
const flush = async () => {
  const began = performance.now()
  await writing
  done.waiting += performance.now() - began
  const batch = rows
  rows = noRows()
  writing = write(batch)
}
for (const [index, reporter] of rosterOf(reports, seed).entries()) {
  const id = index + 1
  if (id % shares !== share) continue
  const agency = new AgencyRows(id, rows, now)
  const made = reportsOf(reporter, { seed })
  for (;;) {
    const { value: report, done: isEnd } = timed('generating', () => made.next())
    if (isEnd || report === undefined) break
    timed('mapping', () => agency.add(report))
    done.reports += 1
    done.revisions += report.versions.length
    for (const version of report.versions) {
      done.figures += version.report.figures.size
      done.planted += version.planted.length
    }
  }
  if (rows.reports.length >= BATCH) await flush()
  await sleep(0)
}
await flush()
await writing
await client.end()
parentPort?.postMessage(done satisfies Loaded)

async function write(batch: StoreRows): Promise<void> {
  await client.query('BEGIN')
  for (const [table, some] of Object.entries(batch)) {
    await copyRows(client, table, some)
    // A report can refer to its revision only when that is there.
    if (table === 'revisions')
      await client.query(PUT_IN_FORCE, [batch.agencies.map((agency) => (agency as { id: number }).id)])
  }
  await client.query('COMMIT')
}
