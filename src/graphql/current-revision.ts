import type { MaybePromise } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import type { Revision } from '../store/generated/prisma/client.ts'
import type { Loaders } from '../store/loaders.ts'
import type { ReadRevision } from '../store/stored-rows.ts'
import { fieldsBeneath } from './fields-beneath.ts'

// A report comes with its current revision: mostly for its figures, to which five of its columns lead. The fields that read more of it are named here.

const READ_MORE = ['title', 'period', 'currentRevision'] as const

const LEADS_TO_CONTENT = { select: { agencyId: true, year: true, number: true, form: true, createdAt: true } }

/** A selection of reports with no more of the current revision than is asked for beneath the field. */
export function withCurrentAsked<Query extends object>(query: Query, info: GraphQLResolveInfo): Query {
  const { include } = query as { readonly include?: { readonly current?: unknown } }
  if (include?.current !== true) return query
  const asked = fieldsBeneath(info)
  return READ_MORE.some((name) => asked.has(name))
    ? query
    : { ...query, include: { ...include, current: LEADS_TO_CONTENT } }
}

/** All of a current revision, of which no more may have been read than what leads to its content. */
export const wholeCurrent = (current: ReadRevision | null, { revisions }: Loaders): MaybePromise<Revision | null> =>
  current === null || isWhole(current) ? current : revisions.load(current)

const isWhole = (revision: ReadRevision): revision is Revision => 'title' in revision
