import type pg from 'pg'
import type { Severity } from '../domain/finding.ts'
import type { Actor, KeyRights } from './actor.ts'
import type { Database } from './database.ts'
import { Prisma, type SourceKind } from './generated/prisma/client.ts'
import { spelled } from './insert-rows.ts'
import { itemNotFound, itemNotOpen, runOfAnotherKey } from './run-error.ts'
import { announceRunEvent, announceRunEvents } from './run-feed.ts'
import { type IngestionRun, lockRun, mayFillRun, record } from './runs.ts'
import type { Alongside } from './save-report.ts'
import { rowsOf } from './statement.ts'

export type { IngestionItem } from './generated/prisma/client.ts'

/** Where an item stands. */
export interface ItemKey {
  readonly runId: string
  readonly position: number
}

/** An item whose turn has come, with what holds for it now. */
export interface BegunItem extends ItemKey {
  readonly name: string
  readonly kind: SourceKind
  readonly mediaType: string
  readonly source: Uint8Array
  readonly districtCode: string | null
  readonly year: number | null
  readonly expectedRevision: number | null
  readonly refuseOn: Severity | null
  readonly reason: string | null
  /** How often it has been begun, this time among them. */
  readonly attempts: number
  /** The key of the run with the rights that it has at this moment; null when the operator has started it. */
  readonly key: KeyRights | null
  /** Whether the key may still ingest. */
  readonly isKeyInUse: boolean
}

/** Items that are begun together: so many at most, and bytes of sources, unless the first has more. */
export interface MostTogether {
  readonly items: number
  readonly bytes: number
}

/**
 * Begins the next items that wait in the run, in their order. What was begun before, and was not brought to its end, comes last, and each by
 * itself: what brought a process down must not take others along again. None when nothing waits beside those that are under way.
 */
export async function beginItems(
  db: Database,
  runId: string,
  underWay: readonly number[],
  most: MostTogether,
): Promise<BegunItem[]> {
  const { rows } = await db.pool.query<BegunItem & { keyId: number | null; rights: KeyRights | null }>(BEGIN, [
    runId,
    underWay,
    most.items,
    most.bytes,
  ])
  return rows.map(({ rights, ...item }) => ({ ...item, key: item.keyId === null ? null : rights }))
}

const BEGIN = `
  WITH waiting AS MATERIALIZED (
    SELECT position, attempts, size FROM ingestion_items
    WHERE run_id = $1 AND state = 'WAITING' AND position <> ALL($2::int[])
    ORDER BY attempts, position LIMIT $3 FOR UPDATE SKIP LOCKED
  ), next AS (
    SELECT position FROM (
      SELECT position, attempts, row_number() OVER together AS place, sum(size) OVER together AS bytes
      FROM waiting WINDOW together AS (ORDER BY attempts, position)
    ) AS one
    WHERE place = 1 OR (attempts = 0 AND bytes <= $4)
  ), begun AS (
    UPDATE ingestion_items AS item SET attempts = item.attempts + 1
    FROM ingestion_runs AS run LEFT JOIN api_keys AS key ON key.id = run.key_id
    WHERE run.id = $1 AND run.cancelled_at IS NULL AND item.run_id = run.id AND item.position IN (SELECT position FROM next)
    RETURNING item.run_id AS "runId", item.position, item.name, item.kind::text AS kind, item.media_type AS "mediaType", item.source,
      coalesce(item.district_code, run.district_code) AS "districtCode", coalesce(item.year, run.year)::int AS year,
      item.expected_revision::int AS "expectedRevision", run.refuse_on::text AS "refuseOn", run.reason, item.attempts::int AS attempts,
      run.key_id AS "keyId",
      CASE WHEN key.id IS NOT NULL THEN json_build_object('id', key.id, 'name', key.name, 'scopes', key.scopes,
        'districtCodes', key.district_codes, 'agencyIds', key.agency_ids) END AS rights,
      run.key_id IS NULL OR ('INGEST' = ANY(key.scopes) AND key.revoked_at IS NULL
        AND (key.expires_at IS NULL OR key.expires_at > now())) AS "isKeyInUse"
  )
  SELECT * FROM begun ORDER BY position`

/** The item was settled otherwise meanwhile: it was cancelled, discarded, or done by another process. */
export class AlreadySettled extends Error {
  override readonly name = 'AlreadySettled'
}

