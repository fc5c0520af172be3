import pg from 'pg'
import type { SequenceValue, TableContent } from './manifest.ts'

/** A table of the hub's schema as the database's catalogue has it. */
export interface Table {
  readonly name: string
  /** As SQL, with its schema. */
  readonly relation: string
  /** What is stored, by name: columns that PostgreSQL generates from others are left out. */
  readonly columns: TableContent['columns']
  /** As SQL: an order in which no two rows are alike. */
  readonly order: string
}

/** Where Prisma's engine notes what it applied: a restored database gets its own notes. */
export const MIGRATIONS_TABLE = '_prisma_migrations'

/**
 * Every table of the present schema, by name, but for the notes on migrations and what belongs to extensions. Nobody has to tell of a
 * new table: what the catalogue has is what there is.
 */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Row>(TABLES, [MIGRATIONS_TABLE])
  return rows.map(({ name, schema, columns, key }) => ({
    name,
    relation: `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`,
    columns: columns.map(({ name, type }) => ({ name, type })),
    // Without a key, rows that are alike in every column are alike, whichever comes first.
    order: (key ?? columns).map((column) => orderBy(column, key !== null)).join(', '),
  }))
}

interface Row {
  readonly name: string
  readonly schema: string
  readonly columns: readonly Column[]
  /** The columns of the primary key; null without one. */
  readonly key: readonly Column[] | null
}

interface Column {
  readonly name: string
  readonly type: string
  /** Whether values of the type are in one order everywhere: numbers, moments, truth values, and names of a list. */
  readonly ordered: boolean
}

// Databases collate text each in its own way, and the order of JSON rests on that, too. All of them know "C".
function orderBy({ name, ordered }: Column, isKey: boolean): string {
  const column = pg.escapeIdentifier(name)
  return ordered && isKey ? column : `${column}::text COLLATE "C"`
}

const COLUMN = `json_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
  'ordered', (SELECT typcategory IN ('N', 'D', 'T', 'B', 'E') FROM pg_type WHERE oid = atttypid))`

const OF_AN_EXTENSION = `EXISTS (
  SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = relation.oid AND deptype = 'e')`

// json_agg is null of no rows, which is what a table without a primary key has.
const TABLES = `
  SELECT relname AS name, nspname AS schema,
    (SELECT coalesce(json_agg(${COLUMN} ORDER BY attname COLLATE "C"), '[]') FROM pg_attribute
     WHERE attrelid = relation.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
    (SELECT json_agg(${COLUMN} ORDER BY place)
     FROM pg_index CROSS JOIN unnest(indkey::int2[]) WITH ORDINALITY AS key (attribute, place)
     JOIN pg_attribute ON attrelid = relation.oid AND attnum = attribute
     WHERE indrelid = relation.oid AND indisprimary) AS key
  FROM pg_class AS relation JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE nspname = current_schema() AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> $1 AND NOT ${OF_AN_EXTENSION}
  ORDER BY relname COLLATE "C"`

/** What each sequence of the present schema gives next. Sequences heed no transaction: read after the rows, none is behind them. */
export async function readSequences(client: pg.ClientBase): Promise<SequenceValue[]> {
  const { rows } = await client.query<{ name: string; relation: string; increment: string }>(SEQUENCES)
  const values: SequenceValue[] = []
  for (const { name, relation, increment } of rows) {
    const { rows: states } = await client.query<{ next: string }>(
      `SELECT (last_value + CASE WHEN is_called THEN ${increment} ELSE 0 END)::text AS next FROM ${relation}`,
    )
    values.push({ name, next: states[0]?.next ?? '' })
  }
  return values
}

const SEQUENCES = `
  SELECT relname AS name, format('%I.%I', nspname, relname) AS relation, seqincrement AS increment
  FROM pg_class AS relation JOIN pg_namespace ON pg_namespace.oid = relnamespace JOIN pg_sequence ON seqrelid = relation.oid
  WHERE nspname = current_schema() AND NOT ${OF_AN_EXTENSION}
  ORDER BY relname COLLATE "C"`
