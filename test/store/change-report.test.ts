import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Actor, OPERATOR } from '../../src/store/actor.ts'
import { createApiKey, findApiKey } from '../../src/store/api-keys.ts'
import { type ReportChangeRequest, restoreRevision, withdrawReport } from '../../src/store/change-report.ts'
import { saveReport } from '../../src/store/save-report.ts'
import { testDatabase } from '../database.ts'
import { aRevision, sameRules } from './a-revision.ts'

const db = await testDatabase()
const { judge } = sameRules
const sha256 = (text: string) => createHash('sha256').update(text).digest()

const request = (year: number, expectedRevision: number, given: Partial<ReportChangeRequest> = {}) => ({
  districtCode: '110115',
  agencyName: null,
  year,
  expectedRevision,
  reason: '更正',
  actor: OPERATOR,
  ...given,
})
const withdraw = (...given: Parameters<typeof request>) => withdrawReport(db, request(...given), judge)
const restore = (number: number, ...given: Parameters<typeof request>) =>
  restoreRevision(db, { ...request(...given), number }, judge)
const save = (text: string, year: number, expectedRevision: number | null = null) =>
  saveReport(db, aRevision(text, { year, expectedRevision }), sameRules)

const logOf = (year: number) =>
  db.prisma.reportChange.findMany({
    where: { year },
    orderBy: { position: 'asc' },
    omit: { agencyId: true, year: true },
  })
const standing = (year: number) => db.prisma.report.findFirstOrThrow({ where: { year } })

describe('what is in force of a report', () => {
  it('is written down each time that it changes, with what was in force before', async () => {
    await save('first', 2020)
    await save('second', 2020, 1)
    expect(await withdraw(2020, 2, { reason: '误报' })).toMatchObject({ outcome: 'WITHDRAWN', key: { position: 3 } })
    expect(await restore(1, 2020, 0)).toMatchObject({ outcome: 'RESTORED', key: { position: 4 } })
    expect(await restore(2, 2020, 1)).toMatchObject({ outcome: 'RESTORED' })
    await save('third', 2020, 2)
    const log = await logOf(2020)
    expect(log.map(({ at: _, keyId: __, ...entry }) => entry)).toEqual([
      { position: 1, kind: 'CREATED', number: 1, previousNumber: null, reason: null },
      { position: 2, kind: 'REVISED', number: 2, previousNumber: 1, reason: null },
      { position: 3, kind: 'WITHDRAWN', number: null, previousNumber: 2, reason: '误报' },
      { position: 4, kind: 'RESTORED', number: 1, previousNumber: null, reason: '更正' },
      { position: 5, kind: 'RESTORED', number: 2, previousNumber: 1, reason: '更正' },
      { position: 6, kind: 'REVISED', number: 3, previousNumber: 2, reason: null },
    ])
    const moments = log.map(({ at }) => at.getTime())
    expect(moments).toEqual([...new Set(moments)].sort((one, other) => one - other))
    const report = await standing(2020)
    expect([report.createdAt, report.updatedAt]).toEqual([log.at(0)?.at, log.at(-1)?.at])
    const revisions = await db.prisma.revision.findMany({ where: { year: 2020 }, orderBy: { number: 'asc' } })
    expect(revisions.map(({ createdAt }) => createdAt)).toEqual([log[0], log[1], log[5]].map((entry) => entry?.at))
  })

  it('is told to the audit with the digests of both sides', async () => {
    const { rows } = await db.pool.query(
      'SELECT action, before, after, details FROM audit_events WHERE year = 2020 ORDER BY number',
    )
    expect(rows.slice(2, 5)).toEqual([
      { action: 'report.withdrawn', before: sha256('second'), after: null, details: { withdrawn: 2 } },
      { action: 'revision.restored', before: null, after: sha256('first'), details: { revision: 1, before: null } },
      {
        action: 'revision.restored',
        before: sha256('first'),
        after: sha256('second'),
        details: { revision: 2, before: 1 },
      },
    ])
  })

  it('comes at a later moment also when the clock was set back', async () => {
    await save('first', 2019)
    await db.pool.query(`
      INSERT INTO report_changes (agency_id, year, position, at, kind, number, reason)
      SELECT agency_id, year, 0, '2100-01-01T00:00:00Z', 'WITHDRAWN', NULL, 'x' FROM reports WHERE year = 2019`)
    await db.pool.query('UPDATE reports SET current_number = NULL WHERE year = 2019')
    await restore(1, 2019, 0)
    expect((await logOf(2019)).at(-1)?.at.toISOString()).toBe('2100-01-01T00:00:00.001Z')
  })

  it('is not changed by a request that is refused, and no report is left behind by one for a report that is not there', async () => {
    await save('first', 2018)
    const before = [await logOf(2018), await standing(2018)]
    expect(await withdraw(2018, 2)).toEqual({ outcome: 'CONFLICT', current: 1 })
    expect(await restore(1, 2018, 2)).toEqual({ outcome: 'CONFLICT', current: 1 })
    expect(await restore(1, 2018, 1)).toEqual({ outcome: 'ALREADY_IN_FORCE' })
    for (const number of [-1, 0, 2, 2 ** 31 - 1])
      expect(await restore(number, 2018, 1)).toEqual({ outcome: 'NO_REVISION', last: 1 })
    expect([await logOf(2018), await standing(2018)]).toEqual(before)
    expect(await withdraw(2017, 1)).toEqual({ outcome: 'NO_REPORT' })
    expect(await withdraw(2018, 1, { agencyName: '没有局' })).toEqual({ outcome: 'NO_REPORT' })
    expect(await withdraw(2018, 1, { districtCode: '999999' })).toEqual({ outcome: 'NO_REPORT' })
    expect(await save('x', 2017, 1)).toEqual({ outcome: 'CONFLICT', current: 0 })
    expect(await db.prisma.report.count({ where: { year: 2017 } })).toBe(0)
  })

  it('is out of reach of a key for another district', async () => {
    const { key } = await createApiKey(db, 'Chaoyang', { districtCodes: ['110105'] })
    const actor: Actor = { key: await findApiKey(db, key), requestId: 'r' }
    expect(await withdraw(2018, 1, { actor })).toEqual({ outcome: 'NOT_PERMITTED' })
    expect(await restore(1, 2018, 1, { actor })).toEqual({ outcome: 'NOT_PERMITTED' })
    const own = await createApiKey(db, 'Daxing', { districtCodes: ['110115'] })
    const owner: Actor = { key: await findApiKey(db, own.key), requestId: 'r' }
    expect(await withdraw(2018, 1, { actor: owner })).toMatchObject({ outcome: 'WITHDRAWN' })
    expect((await logOf(2018)).at(-1)?.keyId).toBe(owner.key?.id)
  })
})

