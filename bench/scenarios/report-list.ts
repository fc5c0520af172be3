import { lineOfOutcome } from './cells.ts'
import { PAGE_IN_SQL, pageStarts, valuesOf } from './pages.ts'
import { dataOf, graphql, type Scenario, statement } from './scenario.ts'

// A page of a hundred reports, each with its district and four figures that every form has.

const ROWS = ['RECEIVED', 'GRANTED', 'REFUSED_STATE_SECRET', 'CARRIED_OVER'] as const

const IN_HUB = `query ReportList($first: Int!, $after: String) {
  reports(first: $first, after: $after) {
    nodes {
      year
      district { code fullName }
      figures: applicationOutcomes(rows: [${ROWS.join(', ')}], applicants: [TOTAL]) { row applicant state value }
    }
  }
}`

// Out of the box it has equality alone for conditions: a relation for each figure. A condition of one's own (addPgTableCondition) that
// takes a list was tried, and is no faster.
const IN_POSTGRAPHILE = `query ReportList($first: Int!, $offset: Int!) {
  reports: reportsList(first: $first, offset: $offset, orderBy: [YEAR_DESC, AGENCY_ID_ASC]) {
    year
    district: districtByDistrictCode { code fullName }
    current: revisionByAgencyIdAndYearAndCurrentNumber {
      ${ROWS.map((row) => `${row}: applicationOutcomesByAgencyIdAndYearAndNumberList(condition: { row: ${row}, applicant: TOTAL }) { row applicant state value }`).join('\n      ')}
    }
  }
}`

const IN_POTHOS_PRISMA = `query ReportList($first: Int!, $after: String) {
  reports(first: $first, after: $after) {
    edges {
      node {
        year
        district { code fullName }
        current: currentRevision {
          figures: applicationOutcomes(rows: ${JSON.stringify(ROWS)}, applicant: "TOTAL") { row applicant state value }
        }
      }
    }
  }
}`

/** The page in SQL. */
export const REPORT_LIST = `
  SELECT coalesce(json_agg(
    json_build_object(
      'year', report.year,
      'district', json_build_object('code', district.code, 'fullName', district.full_name),
      'figures', (
        SELECT coalesce(json_agg(json_build_object('row', "row", 'applicant', applicant, 'state', state, 'value', value)), '[]')
        FROM application_outcomes AS cell
        WHERE cell.agency_id = report.agency_id AND cell.year = report.year AND cell.number = report.current_number
          AND cell.row IN (${ROWS.map((row) => `'${row}'`).join(', ')}) AND cell.applicant = 'TOTAL'
      )
    )
    ORDER BY report.year DESC, report.agency_id
  ), '[]')::text AS answer
  FROM ${PAGE_IN_SQL} AS report
  JOIN districts AS district ON district.code = report.district_code`

type Figure = Parameters<typeof lineOfOutcome>[0]
interface Told {
  readonly year: number
  readonly district: { readonly code: string; readonly fullName: string }
  readonly figures: readonly Figure[]
}
const shape = (reports: readonly Told[]) =>
  reports.map(({ year, district: { code, fullName }, figures }) => ({
    year,
    district: { code, fullName },
    figures: figures.map(lineOfOutcome).sort(),
  }))

type Row = Omit<Told, 'figures'>
type RowWithRelations = Row & { readonly current: Readonly<Record<string, readonly Figure[]>> | null }
type RowWithList = Row & { readonly current: { readonly figures: readonly Figure[] } | null }

export const reportList: Scenario = {
  name: 'report-list',
  title: 'list of 100 reports, of up to 50 pages in turn',
  async questions(store) {
    const pages = await pageStarts(store, { first: 100, pages: 50 })
    return pages.map((page) => ({
      hub: graphql(IN_HUB, { first: page.first, after: page.hubCursor }),
      postgraphile: graphql(IN_POSTGRAPHILE, { first: page.first, offset: page.offset }),
      pothosPrisma: graphql(IN_POTHOS_PRISMA, { first: page.first, after: page.pothosCursor }),
      rawSql: statement('report-list', valuesOf(page)),
    }))
  },
  normalise: {
    hub: (answer) => shape(dataOf<{ reports: { nodes: Told[] } }>(answer).reports.nodes),
    postgraphile: (answer) =>
      shape(
        dataOf<{ reports: RowWithRelations[] }>(answer).reports.map(({ current, ...row }) => ({
          ...row,
          figures: Object.values(current ?? {}).flat(),
        })),
      ),
    pothosPrisma: (answer) =>
      shape(
        dataOf<{ reports: { edges: { node: RowWithList }[] } }>(answer).reports.edges.map(
          ({ node: { current, ...row } }) => ({ ...row, figures: current?.figures ?? [] }),
        ),
      ),
    rawSql: (answer) => shape(answer as Told[]),
  },
}
