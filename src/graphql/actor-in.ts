import type { Actor } from '../store/actor.ts'
import type { Context } from './context.ts'
import { unauthenticated } from './refusals.ts'

/**
 * Who asks, where somebody must.
 * @throws GraphQLError UNAUTHENTICATED
 */
export async function actorIn({ actor }: Pick<Context, 'actor'>): Promise<Actor> {
  const known = await actor()
  if (known === null) throw unauthenticated()
  return known
}
