import { createHash } from 'node:crypto'
import { readMigrations } from '../../src/store/schema-engine.ts'
import { onServer } from '../database-address.ts'

const migrations = await readMigrations()
const firstOf = (suffix: string) => migrations.findIndex(({ name }) => name.endsWith(suffix))

/** The first migration that the earlier store is without. */
export const FIRST_LATER = migrations[firstOf('_judgements')]?.name ?? ''

/** Makes a store as it was before judgements: with a report whose total is not the sum, and what the rules of then said of it. */
export const makeEarlierStore = (url: string) => makeStoreBefore(url, '_judgements', AN_OLD_REPORT)

/** Makes a store with all migrations before the one whose name ends so, and writes rows into it. */
export async function makeStoreBefore(url: string, suffix: string, rows: string): Promise<void> {
  await onServer(url, async (client) => {
    await client.query(NOTES_TABLE)
    for (const { name, sql } of migrations.slice(0, firstOf(suffix))) {
      await client.query(sql)
      await client.query(
        'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ($1, $2, $3, now())',
        [name.slice(0, 36), createHash('sha256').update(sql).digest('hex'), name],
      )
    }
    await client.query(rows)
  })
}

const AN_OLD_REPORT = `
  INSERT INTO districts (code, name, full_name, level) VALUES ('110000', '北京市', '北京市', 'PROVINCE');
  INSERT INTO agencies (id, district_code, kind, name) VALUES (1, '110000', 'GOVERNMENT', '北京市人民政府');
  INSERT INTO reports (agency_id, year, district_code) VALUES (1, 2021, '110000');
  INSERT INTO revisions (agency_id, year, number, form, source_kind, media_type, source_sha256, source, parser_version, rules_version)
    VALUES (1, 2021, 1, 'FORM_2021', 'TEXT', 'text/plain', sha256('x'), 'x', '1', '1.0.0');
  UPDATE reports SET current_number = 1;
  INSERT INTO review_results (agency_id, year, number, result, state, value, raw) VALUES
    (1, 2021, 1, 'UPHELD', 'STATED', 5, '5'), (1, 2021, 1, 'CORRECTED', 'STATED', 0, '0'),
    (1, 2021, 1, 'OTHER', 'STATED', 0, '0'), (1, 2021, 1, 'PENDING', 'STATED', 0, '0'), (1, 2021, 1, 'TOTAL', 'STATED', 4, '4');
  INSERT INTO findings (agency_id, year, number, position, rule_id, severity, message, "left", "right", difference, left_paths, right_paths)
    VALUES (1, 2021, 1, 0, 'review.results', 'ERROR', '5 ≠ 4', 5, 4, 1, '{review.UPHELD}', '{review.TOTAL}')`

/** Where Prisma's engine notes what it applied. */
export const NOTES_TABLE = `CREATE TABLE _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`
