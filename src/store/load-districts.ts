import type { District } from '../domain/district.ts'
import { DISTRICTS } from '../domain/district-registry.ts'
import type { Database } from './database.ts'

/**
 * Brings the districts of the store up to the registry, in one statement that writes only what differs, and an event that tells so: a key
 * for a province reaches what stands below it. A division that the
 * registry no longer has is kept, since reports may hang off it, and marked as not current.
 * @returns how many rows were written.
 */
export async function loadDistricts(db: Database, districts: readonly District[] = DISTRICTS): Promise<number> {
  const { rows } = await db.pool.query<{ written: number }>(LOAD, [
    districts.map((district) => district.code),
    districts.map((district) => district.name),
    districts.map((district) => district.fullName),
    districts.map((district) => district.level),
    districts.map((district) => district.parentCode),
    districts.map((district) => district.current),
  ])
  return rows[0]?.written ?? 0
}

// Parents are checked at the end of the statement, so the order of the rows does not matter.
const LOAD = `
  WITH registry AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::district_level[], $5::text[], $6::boolean[])
      AS district(code, name, full_name, level, parent_code, current)
    UNION ALL
    SELECT code, name, full_name, level, parent_code, false FROM districts WHERE code <> ALL($1::text[])
  ), loaded AS (
  INSERT INTO districts AS stored (code, name, full_name, level, parent_code, current)
  SELECT code, name, full_name, level, parent_code, current FROM registry
  ON CONFLICT (code) DO UPDATE SET
    name = EXCLUDED.name, full_name = EXCLUDED.full_name, level = EXCLUDED.level,
    parent_code = EXCLUDED.parent_code, current = EXCLUDED.current
  WHERE (stored.name, stored.full_name, stored.level, stored.parent_code, stored.current)
    IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.full_name, EXCLUDED.level, EXCLUDED.parent_code, EXCLUDED.current)
  RETURNING code
  ), noted AS (
    INSERT INTO audit_events (chain, action, details)
    SELECT 64, 'districts.loaded', jsonb_build_object('written', count(*)) FROM loaded HAVING count(*) > 0
  )
  SELECT count(*)::int AS written FROM loaded`
