import { ancestorsOf, districtByCode } from '../domain/district-registry.ts'
import type { KeyScope } from './generated/prisma/client.ts'

export type { KeyScope } from './generated/prisma/client.ts'

/** What a key may do, and for whom. */
export interface KeyRights {
  readonly id: number
  readonly name: string
  readonly scopes: readonly KeyScope[]
  /** The divisions that it is limited to, each with all below it. */
  readonly districtCodes: readonly string[]
  /** The agencies that it is limited to. With neither, it is not limited. */
  readonly agencyIds: readonly number[]
}

/** Who changes the store. */
export interface Actor {
  /** Whose key it is; null for whoever commands the hub's own machine, who may do everything. */
  readonly key: KeyRights | null
  /** The request by which it is done; null when it is none. */
  readonly requestId: string | null
}

/** Whoever commands the machine: the command line, and the hub itself. */
export const OPERATOR: Actor = { key: null, requestId: null }

/** Whether the actor may do what the scope is for. ADMIN does not hold the others. */
export function hasScope({ key }: Actor, scope: KeyScope): boolean {
  return key === null || key.scopes.includes(scope)
}

/** Whether there are reports that the actor may not touch. */
export function isLimited(actor: Actor): actor is Actor & { readonly key: KeyRights } {
  const { key } = actor
  return key !== null && (key.districtCodes.length > 0 || key.agencyIds.length > 0)
}

/** Whether the actor may touch reports of the agency: its key is not limited, or to that agency, or to a division that holds it. */
export function reaches(actor: Actor, agency: { readonly id: number; readonly districtCode: string }): boolean {
  return !isLimited(actor) || actor.key.agencyIds.includes(agency.id) || reachesDistrict(actor, agency.districtCode)
}

/** Whether the actor may touch reports of every agency of the division, and of those below it, also of agencies that are new. */
export function reachesDistrict(actor: Actor, districtCode: string): boolean {
  return !isLimited(actor) || actor.key.districtCodes.some((code) => isWithin(districtCode, code))
}

/** Whether a division is that of the code, or stands below it. */
function isWithin(code: string, above: string): boolean {
  const district = districtByCode(code)
  return code === above || (district !== undefined && ancestorsOf(district).some((ancestor) => ancestor.code === above))
}