describe('a report that was withdrawn', () => {
  it('does not come back because its document is sent again, and does as a new revision for whoever knows that it was', async () => {
    await save('first', 2016)
    await withdraw(2016, 1)
    expect(await withdraw(2016, 0)).toEqual({ outcome: 'ALREADY_WITHDRAWN' })
    expect(await save('first', 2016)).toEqual({ outcome: 'CONFLICT', current: 0 })
    expect(await save('other', 2016)).toEqual({ outcome: 'CONFLICT', current: 0 })
    expect(await save('first', 2016, 1)).toEqual({ outcome: 'CONFLICT', current: 0 })
    expect(await save('first', 2016, 0)).toMatchObject({ outcome: 'REVISED', key: { number: 2 } })
    expect((await logOf(2016)).at(-1)).toMatchObject({ kind: 'REVISED', number: 2, previousNumber: null })
  })

  it('may be expected as none where none ever was', async () => {
    expect(await save('first', 2015, 0)).toMatchObject({ outcome: 'CREATED' })
  })
})

describe('of eight that change one report at once', () => {
  it.each([
    ['in force', 2, false],
    ['withdrawn', 0, true],
  ])('one does, and the others are told what is in force then: %s', async (_state, expected, isWithdrawn) => {
    const year = isWithdrawn ? 2012 : 2013
    await save('first', year)
    await save('second', year, 1)
    if (isWithdrawn) await withdraw(year, 2)
    const entries = (await logOf(year)).length
    const outcomes = await Promise.all([
      save('third', year, expected),
      restore(1, year, expected),
      save('fourth', year, expected),
      isWithdrawn ? restore(2, year, expected) : withdraw(year, expected),
      save('fifth', year, expected),
      restore(1, year, expected),
      isWithdrawn ? save('sixth', year, expected) : withdraw(year, expected),
      save('seventh', year, expected),
    ])
    const { currentNumber } = await standing(year)
    const done = outcomes.filter(({ outcome }) => outcome !== 'CONFLICT')
    expect(done).toHaveLength(1)
    expect(currentNumber).not.toBe(expected || null)
    for (const refused of outcomes.filter((one) => !done.includes(one)))
      expect(refused).toEqual({ outcome: 'CONFLICT', current: currentNumber ?? 0 })
    expect(await logOf(year)).toHaveLength(entries + 1)
    expect((await logOf(year)).at(-1)?.number).toBe(currentNumber)
  })
})

describe('the log', () => {
  it('is never changed', async () => {
    for (const statement of [
      'UPDATE report_changes SET reason = NULL',
      'DELETE FROM report_changes',
      'TRUNCATE report_changes',
    ])
      await expect(db.pool.query(statement)).rejects.toMatchObject({
        code: '23001',
        message: expect.stringMatching(
          /^What was in force is written once: (UPDATE|DELETE|TRUNCATE) on report_changes is refused\.$/,
        ),
      })
  })

  it.each([
    ['an earlier moment', `now() - INTERVAL '1 day', 'RESTORED', 1, 'x'`, '23514'],
    ['a withdrawal without a reason', `'2100-01-01', 'WITHDRAWN', NULL, NULL`, '23514'],
    ['a withdrawal that leaves a revision in force', `'2100-01-01', 'WITHDRAWN', 1, 'x'`, '23514'],
    ['what changes nothing', `'2100-01-01', 'RESTORED', 2, 'x'`, '23514'],
    ['a second creation', `'2100-01-01', 'CREATED', 1, NULL`, '23514'],
    ['a revision that there is not', `'2100-01-01', 'RESTORED', 9, 'x'`, '23503'],
  ])('takes no entry of %s', async (_what, values, code) => {
    // Of 2016 revision 2 is in force.
    const insert = `INSERT INTO report_changes (agency_id, year, position, at, kind, number, reason)
      SELECT agency_id, year, 0, ${values} FROM reports WHERE year = 2016`
    await expect(db.pool.query(insert)).rejects.toMatchObject({ code })
  })
})
