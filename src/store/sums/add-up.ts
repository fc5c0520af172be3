import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { FAMILIES } from '../../domain/figure-paths.ts'
import { codesOf } from '../../domain/terms.ts'
import type { Database } from '../database.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { formulaOfFigures } from './formula-sql.ts'
import { revisionFigures } from './revision-figures.ts'
import { digestOf, onlyFigure, type SummedFormula } from './summed-formula.ts'
import { changedRevisions, isUnsummed } from './unsummed.ts'

// Brings sums up to date. Nobody waits for it: whoever writes reports puts another revision in force, and whoever reads sums sees that they
// are behind. Sums and the mark of what is in them change in one transaction.

type Sql = Prisma.Sql
const { empty, join, raw, sql } = Prisma

/** Of those who add up, one does so at a time. The migration add_sums has the number as well. */
const SUMS_LOCK = 2_008_492_713

/** How many reports are added up in a transaction, which keeps corrections of them waiting. */
const BATCH = 1_000

/**
 * Adds up these formulas from now on, beside all figures. Where others were added up, sums are begun anew: another version of the hub that
 * still runs reads figures for those of its formulas that are not there.
 */
export async function beginSums(db: Pick<Database, 'pool'>, formulas: readonly SummedFormula[]): Promise<void> {
  const wanted = keptOf(formulas).map(digestOf)
  await inTransaction(db, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [SUMS_LOCK])
    if (await areAddedUp(client, wanted)) return
    for (const table of ['figure_sums', 'formula_sums', 'sum_groups', 'summed_formulas']) {
      // Not TRUNCATE: who reads as of an earlier moment must find them.
      await client.query(`DELETE FROM ${table}`)
    }
    await client.query('UPDATE reports SET summed_number = NULL WHERE summed_number IS NOT NULL')
    await client.query('INSERT INTO summed_formulas (formula) SELECT unnest($1::text[])', [wanted])
  })
}

/**
 * Adds up some of the reports that the sums are behind of.
 * @returns how many they were. None also while somebody else adds up, or another version of the hub has begun with other formulas.
 */
export async function addUp(
  db: Pick<Database, 'pool'>,
  formulas: readonly SummedFormula[],
  most = BATCH,
): Promise<number> {
  const kept = keptOf(formulas)
  return inTransaction(db, async (client) => {
    const { rows: locks } = await client.query<{ isOurs: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1) AS "isOurs"',
      [SUMS_LOCK],
    )
    if (!locks[0]?.isOurs || !(await areAddedUp(client, kept.map(digestOf)))) return 0
    // Who corrects one of them right now is left alone. What is taken stays as it is, and the next statement sees its figures.
    const { text, values } = sql`
      SELECT agency_id, year, summed_number, current_number FROM reports WHERE ${isUnsummed('reports')}
      ORDER BY agency_id, year LIMIT ${most} FOR NO KEY UPDATE SKIP LOCKED`
    const { rows: reports } = await client.query<UnsummedReport>(text, values)
    if (reports.length > 0) await client.query(addition(reports, kept))
    return reports.length
  })
}

interface UnsummedReport {
  readonly agency_id: number
  readonly year: number
  readonly summed_number: number | null
  readonly current_number: number | null
}

/** Those that are more than a figure, each once: several metrics may be made of one. */
function keptOf(formulas: readonly SummedFormula[]): readonly SummedFormula[] {
  const more = formulas.filter((formula) => onlyFigure(formula) === null)
  return [...new Map(more.map((formula) => [digestOf(formula), formula])).values()]
}

async function areAddedUp(client: pg.ClientBase, digests: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ formula: string }>('SELECT formula FROM summed_formulas')
  return isDeepStrictEqual(rows.map(({ formula }) => formula).sort(), [...digests].sort())
}

