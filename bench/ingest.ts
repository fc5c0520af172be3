import { readdirSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { itemOfFile } from '../src/ingest/archive/item-of-file.ts'
import { preview } from '../src/ingest/preview.ts'
import { toReportObject } from '../src/ingest/report-object.ts'
import { startRunProcess } from '../src/start-run-process.ts'
import { OPERATOR } from '../src/store/actor.ts'
import { addItems } from '../src/store/add-items.ts'
import { connect, type Database } from '../src/store/database.ts'
import { loadDistricts } from '../src/store/load-districts.ts'
import { migrate } from '../src/store/migrate.ts'
import { closeRun, startRun } from '../src/store/runs.ts'
import { onServer, withDatabase } from '../test/database-address.ts'
import { documentOf, type Subject, subjectsOf } from '../test/ingest/proof/documents.ts'

// npm run bench:ingest -- SERVER [reports] [at once]: how many reports a run takes in a second, as texts of 25 kB and as report objects, and
// how long the same rows take by COPY. The server is one of PostgreSQL, on which databases may be made. Where the machine tells it (Linux,
// the server on the same one), the processor's time for each report as well: on a machine that others use, the clock tells little.

const [address, reports = '200', atOnce = '1'] = process.argv.slice(2)
if (address === undefined)
  throw new Error('Expected the address of a server of PostgreSQL, got none: npm run bench:ingest -- postgres://…')
const server: string = address
const count = Number(reports)
const BYTES = 25_000
const PARAGRAPH = '本年加强重点领域信息公开，受理申请12件，办结率100%。全年组织培训3次，参加人员150人次。\n'

/** The document of a subject with more text between its preface and its tables. */
function longDocumentOf(subject: Subject): string {
  const text = documentOf(subject)
  const [before = '', tables = ''] = text.split(/(?=二、主动公开政府信息情况)/u)
  const missing = Math.max(0, BYTES - Buffer.byteLength(text))
  return before + PARAGRAPH.repeat(Math.round(missing / Buffer.byteLength(PARAGRAPH))) + tables
}

async function objectOf(text: string): Promise<string> {
  const previewed = await preview({ kind: 'TEXT', text })
  if (!previewed.ok) throw new Error(previewed.error.message)
  return JSON.stringify(toReportObject(previewed.report, previewed.judgement.findings))
}

/** A database with the migrations and the districts, for as long as the work takes. */
async function withStore<Result>(name: string, work: (db: Database, url: string) => Promise<Result>): Promise<Result> {
  const own = `hub_bench_${name}_${process.pid}`
  await onServer(server, (client) => client.query(`CREATE DATABASE ${own} ENCODING 'UTF8' TEMPLATE template0`))
  const url = withDatabase(server, own)
  const db = connect(url, { connections: 2, statementTimeout: 600_000 })
  try {
    await migrate(url)
    await loadDistricts(db)
    return await work(db, url)
  } finally {
    await db.close()
    await onServer(server, (client) => client.query(`DROP DATABASE ${own} WITH (FORCE)`))
  }
}

const CLOCK_TICK = 10

/** What a process has taken of the processors, in milliseconds, and whose child it is; null where that cannot be told. */
function processorTime(pid: number): { readonly parent: number; readonly time: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(fields[1]), time: (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK }
  } catch {
    return null
  }
}

function childrenOf(parent: number): number[] {
  try {
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return processes.map(Number).filter((pid) => processorTime(pid)?.parent === parent)
  } catch {
    return []
  }
}

/** Adds up what processes take, of which some end. */
class Meter {
  readonly #times = new Map<number, { readonly before: number; time: number }>()

  look(pids: readonly number[], isNew = true): void {
    for (const pid of pids) {
      const time = processorTime(pid)?.time
      if (time === undefined) continue
      const known = this.#times.get(pid)
      if (known) known.time = time
      else this.#times.set(pid, { before: isNew ? 0 : time, time })
    }
  }

