import { type Actor, OPERATOR } from './actor.ts'
import { recordEvent } from './audit.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/prisma/client.ts'
import type { AuditHead } from './verify-audit.ts'

/** The chain of what is about no agency: seals stand there, and speak of it by following what is in it. */
const SEALS = 64

const PLACE = /^(\d+):([\da-f]{64})$/

/**
 * Writes an event that tells where the chains of agencies end now. Its hash stands for all that was written up to here: one number to keep.
 * @returns the place of the event, and its hash.
 */
export async function sealAudit(db: Database, actor: Actor = OPERATOR): Promise<AuditHead> {
  return db.prisma.$transaction(async (tx) => {
    const heads = await tx.auditChain.findMany({
      where: { chain: { not: SEALS }, number: { gt: 0 } },
      orderBy: { chain: 'asc' },
    })
    const ends = heads.map(({ chain, number, hash }) => [`${chain}`, `${number}:${Buffer.from(hash).toString('hex')}`])
    const details = { heads: Object.fromEntries(ends) as Record<string, string> }
    await recordEvent(tx, { action: 'audit.sealed', actor, report: null, before: null, after: null, details })
    // The chain is locked until the end of the transaction: its end is the event.
    const { chain, number, hash } = await tx.auditChain.findUniqueOrThrow({ where: { chain: SEALS } })
    return { chain, number: Number(number), hash: Buffer.from(hash).toString('hex') }
  })
}

/** What a seal of that hash stands for: its own place, and where the other chains ended. Null when there is none. */
export async function headsUnder(db: Database, hash: string): Promise<AuditHead[] | null> {
  const [seal] = await db.prisma.$queryRaw<{ number: bigint; heads: Record<string, unknown> | null }[]>(Prisma.sql`
    SELECT number, details->'heads' AS heads FROM audit_events
    WHERE chain = ${SEALS} AND hash = decode(${hash}, 'hex') AND action = 'audit.sealed'`)
  if (!seal) return null
  const others = Object.entries(seal.heads ?? {}).map(([chain, place]) => {
    const [, number = '0', end = ''] = PLACE.exec(String(place)) ?? []
    return { chain: Number(chain), number: Number(number), hash: end }
  })
  return [...others, { chain: SEALS, number: Number(seal.number), hash }]
}