async function inTransaction<Result>(
  { pool }: Pick<Database, 'pool'>,
  work: (client: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let failed: unknown
  try {
    // A crash that loses the sums loses the mark of what is in them.
    await client.query("BEGIN; SET LOCAL statement_timeout = '10min'; SET LOCAL synchronous_commit = off")
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    failed = error
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release(failed instanceof Error && !('code' in failed))
  }
}

/** What the reports add to sums, and take from them. */
function addition(reports: readonly UnsummedReport[], formulas: readonly SummedFormula[]): Sql {
  const column = (name: keyof UnsummedReport) => reports.map((report) => report[name])
  const asked = sql`
    unnest(${column('agency_id')}::int[], ${column('year')}::smallint[],
      ${column('summed_number')}::smallint[], ${column('current_number')}::smallint[])`
  const group = raw('province, level, agency_kind, year, form')
  const ofGroup = (rows: string) => sql`
    grouped.level = ${raw(rows)}.level AND grouped.agency_kind = ${raw(rows)}.agency_kind AND grouped.year = ${raw(rows)}.year
      AND grouped.form = ${raw(rows)}.form AND (grouped.province = ${raw(rows)}.province OR grouped.province IS NULL)`
  return sql`
    WITH changed AS MATERIALIZED (
      ${changedRevisions(sql`(SELECT * FROM ${asked} AS asked (agency_id, year, summed_number, current_number))`)}
    ),
    grouped AS (
      INSERT INTO sum_groups AS kept (${group}, reports)
      SELECT wider.province, level, agency_kind, year, form, sum(sign)
      FROM changed CROSS JOIN LATERAL (VALUES (changed.province), (NULL)) AS wider (province)
      GROUP BY 1, 2, 3, 4, 5
      ON CONFLICT (${group}) DO UPDATE SET reports = kept.reports + EXCLUDED.reports
      RETURNING id, ${group}
    ),
    figures AS MATERIALIZED (
      SELECT changed.*, figure.path, figure.state, figure.value
      FROM changed CROSS JOIN LATERAL (${revisionFigures('changed', codesOf(FAMILIES))}) AS figure
      WHERE form IS NOT NULL
    ),
    figures_by_province AS MATERIALIZED (
      SELECT ${group}, path, coalesce(sum(sign * value), 0) AS sum, coalesce(sum(sign) FILTER (WHERE value IS NOT NULL), 0) AS stated,
        coalesce(sum(sign) FILTER (WHERE state = 'BLANK'), 0) AS blank,
        coalesce(sum(sign) FILTER (WHERE state = 'UNREADABLE'), 0) AS unreadable
      FROM figures GROUP BY ${group}, path
    ),
    of_figures AS (
      INSERT INTO figure_sums AS kept (group_id, path, sum, stated, blank, unreadable)
      SELECT grouped.id, path, sum(sum), sum(stated), sum(blank), sum(unreadable)
      FROM figures_by_province AS part JOIN grouped ON ${ofGroup('part')}
      GROUP BY grouped.id, path
      ON CONFLICT (group_id, path) DO UPDATE SET sum = kept.sum + EXCLUDED.sum, stated = kept.stated + EXCLUDED.stated,
        blank = kept.blank + EXCLUDED.blank, unreadable = kept.unreadable + EXCLUDED.unreadable
    ),
    ${formulas.length === 0 ? empty : ofFormulas(formulas, group, ofGroup('part'))}
    of_reports AS (
      UPDATE reports AS report SET summed_number = asked.current_number
      FROM ${asked} AS asked (agency_id, year, summed_number, current_number)
      WHERE (report.agency_id, report.year) = (asked.agency_id, asked.year)
    )
    SELECT`
}

function ofFormulas(formulas: readonly SummedFormula[], group: Sql, ofGroup: Sql): Sql {
  const byForm = Map.groupBy(formulas, ({ form }) => form)
  const made = Array.from(byForm, ([form, ofForm]) => {
    const rows = ofForm.map((formula) => {
      const { numerator, denominator } = formula
      const below = denominator === null ? sql`0` : formulaOfFigures(denominator, 'stated.figures')
      return sql`(${raw(`'${digestOf(formula)}'`)}, ${formulaOfFigures(numerator, 'stated.figures')}, ${below})`
    })
    return sql`
      SELECT stated.*, formula, numerator, denominator
      FROM stated CROSS JOIN LATERAL (VALUES ${join(rows, ', ')}) AS made (formula, numerator, denominator)
      WHERE form = ${form}::form`
  })
  return sql`
    stated AS MATERIALIZED (
      SELECT ${group}, sign, jsonb_object_agg(path, value) AS figures
      FROM figures WHERE value IS NOT NULL GROUP BY agency_id, number, sign, ${group}
    ),
    formulas_by_province AS MATERIALIZED (
      SELECT ${group}, formula, sum(sign) AS counted, sum(sign * numerator) AS numerator, sum(sign * denominator) AS denominator
      FROM (${join(made, ' UNION ALL ')}) AS made
      WHERE numerator IS NOT NULL AND denominator IS NOT NULL
      GROUP BY ${group}, formula
    ),
    of_formulas AS (
      INSERT INTO formula_sums AS kept (group_id, formula, counted, numerator, denominator)
      SELECT grouped.id, formula, sum(counted), sum(numerator), sum(denominator)
      FROM formulas_by_province AS part JOIN grouped ON ${ofGroup}
      GROUP BY grouped.id, formula
      ON CONFLICT (group_id, formula) DO UPDATE SET counted = kept.counted + EXCLUDED.counted,
        numerator = kept.numerator + EXCLUDED.numerator, denominator = kept.denominator + EXCLUDED.denominator
    ),`
}
