import DataLoader from 'dataloader'
import type { Database } from './database.ts'
import type { Agency, District, Report, Revision } from './generated/prisma/client.ts'
import type { RevisionKey } from './revision-key.ts'

export type ReportKey = Omit<RevisionKey, 'number'>

/** A report, and what is read of it. */
interface ReportWithCurrent extends Report {
  readonly current: Revision | null
}

/** Records that a hand-written statement speaks of by their keys. Each fails for a key that there is no record of. */
export interface RecordLoaders {
  readonly reports: DataLoader<ReportKey, ReportWithCurrent, string>
  readonly agencies: DataLoader<number, Agency, string>
  readonly districts: DataLoader<string, District, string>
}

export function createRecordLoaders(db: Database): RecordLoaders {
  return {
    reports: recordsOf(
      async (keys: readonly ReportKey[]) => {
        const agencyId = { in: [...new Set(keys.map((key) => key.agencyId))] }
        const year = { in: [...new Set(keys.map((key) => key.year))] }
        const found = await db.prisma.report.findMany({ where: { agencyId, year }, include: { current: true } })
        return found as ReportWithCurrent[]
      },
      ({ agencyId, year }) => ({ agencyId, year }),
    ),
    agencies: recordsOf(
      (ids: readonly number[]) => db.prisma.agency.findMany({ where: { id: { in: [...ids] } } }),
      ({ id }) => id,
    ),
    districts: recordsOf(
      (codes: readonly string[]) => db.prisma.district.findMany({ where: { code: { in: [...codes] } } }),
      ({ code }) => code,
    ),
  }
}

/** Records by their keys, in one statement. */
function recordsOf<Key, Found>(
  find: (keys: readonly Key[]) => Promise<readonly Found[]>,
  keyOf: (found: Found) => Key,
) {
  const textOf = (key: Key) => JSON.stringify(key)
  return new DataLoader<Key, Found, string>(
    async (keys) => {
      const byKey = new Map((await find(keys)).map((found) => [textOf(keyOf(found)), found]))
      return keys.map((key) => byKey.get(textOf(key)) ?? new Error(`Expected ${textOf(key)} in the store, found none.`))
    },
    { cacheKeyFn: textOf },
  )
}
