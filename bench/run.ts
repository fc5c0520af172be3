import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { atTheEnd, endAll, endOnSignals } from './at-the-end.ts'
import { type Child, start } from './child.ts'
import { type HUB, HUB_WITHOUT_ANSWERS, HUB_WITHOUT_ANYTHING, unknownSettings } from './contestants.ts'
import { describeMachine, describeVersions, loadNow } from './machine.ts'
import { measureCountry } from './parts/country.ts'
import { measureFirstRequest } from './parts/first-request.ts'
import { measureGrowth } from './parts/growth.ts'
import { measureIngestion } from './parts/ingestion.ts'
import { measureMemory } from './parts/memory.ts'
import { measurePages } from './parts/pages.ts'
import { CONTESTANTS, raceScenarios } from './parts/scenarios.ts'
import { measureStart } from './parts/start.ts'
import { raceTrustedDocument } from './parts/trusted-document.ts'
import { FULL, SMOKE } from './plan.ts'
import { type Results, type Row, withRun } from './results.ts'
import { makeStore, openServer } from './stores.ts'
import { comparisonOf, tableOf } from './table.ts'

// npm run bench: everything that is measured, as one table and in results.json. With --smoke little of everything, in a store of 1,000
// reports, beside the last results. README.md tells what is compared, and how.

const FILE = join(import.meta.dirname, 'results.json')
const SMALL = 1_000

const { smoke } = parseArgs({ options: { smoke: { type: 'boolean', default: false } } }).values
const { BENCH_DATABASE_URL, BENCH_REPORTS, BENCH_TEMPLATE } = process.env
const reports = smoke ? SMALL : Number(BENCH_REPORTS || 58_000)
if (!Number.isInteger(reports) || reports < 200) {
  throw new Error(`Expected BENCH_REPORTS to be a whole number from 200 on, got "${BENCH_REPORTS}".`)
}
const plan = smoke ? SMOKE : FULL

/** Tells what is being done: it takes minutes. */
const tell = (what: string) => console.error(`${new Date().toTimeString().slice(0, 8)} ${what}`)

async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  atTheEnd(() => client.end())
  return client
}

async function startAll(url: string): Promise<Child[]> {
  const children: Child[] = []
  for (const contestant of CONTESTANTS) {
    const unknown = unknownSettings(contestant)
    if (unknown.length > 0) tell(`"${contestant.title}" does not take part: this hub has no ${unknown.join(', ')}.`)
    else children.push(await startOne(contestant, url))
  }
  return children
}

async function startOne(contestant: typeof HUB, url: string): Promise<Child> {
  const child = await start(contestant, url)
  atTheEnd(() => child.stop())
  return child
}

/** The hub that keeps as little as this version of it can. */
const barest = (children: readonly Child[], ...names: string[]): Child => {
  const found = children.find(({ contestant }) => names.includes(contestant.name)) ?? children[0]
  if (found === undefined) throw new Error('Expected a hub among the contestants.')
  return found
}

async function measure(): Promise<Row[]> {
  const server = await openServer(BENCH_DATABASE_URL)
  tell(`making a store of ${reports} reports`)
  const url = await makeStore(server, reports, BENCH_TEMPLATE)
  const smallUrl = reports === SMALL ? url : await makeStore(server, SMALL, BENCH_TEMPLATE)
  const client = await connectTo(url)
  versions = await describeVersions(client)
  const rows: Row[] = []

  tell('first requests')
  rows.push(...(await measureFirstRequest(client, url, plan.starts)))
  tell('starts')
  rows.push(...(await measureStart(url, plan.starts)))

  tell('starting the contestants')
  const children = await startAll(url)
  tell('races')
  const [hub] = children
  if (hub === undefined) throw new Error('Expected a hub among the contestants.')
  rows.unshift(...(await raceScenarios(client, children, plan.pace)))
  tell('a trusted document')
  rows.push(...(await raceTrustedDocument(client, hub, url, plan.pace)))
  rows.push(...(await measureMemory(hub)))

  tell('questions over the country')
  const uncached = barest(children, HUB_WITHOUT_ANSWERS.name)
  rows.push(...(await measureCountry(client, uncached, plan.repeats)))
  rows.push(...(await measurePages(uncached, reports, plan.repeats)))
  if (smallUrl !== url) {
    tell('growth')
    const bare = barest(children, HUB_WITHOUT_ANYTHING.name)
    const small = { client: await connectTo(smallUrl), hub: await startOne(bare.contestant, smallUrl), reports: SMALL }
    rows.push(...(await measureGrowth(small, { client, hub: bare, reports }, plan.repeats)))
  }
  tell('ingestion')
  rows.push(...(await measureIngestion(server, smallUrl, plan.ingested)))
  return rows
}

let versions: Readonly<Record<string, string>> = {}
endOnSignals()
const loadBefore = loadNow()
try {
  const rows = await measure()
  const results = JSON.parse(await readFile(FILE, 'utf8').catch(() => '{}')) as Results
  if (smoke) {
    console.log(comparisonOf(rows, results[SMALL]?.rows ?? []))
  } else {
    const run = { reports, machine: describeMachine(loadBefore), versions, rows }
    console.log(tableOf(run))
    console.log(`\n${reports} reports; ${JSON.stringify(run.machine)}; ${JSON.stringify(versions)}`)
    await writeFile(FILE, `${JSON.stringify(withRun(results, run), null, 2)}\n`)
  }
} catch (error) {
  process.exitCode = 1
  console.error(error instanceof Error ? error.message : error)
} finally {
  await endAll()
}
