import { createHash, randomBytes } from 'node:crypto'
import { districtByCode } from '../domain/district-registry.ts'
import { type Actor, isLimited, type KeyRights, OPERATOR, reaches, reachesDistrict } from './actor.ts'
import { recordEvent } from './audit.ts'
import type { Database } from './database.ts'
import { Prisma, type ApiKey as StoredApiKey } from './generated/prisma/client.ts'
import {
  expiryPast,
  moreThanOwn,
  nameTaken,
  nameUnfit,
  unknownAgencyOf,
  unknownDistrictOf,
  unknownKey,
} from './key-error.ts'
import { awaitWriters, holdKey } from './key-in-use.ts'
import { keyReached } from './reach-conditions.ts'

export type { KeyScope } from './actor.ts'

type Transaction = Prisma.TransactionClient

// A key is 256 random bits, so a plain digest of it cannot be turned back or guessed: nothing slower is needed. It is found by the digest
// in an index: what the time of that tells is about the digest, which nobody can steer.
const digest = (key: string) => new Uint8Array(createHash('sha256').update(key).digest())

/** What a new key is to be for: ingestion of any report, for ever, when nothing is given. */
export type NewKeyRights = Partial<Omit<KeyRights, 'id' | 'name'>> & { readonly expiresAt?: Date | null }

/**
 * Makes a key. This is the only time the key itself is known: the store keeps its SHA-256.
 * @param name 1 to 100 characters, none of which breaks a line or moves the cursor, without space around it; never one that a key had before.
 * @param actor who makes it: the new key may do nothing that this one may not, and not for longer.
 * @throws KeyError when the name, the limits or the day of expiry are not that; KeyEndedError.
 */
export async function createApiKey(
  db: Database,
  name: string,
  { scopes = ['INGEST'], districtCodes = [], agencyIds = [], expiresAt = null }: NewKeyRights = {},
  actor: Actor = OPERATOR,
): Promise<{ id: number; key: string }> {
  if (!FIT_NAME.test(name) || name.trim() !== name) throw nameUnfit(name)
  if (expiresAt !== null && !(expiresAt.valueOf() > Date.now())) throw expiryPast(expiresAt)
  const rights: GivenRights = {
    scopes: [...new Set(scopes)],
    districtCodes: [...new Set(districtCodes)],
    agencyIds: [...new Set(agencyIds)],
    expiresAt,
  }
  const unknown = rights.districtCodes.find((code) => districtByCode(code) === undefined)
  if (unknown !== undefined) throw unknownDistrictOf(unknown)
  const key = `hub_${randomBytes(32).toString('base64url')}`
  const id = await db.prisma.$transaction(async (tx) => {
    await holdKey(tx, actor)
    await checkAgainstOwn(tx, actor, rights)
    const [made] = await tx.$queryRaw<{ id: number }[]>(Prisma.sql`
      INSERT INTO api_keys (name, sha256, scopes, district_codes, agency_ids, expires_at)
      VALUES (${name}, ${digest(key)}, ${rights.scopes}::key_scope[], ${rights.districtCodes}, ${rights.agencyIds}, ${expiresAt})
      ON CONFLICT (name) DO NOTHING RETURNING id`)
    if (!made) throw nameTaken(name)
    await recordEvent(tx, {
      action: 'key.created',
      actor,
      report: null,
      before: null,
      after: null,
      details: {
        key: made.id,
        name,
        scopes: rights.scopes,
        districts: rights.districtCodes,
        agencies: rights.agencyIds,
        expiresAt: expiresAt?.toISOString() ?? null,
      },
    })
    return made.id
  })
  return { id, key }
}

const FIT_NAME = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,100}$/u

interface GivenRights {
  readonly scopes: KeyRights['scopes'][number][]
  readonly districtCodes: string[]
  readonly agencyIds: number[]
  readonly expiresAt: Date | null
}

