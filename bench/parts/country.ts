import type pg from 'pg'
import { ask, type Child } from '../child.ts'
import { firstDifference } from '../first-difference.ts'
import type { CountryQuestion } from '../questions/question.ts'
import { search } from '../questions/search.ts'
import { series } from '../questions/series.ts'
import { totals } from '../questions/totals.ts'
import type { Row } from '../results.ts'
import { median, percentile, ratioOf } from '../statistics.ts'

// Questions over the whole country, beside the best statement for each that was found by hand: by turns, one after the other, over one
// connection each. The hub answers over HTTP, in GraphQL; the statement is prepared and its rows are read by pg.

const QUESTIONS: readonly CountryQuestion[] = [series, totals, search]

/** @param hub one that keeps no answers: otherwise the second question would be none */
export async function measureCountry(client: pg.Client, hub: Child, repeats: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const question of QUESTIONS) {
    const byHub: number[] = []
    const bySql: number[] = []
    // The first ones are not counted: connections are made, and pages read.
    for (let repeat = -2; repeat < repeats; repeat += 1) {
      const statement = await timed(() => client.query({ name: question.name, text: question.sql }))
      const answer = await timed(() => ask(hub.address, question.request))
      const [expected, got] = [question.normalise.sql(statement.result.rows), question.normalise.hub(answer.result)]
      const difference = repeat === -2 ? firstDifference(expected, got) : null
      if (difference !== null) {
        throw new Error(`Expected the hub to answer "${question.title}" as the statement does, got: ${difference}.`)
      }
      if (repeat < 0) continue
      bySql.push(statement.took)
      byHub.push(answer.took)
    }
    rows.push(
      {
        what: question.name,
        who: 'hub',
        title: question.title,
        by: hub.contestant.title,
        figures: [
          {
            against: 'the time of the statement',
            unit: '×',
            value: ratioOf(byHub, bySql),
            target: { atMost: 2 },
          },
          { against: '', unit: 'ms', value: median(byHub), target: { atMost: question.atMost } },
        ],
        measured: summaryOf(byHub),
      },
      {
        what: question.name,
        who: 'sql',
        title: question.title,
        by: 'SQL by hand',
        figures: [],
        measured: summaryOf(bySql),
      },
    )
  }
  return rows
}

/** Does something, and tells how many milliseconds it took. */
export async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly took: number }> {
  const began = performance.now()
  const result = await work()
  return { result, took: performance.now() - began }
}

/** Percentiles of milliseconds. */
export const summaryOf = (times: readonly number[]) => ({
  p50: median(times),
  p95: percentile(times, 95),
  p99: percentile(times, 99),
})
