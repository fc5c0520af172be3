import { dataOf, graphql } from '../scenarios/scenario.ts'
import type { CountryQuestion } from './question.ts'

// The disclosure rate of all governments, year by year, on forms that count it differently.

interface Year {
  readonly year: number
  readonly counted: number
  readonly numerator: string | null
  readonly denominator: string | null
}

const shape = (years: readonly Year[]) =>
  years.map(({ year, counted, numerator, denominator }) => ({ year, counted, numerator, denominator }))

export const series: CountryQuestion = {
  name: 'series',
  title: 'national series of the disclosure rate',
  request: graphql(
    '{ series(of: { metric: DISCLOSURE_RATE }) { totals(accept: APPROXIMATE) { year counted numerator denominator value } } }',
    {},
  ),
  atMost: 50,
  // The form of 2014 has requests that were granted in two rows.
  sql: `
    SELECT year, count(numerator)::int AS counted, sum(numerator)::text AS numerator,
      sum(denominator) FILTER (WHERE numerator IS NOT NULL)::text AS denominator
    FROM (
      SELECT report.year, handled.value AS denominator,
        CASE
          WHEN handled.value IS NULL THEN NULL
          WHEN revision.form = 'FORM_2014' THEN granted.value + public.value
          ELSE granted.value
        END AS numerator
      FROM reports AS report
      JOIN agencies AS agency ON agency.id = report.agency_id AND agency.kind = 'GOVERNMENT'
      JOIN revisions AS revision
        ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
      LEFT JOIN application_outcomes AS handled
        ON (handled.agency_id, handled.year, handled.number) = (report.agency_id, report.year, report.current_number)
          AND handled.row = 'HANDLED_TOTAL' AND handled.applicant = 'TOTAL'
      LEFT JOIN application_outcomes AS granted
        ON (granted.agency_id, granted.year, granted.number) = (report.agency_id, report.year, report.current_number)
          AND granted.row = 'GRANTED' AND granted.applicant = 'TOTAL'
      LEFT JOIN application_outcomes AS public
        ON (public.agency_id, public.year, public.number) = (report.agency_id, report.year, report.current_number)
          AND public.row = 'ALREADY_PUBLIC' AND public.applicant = 'TOTAL'
    ) AS told
    GROUP BY year
    ORDER BY year`,
  normalise: {
    hub: (answer) => shape(dataOf<{ series: { totals: Year[] } }>(answer).series.totals),
    sql: (rows) => shape(rows as Year[]),
  },
}
