import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgencyKind } from '../../../src/domain/agency.ts'
import { districtByCode } from '../../../src/domain/district-registry.ts'
import type { Figure } from '../../../src/domain/figure.ts'
import type { FigurePath } from '../../../src/domain/figure-paths.ts'
import type { Form } from '../../../src/domain/forms.ts'
import { everyFormula } from '../../../src/metrics/every-formula.ts'
import { quantityOfMetric } from '../../../src/metrics/quantity.ts'
import { OPERATOR } from '../../../src/store/actor.ts'
import { restoreRevision, withdrawReport } from '../../../src/store/change-report.ts'
import { readDataVersion } from '../../../src/store/data-version.ts'
import { connect, type Database } from '../../../src/store/database.ts'
import { loadSeriesSums, seriesBySums } from '../../../src/store/load-series.ts'
import { rejudgeReports } from '../../../src/store/rejudge-reports.ts'
import { saveReport } from '../../../src/store/save-report.ts'
import { addUp, beginSums } from '../../../src/store/sums/add-up.ts'
import { keepSums } from '../../../src/store/sums/keep-sums.ts'
import { testDatabase } from '../../database.ts'
import { aJudgement, aReport, aRevision, blank, sameRules, stated, unreadable } from '../a-revision.ts'
import { expectTheSame, seriesOf } from './both-ways.ts'

const db = await testDatabase()
const FORMULAS = everyFormula()

// Two provinces, of all levels.
const DISTRICTS = ['110000', '110115', '110112', '410300', '410303'] as const
const KINDS = ['GOVERNMENT', 'DEPARTMENT'] as const satisfies readonly AgencyKind[]
const PATHS: readonly FigurePath[] = [
  'applications.RECEIVED.TOTAL',
  'applications.RECEIVED.NATURAL_PERSON',
  'applications.CARRIED_IN.TOTAL',
  'applications.CARRIED_OVER.TOTAL',
  'review.UPHELD',
  'review.CORRECTED',
  'review.OTHER',
  'litigation.DIRECT.PENDING',
]

interface Which {
  readonly district: (typeof DISTRICTS)[number]
  readonly kind: (typeof KINDS)[number]
  readonly year: number
}
type Step = Which &
  (
    | {
        readonly does: 'SAVE'
        readonly form: Form | null
        readonly figures: readonly (readonly [FigurePath, Figure])[]
      }
    | { readonly does: 'WITHDRAW' | 'JUDGE' }
    | { readonly does: 'RESTORE'; readonly number: number }
    | { readonly does: 'ADD_UP'; readonly most: number }
  )

