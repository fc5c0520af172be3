import DataLoader from 'dataloader'
import type { Database } from './database.ts'
import type { Prisma, Revision } from './generated/prisma/client.ts'
import type { ReportKey } from './report-loaders.ts'
import type { RevisionKey } from './revision-key.ts'

/** A revision, and what is read along with it, as the store's client takes it: whoever asks knows what will be asked of it. */
export interface WantedRevision extends RevisionKey {
  readonly query?: Pick<Prisma.RevisionFindManyArgs, 'include' | 'select'>
}

/** Revisions without source and snippets; null for one that there is not. */
export type RevisionLoader = DataLoader<WantedRevision, Revision | null, string>

/** The current revisions of reports; null where there is none. */
export type CurrentRevisionLoader = DataLoader<ReportKey, Revision | null, string>

export function revisionLoader(db: Database): RevisionLoader {
  return new DataLoader<WantedRevision, Revision | null, string>(
    async (wanted) => {
      const found = new Map<string, Revision>()
      // Mostly all come from one field, and then it is one query.
      for (const [selection, some] of Map.groupBy(wanted, selectionText)) {
        const OR = some.map(({ agencyId, year, number }) => ({ agencyId, year, number }))
        for (const revision of whole(await db.prisma.revision.findMany({ ...some[0]?.query, where: { OR } }))) {
          found.set(keyText(revision) + selection, revision)
        }
      }
      return wanted.map((one) => found.get(cacheKeyOf(one)) ?? null)
    },
    { cacheKeyFn: cacheKeyOf },
  )
}

const keyText = ({ agencyId, year, number }: RevisionKey) => `${agencyId}/${year}/${number}/`

/** Empty for a revision with all of its columns and nothing beneath it. */
const selectionText = ({ query = {} }: WantedRevision) => (Object.keys(query).length === 0 ? '' : JSON.stringify(query))

const cacheKeyOf = (wanted: WantedRevision) => keyText(wanted) + selectionText(wanted)

export function currentRevisionLoader(db: Database): CurrentRevisionLoader {
  const textOf = ({ agencyId, year }: ReportKey) => `${agencyId}/${year}`
  return new DataLoader<ReportKey, Revision | null, string>(
    async (keys) => {
      const OR = keys.map(({ agencyId, year }) => ({ agencyId, year }))
      const found = whole(await db.prisma.revision.findMany({ where: { currentOf: { OR } } }))
      const byKey = new Map(found.map((revision) => [textOf(revision), revision]))
      return keys.map((key) => byKey.get(textOf(key)) ?? null)
    },
    { cacheKeyFn: textOf },
  )
}

/** Typed whole, as the client types those of a relation; it leaves source and snippets out of both. */
const whole = (found: readonly object[]) => found as readonly Revision[]
