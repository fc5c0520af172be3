import { dataOf, graphql } from '../scenarios/scenario.ts'
import type { CountryQuestion } from './question.ts'

// A word of two characters, which every sixth section or so has: the first page of what is found.

const WORD = '培训'

interface Hit {
  readonly rank: string
  readonly year: number
  readonly agency: string
  readonly heading: string | null
}

const shape = (hits: readonly Hit[]) => hits.map(({ rank, year, agency, heading }) => ({ rank, year, agency, heading }))

interface Node {
  readonly rank: string
  readonly report: { readonly year: number; readonly agency: { readonly name: string } }
  readonly section: { readonly heading: string | null }
}

/** The sections of one rank. What the index is asked is what the hub asks it. */
const ofRank = (rank: string, query: string) => `
  (SELECT '${rank}' AS rank, section.agency_id, section.year, section.position, section.heading
   FROM sections AS section
   JOIN reports AS report ON (report.agency_id, report.year, report.current_number) = (section.agency_id, section.year, section.number)
   WHERE search_vector(section.agency_id, section.year, section.heading, section.text) @@ $$${query}$$::tsquery
   ORDER BY section.year DESC, section.agency_id, section.position
   LIMIT 20)`

export const search: CountryQuestion = {
  name: 'search',
  title: 'search for a word of two characters',
  request: graphql(
    `query ($query: String!) {
      search(query: $query, first: 20) { nodes { rank report { year agency { name } } section { heading } } }
    }`,
    { query: WORD },
  ),
  atMost: 100,
  // A rank is looked up only when those before it do not fill the page.
  sql: `
    SELECT found.rank, found.year, agency.name AS agency, found.heading
    FROM (
      SELECT * FROM (
        ${ofRank('HEADING', `'#${WORD}'`)}
        UNION ALL ${ofRank('REPEATED', `'+${WORD}' & !'#${WORD}'`)}
        UNION ALL ${ofRank('MENTIONED', `'${WORD}' & !'#${WORD}' & !'+${WORD}'`)}
      ) AS ranked LIMIT 20
    ) AS found
    JOIN agencies AS agency ON agency.id = found.agency_id
    ORDER BY array_position('{HEADING,REPEATED,MENTIONED}', found.rank), found.year DESC, found.agency_id, found.position`,
  normalise: {
    hub: (answer) =>
      shape(
        dataOf<{ search: { nodes: Node[] } }>(answer).search.nodes.map(({ rank, report, section }) => {
          return { rank, year: report.year, agency: report.agency.name, heading: section.heading }
        }),
      ),
    sql: (rows) => shape(rows as Hit[]),
  },
}
