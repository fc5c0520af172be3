import { SEARCH_RANKS, type SearchRank } from '../domain/search-ranks.ts'
import { codesOf } from '../domain/terms.ts'
import { type ReportCondition, reportMatches } from './conditions.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { RevisionKey } from './revision-key.ts'
import { searchTerms } from './search-terms.ts'
import type { Place, Stretch } from './sort-order.ts'
import { INT, SMALL_INT } from './sort-values.ts'

// Sections by their words. The functions `search_…` and the index on them stand in the migration that adds them, and the reasons for
// the shape of these statements in docs/decisions/0015-search.md.

const { empty, join, raw, sql } = Prisma
type Sql = Prisma.Sql

/** What is asked: all of the words (see `searchWords`), in sections of the current revisions of the reports. */
export interface SearchQuestion {
  readonly words: readonly string[]
  readonly reports?: ReportCondition | null | undefined
}

/** A section, by its key. */
export interface SectionKey extends RevisionKey {
  readonly position: number
}

/** A section that has all of the words, and how well. */
export interface SearchHit extends SectionKey {
  readonly rank: SearchRank
}

/** The order of what is found: by rank, then the latest year, then the agency and its place in the report. */
export const ORDER_OF_HITS = [
  { key: { name: 'rank', type: { accepts: (text: string) => Object.hasOwn(SEARCH_RANKS, text) } }, direction: 'asc' },
  { key: { name: 'year', type: SMALL_INT }, direction: 'desc' },
  { key: { name: 'agency', type: INT }, direction: 'asc' },
  { key: { name: 'position', type: INT }, direction: 'asc' },
] as const

/** Where a section stands in that order. */
export const placeOfHit = ({ rank, ...of }: SearchHit): Place => [
  rank,
  ...[of.year, of.agencyId, of.position].map(String),
]

/** Some of the sections that have all of the words, in their order. */
export async function searchSections(
  db: Database,
  question: SearchQuestion,
  { way, from, limit }: Stretch,
): Promise<SearchHit[]> {
  const isForwards = way === 'FORWARDS'
  const order = (direction: 'ASC' | 'DESC') => (isForwards === (direction === 'ASC') ? sql`ASC` : sql`DESC`)
  const [span, step] = isForwards ? (['>=', '>'] as const) : (['<=', '<'] as const)
  // The spans of rank and year come one by one, the best first, and the next is not looked at once the page is full. What costs more
  // than a look into the index (whether the text truly has the words, whether the revision is current) is asked of one row at a time.
  const statement = sql`
    WITH ${searchTerms(question.words)}, ${RANKED}${asked(question)}
    SELECT span.rank, found.agency_id AS "agencyId", found.year::int, found.number::int, found.position
    FROM (
      SELECT rank, year, query && ${inSpan(question)} AS query
      FROM ranked CROSS JOIN ${years(question)}
      WHERE TRUE ${bound(sql`rank, -year`, span, from?.slice(0, 2))}
      ORDER BY rank ${order('ASC')}, year ${order('DESC')}
    ) AS span
    CROSS JOIN LATERAL (
      SELECT section.agency_id, section.year, section.number, section.position,
        search_is_long(section.heading, section.text) AS is_long
      FROM sections AS section
      WHERE ${VECTOR} @@ span.query ${bound(sql`span.rank, -span.year, section.agency_id, section.position`, step, from)}
      ORDER BY section.agency_id ${order('ASC')}, section.position ${order('ASC')}
    ) AS found
    WHERE ${isCurrent(question, sql`found`, 'ONE BY ONE')} AND (
      NOT found.is_long AND (SELECT is_exact FROM search) OR EXISTS (
        SELECT FROM sections AS section
        WHERE section.agency_id = found.agency_id AND section.year = found.year AND section.number = found.number
          AND section.position = found.position AND ${HAS_WORDS}
      )
    )
    LIMIT ${limit}::int`
  const { rows } = await db.pool.query<Omit<SearchHit, 'rank'> & { rank: number }>(statement.text, statement.values)
  const hits = rows.map((row) => ({ ...row, rank: RANKS[row.rank - 1] as SearchRank }))
  return isForwards ? hits : hits.reverse()
}

/** How many sections have all of the words. It looks at each of them. */
export async function countSections(db: Database, question: SearchQuestion): Promise<number> {
  const statement = sql`
    WITH ${searchTerms(question.words)}${asked(question)}
    SELECT count(*)::int AS count
    FROM (
      SELECT (SELECT mentioned || ${LONG} FROM search) && ${inSpan(question)} AS query FROM ${years(question)}
    ) AS span
    CROSS JOIN LATERAL (
      SELECT FROM sections AS section
      WHERE ${VECTOR} @@ span.query AND ${isCurrent(question, sql`section`, 'ALL')}
        AND (NOT search_is_long(section.heading, section.text) AND (SELECT is_exact FROM search) OR ${HAS_WORDS})
    ) AS found`
  const { rows } = await db.pool.query<{ count: number }>(statement.text, statement.values)
  return rows[0]?.count ?? 0
}

