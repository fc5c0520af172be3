import { CELL_FIELDS, type Cells, cellsInSql, linesOf } from './cells.ts'
import { PAGE_IN_SQL, pageStarts, valuesOf } from './pages.ts'
import { dataOf, graphql, type Scenario, statement } from './scenario.ts'

// A page of twenty reports on the form of 2021, each with every cell of its four families.

const IN_HUB = `query TwentyReports($first: Int!, $after: String) {
  reports(first: $first, after: $after) {
    nodes {
      year
      disclosureItems ${CELL_FIELDS.disclosureItems}
      applicationOutcomes ${CELL_FIELDS.applicationOutcomes}
      reviewResults ${CELL_FIELDS.reviewResults}
      litigationResults ${CELL_FIELDS.litigationResults}
    }
  }
}`

const IN_POSTGRAPHILE = `query TwentyReports($first: Int!, $offset: Int!) {
  reports: reportsList(first: $first, offset: $offset, orderBy: [YEAR_DESC, AGENCY_ID_ASC]) {
    year
    current: revisionByAgencyIdAndYearAndCurrentNumber {
      disclosureItems: disclosureItemsByAgencyIdAndYearAndNumberList ${CELL_FIELDS.disclosureItems}
      applicationOutcomes: applicationOutcomesByAgencyIdAndYearAndNumberList ${CELL_FIELDS.applicationOutcomes}
      reviewResults: reviewResultsByAgencyIdAndYearAndNumberList ${CELL_FIELDS.reviewResults}
      litigationResults: litigationResultsByAgencyIdAndYearAndNumberList ${CELL_FIELDS.litigationResults}
    }
  }
}`

const IN_POTHOS_PRISMA = `query TwentyReports($first: Int!, $after: String) {
  reports(first: $first, after: $after) {
    edges {
      node {
        year
        current: currentRevision {
          disclosureItems ${CELL_FIELDS.disclosureItems}
          applicationOutcomes ${CELL_FIELDS.applicationOutcomes}
          reviewResults ${CELL_FIELDS.reviewResults}
          litigationResults ${CELL_FIELDS.litigationResults}
        }
      }
    }
  }
}`

/** The page in SQL. */
export const TWENTY_REPORTS = `
  SELECT coalesce(json_agg(
    json_build_object('year', report.year, ${cellsInSql('report', 'current_number')})
    ORDER BY report.year DESC, report.agency_id
  ), '[]')::text AS answer
  FROM ${PAGE_IN_SQL} AS report`

type Told = Cells & { readonly year: number }
const shape = (reports: readonly Told[]) => reports.map((report) => ({ year: report.year, cells: linesOf(report) }))
interface Row {
  readonly year: number
  readonly current: Cells
}
const flat = ({ year, current }: Row): Told => ({ year, ...current })

export const twentyReports: Scenario = {
  name: 'twenty-reports',
  title: 'twenty reports, of up to 50 pages in turn',
  async questions(store) {
    const pages = await pageStarts(store, { first: 20, pages: 50, where: 'report.year >= 2021' })
    return pages.map((page) => ({
      hub: graphql(IN_HUB, { first: page.first, after: page.hubCursor }),
      postgraphile: graphql(IN_POSTGRAPHILE, { first: page.first, offset: page.offset }),
      pothosPrisma: graphql(IN_POTHOS_PRISMA, { first: page.first, after: page.pothosCursor }),
      rawSql: statement('twenty-reports', valuesOf(page)),
    }))
  },
  normalise: {
    hub: (answer) => shape(dataOf<{ reports: { nodes: Told[] } }>(answer).reports.nodes),
    postgraphile: (answer) => shape(dataOf<{ reports: Row[] }>(answer).reports.map(flat)),
    pothosPrisma: (answer) =>
      shape(dataOf<{ reports: { edges: { node: Row }[] } }>(answer).reports.edges.map(({ node }) => flat(node))),
    rawSql: (answer) => shape(answer as Told[]),
  },
}
