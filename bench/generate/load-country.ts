import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { everyFormula } from '../../src/metrics/every-formula.ts'
import { connect } from '../../src/store/database.ts'
import { loadDistricts } from '../../src/store/load-districts.ts'
import { migrate } from '../../src/store/migrate.ts'
import { addUp, beginSums } from '../../src/store/sums/add-up.ts'
import type { Loaded, Share } from './load-share.ts'
import { TABLES } from './store-rows.ts'
import { withoutIndexes } from './without-indexes.ts'

export interface LoadOptions {
  readonly reports: number
  readonly seed: number
  /** How many processors take part. */
  readonly workers?: number
}

/**
 * Fills an empty store with a generated country by COPY, as ingestion would leave it: every constraint is checked and every trigger fires. Then
 * it is vacuumed and analysed.
 */
export async function loadCountry(url: string, { reports, seed, workers = 2 }: LoadOptions): Promise<Loaded> {
  await migrate(url)
  const db = connect(url, { connections: workers, statementTimeout: 0 })
  try {
    await loadDistricts(db)
    const { rows } = await db.pool.query<{ there: number }>('SELECT count(*)::int AS there FROM agencies')
    if (rows[0]?.there !== 0)
      throw new Error(`Expected an empty store, got one with ${rows[0]?.there} agencies: name another database.`)
    const shares = await withoutIndexes(db.pool, TABLES, workers, () =>
      Promise.all(
        Array.from({ length: workers }, async (_, share) => {
          const worker = new Worker(new URL('./load-share.ts', import.meta.url), {
            workerData: { url, reports, seed, share, shares: workers } satisfies Share,
          })
          const [loaded] = (await once(worker, 'message')) as [Loaded]
          return loaded
        }),
      ),
    )
    // The numbers were given here, not by the sequence.
    await db.pool.query(`SELECT setval('agencies_id_seq', (SELECT max(id) FROM agencies))`)
    // As a hub does in the background.
    await beginSums(db, everyFormula())
    while ((await addUp(db, everyFormula())) > 0);
    await db.pool.query('VACUUM (ANALYZE)')
    return shares.reduce(added)
  } finally {
    await db.close()
  }
}

const added = (one: Loaded, other: Loaded): Loaded =>
  Object.fromEntries(
    Object.entries(one).map(([name, value]) => [name, value + other[name as keyof Loaded]]),
  ) as unknown as Loaded