/** Marks the items as stored, in the transaction that stores their reports: all is done, or nothing. Each stands in the place of its report. */
export const storedWith =
  (items: readonly ItemKey[]): Alongside =>
  async (tx, stored) => {
    const marks = stored.map(({ place, outcome, key }) => {
      const { runId, position } = items[place] as ItemKey
      const { agencyId: reportAgencyId, year: reportYear, number: reportNumber } = key
      return { runId, position, outcome, reportAgencyId, reportYear, reportNumber }
    })
    const settled = await rowsOf<ItemKey>(
      tx,
      Prisma.sql`
      UPDATE ingestion_items AS item SET state = 'STORED', outcome = mark.outcome, source = NULL, settled_at = now(),
        report_agency_id = mark.report_agency_id, report_year = mark.report_year, report_number = mark.report_number,
        error_code = NULL, error = NULL
      FROM jsonb_populate_recordset(NULL::ingestion_items, ${spelled(marks).json}::jsonb) AS mark
      WHERE (item.run_id, item.position) = (mark.run_id, mark.position) AND item.state = 'WAITING'
      RETURNING item.run_id AS "runId", item.position`,
    )
    if (settled.length < marks.length) {
      const [lost] = marks.filter(
        (mark) => !settled.some((one) => one.runId === mark.runId && one.position === mark.position),
      )
      throw new AlreadySettled(`Expected item ${lost?.position} of ${lost?.runId} to wait, and it does not.`)
    }
    await announceRunEvents(
      tx,
      marks.map(({ runId: run, position: item }) => ({ run, item })),
    )
  }

/** What a failure is kept as. */
export interface ItemFailure {
  readonly code: string
  readonly error: object
}

/** Marks the item as failed: its bytes are kept. Nothing when it was settled otherwise meanwhile. */
export async function failItem(
  db: Database,
  { runId, position }: ItemKey,
  { code, error }: ItemFailure,
): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    const settled = await tx.$executeRaw(Prisma.sql`
      UPDATE ingestion_items SET state = 'FAILED', error_code = ${code}, error = ${JSON.stringify(error)}::jsonb, settled_at = now()
      WHERE run_id = ${runId}::uuid AND position = ${position} AND state = 'WAITING'`)
    if (settled > 0) await announceRunEvent(tx, { run: runId, item: position })
  })
}

/** Takes attempts back that the store, and not the item, has brought to nothing, or that were not made. */
export async function takeAttemptsBack({ pool }: Database, items: readonly ItemKey[]): Promise<void> {
  for (const [runId, own] of Map.groupBy(items, (item) => item.runId)) {
    await pool.query(
      `UPDATE ingestion_items SET attempts = greatest(attempts - 1, 0)
       WHERE run_id = $1 AND position = ANY($2::int[]) AND state = 'WAITING'`,
      [runId, own.map(({ position }) => position)],
    )
  }
}

/** What is told of items anew, in place of what was told of them before. What is left out stays as it was. */
export interface Correction {
  readonly districtCode?: string | null | undefined
  readonly year?: number | null | undefined
  readonly expectedRevision?: number | null | undefined
}

/**
 * Lets items wait again that failed or were not begun; all of them or none. A run that is finished or was cancelled goes on with them.
 * @throws RunError RUN_NOT_FOUND, RUN_OF_ANOTHER_KEY, ITEM_NOT_FOUND, ITEM_NOT_OPEN
 */
export async function retryItems(
  db: Database,
  actor: Actor,
  items: readonly ItemKey[],
  { districtCode, year, expectedRevision }: Correction = {},
): Promise<void> {
  await eachRun(db, actor, 'retried', items, async (tx, runId, positions, run) => {
    if (!mayFillRun(actor, run)) throw runOfAnotherKey(runId)
    await tx.$executeRaw(Prisma.sql`
      UPDATE ingestion_items SET state = 'WAITING', attempts = 0, settled_at = NULL, error_code = NULL, error = NULL,
        district_code = coalesce(${districtCode ?? null}, district_code), year = coalesce(${year ?? null}::smallint, year),
        expected_revision = coalesce(${expectedRevision ?? null}::smallint, expected_revision)
      WHERE run_id = ${runId}::uuid AND position = ANY(${positions}::int[])`)
    // Its sender may have begun another of that name meanwhile.
    await tx.$executeRaw(Prisma.sql`
      UPDATE ingestion_runs AS run SET closed_at = coalesce(closed_at, cancelled_at), cancelled_at = NULL, finished_at = NULL,
        name = CASE WHEN EXISTS (SELECT FROM ingestion_runs AS other WHERE other.id <> run.id AND other.name = run.name
          AND other.key_id IS NOT DISTINCT FROM run.key_id AND other.finished_at IS NULL AND other.cancelled_at IS NULL)
          THEN NULL ELSE name END
      WHERE id = ${runId}::uuid AND (cancelled_at IS NOT NULL OR finished_at IS NOT NULL)`)
  })
}

