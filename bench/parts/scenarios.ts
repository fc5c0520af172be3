import type pg from 'pg'
import { ask, type Child } from '../child.ts'
import {
  type Contestant,
  HUB,
  HUB_WITHOUT_ANSWERS,
  HUB_WITHOUT_ANYTHING,
  POSTGRAPHILE,
  POTHOS_PRISMA,
  RAW_SQL,
} from '../contestants.ts'
import type { Pace } from '../plan.ts'
import { processorTimes, workedBetween } from '../processor-time.ts'
import { type Entrant, race } from '../race.ts'
import type { Figure, Row, Target } from '../results.ts'
import { type MeteredRound, ratio, summary } from '../rounds.ts'
import { checkSameAnswers } from '../same-answers.ts'
import { oneReport, oneWarmReport } from '../scenarios/one-report.ts'
import { reportList } from '../scenarios/report-list.ts'
import type { Scenario, Store } from '../scenarios/scenario.ts'
import { twentyReports } from '../scenarios/twenty-reports.ts'
import { backendsOf } from '../stores.ts'

/** What the hub has to be, by what it has to hand. */
interface Targets {
  /** Against PostGraphile, working its answers out. */
  readonly postgraphile?: Target
  /** Against raw SQL, working its answers out. */
  readonly rawSql?: Target
  /** Against raw SQL, with whatever it keeps. */
  readonly kept?: Target
}

/** What is raced, by name. */
export const SCENARIOS: readonly { readonly scenario: Scenario; readonly targets: Targets }[] = [
  { scenario: oneReport, targets: { postgraphile: { atLeast: 3 }, rawSql: { atLeast: 0.6 } } },
  { scenario: twentyReports, targets: { postgraphile: { atLeast: 8 }, rawSql: { atLeast: 0.6 } } },
  { scenario: reportList, targets: { postgraphile: { atLeast: 2 }, rawSql: { atLeast: 0.6 } } },
  { scenario: oneWarmReport, targets: { rawSql: { above: 1 }, kept: { above: 1 } } },
]

/** The same questions to all contestants: their answers are compared, and then they race. */
export async function raceScenario(
  { scenario, targets }: (typeof SCENARIOS)[number],
  client: pg.Client,
  children: readonly Child[],
  pace: Pace,
): Promise<Row[]> {
  const store: Store = {
    client,
    ask(dialect, request) {
      const child = children.find(({ contestant }) => contestant.dialect === dialect)
      if (child === undefined)
        throw new Error(`Expected a contestant that is asked in the words of ${dialect}, got none.`)
      return ask(child.address, request)
    },
  }
  const questions = await scenario.questions(store)
  await checkSameAnswers(scenario, questions, children)
  const entrants = children.map((child) =>
    entrantOf(
      child,
      questions.map((question) => question[child.contestant.dialect]),
      client,
    ),
  )
  const played = await race(entrants, pace)
  return children.map((child) => rowOf(scenario, child, played, targetsOf(child, children, targets)))
}

/** A contestant with what he is asked. */
export function entrantOf(
  { contestant, address, pid }: Child,
  requests: Entrant['requests'],
  client: pg.Client,
): Entrant {
  return {
    name: contestant.name,
    address,
    requests,
    async meter(round) {
      const before = processorTimes(pid, await backendsOf(client))
      const result = await round()
      return { result, worked: workedBetween(before, processorTimes(pid, await backendsOf(client))) }
    },
  }
}

/** What is asked of a contestant. A hub that has no variants keeps nothing, and works its answers out as it is. */
function targetsOf(
  { contestant }: Child,
  children: readonly Child[],
  { postgraphile, rawSql, kept }: Targets,
): Targets {
  const takesPart = ({ name }: Contestant) => children.some((child) => child.contestant.name === name)
  const uncached = takesPart(HUB_WITHOUT_ANSWERS) ? HUB_WITHOUT_ANSWERS : HUB
  if (contestant.name === uncached.name) return { ...(postgraphile && { postgraphile }), ...(rawSql && { rawSql }) }
  return contestant.name === HUB.name && kept ? { rawSql: kept } : {}
}

function rowOf(
  { name: what, title }: Scenario,
  { contestant }: Child,
  played: ReadonlyMap<string, readonly MeteredRound[]>,
  targets: Targets,
): Row {
  const rounds = played.get(contestant.name) ?? []
  const against = (other: Contestant, target?: Target): Figure[] =>
    other.name === contestant.name ? [] : [ratio(other.title, rounds, played.get(other.name) ?? [], target)]
  return {
    what,
    who: contestant.name,
    title,
    by: contestant.title,
    figures: [...against(POSTGRAPHILE, targets.postgraphile), ...against(RAW_SQL, targets.rawSql)],
    measured: summary(rounds),
  }
}

/** All that take part in the scenarios, in the order of the table. */
export const CONTESTANTS = [HUB, HUB_WITHOUT_ANSWERS, HUB_WITHOUT_ANYTHING, POSTGRAPHILE, POTHOS_PRISMA, RAW_SQL]
