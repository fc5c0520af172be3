import type pg from 'pg'

interface Dropped {
  readonly drop: string
  readonly restore: string
}

/**
 * Does something while the tables have no indexes but those of their keys, and refer to no other table; both are made anew afterwards,
 * as they were, which is how PostgreSQL checks at once what it would have checked row by row.
 */
export async function withoutIndexes<T>(
  client: pg.ClientBase,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const { rows: indexes } = await client.query<Dropped>(INDEXES, [tables])
  const { rows: references } = await client.query<Dropped>(REFERENCES, [tables])
  for (const { drop } of [...references, ...indexes]) await client.query(drop)
  const result = await work()
  // As much memory as sorting takes, on this connection only.
  await client.query(`SET maintenance_work_mem = '1GB'`)
  for (const { restore } of [...indexes, ...references]) await client.query(restore)
  await client.query('RESET maintenance_work_mem')
  return result
}

// The statistics target of an expression is no part of the definition that PostgreSQL tells.
const INDEXES = `
  SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop,
    concat_ws('; ', pg_get_indexdef(indexrelid),
      (SELECT string_agg(format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', indexrelid::regclass, attnum, attstattarget), '; ')
        FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget >= 0)) AS restore
  FROM pg_index WHERE indrelid = ANY($1::regclass[]) AND NOT indisunique
  ORDER BY indexrelid::regclass::text`

const REFERENCES = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS restore
  FROM pg_constraint WHERE conrelid = ANY($1::regclass[]) AND contype = 'f'
  ORDER BY conrelid::regclass::text, conname`