/**
 * Gives items up that failed or were not begun, with their bytes; all of them or none.
 * @throws RunError RUN_NOT_FOUND, ITEM_NOT_FOUND, ITEM_NOT_OPEN
 */
export async function discardItems(db: Database, actor: Actor, items: readonly ItemKey[]): Promise<void> {
  await eachRun(db, actor, 'discarded', items, async (tx, runId, positions) => {
    await tx.$executeRaw(Prisma.sql`
      UPDATE ingestion_items SET state = 'DISCARDED', source = NULL, settled_at = now()
      WHERE run_id = ${runId}::uuid AND position = ANY(${positions}::int[])`)
  })
}

/** Does something with open items, run by run, in one transaction. */
async function eachRun(
  db: Database,
  actor: Actor,
  verb: 'retried' | 'discarded',
  items: readonly ItemKey[],
  change: (tx: Prisma.TransactionClient, runId: string, positions: number[], run: IngestionRun) => Promise<void>,
): Promise<void> {
  const byRun = [...Map.groupBy(items, ({ runId }) => runId)].sort(([left], [right]) => (left < right ? -1 : 1))
  await db.prisma.$transaction(async (tx) => {
    const done: (readonly [string, number[]])[] = []
    for (const [runId, own] of byRun) {
      const run = await lockRun(tx, actor, runId)
      const positions = [...new Set(own.map(({ position }) => position))].sort((left, right) => left - right)
      const found = await tx.$queryRaw<{ position: number; name: string; state: string }[]>(Prisma.sql`
        SELECT position, name, state::text AS state FROM ingestion_items
        WHERE run_id = ${runId}::uuid AND position = ANY(${positions}::int[]) ORDER BY position FOR UPDATE`)
      for (const position of positions) {
        const item = found.find((one) => one.position === position)
        if (!item) throw itemNotFound(runId, position)
        if (item.state !== 'FAILED' && item.state !== 'CANCELLED') throw itemNotOpen(item.name, item.state)
      }
      await change(tx, runId, positions, run)
      await announceRunEvents(
        tx,
        positions.map((item) => ({ run: runId, item })),
      )
      done.push([runId, positions])
    }
    // What is written down comes last: it makes everybody else wait.
    for (const [runId, items] of done) await record(tx, actor, verb, runId, { items })
  })
}

/** A file that comes into a run. */
export interface NewItem {
  readonly name: string
  readonly kind: SourceKind
  readonly mediaType: string
  readonly sha256: Uint8Array
  readonly bytes: Uint8Array
  /** The number of the current revision, when it is to replace one. */
  readonly expectedRevision?: number
}

/** Adds items to the run, on a connection in whose transaction the run is locked; those that are there already are left. Returns how many came. */
export async function insertItems(client: pg.ClientBase, runId: string, items: readonly NewItem[]): Promise<number> {
  const column = <Value>(of: (item: NewItem) => Value) => items.map(of)
  const { rowCount } = await client.query(
    `INSERT INTO ingestion_items (run_id, position, name, kind, media_type, sha256, size, source, expected_revision)
     SELECT $1, (SELECT coalesce(max(position), 0) FROM ingestion_items WHERE run_id = $1) + row_number() OVER (ORDER BY place),
       name, kind::source_kind, media_type, sha256, octet_length(source), source, expected_revision
     FROM unnest($2::text[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::smallint[]) WITH ORDINALITY
       AS sent (name, kind, media_type, sha256, source, expected_revision, place)
     WHERE NOT EXISTS (SELECT FROM ingestion_items AS known
       WHERE known.run_id = $1 AND known.name = sent.name AND known.sha256 = sent.sha256)
     ON CONFLICT (run_id, name, sha256) DO NOTHING`,
    [
      runId,
      column(({ name }) => name),
      column(({ kind }) => kind),
      column(({ mediaType }) => mediaType),
      column(({ sha256 }) => Buffer.from(sha256)),
      column(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
      column(({ expectedRevision = null }) => expectedRevision),
    ],
  )
  return rowCount ?? 0
}
