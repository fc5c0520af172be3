import { describe, expect, it } from 'vitest'
import { districtByCode } from '../../src/domain/district-registry.ts'
import { type SaveRequest, saveReport, saveReports } from '../../src/store/save-report.ts'
import { testDatabase } from '../database.ts'
import { aFinding, aJudgement, aReport, aRevision, sameRules } from './a-revision.ts'

const db = await testDatabase()

const year = (value: number) => ({ year: value })

describe('saveReport', () => {
  it('creates the report, its agency and its first revision', async () => {
    const saved = await saveReport(db, aRevision('first'), sameRules)
    expect(saved).toEqual({
      outcome: 'CREATED',
      key: { agencyId: expect.any(Number), year: 2020, number: 1 },
      judgement: aJudgement(),
    })
    const report = await db.prisma.report.findFirstOrThrow({
      where: year(2020),
      include: {
        agency: true,
        current: { include: { judgement: { include: { findings: true } }, issues: true, sections: true } },
      },
    })
    expect(report.agency).toMatchObject({ districtCode: '110115', kind: 'GOVERNMENT', name: '北京市大兴区人民政府' })
    expect(report.current).toMatchObject({ number: 1, form: 'FORM_2019', agencyAsPrinted: '大兴区人民政府' })
    expect(report.current?.periodTo?.toISOString()).toBe('2020-12-31T00:00:00.000Z')
    expect(report.current).not.toHaveProperty('source')
  })

  it('says UNCHANGED for the bytes of the current revision, whatever revision is expected', async () => {
    expect(await saveReport(db, aRevision('first'), sameRules)).toMatchObject({
      outcome: 'UNCHANGED',
      key: { number: 1 },
    })
    expect(await saveReport(db, aRevision('first', { expectedRevision: 7 }), sameRules)).toMatchObject({
      outcome: 'UNCHANGED',
    })
    expect(await db.prisma.revision.count({ where: year(2020) })).toBe(1)
  })

  it('writes down that the same bytes are judged otherwise by other rules, and not that they are judged alike', async () => {
    const events = async () => {
      const { rows } = await db.pool.query(
        `SELECT year, before, after, details FROM audit_events WHERE action = 'report.judged' ORDER BY number`,
      )
      return rows
    }
    expect(await events()).toEqual([])
    const clean = aJudgement({ rulesVersion: '2', status: 'CLEAN', broken: [], findings: [] })
    const details = { revision: 1, rulesVersion: '2', statusBefore: 'ERRORS', status: 'CLEAN', gained: 0, lost: 1 }
    expect(await saveReport(db, aRevision('first'), { judge: () => clean })).toMatchObject({ outcome: 'UNCHANGED' })
    expect(await events()).toEqual([{ year: 2020, before: null, after: null, details }])
    await saveReport(db, aRevision('first'), { judge: () => clean })
    expect(await events()).toHaveLength(1)
    await saveReport(db, aRevision('first'), sameRules)
    expect(await events()).toHaveLength(2)
  })

  it('takes other content only after the current revision was named', async () => {
    expect(await saveReport(db, aRevision('second'), sameRules)).toEqual({ outcome: 'CONFLICT', current: 1 })
    expect(await saveReport(db, aRevision('second', { expectedRevision: 2 }), sameRules)).toEqual({
      outcome: 'CONFLICT',
      current: 1,
    })
    expect(
      await saveReport(db, aRevision('second', { expectedRevision: 1, reason: 'A typing error.' }), sameRules),
    ).toMatchObject({
      outcome: 'REVISED',
      key: { number: 2 },
    })
    const report = await db.prisma.report.findFirstOrThrow({
      where: year(2020),
      include: { revisions: true, current: true },
    })
    expect(report.revisions).toHaveLength(2)
    expect(report.current).toMatchObject({ number: 2, reason: 'A typing error.' })
  })

  it('takes the bytes of an older revision as other content', async () => {
    expect(await saveReport(db, aRevision('first'), sameRules)).toEqual({ outcome: 'CONFLICT', current: 2 })
    expect(await saveReport(db, aRevision('first', { expectedRevision: 2 }), sameRules)).toMatchObject({
      outcome: 'REVISED',
      key: { number: 3 },
    })
  })

  it('expects no revision of a report that is not there', async () => {
    expect(await saveReport(db, aRevision('x', { ...year(2001), expectedRevision: 1 }), sameRules)).toEqual({
      outcome: 'CONFLICT',
      current: 0,
    })
    expect(await db.prisma.revision.count({ where: year(2001) })).toBe(0)
  })

  it('makes one revision of fifty equal requests at once, of a district that was never seen', async () => {
    const district = districtByCode('410305') ?? expect.fail()
    const saved = await Promise.all(
      Array.from({ length: 50 }, () => saveReport(db, aRevision('equal', { district }), sameRules)),
    )
    expect(saved.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(1)
    expect(saved.filter(({ outcome }) => outcome === 'UNCHANGED')).toHaveLength(49)
    expect(await db.prisma.agency.count({ where: { districtCode: '410305' } })).toBe(1)
  })

  it('lets one of fifty different corrections at once through', async () => {
    await saveReport(db, aRevision('original', year(2002)), sameRules)
    const saved = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        saveReport(db, aRevision(`correction ${index}`, { ...year(2002), expectedRevision: 1 }), sameRules),
      ),
    )
    expect(saved.filter(({ outcome }) => outcome === 'REVISED')).toHaveLength(1)
    expect(saved.filter(({ outcome }) => outcome === 'CONFLICT')).toHaveLength(49)
  })

  it('tells a department from the government of its district', async () => {
    const report = aReport({ agency: { kind: 'DEPARTMENT', name: '大兴区司法局' } })
    const saved = await saveReport(db, aRevision('department', { report }), sameRules)
    expect(saved).toMatchObject({ outcome: 'CREATED', key: { number: 1 } })
  })

  it('stores nothing of a report when any part of it cannot be stored', async () => {
    const rules = { judge: () => aJudgement({ findings: [{ ...aFinding, difference: '99' }] }) }
    await expect(saveReport(db, aRevision('broken', year(2003)), rules)).rejects.toThrow(/findings_difference_check/)
    expect(await db.prisma.report.count({ where: year(2003) })).toBe(0)
    expect(await db.prisma.revision.count({ where: year(2003) })).toBe(0)
  })

  it('shows U+FFFD for characters that PostgreSQL cannot hold, and keeps the bytes', async () => {
    const report = aReport({ title: 'a\0b\ud800c' })
    await saveReport(db, aRevision('a\0b', { ...year(2004), report }), sameRules)
    const revision = await db.prisma.revision.findFirstOrThrow({
      where: year(2004),
      select: { title: true, source: true },
    })
    expect(revision.title).toBe('a\uFFFDb\uFFFDc')
    expect(Buffer.from(revision.source).toString()).toBe('a\0b')
  })

  it('asks a number of statements that does not depend on the number of figures', async () => {
    db.forgetStatements()
    await saveReport(db, aRevision('counted', year(2005)), sameRules)
    // Begin, agency, lock, report, its neighbours, all that is written, announcement, events, commit.
    expect(db.statements).toHaveLength(9)
  })
})

