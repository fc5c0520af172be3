import { setTimeout as sleep } from 'node:timers/promises'
import { itemOfFile } from '../src/ingest/archive/item-of-file.ts'
import { OPERATOR } from '../src/store/actor.ts'
import { addItems } from '../src/store/add-items.ts'
import { connect } from '../src/store/database.ts'
import { closeRun, startRun } from '../src/store/runs.ts'
import { onServer, withDatabase } from '../test/database-address.ts'
import { documentOf, subjectsOf } from '../test/ingest/proof/documents.ts'
import { startHub } from '../test/ingest/proof/killed-hub.ts'

// npm run bench:reads -- SERVER [reports] [at once]: how long a read takes of a process that works runs off, and of one that does not.
// The server is one of PostgreSQL, on which databases may be made.

const [server, reports = '200', atOnce = '2'] = process.argv.slice(2)
if (server === undefined)
  throw new Error('Expected the address of a server of PostgreSQL, got none: npm run bench:reads -- postgres://…')

const QUERY = '{ district(code: "110115") { fullName reports { nodes { year title findings { message } } } } }'
const name = `hub_bench_${process.pid}`
await onServer(server, (client) => client.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`))
const DATABASE_URL = withDatabase(server, name)
const hub = await startHub({ DATABASE_URL, PORT: '0', INGEST_AT_ONCE: atOnce })
const db = connect(DATABASE_URL, { connections: 2 })

/** Milliseconds of each read, one after the other, until there is enough. */
async function reads(isEnough: () => boolean | Promise<boolean>): Promise<number[]> {
  const took: number[] = []
  while (!(await isEnough())) {
    const began = performance.now()
    const response = await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    })
    await response.text()
    took.push(performance.now() - began)
    await sleep(5)
  }
  return took.sort((one, other) => one - other)
}

const at = (took: readonly number[], part: number) => took[Math.floor(took.length * part)]?.toFixed(1)
const line = (what: string, took: readonly number[]) =>
  console.log(
    `${what}: ${took.length} reads, p50 ${at(took, 0.5)} ms, p95 ${at(took, 0.95)} ms, p99 ${at(took, 0.99)} ms`,
  )

try {
  let left = 400
  await reads(() => --left < 200)
  line('idle', await reads(() => --left < 0))
  const { rows } = await db.pool.query<{ fullName: string; name: string }>(
    `SELECT full_name AS "fullName", name FROM districts WHERE code LIKE '11%' AND level = 'COUNTY' AND current`,
  )
  const run = await startRun(db, OPERATOR, {})
  const subjects = subjectsOf(rows, Number(reports), 2023)
  await addItems(
    db,
    OPERATOR,
    run.id,
    subjects.map((subject, place) => itemOfFile(`${place}.txt`, Buffer.from(documentOf(subject)))),
  )
  await closeRun(db, OPERATOR, run.id)
  const began = performance.now()
  let looked = 0
  let isFinished = false
  line(
    'while ingesting',
    await reads(async () => {
      if (performance.now() - looked < 500) return isFinished
      looked = performance.now()
      isFinished = (await db.prisma.ingestionRun.findUniqueOrThrow({ where: { id: run.id } })).finishedAt !== null
      return isFinished
    }),
  )
  console.log(`${(Number(reports) / ((performance.now() - began) / 1_000)).toFixed(1)} reports in a second`)
} finally {
  hub.child.kill('SIGTERM')
  await hub.ended
  await db.close()
  await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
}
