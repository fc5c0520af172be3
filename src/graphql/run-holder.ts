import { type Actor, hasScope } from '../store/actor.ts'
import { RunError } from '../store/run-error.ts'
import { actorIn } from './actor-in.ts'
import type { Context } from './context.ts'
import { badUserInput, forbidden } from './refusals.ts'

/**
 * Who asks about runs: the holder of a key that may ingest, or that is for everything.
 * @throws GraphQLError UNAUTHENTICATED, FORBIDDEN
 */
export async function runHolder({ actor }: Pick<Context, 'actor'>): Promise<Actor> {
  const known = await actorIn({ actor })
  if (!hasScope(known, 'INGEST') && !hasScope(known, 'ADMIN')) throw forbidden('INGEST')
  return known
}

/** What stands against something that is wanted of a run, as callers are told. */
export function runRefusal(error: unknown): never {
  throw error instanceof RunError ? badUserInput(error.message) : error
}
