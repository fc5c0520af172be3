import type pg from 'pg'

/**
 * Takes the foreign keys of the present schema away and switches its triggers off, as the owner of the tables may; those of
 * replication are for superusers. Rows of a backup come in any order, and what triggers do to new rows (refuse, count, number, tell) was
 * done to these when they were new.
 * @returns how to bring all of it back, which checks every row against the foreign keys.
 */
export async function suspendChecks(client: pg.ClientBase): Promise<() => Promise<void>> {
  const keys = await client.query<{ relation: string; name: string; definition: string }>(FOREIGN_KEYS)
  const triggers = await client.query<{ relation: string; name: string; enabled: keyof typeof ENABLE }>(TRIGGERS)
  for (const { relation, name } of keys.rows) await client.query(`ALTER TABLE ${relation} DROP CONSTRAINT ${name}`)
  for (const { relation, name } of triggers.rows) await client.query(`ALTER TABLE ${relation} DISABLE TRIGGER ${name}`)
  return async () => {
    for (const { relation, name, enabled } of triggers.rows) {
      await client.query(`ALTER TABLE ${relation} ${ENABLE[enabled]} TRIGGER ${name}`)
    }
    for (const { relation, name, definition } of keys.rows) {
      await client.query(`ALTER TABLE ${relation} ADD CONSTRAINT ${name} ${definition}`)
    }
  }
}

/** When a trigger fires, as the catalogue has it, and how it comes to that. */
const ENABLE = { O: 'ENABLE', R: 'ENABLE REPLICA', A: 'ENABLE ALWAYS' } as const

const FOREIGN_KEYS = `
  SELECT format('%I.%I', nspname, relname) AS relation, quote_ident(conname) AS name, pg_get_constraintdef(pg_constraint.oid) AS definition
  FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE contype = 'f' AND conparentid = 0 AND nspname = current_schema()
  ORDER BY relname, conname`

const TRIGGERS = `
  SELECT format('%I.%I', nspname, relname) AS relation, quote_ident(tgname) AS name, tgenabled AS enabled
  FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE NOT tgisinternal AND tgparentid = 0 AND tgenabled <> 'D' AND nspname = current_schema()
  ORDER BY relname, tgname`
