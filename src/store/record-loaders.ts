import DataLoader from 'dataloader'
import type { Database } from './database.ts'
import type { Agency, District } from './generated/prisma/client.ts'

/** Records that a hand-written statement speaks of by their keys. Each fails for a key that there is no record of. */
export interface RecordLoaders {
  readonly agencies: DataLoader<number, Agency, string>
  readonly districts: DataLoader<string, District, string>
}

export function createRecordLoaders(db: Database): RecordLoaders {
  return {
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