/** Nobody makes a key that may do more than his own: no other scope, nothing beyond its limits, no later day. */
async function checkAgainstOwn(tx: Transaction, actor: Actor, given: GivenRights): Promise<void> {
  const agencies = await tx.agency.findMany({
    where: { id: { in: given.agencyIds } },
    select: { id: true, name: true, districtCode: true },
  })
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const unknown = given.agencyIds.find((id) => !byId.has(id))
  // An id that is given out later must not be one that a key waits for.
  if (unknown !== undefined) throw unknownAgencyOf(`${unknown}`)
  if (actor.key === null) return

  const own = actor.key
  const scope = given.scopes.find((one) => !own.scopes.includes(one))
  if (scope !== undefined) throw moreThanOwn(`scopes that your key has (${own.scopes.join(', ')})`, scope)
  if (isLimited(actor)) {
    const limits = 'limits within those of your key'
    if (given.districtCodes.length === 0 && given.agencyIds.length === 0) throw moreThanOwn(limits, 'none')
    const district = given.districtCodes.find((code) => !reachesDistrict(actor, code))
    if (district !== undefined) throw moreThanOwn(limits, `the district ${district}`)
    const agency = agencies.find((one) => !reaches(actor, one))
    if (agency !== undefined) throw moreThanOwn(limits, `the agency ${agency.name}`)
  }
  const { expiresAt: ownEnd } = await tx.apiKey.findUniqueOrThrow({
    where: { id: own.id },
    select: { expiresAt: true },
  })
  if (ownEnd !== null && (given.expiresAt === null || given.expiresAt > ownEnd)) {
    const end = given.expiresAt?.toISOString() ?? 'none'
    throw moreThanOwn(`an expiry no later than that of your key, ${ownEnd.toISOString()}`, end)
  }
}

/** Whose key it is, and what it may do; null when there is no such key, or it is revoked or expired. Notes, to the minute, that it was used. */
export async function findApiKey(db: Database, key: string): Promise<KeyRights | null> {
  const { rows } = await db.pool.query<KeyRights>(
    `WITH found AS (
       SELECT * FROM api_keys
       WHERE sha256 = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
     ), noted AS (
       UPDATE api_keys SET last_used_at = now()
       WHERE id IN (SELECT id FROM found WHERE last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
     )
     SELECT id, name, scopes::text[] AS scopes, district_codes::text[] AS "districtCodes", agency_ids AS "agencyIds" FROM found`,
    [digest(key)],
  )
  return rows[0] ?? null
}

/** A key as its owner may see it. */
export type ApiKey = Omit<StoredApiKey, 'sha256'>

/** Every key, oldest first. */
export async function listApiKeys(db: Database): Promise<ApiKey[]> {
  return db.prisma.apiKey.findMany({ omit: { sha256: true }, orderBy: { id: 'asc' } })
}

/**
 * Revokes a key for good: what was ingested with it stays. It is refused from now on; what is being written with it is waited for, so that
 * nothing is written with it once this is answered.
 * @param actor who revokes it: a key that is limited revokes only such as reach nothing beyond what it reaches.
 * @throws KeyError when no key of that name is in use, or the actor does not reach it; KeyEndedError.
 */
export async function revokeApiKey(db: Database, name: string, actor: Actor = OPERATOR): Promise<ApiKey> {
  const revoked = await db.prisma.$transaction(async (tx) => {
    await holdKey(tx, actor)
    const [found] = await tx.$queryRaw<{ id: number }[]>(
      Prisma.sql`SELECT id FROM api_keys AS api_key WHERE name = ${name} AND ${keyReached(actor)}`,
    )
    const [key] = await tx.apiKey.updateManyAndReturn({
      where: { id: found?.id ?? 0, revokedAt: null },
      data: { revokedAt: new Date() },
      omit: { sha256: true },
    })
    if (!key) throw unknownKey(name)
    const details = { key: key.id, name }
    await recordEvent(tx, { action: 'key.revoked', actor, report: null, before: null, after: null, details })
    return key
  })
  await awaitWriters(db, revoked.id)
  return revoked
}
