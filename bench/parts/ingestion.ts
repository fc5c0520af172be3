import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { ROOT } from '../contestants.ts'
import type { Plan } from '../plan.ts'
import type { Row } from '../results.ts'
import { dropStore, makeEmptyStore, type Server } from '../stores.ts'
import { timed } from './country.ts'

const run = promisify(execFile)

// How fast reports come in, by `hub ingest` into an empty store: documents that are read, and report objects, beside a COPY of the rows
// that they become. The start of the program is part of what is measured.

/** What a document is long, in bytes: as long as published ones are on average. */
const BYTES = 25_000

/** @param url a store whose reports are taken */
export async function measureIngestion(
  server: Server,
  url: string,
  { documents, objects }: Pick<Plan, 'documents' | 'objects'>,
): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-bench-'))
  try {
    return [await measureDocuments(server, folder, documents), ...(await measureObjects(server, url, folder, objects))]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureDocuments(server: Server, folder: string, count: number): Promise<Row> {
  const documents = join(folder, 'documents')
  const program = [join(ROOT, 'bench/generate/write-documents.ts'), '--reports', `${count}`, '--bytes', `${BYTES}`]
  await run(process.execPath, [...program, documents], { cwd: ROOT, maxBuffer: 100_000_000 })
  // Corrections follow a revision that whoever sends them has to name.
  const names = await readdir(documents)
  const corrections = names.filter((name) => !/^\d{6}-\d{4}[.]txt$/.test(name))
  await Promise.all(corrections.map((name) => rm(join(documents, name))))
  const sent = names.length - corrections.length
  const empty = await makeEmptyStore(server)
  const { took } = await timed(() => ingest(empty, documents))
  const stored = await countReports(empty)
  await dropStore(server, empty)
  if (stored !== sent) throw new Error(`Expected ${sent} documents to become reports, got ${stored}.`)
  return {
    what: 'ingest-documents',
    who: 'hub',
    title: 'documents of 25 kB, by hub ingest',
    by: 'the hub',
    figures: [{ against: '', unit: 'a second', value: sent / (took / 1_000), target: { atLeast: 100 } }],
    measured: { perSecond: sent / (took / 1_000) },
  }
}

async function measureObjects(server: Server, url: string, folder: string, count: number): Promise<Row[]> {
  const whole = join(folder, 'all.jsonl')
  await run(process.execPath, ['src/cli.ts', 'export', '--output', whole], { cwd: ROOT, env: hubSettings(url) })
  const lines = (await readFile(whole, 'utf8')).split('\n').filter((line) => line !== '')
  // Reports from all over the list: it is in the order of districts.
  const step = Math.max(1, Math.floor(lines.length / count))
  const some = lines.filter((_, at) => at % step === 0).slice(0, count)
  const file = join(folder, 'reports.jsonl')
  await writeFile(file, `${some.join('\n')}\n`)

  const [filled, copied] = [await makeEmptyStore(server), await makeEmptyStore(server)]
  const { took } = await timed(() => ingest(filled, file))
  const stored = await countReports(filled)
  if (stored !== some.length) throw new Error(`Expected ${some.length} report objects to be stored, got ${stored}.`)
  const byCopy = await copyRows(filled, copied)
  if ((await countReports(copied)) !== stored) throw new Error('Expected COPY to bring the same reports.')
  await dropStore(server, filled)
  await dropStore(server, copied)
  const title = 'report objects, by hub ingest'
  return [
    {
      what: 'ingest-objects',
      who: 'hub',
      title,
      by: 'the hub',
      figures: [{ against: 'COPY of the same rows', unit: '×', value: byCopy / took, target: { atLeast: 0.25 } }],
      measured: { perSecond: some.length / (took / 1_000) },
    },
    {
      what: 'ingest-objects',
      who: 'copy',
      title,
      by: 'COPY',
      figures: [],
      measured: { perSecond: some.length / (byCopy / 1_000) },
    },
  ]
}

const hubSettings = (url: string) => ({ PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: url })

async function ingest(url: string, path: string): Promise<void> {
  // It tells by its exit code that a file was refused: then there are fewer reports, which is what is looked at.
  await run(process.execPath, ['src/cli.ts', 'ingest', path], {
    cwd: ROOT,
    env: hubSettings(url),
    maxBuffer: 100_000_000,
  }).catch((error: { code?: unknown }) => {
    if (error.code !== 1) throw error
  })
}

async function countReports(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM reports')
  await client.end()
  return rows[0]?.count ?? 0
}

/** What a report is made of, in an order in which rows refer to rows that are there. */
const TABLES = [
  ...['agencies', 'reports', 'revisions', 'disclosure_items', 'application_outcomes', 'review_results'],
  ...['litigation_results', 'unrecognised_rows', 'claims', 'shares', 'sections', 'issues', 'judgements', 'findings'],
  ...['report_changes'],
] as const

/** Brings the rows of one store into another by COPY, every constraint checked, every trigger fired. Returns the milliseconds of writing. */
async function copyRows(source: string, target: string): Promise<number> {
  const [reader, writer] = [new pg.Client({ connectionString: source }), new pg.Client({ connectionString: target })]
  await Promise.all([reader.connect(), writer.connect()])
  try {
    const contents: { readonly columns: string; readonly table: string; readonly rows: Buffer }[] = []
    for (const table of TABLES) {
      const { rows } = await reader.query<{ columns: string }>(
        `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
         FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1 AND (table_name, column_name) <> ('reports', 'current_number')`,
        [table],
      )
      const columns = rows[0]?.columns ?? ''
      contents.push({ table, columns, rows: await buffer(reader.query(to(`COPY ${table} (${columns}) TO STDOUT`))) })
    }
    const { took } = await timed(async () => {
      await writer.query('BEGIN')
      for (const { table, columns, rows } of contents) {
        await pipeline(Readable.from([rows]), writer.query(from(`COPY ${table} (${columns}) FROM STDIN`)))
      }
      // A report and its revision refer to each other.
      await writer.query('UPDATE reports SET current_number = 1')
      await writer.query('COMMIT')
    })
    return took
  } finally {
    await Promise.all([reader.end(), writer.end()])
  }
}
