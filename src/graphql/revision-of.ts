import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { RevisionKey } from '../store/revision-key.ts'
import type { Context } from './context.ts'

/** The revision that something stands in, with what is selected beneath it: there is one, since no revision is ever deleted. */
export async function revisionOf({ agencyId, year, number }: RevisionKey, context: Context, info: GraphQLResolveInfo) {
  // Anew for each figure: what is selected beneath is known by the place in the answer.
  const query = queryFromInfo({ context, info })
  const revision = await context.loaders.revisions.load({ agencyId, year, number, query })
  if (revision === null) {
    throw new Error(`Expected the revision ${agencyId}/${year}/${number} in the store, found none.`)
  }
  return revision
}