const whole = fc.oneof(fc.nat(20), fc.constant(2_147_483_647)).map((value) => stated(String(value)))
const count = fc.oneof({ weight: 6, arbitrary: whole }, fc.constant(blank), fc.constant(unreadable))
const change = fc.integer({ min: -50, max: 50 }).map((value) => stated(String(value)))
const amount = fc.oneof(
  fc.nat(1_000_000_000).map((value) => stated((value / 10_000).toFixed(4))),
  fc.constant(stated('9999999999999999.9999')),
  fc.constant(blank),
)
const figures = fc.tuple(
  // Most are printed, so that what is made of several is known as a rule.
  fc.tuple(
    ...PATHS.map((path) =>
      fc.option(count, { freq: 6 }).map((figure) => (figure === null ? [] : [[path, figure] as const])),
    ),
  ),
  fc.array(
    fc.oneof(
      fc.tuple(fc.constant<FigurePath>('disclosure.PROCUREMENT.AMOUNT'), amount),
      fc.tuple(fc.constant<FigurePath>('disclosure.LICENSING.CHANGE'), change),
    ),
    { maxLength: 2 },
  ),
)
const which = {
  district: fc.constantFrom(...DISTRICTS),
  kind: fc.constantFrom(...KINDS),
  year: fc.integer({ min: 2018, max: 2020 }),
}
const save = fc.record({
  ...which,
  does: fc.constant('SAVE' as const),
  form: fc.constantFrom<(Form | null)[]>('FORM_2014', 'FORM_2019', 'FORM_2021', null),
  figures: figures.map(([counts, amounts]): readonly (readonly [FigurePath, Figure])[] => [
    ...counts.flat(),
    ...amounts,
  ]),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: save },
  { weight: 2, arbitrary: fc.record({ ...which, does: fc.constantFrom('WITHDRAW' as const, 'JUDGE' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ ...which, does: fc.constant('RESTORE' as const), number: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ ...which, does: fc.constant('ADD_UP' as const), most: fc.integer({ min: 1, max: 5 }) }),
  },
)

let sources = 0

async function take(on: Pick<Database, 'pool' | 'prisma'> & Database, one: Step): Promise<void> {
  const { year, district: code } = one
  const district = districtByCode(code)
  if (!district) throw new Error(`Expected ${code} in the registry.`)
  const report = await on.prisma.report.findFirst({
    where: { year, agency: { kind: one.kind, districtCode: code } },
    select: { currentNumber: true },
  })
  const expectedRevision = report?.currentNumber ?? 0
  const request = {
    districtCode: code,
    agencyName: one.kind === 'GOVERNMENT' ? null : `${district.fullName}财政局`,
    year,
    expectedRevision,
    reason: '更正',
    actor: OPERATOR,
  }
  switch (one.does) {
    case 'SAVE': {
      sources += 1
      const given = {
        year,
        form: one.form,
        agency: { kind: one.kind, name: one.kind === 'GOVERNMENT' ? '人民政府' : '财政局' },
        figures: new Map(one.figures),
      }
      await saveReport(
        on,
        aRevision(`${sources}`, {
          ...{ district, year, report: aReport(given) },
          expectedRevision: report === null ? null : expectedRevision,
        }),
        // Every second one breaks a rule by a figure that is added up.
        sources % 2 === 0 ? sameRules : { judge: () => aJudgement({ status: 'CLEAN', findings: [], broken: [] }) },
      )
      break
    }
    case 'WITHDRAW':
      await withdrawReport(on, request, sameRules.judge)
      break
    case 'RESTORE':
      await restoreRevision(on, { ...request, number: one.number }, sameRules.judge)
      break
    case 'JUDGE':
      for await (const _ of rejudgeReports(on, (seen) =>
        seen.year === year ? aJudgement() : aJudgement({ status: 'CLEAN', findings: [], broken: [] }),
      )) {
        // Each is judged when it is asked for.
      }
      break
    case 'ADD_UP':
      await addUp(on, FORMULAS, one.most)
      break
  }
}

/** All sums, without groups that have lost their last report. */
async function sumsOf({ pool }: Pick<Database, 'pool'>) {
  const { rows: figures } = await pool.query(
    `SELECT province, level, agency_kind, year, form, reports, path, sum, stated, blank, unreadable
     FROM sum_groups JOIN figure_sums ON group_id = id WHERE stated + blank + unreadable > 0 ORDER BY 1, 2, 3, 4, 5, 7`,
  )
  const { rows: formulas } = await pool.query(
    `SELECT province, level, agency_kind, year, form, formula, counted, numerator, denominator
     FROM sum_groups JOIN formula_sums ON group_id = id WHERE counted > 0 ORDER BY 1, 2, 3, 4, 5, 6`,
  )
  return { figures, formulas }
}

async function catchUp(on: Pick<Database, 'pool'> = db): Promise<void> {
  while ((await addUp(on, FORMULAS)) > 0);
}

async function addUpAnew(): Promise<void> {
  const one = "(SELECT min(id) FROM agencies WHERE name LIKE '%财政局')"
  for (const kind of ['STREET', 'DEPARTMENT']) {
    await db.pool.query(`UPDATE agencies SET kind = '${kind}' WHERE id = ${one}`)
  }
  expect(await sumsOf(db)).toEqual({ figures: [], formulas: [] })
  await catchUp()
}

describe('sums', () => {
  it('come to what the figures come to after every step, however far they are behind', async () => {
    await expectTheSame(db.pool)
    await beginSums(db, FORMULAS)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
        for (const one of steps) await take(db, one)
        await expectTheSame(db.pool)
      }),
      { numRuns: 8, endOnFailure: true },
    )
    await catchUp()
    await expectTheSame(db.pool)
    const summed = await sumsOf(db)
    expect(summed.figures.length).toBeGreaterThan(20)
    expect(summed.formulas.length).toBeGreaterThan(0)
    await addUpAnew()
    expect(await sumsOf(db)).toEqual(summed)
  }, 300_000)

  it('come to what the figures come to at every moment, while several processes write and several add up', async () => {
    const processes = [connect(db.url), connect(db.url)] as const
    const keepers = processes.map((process) => keepSums(process, FORMULAS, { faulty: (error) => faults.push(error) }))
    const faults: unknown[] = []
    let isWriting = true
    let compared = 0
    try {
      const writers = [0, 1, 2, 3].map(async (writer) => {
        // However slow the machine: it is written until the reader has come to see it several times.
        for (let round = 0; round === 0 || (isWriting && compared < 3); round += 1) {
          for (const one of fc.sample(step, { numRuns: 25, seed: 4 * round + writer })) {
            // Two may be sent for the same report at once: one of them is refused.
            await take(processes[writer % 2] ?? db, one.does === 'ADD_UP' ? { ...one, most: 2 } : one)
          }
        }
      })
      const reader = (async () => {
        for (; isWriting; compared += 1) await expectTheSame(db.pool)
      })()
      const written = Promise.all(writers).then(() => {
        isWriting = false
      })
      await Promise.all([written, reader])
      expect(faults).toEqual([])
    } finally {
      isWriting = false
      await Promise.all(keepers.map((keeper) => keeper.close()))
      await Promise.all(processes.map((process) => process.close()))
    }
    await catchUp()
    await expectTheSame(db.pool)
    const summed = await sumsOf(db)
    await addUpAnew()
    expect(await sumsOf(db)).toEqual(summed)
  }, 300_000)

  it('change no version of the data: the answers are the same', async () => {
    await take(db, { does: 'SAVE', district: '110115', kind: 'GOVERNMENT', year: 2020, form: 'FORM_2019', figures: [] })
    const before = await readDataVersion(db)
    await catchUp()
    const { rows } = await db.pool.query('SELECT FROM reports WHERE summed_number IS DISTINCT FROM current_number')
    expect(rows).toEqual([])
    expect(await readDataVersion(db)).toBe(before)
  })

  it('are told to those who may only read', async () => {
    const reader = connect(db.url)
    reader.pool.on('connect', (client) => void client.query('SET default_transaction_read_only = on'))
    try {
      await expectTheSame(reader.pool)
      await expect(addUp(reader, FORMULAS)).rejects.toThrow(/read-only transaction/)
    } finally {
      await reader.close()
    }
  })

  it('are begun anew when an agency is of another kind', async () => {
    await catchUp()
    await db.pool.query("UPDATE agencies SET kind = 'TOWNSHIP' WHERE district_code = '110112'")
    expect(await sumsOf(db)).toEqual({ figures: [], formulas: [] })
    await expectTheSame(db.pool)
    await catchUp()
    await expectTheSame(db.pool)
  })

  it('leave a report alone that somebody is correcting, and add it up later', async () => {
    await catchUp()
    const of = { district: '410303', kind: 'GOVERNMENT', year: 2018 } as const
    await take(db, { ...of, does: 'SAVE', form: 'FORM_2014', figures: [['review.UPHELD', stated('3')]] })
    const client = await db.pool.connect()
    try {
      await client.query(
        'BEGIN; UPDATE reports SET updated_at = updated_at WHERE summed_number IS DISTINCT FROM current_number',
      )
      expect(await addUp(db, FORMULAS)).toBe(0)
      await expectTheSame(db.pool)
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
    expect(await addUp(db, FORMULAS)).toBe(1)
    await expectTheSame(db.pool)
  })
})

