import type { MaybePromise } from '@pothos/core'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Revision } from '../store/generated/prisma/client.ts'
import type { ReadRevision } from '../store/stored-rows.ts'
import type { Context } from './context.ts'
import { fieldsBeneath } from './fields-beneath.ts'

/** The revision that something stands in, with what is asked of it beneath: there is one, since no revision is ever deleted. */
export function revisionOf(revision: ReadRevision, context: Context, info: GraphQLResolveInfo): MaybePromise<Revision> {
  const isThere = [...fieldsBeneath(info)].every((name) => READ.has(name))
  // Typed whole, as the client types it: nothing else of it is asked for.
  return isThere ? (revision as Revision) : read(revision, context, info)
}

/** What everything that was read of a revision tells of it. */
const READ: ReadonlySet<string> = new Set(['__typename', 'id', 'number', 'form', 'createdAt'])

async function read({ agencyId, year, number }: ReadRevision, context: Context, info: GraphQLResolveInfo) {
  // Anew for each figure: what is selected beneath is known by the place in the answer.
  const query = queryFromInfo({ context, info })
  const revision = await context.loaders.revisions.load({ agencyId, year, number, query })
  if (revision === null) {
    throw new Error(`Expected the revision ${agencyId}/${year}/${number} in the store, found none.`)
  }
  return revision
}
