import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { itemOfFile } from '../../src/ingest/archive/item-of-file.ts'
import { startRunWorker } from '../../src/ingest/run-worker.ts'
import { readItem, settleItems } from '../../src/ingest/settle-items.ts'
import { type Actor, OPERATOR } from '../../src/store/actor.ts'
import { addItems } from '../../src/store/add-items.ts'
import { createApiKey, type NewKeyRights, revokeApiKey } from '../../src/store/api-keys.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { type BegunItem, beginItems, discardItems, retryItems } from '../../src/store/run-items.ts'
import { cancelRun, closeRun, startRun } from '../../src/store/runs.ts'
import { testDatabase } from '../database.ts'
import { sample } from '../hub.ts'

const db = await testDatabase()

const daxing = (year: number) => sample('daxing-2020').replaceAll('2020', `${year}`)
const item = (name: string, text: string) => itemOfFile(name, Buffer.from(text))

/** A worker of its own on the database, as another process has; it goes with the test. */
function work(on: Database = db) {
  const worker = startRunWorker(on, { lookEvery: 50 })
  onTestFinished(() => worker.close())
  return worker
}

async function holder(name: string, rights: NewKeyRights = {}): Promise<Actor> {
  const { id } = await createApiKey(db, name, rights)
  return { key: { id, name, scopes: ['INGEST'], districtCodes: [], agencyIds: [], ...rights }, requestId: null }
}

/** Begins an item by itself. */
async function beginItem(run: string): Promise<BegunItem | null> {
  const [begun] = await beginItems(db, run, [], { items: 1, bytes: 1 })
  return begun ?? null
}

/** Reads, stores and settles items together. */
async function process(...items: BegunItem[]): Promise<void> {
  const [fault] = await settleItems(db, await Promise.all(items.map((one) => readItem(one))))
  if (fault) throw fault.error
}

const itemsOf = (runId: string) =>
  db.prisma.ingestionItem.findMany({ where: { runId }, orderBy: { position: 'asc' }, include: { run: true } })
const finished = (id: string) =>
  expect.poll(async () => (await db.prisma.ingestionRun.findUniqueOrThrow({ where: { id } })).finishedAt).not.toBeNull()
const years = async (runId: string) =>
  (await itemsOf(runId)).map(({ state, outcome, reportYear, errorCode }) => [state, outcome ?? errorCode, reportYear])
/** What is kept of an item. */
async function bytesOf(runId: string, position: number) {
  const { rows } = await db.pool.query('SELECT source FROM ingestion_items WHERE run_id = $1 AND position = $2', [
    runId,
    position,
  ])
  return rows[0].source?.toString() ?? null
}

async function runWith(actor: Actor, ...items: ReturnType<typeof item>[]) {
  const run = await startRun(db, actor, {})
  await addItems(db, actor, run.id, items)
  await closeRun(db, actor, run.id)
  return run.id
}

it('stores what can be, keeps what cannot with its reason and its bytes, and ends the run', async () => {
  work()
  const run = await startRun(db, OPERATOR, { reason: 'A run.' })
  const sent = [
    item('a.txt', daxing(1991)),
    item('b.txt', 'Minutes'),
    item('c.json', '{ no'),
    item('d.txt', daxing(1992)),
  ]
  expect(await addItems(db, OPERATOR, run.id, sent)).toEqual({ added: 4, known: 0 })
  // The same files again, and one more under a name that is there.
  expect(await addItems(db, OPERATOR, run.id, [...sent, item('a.txt', daxing(1993))])).toEqual({ added: 1, known: 4 })
  await closeRun(db, OPERATOR, run.id)
  await finished(run.id)
  expect(await years(run.id)).toEqual([
    ['STORED', 'CREATED', 1991],
    ['FAILED', 'NOT_A_REPORT', null],
    ['FAILED', 'INVALID_REPORT_OBJECT', null],
    ['STORED', 'CREATED', 1992],
    ['STORED', 'CREATED', 1993],
  ])
  expect([await bytesOf(run.id, 1), await bytesOf(run.id, 2)]).toEqual([null, 'Minutes'])
  const revision = await db.prisma.revision.findFirstOrThrow({ where: { year: 1991 } })
  expect(revision).toMatchObject({ reason: 'A run.', sourceName: 'a.txt', number: 1 })
})

