import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { SectionKey } from './search.ts'
import { searchTerms } from './search-terms.ts'

/** Words where they stand in a section, with what stands around them in their line. */
export interface SearchHighlight {
  readonly words: string
  readonly isInHeading: boolean
  readonly prefix: string
  readonly exact: string
  readonly suffix: string
}

/** How much of a line is given on either side, in characters. */
const AROUND = 60

/** Where the words stand in each of the sections: the first place of each, in the heading if it has them. */
export async function highlightsOf(
  db: Database,
  words: readonly string[],
  sections: readonly SectionKey[],
): Promise<SearchHighlight[][]> {
  const statement = highlights(words, sections)
  const { rows } = await db.pool.query<SearchHighlight & { place: number }>(statement.text, statement.values)
  return sections.map((_, place) => rows.filter((row) => row.place === place).map(inItsLine))
}

function inItsLine({ words, isInHeading, prefix, exact, suffix }: SearchHighlight): SearchHighlight {
  const [rest = ''] = suffix.split('\n')
  return { words, isInHeading, prefix: prefix.slice(prefix.lastIndexOf('\n') + 1), exact, suffix: rest }
}

// Folded text is as long as the text itself, so that a place in the one is a place in the other.
const highlights = (words: readonly string[], sections: readonly SectionKey[]) => Prisma.sql`
  WITH ${searchTerms(words)}
  SELECT asked.place::int - 1 AS place, entry.words, is_in_heading AS "isInHeading",
    substr(printed, greatest(1, begins - ${AROUND}::int), least(${AROUND}::int, begins - 1)) AS prefix,
    substr(printed, begins, ends - begins) AS exact,
    substr(printed, ends, ${AROUND}::int) AS suffix
  FROM unnest(
    ${sections.map(({ agencyId }) => agencyId)}::int[], ${sections.map(({ year }) => year)}::smallint[],
    ${sections.map(({ number }) => number)}::smallint[], ${sections.map(({ position }) => position)}::int[]
  ) WITH ORDINALITY AS asked (agency_id, year, number, position, place)
  JOIN sections AS section USING (agency_id, year, number, position)
  CROSS JOIN LATERAL (
    SELECT search_fold(coalesce(section.heading, '')) AS heading, search_fold(section.text) AS text OFFSET 0
  ) AS folded
  CROSS JOIN (
    SELECT words, broken, nth FROM word JOIN unnest(${[...words]}::text[]) WITH ORDINALITY AS given (words, nth) USING (words)
  ) AS entry
  CROSS JOIN LATERAL (SELECT folded.heading ~ entry.broken AS is_in_heading) AS part
  CROSS JOIN LATERAL (
    SELECT CASE WHEN is_in_heading THEN section.heading ELSE section.text END AS printed,
      CASE WHEN is_in_heading THEN folded.heading ELSE folded.text END AS searched
  ) AS one
  CROSS JOIN LATERAL (
    SELECT regexp_instr(searched, broken, 1, 1, 0) AS begins, regexp_instr(searched, broken, 1, 1, 1) AS ends
  ) AS exact
  ORDER BY asked.place, entry.nth`
