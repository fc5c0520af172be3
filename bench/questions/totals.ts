import { dataOf, graphql } from '../scenarios/scenario.ts'
import type { CountryQuestion } from './question.ts'

// What became of requests, by whom they were made, year by year: every outcome that the two later forms have alike.

const OUTCOMES = [
  ...[
    'GRANTED',
    'PARTLY_GRANTED',
    'REFUSED_STATE_SECRET',
    'REFUSED_PROHIBITED_BY_LAW',
    'REFUSED_SECURITY_AND_STABILITY',
  ],
  ...[
    'REFUSED_THIRD_PARTY_RIGHTS',
    'REFUSED_INTERNAL_AFFAIRS',
    'REFUSED_PROCESS_INFORMATION',
    'REFUSED_ENFORCEMENT_FILE',
  ],
  ...['REFUSED_ADMINISTRATIVE_QUERY', 'UNABLE_NOT_HELD', 'UNABLE_NOT_READY_MADE', 'UNABLE_STILL_UNCLEAR'],
  ...['NOT_PROCESSED_PETITION', 'NOT_PROCESSED_REPEAT', 'NOT_PROCESSED_PUBLICATION', 'NOT_PROCESSED_EXCESSIVE'],
  ...['NOT_PROCESSED_CONFIRMATION'],
] as const

interface Group {
  readonly row: string
  readonly applicant: string
  readonly year: number
  readonly sum: string | null
  readonly reports: number
  readonly stated: number
  readonly blank: number
  readonly unreadable: number
}

const shape = (groups: readonly Group[]) =>
  groups.map(({ row, applicant, year, sum, reports, stated, blank, unreadable }) => {
    return { row, applicant, year, sum, reports, stated, blank, unreadable }
  })

interface Total extends Pick<Group, 'sum' | 'reports'> {
  readonly key: Pick<Group, 'row' | 'applicant' | 'year'>
  readonly figures: Pick<Group, 'stated' | 'blank' | 'unreadable'>
}

export const totals: CountryQuestion = {
  name: 'totals',
  title: 'totals by outcome, applicant and year',
  request: graphql(
    `{
      totals(
        of: { applications: { rows: [${OUTCOMES.join(', ')}] } }
        filter: { form: { in: [FORM_2019, FORM_2021] } }
        groupBy: [ROW, APPLICANT, YEAR]
        orderBy: [{ year: DESC }, { row: ASC }, { applicant: ASC }]
        first: 100
      ) {
        totalCount
        nodes { key { row applicant year } sum reports figures { stated blank unreadable } }
      }
    }`,
    {},
  ),
  atMost: 150,
  sql: `
    SELECT figure.row, figure.applicant, figure.year, sum(figure.value)::text AS sum, count(*)::int AS reports,
      count(*) FILTER (WHERE state = 'STATED')::int AS stated,
      count(*) FILTER (WHERE state = 'BLANK')::int AS blank,
      count(*) FILTER (WHERE state = 'UNREADABLE')::int AS unreadable,
      (count(*) OVER ())::int AS groups
    FROM reports AS report
    JOIN revisions AS revision
      ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
    JOIN application_outcomes AS figure
      ON (figure.agency_id, figure.year, figure.number) = (report.agency_id, report.year, report.current_number)
    WHERE revision.form IN ('FORM_2019', 'FORM_2021') AND figure.row IN (${OUTCOMES.map((row) => `'${row}'`).join(', ')})
    GROUP BY figure.row, figure.applicant, figure.year
    ORDER BY figure.year DESC, figure.row, figure.applicant
    LIMIT 100`,
  normalise: {
    hub(answer) {
      const { totalCount, nodes } = dataOf<{ totals: { totalCount: number; nodes: Total[] } }>(answer).totals
      return {
        groups: totalCount,
        page: shape(nodes.map(({ key, figures, sum, reports }) => ({ ...key, ...figures, sum, reports }))),
      }
    },
    sql: (rows) => ({
      groups: (rows[0] as { groups: number } | undefined)?.groups ?? 0,
      page: shape(rows as Group[]),
    }),
  },
}