  get sum(): number {
    return [...this.#times.values()].reduce((sum, { before, time }) => sum + time - before, 0)
  }
}

const backends = async (db: Database): Promise<number[]> => {
  const { rows } = await db.pool.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  return rows.map(({ pid }) => pid)
}

interface Measured {
  readonly seconds: number
  /** Milliseconds of processors for a report: of the hub's processes, and of PostgreSQL's. */
  readonly hub: number
  readonly postgres: number
}

/** Works files off as a run, in the processes in which a hub does. */
async function ingested(db: Database, url: string, files: readonly (readonly [string, string])[]): Promise<Measured> {
  const run = await startRun(db, OPERATOR, {})
  const items = files.map(([name, text]) => itemOfFile(name, Buffer.from(text)))
  await addItems(db, OPERATOR, run.id, items)
  await closeRun(db, OPERATOR, run.id)
  const [hub, postgres] = [new Meter(), new Meter()]
  hub.look(childrenOf(process.pid), false)
  postgres.look(await backends(db), false)
  const before = new Set(childrenOf(process.pid))
  const began = performance.now()
  const faulty = (error: unknown) => console.error(error)
  const worker = startRunProcess(db, { url, atOnce: Number(atOnce), maxSourceBytes: 10_000_000, faulty })
  for (let isFinished = false; !isFinished; ) {
    await sleep(100)
    isFinished = (await db.prisma.ingestionRun.findUniqueOrThrow({ where: { id: run.id } })).finishedAt !== null
    const own = childrenOf(process.pid).filter((pid) => !before.has(pid))
    hub.look([...own, ...own.flatMap(childrenOf)])
    postgres.look(await backends(db))
  }
  const seconds = (performance.now() - began) / 1_000
  await worker.close()
  const { rows } = await db.pool.query<{ stored: number }>('SELECT count(*)::int AS stored FROM reports')
  if (rows[0]?.stored !== count) throw new Error(`Expected ${count} reports to be stored, got ${rows[0]?.stored}.`)
  return { seconds, hub: hub.sum / count, postgres: postgres.sum / count }
}

/** The tables of reports, in an order in which their rows can be written. */
const TABLES = [
  ...[
    'agencies',
    'reports',
    'revisions',
    'disclosure_items',
    'application_outcomes',
    'review_results',
    'litigation_results',
  ],
  ...['unrecognised_rows', 'claims', 'shares', 'sections', 'issues', 'judgements', 'findings'],
]

/** Copies the rows into another database with the same tables, indexes and constraints, in one transaction. */
async function copied(db: Database): Promise<Measured> {
  const texts = new Map<string, Buffer>()
  const source = await db.pool.connect()
  for (const table of TABLES)
    texts.set(table, Buffer.concat(await source.query(to(`COPY ${table} TO STDOUT`)).toArray()))
  source.release()
  return withStore('copy', async (_target, url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const pids = rows.map(({ pid }) => pid)
    const postgres = new Meter()
    postgres.look(pids, false)
    const began = performance.now()
    await client.query('BEGIN')
    for (const [table, text] of texts) {
      // A report and its revision refer to each other: the one is put in force when the other is there.
      if (table === 'reports') await client.query('CREATE TEMP TABLE given (LIKE reports) ON COMMIT DROP')
      const into = client.query(from(`COPY ${table === 'reports' ? 'given' : table} FROM STDIN`))
      await pipeline(Readable.from([text]), into)
      if (table === 'reports')
        await client.query(
          `INSERT INTO reports SELECT agency_id, year, district_code, NULL, created_at, updated_at FROM given`,
        )
    }
    await client.query(`UPDATE reports SET current_number = given.current_number FROM given
      WHERE (given.agency_id, given.year) = (reports.agency_id, reports.year)`)
    await client.query('COMMIT')
    const seconds = (performance.now() - began) / 1_000
    postgres.look(pids)
    await client.end()
    return { seconds, hub: 0, postgres: postgres.sum / count }
  })
}

const print = (what: string, { seconds, hub, postgres }: Measured) =>
  console.log(
    `| ${what} | ${(count / seconds).toFixed(1)} | ${hub.toFixed(1)} | ${postgres.toFixed(1)} | ${(hub + postgres).toFixed(1)} |`,
  )

console.log(
  '| what | reports a second | ms of the hub | ms of PostgreSQL | ms together |\n| --- | ---: | ---: | ---: | ---: |',
)
const subjects = await withStore('subjects', async ({ pool }) => {
  const { rows } = await pool.query<Omit<Subject, 'year'>>(`
    SELECT full_name AS "fullName", name FROM districts AS district
    WHERE level = 'COUNTY' AND current AND NOT EXISTS (SELECT FROM districts AS other
      WHERE other.code <> district.code AND (other.name = district.name OR other.full_name = district.full_name))
    ORDER BY full_name`)
  return subjectsOf(rows, count, 2023)
})
const texts = subjects.map(longDocumentOf)
await withStore('texts', async (db, url) => {
  const files = texts.map((text, place) => [`${place}.txt`, text] as const)
  print('texts of 25 kB', await ingested(db, url, files))
})
await withStore('objects', async (db, url) => {
  const files: [string, string][] = []
  for (const [place, text] of texts.entries()) files.push([`${place}.json`, await objectOf(text)])
  const structured = await ingested(db, url, files)
  print('report objects', structured)
  const copy = await copied(db)
  print('COPY of the same rows', copy)
  const [byClock, byProcessor] = [
    copy.seconds / structured.seconds,
    copy.postgres / (structured.hub + structured.postgres),
  ]
  console.log(
    `Report objects come in at ${byClock.toFixed(2)} of the rate of COPY; by processors' time ${byProcessor.toFixed(2)}.`,
  )
})
