import { describe, expect, it } from 'vitest'
import { FIGURE_PATHS, formsOf } from '../../src/domain/figure-paths.ts'
import { type FormCell, tablesOfForm } from '../../src/domain/form-tables.ts'

const FORMS = ['FORM_2014', 'FORM_2019', 'FORM_2021'] as const

/** The columns that each row fills, with what reaches down from rows above. */
function widths(rows: readonly (readonly FormCell[])[]): number[] {
  const down: number[] = []
  return rows.map((row) => {
    const above = down.shift() ?? 0
    for (const cell of row) {
      for (let below = 1; cell.kind === 'WORDS' && below < cell.rows; below += 1)
        down[below - 1] = (down[below - 1] ?? 0) + cell.columns
    }
    return above + row.reduce((sum, { columns }) => sum + columns, 0)
  })
}

describe.each(FORMS)('the tables of %s', (form) => {
  const tables = tablesOfForm(form, () => true)

  it('have a place for every figure of the form, once', () => {
    const places = tables.flatMap(({ rows }) =>
      rows.flat().flatMap((cell) => (cell.kind === 'FIGURE' ? [cell.path] : [])),
    )
    expect(places.toSorted()).toEqual(FIGURE_PATHS.filter((path) => formsOf(path).includes(form)).toSorted())
  })

  it.each([true, false])('are rectangles, whatever some places add: %s', (added) => {
    for (const { table, rows } of tablesOfForm(form, () => added)) {
      expect(new Set(widths(rows)).size, table).toBe(1)
    }
  })
})

it('the rows of requests are numbered as on the form', () => {
  const [, applications] = tablesOfForm('FORM_2021', () => false)
  const labels = applications!.rows.map((row) =>
    row.flatMap((cell) => (cell.kind === 'WORDS' ? [cell.term.label] : [])).join(' | '),
  )
  expect(labels).toContain('三、本年度办理结果 | （一）予以公开')
  expect(labels).toContain('（三）不予公开 | 1.属于国家秘密')
  expect(labels).toContain('3.其他')
  expect(labels).toContain('（七）总计')
  expect(labels.at(-1)).toBe('四、结转下年度继续办理')
})
