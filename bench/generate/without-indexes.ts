import type pg from 'pg'

interface Dropped {
  readonly drop: string
  readonly restore: string
}

/**
 * Does something while the tables have no indexes but those of their keys, and refer to no other table; both are made anew afterwards,
 * as they were, which is how PostgreSQL checks at once what it would have checked row by row. When it fails they stay away: the database is
 * of no use then.
 * @param atOnce how many indexes are made at a time
 */
export async function withoutIndexes<T>(
  pool: pg.Pool,
  tables: readonly string[],
  atOnce: number,
  work: () => Promise<T>,
): Promise<T> {
  const { rows: indexes } = await pool.query<Dropped>(INDEXES, [tables])
  const { rows: references } = await pool.query<Dropped>(REFERENCES, [tables])
  for (const { drop } of [...references, ...indexes]) await pool.query(drop)
  const result = await work()
  const left = [...indexes]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const client = await pool.connect()
      // As much memory as sorting takes, on this connection only.
      await client.query(`SET maintenance_work_mem = '512MB'`)
      for (let next = left.shift(); next !== undefined; next = left.shift()) await client.query(next.restore)
      client.release(true)
    }),
  )
  for (const { restore } of references) await pool.query(restore)
  return result
}

// What takes longest first: indexes on what a function gives. The statistics target of an expression is no part of the definition that PostgreSQL tells.
const INDEXES = `
  SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop,
    concat_ws('; ', pg_get_indexdef(indexrelid),
      (SELECT string_agg(format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', indexrelid::regclass, attnum, attstattarget), '; ')
        FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget >= 0)) AS restore
  FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
  WHERE indrelid = ANY($1::regclass[]) AND NOT indisunique
  ORDER BY indpred IS NOT NULL, indexprs IS NULL, pg_relation_size(indrelid) DESC, indexrelid::regclass::text`

const REFERENCES = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS restore
  FROM pg_constraint WHERE conrelid = ANY($1::regclass[]) AND contype = 'f'
  ORDER BY conrelid::regclass::text, conname`