describe('saveReports', () => {
  const districts = ['110101', '110102', '110105', '110106', '110107', '110108', '110109', '110111'].map(
    (code) => districtByCode(code) ?? expect.fail(),
  )
  /** A report of each of eight districts. */
  const eight = (year: number): SaveRequest[] =>
    districts.map((district) => ({
      revision: aRevision(`${district.code} ${year}`, { district, year }),
      rules: sameRules,
    }))
  const outcomes = async (requests: readonly SaveRequest[]) =>
    (await saveReports(db, requests)).map(({ outcome }) => outcome)

  it('asks as many statements for eight reports as for one: less than two for each', async () => {
    await saveReports(db, eight(2010))
    db.forgetStatements()
    expect(await outcomes(eight(2011))).toEqual(Array(8).fill('CREATED'))
    // Begin, agencies, locks, reports, their neighbours, all that is written, announcements, events, data versions, commit.
    expect(db.statements).toHaveLength(10)
    // Nothing is written, and of what is there the judgement is looked at.
    db.forgetStatements()
    expect(await outcomes(eight(2011))).toEqual(Array(8).fill('UNCHANGED'))
    expect(db.statements.filter((sql) => /^\s*(?:INSERT|UPDATE|DELETE|WITH)/.test(sql))).toEqual([])
  })

  it('stores the others when one of them cannot be stored', async () => {
    const broken = { judge: () => aJudgement({ findings: [{ ...aFinding, difference: '99' }] }) }
    const requests = eight(2012).map((request, place) => (place === 3 ? { ...request, rules: broken } : request))
    const saved = await saveReports(db, requests)
    expect(saved.map(({ outcome }) => outcome)).toEqual(
      requests.map((_, place) => (place === 3 ? 'FAILED' : 'CREATED')),
    )
    expect(saved[3]).toMatchObject({ error: { message: expect.stringContaining('findings_difference_check') } })
    expect(await db.prisma.revision.count({ where: year(2012) })).toBe(7)
  })

  it('refuses some, and makes no agency for them', async () => {
    const [first, second] = ['120101', '120102'].map((code) => districtByCode(code) ?? expect.fail())
    const refuses = () => true
    const rules = { ...sameRules, refuses }
    const requests = [
      { revision: aRevision('a', { district: first!, year: 2013 }), rules },
      { revision: aRevision('b', { district: second!, year: 2013 }), rules: sameRules },
      { revision: aRevision('c', { district: second!, year: 2014 }), rules },
      { revision: aRevision('d', { district: first!, year: 2014, expectedRevision: 3 }), rules: sameRules },
    ]
    expect(await outcomes(requests)).toEqual(['REFUSED', 'CREATED', 'REFUSED', 'CONFLICT'])
    expect(await db.prisma.agency.count({ where: { districtCode: '120101' } })).toBe(0)
    expect(await db.prisma.report.count({ where: { districtCode: '120102' } })).toBe(1)
  })

  it('takes several requests for one report one after the other', async () => {
    const of = (text: string, expectedRevision: number | null) => {
      return { revision: aRevision(text, { year: 2015, expectedRevision }), rules: sameRules }
    }
    expect(await outcomes([of('x', null), of('x', null), of('y', null), of('y', 1)])).toEqual([
      ...['CREATED', 'UNCHANGED', 'CONFLICT', 'REVISED'],
    ])
  })

  it('lets transactions with the same agencies in other orders pass each other', async () => {
    const both = Array.from({ length: 6 }, (_, at) => eight(2020 + at))
    const saved = await Promise.all(both.map((requests, at) => outcomes(at % 2 === 0 ? requests : requests.reverse())))
    expect(saved.flat()).toEqual(Array(48).fill('CREATED'))
  })
})
