import { randomUUID } from 'node:crypto'
import type { Severity } from '../domain/finding.ts'
import { type Actor, hasScope, isLimited } from './actor.ts'
import { recordEvent } from './audit.ts'
import type { Database } from './database.ts'
import { type IngestionRun, Prisma } from './generated/prisma/client.ts'
import { holdKey } from './key-in-use.ts'
import { runDiffers, runNotFound } from './run-error.ts'
import { announceRunEvent } from './run-feed.ts'
import type { TransactionClient } from './statement.ts'

export type { IngestionRun } from './generated/prisma/client.ts'

type Transaction = Prisma.TransactionClient

/** What a run is to be. */
export interface NewRun {
  /** How its sender finds it again: one of that name that is not finished is gone on with. */
  readonly name?: string | null
  /** What holds for every file that is not told otherwise. */
  readonly districtCode?: string | null
  readonly year?: number | null
  readonly refuseOn?: Severity | null
  readonly reason?: string | null
}

/** Whether the actor may see every run: his key has the scope ADMIN, and is not limited to what some run is not about. */
export const seesAllRuns = (actor: Actor): boolean => hasScope(actor, 'ADMIN') && !isLimited(actor)

/** Whether the actor may see the run and do something with it: it is his own, or his key is for everything. */
export const mayUseRun = (actor: Actor, run: Pick<IngestionRun, 'keyId'>): boolean =>
  actor.key === null || actor.key.id === run.keyId || seesAllRuns(actor)

/** Whether the actor may put files into the run, or let them be tried again: they are stored with its key, and in its name. */
export const mayFillRun = (actor: Actor, run: Pick<IngestionRun, 'keyId'>): boolean =>
  actor.key === null || (actor.key.id === run.keyId && hasScope(actor, 'INGEST'))

/** The runs of a key, as a condition of SQL; all of them when none is given. */
export const runsOf = (keyId: number | null): Prisma.Sql =>
  keyId === null ? Prisma.sql`TRUE` : Prisma.sql`run.key_id = ${keyId}`

/**
 * Starts a run, or finds the one of that name and key that is not finished.
 * @throws RunError RUN_DIFFERS when that one was started with something else for its files
 */
export async function startRun(db: Database, actor: Actor, given: NewRun): Promise<IngestionRun> {
  const keyId = actor.key?.id ?? null
  const name = given.name ?? null
  return db.prisma.$transaction(async (tx) => {
    await holdKey(tx, actor)
    const id = randomUUID()
    const made = await tx.$executeRaw(Prisma.sql`
      INSERT INTO ingestion_runs (id, name, key_id, district_code, year, refuse_on, reason)
      VALUES (${id}::uuid, ${name}, ${keyId}, ${given.districtCode ?? null}, ${given.year ?? null},
        ${given.refuseOn ?? null}::severity, ${given.reason ?? null})
      ON CONFLICT (key_id, name) WHERE name IS NOT NULL AND finished_at IS NULL AND cancelled_at IS NULL DO NOTHING`)
    if (made === 0) {
      const found = await tx.ingestionRun.findFirstOrThrow({
        where: { keyId, name, finishedAt: null, cancelledAt: null },
      })
      const { districtCode, year, refuseOn, reason } = given
      const asked = { districtCode, year, refuseOn, reason }
      for (const [what, value] of Object.entries(asked)) {
        const had = found[what as keyof typeof asked]
        if ((value ?? null) !== had) throw runDiffers(found.id, what, had, value ?? null)
      }
      return found
    }
    await record(tx, actor, 'started', id, { name })
    return tx.ingestionRun.findUniqueOrThrow({ where: { id } })
  })
}

/** The run; null when there is none of that id, or it is not for the actor. */
export async function findRun(db: Database, actor: Actor, id: string): Promise<IngestionRun | null> {
  const run = await db.prisma.ingestionRun.findUnique({ where: { id } })
  return run && mayUseRun(actor, run) ? run : null
}

/**
 * Takes no more files from now on. A run that is closed already stays as it is.
 * @throws RunError RUN_NOT_FOUND
 */
export async function closeRun(db: Database, actor: Actor, id: string): Promise<IngestionRun> {
  return db.prisma.$transaction(async (tx) => {
    const run = await lockRun(tx, actor, id)
    if (run.closedAt !== null || run.cancelledAt !== null) return run
    const closed = await tx.ingestionRun.update({ where: { id }, data: { closedAt: new Date() } })
    await announceRunEvent(tx, { run: id })
    await record(tx, actor, 'closed', id, {})
    return closed
  })
}

/**
 * Begins nothing more: what is stored stays, and what waits is kept, with its bytes. One that is finished stays as it is.
 * @throws RunError RUN_NOT_FOUND
 */
export async function cancelRun(db: Database, actor: Actor, id: string): Promise<IngestionRun> {
  return db.prisma.$transaction(async (tx) => {
    const run = await lockRun(tx, actor, id)
    if (run.finishedAt !== null || run.cancelledAt !== null) return run
    const cancelled = await tx.ingestionRun.update({ where: { id }, data: { cancelledAt: new Date() } })
    // Waits for what is being stored at this moment, and leaves it then.
    const { count } = await tx.ingestionItem.updateMany({
      where: { runId: id, state: 'WAITING' },
      data: { state: 'CANCELLED', settledAt: new Date() },
    })
    await announceRunEvent(tx, { run: id, isOver: true })
    await record(tx, actor, 'cancelled', id, { notBegun: count })
    return cancelled
  })
}

/** Ends a run that is closed and in which nothing waits any more. Returns whether it did. */
export async function finishRun(db: Database, id: string, actor: Actor): Promise<boolean> {
  return db.prisma.$transaction(async (tx) => {
    // First the row, then the look: whoever lets an item wait again holds it.
    await tx.$queryRaw(Prisma.sql`SELECT id FROM ingestion_runs WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
    const finished = await tx.$executeRaw(Prisma.sql`
      UPDATE ingestion_runs AS run SET finished_at = now()
      WHERE id = ${id}::uuid AND closed_at IS NOT NULL AND finished_at IS NULL AND cancelled_at IS NULL
        AND NOT EXISTS (SELECT FROM ingestion_items WHERE run_id = run.id AND state = 'WAITING')`)
    if (finished === 0) return false
    const states = await tx.ingestionItem.groupBy({ by: ['state'], where: { runId: id }, _count: true })
    await announceRunEvent(tx, { run: id, isOver: true })
    await record(tx, actor, 'finished', id, Object.fromEntries(states.map(({ state, _count }) => [state, _count])))
    return true
  })
}

/** Writes down what was done to the run. It comes last in its transaction. */
export async function record(
  tx: TransactionClient,
  actor: Actor,
  verb: string,
  run: string,
  details: Prisma.InputJsonObject,
): Promise<void> {
  const action = `ingestion.run.${verb}`
  await recordEvent(tx, { action, actor, report: null, before: null, after: null, details: { run, ...details } })
}

/** The run, which nobody else changes until the end of the transaction. */
export async function lockRun(tx: Transaction, actor: Actor, id: string): Promise<IngestionRun> {
  await holdKey(tx, actor)
  await tx.$queryRaw(Prisma.sql`SELECT FROM ingestion_runs WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const run = await tx.ingestionRun.findUnique({ where: { id } })
  if (run && mayUseRun(actor, run)) return run
  throw runNotFound(id)
}
