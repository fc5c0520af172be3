import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import type { DataVersions } from './data-version.ts'
import { connect, type Database } from './database.ts'
import { sharedRead } from './shared-read.ts'

/** A streaming replica of a database, from which is read what it has. */
export interface ReadReplica {
  /**
   * Where a question is to be read that came before this was called: the replica, if it has all that the primary had then, and
   * otherwise the primary. A statement that fails on the replica is answered by the primary. Never fails.
   * @param known the version of the data, if it was read from the primary after the question came.
   */
  database(known?: string): Promise<Database>
  /** The same for what is read for minutes: the replica only if it keeps old rows for so long. */
  databaseForLong(known?: string): Promise<Database>
  close(): Promise<void>
}

export interface ReadReplicaOptions {
  readonly primary: Database
  /** The versions of the data of the primary. */
  readonly versions: DataVersions
  /** Where it is told that the replica is not read from, and that it is again. */
  readonly logger: Pick<Logger, 'info' | 'warn'>
}

/** How often a question looks whether the replica has what the primary has; replaying a commit takes a few milliseconds. */
const LOOKS = 10

/** Milliseconds between two looks. */
const STEP = 5

/** Milliseconds after which a replica that says nothing is given up. */
const SILENCE = 2_000

/** Milliseconds after which a replica that is not read from is looked at again. */
const PAUSE = 1_000

interface Replayed {
  /** The version of the data that the replica has. */
  readonly version: string
  /** Whether it follows a primary: one that was promoted has data of its own. */
  readonly isFollowing: boolean
  /** Whether the primary keeps rows that are still read here. */
  readonly keepsRows: boolean
}

const REPLAYED = `
  SELECT sum(version)::text AS version, pg_is_in_recovery() AS "isFollowing",
    current_setting('hot_standby_feedback')::boolean AS "keepsRows"
  FROM data_versions`

/**
 * The replica at a `postgres://` address, which is one server. It is read from as soon as it has been seen to have what the primary has.
 * When it has not for a moment, does not answer or was promoted, all is read from the primary, without asking the replica, until a look at it
 * every second finds it in step again.
 */
export function openReadReplica(url: string, { primary, versions, logger }: ReadReplicaOptions): ReadReplica {
  // What never changes is the same there and here.
  const replica: Database = { ...connect(url, { readOnly: true }), keptLists: primary.keptLists }
  // Looks do not wait behind questions.
  const states = new pg.Pool({
    ...replica.pool.options,
    max: 2,
    query_timeout: SILENCE,
    connectionTimeoutMillis: SILENCE,
    application_name: 'disclosure-hub versions',
  })
  const readReplayed = async () => (await states.query<Replayed>(REPLAYED)).rows[0] ?? null
  const replayed = sharedRead([readReplayed, readReplayed])

  /** Until it was looked at first, it is not read from. */
  let isAway = true
  let isTold = false
  let closed = false
  let next = setTimeout(look, 0).unref()

  function leave(error: unknown): void {
    if (isAway || closed) return
    isAway = true
    if (error !== null) tell(error)
    next = setTimeout(look, PAUSE).unref()
  }

  /** Once, until it is back. */
  function tell(error: unknown): void {
    if (!isTold) logger.warn({ err: error }, 'the replica is not read from: the database answers everything')
    isTold = true
  }

  async function look(): Promise<void> {
    const found = await inStep().catch((error: Error) => error)
    if (closed) return
    if (found === null || found instanceof Error) {
      tell(found ?? new Error('Expected a replica that has what the database has, got one that is behind.'))
      next = setTimeout(look, PAUSE).unref()
      return
    }
    isAway = false
    if (isTold) logger.info('the replica is read from again')
    isTold = false
  }

  /**
   * What the replica has replayed, when that is what the primary has; null when it is behind for longer than anybody waits.
   * @throws Error when it does not answer, or is no replica.
   */
  async function inStep(known?: string): Promise<Replayed | null> {
    let version = known ?? (await versions.current())
    for (let look = 1; ; look += 1) {
      const found = await replayed()
      if (found?.isFollowing === false) throw new Error('Expected a replica that follows the database, got a primary.')
      // Sums grow with every commit: of one database the same sum is the same data, and what comes later is more.
      if (found?.version === version) return found
      if (look === LOOKS) return null
      await wait(STEP)
      version = await versions.current()
    }
  }

  async function databaseIf(known: string | undefined, suits: (found: Replayed) => boolean): Promise<Database> {
    if (isAway) return primary
    const found = await inStep(known).catch((error: Error) => error)
    if (found !== null && !(found instanceof Error)) return suits(found) && !isAway ? replica : primary
    leave(found)
    return primary
  }

  // A server that starts anew may be at an earlier moment than before: what asks it has to look first.
  for (const pool of [replica.pool, states]) pool.on('error', leave)
  replica.pool.query = orAtPrimary(replica.pool, primary.pool, { isAway: () => isAway, failed: leave })
  return {
    database: (known) => databaseIf(known, () => true),
    databaseForLong: (known) => databaseIf(known, ({ keepsRows }) => keepsRows),
    async close() {
      closed = true
      clearTimeout(next)
      await replica.close()
      await states.end()
    },
  }
}

interface Failing {
  readonly isAway: () => boolean
  readonly failed: (error: unknown) => void
}

/** It took longer than a statement may, which it would do elsewhere as well. */
const CANCELLED = '57014'

/** Asks the replica, and the primary what fails there: a statement that only reads may be asked again. */
function orAtPrimary(replica: pg.Pool, primary: pg.Pool, { isAway, failed }: Failing): pg.Pool['query'] {
  type Query = (...given: readonly unknown[]) => Promise<unknown>
  const ask: Query = replica.query.bind(replica) as Query
  const askPrimary: Query = primary.query.bind(primary) as Query
  const query: Query = async (...given) => {
    if (isAway()) return askPrimary(...given)
    try {
      return await ask(...given)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === CANCELLED) throw error
      const answer = await askPrimary(...given)
      // What fails everywhere is not the fault of the replica.
      failed(error)
      return answer
    }
  }
  return query as pg.Pool['query']
}