describe('formulas that change', () => {
  const BACKLOG = quantityOfMetric('BACKLOG_RATIO')
  const holds = async () => {
    const statement = seriesBySums(seriesOf(BACKLOG))
    if (statement === null) throw new Error('Expected sums to tell the backlog ratio.')
    const { rows } = await db.pool.query<{ holds: boolean }>(statement)
    return rows[0]?.holds
  }

  it('are told from the figures until they are added up', async () => {
    await catchUp()
    const before = await loadSeriesSums(db, seriesOf(BACKLOG))
    expect(await holds()).toBe(true)
    // Those of another version of the hub.
    const others = FORMULAS.filter(({ form }) => form === 'FORM_2014')
    await beginSums(db, others)
    expect(await addUp(db, FORMULAS)).toBe(0)
    expect(await loadSeriesSums(db, seriesOf(BACKLOG))).toEqual(before)
    while ((await addUp(db, others)) > 0);
    expect(await holds()).toBe(false)
    expect(await loadSeriesSums(db, seriesOf(BACKLOG))).toEqual(before)
    await beginSums(db, FORMULAS)
    await catchUp()
    expect(await holds()).toBe(true)
    await expectTheSame(db.pool)
  })

  it('are begun once: the same again change nothing', async () => {
    const before = await sumsOf(db)
    await beginSums(db, [...FORMULAS].reverse())
    expect(await sumsOf(db)).toEqual(before)
  })
})
