import DataLoader from 'dataloader'
import type { Database } from './database.ts'

/** How far a run is. */
export interface RunCounts {
  readonly total: number
  readonly stored: number
  readonly failed: number
  readonly waiting: number
  readonly discarded: number
  readonly cancelled: number
  /** Items settled in a second, over the last minute; null when none was. */
  readonly rate: number | null
}

export type RunCountsLoader = DataLoader<string, RunCounts>

/** The counts of runs, by their ids: those of all runs that one request asks about in one statement. */
export const runCountsLoader = ({ pool }: Database): RunCountsLoader =>
  new DataLoader(async (ids) => {
    const { rows } = await pool.query<RunCounts & { id: string }>(
      `SELECT run.id, count(item.state)::int AS total,
         ${['stored', 'failed', 'waiting', 'discarded', 'cancelled']
           .map((state) => `count(*) FILTER (WHERE state = '${state.toUpperCase()}')::int AS ${state}`)
           .join(', ')},
         nullif(count(*) FILTER (WHERE ${RECENT}), 0) / greatest(1, extract(epoch FROM now() - greatest(run.created_at, now() - interval '1 minute')))::float8 AS rate
       FROM ingestion_runs AS run LEFT JOIN ingestion_items AS item ON item.run_id = run.id
       WHERE run.id = ANY($1::uuid[]) GROUP BY run.id`,
      [ids],
    )
    const byId = new Map(rows.map(({ id, ...counts }) => [id, counts]))
    return ids.map((id) => byId.get(id) ?? new Error(`Expected the run ${id}, found none.`))
  })

// What was given up, or not begun, was not worked on.
const RECENT = "state IN ('STORED', 'FAILED') AND settled_at > now() - interval '1 minute'"
