import DataLoader from 'dataloader'
import type { FigureState } from '../domain/figure.ts'
import { FAMILIES, type Family, type FigureKey, type FigurePath, pathOf } from '../domain/figure-paths.ts'
import type { Form } from '../domain/forms.ts'
import { codesOf } from '../domain/terms.ts'
import type { Database } from './database.ts'
import { FIGURE_TABLES } from './figure-tables.ts'
import type { ReportKey } from './report-loaders.ts'
import { DECIMAL } from './row-lists.ts'

// What differs between two revisions of a report, figure by figure. A figure that is printed otherwise and says the same does not differ;
// of one that cannot be read all that there is to compare is what is printed.

/** Two revisions of one report, by their numbers. */
export interface RevisionPair extends ReportKey {
  readonly from: number
  readonly to: number
}

/** What a figure says in one revision. */
export interface FigureValue {
  readonly state: FigureState
  /** In plain decimal digits; null unless it is stated. */
  readonly value: string | null
  readonly raw: string
}

/** A figure that differs. */
export interface FigureChange {
  readonly path: FigurePath
  /** The forms of both revisions. */
  readonly forms: { readonly from: Form | null; readonly to: Form | null }
  /** Null when that revision does not print it. */
  readonly from: FigureValue | null
  readonly to: FigureValue | null
  /** The later value minus the earlier one; null unless both are stated. */
  readonly difference: string | null
}

/** The figures that differ between two revisions, in the order of the form. */
export type FigureChangeLoader = DataLoader<RevisionPair, readonly FigureChange[], string>

type ValueCells = [FigureState, string | null, string] | [null, null, null]
type Cells = [key: Readonly<Record<string, string>>, from: ValueCells, to: ValueCells, difference: string | null]

type Row = Readonly<Record<Family, readonly Cells[]>> & { readonly forms: [Form | null, Form | null] }

/** Reads all pairs that one request asks about in one statement. */
export function figureChangeLoader(db: Database): FigureChangeLoader {
  return new DataLoader<RevisionPair, readonly FigureChange[], string>(
    async (pairs) => {
      const { rows } = await db.pool.query<Row>(CHANGES, [
        pairs.map(({ agencyId }) => agencyId),
        pairs.map(({ year }) => year),
        pairs.map(({ from }) => from),
        pairs.map(({ to }) => to),
      ])
      return rows.map(changesOf)
    },
    { cacheKeyFn: ({ agencyId, year, from, to }) => `${agencyId}/${year}/${from}/${to}` },
  )
}

function changesOf(row: Row): FigureChange[] {
  const forms = { from: row.forms[0], to: row.forms[1] }
  return codesOf(FAMILIES).flatMap((family) =>
    row[family].map(([key, from, to, difference]) => {
      // The columns of a family are the rest of its key.
      const path = pathOf({ family, ...key } as unknown as FigureKey)
      return { path, forms, from: said(from), to: said(to), difference }
    }),
  )
}

const said = ([state, value, raw]: ValueCells): FigureValue | null => (state === null ? null : { state, value, raw })

/** The cells of a family that differ: those of both revisions beside each other, and those that one of them has. */
function differing(family: Family): string {
  const { table, columns } = FIGURE_TABLES[family]
  const names = Object.keys(columns).map((column) => `"${column}"`)
  const cells = (number: string) => `
    (SELECT ${names.join(', ')}, state, value, raw FROM ${table} AS stored
     WHERE stored.agency_id = asked.agency_id AND stored.year = asked.year AND stored.number = asked.${number})`
  const key = Object.keys(columns).flatMap((column) => [`'${column}'`, `"${column}"`])
  const value = (of: string) => `json_build_array(${of}.state, ${DECIMAL(`${of}.value::numeric`)}, ${of}.raw)`
  return `
    (SELECT coalesce(json_agg(json_build_array(
        json_build_object(${key.join(', ')}), ${value('earlier')}, ${value('later')}, ${DECIMAL('(later.value - earlier.value)::numeric')}
      ) ORDER BY ${names.join(', ')}), '[]')
     FROM ${cells('earlier_number')} AS earlier FULL JOIN ${cells('later_number')} AS later USING (${names.join(', ')})
     WHERE (earlier.state, earlier.value) IS DISTINCT FROM (later.state, later.value)
       OR (later.state = 'UNREADABLE' AND earlier.raw IS DISTINCT FROM later.raw)) AS ${family}`
}

const form = (number: string) => `
  (SELECT form FROM revisions AS stored
   WHERE stored.agency_id = asked.agency_id AND stored.year = asked.year AND stored.number = asked.${number})`

const CHANGES = `
  SELECT json_build_array(${form('earlier_number')}, ${form('later_number')}) AS forms, ${codesOf(FAMILIES).map(differing).join(', ')}
  FROM unnest($1::int[], $2::smallint[], $3::smallint[], $4::smallint[])
    WITH ORDINALITY AS asked (agency_id, year, earlier_number, later_number, place)
  ORDER BY asked.place`
