import type { Database } from './database.ts'
import { unnested } from './prepared.ts'
import type { ReportKey, ReportWithCurrent } from './report-loaders.ts'
import { type ReportReading, type ReportSelection, type ReportSource, readingOf } from './report-selection.ts'
import { type SharedLoader, sharedLoader } from './shared-loader.ts'

// Reports with what is selected beneath them. What is no more than columns is read by one statement of the store's own, prepared once: the client sends one
// for each relation, and takes five times as long to put them together. Any other selection is the client's.

/** Which report: that of the agency of the name, or else of the government of the district. */
export interface ReportAddress {
  readonly districtCode: string
  readonly year: number
  readonly agencyName: string | null
}

const AT_KEYS: ReportSource = {
  name: 'keys',
  sql: `${unnested('int', 'smallint')} AS asked (agency_id, year) JOIN reports AS report USING (agency_id, year)`,
  before: [],
}

/** The reports of the keys, in any order. */
export async function readReports(
  db: Database,
  selection: ReportSelection,
  keys: readonly ReportKey[],
): Promise<ReportWithCurrent[]> {
  const reading = readingOf(selection)
  if (reading === null) {
    const where = { OR: keys.map(({ agencyId, year }) => ({ agencyId, year })) }
    // Typed whole, as the client types those of a relation; it leaves source and snippets out of both.
    return (await db.prisma.report.findMany({ ...selection, where })) as ReportWithCurrent[]
  }
  const values = [keys.map(({ agencyId }) => agencyId), keys.map(({ year }) => year)]
  const { rows } = await db.pool.query<unknown[]>({ ...reading.statement(AT_KEYS), values, rowMode: 'array' })
  return rows.map((row) => reading.reportOf(row, 0))
}

/** The report at the address; null when there is none. All that are asked for at one time, by whichever requests, are one statement. */
export async function readReport(
  db: Database,
  selection: ReportSelection,
  address: ReportAddress,
): Promise<ReportWithCurrent | null> {
  const reading = readingOf(selection)
  if (reading !== null) return atAddresses(db).load({ address, reading })
  const { districtCode, year, agencyName } = address
  const agency = agencyName === null ? ({ kind: 'GOVERNMENT' } as const) : { name: agencyName }
  const where = { districtCode, year, agency }
  return (await db.prisma.report.findFirst({
    ...selection,
    where,
    orderBy: { agencyId: 'asc' },
  })) as ReportWithCurrent | null
}

interface Addressed {
  readonly address: ReportAddress
  readonly reading: ReportReading
}

const LOADERS = new WeakMap<Database, SharedLoader<Addressed, ReportWithCurrent | null>>()

function atAddresses(db: Database): SharedLoader<Addressed, ReportWithCurrent | null> {
  const known = LOADERS.get(db) ?? sharedLoader((asked) => readAddressed(db, asked))
  LOADERS.set(db, known)
  return known
}

async function readAddressed(db: Database, asked: readonly Addressed[]): Promise<(ReportWithCurrent | null)[]> {
  const found = new Map<Addressed, ReportWithCurrent>()
  const groups = Map.groupBy(asked, ({ reading }) => reading)
  await Promise.all(Array.from(groups, ([reading, some]) => readAlike(db, reading, some, found)))
  return asked.map((one) => found.get(one) ?? null)
}

// Codes as they are: an array of texts of six characters would be cut, and then match.
const AT_ADDRESSES: ReportSource = {
  name: 'addresses',
  sql: `${unnested('bpchar', 'int', 'text')} WITH ORDINALITY AS asked (district_code, year, agency_name, place)
    CROSS JOIN LATERAL (
      SELECT stored.* FROM reports AS stored JOIN agencies AS its ON its.id = stored.agency_id
      WHERE stored.district_code = asked.district_code AND stored.year = asked.year
        AND (its.name = asked.agency_name OR asked.agency_name IS NULL AND its.kind = 'GOVERNMENT')
      ORDER BY stored.agency_id LIMIT 1
    ) AS report`,
  before: ['asked.place::int'],
}

/** Reads reports at addresses, of which the same is selected. */
async function readAlike(
  db: Database,
  reading: ReportReading,
  asked: readonly Addressed[],
  found: Map<Addressed, ReportWithCurrent>,
): Promise<void> {
  const addresses = asked.map(({ address }) => address)
  const { rows } = await db.pool.query<[place: number, ...unknown[]]>({
    ...reading.statement(AT_ADDRESSES),
    values: [
      addresses.map(({ districtCode }) => districtCode),
      addresses.map(({ year }) => year),
      addresses.map(({ agencyName }) => agencyName),
    ],
    rowMode: 'array',
  })
  for (const row of rows) {
    const one = asked[row[0] - 1]
    if (one !== undefined) found.set(one, reading.reportOf(row, 1))
  }
}
