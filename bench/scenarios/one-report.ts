import { CELL_FIELDS, type Cells, cellsInSql, linesOf } from './cells.ts'
import { dataOf, graphql, type Scenario, statement } from './scenario.ts'

// One report with every cell of its four families. The hub is asked by district and year, as its users ask; the statement does the same; the
// others are asked by the key of the row, which is the least that they can be asked to do.

interface Subject {
  readonly agencyId: number
  readonly year: number
  readonly district: string
}

const IN_HUB = `query OneReport($district: String!, $year: Int!) {
  report(district: $district, year: $year) {
    year
    disclosureItems ${CELL_FIELDS.disclosureItems}
    applicationOutcomes ${CELL_FIELDS.applicationOutcomes}
    reviewResults ${CELL_FIELDS.reviewResults}
    litigationResults ${CELL_FIELDS.litigationResults}
  }
}`

const IN_POSTGRAPHILE = `query OneReport($agencyId: Int!, $year: Int!) {
  report(agencyId: $agencyId, year: $year) {
    year
    current: revisionByAgencyIdAndYearAndCurrentNumber {
      disclosureItems: disclosureItemsByAgencyIdAndYearAndNumberList ${CELL_FIELDS.disclosureItems}
      applicationOutcomes: applicationOutcomesByAgencyIdAndYearAndNumberList ${CELL_FIELDS.applicationOutcomes}
      reviewResults: reviewResultsByAgencyIdAndYearAndNumberList ${CELL_FIELDS.reviewResults}
      litigationResults: litigationResultsByAgencyIdAndYearAndNumberList ${CELL_FIELDS.litigationResults}
    }
  }
}`

const IN_POTHOS_PRISMA = `query OneReport($agencyId: Int!, $year: Int!) {
  report(agencyId: $agencyId, year: $year) {
    year
    current: currentRevision {
      disclosureItems ${CELL_FIELDS.disclosureItems}
      applicationOutcomes ${CELL_FIELDS.applicationOutcomes}
      reviewResults ${CELL_FIELDS.reviewResults}
      litigationResults ${CELL_FIELDS.litigationResults}
    }
  }
}`

/** The report in SQL: of a district's government, for a year. */
export const ONE_REPORT = `
  SELECT json_build_object('year', report.year, ${cellsInSql('report', 'current_number')})::text AS answer
  FROM reports AS report
  JOIN agencies AS agency ON agency.id = report.agency_id
  WHERE report.district_code = $1 AND report.year = $2 AND agency.kind = 'GOVERNMENT'
  ORDER BY report.agency_id
  LIMIT 1`

// Reports on the form of 2021 have the most cells. The order is any that is the same each time and no order of the tables.
const SUBJECTS = `
  SELECT report.agency_id AS "agencyId", report.year, report.district_code AS district
  FROM reports AS report
  JOIN agencies AS agency ON agency.id = report.agency_id AND agency.kind = 'GOVERNMENT'
  JOIN revisions AS revision
    ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
  WHERE revision.form = 'FORM_2021'
  ORDER BY md5(report.agency_id || '/' || report.year)
  LIMIT $1`

type Told = Cells & { readonly year: number }
const shape = (report: Told) => ({ year: report.year, cells: linesOf(report) })
interface Row {
  readonly report: { readonly year: number; readonly current: Cells }
}
const shapeOfRow = (answer: unknown) => {
  const { report } = dataOf<Row>(answer)
  return shape({ year: report.year, ...report.current })
}

const scenario = (name: string, title: string, reports: number): Scenario => ({
  name,
  title,
  async questions({ client }) {
    const { rows } = await client.query<Subject>(SUBJECTS, [reports])
    return rows.map(({ agencyId, year, district }) => ({
      hub: graphql(IN_HUB, { district, year }),
      postgraphile: graphql(IN_POSTGRAPHILE, { agencyId, year }),
      pothosPrisma: graphql(IN_POTHOS_PRISMA, { agencyId, year }),
      rawSql: statement('one-report', [district, year]),
    }))
  },
  normalise: {
    hub: (answer) => shape(dataOf<{ report: Told }>(answer).report),
    postgraphile: shapeOfRow,
    pothosPrisma: shapeOfRow,
    rawSql: (answer) => shape(answer as Told),
  },
})

export const oneReport = scenario('one-report', 'one report, of 200 in turn', 200)

/** The reports are so few that whoever keeps anything has all of them. */
export const oneWarmReport = scenario('one-warm-report', 'one report, of 10 in turn', 10)
