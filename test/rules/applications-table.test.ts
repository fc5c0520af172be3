import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APPLICANTS } from '../../src/domain/applicants.ts'
import { APPLICATION_ROWS, type ApplicationRow, type ApplicationRowTerm } from '../../src/domain/application-rows.ts'
import type { FigurePath } from '../../src/domain/figure-paths.ts'
import { codesOf } from '../../src/domain/terms.ts'
import { reportOf } from './report-of.ts'
import { tableFindingsOf } from './table-findings.ts'

const term = (row: ApplicationRow): ApplicationRowTerm => APPLICATION_ROWS[row]
const outcomes = codesOf(APPLICATION_ROWS).filter((row) => term(row).group && term(row).forms.includes('FORM_2021'))
const applicants = codesOf(APPLICANTS).filter((applicant) => applicant !== 'TOTAL')

const count = fc.nat({ max: 2000 })
type Column = Partial<Record<ApplicationRow, number>>

/** A column that holds: what was carried in is a share of what was handled or carried over. */
const column: fc.Arbitrary<Column> = fc
  .tuple(fc.array(count, { minLength: outcomes.length, maxLength: outcomes.length }), count, fc.nat({ max: 100 }))
  .map(([counts, carriedOver, share]) => {
    const handled = counts.reduce((sum, value) => sum + value, 0)
    const carriedIn = Math.floor(((handled + carriedOver) * share) / 100)
    return {
      ...Object.fromEntries(outcomes.map((row, place) => [row, counts[place]])),
      RECEIVED: handled + carriedOver - carriedIn,
      CARRIED_IN: carriedIn,
      HANDLED_TOTAL: handled,
      CARRIED_OVER: carriedOver,
    }
  })

/** The applications table of 2021: six columns that hold, and their totals. */
const table: fc.Arbitrary<Map<FigurePath, number>> = fc
  .array(column, { minLength: applicants.length, maxLength: applicants.length })
  .map((columns) => {
    const cells = new Map<FigurePath, number>()
    for (const row of codesOf(columns[0] ?? {}) as ApplicationRow[]) {
      const values = columns.map((each) => each[row] ?? 0)
      for (const [place, applicant] of applicants.entries())
        cells.set(`applications.${row}.${applicant}`, values[place] ?? 0)
      cells.set(
        `applications.${row}.TOTAL`,
        values.reduce((sum, value) => sum + value, 0),
      )
    }
    return cells
  })

/** A table, and one of its cells. */
const tableAndCell = table.chain((cells) => fc.tuple(fc.constant(cells), fc.constantFrom(...cells.keys())))

const found = (cells: ReadonlyMap<FigurePath, number | null>) =>
  tableFindingsOf(reportOf('FORM_2021', Object.fromEntries(cells)))

describe('an applications table that adds up', () => {
  it('breaks no rule', () => {
    fc.assert(
      fc.property(table, (cells) => {
        expect(found(cells)).toEqual([])
      }),
    )
  })

  it('with one cell miscounted breaks every relation that the cell is in, and no other', () => {
    fc.assert(
      fc.property(tableAndCell, ([cells, path]) => {
        const findings = found(new Map(cells).set(path, (cells.get(path) ?? 0) + 1))
        // Its row, and its column; the total handled is in two relations of its column.
        expect(findings).toHaveLength(path.startsWith('applications.HANDLED_TOTAL.') ? 3 : 2)
        for (const { left, right, difference } of findings) {
          expect([...left.paths, ...right.paths]).toContain(path)
          expect(['1', '-1']).toContain(difference)
        }
      }),
    )
  })

  it('with one cell blank breaks no rule: nobody knows what it would have held', () => {
    fc.assert(
      fc.property(tableAndCell, ([cells, path]) => {
        expect(found(new Map<FigurePath, number | null>(cells).set(path, null))).toEqual([])
      }),
    )
  })
})
