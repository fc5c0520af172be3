import { beforeAll, describe, expect, it } from 'vitest'
import { whereAgency, whereDistrict, whereReport } from '../../src/store/client-conditions.ts'
import {
  type AgencyCondition,
  agencyMatches,
  type DistrictCondition,
  districtMatches,
  type ReportCondition,
  reportMatches,
} from '../../src/store/conditions.ts'
import { Prisma } from '../../src/store/generated/prisma/client.ts'
import { testDatabase } from '../database.ts'
import { makeUpReports } from './made-up-reports.ts'

// What the store's client makes of a condition, and what our own SQL makes of it, are the same rows: some and not all. 40 counties in
// 8 years, of which the first four have no form; the reports of one agency were withdrawn, and are none of what is asked for.

const db = await testDatabase()
beforeAll(async () => {
  await makeUpReports(db.pool, { counties: 40, years: 8 })
  await db.pool.query('UPDATE reports SET current_number = NULL WHERE agency_id = (SELECT min(agency_id) FROM reports)')
})
const { sql } = Prisma

async function both(ours: Promise<object[]>, theirs: Promise<object[]>, total: number) {
  const [left, right] = await Promise.all([ours, theirs])
  expect(right).toEqual(left)
  expect(left.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(total)
}

const REPORTS: ReportCondition[] = [
  { year: { gte: 2012, lte: 2015 } },
  { year: { in: [2010, 2017], lte: null } },
  { form: { equals: 'FORM_2014' } },
  { NOT: [{ form: { equals: 'FORM_2014' } }] },
  { NOT: [{ status: { in: ['CLEAN', 'WARNINGS'] } }] },
  { form: { equals: null, in: null }, status: { equals: 'ERRORS' } },
  { OR: [{ year: { equals: 2010 } }, { status: { equals: 'WARNINGS' } }] },
  { NOT: [{ form: {}, year: { equals: 2011 } }] },
  { createdAt: { gte: new Date('2014-01-01'), lt: new Date('2016-01-01') } },
  { updatedAt: { lt: new Date('2014-06-15T08:00:00Z') } },
  { district: { within: '120000' } },
  { district: { name: { startsWith: '大' } } },
  { agency: { name: { contains: '区' }, kind: { equals: 'GOVERNMENT' } }, year: { equals: 2013 } },
  { findings: { some: { severity: { equals: 'ERROR' } } } },
  { findings: { every: { severity: { equals: 'WARNING' } } } },
  { findings: { none: { ruleId: { equals: 'applications.balance' } } } },
  { findings: { some: { NOT: [{ severity: { equals: 'NOTICE' } }], report: { year: { gte: 2013 } } } } },
  { findings: { none: { path: { contains: 'review.TOTAL' } } }, year: { equals: 2010 } },
  { AND: [{ NOT: [{ OR: [{ year: { lte: 2013 } }, { findings: { some: {} } }] }] }] },
]
const DISTRICTS: DistrictCondition[] = [
  { within: '110000' },
  { code: { startsWith: '12' } },
  { name: { contains: '山' } },
  { fullName: { startsWith: '北京' }, current: false },
  { level: { in: ['PROVINCE', 'PREFECTURE'] } },
  { parent: { name: { equals: '天津市' } } },
  { NOT: [{ parent: { level: { equals: 'PREFECTURE' } } }] },
  { children: { some: { reports: { some: {} } } } },
  { level: { equals: 'PREFECTURE' }, children: { none: { name: { contains: '县' } } } },
  { agencies: { some: { reports: { every: { NOT: [{ status: { equals: 'ERRORS' } }] } } } } },
]
const AGENCIES: AgencyCondition[] = [
  { reports: { some: { status: { equals: 'ERRORS' }, year: { equals: 2013 } } } },
  { reports: { none: { form: { equals: 'FORM_2014' } } } },
  { reports: { none: {} } },
  { reports: { every: { year: { equals: 2010 } } } },
  { NOT: [{ reports: { every: { NOT: [{ status: { equals: 'ERRORS' } }] } } }] },
  { district: { within: '110000' }, NOT: [{ name: { contains: '海淀' } }] },
]

describe('a condition means the same to the client and to our own SQL', () => {
  it.each(REPORTS)('of reports: %j', async (condition) => {
    const ours = sql`SELECT agency_id AS "agencyId", year FROM reports AS report WHERE ${reportMatches(condition)} ORDER BY 1, 2`
    const select = { agencyId: true, year: true }
    const where = whereReport(condition)
    const orderBy = [{ agencyId: 'asc' as const }, { year: 'asc' as const }]
    await both(db.prisma.$queryRaw<object[]>(ours), db.prisma.report.findMany({ select, where, orderBy }), 312)
  })

  it.each(DISTRICTS)('of districts: %j', async (condition) => {
    const ours = sql`SELECT code FROM districts AS district WHERE ${districtMatches(condition)} ORDER BY 1`
    const where = whereDistrict(condition)
    const theirs = db.prisma.district.findMany({ select: { code: true }, where, orderBy: { code: 'asc' } })
    await both(db.prisma.$queryRaw<object[]>(ours), theirs, await db.prisma.district.count())
  })

  it.each(AGENCIES)('of agencies: %j', async (condition) => {
    const ours = sql`SELECT id FROM agencies AS agency WHERE ${agencyMatches(condition)} ORDER BY 1`
    const where = whereAgency(condition)
    const theirs = db.prisma.agency.findMany({ select: { id: true }, where, orderBy: { id: 'asc' } })
    await both(db.prisma.$queryRaw<object[]>(ours), theirs, 40)
  })

  it.each<[ReportCondition | null, number]>([
    [null, 312],
    [{}, 312],
    [{ OR: [] }, 0],
    [{ AND: [], NOT: [] }, 312],
    [{ OR: [{}] }, 312],
    [{ NOT: [{}] }, 0],
    [{ OR: [{ OR: [] }, { year: { equals: 2010 } }] }, 39],
    [{ OR: [{}, { year: { equals: 2010 } }] }, 312],
    [{ NOT: [{ OR: [] }] }, 312],
    [{ year: { in: [] } }, 0],
    [{ district: { OR: [] } }, 0],
    [{ agency: { NOT: [{}] } }, 0],
    [{ district: { name: { contains: '%' } } }, 0],
  ])('where it asks for all or for nothing: %j', async (condition, total) => {
    expect(await db.prisma.report.count({ where: whereReport(condition) })).toBe(total)
    const ours = sql`SELECT FROM reports AS report WHERE ${reportMatches(condition)}`
    expect(await db.prisma.$queryRaw(ours)).toHaveLength(total)
  })
})
