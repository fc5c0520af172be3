import { OPERATOR } from './actor.ts'
import { recordEvents } from './audit.ts'
import type { Database } from './database.ts'
import { type Judge, judgeReports, lockAgencies, type Rejudged } from './judge-reports.ts'
import { judgedEvents } from './judged-events.ts'
import { inTransaction } from './transaction.ts'

/** A report that was judged again, with the name of its agency. */
export type NamedRejudged = Rejudged & { readonly agencyName: string }

export interface RejudgeOptions {
  /** Leaves out agencies whose reports were all judged by the rules of this version. */
  readonly except?: string
  /** Judges, and writes nothing. */
  readonly isDryRun?: boolean
}

/** How many agencies are looked up at a time. */
const BATCH = 200

/**
 * Judges the current revision of every report again, agency by agency: a transaction each, so that what comes in meanwhile waits for one
 * agency at most, and what was done stays done when it is cut off. Gives every report judged, changed or not; keeps none of them.
 */
export async function* rejudgeReports(
  db: Database,
  judge: Judge,
  { except, isDryRun = false }: RejudgeOptions = {},
): AsyncGenerator<NamedRejudged, void, undefined> {
  for (let last = 0; ; ) {
    const { rows: agencies } = await db.pool.query<{ id: number; name: string }>(AGENCIES, [
      last,
      except ?? null,
      BATCH,
    ])
    for (const { id, name } of agencies) {
      const judged = await inTransaction(db, async (tx) => {
        await lockAgencies(tx, [id])
        const rejudged = await judgeReports(tx, id, 'ALL', judge, { isDryRun })
        if (!isDryRun) await recordEvents(tx, judgedEvents(OPERATOR, rejudged))
        return rejudged
      })
      for (const report of judged) yield { ...report, agencyName: name }
    }
    const next = agencies.at(-1)
    if (next === undefined) return
    last = next.id
  }
}

const AGENCIES = `
  SELECT id, name FROM agencies
  WHERE id > $1 AND EXISTS (
    SELECT FROM reports AS report
    LEFT JOIN judgements AS judged
      ON (judged.agency_id, judged.year, judged.number) = (report.agency_id, report.year, report.current_number)
    WHERE report.agency_id = agencies.id AND report.current_number IS NOT NULL
      AND ($2::text IS NULL OR judged.rules_version IS DISTINCT FROM $2)
  )
  ORDER BY id LIMIT $3`
