import { Prisma } from './generated/prisma/client.ts'

type Sql = Prisma.Sql
const { join, raw, sql } = Prisma

/** A column by which rows are sorted. What has no value comes last, whatever the direction. */
export interface SortColumn {
  readonly column: Sql
  /** Of its values, as the store names it. */
  readonly type: string
  readonly direction: 'asc' | 'desc'
}

type Way = 'FORWARDS' | 'BACKWARDS'

/** The columns for `ORDER BY`; read backwards, what has no value comes first. */
export function inOrder(columns: readonly SortColumn[], way: Way): Sql {
  return join(
    columns.map(({ column, direction }) => {
      const isAscending = (direction === 'asc') === (way === 'FORWARDS')
      return sql`${column} ${raw(isAscending ? 'ASC' : 'DESC')} ${raw(way === 'FORWARDS' ? 'NULLS LAST' : 'NULLS FIRST')}`
    }),
    ', ',
  )
}

/** Holds for the rows behind one in that order, or before it: they equal it in the first so many columns, and lie beyond it in the next. */
export function beyond(columns: readonly SortColumn[], values: readonly (string | number | null)[], way: Way): Sql {
  const equal = ({ column, type }: SortColumn, place: number) => {
    const value = values[place] ?? null
    return value === null ? sql`${column} IS NULL` : sql`${column} = ${String(value)}::${raw(type)}`
  }
  const past = ({ column, type, direction }: SortColumn, place: number) => {
    const value = values[place] ?? null
    if (value === null) return way === 'FORWARDS' ? sql`FALSE` : sql`${column} IS NOT NULL`
    const isMore = (direction === 'asc') === (way === 'FORWARDS')
    const side = sql`${column} ${raw(isMore ? '>' : '<')} ${String(value)}::${raw(type)}`
    return way === 'FORWARDS' ? sql`(${side} OR ${column} IS NULL)` : side
  }
  // Without a column there is one row at most, and nothing beyond it.
  if (columns.length === 0) return sql`FALSE`
  const each = columns.map((column, place) =>
    join([...columns.slice(0, place).map(equal), past(column, place)], ' AND '),
  )
  return sql`(${join(
    each.map((part) => sql`(${part})`),
    ' OR ',
  )})`
}
