import { beforeAll, describe, expect, it } from 'vitest'
import {
  type DistrictCondition,
  districtMatches,
  findingMatches,
  type ReportCondition,
  reportMatches,
} from '../../src/store/conditions.ts'
import { Prisma } from '../../src/store/generated/prisma/client.ts'
import { testHub } from '../hub.ts'

// The five samples: 朝阳 2017 and 通州 2018 have errors, 西工 2020 a warning, 大兴 2020 and 石景山 2022 nothing.

const hub = await testHub()
beforeAll(() => hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020'))

const { sql } = Prisma

/** The reports of a condition, as district and year. */
async function reports(condition: ReportCondition | null) {
  const rows = await hub.db.prisma.$queryRaw<{ district_code: string; year: number }[]>(
    sql`SELECT district_code, year FROM reports AS report WHERE ${reportMatches(condition)} ORDER BY year, district_code`,
  )
  return rows.map(({ district_code, year }) => `${district_code}/${year}`)
}

async function districts(condition: DistrictCondition) {
  const rows = await hub.db.prisma.$queryRaw<{ code: string }[]>(
    sql`SELECT code FROM districts AS district WHERE ${districtMatches(condition)} ORDER BY code`,
  )
  return rows.map(({ code }) => code)
}

const ALL = ['110105/2017', '110112/2018', '110115/2020', '410303/2020', '110107/2022']

describe('conditions on reports', () => {
  it.each<[why: string, condition: ReportCondition | null, found: string[]]>([
    ['none ask for nothing', null, ALL],
    ['one left empty asks for nothing', { year: null, district: { name: null }, AND: [] }, ALL],
    ['a year', { year: { gte: 2018, lte: 2020 } }, ['110112/2018', '110115/2020', '410303/2020']],
    ['years of a list', { year: { in: [2017, 2022] } }, ['110105/2017', '110107/2022']],
    ['the form of the current revision', { form: { equals: 'FORM_2014' } }, ['110105/2017', '110112/2018']],
    ['what the rules make of it', { status: { in: ['CLEAN'] } }, ['110115/2020', '110107/2022']],
    ['what belongs to a province', { district: { within: '410000' } }, ['410303/2020']],
    ['what belongs to a prefecture', { district: { within: '410300' } }, ['410303/2020']],
    ['a county belongs to itself', { district: { within: '110112' } }, ['110112/2018']],
    ['the parent of its district', { district: { parent: { name: { equals: '洛阳市' } } } }, ['410303/2020']],
    ['its agency', { agency: { name: { contains: '石景山' }, kind: { equals: 'GOVERNMENT' } } }, ['110107/2022']],
    [
      'a finding of it',
      { findings: { some: { ruleId: { startsWith: 'statistics.' } } } },
      ['110105/2017', '110112/2018'],
    ],
    ['no finding of it', { findings: { none: {} } }, ['110115/2020', '110107/2022']],
    [
      'every finding of it: also where there is none',
      { findings: { every: { severity: { equals: 'WARNING' } } } },
      ['110115/2020', '410303/2020', '110107/2022'],
    ],
    ['either', { OR: [{ year: { equals: 2017 } }, { year: { equals: 2022 } }] }, ['110105/2017', '110107/2022']],
    ['either of nothing', { OR: [] }, []],
    ['neither', { NOT: [{ year: { lte: 2018 } }, { form: { equals: 'FORM_2021' } }] }, ['110115/2020', '410303/2020']],
    [
      'all, deep in each other',
      { AND: [{ NOT: [{ AND: [{ year: { gte: 2018 } }, { OR: [{ year: { lte: 2018 } }] }] }] }] },
      ['110105/2017', '110115/2020', '410303/2020', '110107/2022'],
    ],
    ['a percent sign stands for itself', { district: { name: { contains: '%' } } }, []],
    ['an underscore stands for itself', { district: { name: { startsWith: '_' } } }, []],
    ['a backslash stands for itself', { district: { name: { startsWith: '\\' } } }, []],
    ['a quote is no end of a text', { district: { name: { equals: "' OR '1'='1" } } }, []],
  ])('%s', async (_why, condition, found) => {
    expect(await reports(condition)).toEqual(found)
  })

  it('hold for moments from one on and before another', async () => {
    const [first] = await hub.db.prisma.report.findMany({ orderBy: { createdAt: 'asc' }, take: 1 })
    const at = first!.createdAt
    expect(await reports({ createdAt: { gte: at } })).toEqual(ALL)
    expect(await reports({ createdAt: { lt: at } })).toEqual([])
  })
})

describe('conditions on districts', () => {
  it.each<[why: string, condition: DistrictCondition, found: string[]]>([
    [
      'those with a report that has errors',
      { reports: { some: { status: { equals: 'ERRORS' } } } },
      ['110105', '110112'],
    ],
    [
      'prefectures with a county that has reported',
      { level: { equals: 'PREFECTURE' }, children: { some: { reports: { some: {} } } } },
      ['410300'],
    ],
    [
      'those with an agency, every report of which is clean',
      { agencies: { some: { reports: { every: { status: { equals: 'CLEAN' } } } } } },
      ['110107', '110115'],
    ],
  ])('%s', async (_why, condition, found) => {
    expect(await districts(condition)).toEqual(found)
  })
})

it('conditions on findings take their report along', async () => {
  const rows = await hub.db.prisma.$queryRaw<{ rule_id: string }[]>(sql`
    SELECT rule_id FROM findings AS finding
    WHERE ${findingMatches({
      severity: { equals: 'ERROR' },
      path: { contains: 'disclosure.STAFF.COUNT' },
      report: { district: { within: '110000' } },
    })}`)
  expect(rows).toEqual([{ rule_id: 'statistics.staff' }])
})
