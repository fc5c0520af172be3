import { type Actor, isLimited } from './actor.ts'
import {
  all,
  given,
  type MomentCondition,
  moment,
  type Optional,
  type TextCondition,
  text,
} from './column-conditions.ts'
import { type ReportCondition, reportMatches } from './conditions.ts'
import { Prisma } from './generated/prisma/client.ts'
import { agencyReached, keyReached } from './reach-conditions.ts'

const { raw, sql } = Prisma

/** Conditions on what was done; all given ones must hold. */
export type AuditEventCondition = Optional<{
  action: TextCondition
  /** The name of the key with which it was done. */
  key: TextCondition
  requestId: TextCondition
  at: MomentCondition
  report: ReportCondition
}>

/** Holds for the events of the condition that the actor may read; the row stands as `event`. */
export function eventMatches(condition: AuditEventCondition | null | undefined, actor: Actor): Prisma.Sql {
  const { action, key, requestId, at, report } = condition ?? {}
  return all([
    ...text(raw('event.action'), action),
    ...text(raw('event.key_name'), key),
    ...text(raw('event.request_id'), requestId),
    ...moment(raw('event.at'), at),
    ...given(
      report,
      (asked) => sql`EXISTS (
        SELECT FROM reports AS report
        WHERE report.agency_id = event.agency_id AND report.year = event.year AND ${reportMatches(asked)})`,
    ),
    eventReached(actor),
  ])
}

/** Those about agencies that the actor reaches, and about keys that reach nothing beyond; all when it is not limited. */
function eventReached(actor: Actor): Prisma.Sql {
  if (!isLimited(actor)) return sql`TRUE`
  return sql`CASE
    WHEN event.agency_id IS NOT NULL
      THEN EXISTS (SELECT FROM agencies AS agency WHERE agency.id = event.agency_id AND ${agencyReached(actor)})
    WHEN event.action LIKE 'key.%'
      THEN EXISTS (SELECT FROM api_keys AS api_key WHERE api_key.id = (event.details->>'key')::int AND ${keyReached(actor)})
    ELSE FALSE
  END`
}
