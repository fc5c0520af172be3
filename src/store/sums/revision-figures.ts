import { type Family, type FigurePath, keyOf } from '../../domain/figure-paths.ts'
import { FIGURE_TABLES } from '../figure-tables.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { ONE_BY_ONE } from './unsummed.ts'

type Sql = Prisma.Sql
const { join, raw, sql } = Prisma

/** The figures of one revision, by path: `path`, `state` and `value`. The revision has the key of the row of that name. */
export function revisionFigures(row: string, families: readonly Family[], condition: Sql = sql`TRUE`): Sql {
  const ofFamilies = families.map((family) => {
    const { table, columns } = FIGURE_TABLES[family]
    const codes = Object.keys(columns).map((name) => `figure."${name}"::text`)
    const path = raw([`'${family}'`, ...codes].join(" || '.' || "))
    return sql`
      SELECT ${path} AS path, figure.state, figure.value::numeric AS value FROM ${raw(`${table} AS figure
      WHERE (figure.agency_id, figure.year, figure.number) = (${row}.agency_id, ${row}.year, ${row}.number)`)}`
  })
  return sql`SELECT * FROM (${join(ofFamilies, ' UNION ALL ')}) AS figure WHERE ${condition} ${ONE_BY_ONE}`
}

/** Those of these figures that a revision states, as one JSON object named `figures`; null when there are none. */
export function statedFigures(row: string, paths: ReadonlySet<FigurePath>): Sql {
  const families = [...new Set(Array.from(paths, (path) => keyOf(path).family))]
  if (families.length === 0) return sql`SELECT NULL::jsonb AS figures`
  const isAsked = sql`path = ANY(${[...paths]}::text[]) AND value IS NOT NULL`
  return sql`
    SELECT jsonb_object_agg(path, value) AS figures FROM (${revisionFigures(row, families, isAsked)}) AS figure ${ONE_BY_ONE}`
}
