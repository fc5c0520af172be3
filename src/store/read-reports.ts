import type { Database } from './database.ts'
import type { Prisma } from './generated/prisma/client.ts'
import { preparedStatements } from './prepared.ts'
import type { ReportKey, ReportWithCurrent } from './report-loaders.ts'

// Reports with what is selected beneath them. Mostly that is their current revision or some columns of it, their agency and their district, and then they
// are read by one statement of the store's own, prepared once: the client sends one for each relation, and takes five times as long to put them together.
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
  const parts = partsOf(selection)
  if (parts === null) {
    const where = { OR: keys.map(({ agencyId, year }) => ({ agencyId, year })) }
    // Typed whole, as the client types those of a relation; it leaves source and snippets out of both.
    return (await db.prisma.report.findMany({ ...selection, where })) as ReportWithCurrent[]
  }
  const from =
    'unnest($1::int[], $2::smallint[]) AS asked (agency_id, year) JOIN reports AS report USING (agency_id, year)'
  return rowsOf(db, 'reports', parts, from, [keys.map(({ agencyId }) => agencyId), keys.map(({ year }) => year)])
}

/** The report at the address; null when there is none. */
export async function readReport(
  db: Database,
  selection: ReportSelection,
  { districtCode, year, agencyName }: ReportAddress,
): Promise<ReportWithCurrent | null> {
  const parts = partsOf(selection)
  if (parts === null) {
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
  const [report] = await rowsOf(db, 'report', parts, from, [districtCode, year, agencyName])
  return report ?? null
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

/** Columns of a report, or of what hangs off it. */
interface Part {
  readonly of: 'report' | Relation
  /** By the names that the client gives them. */
  readonly columns: readonly Column[]
}

interface Column {
  readonly name: string
  readonly sql: string
  readonly isMoment: boolean
}

/** The report and what is selected along with it, when that is no more than columns of its relations; null for any other selection. */
function partsOf({ select, include = {} }: ReportSelection): readonly Part[] | null {
  if (select) return null
  const parts: Part[] = [REPORT]
  for (const [relation, how] of Object.entries(include ?? {}).sort()) {
    if (how === false || how === undefined) continue
    const whole = WHOLE.get(relation)
    const columns = whole && columnsOf(whole, how)
    if (columns === undefined) return null
    parts.push({ of: whole?.of ?? 'report', columns })
  }
  return parts
}

/** The columns that are selected; undefined when more than columns of the part is. */
function columnsOf({ columns }: Part, how: unknown): readonly Column[] | undefined {
  if (how === true) return columns
  const { select, ...others } = how as { readonly select?: Readonly<Record<string, unknown>> }
  if (select === undefined || Object.keys(others).length > 0) return
  const selected = columns.filter(({ name }) => select[name] === true)
  return selected.length === Object.keys(select).length ? selected : undefined
}

type Row = readonly unknown[]

/** There are hardly more selections of this kind. */
const prepared = preparedStatements('reports', 50)

async function rowsOf(
  db: Database,
  name: string,
  parts: readonly Part[],
  from: string,
  values: unknown[],
): Promise<ReportWithCurrent[]> {
  const columns = parts.flatMap((part) => part.columns)
  const joins = parts.map((part) => (part.of === 'report' ? '' : RELATIONS[part.of].join))
  const text = `SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM ${from} ${joins.join(' ')}`
  const { rows } = await db.pool.query<unknown[]>({
    ...prepared([name, ...parts.flatMap((part) => [part.of, ...part.columns.map((column) => column.name)])], text),
    values,
    rowMode: 'array',
  })
  return rows.map((row) => reportOf(row, parts))
}

/** Moments as milliseconds, which cost a tenth of what their texts do; a day is the beginning of it in UTC, as the client has it. */
function columnOf(of: string, name: string, column: string): Column {
  const sql = `${of}.${column}`
  if (column.startsWith('period_')) return { name, sql: `extract(epoch FROM ${sql})::float8 * 1000`, isMoment: true }
  if (column.endsWith('_at')) return { name, sql: `floor(extract(epoch FROM ${sql}) * 1000)::float8`, isMoment: true }
  return { name, sql, isMoment: false }
}

const partOf = <Of extends Part['of']>(of: Of, columns: Readonly<Record<string, string>>) => ({
  of,
  columns: Object.entries(columns).map(([name, column]) => columnOf(of, name, column)),
})

const REPORT = partOf('report', {
  agencyId: 'agency_id',
  year: 'year',
  districtCode: 'district_code',
  currentNumber: 'current_number',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
})

/** Each relation, with all of its columns. */
const WHOLE: ReadonlyMap<string, Part & { readonly of: Relation }> = new Map(
  Object.entries(RELATIONS).map(([name, { columns }]) => [name, partOf(name as Relation, columns)]),
)

function reportOf(row: Row, parts: readonly Part[]): ReportWithCurrent {
  let place = 0
  let report: Record<string, unknown> = {}
  for (const { of, columns } of parts) {
    const part: Record<string, unknown> = {}
    for (const { name, isMoment } of columns) {
      const cell = row[place]
      part[name] = isMoment && cell !== null ? new Date(cell as number) : cell
      place += 1
    }
    if (of === 'report') report = part
    else report[of] = of === 'current' && report.currentNumber === null ? null : part
  }
  return report as unknown as ReportWithCurrent
}
