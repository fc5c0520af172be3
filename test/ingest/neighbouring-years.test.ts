import { beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { restore, withdraw } from '../../src/ingest/correct-report.ts'
import { type IngestOptions, type IngestSource, ingest, previewBesideStored } from '../../src/ingest/ingest.ts'
import { OPERATOR } from '../../src/store/actor.ts'
import { createLoaders } from '../../src/store/loaders.ts'
import { testDatabase } from '../database.ts'
import { readRevision } from '../store/a-revision.ts'
import { aYear } from './a-year.ts'

// What one year carries over is what the next carries in. The facts: 2021 carries over 5, 2022 carries in 4.

const db = await testDatabase()

/** Each test has an agency of its own. */
let agency = ''
let agencies = 0
const nextAgency = () => `北京市大兴区第${++agencies}局`
beforeEach(() => {
  agency = nextAgency()
})

const carriedOver = (count: number | null, of = agency) => aYear(2021, { CARRIED_OVER: count }, { agency: of })
const carriedIn = (count: number | null, of = agency) => aYear(2022, { CARRIED_IN: count }, { agency: of })

async function store(source: IngestSource, options: IngestOptions = {}) {
  const ingested = await ingest(db, source, options)
  return ingested.ok ? ingested : expect.fail(ingested.error.message)
}

/** What stands in the store of the current revision, as short as it can be told. */
async function stored(year: number, of = agency) {
  const { current } = await db.prisma.report.findFirstOrThrow({
    where: { year, agency: { name: of } },
    include: { current: { include: { judgement: true } } },
  })
  const findings = current === null ? [] : await createLoaders(db).findings.load(current)
  return { status: current?.judgement?.status ?? null, findings: told(findings) }
}
const told = (findings: readonly Finding[]) =>
  findings.map(({ ruleId, left, right, difference }) => {
    return `${ruleId}: ${left.value} against ${right.value} of ${right.year} (${difference})`
  })

const BROKEN = { status: 'WARNINGS', findings: ['years.carried-in: 4 against 5 of 2021 (-1)'] }
const HOLDS = { status: 'CLEAN', findings: [] }
const UNKNOWN = { status: 'UNJUDGED', findings: [] }

describe('what the year before carried over', () => {
  it('is compared when the later year comes second', async () => {
    await store(carriedOver(5))
    const { judgement } = await store(carriedIn(4))
    expect({ status: judgement.status, findings: told(judgement.findings) }).toEqual(BROKEN)
    expect(judgement.broken).toEqual(['years.carried-in'])
    expect(await stored(2022)).toEqual(BROKEN)
    expect(await stored(2021)).toEqual(UNKNOWN)
  })

  it('leaves an event of the year after, which is judged otherwise by it', async () => {
    await store(carriedIn(4))
    await store(carriedOver(5))
    const { rows } = await db.pool.query(
      `SELECT action, year, details - 'rulesVersion' AS details FROM audit_events JOIN agencies ON agencies.id = agency_id
       WHERE agencies.name = $1 ORDER BY number`,
      [agency],
    )
    expect(rows).toMatchObject([
      { action: 'agency.created' },
      { action: 'report.created', year: 2022 },
      { action: 'report.created', year: 2021 },
      {
        action: 'report.judged',
        year: 2022,
        details: { revision: 1, statusBefore: 'UNJUDGED', status: 'WARNINGS', gained: 1, lost: 0 },
      },
    ])
  })

  it('is compared when the later year comes first', async () => {
    await store(carriedIn(4))
    expect(await stored(2022)).toEqual(UNKNOWN)
    await store(carriedOver(5))
    expect(await stored(2022)).toEqual(BROKEN)
  })

  it('is compared anew when the earlier year is corrected, once and again', async () => {
    await store(carriedOver(5))
    await store(carriedIn(4))
    await store(carriedOver(4), { expectedRevision: 1 })
    expect(await stored(2022)).toEqual(HOLDS)
    await store(carriedOver(6), { expectedRevision: 2 })
    expect((await stored(2022)).findings).toEqual(['years.carried-in: 4 against 6 of 2021 (-2)'])
    await store(carriedOver(null), { expectedRevision: 3 })
    expect(await stored(2022)).toEqual(UNKNOWN)
  })

  it('is compared anew when the later year is corrected, and the revision replaced keeps what was found in it', async () => {
    await store(carriedOver(5))
    const first = await store(carriedIn(4))
    await store(carriedIn(5), { expectedRevision: 1 })
    expect(await stored(2022)).toEqual(HOLDS)
    expect(told(await createLoaders(db).findings.load(await readRevision(db, first.key)))).toEqual(BROKEN.findings)
  })

  it('is of no matter once the earlier year was withdrawn, and of matter again when it is restored or sent anew', async () => {
    await store(carriedOver(5))
    await store(carriedIn(4))
    const earlier = { districtCode: '110115', agencyName: agency, year: 2021, reason: '误报', actor: OPERATOR }
    expect(await withdraw(db, { ...earlier, expectedRevision: 1 })).toMatchObject({ ok: true })
    expect(await stored(2022)).toEqual(UNKNOWN)
    expect(await restore(db, { ...earlier, expectedRevision: 0, number: 1 })).toMatchObject({ ok: true })
    expect(await stored(2022)).toEqual(BROKEN)
    expect(await withdraw(db, { ...earlier, expectedRevision: 1 })).toMatchObject({ ok: true })
    await store(carriedOver(4), { expectedRevision: 0 })
    expect(await stored(2022)).toEqual(HOLDS)
    expect(await restore(db, { ...earlier, expectedRevision: 2, number: 1 })).toMatchObject({ ok: true })
    expect(await stored(2022)).toEqual(BROKEN)
  })

  it('is of no matter to another agency, nor two years later', async () => {
    await store(carriedOver(5, nextAgency()))
    await store(aYear(2020, { CARRIED_OVER: 5 }, { agency }))
    await store(carriedIn(4))
    expect(await stored(2022)).toEqual(UNKNOWN)
  })

  it('is seen by a preview as by ingestion, and told with its revision', async () => {
    const { key } = await store(carriedOver(5))
    db.forgetStatements()
    const previewed = await previewBesideStored(db, carriedIn(4))
    if (!previewed.ok) expect.fail(previewed.error.message)
    expect(db.statements).toHaveLength(1)
    expect({ status: previewed.judgement.status, findings: told(previewed.judgement.findings) }).toEqual(BROKEN)
    expect(previewed.previous).toEqual(key)
    const { judgement } = await store(carriedIn(4))
    expect(judgement).toEqual(previewed.judgement)
  })
})

describe('neighbouring years that come at once', () => {
  it('end as one after the other does, twenty times', async () => {
    const pairs = Array.from({ length: 20 }, nextAgency)
    // Every other pair is sent the other way about.
    const sent = pairs.flatMap((of, place) => {
      const pair = [carriedOver(5, of), carriedIn(4, of)]
      return place % 2 === 0 ? pair : pair.reverse()
    })
    await Promise.all(sent.map((source) => store(source)))
    for (const of of pairs) expect(await stored(2022, of)).toEqual(BROKEN)
  })

  it('end as one after the other does, ten years of one agency', async () => {
    const years = Array.from({ length: 10 }, (_, place) => 2021 + place)
    // Each carries over one more than it carried in; the next carries in one less than that.
    const sources = years.map((year) => aYear(year, { CARRIED_IN: 4, CARRIED_OVER: 5 }, { agency }))
    await Promise.all(sources.toReversed().map((source) => store(source)))
    const found = await Promise.all(years.map((year) => stored(year)))
    expect(found.map(({ findings }) => findings)).toEqual([
      [],
      ...years.slice(1).map((year) => [`years.carried-in: 4 against 5 of ${year - 1} (-1)`]),
    ])
  })

  it('end as one after the other does when both are corrected', async () => {
    await store(carriedOver(5))
    await store(carriedIn(5))
    expect(await stored(2022)).toEqual(HOLDS)
    await Promise.all([store(carriedOver(9), { expectedRevision: 1 }), store(carriedIn(8), { expectedRevision: 1 })])
    expect((await stored(2022)).findings).toEqual(['years.carried-in: 8 against 9 of 2021 (-1)'])
  })
})

describe('a report that breaks rules', () => {
  // 13 came in and 12 were handled; nothing was carried over.
  const unbalanced = () => aYear(2021, { RECEIVED: 13, CARRIED_IN: 0, HANDLED_TOTAL: 12, CARRIED_OVER: 0 }, { agency })
  const revisions = () => db.prisma.revision.count({ where: { report: { agency: { name: agency } } } })

  it('is stored, and marked', async () => {
    const { judgement } = await store(unbalanced())
    expect(judgement).toMatchObject({ status: 'ERRORS', broken: ['applications.balance'] })
    expect(judgement.findings).toMatchObject([{ left: { value: '13' }, right: { value: '12' }, difference: '1' }])
    expect((await stored(2021)).status).toBe('ERRORS')
  })

  it.each(['ERROR', 'WARNING', 'NOTICE'] as const)(
    'is refused on %s, and nothing of it is stored',
    async (refuseOn) => {
      const refused = await ingest(db, unbalanced(), { refuseOn })
      expect(refused).toMatchObject({
        ok: false,
        error: { code: 'BROKEN_RULES', findings: [{ ruleId: 'applications.balance', difference: '1' }] },
      })
      expect(await db.prisma.agency.count({ where: { name: agency } })).toBe(0)
      expect(await previewBesideStored(db, unbalanced(), { refuseOn })).toMatchObject({
        ok: false,
        error: { code: 'BROKEN_RULES' },
      })
    },
  )

  it('is refused for what the year before says, too, unless only errors count', async () => {
    await store(carriedOver(5))
    const before = await revisions()
    expect(await ingest(db, carriedIn(4), { refuseOn: 'WARNING' })).toMatchObject({
      ok: false,
      error: {
        code: 'BROKEN_RULES',
        message: expect.stringMatching(
          /^Expected a report without findings .*, got years\.carried-in \(.*\)\. Correct/,
        ),
      },
    })
    expect(await revisions()).toBe(before)
    await store(carriedIn(4), { refuseOn: 'ERROR' })
    expect(await revisions()).toBe(before + 1)
  })

  it('is refused also when it is there already, and stays as it is', async () => {
    await store(unbalanced())
    expect(await ingest(db, unbalanced(), { refuseOn: 'ERROR' })).toMatchObject({
      ok: false,
      error: { code: 'BROKEN_RULES' },
    })
    expect(await ingest(db, unbalanced())).toMatchObject({ ok: true, outcome: 'UNCHANGED' })
    expect(await revisions()).toBe(1)
  })

  it('makes one revision of fifty equal requests at once', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => store(unbalanced())))
    expect(all.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(1)
    expect(all.every(({ judgement }) => judgement.status === 'ERRORS')).toBe(true)
    expect(await revisions()).toBe(1)
  })
})
