import type { Database } from './database.ts'
import type { Prisma } from './generated/prisma/client.ts'
import type { ReportKey, ReportWithCurrent } from './report-loaders.ts'

// Reports with what is selected beneath them. Mostly that is their current revision, their agency and their district, and then they are read
// by one statement of the store's own, prepared once: the client sends one for each relation, and takes five times as long to put them together.
// Any other selection is the client's.

/** What is read along with a report, as the client takes it. */
export type ReportSelection = Pick<Prisma.ReportFindManyArgs, 'include' | 'select'>

/** Which report: that of the agency of the name, or else of the government of the district. */
export interface ReportAddress {
  readonly districtCode: string
  readonly year: number
  readonly agencyName: string | null
}

/** The reports of the keys, in any order. */
export async function readReports(
  db: Database,
  selection: ReportSelection,
  keys: readonly ReportKey[],
): Promise<ReportWithCurrent[]> {
  const relations = relationsOf(selection)
  if (relations === null) {
    const where = { OR: keys.map(({ agencyId, year }) => ({ agencyId, year })) }
    // Typed whole, as the client types those of a relation; it leaves source and snippets out of both.
    return (await db.prisma.report.findMany({ ...selection, where })) as ReportWithCurrent[]
  }
  const from =
    'unnest($1::int[], $2::smallint[]) AS asked (agency_id, year) JOIN reports AS report USING (agency_id, year)'
  return rowsOf(db, 'reports', relations, from, [keys.map(({ agencyId }) => agencyId), keys.map(({ year }) => year)])
}

/** The report at the address; null when there is none. */
export async function readReport(
  db: Database,
  selection: ReportSelection,
  { districtCode, year, agencyName }: ReportAddress,
): Promise<ReportWithCurrent | null> {
  const relations = relationsOf(selection)
  if (relations === null) {
    const agency = agencyName === null ? ({ kind: 'GOVERNMENT' } as const) : { name: agencyName }
    const where = { districtCode, year, agency }
    return (await db.prisma.report.findFirst({
      ...selection,
      where,
      orderBy: { agencyId: 'asc' },
    })) as ReportWithCurrent
  }
  const from = `(
    SELECT stored.* FROM reports AS stored JOIN agencies AS its ON its.id = stored.agency_id
    WHERE stored.district_code = $1 AND stored.year = $2
      AND (its.name = $3 OR $3::text IS NULL AND its.kind = 'GOVERNMENT')
    ORDER BY stored.agency_id LIMIT 1
  ) AS report`
  const [report] = await rowsOf(db, 'report', relations, from, [districtCode, year, agencyName])
  return report ?? null
}

const REPORT = {
  agencyId: 'agency_id',
  year: 'year',
  districtCode: 'district_code',
  currentNumber: 'current_number',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

/** What may be read along: as the client has it, without what it leaves out. */
const RELATIONS = {
  current: {
    columns: {
      agencyId: 'agency_id',
      year: 'year',
      number: 'number',
      form: 'form',
      title: 'title',
      periodFrom: 'period_from',
      periodTo: 'period_to',
      agencyAsPrinted: 'agency_as_printed',
      sourceKind: 'source_kind',
      sourceName: 'source_name',
      mediaType: 'media_type',
      sourceUrl: 'source_url',
      sourceSha256: 'source_sha256',
      parserVersion: 'parser_version',
      reason: 'reason',
      createdAt: 'created_at',
      createdById: 'created_by_id',
    },
    join: `LEFT JOIN revisions AS current
      ON (current.agency_id, current.year, current.number) = (report.agency_id, report.year, report.current_number)`,
  },
  agency: {
    columns: { id: 'id', districtCode: 'district_code', kind: 'kind', name: 'name' },
    join: 'JOIN agencies AS agency ON agency.id = report.agency_id',
  },
  district: {
    columns: {
      code: 'code',
      name: 'name',
      fullName: 'full_name',
      level: 'level',
      parentCode: 'parent_code',
      current: 'current',
    },
    join: 'JOIN districts AS district ON district.code = report.district_code',
  },
} as const

type Relation = keyof typeof RELATIONS

/** The relations that are selected, when those are all and each is selected whole; null for any other selection. */
function relationsOf({ select, include = {} }: ReportSelection): Relation[] | null {
  if (select) return null
  const selected = Object.entries(include ?? {}).filter(([, how]) => how !== false && how !== undefined)
  return selected.every(([name, how]) => name in RELATIONS && how === true)
    ? selected.map(([name]) => name as Relation).sort()
    : null
}

type Row = readonly unknown[]

async function rowsOf(
  db: Database,
  name: string,
  relations: readonly Relation[],
  from: string,
  values: unknown[],
): Promise<ReportWithCurrent[]> {
  const columns = [
    ...Object.values(REPORT).map((column) => columnOf('report', column)),
    ...relations.flatMap((relation) =>
      Object.values(RELATIONS[relation].columns).map((column) => columnOf(relation, column)),
    ),
  ]
  const { rows } = await db.pool.query<unknown[]>({
    name: [name, ...relations].join('_'),
    text: `SELECT ${columns.join(', ')} FROM ${from} ${relations.map((relation) => RELATIONS[relation].join).join(' ')}`,
    values,
    rowMode: 'array',
  })
  return rows.map((row) => reportOf(row, relations))
}

/** Moments as milliseconds, which cost a tenth of what their texts do; a day is the beginning of it in UTC, as the client has it. */
const columnOf = (relation: string, column: string) => {
  const name = `${relation}.${column}`
  if (column.startsWith('period_')) return `extract(epoch FROM ${name})::float8 * 1000`
  return column.endsWith('_at') ? `floor(extract(epoch FROM ${name}) * 1000)::float8` : name
}

/** How a row of these relations is read: the place of each cell, and whether it is a moment. */
const CELLS = new Map<object, readonly (readonly [name: string, isMoment: boolean])[]>()

function cellsOf(columns: Readonly<Record<string, string>>) {
  const known = CELLS.get(columns)
  if (known !== undefined) return known
  const cells = Object.entries(columns).map(
    ([name, column]) => [name, column.startsWith('period_') || column.endsWith('_at')] as const,
  )
  CELLS.set(columns, cells)
  return cells
}

function reportOf(row: Row, relations: readonly Relation[]): ReportWithCurrent {
  let place = 0
  const next = (columns: Readonly<Record<string, string>>) => {
    const part: Record<string, unknown> = {}
    for (const [name, isMoment] of cellsOf(columns)) {
      const cell = row[place]
      part[name] = isMoment && cell !== null ? new Date(cell as number) : cell
      place += 1
    }
    return part
  }
  const report = next(REPORT)
  for (const relation of relations) {
    const related = next(RELATIONS[relation].columns)
    report[relation] = relation === 'current' && report.currentNumber === null ? null : related
  }
  return report as unknown as ReportWithCurrent
}
