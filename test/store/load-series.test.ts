import { beforeAll, expect, it } from 'vitest'
import { codesOf } from '../../src/domain/terms.ts'
import { CATEGORIES } from '../../src/metrics/crosswalk.ts'
import { evaluate } from '../../src/metrics/evaluate.ts'
import { METRICS } from '../../src/metrics/metrics.ts'
import { formsTelling, type Quantity, quantityOfCategory, quantityOfMetric } from '../../src/metrics/quantity.ts'
import { loadSeriesLines, loadSeriesSums, type SeriesQuestion } from '../../src/store/load-series.ts'
import { testHub } from '../hub.ts'

const hub = await testHub()
beforeAll(() => hub.ingestSamples('chaoyang-2017', 'daxing-2020', 'shijingshan-2022', 'tongzhou-2018', 'xigong-2020'))

const QUANTITIES: readonly (readonly [name: string, quantity: Quantity])[] = [
  ...codesOf(METRICS).map((id) => [`metric ${id}`, quantityOfMetric(id)] as const),
  ...codesOf(CATEGORIES).map((code) => [`category ${code}`, quantityOfCategory(code)] as const),
]

function questionOf({ formulas }: Quantity, forms: ReturnType<typeof formsTelling>): SeriesQuestion {
  const made = forms.flatMap((form) => {
    const told = formulas(form)
    return told === null ? [] : [[form, told] as const]
  })
  return { filter: {}, agencyKind: null, formulas: new Map(made) }
}

// Two ways to one number: added up in the database, and worked out report by report.
it('adds up in the database what each report comes to', async () => {
  const page = { limit: 10, way: 'FORWARDS' } as const
  const different: unknown[] = []
  for (const [name, quantity] of QUANTITIES) {
    const question = questionOf(quantity, formsTelling(quantity))
    const sums = await loadSeriesSums(hub.db, question)
    const lines = await loadSeriesLines(hub.db, question, page)
    const reports = lines.flatMap((line) => line.reports)
    expect(reports).toHaveLength(5)
    for (const { year, form, counted, numerator, denominator, reports: all } of sums) {
      const told = reports
        .filter((report) => report.year === year && report.form === form)
        .map((report) => evaluate(quantity, form, report.figures))
      const known = told.filter(({ missing, reason }) => missing.length === 0 && reason !== 'NOT_ON_FORM')
      const sumOf = (side: 'numerator' | 'denominator') =>
        known.some((evaluation) => evaluation[side] !== null)
          ? String(known.reduce((sum, evaluation) => sum + Number(evaluation[side]), 0))
          : null
      const expected = [told.length, known.length, sumOf('numerator'), sumOf('denominator')]
      if (JSON.stringify([all, counted, numerator, denominator]) !== JSON.stringify(expected)) {
        different.push([name, year, form, [all, counted, numerator, denominator], expected])
      }
    }
  }
  expect(different).toEqual([])
})

it('answers where no form tells what is asked', async () => {
  const question: SeriesQuestion = { filter: {}, agencyKind: 'GOVERNMENT', formulas: new Map() }
  const sums = await loadSeriesSums(hub.db, question)
  expect(sums.map(({ year, reports, counted }) => [year, reports, counted])).toEqual([
    [2017, 1, 0],
    [2018, 1, 0],
    [2020, 2, 0],
    [2022, 1, 0],
  ])
  const [line] = await loadSeriesLines(hub.db, question, { limit: 1, way: 'FORWARDS' })
  expect(line?.reports[0]?.figures.size).toBe(0)
})
