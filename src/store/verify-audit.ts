import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Database } from './database.ts'

// Everything is worked out anew here, and nothing is asked of the functions of the database: whoever can change events can change those.

/** Where a chain ends, or stood at some time. */
export interface AuditHead {
  readonly chain: number
  readonly number: number
  /** Hexadecimal. */
  readonly hash: string
}

/** Something about the trail that is not as it was written. */
export interface AuditBreak {
  /**
   * CHANGED: what an event says is not what was hashed. MISSING: events are gone. MISPLACED: an event does not follow the one before it:
   * put in, re-ordered, or hashed anew after a change before it. CUT_OFF: a chain ends before its head. BEYOND: it goes on after its head.
   * NOT_AS_KEPT: it is not what was kept elsewhere. UNGUARDED: what refuses changes is switched off.
   */
  readonly kind: 'CHANGED' | 'MISSING' | 'MISPLACED' | 'CUT_OFF' | 'BEYOND' | 'NOT_AS_KEPT' | 'UNGUARDED'
  readonly chain: number | null
  /** The event, or the first of those that are missing. */
  readonly number: number | null
  readonly message: string
}

/** How many events there are, and where their chains end now: what to keep elsewhere. */
export interface VerifiedAudit {
  readonly events: number
  readonly heads: readonly AuditHead[]
}

interface Row {
  readonly chain: number
  readonly number: string
  readonly previous: Buffer
  readonly hash: Buffer
  readonly said: string
}

/** How many events are read at a time, and how many chains there are. */
const PAGE = 2_000
const CHAINS = 65
const BEGINNING: AuditHead = { chain: -1, number: 0, hash: '0'.repeat(64) }

/**
 * Reads every chain as of one moment and gives what is not as it was written, in the order of the chains; keeps one page of events in memory.
 * @param kept where chains stood at some time, as it was kept elsewhere.
 */
export async function* verifyAudit(
  db: Database,
  kept: readonly AuditHead[] = [],
): AsyncGenerator<AuditBreak, VerifiedAudit, undefined> {
  const client = await db.pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    yield* unguarded(client)
    const heads = await headsOf(client)
    const open = new Map(kept.map((head) => [placeOf(head), head]))
    const ends = new Map<number, AuditHead>()
    let events = 0
    for await (const row of eventsOf(client)) {
      events += 1
      const event = { chain: row.chain, number: Number(row.number), hash: row.hash.toString('hex') }
      yield* breaksOf(row, event, ends.get(row.chain) ?? BEGINNING)
      ends.set(row.chain, event)
      const known = open.get(placeOf(event))
      open.delete(placeOf(event))
      if (known !== undefined && known.hash !== event.hash)
        yield found('NOT_AS_KEPT', event, `has the hash ${event.hash}, and had ${known.hash} when it was kept`)
    }
    for (const chain of new Set([...Array(CHAINS).keys(), ...ends.keys()]))
      yield* endOf(ends.get(chain) ?? { ...BEGINNING, chain }, heads.get(chain))
    for (const head of open.values())
      yield found('NOT_AS_KEPT', head, `is not there, and had the hash ${head.hash} when it was kept`)
    return { events, heads: [...ends.values()] }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const placeOf = ({ chain, number }: AuditHead) => `${chain}:${number}`

function found(kind: AuditBreak['kind'], { chain, number }: AuditHead, what: string): AuditBreak {
  return { kind, chain, number, message: `Event ${number} of chain ${chain} ${what}.` }
}

function* breaksOf(row: Row, event: AuditHead, before: AuditHead): Generator<AuditBreak> {
  const { chain, number } = event
  if (number > before.number + 1) {
    const which = number === before.number + 2 ? `Event ${number - 1}` : `Events ${before.number + 1} to ${number - 1}`
    const message = `${which} of chain ${chain} ${number === before.number + 2 ? 'is' : 'are'} missing.`
    yield { kind: 'MISSING', chain, number: before.number + 1, message }
  } else if (number <= before.number) {
    yield found('MISPLACED', event, 'is there twice')
  } else if (row.previous.toString('hex') !== before.hash) {
    yield found(
      'MISPLACED',
      event,
      `does not follow event ${before.number}: one of them was put in, moved or hashed anew`,
    )
  }
  const hash = createHash('sha256').update(row.previous).update(row.said).digest('hex')
  if (hash !== event.hash) yield found('CHANGED', event, 'does not say what it said when it was written')
}

function* endOf(last: AuditHead, head: AuditHead | undefined): Generator<AuditBreak> {
  const { chain, number } = last
  if (head === undefined) {
    yield { kind: 'CUT_OFF', chain, number: null, message: `Chain ${chain} has no head.` }
  } else if (number < head.number) {
    const which = number + 1 === head.number ? `Event ${head.number}` : `Events ${number + 1} to ${head.number}`
    const message = `${which} of chain ${chain}, at its end, ${number + 1 === head.number ? 'is' : 'are'} missing.`
    yield { kind: 'CUT_OFF', chain, number: number + 1, message }
  } else if (number > head.number) {
    yield found(
      'BEYOND',
      { ...last, number: head.number + 1 },
      `was put in after the chain had ended at ${head.number}`,
    )
  } else if (last.hash !== head.hash) {
    yield found('MISPLACED', last, 'is not the one at which the chain ends: one of them was hashed anew')
  }
}

async function headsOf(client: pg.PoolClient): Promise<Map<number, AuditHead>> {
  const { rows } = await client.query<{ chain: number; number: string; hash: Buffer }>('SELECT * FROM audit_chains')
  return new Map(
    rows.map(({ chain, number, hash }) => [chain, { chain, number: Number(number), hash: hash.toString('hex') }]),
  )
}

/** The triggers without which events could be changed, or written without a chain. */
const GUARDS = ['audit_chains.append_only', 'audit_events.append_only', 'audit_events.chained']

async function* unguarded(client: pg.PoolClient): AsyncGenerator<AuditBreak> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname || '.' || tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
     WHERE tgenabled IN ('O', 'A') AND relnamespace = current_schema()::regnamespace`,
  )
  for (const guard of GUARDS) {
    if (rows.some(({ name }) => name === guard)) continue
    const message = `The trigger ${guard} is off: events can be changed.`
    yield { kind: 'UNGUARDED', chain: null, number: null, message }
  }
}

// The same as `audit_hash` of the migration add_key_rights_and_audit says.
const EVENTS = `
  SELECT chain, number, previous_hash AS previous, hash, jsonb_build_array(
    chain, number, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), action, key_id, key_name, request_id,
    agency_id, year, encode(before, 'hex'), encode(after, 'hex'), details)::text AS said
  FROM audit_events
  WHERE (chain, number, hash) > ($1, $2, $3)
  ORDER BY chain, number, hash LIMIT ${PAGE}`

/** Every event, in the order of the chains; also such as have a number in common. */
async function* eventsOf(client: pg.PoolClient): AsyncGenerator<Row> {
  let last: readonly [number, string, Buffer] = [-32_768, '0', Buffer.alloc(0)]
  for (;;) {
    const { rows } = await client.query<Row>(EVENTS, [...last])
    yield* rows
    const end = rows.at(-1)
    if (end === undefined) return
    last = [end.chain, end.number, end.hash]
  }
}
