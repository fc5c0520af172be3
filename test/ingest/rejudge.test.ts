import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { judgeStored } from '../../src/ingest/judge-report.ts'
import { rejudge } from '../../src/ingest/rejudge.ts'
import { RULES_VERSION } from '../../src/rules/judge.ts'
import type { Judge } from '../../src/store/judge-reports.ts'
import { type NamedRejudged, rejudgeReports } from '../../src/store/rejudge-reports.ts'
import { testDatabase } from '../database.ts'
import { aYear } from './a-year.ts'

const db = await testDatabase()
const SAMPLES = ['chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020']

beforeAll(async () => {
  for (const name of SAMPLES) {
    const bytes = await readFile(new URL(`../../samples/${name}.txt`, import.meta.url))
    expect(await ingest(db, { kind: 'FILE', bytes, name: `${name}.txt`, mediaType: 'text/plain' })).toMatchObject({
      ok: true,
    })
  }
  expect(await ingest(db, aYear(2021, { CARRIED_IN: 4 }))).toMatchObject({ ok: true })
})

async function all(reports: AsyncGenerator<NamedRejudged>): Promise<NamedRejudged[]> {
  const found: NamedRejudged[] = []
  for await (const report of reports) found.push(report)
  return found
}
const changed = (reports: readonly NamedRejudged[]) =>
  reports.filter(({ gained, lost }) => gained.length + lost.length > 0)
const judgements = async () => (await db.pool.query('SELECT * FROM judgements ORDER BY agency_id, year')).rows
const findings = async () => (await db.pool.query('SELECT * FROM findings ORDER BY agency_id, year, position')).rows

/** The rules as they would be without the one, and with another severity: 2.x of them. */
const otherRules: Judge = (report, previous) => {
  const judgement = judgeStored(report, previous)
  const isOther = report.year === 2021
  return {
    ...judgement,
    rulesVersion: 'other',
    status: isOther ? 'WARNINGS' : 'UNJUDGED',
    held: [],
    broken: isOther ? ['a.rule'] : [],
    unknown: ['another.rule'],
    findings: isOther
      ? [
          {
            ruleId: 'a.rule',
            severity: 'WARNING',
            message: 'm',
            left: { paths: ['applications.CARRIED_IN.TOTAL'], value: '4' },
            right: { paths: [], value: '0' },
            difference: '4',
          },
        ]
      : [],
  }
}

describe('rejudge', () => {
  it('finds nothing else than ingestion did, and writes nothing', async () => {
    const before = await judgements()
    db.forgetStatements()
    const reports = await all(rejudge(db))
    expect(reports).toHaveLength(6)
    expect(changed(reports)).toEqual([])
    expect(reports.every(({ statusBefore, judgement }) => statusBefore === judgement.status)).toBe(true)
    expect(await judgements()).toEqual(before)
    expect(db.statements.filter((sql) => /^\s*(INSERT|DELETE|UPDATE)/.test(sql))).toEqual([])
  })

  it('asks four statements an agency, and one for a batch of agencies', async () => {
    db.forgetStatements()
    await all(rejudge(db))
    // Five agencies: begin, lock, read, commit of each; the agencies, and that there are no more.
    expect(db.statements).toHaveLength(5 * 4 + 2)
  })

  it('leaves out what was judged by the present rules, if asked', async () => {
    expect(await all(rejudge(db, { only: 'STALE' }))).toEqual([])
  })

  it('tells what other rules would change, and stores nothing of it', async () => {
    const before = { judgements: await judgements(), findings: await findings() }
    const reports = await all(rejudgeReports(db, otherRules, { isDryRun: true }))
    const [report, ...others] = changed(reports).filter(({ gained }) => gained.length > 0)
    expect(others).toEqual([])
    expect(report).toMatchObject({
      agencyName: '北京市大兴区人民政府',
      key: { year: 2021, number: 1 },
      judgement: { status: 'WARNINGS' },
      gained: [{ ruleId: 'a.rule', difference: '4' }],
    })
    expect({ judgements: await judgements(), findings: await findings() }).toEqual(before)
  })

  it('stores what other rules say, and then what the present ones say again', async () => {
    const before = { judgements: await judgements(), findings: await findings() }
    await all(rejudgeReports(db, otherRules))
    expect((await findings()).map(({ rule_id: id, year }) => [id, year])).toEqual([['a.rule', 2021]])
    expect((await judgements()).map(({ rules_version: version }) => version)).toEqual(Array(6).fill('other'))
    const reports = await all(rejudge(db, { only: 'STALE' }))
    const tongzhou = reports.find(({ agencyName }) => agencyName === '北京市通州区人民政府')
    expect(tongzhou?.gained.length).toBeGreaterThan(0)
    expect(reports.flatMap(({ lost }) => lost.map(({ ruleId }) => ruleId))).toEqual(['a.rule'])
    const withoutMoment = (rows: readonly object[]) => rows.map((row) => ({ ...row, judged_at: null }))
    expect(withoutMoment(await judgements())).toEqual(withoutMoment(before.judgements))
    expect(await findings()).toEqual(before.findings)
    expect((await judgements()).map(({ rules_version: version }) => version)).toEqual(Array(6).fill(RULES_VERSION))
  })

  it('judges what was never judged, as after an upgrade', async () => {
    const before = await findings()
    await db.pool.query('DELETE FROM judgements')
    const reports = await all(rejudge(db, { only: 'STALE' }))
    expect(reports.map(({ statusBefore }) => statusBefore)).toEqual(Array(6).fill(null))
    expect(await findings()).toEqual(before)
  })

  it('waits for an ingestion that is under way, and does not undo it', async () => {
    const revised = aYear(2021, { CARRIED_IN: 5 })
    const [, ingested] = await Promise.all([all(rejudge(db)), ingest(db, revised, { expectedRevision: 1 })])
    expect(ingested).toMatchObject({ ok: true, outcome: 'REVISED', key: { number: 2 } })
    expect(changed(await all(rejudge(db)))).toEqual([])
  })
})

it('leaves an event of each report that is judged otherwise, and of no other', async () => {
  const events = async () =>
    (
      await db.pool.query(
        `SELECT year, details FROM audit_events WHERE action = 'report.judged' ORDER BY agency_id, year`,
      )
    ).rows
  // Whatever the tests before have left: the rules of the hub.
  await all(rejudgeReports(db, judgeStored))
  const before = (await events()).length
  await all(rejudgeReports(db, otherRules, { isDryRun: true }))
  expect(await events()).toHaveLength(before)
  const reports = await all(rejudgeReports(db, otherRules))
  const otherwise = reports.filter(
    ({ statusBefore, judgement, gained, lost }) => statusBefore !== judgement.status || gained.length + lost.length > 0,
  )
  expect(otherwise.length).toBeGreaterThan(1)
  expect(await events()).toHaveLength(before + otherwise.length)
  await all(rejudgeReports(db, otherRules))
  expect(await events()).toHaveLength(before + otherwise.length)
  // The version of the rules alone is no event.
  await all(
    rejudgeReports(db, (report, previous) => ({ ...otherRules(report, previous), rulesVersion: 'yet another' })),
  )
  expect(await events()).toHaveLength(before + otherwise.length)
})
