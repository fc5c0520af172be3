import { dataOf, graphql, type Request, type Store } from './scenario.ts'

// Pages of the list of all reports, the latest year first. Each dialect goes on in its own way: by a cursor, by how many to leave out, or
// by the key of the last row.

/** Where a page begins, in every dialect. */
export interface PageStart {
  readonly first: number
  /** How many rows lie before it. */
  readonly offset: number
  /** The last row before it; null before the first page. */
  readonly afterYear: number | null
  readonly afterAgency: number | null
  /** The cursors of that row. */
  readonly hubCursor: string | null
  readonly pothosCursor: string | null
}

/** The rows beyond a page start, in SQL: its values are $1, $2 and how many, $3. */
export const PAGE_IN_SQL = `
  (SELECT * FROM reports
   WHERE $1::int IS NULL OR year < $1 OR (year = $1 AND agency_id > $2::int)
   ORDER BY year DESC, agency_id LIMIT $3)`

export const valuesOf = ({ afterYear, afterAgency, first }: PageStart) => [afterYear, afterAgency, first]

const NEXT = `query Next($first: Int!, $after: String) {
  reports(first: $first, after: $after) { pageInfo { endCursor hasNextPage } }
}`

/** So many pages from the first on; fewer when the list, or `until`, ends sooner. */
export async function pageStarts(
  store: Store,
  { first, pages, where = 'TRUE' }: { readonly first: number; readonly pages: number; readonly where?: string },
): Promise<readonly PageStart[]> {
  const starts: PageStart[] = []
  let hubCursor: string | null = null
  let pothosCursor: string | null = null
  for (let page = 0; page < pages; page += 1) {
    const offset = page * first
    const { rows } = await store.client.query<{ year: number; agencyId: number; fits: boolean }>(
      `SELECT report.year, report.agency_id AS "agencyId", ${where} AS fits
       FROM reports AS report
       LEFT JOIN revisions AS revision
         ON (revision.agency_id, revision.year, revision.number) = (report.agency_id, report.year, report.current_number)
       ORDER BY report.year DESC, report.agency_id LIMIT $1 OFFSET $2`,
      [first + 1, Math.max(0, offset - 1)],
    )
    const before = page === 0 ? null : (rows.shift() ?? null)
    if (rows.length < first || !rows.slice(0, first).every(({ fits }) => fits)) break
    const [afterYear, afterAgency] = [before?.year ?? null, before?.agencyId ?? null]
    starts.push({ first, offset, afterYear, afterAgency, hubCursor, pothosCursor })
    const next = async (dialect: 'hub' | 'pothosPrisma', after: string | null): Promise<string> => {
      const request: Request = graphql(NEXT, { first, after })
      return dataOf<{ reports: { pageInfo: { endCursor: string } } }>(await store.ask(dialect, request)).reports
        .pageInfo.endCursor
    }
    hubCursor = await next('hub', hubCursor)
    pothosCursor = await next('pothosPrisma', pothosCursor)
  }
  if (starts.length === 0) throw new Error(`Expected a store with pages of ${first} reports, got one without any.`)
  return starts
}
