import { dataPackage } from '../export/data-package.ts'
import { EXPORT_FORMAT_NAMES, type ExportFormatName } from '../export/format-names.ts'
import { EXPORT_FORMATS } from '../export/formats.ts'
import { exportedObject } from '../export/report-lines.ts'
import { REPORT_PAGE_POLICY, reportPage } from '../export/report-page.ts'
import { parseReportFilter } from '../graphql/checked-input.ts'
import { badUserInput, notFound, shown } from '../graphql/refusals.ts'
import type { ReportCondition } from '../store/conditions.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { type WholeReport, wholeReports } from '../store/whole-reports.ts'

type Parts = AsyncIterable<string | Uint8Array>

/** A file under `/export`. */
export interface ExportFile {
  readonly mediaType: string
  readonly name: string
  /** Whether it is worth compressing on its way. */
  readonly isText: boolean
  /** Whether browsers show it, and do not save it. */
  readonly isPage: boolean
  /** What it may load in a browser. */
  readonly policy: string
  /** Whether it is there whatever the store holds: an export of no report is one. */
  readonly isAlwaysThere: boolean
  /**
   * Its parts, once it is known that it is there.
   * @throws GraphQLError with code NOT_FOUND.
   */
  readonly open: (snapshot: Snapshot) => Promise<Parts>
}

const NOTHING_LOADED = "default-src 'none'; frame-ancestors 'none'; sandbox"

const FILE = { isText: true, isPage: false, policy: NOTHING_LOADED, isAlwaysThere: true } as const

const ONE_REPORT = ['json', 'csv', 'html'] as const

/** What there is under `/export`. */
export const PATHS_OF_EXPORTS: readonly string[] = [
  ...EXPORT_FORMAT_NAMES.map((format) => `reports.${format}`),
  ...ONE_REPORT.map((format) => `report.${format}`),
  'datapackage.json',
]

/**
 * The file of a path and its parameters; null when there is none of that path.
 * @throws GraphQLError with code BAD_USER_INPUT when the parameters cannot be used.
 */
export function exportAt(path: string, parameters: URLSearchParams): ExportFile | null {
  if (path === 'datapackage.json') {
    only(parameters, [])
    return {
      ...FILE,
      mediaType: 'application/json; charset=utf-8',
      name: path,
      open: async () => parts(`${JSON.stringify(dataPackage(), null, 2)}\n`),
    }
  }
  const [, which, ending] = /^(reports?)\.(\w+)$/.exec(path) ?? []
  if (which === 'reports') {
    const format = EXPORT_FORMAT_NAMES.find((name) => name === ending)
    return format === undefined ? null : reports(format, parameters)
  }
  const format = ONE_REPORT.find((name) => which === 'report' && name === ending)
  return format === undefined ? null : oneReport(format, parameters)
}

function reports(format: ExportFormatName, parameters: URLSearchParams): ExportFile {
  const { mediaType, isText, write } = EXPORT_FORMATS[format]
  const { filter, bom } = only(parameters, format === 'csv' ? ['filter', 'bom'] : ['filter'])
  const condition = filter === undefined ? {} : parseReportFilter(filter)
  const options = { bom: flag('bom', bom) }
  return {
    ...FILE,
    mediaType,
    isText,
    name: `reports.${format}`,
    open: async (snapshot) => write(snapshot, condition, options),
  }
}

function oneReport(format: (typeof ONE_REPORT)[number], parameters: URLSearchParams): ExportFile {
  const given = only(
    parameters,
    format === 'csv' ? ['district', 'year', 'agency', 'bom'] : ['district', 'year', 'agency'],
  )
  const { district, year, agency } = given
  if (district === undefined || !/^\d{6}$/.test(district)) {
    throw badUserInput(
      `Expected "district" to be the code of a division, six digits like 110115, got ${orNone(district)}.`,
    )
  }
  if (year === undefined || !/^\d{4}$/.test(year)) {
    throw badUserInput(`Expected "year" to be a year of four digits, got ${orNone(year)}.`)
  }
  const bom = flag('bom', given.bom)
  const condition: ReportCondition = {
    district: { code: { equals: district } },
    year: { equals: Number(year) },
    agency: agency === undefined ? { kind: { equals: 'GOVERNMENT' } } : { name: { equals: agency } },
  }
  const found = async (snapshot: Snapshot): Promise<WholeReport> => {
    for await (const [report] of wholeReports(snapshot, condition)) if (report !== undefined) return report
    const whose = agency === undefined ? 'its government' : `the agency ${shown(agency)}`
    throw notFound(
      `Expected a report of ${district} on ${year} by ${whose}, found none that is in force. Look for those that there are with the query reports; "agency" takes the name as it stands there.`,
    )
  }
  const file = { ...FILE, isAlwaysThere: false, name: `report-${district}-${year}.${format}` }
  switch (format) {
    case 'json':
      return {
        ...file,
        mediaType: 'application/json; charset=utf-8',
        open: async (snapshot) => parts(`${JSON.stringify(exportedObject(await found(snapshot)))}\n`),
      }
    case 'html':
      return {
        ...file,
        mediaType: 'text/html; charset=utf-8',
        isPage: true,
        policy: REPORT_PAGE_POLICY,
        open: async (snapshot) => {
          const { head, report } = await found(snapshot)
          return parts(reportPage({ head, figures: report.figures }))
        },
      }
    case 'csv':
      return {
        ...file,
        mediaType: EXPORT_FORMATS.csv.mediaType,
        open: async (snapshot) => {
          await found(snapshot)
          return EXPORT_FORMATS.csv.write(snapshot, condition, { bom })
        },
      }
  }
}

/** What came, for people: a parameter may be missing. */
const orNone = (value: string | undefined): string => (value === undefined ? 'none' : shown(value))

async function* parts(text: string): AsyncGenerator<string, void, undefined> {
  yield text
}

/** The parameters by their names: each of these at most once, and no others. */
function only<Name extends string>(parameters: URLSearchParams, names: readonly Name[]) {
  const given = [...parameters.keys()]
  const other = given.find((name) => !(names as readonly string[]).includes(name))
  if (other !== undefined) {
    const expected = names.length === 0 ? 'no parameters' : `no other parameters than ${names.join(', ')}`
    throw badUserInput(`Expected ${expected}, got ${shown(other)}.`)
  }
  const twice = given.find((name, place) => given.indexOf(name) !== place)
  if (twice !== undefined)
    throw badUserInput(`Expected "${twice}" once, got it ${parameters.getAll(twice).length} times.`)
  const nul = [...parameters].find(([, value]) => value.includes('\0'))
  if (nul !== undefined) throw badUserInput(`Expected "${nul[0]}" without NUL characters.`)
  return Object.fromEntries(parameters) as Partial<Record<Name | 'bom', string>>
}

function flag(name: string, value: string | undefined): boolean {
  if (value === undefined || value === 'false') return false
  if (value === 'true') return true
  throw badUserInput(`Expected "${name}" to be true or false, got ${shown(value)}.`)
}
