import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { atTheEnd, endAll, endOnSignals } from './at-the-end.ts'
import { type Child, start } from './child.ts'
import { type Contestant, HUB, HUB_WITHOUT_ANSWERS, HUB_WITHOUT_ANYTHING, unknownSettings } from './contestants.ts'
import { describeMachine, describeVersions, loadNow } from './machine.ts'
import { measureCountry } from './parts/country.ts'
import { measureFirstRequest } from './parts/first-request.ts'
import { measureGrowth } from './parts/growth.ts'
import { measureIngestion } from './parts/ingestion.ts'
import { measureMemory } from './parts/memory.ts'
import { measurePages } from './parts/pages.ts'
import { CONTESTANTS, raceScenario, SCENARIOS } from './parts/scenarios.ts'
import { measureStart } from './parts/start.ts'
import { raceTrustedDocument } from './parts/trusted-document.ts'
import { FULL, SMOKE } from './plan.ts'
import { type Results, type Row, rowsOf, withPart } from './results.ts'
import { makeStore, openServer } from './stores.ts'
import { comparisonOf, tableOf } from './table.ts'

// npm run bench [-- --only PART,PART]: everything that is measured, or some parts of it, as one table and in results.json. With --smoke little
// of everything, in a store of 1,000 reports, beside the last results. README.md tells what is compared, and how.

const FILE = join(import.meta.dirname, 'results.json')
const SMALL = 1_000

const { smoke, only } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, only: { type: 'string' } },
}).values
const { BENCH_DATABASE_URL, BENCH_REPORTS, BENCH_TEMPLATE } = process.env
const reports = smoke ? SMALL : Number(BENCH_REPORTS || 58_000)
if (!Number.isInteger(reports) || reports < 200) {
  throw new Error(`Expected BENCH_REPORTS to be a whole number from 200 on, got "${BENCH_REPORTS}".`)
}
const plan = smoke ? SMOKE : FULL

/** Tells what is being done: it takes minutes. */
const tell = (what: string) => console.error(`${new Date().toTimeString().slice(0, 8)} ${what}`)

const server = lazily(() => openServer(BENCH_DATABASE_URL))
const url = lazily(async () => {
  tell(`making a store of ${reports} reports`)
  return makeStore(await server(), reports, BENCH_TEMPLATE)
})
const smallUrl = lazily(async () => (reports === SMALL ? url() : makeStore(await server(), SMALL, BENCH_TEMPLATE)))
const client = lazily(async () => connectTo(await url()))
const children = lazily(async () => startAll(await url()))

/** What a run consists of, in its order. Those that start processes by themselves come last. */
const PARTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  ...Object.fromEntries(
    SCENARIOS.map((entry) => [
      entry.scenario.name,
      async () => raceScenario(entry, await client(), await children(), plan.pace),
    ]),
  ),
  'trusted-document': async () => raceTrustedDocument(await client(), await hub(), await url(), plan.pace),
  memory: async () => measureMemory(await hub()),
  country: async () => measureCountry(await client(), await hub(HUB_WITHOUT_ANSWERS), plan.repeats),
  pages: async () => measurePages(await hub(HUB_WITHOUT_ANSWERS), reports, plan.repeats),
  growth: async () => {
    if (reports === SMALL) return []
    const bare = await hub(HUB_WITHOUT_ANYTHING, HUB_WITHOUT_ANSWERS)
    const small = await smallUrl()
    return measureGrowth(
      { client: await connectTo(small), hub: await startOne(bare.contestant, small), reports: SMALL },
      { client: await client(), hub: bare, reports },
      plan.repeats,
    )
  },
  ingestion: async () => measureIngestion(await server(), await smallUrl(), plan),
  'first-request': async () => measureFirstRequest(await client(), await url(), plan.starts),
  start: async () => measureStart(await url(), plan.starts),
}

const names = only?.split(',') ?? Object.keys(PARTS)
const unknown = names.find((name) => !Object.hasOwn(PARTS, name))
if (unknown !== undefined) {
  throw new Error(`Expected parts among ${Object.keys(PARTS).join(', ')}, got "${unknown}".`)
}

endOnSignals()
let results = JSON.parse(await readFile(FILE, 'utf8').catch(() => '{}')) as Results
try {
  const rows: Row[] = []
  for (const name of names) {
    const loadBefore = loadNow()
    tell(name)
    const measured = (await PARTS[name]?.()) ?? []
    rows.push(...measured)
    if (smoke || measured.length === 0) continue
    const [machine, versions] = [describeMachine(loadBefore), await describeVersions(await client())]
    results = withPart(results, reports, name, { machine, versions, rows: measured })
    await writeFile(FILE, `${JSON.stringify(results, null, 2)}\n`)
  }
  if (smoke) console.log(comparisonOf(rows, rowsOf(results, SMALL)))
  else {
    const { machine, versions } = results[reports]?.[names[0] ?? ''] ?? {}
    console.log(`${tableOf(rows)}\n\n${reports} reports; ${JSON.stringify({ ...machine, ...versions })}`)
  }
} catch (error) {
  process.exitCode = 1
  console.error(error instanceof Error ? error.message : error)
} finally {
  await endAll()
}

/** Makes something when it is first asked for. */
function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}

async function connectTo(address: string): Promise<pg.Client> {
  const connected = new pg.Client({ connectionString: address })
  await connected.connect()
  atTheEnd(() => connected.end())
  return connected
}

async function startAll(address: string): Promise<Child[]> {
  const started: Child[] = []
  for (const contestant of CONTESTANTS) {
    const missing = unknownSettings(contestant)
    if (missing.length > 0) tell(`"${contestant.title}" does not take part: this hub has no ${missing.join(', ')}.`)
    else started.push(await startOne(contestant, address))
  }
  return started
}

async function startOne(contestant: Contestant, address: string): Promise<Child> {
  const child = await start(contestant, address)
  atTheEnd(() => child.stop())
  return child
}

/** The hub as one of these variants, the first that takes part; as it is started when none does. */
async function hub(...variants: readonly Contestant[]): Promise<Child> {
  const started = await children()
  const named = [...variants, HUB].map(({ name }) => started.find(({ contestant }) => contestant.name === name))
  const found = named.find((child) => child !== undefined)
  if (found === undefined) throw new Error('Expected a hub among the contestants.')
  return found
}
