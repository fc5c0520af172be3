import type pg from 'pg'
import { ask, type Child } from '../child.ts'
import type { Row } from '../results.ts'
import { oneReport } from '../scenarios/one-report.ts'
import { dataOf } from '../scenarios/scenario.ts'
import { ratioOf } from '../statistics.ts'
import { summaryOf, timed } from './country.ts'

// The same question to a small store and to a large one.

interface Side {
  readonly client: pg.Client
  /** A hub that keeps nothing: each report is read from its store. */
  readonly hub: Child
  readonly reports: number
}

export async function measureGrowth(small: Side, large: Side, repeats: number): Promise<Row[]> {
  const ask0 = () => Promise.reject(new Error('Expected questions that are made of the store alone.'))
  const [ofSmall, ofLarge] = await Promise.all([
    oneReport.questions({ client: small.client, ask: ask0 }),
    oneReport.questions({ client: large.client, ask: ask0 }),
  ])
  const [inSmall, inLarge]: [number[], number[]] = [[], []]
  // Several questions make one measure: one alone takes no longer than what the machine does beside it.
  const AT_ONCE = 10
  for (let repeat = -1; repeat < repeats; repeat += 1) {
    const some = async (side: Side, questions: typeof ofSmall) => {
      const { took } = await timed(async () => {
        for (let at = 0; at < AT_ONCE; at += 1) {
          const question = questions[((repeat + 1) * AT_ONCE + at) % questions.length]
          if (question !== undefined) dataOf(await ask(side.hub.address, question.hub))
        }
      })
      return took / AT_ONCE
    }
    const one = await some(small, ofSmall)
    const other = await some(large, ofLarge)
    if (repeat < 0) continue
    inSmall.push(one)
    inLarge.push(other)
  }
  return [
    {
      what: 'growth',
      who: 'hub',
      title: `one report among ${large.reports.toLocaleString('en')}`,
      by: large.hub.contestant.title,
      figures: [
        {
          against: `the time among ${small.reports.toLocaleString('en')}`,
          unit: '×',
          value: ratioOf(inLarge, inSmall),
          target: { atMost: 1.2 },
        },
      ],
      measured: summaryOf(inLarge),
    },
  ]
}
