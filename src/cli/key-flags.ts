import type { KeyScope, NewKeyRights } from '../store/api-keys.ts'
import type { Database } from '../store/database.ts'
import { KeyError, unknownAgencyOf } from '../store/key-error.ts'

/** What `hub key create` is told beside the name. */
export interface KeyFlags {
  readonly scope?: readonly KeyScope[]
  readonly district?: readonly string[]
  /** Names of agencies, with the code of their district before a colon where several have one of that name. */
  readonly agency?: readonly string[]
  readonly expires?: Date
}

/**
 * The rights that the flags tell.
 * @throws KeyError when an agency is none, or may be several.
 */
export async function rightsOf(db: Database, { scope, district, agency, expires }: KeyFlags): Promise<NewKeyRights> {
  const agencyIds: number[] = []
  for (const name of agency ?? []) agencyIds.push(await agencyNamed(db, name))
  return {
    ...(scope && { scopes: scope }),
    districtCodes: district ?? [],
    agencyIds,
    expiresAt: expires ?? null,
  }
}

async function agencyNamed(db: Database, text: string): Promise<number> {
  const [, districtCode, name = text] = /^(\d{6}):(.+)$/.exec(text) ?? []
  const found = await db.prisma.agency.findMany({
    where: { name, ...(districtCode !== undefined && { districtCode }) },
    select: { id: true, districtCode: true },
    orderBy: { districtCode: 'asc' },
    take: 10,
  })
  const [one, ...others] = found
  if (!one) throw unknownAgencyOf(JSON.stringify(text))
  if (others.length === 0) return one.id
  const several = found.map(({ districtCode: code }) => `${code}:${name}`).join(', ')
  throw new KeyError(
    'API_KEY_AGENCY_UNKNOWN',
    'one agency of that name',
    several,
    'name it with the code of its district.',
  )
}

const DAY = 86_400_000

/**
 * When a key expires: `2027-12-31` is good to the end of that day in China, `90d` for ninety days from now, and an instant such as
 * `2027-12-31T12:00:00Z` until then. Null for anything else.
 */
export function expiryOf(text: string, now: Date): Date | null {
  const days = /^(\d{1,5})d$/.exec(text)?.[1]
  if (days !== undefined) return new Date(now.valueOf() + Number(days) * DAY)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    // A day that no month has, such as 02-30, would silently be one of the next.
    const end = new Date(`${text}T00:00:00+08:00`).valueOf() + DAY
    const isThatDay = new Date(end - DAY + 8 * 3_600_000).toISOString().startsWith(text)
    return isThatDay ? new Date(end) : null
  }
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : null
  return instant === null || Number.isNaN(instant.valueOf()) ? null : instant
}
