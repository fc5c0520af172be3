import { districtByCode } from '../domain/district-registry.ts'
import type { ApiKey } from '../store/api-keys.ts'
import type { Database } from '../store/database.ts'

/** An agency that a key is limited to. */
interface Limit {
  readonly name: string
  readonly district: string
}

/** A key as `hub key list --json` prints it. */
export interface PrintedKey {
  readonly name: string
  readonly status: 'IN_USE' | 'EXPIRED' | 'REVOKED'
  readonly scopes: readonly string[]
  readonly districts: readonly string[]
  readonly agencies: readonly Limit[]
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}

/** The keys with the names of the agencies that they are limited to. Neither the key nor its digest is among it. */
export async function printedKeys(db: Database, keys: readonly ApiKey[]): Promise<PrintedKey[]> {
  const ids = [...new Set(keys.flatMap(({ agencyIds }) => agencyIds))]
  const agencies = await db.prisma.agency.findMany({ where: { id: { in: ids } } })
  const byId = new Map(agencies.map(({ id, name, districtCode }) => [id, { name, district: districtCode }]))
  const moment = (date: Date | null) => date?.toISOString() ?? null
  return keys.map((key) => ({
    name: key.name,
    status: statusOf(key),
    scopes: key.scopes,
    districts: key.districtCodes,
    agencies: key.agencyIds.flatMap((id) => byId.get(id) ?? []),
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: moment(key.lastUsedAt),
    expiresAt: moment(key.expiresAt),
    revokedAt: moment(key.revokedAt),
  }))
}

function statusOf({ revokedAt, expiresAt }: ApiKey): PrintedKey['status'] {
  if (revokedAt !== null) return 'REVOKED'
  return expiresAt !== null && expiresAt.valueOf() <= Date.now() ? 'EXPIRED' : 'IN_USE'
}

/** A key in a line. */
export function printKey(key: PrintedKey): string {
  const { name, status, createdAt, lastUsedAt, expiresAt, revokedAt } = key
  const use = lastUsedAt === null ? 'never used' : `last used ${day(lastUsedAt)}`
  const end = expiresAt === null ? [] : [`${status === 'EXPIRED' ? 'expired' : 'expires'} ${minute(expiresAt)}`]
  const revoked = revokedAt === null ? [] : [`revoked ${day(revokedAt)}`]
  return [`${name}: ${printRights(key)}`, `made ${day(createdAt)}`, use, ...end, ...revoked].join(', ')
}

/** What the key is for: its scopes, and its limits. */
export function printRights({ scopes, districts, agencies }: PrintedKey): string {
  const limits = [
    ...districts.map((code) => `${code} ${districtByCode(code)?.fullName ?? ''}`.trim()),
    ...agencies.map(({ name, district }) => `${district}:${name}`),
  ]
  return `${scopes.join(' ')} ${limits.length === 0 ? 'without limits' : `for ${limits.join(' and ')}`}`
}

const day = (moment: string) => moment.slice(0, 10)
const minute = (moment: string) => `${moment.slice(0, 16).replace('T', ' ')} UTC`