it('stores a report and marks its item in one transaction: neither is there without the other', async () => {
  const id = await runWith(OPERATOR, item('a.txt', daxing(2001)))
  const begun = await beginItem(id)
  await db.pool.query(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a fault'; END $$;
    CREATE TRIGGER fault BEFORE UPDATE ON ingestion_items FOR EACH ROW WHEN (NEW.state = 'STORED') EXECUTE FUNCTION fail()`)
  await expect(process(begun!)).rejects.toThrow('a fault')
  await db.pool.query('DROP TRIGGER fault ON ingestion_items')
  expect(await db.prisma.revision.count({ where: { year: 2001 } })).toBe(0)
  await process(begun!)
  expect(await years(id)).toEqual([['STORED', 'CREATED', 2001]])
  // Whoever comes second finds it settled, and stores nothing: not even the answer that it is there.
  await process({ ...begun!, source: Buffer.from(daxing(2002)) })
  expect(await db.prisma.revision.count({ where: { year: 2002 } })).toBe(0)
})

it('gives up what brought the process down several times, and goes on with the others first', async () => {
  const id = await runWith(OPERATOR, item('bad.txt', daxing(2003)), item('good.txt', daxing(2004)))
  // Begun and never brought to an end, as by a process that was killed.
  expect((await beginItem(id))?.position).toBe(1)
  expect((await beginItem(id))?.position).toBe(2)
  await db.pool.query('UPDATE ingestion_items SET attempts = 4 WHERE run_id = $1 AND position = 1', [id])
  work()
  await finished(id)
  expect(await years(id)).toEqual([
    ['FAILED', 'NOT_PROCESSED', null],
    ['STORED', 'CREATED', 2004],
  ])
  expect(await bytesOf(id, 1)).toContain('大兴区')
})

it('is cancelled: what is stored stays, the rest is not begun, is kept, and can be tried again', async () => {
  const run = await startRun(db, OPERATOR, {})
  await addItems(db, OPERATOR, run.id, [item('a.txt', daxing(2005)), item('b.txt', daxing(2006))])
  await process((await beginItem(run.id))!)
  const begun = await beginItem(run.id)
  await cancelRun(db, OPERATOR, run.id)
  // It was under way.
  await process(begun!)
  expect(await beginItem(run.id)).toBeNull()
  expect(await years(run.id)).toEqual([
    ['STORED', 'CREATED', 2005],
    ['CANCELLED', null, null],
  ])
  await expect(addItems(db, OPERATOR, run.id, [item('c.txt', 'x')])).rejects.toMatchObject({ code: 'RUN_CLOSED' })
  await retryItems(db, OPERATOR, [{ runId: run.id, position: 2 }])
  work()
  await finished(run.id)
  expect((await years(run.id))[1]).toEqual(['STORED', 'CREATED', 2006])
})

it('tries again with what is told anew, and discards', async () => {
  const prose = '朝阳区2010年政府信息公开工作年度报告\n\n一、概述\n\n本年主动公开政府信息100条。\n'
  const id = await runWith(OPERATOR, item('a.txt', prose), item('b.txt', 'Minutes'))
  work()
  await finished(id)
  expect((await years(id)).map(([, code]) => code)).toEqual(['UNKNOWN_DISTRICT', 'NOT_A_REPORT'])
  const [first, second] = [1, 2].map((position) => ({ runId: id, position })) as [never, never]
  await discardItems(db, OPERATOR, [second])
  expect(await bytesOf(id, 2)).toBeNull()
  await retryItems(db, OPERATOR, [first], { districtCode: '110105' })
  await finished(id)
  expect(await years(id)).toEqual([
    ['STORED', 'CREATED', 2010],
    ['DISCARDED', 'NOT_A_REPORT', null],
  ])
  // All of them or none.
  await expect(retryItems(db, OPERATOR, [second])).rejects.toMatchObject({ code: 'ITEM_NOT_OPEN' })
  await expect(discardItems(db, OPERATOR, [first])).rejects.toMatchObject({ code: 'ITEM_NOT_OPEN' })
})

describe('rights are those of the moment', () => {
  it('of a key that is limited, or was revoked after it had sent', async () => {
    const shanghai = await holder('Shanghai', { districtCodes: ['310000'] })
    const revoked = await holder('revoked')
    const limited = await runWith(shanghai, item('a.txt', daxing(2007)))
    const late = await runWith(revoked, item('a.txt', daxing(2007)))
    await revokeApiKey(db, 'revoked')
    work()
    for (const id of [limited, late]) await finished(id)
    expect(await years(limited)).toEqual([['FAILED', 'NOT_PERMITTED', null]])
    expect(await years(late)).toEqual([['FAILED', 'KEY_NOT_IN_USE', null]])
  })

  it('a run is for its key, and for those that are for everything', async () => {
    const [one, other] = [await holder('one'), await holder('other')]
    const run = await startRun(db, one, { name: 'mine' })
    await expect(addItems(db, other, run.id, [item('a.txt', 'x')])).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' })
    await expect(cancelRun(db, other, run.id)).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' })
    // Its sender finds it by its name, and nobody else.
    expect((await startRun(db, one, { name: 'mine' })).id).toBe(run.id)
    expect((await startRun(db, other, { name: 'mine' })).id).not.toBe(run.id)
    await cancelRun(db, { ...other, key: { ...other.key!, scopes: ['ADMIN'] } }, run.id)
    expect((await startRun(db, one, { name: 'mine' })).id).not.toBe(run.id)
  })
})

it('eight workers share runs, and store each report once', async () => {
  const ids = await Promise.all(
    [0, 1, 2].map((third) =>
      runWith(OPERATOR, ...Array.from({ length: 8 }, (_, at) => item(`${at}.txt`, daxing(2020 + third * 8 + at)))),
    ),
  )
  const stores = Array.from({ length: 4 }, () => connect(db.url, { connections: 3 }))
  afterAll(() => Promise.all(stores.map((store) => store.close())))
  for (const store of stores) for (const _ of [1, 2]) work(store)
  for (const id of ids) await finished(id)
  for (const id of ids) expect((await years(id)).map(([, outcome]) => outcome)).toEqual(Array(8).fill('CREATED'))
})

it('goes on when the connection of its claims is lost', async () => {
  work()
  const run = await startRun(db, OPERATOR, {})
  await addItems(db, OPERATOR, run.id, [item('a.txt', daxing(2050))])
  await expect.poll(() => years(run.id)).toEqual([['STORED', 'CREATED', 2050]])
  await db.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'disclosure-hub runs'",
  )
  await addItems(db, OPERATOR, run.id, [item('b.txt', daxing(2051))])
  await closeRun(db, OPERATOR, run.id)
  await finished(run.id)
})

it('writes down what was done to a run', async () => {
  const events = await db.prisma.auditEvent.findMany({ where: { action: { startsWith: 'ingestion.run.' } } })
  expect([...new Set(events.map(({ action }) => action.slice('ingestion.run.'.length)))].sort()).toEqual([
    'added',
    'cancelled',
    'closed',
    'discarded',
    'finished',
    'retried',
    'started',
  ])
})
