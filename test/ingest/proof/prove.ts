import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database } from '../../../src/store/database.ts'
import { type Subject, subjectsOf, writeDocuments } from './documents.ts'
import { killedAgainAndAgain, start, startHub } from './killed-hub.ts'

/** What the store holds of the reports that were sent. */
export interface Held {
  readonly reports: number
  readonly revisions: number
  /** Reports whose figures are not all there. */
  readonly incomplete: number
  /** Events that tell of a report that was made. */
  readonly created: number
  readonly waiting: number
}

export interface Proof {
  readonly killed: number
  readonly seconds: number
  readonly first: Ended
  readonly afterFirst: Held
  readonly again: Ended
  readonly afterAgain: Held
  /** What eight clients were told, together. */
  readonly eight: Readonly<Record<string, number>>
  readonly eightCodes: readonly (number | string)[]
  readonly afterEight: Held
  /** How many reports the eight sent, each counted once. */
  readonly overlapping: number
}

/** How a command ended, and what it told of files, by outcome or code. */
export interface Ended {
  readonly code: number | string
  readonly told: Readonly<Record<string, number>>
  readonly error: string
}

const FIGURES = 161
const LATEST_SAMPLE = 2022

/** Sends so many reports to a hub that is killed so many times meanwhile; the same again; and eight clients at once. */
export async function prove(
  databaseUrl: string,
  port: string,
  { reports, kills, pauses = [1_000, 4_000] }: { reports: number; kills: number; pauses?: readonly [number, number] },
  say: (line: string) => void = () => undefined,
): Promise<Proof> {
  const settings = { DATABASE_URL: databaseUrl, PORT: port }
  const folder = await mkdtemp(join(tmpdir(), 'disclosure-hub-proof-'))
  const hub = await startHub(settings)
  const db = connect(databaseUrl, { connections: 2 })
  let last = hub
  try {
    const districts = await districtsOf(db)
    const subjects = subjectsOf(districts, reports, LATEST_SAMPLE + 1)
    await writeDocuments(folder, subjects)
    say(`${reports} documents written`)
    const args = ['--url', hub.address, '--key', hub.key ?? '', '--json']
    const began = Date.now()
    const killing = killedAgainAndAgain(hub, settings, kills, pauses)
    const first = await ingest([...args, folder])
    const seconds = (Date.now() - began) / 1_000
    const { hub: staying, killed } = await killing.stay()
    last = staying
    const afterFirst = await held(db)
    say(
      `sent in ${seconds.toFixed(1)} s with ${killed} kills: ${JSON.stringify(first.told)} ${JSON.stringify(afterFirst)}`,
    )
    const again = await ingest([...args, folder])
    const afterAgain = await held(db)
    say(`sent again: ${JSON.stringify(again.told)}`)

    const others = subjectsOf(districts, Math.max(16, Math.ceil(reports / 20)), 2095)
    const clients = await Promise.all(
      Array.from({ length: 8 }, async (_, client) => {
        const own = join(folder, `client ${client}`)
        const { mkdir } = await import('node:fs/promises')
        await mkdir(own)
        // Each sends half of them, another half each.
        const some: Subject[] = others.filter((_subject, at) => (at + client) % 8 < 4)
        await writeDocuments(own, some)
        return ingest([...args, '--run', `client ${client}`, own])
      }),
    )
    const eight: Record<string, number> = {}
    for (const { told } of clients)
      for (const [what, count] of Object.entries(told)) eight[what] = (eight[what] ?? 0) + count
    const afterEight = await held(db)
    say(`eight clients: ${JSON.stringify(eight)} ${JSON.stringify(afterEight)}`)
    const eightCodes = clients.map(({ code }) => code)
    return {
      killed,
      seconds,
      first,
      afterFirst,
      again,
      afterAgain,
      eight,
      eightCodes,
      afterEight,
      overlapping: others.length,
    }
  } finally {
    last.child.kill('SIGTERM')
    await last.ended
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function ingest(args: readonly string[]): Promise<Ended> {
  const { printed, ended } = start(['src/cli.ts', 'ingest', ...args], {})
  const code = await ended
  const told: Record<string, number> = {}
  for (const line of printed.out.split('\n').filter((text) => text.startsWith('{'))) {
    const { outcome, error } = JSON.parse(line) as { outcome?: string; error?: { code: string } }
    const what = outcome ?? error?.code ?? ''
    told[what] = (told[what] ?? 0) + 1
  }
  return { code, told, error: printed.error }
}

/** Counties of the whole country whose name, short or full, stands for them and no other: enough for thousands of reports in few years. */
async function districtsOf({ pool }: Database): Promise<Omit<Subject, 'year'>[]> {
  const { rows } = await pool.query<{ fullName: string; name: string }>(`
    SELECT full_name AS "fullName", name FROM districts AS district
    WHERE level = 'COUNTY' AND current AND NOT EXISTS (
      SELECT FROM districts AS other WHERE other.code <> district.code
        AND (other.name = district.name OR other.full_name = district.full_name))
    ORDER BY full_name`)
  return rows
}

async function held({ pool }: Database): Promise<Held> {
  const { rows } = await pool.query<Held>(
    `SELECT (SELECT count(*)::int FROM reports WHERE year > $1) AS reports,
       (SELECT count(*)::int FROM revisions WHERE year > $1) AS revisions,
       (SELECT count(*)::int FROM reports WHERE year > $1 AND (SELECT count(*) FROM application_outcomes AS figure
         WHERE (figure.agency_id, figure.year, figure.number) = (reports.agency_id, reports.year, 1)) <> $2) AS incomplete,
       (SELECT count(*)::int FROM audit_events WHERE action = 'report.created' AND year > $1) AS created,
       (SELECT count(*)::int FROM ingestion_items WHERE state = 'WAITING') AS waiting`,
    [LATEST_SAMPLE, FIGURES],
  )
  return rows[0]!
}
