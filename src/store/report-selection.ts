import { LRUCache } from 'lru-cache'
import type { Prisma } from './generated/prisma/client.ts'
import { type PreparedStatement, preparedStatements } from './prepared.ts'
import type { ReportWithCurrent } from './report-loaders.ts'

// What is selected of reports and along with them, as columns of one statement. Mostly that is their current revision or some columns of it, their agency
// and their district.

/** What is read along with a report, as the client takes it. */
export type ReportSelection = Pick<Prisma.ReportFindManyArgs, 'include' | 'select'>

/** How a selection is read by one statement. */
export interface ReportReading {
  /** The statement that reads it of the rows of `report`. It begins with the columns `before`. */
  statement(from: ReportSource): PreparedStatement
  /** A report of a row, whose columns begin at `start`. */
  reportOf(row: readonly unknown[], start: number): ReportWithCurrent
}

/** Where reports are read from. */
export interface ReportSource {
  readonly name: string
  /** The rows of `report`. */
  readonly sql: string
  /** Columns before those of the reports. */
  readonly before: readonly string[]
}

/** How the selection is read; null when it is more than columns of a report and of what hangs off it, and so the client's. */
export function readingOf(selection: ReportSelection): ReportReading | null {
  const text = JSON.stringify(selection)
  const known = READINGS.get(text)
  if (known !== undefined) return known
  const parts = partsOf(selection)
  if (parts === null) return null
  const reading = readingOfParts(parts)
  READINGS.set(text, reading)
  return reading
}

/** Selections are few, and callers can ask for thousands. */
const READINGS = new LRUCache<string, ReportReading>({
  maxSize: 100_000,
  maxEntrySize: 2_000,
  sizeCalculation: (_reading, text) => text.length,
})

/** There are hardly more selections of this kind. */
const prepared = preparedStatements('reports', 50)

function readingOfParts(parts: readonly Part[]): ReportReading {
  const columns = parts.flatMap((part) => part.columns.map(({ sql }) => sql))
  const joins = parts.map((part) => (part.of === 'report' ? '' : RELATIONS[part.of].join))
  const names = parts.flatMap((part) => [part.of, ...part.columns.map((column) => column.name)])
  const make = ({ name, sql, before }: ReportSource) =>
    prepared([name, ...names], `SELECT ${[...before, ...columns].join(', ')} FROM ${sql} ${joins.join(' ')}`)
  const made = new Map<ReportSource, PreparedStatement>()
  return {
    statement(from) {
      const statement = made.get(from) ?? make(from)
      made.set(from, statement)
      return statement
    },
    reportOf: (row, start) => reportOf(row, start, parts),
  }
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

function reportOf(row: readonly unknown[], start: number, parts: readonly Part[]): ReportWithCurrent {
  let place = start
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
