import type pg from 'pg'
import { ask, start } from '../child.ts'
import { HUB, POSTGRAPHILE, POTHOS_PRISMA, RAW_SQL } from '../contestants.ts'
import { inTurn } from '../in-turn.ts'
import type { Row } from '../results.ts'
import { oneReport } from '../scenarios/one-report.ts'
import { median, ratioOf } from '../statistics.ts'

// The first request that a process ever answers: nothing is parsed, planned, compiled or connected yet. It is asked as soon as the process
// says that it serves; how long that took is told as well.

const CONTESTANTS = [HUB, POSTGRAPHILE, POTHOS_PRISMA, RAW_SQL]

export async function measureFirstRequest(client: pg.Client, url: string, starts: number): Promise<Row[]> {
  const questions = await oneReport.questions({
    client,
    ask: () => Promise.reject(new Error('Expected questions that are made of the store alone.')),
  })
  const took = new Map(CONTESTANTS.map(({ name }) => [name, { first: [] as number[], sinceStart: [] as number[] }]))
  // The first start of all finds nothing in the caches of the machine, and is nobody's.
  for (let round = -1; round < starts; round += 1) {
    for (const contestant of round < 0 ? CONTESTANTS : inTurn(CONTESTANTS, round)) {
      const question = questions[(round + questions.length) % questions.length]
      if (question === undefined) throw new Error('Expected a store with reports on the form of 2021, got none.')
      const child = await start(contestant, url)
      try {
        const began = performance.now()
        await ask(child.address, question[contestant.dialect])
        const first = performance.now() - began
        if (round < 0) continue
        took.get(contestant.name)?.first.push(first)
        took.get(contestant.name)?.sinceStart.push(child.startedIn + first)
      } finally {
        await child.stop()
      }
    }
  }
  const of = (name: string) => took.get(name) ?? { first: [], sinceStart: [] }
  return CONTESTANTS.flatMap(({ name, title }): Row[] => {
    const row = (what: string, words: string, times: 'first' | 'sinceStart', target?: { atLeast: number }): Row => ({
      what,
      who: name,
      title: words,
      by: title,
      figures:
        name === POSTGRAPHILE.name
          ? []
          : [
              {
                against: POSTGRAPHILE.title,
                unit: '×',
                value: ratioOf(of(POSTGRAPHILE.name)[times], of(name)[times]),
                ...(target && name === HUB.name && { target }),
              },
            ],
      measured: { p50: median(of(name)[times]) },
    })
    return [
      row('first-request', 'the first request of a process', 'first', { atLeast: 1 }),
      row('start-and-first-request', 'start of the process and first request', 'sinceStart'),
    ]
  })
}
