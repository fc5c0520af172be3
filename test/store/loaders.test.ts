import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { openKeptLists } from '../../src/store/kept-lists.ts'
import { createLoaders } from '../../src/store/loaders.ts'
import type { Picked } from '../../src/store/revision-lists.ts'
import { saveReport } from '../../src/store/save-report.ts'
import type { ReadRevision } from '../../src/store/stored-rows.ts'
import { testDatabase } from '../database.ts'
import { aFinding, aReport, aRevision, readRevision, sameRules } from './a-revision.ts'

const db = await testDatabase()
const keys: ReadRevision[] = []

beforeAll(async () => {
  for (const year of [2018, 2019, 2020]) {
    const saved = await saveReport(db, aRevision(`of ${year}`, { year }), sameRules)
    if (saved.outcome === 'CREATED') keys.push(await readRevision(db, saved.key))
  }
})

describe('loaders', () => {
  it('give decimals digit by digit, and tell blank and unreadable from zero', async () => {
    const loaders = createLoaders(db)
    const key = keys[0] ?? expect.fail()
    expect(await loaders.disclosureItems.load(key)).toEqual([
      {
        item: 'LICENSING',
        measure: 'CHANGE',
        path: 'disclosure.LICENSING.CHANGE',
        state: 'STATED',
        value: '-15',
        raw: '-15',
        at: { kind: 'TEXT', line: 1, column: 2 },
        revision: key,
      },
      expect.objectContaining({ path: 'disclosure.PROCUREMENT.AMOUNT', value: '28130.0902' }),
    ])
    expect(await loaders.applicationOutcomes.load(key)).toMatchObject([
      { path: 'applications.RECEIVED.NATURAL_PERSON', row: 'RECEIVED', applicant: 'NATURAL_PERSON', value: 953 },
      { path: 'applications.RECEIVED.TOTAL', state: 'BLANK', value: null, raw: '—', at: null },
    ])
    expect(await loaders.reviewResults.load(key)).toMatchObject([{ path: 'review.UPHELD', result: 'UPHELD', value: 0 }])
    expect(await loaders.litigationResults.load(key)).toMatchObject([
      {
        path: 'litigation.DIRECT.PENDING',
        route: 'DIRECT',
        result: 'PENDING',
        state: 'UNREADABLE',
        value: null,
        raw: '约30',
      },
    ])
  })

  it('give sections, unrecognised rows, claims, shares, issues and findings as they were saved', async () => {
    const loaders = createLoaders(db)
    const key = keys[1] ?? expect.fail()
    expect(await loaders.sections.load(key)).toEqual(aReport().sections)
    expect(await loaders.unrecognisedRows.load(key)).toEqual(aReport().unrecognisedRows)
    expect(await loaders.claims.load(key)).toEqual(aReport().claims)
    expect(await loaders.shares.load(key)).toEqual(aReport().shares)
    expect(await loaders.issues.load(key)).toEqual(aReport().issues.map((issue) => ({ ...issue, revision: key })))
    expect(await loaders.findings.load(key)).toMatchObject([aFinding])
  })

  it('ask one statement for all revisions of a request, and none for one that was asked before', async () => {
    const loaders = createLoaders(db)
    db.forgetStatements()
    const lists = await Promise.all(keys.map((key) => loaders.disclosureItems.load(key)))
    await loaders.disclosureItems.load({ ...(keys[0] ?? expect.fail()) })
    expect(lists.map((list) => list.length)).toEqual([2, 2, 2])
    expect(db.statements).toHaveLength(1)
  })

  it('give the outcomes that are picked alone, of the database or of a table that is kept', async () => {
    const key = keys[0] ?? expect.fail()
    const picked = { row: ['RECEIVED', 'GRANTED'], applicant: ['TOTAL'] }
    const total = [expect.objectContaining({ path: 'applications.RECEIVED.TOTAL' })]
    const keeping = { ...db, keptLists: openKeptLists(100_000) }
    const asked = async (of: Database, pick?: Picked) => {
      db.forgetStatements()
      const outcomes = await createLoaders(of).applicationOutcomes.load(key, pick)
      return [outcomes, db.statements.length]
    }
    expect(await asked({ ...db, keptLists: openKeptLists(0) }, picked)).toEqual([total, 1])
    const [all, statements] = await asked(keeping)
    expect([(all as unknown[]).length, statements]).toEqual([2, 1])
    const [some, none] = await asked(keeping, picked)
    expect([some, none]).toEqual([total, 0])
    expect((await asked(keeping, picked))[0]).toBe(some)
    expect(await asked(keeping, { row: [], applicant: ['TOTAL'] })).toEqual([[], 0])
  })

  it('give the snippets of a revision, and the ranges of its figures and issues in them', async () => {
    const loaders = createLoaders(db)
    const key = keys[0] ?? expect.fail()
    expect(await loaders.snippets.load(key)).toEqual(['新收申请数量\t953\t—', '尚未审结约30'])
    const [received, total] = await loaders.applicationOutcomes.load(key)
    expect(received?.snippet).toEqual({ index: 0, start: 7, end: 10 })
    expect(total).not.toHaveProperty('snippet')
    const [issue] = await loaders.issues.load(key)
    expect(issue?.snippet).toEqual({ index: 1, start: 4, end: 7 })
  })

  it('ask one statement for the snippets of all revisions, and have none for one that is not there', async () => {
    const loaders = createLoaders(db)
    const absent = { ...(keys[0] ?? expect.fail()), number: 99 }
    db.forgetStatements()
    const lists = await Promise.all([...keys, absent].map((key) => loaders.snippets.load(key)))
    expect(lists.map((list) => list.length)).toEqual([2, 2, 2, 0])
    expect(db.statements).toHaveLength(1)
  })

  it('ask one statement for the claims, the shares and the unrecognised rows of all revisions', async () => {
    const loaders = createLoaders(db)
    db.forgetStatements()
    await Promise.all(
      keys.flatMap((key) => [loaders.claims.load(key), loaders.shares.load(key), loaders.unrecognisedRows.load(key)]),
    )
    expect(db.statements).toHaveLength(1)
  })

  it('give no rows of a revision that is not there, in its place', async () => {
    const loaders = createLoaders(db)
    const [key] = keys
    const absent = { ...(key ?? expect.fail()), number: 99 }
    const lists = await Promise.all([absent, key ?? expect.fail()].map((one) => loaders.reviewResults.load(one)))
    expect(lists).toMatchObject([[], [{ value: 0 }]])
  })
})