const RANKS = codesOf(SEARCH_RANKS)
/** As the index has it. */
const VECTOR = sql`search_vector(section.agency_id, section.year, section.heading, section.text)`
/** What a section has there that is too long to be taken apart. */
const LONG = sql`'''*'''::tsquery`
/** A condition that holds for so few agencies is put to the index as well. */
const FEW_AGENCIES = 50

/** Each section has one rank: what one asks for, the next excludes. A long section is not taken apart, and has the last. */
const RANKED = sql`
  ranked AS MATERIALIZED (
    SELECT 1 AS rank, heading AS query FROM search
    UNION ALL SELECT 2, repeated && (!!heading) FROM search
    UNION ALL SELECT 3, (mentioned && (!!heading) && (!!repeated)) || ${LONG} FROM search
  )`

/**
 * The words stand in the heading or the text: asked where the index does not tell, since it has longer words in pieces. What stands in
 * the text as it is printed stands in it folded as well, and folding is what costs; a word that is its own pattern is looked for as text.
 */
const HAS_WORDS = sql`NOT EXISTS (
    SELECT FROM word, concat_ws(E'\n\n', section.heading, section.text) AS printed
    WHERE CASE WHEN pattern = folded THEN strpos(printed, folded) = 0 ELSE printed !~ pattern END
      AND search_joined(search_fold(printed)) !~ pattern
  )`

/** The reports of the condition, found out once. */
function asked({ reports }: SearchQuestion): Sql {
  if (!isGiven(reports)) return empty
  return sql`, asked AS MATERIALIZED (
    SELECT agency_id, year, current_number FROM reports AS report WHERE ${reportMatches(reports)}
  ), few AS MATERIALIZED (
    SELECT string_agg('@a' || agency_id, '|')::tsquery AS agencies
    FROM (SELECT DISTINCT agency_id FROM asked LIMIT ${FEW_AGENCIES + 1}::int) AS agency
    HAVING count(*) <= ${FEW_AGENCIES}::int
  )`
}

const isGiven = (condition: ReportCondition | null | undefined) =>
  Object.values(condition ?? {}).some((value) => value != null)

const years = ({ reports }: SearchQuestion) =>
  isGiven(reports)
    ? sql`(SELECT DISTINCT year::int FROM asked) AS years (year)`
    : sql`generate_series((SELECT min(year) FROM reports)::int, (SELECT max(year) FROM reports)::int) AS years (year)`

/** The year of the span, and the agencies when there are few: what every section has in the index beside its words. */
function inSpan({ reports }: SearchQuestion): Sql {
  const year = sql`('@y' || year)::tsquery`
  return isGiven(reports) ? sql`coalesce(${year} && (SELECT agencies FROM few), ${year})` : year
}

/**
 * As a value that is tested, and not as a join, which would look at all rows first and lose their order. For a page, which looks at few
 * sections, it is a value of the report: what only asks whether there is one PostgreSQL answers from all current revisions, read beforehand.
 * Counting looks at all.
 */
function isCurrent({ reports }: SearchQuestion, section: Sql, looked: 'ONE BY ONE' | 'ALL'): Sql {
  if (isGiven(reports)) {
    return sql`(${section}.agency_id, ${section}.year, ${section}.number) IN (SELECT agency_id, year, current_number FROM asked) IS TRUE`
  }
  const report = sql`FROM reports AS report WHERE report.agency_id = ${section}.agency_id AND report.year = ${section}.year`
  return looked === 'ONE BY ONE'
    ? sql`(SELECT report.current_number ${report}) = ${section}.number`
    : sql`EXISTS (SELECT ${report} AND report.current_number = ${section}.number) IS TRUE`
}

/** Bounds rows by a place, of which as many values are given as there are columns: compared as one row, as all of them grow that way. */
function bound(columns: Sql, relation: '<' | '<=' | '>' | '>=', place: Place | undefined): Sql {
  if (place === undefined) return empty
  const [rank, year, ...others] = place
  const values = [RANKS.indexOf(rank as SearchRank) + 1, -Number(year), ...others.map(Number)].map(
    (value) => sql`${value}::int`,
  )
  return sql`AND (${columns}) ${raw(relation)} (${join(values)})`
}
