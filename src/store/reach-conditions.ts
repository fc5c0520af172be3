import { type Actor, isLimited } from './actor.ts'
import { all, any, isWithin } from './column-conditions.ts'
import { Prisma } from './generated/prisma/client.ts'

// What a limited key reaches, as SQL: the same as `reaches` says of one agency.

type Sql = Prisma.Sql
const { raw, sql } = Prisma

/** Holds for the agencies that the actor reaches; the row stands as `agency` unless told otherwise. */
export function agencyReached(actor: Actor, alias = 'agency'): Sql {
  if (!isLimited(actor)) return sql`TRUE`
  const { agencyIds } = actor.key
  return any([
    sql`${raw(alias)}.id = ANY(${[...agencyIds]}::int[])`,
    districtReached(actor.key.districtCodes, raw(`${alias}.district_code`)),
  ])
}

/** Holds for the keys that reach nothing beyond what the actor reaches; the row stands as `api_key` unless told otherwise. */
export function keyReached(actor: Actor, alias = 'api_key'): Sql {
  if (!isLimited(actor)) return sql`TRUE`
  const districts = raw(`${alias}.district_codes`)
  const agencies = raw(`${alias}.agency_ids`)
  return all([
    sql`cardinality(${districts}) + cardinality(${agencies}) > 0`,
    sql`NOT EXISTS (
      SELECT FROM unnest(${districts}) AS code WHERE NOT ${districtReached(actor.key.districtCodes, raw('code'))})`,
    sql`NOT EXISTS (
      SELECT FROM unnest(${agencies}) AS agency_id
      WHERE NOT EXISTS (SELECT FROM agencies AS held WHERE held.id = agency_id AND ${agencyReached(actor, 'held')}))`,
  ])
}

const districtReached = (codes: readonly string[], column: Sql): Sql => any(codes.map((code) => isWithin(column, code)))
